"""What a person at a terminal gets besides the answer: a pager for what is long, a word while they wait."""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

__all__ = ["page", "waiting"]

_PATIENCE = 1.0
"""Seconds before the first word; most answers are there by then."""


def page(text: str, environment: Mapping[str, str], *, coloured: bool) -> bool:
    """Show text through the pager where it is longer than the terminal; tell whether that was done.

    The pager is PAGER, or `less` where there is one; an empty PAGER, or `cat`, means none. Nobody pages off a terminal.
    """
    if not (sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty()) or environment.get("TERM") == "dumb":
        return False
    import shutil  # only on a terminal

    if text.count("\n") < shutil.get_terminal_size((80, 24)).lines:
        return False
    import shlex
    import subprocess

    named = environment.get("PAGER", "less")
    try:
        command = shlex.split(named)
    except ValueError:
        return False
    if not command or command == ["cat"] or shutil.which(command[0]) is None:
        return False
    # As git does: leave at once if it fits, pass colours through, leave the text on the screen.
    settings = {"LESS": "FRX", "LESSCHARSET": "utf-8"} if coloured else {"LESS": "FX", "LESSCHARSET": "utf-8"}
    try:
        shown = subprocess.run(  # noqa: S603 - the program that the person named
            command, input=text.encode("utf-8"), env={**settings, **environment}, check=False
        )
    except KeyboardInterrupt:
        return True
    except OSError:
        return False
    return shown.returncode not in (126, 127)


@contextlib.contextmanager
def waiting(environment: Mapping[str, str]) -> Iterator[None]:
    """Say on standard error, on a terminal alone, that there is work going on, once it has taken a second."""
    if not sys.stderr.isatty() or environment.get("TERM") == "dumb":
        yield
        return
    import threading

    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(done,), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(done: "threading.Event") -> None:
    if done.wait(_PATIENCE):
        return
    seconds = int(_PATIENCE)
    width = 0
    while not done.wait(1.0 if width else 0):
        line = f"treatywatch: working, {seconds} s"
        width = len(line)
        os.write(sys.stderr.fileno(), f"\r{line}".encode())
        seconds += 1
    os.write(sys.stderr.fileno(), f"\r{' ' * width}\r".encode())
