"""Vague dates, exactly: every order of events that some choice of days allows, and no other.

A **box** is a choice of a range of days for each vague date within which the order of events
cannot change. Days that rules reckon from others grow with them, so two replays, with
all earliest and all latest days, give the exact range of every change within the box. Where the order
of two events depends on the choice, the box is split in halves until it does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.party import Party
from treatywatch.models.treaty import Treaty
from treatywatch.rules.registry import principle
from treatywatch.rules.replay import Entry, Input, Run, replay

__all__ = ["DATED_FIELDS", "RETROACTIVE_EFFECT", "Box", "boxes", "effective_earlier"]

DATED_FIELDS: Mapping[str, str] = {
    "extension": "until",
    "suspension": "effective",
    "withdrawal-notice": "effective",
    "ratification": "effective",
    "entry-into-force": "effective",
    "provisional-application": "effective",
}
"""The field in which an event of each type may name a day from which something follows."""

RETROACTIVE = frozenset({"ratification", "entry-into-force", "provisional-application"})
"""Types of events that may have effect from a day before they were done, where the parties intended so (VCLT 28)."""

RETROACTIVE_EFFECT = principle(
    "retroactive-effect",
    says="An act binds for what comes after it, unless those who did it meant it to have effect from an earlier day: then from that day.",
    authority=("VCLT 28",),
    of="belief",
)

_NO_DAYS: dict[str, date] = {}
_MOST = 1024
"""Boxes after which no more are split: three dates vague by the same month take about two hundred."""


class Box(NamedTuple):
    """Two replays of the same events in the same order: with the earliest and with the latest days."""

    low: Run
    high: Run


class _Variable(NamedTuple):
    root: int
    field: str | None
    low: date
    high: date


def boxes(treaty: Treaty, states: Mapping[str, Party], occurrences: Sequence[Occurrence]) -> tuple[Box, ...]:
    """Return boxes that together hold every choice of days that the occurrences' dates allow."""
    dates: list[tuple[int, str | None, Edtf]] = []
    for root, occurrence in enumerate(occurrences):
        dates.append((root, None, occurrence.date))
        field = DATED_FIELDS.get(occurrence.type)
        named = occurrence.get(field) if field else None
        if named is not None:
            dates.append((root, field, named))
    vague = [_Variable(root, field, date_.earliest, date_.latest) for root, field, date_ in dates if _is_vague(date_)]
    exact = {(root, field): date_.earliest for root, field, date_ in dates if not _is_vague(date_)}
    if not vague:
        run = replay(treaty, states, _inputs(occurrences, exact), tracing=False)
        return (Box(run, run),)
    found: list[Box] = []
    waiting = [tuple(vague)]
    while waiting:
        variables = waiting.pop()
        low = replay(treaty, states, _inputs(occurrences, exact, {(v.root, v.field): v.low for v in variables}))
        high = replay(treaty, states, _inputs(occurrences, exact, {(v.root, v.field): v.high for v in variables}))
        clash = (
            None
            if len(found) + len(waiting) >= _MOST
            else _clash(low, high, {v.root for v in variables if v.low < v.high})
        )
        widest = max((v for v in variables if clash and v.root in clash), key=lambda v: v.high - v.low, default=None)
        if widest is None or widest.low == widest.high:
            found.append(Box(low, high))
            continue
        middle = widest.low + (widest.high - widest.low) // 2
        for part in (widest._replace(high=middle), widest._replace(low=_next(middle))):
            waiting.append(tuple(part if v is widest else v for v in variables))
    return tuple(found)


def effective_earlier(occurrence: Occurrence) -> Edtf | None:
    """Return the day from which an act has effect, where that lies before the act itself (VCLT 28)."""
    named: Edtf | None = occurrence.get("effective") if occurrence.type in RETROACTIVE else None
    return named if named is not None and named.earliest < occurrence.date.earliest else None


