"""Answers as blocks for people: the board of statuses, timelines, reasons, findings."""

from collections.abc import Iterable, Sequence

from treatywatch.errors import Problem
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import ENDED
from treatywatch.reports.answer import Block, Cell, Column, Table, Text, Tone, Tree
from treatywatch.reports.documents import occurrence_documents
from treatywatch.snapshot import Countdown, Evidence, Explanation, Interval, PartyStatus, Snapshot, TreatyStatus
from treatywatch.snapshot.words import STATUS_WORDS, date_words, join

__all__ = [
    "explanation_tree",
    "findings_table",
    "footer",
    "intervals_table",
    "occurrences_table",
    "parties_table",
    "status_table",
]

_TONES: dict[str, Tone] = {
    "in-force": "good",
    "party": "good",
    "signed": "warn",
    "provisionally-applied": "warn",
    "suspended": "warn",
    "signatory": "warn",
    "contracting": "warn",
    "provisional": "warn",
    "expired": "bad",
    "terminated": "bad",
    "superseded": "bad",
    "abandoned": "bad",
    "withdrawn": "bad",
    "former": "dim",
    "not-concluded": "dim",
    "none": "dim",
}


def footer(snapshot: Snapshot, statuses: Sequence[TreatyStatus] = ()) -> Text:
    """Return the line that says what was asked: the day, the state of knowledge, the sources, how far it was verified."""
    parts = [f"As of {snapshot.as_of}"]
    parts.append(f"known by {snapshot.known_by}" if snapshot.known_by else "all that is known")
    if snapshot.according_to is not None:
        parts.append(f"according to {join(snapshot.according_to)} alone")
    if statuses:
        low, high = min(s.verified for s in statuses), max(s.verified for s in statuses)
        parts.append(f"verified until {low}" if low == high else f"verified until {low} to {high}")
        if snapshot.as_of > low:
            parts.append("later days rest on the last known facts")
    if any(status.hypothetical for status in statuses):
        parts.append("rests on suppositions")
    return Text("; ".join(parts) + ".", "dim")


def status_table(statuses: Iterable[TreatyStatus], title: str = "") -> Table:
    """Return the board: one row for each treaty."""
    columns = (
        Column("Treaty"),
        Column("Status"),
        Column("Since"),
        Column("Time left or gone by"),
        Column("Next"),
        Column("Notes"),
    )
    return Table(title, columns, tuple(_status_row(status) for status in statuses))


def _status_row(status: TreatyStatus) -> tuple[Cell, ...]:
    words = join((STATUS_WORDS[word] for word in status.possible), "or")
    shown = f"{words} ?" if len(status.possible) > 1 else words
    return (
        Cell(status.short_title, "strong"),
        Cell(shown, _TONES[status.status]),
        Cell(date_words(status.since) if status.since else ""),
        Cell(_left(status)),
        Cell(_next(status)),
        Cell(_notes(status), "warn" if status.flags else ""),
    )


def _left(status: TreatyStatus) -> str:
    """Say how long the treaty still has, or how long ago it ended."""
    end = next((d for d in status.deadlines if d.deadline.kind in ("expiry", "renewal")), None)
    if end is not None:
        ends = "renews" if end.deadline.kind == "renewal" else "left"
        return f"{days_words(end)} {ends}" if ends == "left" else f"renews in {days_words(end)}"
    if status.status in ENDED:
        return "ended" if status.since is None else f"ended {date_words(status.since)}"
    return "no end set" if status.status in ("in-force", "suspended") else ""


def days_words(counted: Countdown) -> str:
    """Return the days of a countdown in words, a range for a vague date."""
    if counted.days is None:
        return f"{counted.days_min} to {counted.days_max} days"
    count = abs(counted.days)
    return f"{count} day{'s' * (count != 1)}"


def _next(status: TreatyStatus) -> str:
    first = next(
        (d for d in status.deadlines if d.deadline.kind not in ("recurring", "notice-window", "extension-window")), None
    )
    first = first or next(iter(status.deadlines), None)
    return f"{first.deadline.date}: {first.summary}" if first else ""


def _notes(status: TreatyStatus) -> str:
    names = {party.party: party.name for party in status.parties}
    out = [party.name for party in status.parties if party.status == "withdrawn"]
    notes = []
    if out:
        notes.append(f"left: {join(out)}")
    if status.withdrawing:
        notes.append(f"leaving: {join(names[party] for party in status.withdrawing)}")
    if status.suspended_by:
        notes.append(f"suspended by {join(names[party] for party in status.suspended_by)}")
    if "contested" in status.flags:
        notes.append("contested")
    if "reported" in status.flags:
        notes.append("as reported only")
    if status.hypothetical:
        notes.append("supposed")
    return "; ".join(notes)


