"""Files -> raw tables, with every problem of every file as a value."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LARGEST", "Raw", "builtin_directory", "problem_of", "read_text", "read_toml", "toml_files"]

LARGEST = 256 * 1024 * 1024
"""Files of more bytes than this are refused: a curated catalog is a thousandth of it."""

_DEEPEST = 60
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class Raw(NamedTuple):
    """One TOML file: its path as given, its place below the data directory, its text and its tables."""

    path: Path
    name: str
    text: str
    tables: dict[str, Any]


def problem_of(file: Path | str, code: str, message: str, hint: str | None = None, **more: Any) -> Problem:
    """Make an error about a file."""
    return Problem(code, "error", message, file=str(file), hint=hint, **more)


def builtin_directory() -> Path:
    """Return the directory of the data that come with the package, installed or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent / "data"


def toml_files(root: Path) -> Iterator[Path]:
    """Yield the TOML files below a directory in an order that no machine changes.

    Raises OSError where one of the directories cannot be listed: `rglob` would pass over it in silence.
    """

    def refuse(error: OSError) -> None:
        raise error

    found = (Path(folder, name) for folder, _, names in os.walk(root, onerror=refuse) for name in names)
    files = (path for path in found if path.suffix == ".toml" and path.is_file())
    yield from sorted(files, key=lambda path: path.relative_to(root).parts)


def read_text(path: Path) -> str | Problem:
    """Return the text of a file, or what keeps it from being read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return problem_of(path, "too-large", f"the file has {size:,} bytes", f"at most {LARGEST:,} are read")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return problem_of(path, "not-utf-8", f"byte {error.start} is not UTF-8", "save the file as UTF-8", line=line)
    except OSError as error:
        return problem_of(path, "unreadable", f"the file cannot be read: {error.strerror or error}")
    except ValueError as error:
        return problem_of(repr(str(path)), "unreadable", f"the file cannot be read: {error}")


def read_toml(path: Path, name: str) -> Raw | Problem:
    """Read one TOML file, or say what is wrong with it, and where."""
    text = read_text(path)
    if isinstance(text, Problem):
        return text
    import tomllib  # compiled data are read without

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        line, column = (int(found.group(1)), int(found.group(2))) if found else (text.count("\n") + 1, None)
        message = f"not TOML: {_WHERE.sub('', str(error)).removesuffix(' (at end of document)')}"
        hint = "one key = value on a line; text and vague dates in quotes"
        return problem_of(path, "not-toml", message, hint, line=line, column=column)
    except (RecursionError, ValueError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else f"not TOML: {error}"
        return problem_of(path, "not-toml", why, "write tables side by side")
    if _depth(tables) > _DEEPEST:
        return problem_of(path, "too-deep", "nested too deeply", "write tables side by side")
    return Raw(path, name, text, tables)


def _depth(value: object) -> int:
    """Return how deeply tables and arrays are nested, without recursion."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        inner, depth = waiting.pop()
        deepest = max(deepest, depth)
        if depth > _DEEPEST:
            break
        children = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        waiting.extend((child, depth + 1) for child in children)
    return deepest
