"""`show`: everything about one treaty."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer
from treatywatch.reports.board import footer
from treatywatch.reports.documents import (
    finding_document,
    interval_document,
    occurrence_documents,
    question,
    status_document,
)
from treatywatch.reports.dossier import dossier
from treatywatch.reports.position_documents import position_document, shift_document

__all__ = ["show"]


def show(context: Context) -> Answer:
    """Answer with identity, terms, parties, years, events, deadlines, positions and disagreements of a treaty."""
    snapshot = context.snapshot
    record = snapshot.view.contents.treaty(context.arguments.treaty)
    status = snapshot.status(record.id)
    lines = [snapshot.intervals(record.id, party) for party in (None, *snapshot.history(record.id).parties)]
    findings = [finding for finding in snapshot.findings() if finding.subject == record.id]
    document = {
        **question(snapshot),
        "treaty": status_document(status),
        "record": record.model_dump(mode="json", exclude_none=True),
        "intervals": [interval_document(interval) for line in lines for interval in line],
        "occurrences": occurrence_documents(snapshot.occurrences(record.id)),
        "positions": [position_document(held) for held in snapshot.positions(record.id)],
        "shifts": [shift_document(shift) for shift in snapshot.shifts(record.id)],
        "findings": [finding_document(finding) for finding in findings],
    }
    return Answer(document, (*dossier(snapshot, status, findings), footer(snapshot, [status])))
