"""The outermost edge: read the arguments, the clock and the environment; run a command; write its answer."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from treatywatch.cli import commands
from treatywatch.cli.options import make_parser
from treatywatch.errors import DataError, QuestionError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 answered, 1 a check found something, 2 bad usage or data."""
    _open_closed_streams()
    try:
        given = _parse(arguments)
        return given if isinstance(given, int) else _answer(given)
    except QuestionError as error:
        return _complain(str(error))
    except DataError as error:
        return _complain(f"the data cannot be used\n{error}")
    except OSError as error:
        if error.filename is None:
            _let_go_of_output()
        if isinstance(error, BrokenPipeError):
            return 0  # the reader has seen enough
        return _complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return 130


def _open_closed_streams() -> None:
    """Give standard output and error somewhere to go where the caller closed them (`>&-`)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end


def _let_go_of_output() -> None:
    """Send the rest of standard output nowhere: Python would complain once more when it closes it."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace | int:
    """Return the arguments; or the exit status where help, the version or a complaint is all there is to say."""
    try:
        parser = make_parser(commands.COMMANDS)
        given, rest = parser.parse_known_args(arguments)
        if hasattr(given, "treaties") and not any(word.startswith("-") for word in rest):
            given.treaties = [*given.treaties, *rest]  # argparse leaves what stands after an option behind
        elif rest:
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        if given.output == "-":
            given.output = None  # as everywhere, a hyphen is standard output
        return given
    except SystemExit as stop:
        sys.stdout.flush()
        return stop.code if isinstance(stop.code, int) else 2


def _answer(given: argparse.Namespace) -> int:
    from treatywatch.cli.context import Context
    from treatywatch.cli.pager import waiting
    from treatywatch.cli.write import write

    context = Context(given, os.environ)
    with waiting(os.environ):
        answer = commands.run(given.command, context)
    write(answer, given, os.environ)
    return answer.exit_status


def _complain(message: str) -> int:
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in message)
    encoding = sys.stderr.encoding or "utf-8"
    print(f"treatywatch: {shown}".encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)  # noqa: T201
    return 2