def _is_vague(given: Edtf) -> bool:
    return given.earliest != given.latest


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _inputs(
    occurrences: Sequence[Occurrence],
    exact: dict[tuple[int, str | None], date],
    chosen: dict[tuple[int, str | None], date] | None = None,
) -> Iterator[Input]:
    days = {**exact, **chosen} if chosen else exact
    for root, occurrence in enumerate(occurrences):
        field = DATED_FIELDS.get(occurrence.type)
        named = days.get((root, field)) if field else None
        if named is None or field is None:
            yield Input(occurrence, days[root, None], _NO_DAYS, root)
            continue
        day = min(days[root, None], named) if occurrence.type in RETROACTIVE else days[root, None]
        yield Input(occurrence, day, {field: named}, root)


def _clash(low: Run, high: Run, wide: set[int]) -> frozenset[int] | None:
    """Return the vague occurrences on whose days the order of two events depends, or None."""
    latest = {entry.key: entry.day for entry in high.entries}
    reaching_low, reaching_high = _reaching(low), _reaching(high)
    for party in sorted({entry.party or "" for entry in (*low.entries, *high.entries)} | {""}):
        below = _line(low, party or None, reaching_low)
        above = _line(high, party or None, reaching_high)
        same = _told(low, below) == _told(high, above) and _changes(low, party or None) == _changes(high, party or None)
        if not same:
            return _first_difference(low, high, below, above, wide)
        for earlier, later in combinations(below, 2):
            first, second = low.entries[earlier], low.entries[later]
            depends = (first.roots | second.roots) & wide
            if not depends or (latest.get(first.key, date.max) < second.day) or _commute(first, second):
                continue
            if not _follows(later, earlier, low.entries):
                return depends
    return None


_CONTESTABLE = frozenset({"objection", "suspension", "withdrawal-notice", "ratification"})


def _commute(first: Entry, second: Entry) -> bool:
    """Tell whether two events have the same effect in either order: an objection marks an act that came before or comes after."""
    return "objection" in (first.what, second.what) and {first.what, second.what} <= _CONTESTABLE


def _told(run: Run, line: list[int]) -> list[tuple[str | None, str]]:
    return [run.entries[i][1:3] for i in line if run.entries[i].what != "objection"]


def _reaching(run: Run) -> dict[int, set[str | None]]:
    """Return the events of one party that changed something for another, or for the treaty, and for whom."""
    found: dict[int, set[str | None]] = {}
    for change in run.transitions:
        if change.party != run.entries[change.entry].party:
            found.setdefault(change.entry, set()).add(change.party)
    return found


def _line(run: Run, party: str | None, reaching: dict[int, set[str | None]]) -> list[int]:
    """Return the events that can matter to a party (to the treaty: None), in order."""
    return [
        i
        for i, entry in enumerate(run.entries)
        if entry.party in (party, None) or (i in reaching and not reaching[i].isdisjoint((party, None)))
    ]


def _changes(run: Run, party: str | None) -> list[tuple[object, ...]]:
    return [change[2:5] for change in run.transitions if change.party == party]


def _follows(later: int, earlier: int, entries: list[Entry]) -> bool:
    """Tell whether one event comes after the other by its very nature, whatever the days."""
    ancestor: int | None = later
    while ancestor is not None:
        ancestor = entries[ancestor].created_by
        if ancestor == earlier:
            return True
    first, second = entries[earlier], entries[later]
    if first.created_by is None and first.roots <= second.roots and second.created_by is not None:
        return True
    return len(first.roots) == 1 and first.roots == second.roots


def _first_difference(low: Run, high: Run, below: list[int], above: list[int], wide: set[int]) -> frozenset[int]:
    """Return the vague occurrences that have to do with the first event that the two replays see differently."""
    for one, other in zip(below, above, strict=False):
        first, second = low.entries[one], high.entries[other]
        depends = (first.roots | second.roots) & wide
        if depends and (first[1:3] != second[1:3] or first.roots != second.roots):
            return depends
    return frozenset(wide)