def parties_table(status: TreatyStatus, parties: Iterable[PartyStatus]) -> Table:
    """Return how each state stands to a treaty."""
    columns = (Column("Party"), Column("Name"), Column("Status"), Column("Since"), Column("Flags"))
    rows = tuple(
        (
            Cell(party.party),
            Cell(party.name),
            Cell(join(party.possible, "or"), _TONES[party.status]),
            Cell(date_words(party.since) if party.since else ""),
            Cell(", ".join(party.flags), "warn"),
        )
        for party in parties
    )
    count = sum(party.status == "party" for party in status.parties)
    partly = status.participation == "partial"
    notes = ("Only the states that the record names are listed; the treaty has more parties.",) if partly else ()
    title = status.short_title if partly else f"{status.short_title}: {count} part{'y' if count == 1 else 'ies'}"
    return Table(title, columns, rows, notes)


def intervals_table(title: str, intervals: Iterable[Interval]) -> Table:
    """Return stretches of time with their status."""
    columns = (Column("From"), Column("Until before"), Column("Status"), Column("Flags"), Column("Rule"))
    rows = tuple(
        (
            Cell(str(interval.start or "")),
            Cell(str(interval.end or "")),
            Cell(
                join(interval.possible, "or") + (" (projected)" if interval.projected else ""), _TONES[interval.status]
            ),
            Cell(", ".join(interval.flags), "warn"),
            Cell(interval.rule or "", "dim"),
        )
        for interval in intervals
    )
    return Table(title, columns, rows)


def occurrences_table(title: str, acts: Iterable[Occurrence]) -> Table:
    """Return what happened, in order, with who says so."""
    columns = (Column("Date"), Column("Event"), Column("Parties"), Column("What"), Column("Sources"))
    rows = tuple(
        (
            Cell(made["date"]),
            Cell(made["type"]),
            Cell(", ".join(made["parties"])),
            Cell(made["summary"]),
            Cell(", ".join(made["sources"]), "dim"),
        )
        for made in occurrence_documents(acts)
    )
    return Table(title, columns, rows)


def explanation_tree(explanation: Explanation) -> Tree:
    """Return a conclusion as a tree that reads as sentences."""
    children: list[Tree] = []
    if explanation.statement:
        law = f" [{join(explanation.authority)}]" if explanation.authority else ""
        children.append(
            Tree(
                Cell(
                    f"Rule {explanation.rule}: {explanation.statement}{law}"
                    if explanation.rule
                    else explanation.statement
                )
            )
        )
    for reason in explanation.because:
        children.append(
            explanation_tree(reason) if isinstance(reason, Explanation) else _evidence_tree("Because", reason)
        )
    children += [explanation_tree(other) for other in explanation.also]
    children += [Tree(Cell(f"Not certain: {vague}.", "warn")) for vague in explanation.vague]
    children += [_evidence_tree("Not known, or not told, by what was asked", left) for left in explanation.not_known]
    return Tree(Cell(f"{explanation.conclusion}.", "strong"), tuple(children))


def _evidence_tree(lead: str, evidence: Evidence) -> Tree:
    places = [f"{source}, {at}" if at else source for source, at in evidence.sources]
    told = f" ({'; '.join(places)})" if places else ""
    mark = " (supposed)" if evidence.supposed else " (disputed)" if evidence.disputed else ""
    return Tree(Cell(f"{lead}: {date_words(evidence.date)}{mark}: {evidence.summary}{told}"))


def findings_table(problems: Sequence[Problem]) -> list[Block]:
    """Return findings with their places, and how many there are of each severity."""
    tones: dict[str, Tone] = {"error": "bad", "warning": "warn", "info": "dim"}
    columns = (Column("Place"), Column("Severity"), Column("Code"), Column("Message"), Column("Remedy"))
    rows = tuple(
        (
            Cell(problem.place),
            Cell(problem.severity, tones[problem.severity]),
            Cell(problem.code),
            Cell(f"{problem.path}: {problem.message}" if problem.path else problem.message),
            Cell(problem.hint or "", "dim"),
        )
        for problem in problems
    )
    counts = {severity: sum(problem.severity == severity for problem in problems) for severity in tones}
    said = ", ".join(f"{count} {severity}{'s' * (count != 1)}" for severity, count in counts.items() if count)
    summary = Text(f"{said}." if said else "Nothing found.")
    return [Table("", columns, rows), summary] if rows else [summary]
