"""On a real terminal and off it: colour, width, pager and progress go where they belong, and nowhere else."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.ask import ask_small
from tests.conftest import SMALL

ESCAPE = "\x1b"
COMMAND = (sys.executable, "-m", "treatywatch", "--data", str(SMALL), "--as-of", "2020-07-25")
ROOT = Path(__file__).parents[2]


def environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return {**kept, "TERM": "xterm", "LANG": "C.UTF-8", "PAGER": "cat", **more}


def on_terminal(*arguments: str, columns: int = 80, lines: int = 400, **more: str) -> str:
    """Run the program on a terminal of a size and return what it wrote there."""
    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with subprocess.Popen(
        (*COMMAND, *arguments),
        stdin=other,
        stdout=other,
        stderr=other,
        env=environment(more),
        cwd=ROOT,
        start_new_session=True,
    ):
        os.close(other)
        written = b""
        while True:
            try:
                read = os.read(main, 65536)
            except OSError:  # how Linux tells that the other side is closed
                break
            if not read:
                break
            written += read
    os.close(main)
    return written.decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.fixture
def through_pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run the program within the test, off a terminal, under an environment."""

    def run(*arguments: str, **more: str) -> str:
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PAGER"):
            monkeypatch.delenv(name, raising=False)
        for name, value in more.items():
            monkeypatch.setenv(name, value)
        reply = ask_small("--as-of", "2020-07-25", *arguments)
        assert reply.err == ""
        return reply.out

    return run


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_off_a_terminal_no_layout_program_is_loaded() -> None:
    program = (
        "import sys\n"
        "from treatywatch.cli.main import main\n"
        "for command in ('status', 'timeline', 'countdown', 'rules'): main([*sys.argv[1:], command])\n"
        "sys.exit('rich' in sys.modules or 'jinja2' in sys.modules)\n"
    )
    command = (sys.executable, "-c", program, *COMMAND[3:])
    assert subprocess.run(command, capture_output=True, env=environment({}), check=False, cwd=ROOT).returncode == 0


def test_a_terminal_gets_colour_and_its_width() -> None:
    shown = on_terminal("status", columns=100)
    assert f"{ESCAPE}[32m" in shown
    assert "━" in shown
    assert max(map(len, without_colour(shown).splitlines())) <= 100


@pytest.mark.parametrize("forced", ["", "1"])
def test_no_colour_is_honoured_on_a_terminal(forced: str) -> None:
    shown = on_terminal("status", NO_COLOR="1", FORCE_COLOR=forced)
    assert ESCAPE not in shown
    assert "+ in force" in shown


def test_an_empty_no_color_says_nothing() -> None:
    assert ESCAPE in on_terminal("status", NO_COLOR="")


def test_a_dumb_terminal_gets_plain_text() -> None:
    shown = on_terminal("status", TERM="dumb")
    assert ESCAPE not in shown
    assert "━" not in shown


def test_colour_can_be_forced_on_a_dumb_terminal_at_its_width() -> None:
    shown = on_terminal("status", columns=60, TERM="dumb", FORCE_COLOR="1")
    assert ESCAPE in shown
    assert max(map(len, without_colour(shown).splitlines())) <= 60


@pytest.mark.parametrize("more", [{}, {"FORCE_COLOR": "1"}, {"FORCE_COLOR": "0"}, {"TERM": "dumb", "FORCE_COLOR": "1"}])
def test_a_pipe_gets_no_codes_whatever_the_environment_says(
    more: dict[str, str], through_pipe: Callable[..., str]
) -> None:
    shown = through_pipe("status", COLUMNS="40", **more)
    assert ESCAPE not in shown
    assert shown == through_pipe("status")


def test_colour_can_be_asked_for_off_a_terminal(through_pipe: Callable[..., str]) -> None:
    shown = through_pipe("--color", "always", "status", NO_COLOR="1", TERM="dumb")
    assert f"{ESCAPE}[32m" in shown
    assert max(map(len, without_colour(shown).splitlines())) <= 100
    narrow = through_pipe("--color", "always", "status", COLUMNS="60")
    assert max(map(len, without_colour(narrow).splitlines())) <= 60


@pytest.mark.parametrize("format_", ["json", "csv", "markdown"])
def test_what_machines_read_is_never_coloured(format_: str, through_pipe: Callable[..., str]) -> None:
    plain = through_pipe("status", "--format", format_)
    assert through_pipe("status", "--format", format_, "--color", "always", FORCE_COLOR="1") == plain
    assert ESCAPE not in plain


def test_a_terminal_of_the_c_locale_gets_ascii() -> None:
    shown = on_terminal("timeline", "--color", "never", LC_ALL="C")
    assert shown.isascii()
    assert "=" in shown


def test_what_is_long_goes_through_the_pager_on_a_terminal_alone(
    tmp_path: Path, through_pipe: Callable[..., str]
) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged\ncat\n")
    pager.chmod(0o755)
    assert on_terminal("rules", lines=10, PAGER=str(pager)).startswith("paged")
    assert not on_terminal("status", lines=400, PAGER=str(pager)).startswith("paged")
    assert "paged" not in through_pipe("rules", PAGER=str(pager), LINES="10")


@pytest.mark.parametrize("pager", ["", "no-such-pager", "'unclosed"])
def test_without_a_pager_it_is_simply_printed(pager: str) -> None:
    assert "bilateral-ends-with-a-side" in on_terminal("rules", columns=200, lines=10, PAGER=pager)


def test_whoever_waits_is_told_so_on_a_terminal_alone() -> None:
    """The first word comes after a second; work that takes less is not spoken of, and a pipe never hears it."""
    program = (
        "import os, sys, time\n"
        "from treatywatch.cli.pager import waiting\n"
        "with waiting(os.environ): time.sleep(float(sys.argv[1]))\n"
        "print('done')\n"
    )
    main, other = pty.openpty()
    for seconds, told in (("1.4", True), ("0", False)):
        command = (sys.executable, "-c", program, seconds)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=other, env=environment({}), check=True, cwd=ROOT)
        assert done.stdout == b"done\n"
        os.set_blocking(main, False)
        try:
            heard = os.read(main, 65536).decode()
        except BlockingIOError:
            heard = ""
        assert ("working" in heard) == told
        assert not told or heard.endswith("\r")
    quiet = subprocess.run(
        (sys.executable, "-c", program, "1.2"), capture_output=True, env=environment({}), check=True, cwd=ROOT
    )
    assert quiet.stderr == b""
    os.close(main)
    os.close(other)
