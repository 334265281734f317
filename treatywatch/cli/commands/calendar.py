"""`export ics`: deadlines, and past events, as a calendar."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer, Cell, Column, Table
from treatywatch.reports.calendar import entry_document, ics
from treatywatch.reports.documents import question
from treatywatch.snapshot.calendar import entries
from treatywatch.snapshot.words import join

__all__ = ["calendar"]


def calendar(context: Context) -> Answer:
    """Answer with the calendar of the treaties named, or of all."""
    given, snapshot = context.arguments, context.snapshot
    contents = snapshot.view.contents
    asked = list(dict.fromkeys(contents.treaty(name).id for name in given.treaties))
    found = entries(snapshot, asked or [treaty.id for treaty in snapshot.treaties], history=given.history)
    titles = [contents.treaties[name].short_title for name in asked]
    content = ics(found, f"Treaty deadlines: {join(titles)}" if titles else "Treaty deadlines")
    columns = (Column("Start"), Column("Until before"), Column("Kind"), Column("What"))
    rows = tuple(
        (Cell(str(entry.start)), Cell(str(entry.end)), Cell(entry.category, "dim"), Cell(entry.summary))
        for entry in found
    )
    document = {**question(snapshot), "entries": [entry_document(entry) for entry in found]}
    return Answer(document, (Table("", columns, rows),), content=content)
