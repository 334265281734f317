"""`positions`: where each party stands, and how it moved."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer, Block, Text
from treatywatch.reports.boards import footer
from treatywatch.reports.documents import question
from treatywatch.reports.position_documents import (
    alignment_document,
    position_document,
    shift_document,
    statement_document,
)
from treatywatch.reports.position_history import shifts_table, statements_tables
from treatywatch.reports.positions import matrix, positions_table, stances_trees

__all__ = ["positions"]


def positions(context: Context) -> Answer:
    """Answer with the stances, shifts and alignments on the issues asked about; with every statement for `--history`."""
    given, snapshot = context.arguments, context.snapshot
    treaty, party, issue = given.treaty, given.party, given.issue
    held = snapshot.positions(treaty, party=party, issue=issue)
    shifts = snapshot.shifts(treaty, party=party, issue=issue)
    aligned = snapshot.alignment(treaty, issue=issue)
    if party is not None:
        aligned = tuple(one for one in aligned if any(where.issue.id == one.issue.id for where in held))
    document = {
        **question(snapshot),
        "positions": [position_document(where) for where in held],
        "shifts": [shift_document(shift) for shift in shifts],
        "alignment": [alignment_document(one) for one in aligned],
    }
    perhaps = () if issue else tuple(one.id for one in snapshot.perhaps(treaty))
    document["perhaps"] = list(perhaps)
    blocks: list[Block] = []
    if given.history:
        told = snapshot.statements(treaty, party=party, issue=issue)
        document["statements"] = [statement_document(one) for one in told]
        blocks += statements_tables(told, {one.id: one.title for one in snapshot.view.contents.document.issues})
    elif given.format == "csv" or not held:
        blocks.append(positions_table(held))
    else:
        blocks += [matrix(held), *stances_trees(held, aligned), *shifts_table(shifts)]
    if perhaps:
        blocks.append(Text(f"Perhaps spoken of by this day, the dates being vague: {', '.join(perhaps)}.", "dim"))
    blocks.append(footer(snapshot))
    return Answer(document, tuple(blocks))
