"""Vague dates, exactly: every order of events that some choice of days allows, and no other.

A **box** is a range of days for each vague date within which the same things happen in the same order. Days that rules
reckon from others never move against them, so two replays of a box, with all earliest and all latest days, give the exact
range of every change in it. Whether a box is one is told by its corners: what a rule compares are days that
each depend on the choice in one direction, so if all corners agree, so does all between. Where they do not, the box is
split in halves. Where that would take too long, what is left is told wider than it is, and marked.
"""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import count, product
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.rules.named_days import DATED_FIELDS, RETROACTIVE
from treatywatch.rules.registry import BY_TRIGGER
from treatywatch.rules.replay import Run, replay
from treatywatch.rules.state import Happening, Transition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatywatch.dates import Edtf
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.party import Party
    from treatywatch.models.treaty import Treaty

__all__ = ["Box", "boxes"]

_MOST = 60_000
"""Occurrences replayed after which no box is split any more: two dates vague by the same year, with all that depends on their
order, take two thirds of it. The widest boxes are split first, so that those left are narrow."""

_MONTHS_DIFFER, _A_MONTH = 3, 31
"""Days by which a term of months lasts longer from one day than from another; and by which it does until the first of a month."""

_ALL_CORNERS = 4
"""Vague dates up to which every corner of a box is looked at; beyond, those where one date differs from all others."""

_Told = tuple[str, tuple[str, ...]]
_Key = tuple[str, tuple[str, ...], str | None]


class Box(NamedTuple):
    """Two replays in which the same happens in the same order: with the earliest and with the latest days."""

    low: Run
    high: Run
    is_exact: bool = True
    """Whether the days are those of some choice and no others; else there may be more of them than there should."""


class _Range(NamedTuple):
    """The days that a vague date may mean. What the same facts tell of several parties has one date."""

    key: _Key
    low: date
    high: date
    every_day: bool = False

    @property
    def is_open(self) -> bool:
        return self.low < self.high

    @property
    def width(self) -> int:
        return (self.high - self.low).days


class _Splitter:
    """The replays of one treaty's choices of days, each made once."""

    def __init__(
        self, treaty: Treaty, states: Mapping[str, Party], occurrences: Sequence[Occurrence], day: date | None
    ) -> None:
        self.day = day
        self.treaty = treaty
        self.states = states
        self.occurrences = occurrences
        self.dates: dict[_Key, Edtf] = {}
        for occurrence in occurrences:
            self.dates[_key(occurrence)] = occurrence.date
            named = _named(occurrence)
            if named is not None:
                self.dates[_key(occurrence, named[0])] = named[1]
        self.monthly = treaty.terms.entry_into_force.first_of_month is not None
        self.known: dict[tuple[date, ...], tuple[Run, object]] = {}

    def vague(self) -> tuple[_Range, ...]:
        """Return the ranges of the vague dates."""
        stopped = {
            _key(act)
            for act in self.occurrences
            if act.type == "withdrawal-revocation" and act.get("manner") == "suspended"
        }
        return tuple(
            _Range(key, given.earliest, given.latest, key in stopped)
            for key, given in self.dates.items()
            if given.earliest != given.latest
        )

    def run(self, chosen: Mapping[_Key, date]) -> Run:
        return replay(self.treaty, self.states, self._acts(chosen))

    def look(self, ranges: Sequence[_Range], days: tuple[date, ...]) -> tuple[Run, object]:
        """Return the replay of a choice of days, and its shape."""
        found = self.known.get(days)
        if found is None:
            run = self.run({range_.key: day for range_, day in zip(ranges, days, strict=True)})
            fixed = tuple(day for range_, day in zip(ranges, days, strict=True) if range_.every_day)
            found = self.known[days] = run, (_shape(run, self.day, monthly=self.monthly), fixed)
        return found

    def _acts(self, chosen: Mapping[_Key, date]) -> Iterator[Happening]:
        for occurrence in self.occurrences:
            key = _key(occurrence)
            day = chosen.get(key) or self.dates[key].earliest
            field = DATED_FIELDS.get(occurrence.type)
            name = _key(occurrence, field) if field else None
            if field is None or name not in self.dates:
                yield _act(occurrence, day, None)
            else:
                yield _act(occurrence, day, (field, chosen.get(name) or self.dates[name].earliest))


