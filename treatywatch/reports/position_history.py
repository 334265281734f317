"""How positions moved, as blocks for people: the shifts, and every statement in order."""

from __future__ import annotations

from collections.abc import Sequence

from treatywatch.reports.answer import Block, Cell, Column, Table
from treatywatch.reports.positions import NOBODY, STANCE_TONES, by_whom, places
from treatywatch.snapshot.stances import StanceShift, Statement
from treatywatch.snapshot.words import date_words

__all__ = ["shifts_table", "statements_tables"]


def shifts_table(shifts: Sequence[StanceShift]) -> list[Block]:
    """Return the changes of stance, each with the days between which it must have happened; nothing where there is none."""
    if not shifts:
        return []
    columns = (Column("Issue"), Column("Party"), Column("From"), Column("To"), Column("After"), Column("By"))
    rows = tuple(
        (
            Cell(one.issue),
            Cell(one.party, "strong"),
            Cell(one.shift.before.stance, STANCE_TONES[one.shift.before.stance]),
            Cell(one.shift.after.stance, STANCE_TONES[one.shift.after.stance]),
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
                Cell(told.said.stance, STANCE_TONES[told.said.stance]),
                Cell(by_whom(told.said)),
                Cell(told.said.summary),
                Cell(_mark(told), "warn"),
                Cell(places([(source, told.said.at) for source in told.said.sources]), "dim"),
            )
            for told in statements
            if told.said.issue == name
        )
        blocks.append(Table(titles[name], columns, rows))
    return blocks or [Table("", columns, (), empty=NOBODY)]


def _mark(told: Statement) -> str:
    marks = []
    if told.shift is not None:
        marks.append(f"shift from {told.shift.before.stance}{'' if told.shift.certain else ' ?'}")
    if told.outranked is not None:
        marks.append(f"outranked by {told.outranked[0].id} ({told.outranked[1]})")
    if not told.certain:
        marks.append("may have been said by this day")
    return "; ".join(marks)
