"""Write an answer: format, colour, width, file or standard output."""

import argparse
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from treatywatch.errors import QuestionError
from treatywatch.reports.answer import Answer

__all__ = ["save", "wants_colour", "write"]


def write(answer: Answer, given: argparse.Namespace, environment: Mapping[str, str]) -> None:
    """Write the answer to the file named, or to standard output."""
    if given.output is None and given.format == "rich" and _on_terminal(environment):
        _show(answer, given, environment)
        return
    text = _text(answer, given)
    if given.output is None:
        _print(text)
    else:
        save(Path(given.output), text.encode("utf-8"))


def _text(answer: Answer, given: argparse.Namespace) -> str:
    match given.format:
        case "json":
            return json.dumps(answer.document, ensure_ascii=False, indent=2) + "\n"
        case "csv":
            from treatywatch.reports.tables import has_table, tables_as_csv

            if not has_table(answer):
                raise QuestionError("this answer is no table", "use --format json or markdown")
            return tables_as_csv(answer)
        case "markdown":
            from treatywatch.reports.markdown import markdown

            return markdown(answer)
        case _:
            from treatywatch.reports.plain import plain

            return plain(answer)


def _print(text: str) -> None:
    """Print text as UTF-8 whatever the locale; what the terminal's encoding lacks is shown escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        errors = "backslashreplace" if sys.stdout.isatty() else "strict"
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors=errors, newline="")
    sys.stdout.write(text)
    sys.stdout.flush()


def save(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: it is there whole, or not at all.

    A link is followed; what is no plain file (`/dev/null`, a pipe) is written to. Raises OSError, with the name
    of the file asked for, and QuestionError for what can be no name.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(content)
        else:
            _save(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    except ValueError:
        raise QuestionError(f"{str(path)!r} is no name for a file") from None


def _save(path: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _on_terminal(environment: Mapping[str, str]) -> bool:
    return sys.stdout.isatty() and environment.get("TERM") != "dumb"


def wants_colour(given: argparse.Namespace, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: `--color`, then NO_COLOR, then whether there is a terminal that can."""
    if given.color != "auto":
        return bool(given.color == "always")
    return not environment.get("NO_COLOR") and _on_terminal(environment)


def _show(answer: Answer, given: argparse.Namespace, environment: Mapping[str, str]) -> None:
    from treatywatch.reports.console import make_console, show

    width = shutil.get_terminal_size((80, 24)).columns
    show(answer, make_console(sys.stdout, width, colour=wants_colour(given, environment)))
