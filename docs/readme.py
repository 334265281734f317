"""Runs the commands that README.md shows and puts what they print below them.

    python docs/readme.py          rewrites README.md where the output has changed

A block of commands begins with ```console; each line that begins with `$ ` is a command, what stands between it and the
next is its output. The tests hold that nothing would change.
"""

import contextlib
import io
import re
import shlex
from pathlib import Path

from treatywatch.cli import main

README = Path(__file__).resolve().parent.parent / "README.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def refreshed(text: str) -> str:
    """Return the README's text with the output that its commands print now."""
    return _BLOCK.sub(lambda block: _run(block.group()), text)


def _run(block: str) -> str:
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command)}" for command in commands)


def _output(command: str) -> str:
    name, *arguments = shlex.split(command)
    if name != "treatywatch":
        raise ValueError(f"the README may show treatywatch alone, not {name}")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(arguments)
    return printed.getvalue()


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
