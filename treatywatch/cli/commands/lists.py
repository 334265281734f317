"""`sources`, `rules`, `issues`, `parties`: lists of what there is."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from treatywatch.catalog.read import read_text
from treatywatch.cli.context import Context
from treatywatch.errors import Problem, QuestionError
from treatywatch.reports.answer import Answer, Cell, Column, Table, Text
from treatywatch.reports.documents import SCHEMA_VERSION
from treatywatch.rules import RULES

__all__ = ["issues", "parties", "rules", "sources"]


def _list(name: str, members: Sequence[dict[str, Any]], columns: Sequence[str]) -> Answer:
    """Answer with one array named after the command, and a table of the columns."""
    rows = tuple(tuple(Cell(_cell(member.get(column))) for column in columns) for member in members)
    heads = tuple(Column(column.replace("_", " ").capitalize()) for column in columns)
    return Answer({"schema_version": SCHEMA_VERSION, name: list(members)}, (Table("", heads, rows),))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def sources(context: Context) -> Answer:
    """Answer with the bibliography, one source of it, or the fragments that are not found in the sources' texts."""
    given = context.arguments
    if given.name == "verify":
        return _verify(context)
    if given.directory:
        raise QuestionError("a directory goes with `sources verify DIR`")
    contents = context.catalog.contents
    found = (
        [contents.source(given.name)]
        if given.name is not None
        else sorted(contents.sources.values(), key=lambda source: source.id)
    )
    members = [source.model_dump(mode="json") for source in found]
    return _list("sources", members, ("id", "publisher", "title", "published", "kind", "url"))


def _verify(context: Context) -> Answer:
    given = context.arguments
    if not given.directory:
        raise QuestionError("`sources verify` needs a directory of texts, one for each source: ID.txt")
    folder = Path(given.directory)
    if not folder.is_dir():
        raise QuestionError(f"{given.directory} is no directory")
    document = context.catalog.document
    texts: dict[str, str | None] = {}
    members = []
    looked_up = 0
    for fact in (*document.events, *document.positions, *document.statuses, *document.terms):
        for source in fact.sources:
            text = _text(folder, source, texts)
            if fact.fragment is None or text is None:
                continue
            looked_up += 1
            if " ".join(fact.fragment.split()) not in text:
                members.append({"id": fact.id, "source": source, "at": fact.at, "fragment": fact.fragment})
    known = sorted(name for name, text in texts.items() if text is not None)
    answer = _list("sources", members, ("id", "source", "at", "fragment"))
    said = f"{looked_up} fragments looked up in {len(known)} texts; {len(members)} not found."
    table = answer.blocks if members else ()
    more = {"texts": known, "looked_up": looked_up, "not_found": len(members)}
    return Answer({**answer.document, **more}, (*table, Text(said)), 1 if members else 0)


def _text(folder: Path, source: str, texts: dict[str, str | None]) -> str | None:
    if source not in texts:
        path = folder / f"{source}.txt"
        read = read_text(path) if path.is_file() else None
        if isinstance(read, Problem):
            raise QuestionError(str(read))
        texts[source] = " ".join(read.split()) if read is not None else None
    return texts[source]


def rules(context: Context) -> Answer:
    """Answer with every rule: its name, what it says and by what authority."""
    members = [
        {"id": rule.id, "statement": rule.statement, "authority": list(rule.authority), "on": list(rule.on)}
        for rule in RULES.values()
    ]
    return _list("rules", members, ("id", "statement", "authority"))


def issues(context: Context) -> Answer:
    """Answer with the issues."""
    return _list("issues", _dumped(context.catalog.document.issues), ("id", "proposition", "treaty", "parties"))


def parties(context: Context) -> Answer:
    """Answer with the parties."""
    found = sorted(context.catalog.document.parties, key=lambda party: party.id)
    return _list("parties", _dumped(found), ("id", "name", "since", "until", "continued_by", "succeeded_by"))


def _dumped(records: Iterable[Any]) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json") for record in records]
