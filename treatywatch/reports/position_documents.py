"""Positions as JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from treatywatch.dates import Edtf
from treatywatch.reports.documents import countdown_document, occurrence_documents
from treatywatch.snapshot.stances import Alignment, PartyPosition, StanceShift, Statement

if TYPE_CHECKING:
    from treatywatch.models.statements import Position

__all__ = ["alignment_document", "position_document", "shift_document", "statement_document"]

Document = dict[str, Any]


def position_document(where: PartyPosition) -> Document:
    """Return where one party stands on one issue. `voice` tells whose word it is; for silence all that was said is null."""
    said, report = where.statement, where.held.report
    return {
        "issue": where.issue.id,
        "proposition": where.issue.proposition,
        "treaty": where.issue.treaty,
        "party": where.party,
        "name": where.name,
        "stance": where.stance,
        "possible": list(where.held.possible),
        "previous_stance": where.previous_stance,
        "since": _edtf(where.since),
        "said_on": _edtf(said.date) if said else None,
        "days_min": where.days[0] if where.days else None,
        "days_max": where.days[1] if where.days else None,
        **_words(said),
        "state": where.state.state,
        "state_since": _edtf(where.state.since),
        "sources": [{"source": source, "at": at} for source, at in where.told],
        "latest_report": statement_of(report) if report else None,
        "contradicted_by": occurrence_documents(where.contradicted_by),
    }


def statement_of(said: Position) -> Document:
    """Return one statement as its sources tell it."""
    return {
        "fact": said.id,
        "issue": said.issue,
        "party": said.party,
        "date": str(said.date),
        "stance": said.stance,
        **_words(said),
        "occasion": said.occasion,
        "confidence": said.confidence,
        "note": said.note,
        "sources": [{"source": source, "at": said.at} for source in said.sources],
    }


def statement_document(told: Statement) -> Document:
    """Return one statement in the order of time, with the shift it brought and what outranks it."""
    outranked = told.outranked
    return {
        **statement_of(told.said),
        "shift_from": told.shift.before.stance if told.shift else None,
        "outranked_by": outranked[0].id if outranked else None,
        "rule": outranked[1] if outranked else None,
        "certain": told.certain,
    }


def shift_document(shift: StanceShift) -> Document:
    """Return one change of stance."""
    before, after = shift.shift.before, shift.shift.after
    return {
        "issue": shift.issue,
        "party": shift.party,
        "from": before.stance,
        "to": after.stance,
        "between": list(shift.between),
        "certain": shift.shift.certain,
        "facts": [before.id, after.id],
    }


def alignment_document(aligned: Alignment) -> Document:
    """Return who has which stance on an issue; `outlook` is there where it needs the agreement of all parties."""
    issue = aligned.issue
    made: Document = {
        "issue": issue.id,
        "proposition": issue.proposition,
        "treaty": issue.treaty,
        **{stance.replace(" ", "_"): list(who) for stance, who in aligned.stances.items()},
        "uncertain": list(aligned.uncertain),
        "by_account": list(aligned.by_account),
        "at_one": aligned.at_one,
        "state": aligned.state.state,
        "possible_states": list(aligned.state.possible),
        "state_since": _edtf(aligned.state.since),
        "settled_by": occurrence_documents([aligned.state.settled_by] if aligned.state.settled_by else []),
    }
    if aligned.outlook is not None:
        made["outlook"] = aligned.outlook
        made["deadline"] = countdown_document(aligned.deadline) if aligned.deadline else None
    return made


def _words(said: Position | None) -> Document:
    fields = ("speaker", "title", "office", "voice", "reported_by", "summary")
    return {name: getattr(said, name) if said else None for name in fields}


def _edtf(day: Edtf | None) -> str | None:
    return str(day) if day is not None else None