def boxes(
    treaty: Treaty, states: Mapping[str, Party], occurrences: Sequence[Occurrence], day: date | None = None
) -> tuple[Box, ...]:
    """Return boxes that together hold every choice of days that the occurrences' dates allow.

    They are in order, the one with the earliest days first. With a `day` they are small enough to tell of each what stood on
    the agenda on that day.
    """
    acts = [occurrence for occurrence in occurrences if occurrence.type in BY_TRIGGER]
    certain = _only_choice(acts)
    if certain is not None:
        run = replay(treaty, states, certain)
        return (Box(run, run),)
    splitter = _Splitter(treaty, states, acts, day)
    ranges = splitter.vague()
    found: list[tuple[tuple[date, ...], int, Box]] = []
    mixed: list[tuple[int, int, tuple[_Range, ...], int]] = []
    order = count()

    def sort(box: tuple[_Range, ...]) -> None:
        corners = {days: splitter.look(box, days) for days in _corners(box)}
        shapes = {days: shape for days, (_, shape) in corners.items()}
        if len(set(shapes.values())) > 1:
            at_odds = _at_odds(box, shapes)
            heappush(mixed, (-box[at_odds].width, next(order), box, at_odds))
            return
        low, high = tuple(range_.low for range_ in box), tuple(range_.high for range_ in box)
        found.append((low, next(order), Box(corners[low][0], corners[high][0])))

    sort(ranges)
    while mixed and len(splitter.known) * len(acts) < _MOST:
        _, _, box, at_odds = heappop(mixed)
        for half in _halves(box, at_odds):
            sort(half)
    for _, _, box, _ in mixed:
        low = tuple(range_.low for range_ in box)
        found.extend((low, next(order), rough) for rough in _widened(box, splitter))
    return tuple(box for _, _, box in sorted(found, key=lambda item: item[:2]))


def _widened(ranges: Sequence[_Range], splitter: _Splitter) -> Iterator[Box]:
    """Yield a box for each order of events at the corners, its days widened by as much as those between can differ."""
    alike: dict[object, tuple[Run, tuple[date, ...]]] = {}
    for days in _corners(ranges):
        run, shape = splitter.look(ranges, days)
        alike[shape] = run, days
    slack = _A_MONTH if splitter.monthly else _MONTHS_DIFFER
    for run, days in alike.values():
        before: dict[_Told, int] = {}
        after: dict[_Told, int] = {}
        for range_, day in zip(ranges, days, strict=True):
            told = range_.key[:2]
            before[told] = max(before.get(told, 0), (day - range_.low).days)
            after[told] = max(after.get(told, 0), (range_.high - day).days)
        earlier, later = ({told: width + slack for told, width in by.items() if width} for by in (before, after))
        yield Box(_moved(run, -1, earlier), _moved(run, 1, later), is_exact=False)


def _moved(run: Run, sign: int, widths: Mapping[_Told, int]) -> Run:
    """Return a replay with each day as far earlier or later as the vague dates that it rests on can be."""
    transitions: list[Transition] = []
    last: dict[str | None, date] = {}
    for change in run.transitions:
        day = _later(change.day, sign * _rests_on(change.causes, widths))
        last[change.party] = day = max(day, last.get(change.party, date.min))
        transitions.append(change._replace(day=day))
    dues = []
    for due in run.dues:
        moved = copy(due)
        by = sign * _rests_on(due.causes, widths)
        moved.created, moved.day = _later(due.created, by), _later(due.day, by)
        moved.latest = due.latest and _later(due.latest, by)
        moved.closed = due.closed and _later(due.closed, sign * _rests_on((*due.causes, *due.why_closed), widths))
        dues.append(moved)
    return Run(transitions, dues, run.refusals)


def _later(day: date, by: int) -> date:
    return day if day == date.max else date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _rests_on(causes: Iterable[Occurrence | Transition], widths: Mapping[_Told, int]) -> int:
    """Return by how many days what rests on these causes may differ between the choices."""
    return max((widths.get(_key(occurrence)[:2], 0) for occurrence in _behind(causes)), default=0)


