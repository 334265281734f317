"""Answers as JSON documents: the contract with scripts. Keys may be added, never renamed or dropped."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from treatywatch.dates import Edtf
from treatywatch.errors import Problem
from treatywatch.models.occurrence import Occurrence
from treatywatch.snapshot import Countdown, Evidence, Explanation, Interval, PartyStatus, Snapshot, TreatyStatus

__all__ = [
    "SCHEMA_VERSION",
    "countdown_document",
    "evidence_document",
    "explanation_document",
    "finding_document",
    "interval_document",
    "occurrence_documents",
    "party_document",
    "question",
    "status_document",
]

SCHEMA_VERSION = 1

Document = dict[str, Any]


def question(snapshot: Snapshot) -> Document:
    """Return the keys with which every answer begins: what was asked, of which day, as known when."""
    trusted = snapshot.according_to
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": snapshot.as_of.isoformat(),
        "known_by": _day(snapshot.known_by),
        "according_to": list(trusted) if trusted is not None else None,
    }


def status_document(status: TreatyStatus) -> Document:
    """Return one treaty's status."""
    return {
        "id": status.id,
        "short_title": status.short_title,
        "title": status.title,
        "subject": status.subject,
        "participation": status.participation,
        "status": status.status,
        "possible": list(status.possible),
        "since": _edtf(status.since),
        "flags": list(status.flags),
        "verified": status.verified.isoformat(),
        "suspended_by": list(status.suspended_by),
        "withdrawing": list(status.withdrawing),
        "contested_by": list(status.contested_by),
        "hypothetical": status.hypothetical,
        "parties": [party_document(party) for party in status.parties],
        "deadlines": [countdown_document(counted) for counted in status.deadlines],
    }


def party_document(party: PartyStatus) -> Document:
    """Return one state's status."""
    return {
        "party": party.party,
        "name": party.name,
        "status": party.status,
        "possible": list(party.possible),
        "since": _edtf(party.since),
        "flags": list(party.flags),
        "hypothetical": party.hypothetical,
    }


def countdown_document(counted: Countdown) -> Document:
    """Return one deadline."""
    deadline, span = counted.deadline, counted.span
    return {
        "treaty": deadline.treaty,
        "party": deadline.party,
        "kind": deadline.kind,
        "date": str(deadline.date),
        "latest": _edtf(deadline.latest),
        "days": counted.days,
        "days_min": counted.days_min,
        "days_max": counted.days_max,
        "years": span.years if span else None,
        "months": span.months if span else None,
        "days_over": span.days_over if span else None,
        "summary": counted.summary,
        "rule": deadline.rule,
        "authority": list(deadline.authority),
        "sources": list(counted.sources),
        "suspended_by": list(deadline.suspended_by),
        "hypothetical": deadline.hypothetical,
    }


def interval_document(interval: Interval) -> Document:
    """Return one stretch of time."""
    return {
        "party": interval.party,
        "status": interval.status,
        "possible": list(interval.possible),
        "flags": list(interval.flags),
        "start": _day(interval.start),
        "end": _day(interval.end),
        "projected": interval.projected,
        "rule": interval.rule,
        "occurrences": list(interval.occurrences),
        "hypothetical": interval.hypothetical,
    }


def occurrence_documents(acts: Iterable[Occurrence]) -> list[Document]:
    """Return occurrences; one entry for an act of several parties that the same facts tell."""
    found: dict[tuple[Any, ...], Document] = {}
    for act in acts:
        key = (act.type, act.date, tuple(fact.id for fact in act.facts))
        if key in found:
            found[key]["parties"].append(act.party)
            continue
        parties = [act.party] if act.party else list(act.get("parties") or ())
        found[key] = {
            "id": act.id,
            "type": act.type,
            "parties": parties,
            "date": str(act.date),
            "summary": act.summary,
            "sources": list(act.sources),
            "facts": [fact.id for fact in act.facts],
            "disputed": act.disputed,
            "hypothetical": act.supposed,
        }
    for made in found.values():
        if len(made["parties"]) > 1 and made["id"].split(":")[2:3] == [str(made["parties"][0]).lower()]:
            made["id"] = ":".join(part for i, part in enumerate(made["id"].split(":")) if i != 2)
    return list(found.values())


def explanation_document(explanation: Explanation) -> Document:
    """Return a conclusion with its reasons."""
    made: Document = {
        "subject": explanation.subject,
        "conclusion": explanation.conclusion,
        "status": explanation.status,
        "rule": explanation.rule,
        "statement": explanation.statement,
        "authority": list(explanation.authority),
        "hypothetical": explanation.hypothetical,
        "because": [
            explanation_document(reason) if isinstance(reason, Explanation) else evidence_document(reason)
            for reason in explanation.because
        ],
    }
    if explanation.vague:
        made["vague"] = list(explanation.vague)
    if explanation.not_known:
        made["not_known"] = [{**evidence_document(left), "why": left.unknown} for left in explanation.not_known]
    if explanation.also:
        made["also"] = [explanation_document(other) for other in explanation.also]
    return made


def evidence_document(evidence: Evidence) -> Document:
    """Return an occurrence as evidence."""
    return {
        "occurrence": evidence.occurrence,
        "date": str(evidence.date),
        "summary": evidence.summary,
        "sources": [{"source": source, "at": at} for source, at in evidence.sources],
        "disputed": evidence.disputed,
        "hypothetical": evidence.supposed,
    }


def finding_document(problem: Problem) -> Mapping[str, Any]:
    """Return one finding."""
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "subject": problem.subject,
        "sources": list(problem.sources),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _edtf(day: Edtf | None) -> str | None:
    return str(day) if day is not None else None
