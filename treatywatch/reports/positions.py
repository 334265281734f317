"""Positions as blocks for people: the matrix of issues by parties, who said what when, and the statements in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatywatch.reports.answer import Block, Cell, Column, Table, Text, Tone
from treatywatch.rules.positions import SILENT
from treatywatch.snapshot.explain_position import who_said
from treatywatch.snapshot.stances import Alignment, PartyPosition, StanceShift, Statement
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from treatywatch.models.statements import Position

__all__ = ["alignment_table", "matrix", "positions_table", "shifts_table", "statements_tables"]

TONES: dict[str, Tone] = {
    "supports": "good",
    "conditional": "warn",
    "noncommittal": "warn",
    "opposes": "bad",
    SILENT: "dim",
}


def matrix(positions: Sequence[PartyPosition]) -> Table:
    """Return the issues by the parties: the stance, whose word it is where it is not the party's own, and since when."""
    parties = sorted({where.party for where in positions}, key=lambda party: _weight(positions, party))
    held = {(where.issue.id, where.party): where for where in positions}
    issues = {where.issue.id: where for where in positions}
    rows = tuple(
        (
            Cell(where.issue.title, "strong"),
            *(_stance(held[name, party]) if (name, party) in held else Cell("") for party in parties),
            Cell(_state(where), "" if where.state.state == "open" else "dim"),
        )
        for name, where in issues.items()
    )
    columns = (Column("Issue"), *(Column(party) for party in parties), Column("State"))
    return Table("Where the parties stand", columns, rows)


def _weight(positions: Sequence[PartyPosition], party: str) -> tuple[int, str]:
    return -sum(where.party == party for where in positions), party


def _stance(where: PartyPosition) -> Cell:
    said = where.statement
    notes = []
    if where.uncertain:
        notes.append(f"or {join((stance for stance in where.held.possible if stance != where.stance), 'or')}")
    if said is not None and said.voice != "stated":
        notes.append(f"reported by {said.reported_by}" if said.voice == "reported" else "characterised")
    if where.contradicted_by:
        notes.append("acted otherwise")
    since = f" since {date_words(where.since)}" if where.since else ""
    more = f" ({'; '.join(notes)})" if notes else ""
    return Cell(f"{where.stance}{since}{more}", TONES[where.stance])


def _state(where: PartyPosition) -> str:
    state = where.state
    words = join(state.possible, "or") if len(state.possible) > 1 else state.state
    return f"{words} since {date_words(state.since)}" if state.since else words


def positions_table(positions: Sequence[PartyPosition]) -> Table:
    """Return one row for each stance: since when, last said when, by whom and how long ago, in what words and where."""
    columns = (
        Column("Issue"),
        Column("Party"),
        Column("Stance"),
        Column("Since"),
        Column("Last said"),
        Column("How long ago"),
        Column("By"),
        Column("Summary"),
        Column("Sources"),
    )
    rows = tuple(
        (
            Cell(where.issue.id),
            Cell(where.party, "strong"),
            Cell(" or ".join(where.held.possible) if where.uncertain else where.stance, TONES[where.stance]),
            Cell(date_words(where.since) if where.since else ""),
            Cell(date_words(where.statement.date) if where.statement else ""),
            Cell(_ago(where)),
            Cell(_by(where.statement) if where.statement else ""),
            Cell(_summary(where)),
            Cell(_places(where.told), "dim"),
        )
        for where in positions
    )
    return Table("Who said so", columns, rows)


def _ago(where: PartyPosition) -> str:
    if where.days is None:
        return ""
    low, high = where.days
    if low == high:
        return "the same day" if low == 0 else f"{where.ago.words if where.ago else low}"
    return f"{low} to {high} days"


def _by(said: Position) -> str:
    """Say whose word it is: the party's speaker, another party, or an outlet."""
    if said.voice == "stated":
        return who_said(said)
    told = f"as {said.reported_by} reports" if said.voice == "reported" else f"as {join(said.sources)} puts it"
    return f"{said.speaker}, {told}" if said.speaker else told


def _summary(where: PartyPosition) -> str:
    if where.statement is None:
        return ""
    parts = [where.statement.summary]
    report = where.held.report
    if report is not None:
        parts.append(f"Latest report ({report.stance}, {_by(report)}, {date_words(report.date)}): {report.summary}")
    parts += [f"Own act, {date_words(act.date)}: {act.summary}" for act in where.contradicted_by]
    return " ".join(parts)


def _places(told: Sequence[tuple[str, str | None]]) -> str:
    return "; ".join(f"{source}, {at}" if at else source for source, at in told)


def alignment_table(aligned: Sequence[Alignment]) -> list[Block]:
    """Return the outlook of steps that need the agreement of all parties; nothing where there is none."""
    needing = [one for one in aligned if one.outlook is not None]
    if not needing:
        return []
    columns = (Column("Issue"), Column("Outlook"))
    rows = tuple((Cell(one.issue.title, "strong"), Cell(one.outlook or "")) for one in needing)
    return [Table("What needs the agreement of all parties", columns, rows)]


def shifts_table(shifts: Sequence[StanceShift]) -> list[Block]:
    """Return the changes of stance, each with the days between which it must have happened; nothing where there is none."""
    if not shifts:
        return []
    columns = (Column("Issue"), Column("Party"), Column("From"), Column("To"), Column("After"), Column("By"))
    rows = tuple(
        (
            Cell(one.issue),
            Cell(one.party, "strong"),
            Cell(one.shift.before.stance, TONES[one.shift.before.stance]),
            Cell(one.shift.after.stance, TONES[one.shift.after.stance]),
            Cell(one.between[0]),
            Cell(one.between[1] if one.shift.certain else f"{one.between[1]} ?"),
        )
        for one in shifts
    )
    return [Table("Shifts", columns, rows)]


def statements_tables(statements: Sequence[Statement], titles: dict[str, str]) -> list[Block]:
    """Return what was said, issue by issue, in order, with shifts marked and what did not stand."""
    columns = (
        Column("Date"),
        Column("Party"),
        Column("Stance"),
        Column("By"),
        Column("Summary"),
        Column("Mark"),
        Column("Sources"),
    )
    blocks: list[Block] = []
    for name in dict.fromkeys(told.said.issue for told in statements):
        rows = tuple(
            (
                Cell(date_words(told.said.date)),
                Cell(told.said.party, "strong"),
                Cell(told.said.stance, TONES[told.said.stance]),
                Cell(_by(told.said)),
                Cell(told.said.summary),
                Cell(_mark(told), "warn"),
                Cell(_places([(source, told.said.at) for source in told.said.sources]), "dim"),
            )
            for told in statements
            if told.said.issue == name
        )
        blocks.append(Table(titles[name], columns, rows))
    return blocks or [Text("Nobody has spoken on this by the day asked about.")]


def _mark(told: Statement) -> str:
    marks = []
    if told.shift is not None:
        marks.append(f"shift from {told.shift.before.stance}{'' if told.shift.certain else ' ?'}")
    if told.outranked is not None:
        marks.append(f"outranked by {told.outranked[0].id} ({told.outranked[1]})")
    if not told.certain:
        marks.append("may have been said by this day")
    return "; ".join(marks)
