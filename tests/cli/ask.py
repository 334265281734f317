"""Run the command line within the test, as a user would without a terminal."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, NamedTuple

from tests.conftest import SMALL
from treatywatch.cli.main import main

__all__ = ["Reply", "ask", "ask_small"]


class Reply(NamedTuple):
    """What a call left behind: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The JSON document on standard output."""
        return json.loads(self.out)


def ask(*arguments: str) -> Reply:
    """Call the program; an exception of it is the test's failure."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    out.flush()
    err.flush()
    written = out.buffer.getvalue().decode(), err.buffer.getvalue().decode()
    return Reply(status, *written)


def ask_small(*arguments: str) -> Reply:
    """Ask the small catalog of tests/data."""
    return ask("--data", str(SMALL), *arguments)
