"""Where in a file a value stands: the line and column of a field, found only when there is something to report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

__all__ = ["Locate", "json_place", "toml_place"]

Locate = Callable[[Sequence[str | int]], tuple[str | None, int | None, int | None, str]]
"""From a path in the document to file, line, column and the path as the file's reader knows it."""

Place = tuple[int, int]
Step = str | int

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"(\s*)([A-Za-z0-9_-]+|\"[^\"]*\")\s*(?:\.\s*[A-Za-z0-9_.-]+\s*)?=\s*")


def toml_place(text: str, path: Sequence[Step]) -> Place | None:
    """Return line and column of a field in TOML text that has one key on a line, as nearly as the path can be followed."""
    counts: dict[str, int] = {}
    best: tuple[int, Place] | None = None
    table: tuple[Step, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            table = _table(header.group(1), header.group(2), counts)
            best = _better(best, table, path, (number, 1 + line.index("[")))
            continue
        key = _KEY.match(line)
        if key:
            column = key.end() + 1
            best = _better(best, (*table, key.group(2).strip('"')), path, (number, column))
    return best[1] if best else None


def _table(brackets: str, name: str, counts: dict[str, int]) -> tuple[Step, ...]:
    parts = [part.strip().strip('"') for part in name.split(".")]
    dotted = ".".join(parts)
    if brackets == "[[":
        counts[dotted] = counts.get(dotted, -1) + 1
    steps: list[Step] = []
    for end in range(1, len(parts) + 1):
        steps.append(parts[end - 1])
        index = counts.get(".".join(parts[:end]))
        if index is not None:
            steps.append(index)
    return tuple(steps)


def _better(
    best: tuple[int, Place] | None, steps: tuple[Step, ...], path: Sequence[Step], place: Place
) -> tuple[int, Place] | None:
    """Keep the place whose steps follow the path furthest, the first of equals."""
    follows = len(steps) <= len(path) and all(str(one) == str(other) for one, other in zip(steps, path, strict=False))
    if follows and (best is None or len(steps) > best[0]):
        return len(steps), place
    return best


def json_place(text: str, path: Sequence[Step]) -> Place | None:
    """Return line and column of a value in JSON text, as far as the path can be followed."""
    position = _Walk(text).find(path)
    if position is None:
        return None
    return text.count("\n", 0, position) + 1, position - (text.rfind("\n", 0, position) + 1) + 1


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SPACE = re.compile(r"\s*")
_SCALAR = re.compile(r"[^\s,\]}]+")


def _unquoted(quoted: str) -> str:
    """Return the string that a JSON string says; the text between the quotes where its escapes are not JSON's."""
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted[1:-1]


class _Walk:
    """Steps through JSON text without building it; the text is known to be JSON."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def find(self, path: Sequence[Step]) -> int | None:
        self.space()
        for step in path:
            found = self.member(str(step)) if self.text[self.at : self.at + 1] == "{" else self.element(step)
            if not found:
                break
        return self.at if self.at < len(self.text) else None

    def space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def member(self, name: str) -> bool:
        start = self.at
        self.at += 1
        while True:
            self.space()
            match = _STRING.match(self.text, self.at)
            if match is None:
                self.at = start
                return False
            self.at = match.end()
            self.space()
            self.at += 1
            self.space()
            if _unquoted(match.group()) == name:
                return True
            self.skip()
            self.space()
            self.at += 1

    def element(self, step: Step) -> bool:
        if not isinstance(step, int) or self.text[self.at : self.at + 1] != "[":
            return False
        self.at += 1
        self.space()
        for _ in range(step):
            self.skip()
            self.space()
            self.at += 1
            self.space()
        return True

    def skip(self) -> None:
        depth = 0
        while self.at < len(self.text):
            here = self.text[self.at]
            if here == '"':
                match = _STRING.match(self.text, self.at)
                self.at = match.end() if match else len(self.text)
            elif here in "[{":
                depth += 1
                self.at += 1
            elif here in "]}":
                depth -= 1
                self.at += 1
            elif depth and here in ",: \t\r\n":
                self.at += 1
            else:
                match = _SCALAR.match(self.text, self.at)
                self.at = match.end() if match else self.at + 1
            if depth <= 0:
                return