def _behind(causes: Iterable[Occurrence | Transition]) -> Iterator[Occurrence]:
    for cause in causes:
        if isinstance(cause, Transition):
            yield from _behind(cause.causes)
        else:
            yield cause


def _named(occurrence: Occurrence) -> tuple[str, Edtf] | None:
    """Return the field in which an occurrence names another day, and that day; None for most."""
    field = DATED_FIELDS.get(occurrence.type)
    named = occurrence.get(field) if field else None
    return (field, named) if field and named is not None else None


def _only_choice(occurrences: Sequence[Occurrence]) -> list[Happening] | None:
    """Return the occurrences on their days where no date is vague, else None."""
    acts = []
    for occurrence in occurrences:
        day, named = occurrence.date.earliest, _named(occurrence)
        if day != occurrence.date.latest or (named and named[1].earliest != named[1].latest):
            return None
        acts.append(_act(occurrence, day, (named[0], named[1].earliest) if named else None))
    return acts


def _act(occurrence: Occurrence, day: date, named: tuple[str, date] | None) -> Happening:
    """Return an occurrence on the day chosen for it; one of retroactive effect happens on the day it has effect from."""
    kind, causes = occurrence.type, (occurrence,)
    if named is None:
        return Happening(kind, day, occurrence.party, causes, occurrence)
    day = min(day, named[1]) if kind in RETROACTIVE else day
    return Happening(kind, day, occurrence.party, causes, occurrence, {named[0]: named[1]})


def _key(occurrence: Occurrence, field: str | None = None) -> _Key:
    return occurrence.type, tuple(fact.id for fact in occurrence.facts), field


def _shape(run: Run, day: date | None, *, monthly: bool) -> object:
    """Return what happens in a replay, line by line, without the days; but with what falls on one day, and so lasts no time.

    Where entry into force waits for the first of a month its day leaps from month to month: then the months belong to the shape.
    """
    lines: dict[str | None, list[object]] = {}
    last: dict[str | None, date] = {}
    for change in run.transitions:
        month = (change.day.year, change.day.month) if monthly and change.rule == "entry-into-force" else None
        lines.setdefault(change.party, []).append((change.after, last.get(change.party) == change.day, month))
        last[change.party] = change.day
    agenda: dict[object, list[object]] = {}
    for due in run.dues:
        stood = None if day is None else (due.created <= day, due.closed is not None and due.closed <= day)
        agenda.setdefault((due.kind, due.party, due.label), []).append(
            (due.came, due.closed is None, due.closed == due.created, stood)
        )
    refusals = frozenset((refusal.occurrence.id, refusal.code) for refusal in run.refusals)
    return (
        frozenset((party, tuple(line)) for party, line in lines.items()),
        frozenset((key, tuple(items)) for key, items in agenda.items()),
        refusals,
    )


def _corners(ranges: Sequence[_Range]) -> Iterator[tuple[date, ...]]:
    low, high = [range_.low for range_ in ranges], [range_.high for range_ in ranges]
    open_ones = [position for position, range_ in enumerate(ranges) if range_.is_open]
    if len(open_ones) <= _ALL_CORNERS:
        yield from product(*((range_.low, range_.high) if range_.is_open else (range_.low,) for range_ in ranges))
        return
    yield tuple(low)
    yield tuple(high)
    for position in open_ones:
        yield (*low[:position], high[position], *low[position + 1 :])
        yield (*high[:position], low[position], *high[position + 1 :])


def _at_odds(ranges: Sequence[_Range], shapes: Mapping[tuple[date, ...], object]) -> int:
    """Return the widest vague date on whose day alone, all others being equal, it depends what happens; else the widest."""
    odd = {
        position
        for days, shape in shapes.items()
        for position, range_ in enumerate(ranges)
        if range_.is_open and shapes.get((*days[:position], range_.high, *days[position + 1 :]), shape) != shape
    }
    return max(odd or range(len(ranges)), key=lambda position: (ranges[position].width, -position))


def _halves(ranges: tuple[_Range, ...], position: int) -> Iterator[tuple[_Range, ...]]:
    given = ranges[position]
    middle = given.low + (given.high - given.low) // 2
    for part in (given._replace(high=middle), given._replace(low=middle + timedelta(days=1))):
        yield (*ranges[:position], part, *ranges[position + 1 :])
