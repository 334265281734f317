"""Write an answer: format, colour, width, file or standard output."""

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from treatywatch.errors import QuestionError
from treatywatch.reports.answer import Answer

__all__ = ["save", "wants_colour", "write"]

_NARROWEST, _WIDEST = 40, 10_000
"""Below the one nothing can be laid out; a COLUMNS above the other is a mistake."""


def write(answer: Answer, given: argparse.Namespace, environment: Mapping[str, str]) -> None:
    """Write the answer to the file named, or to standard output; there through the pager where it is long."""
    if given.output is not None:
        save(Path(given.output), _text(answer, given, environment).encode("utf-8"))
    elif given.format == "rich" and answer.content is None and _drawn(given, environment):
        _show(answer, given, environment)
    else:
        _print(_text(answer, given, environment))


def _text(answer: Answer, given: argparse.Namespace, environment: Mapping[str, str]) -> str:
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
        case _ if answer.content is not None:
            return answer.content
        case "claimreview":
            raise QuestionError("only the answer of `factcheck` can be written as claimreview")
        case _ if given.color == "always":
            from treatywatch.reports.console import rendered

            return rendered(answer, _width(environment), colour=True)
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
    import tempfile  # only where a file is written

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


def _drawn(given: argparse.Namespace, environment: Mapping[str, str]) -> bool:
    """Tell whether to draw with rich: for a terminal that can, or where colour is asked for."""
    if given.color == "always":
        return True
    return sys.stdout.isatty() and (environment.get("TERM") != "dumb" or _forced(environment))


def _forced(environment: Mapping[str, str]) -> bool:
    return environment.get("FORCE_COLOR", "") not in ("", "0")


def wants_colour(given: argparse.Namespace, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: `--color`; then, on a terminal alone, NO_COLOR, FORCE_COLOR, and whether it can."""
    if given.color != "auto":
        return bool(given.color == "always")
    if environment.get("NO_COLOR") or not sys.stdout.isatty():
        return False
    return _forced(environment) or environment.get("TERM") != "dumb"


def _show(answer: Answer, given: argparse.Namespace, environment: Mapping[str, str]) -> None:
    from treatywatch.cli.pager import page
    from treatywatch.reports.console import rendered

    colour = wants_colour(given, environment)
    text = rendered(answer, _width(environment), colour=colour, encoding=_encoding(environment))
    if not page(text, environment, coloured=colour):
        _print(text)


def _width(environment: Mapping[str, str]) -> int:
    """Return the terminal's width; off a terminal that of COLUMNS, or 100."""
    named = environment.get("COLUMNS", "")
    if named.isdecimal() and 0 < int(named) <= _WIDEST:
        return max(int(named), _NARROWEST)
    if not sys.stdout.isatty():
        return 100
    import shutil  # only on a terminal

    return max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)


def _encoding(environment: Mapping[str, str]) -> str:
    """Return the encoding of the terminal: ASCII in the locales C and POSIX, where Python itself would write UTF-8."""
    named = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    if named in ("C", "POSIX") and sys.stdout.isatty():
        return "ascii"
    return sys.stdout.encoding or "utf-8" if sys.stdout.isatty() else "utf-8"
