"""Positions as blocks for people: the matrix of issues by parties, and who said what when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatywatch.reports.answer import Block, Cell, Column, Table, Tone, Tree
from treatywatch.rules.positions import SILENT
from treatywatch.snapshot.stance_words import since_words, who_said
from treatywatch.snapshot.stances import Alignment, PartyPosition
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from treatywatch.models.statements import Position

__all__ = ["NOBODY", "STANCE_TONES", "by_whom", "matrix", "places", "positions_table", "stances_trees"]

NOBODY = "Nobody has spoken on this by the day asked about."

_MOST = 4
"""The columns of parties that a terminal has room for."""

STANCE_TONES: dict[str, Tone] = {
    "supports": "good",
    "conditional": "warn",
    "noncommittal": "warn",
    "opposes": "bad",
    SILENT: "dim",
}


def matrix(positions: Sequence[PartyPosition]) -> Table:
    """Return the issues by the parties: the stance, whose word it is where it is not the party's own, and since when.

    Parties that speak on few of many issues share a column.
    """
    parties = sorted({where.party for where in positions}, key=lambda party: _weight(positions, party))
    own, others = (parties, []) if len(parties) <= _MOST else (parties[: _MOST - 1], parties[_MOST - 1 :])
    held = {(where.issue.id, where.party): where for where in positions}
    rows = tuple(
        (
            Cell(where.issue.title, "strong"),
            *(_stance(held[name, party]) if (name, party) in held else Cell("") for party in own),
            *([_others([held[name, party] for party in others if (name, party) in held])] if others else []),
            Cell(_state(where), "" if where.state.state == "open" else "dim"),
        )
        for name, where in {where.issue.id: where for where in positions}.items()
    )
    columns = (
        Column("Issue"),
        *(Column(party) for party in own),
        *([Column("Others")] if others else []),
        Column("State"),
    )
    return Table("Where the parties stand", columns, rows)


def _weight(positions: Sequence[PartyPosition], party: str) -> tuple[int, str]:
    return -sum(where.party == party for where in positions), party


def _others(positions: Sequence[PartyPosition]) -> Cell:
    return Cell("; ".join(f"{where.party}: {_stance(where).text}" for where in positions if where.statement))


def _stance(where: PartyPosition) -> Cell:
    said = where.statement
    notes = []
    if where.uncertain:
        notes.append(f"or {join((stance for stance in where.held.possible if stance != where.stance), 'or')}")
    if said is not None and said.voice != "stated":
        notes.append(f"reported by {said.reported_by}" if said.voice == "reported" else "characterised")
    notes += [f"own {act.type.replace('-', ' ')} {date_words(act.date)}" for act in where.contradicted_by[:1]]
    since = f" {since_words(where.since)}" if where.since else ""
    more = f" ({'; '.join(notes)})" if notes else ""
    return Cell(f"{where.stance}{since}{more}", STANCE_TONES[where.stance])


def _state(where: PartyPosition) -> str:
    state = where.state
    words = join(state.possible, "or") if len(state.possible) > 1 else state.state
    return f"{words} {since_words(state.since)}" if state.since else words


def stances_trees(positions: Sequence[PartyPosition], aligned: Sequence[Alignment]) -> list[Block]:
    """Return, issue by issue, who said what when, the latest report and own acts beside it, and the outlook."""
    outlooks = {one.issue.id: one.outlook for one in aligned if one.outlook is not None}
    trees: list[Block] = []
    for name in dict.fromkeys(where.issue.id for where in positions):
        here = [where for where in positions if where.issue.id == name]
        outlook = [Tree(Cell(f"Outlook: {outlooks[name]}.", "strong"))] if name in outlooks else []
        label = f"{here[0].issue.title} ({name}): {here[0].issue.proposition}"
        trees.append(Tree(Cell(label, "strong"), (*outlook, *(_stance_tree(where) for where in here))))
    return trees


def _stance_tree(where: PartyPosition) -> Tree:
    said = where.statement
    held = " or ".join(where.held.possible) if where.uncertain else where.stance
    if said is None:
        return Tree(Cell(f"{where.party}: {held}.", STANCE_TONES[where.stance]))
    since = f" {since_words(where.since)}" if where.since and where.since != said.date else ""
    words = f"{where.party}: {held}{since}; last said {_dated(where)} by {by_whom(said)}"
    if said.voice != "stated":
        words = f"{where.party}: {held}{since}, {by_whom(said)}, {_dated(where)}"
    children = []
    report = where.held.report
    if report is not None:
        told = f"Latest report, {date_words(report.date)}, {by_whom(report)} ({report.stance}): {report.summary}"
        children.append(Tree(Cell(told, "warn" if report.stance != where.stance else "")))
    children += [Tree(Cell(f"Own act, {date_words(act.date)}: {act.summary}", "warn")) for act in where.contradicted_by]
    return Tree(Cell(f"{words}: {said.summary} ({places(where.told)})", STANCE_TONES[where.stance]), tuple(children))


def _dated(where: PartyPosition) -> str:
    ago = _ago(where)
    when = date_words(where.statement.date) if where.statement else ""
    return f"{when} ({ago})" if ago == "the same day" else f"{when} ({ago} ago)"


def positions_table(positions: Sequence[PartyPosition]) -> Table:
    """Return one row for each party and issue, silence included: the whole answer as a flat table."""
    names = (
        "Issue",
        "Party",
        "Stance",
        "Since",
        "Last said",
        "How long ago",
        "By",
        "Voice",
        "Summary",
        "State",
        "Sources",
    )
    rows = tuple(
        (
            Cell(where.issue.id),
            Cell(where.party, "strong"),
            Cell(" or ".join(where.held.possible) if where.uncertain else where.stance, STANCE_TONES[where.stance]),
            Cell(str(where.since or "")),
            Cell(str(where.statement.date) if where.statement else ""),
            Cell(_ago(where)),
            Cell(by_whom(where.statement) if where.statement else ""),
            Cell(where.statement.voice if where.statement else ""),
            Cell(where.statement.summary if where.statement else ""),
            Cell(_state(where)),
            Cell(places(where.told), "dim"),
        )
        for where in positions
    )
    return Table("Positions", tuple(Column(name) for name in names), rows, empty=NOBODY)


def _ago(where: PartyPosition) -> str:
    if where.days is None:
        return ""
    low, high = where.days
    if low == high:
        return "the same day" if low == 0 else f"{where.ago.words if where.ago else low}"
    return f"{low} to {high} days"


def by_whom(said: Position) -> str:
    """Say whose word it is: the party's speaker, another party, or an outlet."""
    if said.voice == "stated":
        return who_said(said)
    told = f"as {said.reported_by} reports" if said.voice == "reported" else f"as {join(said.sources)} puts it"
    return f"{said.speaker}, {told}" if said.speaker else told


def places(told: Sequence[tuple[str, str | None]]) -> str:
    """Return sources, each with the place in it."""
    return "; ".join(f"{source}, {at}" if at else source for source, at in told)
