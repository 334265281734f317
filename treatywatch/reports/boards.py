"""Answers as blocks for people: parties, timelines, reasons, findings; the board of statuses is in `board`."""

from collections.abc import Iterable, Sequence

from treatywatch.errors import Problem
from treatywatch.models.occurrence import Occurrence
from treatywatch.reports.answer import Block, Cell, Column, Table, Text, Tone, Tree
from treatywatch.reports.board import days_words, footer, status_table
from treatywatch.reports.documents import occurrence_documents
from treatywatch.reports.tones import STATUS_TONES
from treatywatch.snapshot import Evidence, Explanation, Interval, PartyStatus, TreatyStatus
from treatywatch.snapshot.words import date_words, join

__all__ = [
    "days_words",
    "explanation_tree",
    "findings_table",
    "footer",
    "intervals_table",
    "occurrences_table",
    "partial_notes",
    "parties_table",
    "standing_table",
    "status_table",
]


def parties_table(status: TreatyStatus, parties: Iterable[PartyStatus]) -> Table:
    """Return how each state stands to a treaty."""
    columns = (Column("Party"), Column("Name"), Column("Status"), Column("Since"), Column("Flags"))
    rows = tuple(
        (
            Cell(party.party),
            Cell(party.name),
            Cell(join(party.possible, "or"), STATUS_TONES[party.status]),
            Cell(date_words(party.since) if party.since else ""),
            Cell(", ".join(party.flags), "warn"),
        )
        for party in parties
    )
    least = sum(set(party.possible) == {"party"} for party in status.parties)
    most = sum("party" in party.possible for party in status.parties)
    count = f"{least}" if least == most else f"{least} to {most}"
    notes = partial_notes(status)
    title = status.short_title if notes else f"{status.short_title}: {count} part{'y' if count == '1' else 'ies'}"
    return Table(title, columns, rows, notes)


def partial_notes(status: TreatyStatus) -> tuple[str, ...]:
    """Return what is to be said below a list of a treaty's parties where only some of them are on record."""
    if status.participation != "partial":
        return ()
    bound = status.status in ("in-force", "suspended")
    others = "the treaty has more parties" if bound else "others have signed the treaty or consented to it"
    return (f"Only the states that the record names are listed; {others}.",)


def standing_table(name: str, statuses: Iterable[TreatyStatus]) -> Table:
    """Return how one state, named, stands to each of several treaties; the statuses hold that state alone."""
    columns = (Column("Treaty"), Column("Status"), Column("Since"), Column("Flags"))
    rows = tuple(
        (
            Cell(status.short_title, "strong"),
            Cell(join(party.possible, "or"), STATUS_TONES[party.status]),
            Cell(date_words(party.since) if party.since else ""),
            Cell(", ".join(party.flags), "warn"),
        )
        for status in statuses
        for party in status.parties
    )
    return Table(name, columns, rows)


def intervals_table(title: str, intervals: Iterable[Interval]) -> Table:
    """Return stretches of time with their status."""
    columns = (Column("From"), Column("Until before"), Column("Status"), Column("Flags"), Column("Rule"))
    rows = tuple(
        (
            Cell(str(interval.start or "")),
            Cell(str(interval.end or "")),
            Cell(
                join(interval.possible, "or") + (" (projected)" if interval.projected else ""),
                STATUS_TONES[interval.status],
            ),
            Cell(", ".join(interval.flags), "warn"),
            Cell(interval.rule or "", "dim"),
        )
        for interval in intervals
    )
    return Table(title, columns, rows)


def occurrences_table(title: str, acts: Iterable[Occurrence]) -> Table:
    """Return what happened, in order, with who says so."""
    columns = (
        Column("Date"),
        Column("Event"),
        Column("Parties", optional=True),
        Column("What"),
        Column("Sources", optional=True),
    )
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
    children += [
        explanation_tree(reason) if isinstance(reason, Explanation) else _evidence_tree("Because", reason)
        for reason in explanation.because
    ]
    children += [explanation_tree(other) for other in explanation.also]
    children += [Tree(Cell(f"Not certain: {vague}.", "warn")) for vague in explanation.vague]
    children += [_evidence_tree(_why_left_out(left), left) for left in explanation.not_known]
    return Tree(Cell(f"{explanation.conclusion}.", "strong"), tuple(children))


def _why_left_out(left: Evidence) -> str:
    return (
        f"{left.unknown[:1].upper()}{left.unknown[1:]}" if left.unknown else "Not known, or not told, by what was asked"
    )


def _evidence_tree(lead: str, evidence: Evidence) -> Tree:
    places = [f"{source}, {at}" if at else source for source, at in evidence.sources]
    told = f" ({'; '.join(places)})" if places else ""
    mark = " (supposed)" if evidence.supposed else " (disputed)" if evidence.disputed else ""
    return Tree(Cell(f"{lead}: {date_words(evidence.date)}{mark}: {evidence.summary}{told}"))


def findings_table(problems: Sequence[Problem]) -> list[Block]:
    """Return findings with their places, and how many there are of each severity."""
    tones: dict[str, Tone] = {"error": "bad", "warning": "warn", "info": "dim"}
    columns = (
        Column("Place"),
        Column("Severity"),
        Column("Code", optional=True),
        Column("Message"),
        Column("Remedy", optional=True),
    )
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
