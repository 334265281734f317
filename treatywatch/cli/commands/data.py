"""`schema` and `export`: the data's form, and the data."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from treatywatch.catalog.compiled import as_text, compile_document, digest_of
from treatywatch.catalog.names import did_you_mean
from treatywatch.catalog.read import builtin_directory
from treatywatch.cli.context import Context
from treatywatch.errors import QuestionError
from treatywatch.models import Document, Event, Issue, Party, Position, ReportedStatus, ReportedTerm, Source, Treaty
from treatywatch.reports.answer import Answer, Text
from treatywatch.reports.documents import question

__all__ = ["KINDS", "export", "schema"]

KINDS: dict[str, Any] = {
    "document": Document,
    "party": Party,
    "source": Source,
    "issue": Issue,
    "treaty": Treaty,
    "event": Event,
    "position": Position,
    "status": ReportedStatus,
    "term": ReportedTerm,
}


def schema(context: Context) -> Answer:
    """Answer with a JSON Schema (draft 2020-12)."""
    kind = context.arguments.kind
    if kind not in KINDS:
        raise QuestionError(f"there is no schema of {kind!r}", did_you_mean(kind, KINDS))
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(KINDS[kind]).json_schema(mode="validation"),
    }
    return _as_json(context, made)


def export(context: Context) -> Answer:
    """Answer with the whole catalog, or with a calendar."""
    given = context.arguments
    if given.what == "ics":
        from treatywatch.cli.commands.calendar import calendar

        return calendar(context)
    if given.what == "svg":
        return _drawing(context)
    if given.treaties or given.history:
        hint = "treaties and --history go with export ics"
        raise QuestionError(f"export {given.what} writes the whole catalog", hint)
    if given.what == "compiled":
        return _compiled(context)
    return _as_json(
        context, context.catalog.document.model_dump(mode="json", exclude_defaults=True) | {"schema_version": 1}
    )


def _compiled(context: Context) -> Answer:
    """Answer with the compiled form of one data directory: what the package starts from."""
    paths = [Path(path) for path in context.data] or [builtin_directory()]
    if len(paths) > 1 or not paths[0].is_dir():
        raise QuestionError("export compiled takes one data directory", "give one --data DIR, or none")
    compiled = compile_document(context.catalog.document, digest_of(paths[0]))
    return Answer({"digest": compiled["digest"]}, (), content=as_text(compiled))


def _drawing(context: Context) -> Answer:
    """Answer with a timeline as SVG: of one treaty with its parties, or of several side by side."""
    from treatywatch.reports.svg import svg
    from treatywatch.reports.timeline import timeline_of, timeline_of_all

    given, snapshot = context.arguments, context.snapshot
    kind, *names = given.treaties or ["timeline"]
    if kind != "timeline":
        raise QuestionError(f"no drawing is called {kind!r}", "export svg timeline [TREATY ...]")
    if given.history:
        raise QuestionError("--history goes with export ics")
    ids = [snapshot.view.contents.treaty(name).id for name in names] or [treaty.id for treaty in snapshot.treaties]
    ids = list(dict.fromkeys(ids))
    drawn = timeline_of(snapshot, ids[0]) if len(ids) == 1 else timeline_of_all(snapshot, ids)
    document = {**question(snapshot), "treaties": ids}
    return Answer(document, (drawn,), content=svg(drawn, "timeline", alone=True))


def _as_json(context: Context, document: dict[str, Any]) -> Answer:
    """These answers are JSON in whatever format they are asked for by default."""
    if context.arguments.format == "rich":
        context.arguments.format = "json"
    return Answer(document, (Text(json.dumps(document, ensure_ascii=False, indent=2), code=True),))
