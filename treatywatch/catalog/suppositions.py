"""What is supposed: events typed on one line, or in a file in the curated form, with every problem at its place.

    extension date=2021-02-03 until=2026-02-05 parties=US,RU
    withdrawal-notice date=2020-11-22 parties=Russia summary="Russia follows"

A line is the type of an event and its fields, lists with commas. A file is as those of `record/`: `[[event]]` tables, and
`treaty` above them; ids and sources may be left out.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatywatch.catalog.assemble import Origin, assemble
from treatywatch.catalog.read import Raw, problem_of, read_toml
from treatywatch.catalog.references import check_references
from treatywatch.catalog.validate import from_origins, validate
from treatywatch.errors import DataError, Problem, QuestionError
from treatywatch.models.occurrence import SUPPOSED
from treatywatch.models.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatywatch.catalog.contents import Contents
    from treatywatch.catalog.places import Locate
    from treatywatch.models.document import Document

__all__ = ["read_suppositions", "with_supposed"]

_LISTS = ("parties", "of", "towards", "duties", "about")
_PARTIES = ("parties", "of", "towards", "predecessor")
_SOURCE = Source(id=SUPPOSED, publisher="supposition", title="What is supposed, and by no source said", kind="register")


def with_supposed(base: Document, supposed: Document) -> Document:
    """Return a document with the events of another added as suppositions.

    Their source is `supposed`, whatever they cite. Each is a happening of its own beside those on record, unless it names the
    occasion of one.
    """
    earlier = sum(event.sources == (SUPPOSED,) for event in base.events)
    events = [
        event.model_copy(update={"sources": (SUPPOSED,), "occasion": event.occasion or f"{SUPPOSED}-{number}"})
        for number, event in enumerate(supposed.events, earlier + 1)
    ]
    known = any(source.id == SUPPOSED for source in base.sources)
    sources = base.sources if known else (*base.sources, _SOURCE)
    return base.model_copy(update={"events": (*base.events, *events), "sources": sources})


def read_suppositions(
    contents: Contents, lines: Sequence[str] = (), files: Sequence[str | Path] = (), treaty: str | None = None
) -> Document:
    """Read supposed events from lines and files; those that name no treaty are about `treaty`.

    Raises DataError with every problem, QuestionError for an unknown treaty.
    """
    about = contents.treaty(treaty).id if treaty is not None else None
    records: list[dict[str, Any]] = []
    origins: list[Origin] = []
    problems: list[Problem] = []
    for path in files:
        problems += _from_file(Path(path), records, origins)
    for line in lines:
        problems += _from_line(contents, line, records, origins)
    taken = {event.id for event in contents.document.events}
    for record, name in zip(records, _free_names(taken), strict=False):
        record.update(id=name, sources=[SUPPOSED])
        if about is not None:
            record.setdefault("treaty", about)
    locate = _places(origins)
    document, more = validate({"events": records}, locate)
    problems += more
    if document is not None and not problems:
        problems += _references(contents, document, locate)
    if problems or document is None:
        raise DataError(tuple(problems))
    return document


def _free_names(taken: Iterable[str]) -> Iterable[str]:
    known, number = set(taken), 0
    while True:
        number += 1
        if (name := f"{SUPPOSED}#{number}") not in known:
            yield name


def _from_file(path: Path, records: list[dict[str, Any]], origins: list[Origin]) -> list[Problem]:
    raw = read_toml(path, f"record/{path.name}")
    if isinstance(raw, Problem):
        return [raw]
    made = assemble([raw])
    problems = list(made.problems)
    for kind in ("positions", "statuses", "terms"):
        for origin in made.origins[kind]:
            hint = "leave it out, or write it as an [[event]]"
            path_ = ".".join(str(step) for step in origin.path)
            problems.append(problem_of(path, "not-an-event", "only events can be supposed", hint, path=path_))
    if not made.content["events"] and not problems:
        problems.append(problem_of(path, "no-event", "nothing is supposed here", "write [[event]] tables"))
    records += made.content["events"]
    origins += made.origins["events"]
    return problems


def _from_line(contents: Contents, line: str, records: list[dict[str, Any]], origins: list[Origin]) -> list[Problem]:
    place = f"“{line}”"
    try:
        kind, *words = shlex.split(line) or [""]
    except ValueError as error:
        return [problem_of(place, "not-a-supposition", f"{error}".lower(), "close every quotation mark")]
    problems: list[Problem] = []
    record: dict[str, Any] = {"type": kind}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key or not value or key in record:
            again = "stands here twice" if key in record else "is no key=value"
            hint = 'write TYPE key=value ..., such as "extension date=2021-02-03 until=2026-02-05"'
            problems.append(problem_of(place, "not-a-supposition", f"{word!r} {again}", hint))
            continue
        listed = key in _LISTS and not (key == "towards" and kind == "domestic-approval")
        record[key] = [part.strip() for part in value.split(",")] if listed else _value(key, value)
    for key in ("treaty", *_PARTIES):
        problems += _named(contents, record, key, place) if key in record else []
    records.append(record)
    origins.append(Origin(Raw(Path(place), place, "", {}), ()))
    return problems


def _value(key: str, value: str) -> object:
    return value.casefold() == "true" if key == "indefinitely" else value


def _named(contents: Contents, record: dict[str, Any], key: str, place: str) -> list[Problem]:
    """Put the ids of a treaty or of states where a record has any of their names; say which are unknown."""
    if key == "towards" and record.get("type") == "domestic-approval":
        return []
    find = contents.treaty if key == "treaty" else contents.party
    given = record[key]
    try:
        record[key] = [find(name).id for name in given] if isinstance(given, list) else find(given).id
    except QuestionError as error:
        del record[key]
        return [problem_of(place, f"unknown-{'treaty' if key == 'treaty' else 'party'}", str(error), path=key)]
    return []


def _places(origins: Sequence[Origin]) -> Locate:
    """Return what finds places in files, and of a line the field alone."""
    in_files = from_origins({"events": list(origins)})

    def locate(path: Sequence[str | int]) -> tuple[str | None, int | None, int | None, str]:
        index = path[1] if len(path) > 1 else None
        origin = origins[index] if isinstance(index, int) and index < len(origins) else None
        if origin is None or origin.path:
            return in_files(path)
        return str(origin.raw.path), None, None, ".".join(str(step) for step in path[2:])

    return locate


def _references(contents: Contents, supposed: Document, locate: Locate) -> list[Problem]:
    """Check the whole document with the suppositions added; places in it lead back to them."""
    whole = with_supposed(contents.document, supposed)
    before = len(contents.document.events)

    def place(path: Sequence[str | int]) -> tuple[str | None, int | None, int | None, str]:
        kind, index, *rest = path
        added = kind == "events" and isinstance(index, int) and index >= before
        return locate((kind, int(index) - before, *rest)) if added else contents.locate(path)

    return check_references(whole, place)
