"""Raw tables of a TOML tree -> one document, with the place of every record.

    parties.toml  issues.toml  sources.toml     [[party]]  [[issue]]  [[source]]
    treaties/<id>.toml                          the treaty itself
    record/<id>.toml                            treaty = "<id>"; [[event]] [[position]] [[status]] [[term]]
    articles/<source>.toml                      [source]; [[event]] [[position]] [[status]] [[term]]

A fact's id in the document is `<file>#<id>`; a fact of an article has the article as its source, a
fact of a record belongs to the record's treaty unless it says otherwise.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.catalog.places import toml_place
from treatywatch.catalog.read import Raw, problem_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatywatch.errors import Problem

__all__ = ["ARRAYS", "LISTS", "Assembled", "Origin", "assemble"]

ARRAYS = {"event": "events", "position": "positions", "status": "statuses", "term": "terms"}
LISTS = {
    "parties.toml": ("party", "parties"),
    "issues.toml": ("issue", "issues"),
    "sources.toml": ("source", "sources"),
}


class Origin(NamedTuple):
    """Where a record of the document stands: the file, and the path to it in the file."""

    raw: Raw
    path: tuple[str | int, ...]


class Assembled(NamedTuple):
    """The document's raw content, the origin of each record, and what was wrong with the files' shape."""

    content: dict[str, list[Any]]
    origins: dict[str, list[Origin]]
    problems: list[Problem]


def assemble(files: Iterable[Raw]) -> Assembled:
    """Bring the tables of all files together under the document's keys."""
    kinds = ("parties", "sources", "issues", "treaties", *ARRAYS.values())
    made = Assembled({kind: [] for kind in kinds}, {kind: [] for kind in kinds}, [])
    for raw in files:
        folder = Path(raw.name).parent.name
        if raw.name in LISTS:
            _list(made, raw, *LISTS[raw.name])
        elif folder == "treaties":
            _add(made, "treaties", raw.tables, Origin(raw, ()))
        elif folder == "record":
            _facts(made, raw, sources=None)
        elif folder == "articles":
            _article(made, raw)
        else:
            hint = "data stand in parties.toml, issues.toml, sources.toml, treaties/, record/ and articles/"
            made.problems.append(problem_of(raw.path, "stray-file", "no place for a file of this name", hint))
    return made


def _add(made: Assembled, kind: str, record: object, origin: Origin) -> None:
    made.content[kind].append(record)
    made.origins[kind].append(origin)


def _tables(made: Assembled, raw: Raw, key: str) -> list[dict[str, Any]]:
    found = raw.tables.get(key, [])
    if isinstance(found, list) and all(isinstance(item, dict) for item in found):
        return found
    place = toml_place(raw.text, (key,)) or (1, 1)
    hint = f"write [[{key}]] above each"
    made.problems.append(
        problem_of(
            raw.path, "not-tables", f"{key} is no list of tables", hint, line=place[0], column=place[1], path=key
        )
    )
    return []


def _unknown(made: Assembled, raw: Raw, known: Iterable[str]) -> None:
    names = list(known)
    for key in raw.tables:
        if key not in names:
            place = toml_place(raw.text, (key,)) or (1, 1)
            made.problems.append(
                problem_of(
                    raw.path,
                    "unknown-key",
                    f"{key!r} means nothing here",
                    f"known are {', '.join(names)}",
                    line=place[0],
                    column=place[1],
                    path=key,
                )
            )


def _list(made: Assembled, raw: Raw, key: str, kind: str) -> None:
    _unknown(made, raw, (key,))
    for index, table in enumerate(_tables(made, raw, key)):
        _add(made, kind, table, Origin(raw, (key, index)))


def _article(made: Assembled, raw: Raw) -> None:
    source = raw.tables.get("source")
    if not isinstance(source, dict):
        hint = "begin the file with a [source] table: id, publisher, title, kind, published"
        made.problems.append(problem_of(raw.path, "no-source", "the article does not say what it is", hint))
        return
    _add(made, "sources", source, Origin(raw, ("source",)))
    _facts(made, raw, sources=[source.get("id")])


def _facts(made: Assembled, raw: Raw, sources: list[Any] | None) -> None:
    _unknown(made, raw, (*(("treaty",) if sources is None else ("source",)), *ARRAYS))
    stem = Path(raw.name).stem
    treaty = raw.tables.get("treaty") if sources is None else None
    for key, kind in ARRAYS.items():
        for index, table in enumerate(_tables(made, raw, key)):
            record = dict(table)
            if isinstance(record.get("id"), str):
                record["id"] = f"{stem}#{record['id']}"
            if sources is not None and "sources" not in record:
                record["sources"] = sources
            if treaty is not None and kind != "positions":
                record.setdefault("treaty", treaty)
            _add(made, kind, record, Origin(raw, (key, index)))
