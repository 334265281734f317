"""The outermost edge: read the arguments, the clock and the environment; run a command; write its answer."""

import argparse
import os
import sys
from collections.abc import Sequence

from treatywatch.cli import commands
from treatywatch.cli.options import make_parser
from treatywatch.errors import DataError, QuestionError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 answered, 1 a check found something, 2 bad usage or data."""
    try:
        return _run(arguments)
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(arguments: Sequence[str] | None) -> int:
    parser = make_parser(commands.COMMANDS)
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        sys.stdout.flush()
        return stop.code if isinstance(stop.code, int) else 2
    try:
        return _answer(given)
    except QuestionError as error:
        return _complain(str(error))
    except DataError as error:
        return _complain(f"the data cannot be used\n{error}")
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return _complain(f"{error.filename or 'input or output'}: {error.strerror or error}")


def _answer(given: argparse.Namespace) -> int:
    from treatywatch.cli.context import Context
    from treatywatch.cli.write import write

    context = Context(given, os.environ)
    answer = commands.run(given.command, context)
    write(answer, given, os.environ)
    return answer.exit_status


def _complain(message: str) -> int:
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in message)
    encoding = sys.stderr.encoding or "utf-8"
    print(f"treatywatch: {shown}".encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)  # noqa: T201
    return 2
