"""`lineage`: what came before a treaty, and what came after it."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer
from treatywatch.reports.boards import footer
from treatywatch.reports.documents import question
from treatywatch.reports.lineages import lineage_document, lineage_table, lineage_tree

__all__ = ["lineage"]


def lineage(context: Context) -> Answer:
    """Answer with the line that a treaty stands in."""
    snapshot = context.snapshot
    line = snapshot.lineage(context.arguments.treaty)
    notes = footer(snapshot, [snapshot.status(kin.treaty) for kin in line.members])
    document = {**question(snapshot), **lineage_document(line)}
    return Answer(document, (lineage_tree(line), lineage_table(line), notes))
