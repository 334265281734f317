"""A treaty's history: how it and each party stood on every day, and what was on the agenda.

Status on a day, timelines, deadlines and explanations are all read off this one value. Days that
nobody knows exactly stay ranges: a standing says everything that is possible and nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import PARTY_STATUSES, TREATY_STATUSES
from treatywatch.rules.boxes import Box, boxes
from treatywatch.rules.state import Due, Standing, Transition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatywatch.models.party import Party
    from treatywatch.models.treaty import Treaty
    from treatywatch.rules.replay import Refusal

__all__ = ["AgendaItem", "History", "Segment", "behind", "replay_history"]

_ORDER: dict[str, int] = {name: rank for rank, name in enumerate((*TREATY_STATUSES, *PARTY_STATUSES))}
_START = {True: Standing("not-concluded"), False: Standing("none")}


class Segment(NamedTuple):
    """A stretch of days over which the answer is the same: from `start` until the next segment's.

    `standings` are all that are possible, the most advanced first; `began` the first and the last day on which the status of
    the first of them may have begun, and `changes` what brought each about.
    """

    start: date
    standings: tuple[Standing, ...]
    began: tuple[date, date]
    changes: tuple[Transition | None, ...]

    @property
    def status(self) -> str:
        """The status, the most advanced of the possible ones."""
        return self.standings[0].status

    @property
    def possible(self) -> tuple[str, ...]:
        """The possible statuses, from the least to the most advanced."""
        return tuple(sorted({standing.status for standing in self.standings}, key=_ORDER.__getitem__))

    def since(self, day: date) -> Edtf | None:
        """Return when, seen from a day within the segment, the status began; None: before all that is on record."""
        low, high = self.began[0], max(min(self.began[1], day), self.began[0])
        return None if low == date.min == high else Edtf.between(low, high)

    @property
    def flags(self) -> frozenset[str]:
        """The flags of the most advanced standing; `uncertain` beside them where others are possible."""
        flags = self.standings[0].flags
        return flags | {"uncertain"} if len(self.standings) > 1 else flags


class AgendaItem(NamedTuple):
    """Something that stood on the agenda, with the ranges of its days over all choices within one box.

    `created` is when it came onto the agenda, `due` when it comes (or the window opens), `latest` when the window
    closes, `closed` when it came or was taken off (None: it still stands), `came` whether it did come.
    """

    kind: str
    party: str | None
    label: str
    created: tuple[date, date]
    due: Edtf
    latest: Edtf | None
    closed: tuple[date, date] | None
    came: bool
    rule: str
    article: str | None
    causes: tuple[Occurrence | Transition, ...]


class History:
    """The answers of one treaty's replay. Made once, asked often; a question is a look-up."""

    def __init__(self, treaty: Treaty, states: Mapping[str, Party], occurrences: Sequence[Occurrence]) -> None:
        self.treaty = treaty
        self.occurrences = tuple(occurrences)
        self._states = states
        self._boxes = boxes(treaty, states, self.occurrences)
        self._lines: dict[str | None, list[Segment]] = {}
        self._began: dict[tuple[str, str | None], Edtf | None] = {}

    @cached_property
    def is_exact(self) -> bool:
        """Whether all that is possible is brought about by some choice of days: not where too many dates are too vague to try all."""
        return all(box.is_exact for box in self._boxes)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The states that ever stood to the treaty somehow, in order of their ids."""
        return tuple(
            sorted({change.party for box in self._boxes for change in box.low.transitions if change.party is not None})
        )

    def segments(self, party: str | None = None) -> list[Segment]:
        """Return the segments of a party, or of the treaty: from the beginning of time to its end, without gaps."""
        line = self._lines.get(party)
        if line is None:
            line = self._lines[party] = _line(self._boxes, party)
        return line

    def at(self, day: date, party: str | None = None) -> Segment:
        """Return the segment that holds a day."""
        line = self.segments(party)
        return line[bisect_right(line, day, key=_start) - 1]

    @cached_property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """Everything that ever stood on the agenda, in order of creation."""
        return tuple(_agenda(self._boxes))

    def agenda_on(self, day: date) -> tuple[AgendaItem, ...]:
        """Return the agenda with each item parted into what stood on it on a day, by some choices of days, and what did not by others."""
        if not any(_undecided(item.created, day) or _undecided(item.closed, day) for item in self.agenda):
            return self.agenda
        return tuple(_agenda(boxes(self.treaty, self._states, self.occurrences, day)))

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Acts that have no effect in law, by every choice of days."""
        return tuple(
            refusal for refusal in self._boxes[0].low.refusals if all(_refused(box, refusal) for box in self._boxes)
        )

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        """Every change of status, with the earliest days where they are vague."""
        return tuple(self._boxes[0].low.transitions)

    def line(self, party: str | None = None) -> list[Transition]:
        """Return the changes of a party, or of the treaty, in order; with the earliest days where they are vague."""
        return _of(self.transitions, party)

    def began(self, status: str, party: str | None = None) -> Edtf | None:
        """Return the day on which a status was first reached, by the rules; None where it never is, or is only reported."""
        if (status, party) not in self._began:
            self._began[status, party] = self._reached(status, party)
        return self._began[status, party]

    @cached_property
    def suspensions(self) -> tuple[Occurrence, ...]:
        """The acts that suspend or resume, in order of date."""
        acts = (act for act in self.occurrences if act.type in ("suspension", "resumption"))
        return tuple(sorted(acts, key=lambda act: (act.date.earliest, act.type, act.id)))

    def _reached(self, status: str, party: str | None) -> Edtf | None:
        low, high = date.max, date.min
        for box in self._boxes:
            for one, other in zip(_of(box.low.transitions, party), _of(box.high.transitions, party), strict=True):
                if one.after.status == status != one.before.status and "reported" not in one.after.flags:
                    low, high = min(low, one.day), max(high, other.day)
                    break
            else:
                return None
        return Edtf.between(low, high)


def replay_history(treaty: Treaty, states: Mapping[str, Party], occurrences: Sequence[Occurrence]) -> History:
    """Return the history of a treaty from its occurrences: the one computation that all answers come from."""
    return History(treaty, states, occurrences)


def behind(causes: Iterable[Occurrence | Transition | None]) -> tuple[Occurrence, ...]:
    """Return the occurrences that causes rest on, however far back, the nearest first."""
    waiting, found, seen = list(causes), dict[str, Occurrence](), set[int]()
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, Transition):
            if id(cause) not in seen:
                waiting.extend(cause.causes)
            seen.add(id(cause))
        elif cause is not None:
            found.setdefault(cause.id, cause)
    return tuple(found.values())


def _undecided(days: tuple[date, date] | None, day: date) -> bool:
    return days is not None and days[0] <= day < days[1]


def _start(segment: Segment) -> date:
    return segment.start


def _of(transitions: Iterable[Transition], party: str | None) -> list[Transition]:
    return [change for change in transitions if change.party == party]


def _refused(box: Box, refusal: Refusal) -> bool:
    return any(
        other.occurrence is refusal.occurrence and other.code == refusal.code
        for other in (*box.low.refusals, *box.high.refusals)
    )


class _Stage(NamedTuple):
    """One standing within a box, with the ranges of its first day and of the first day after it."""

    standing: Standing
    change: Transition | None
    status_since: tuple[date, date]
    begins: tuple[date, date]
    ends: tuple[date, date]


def _stages(box: Box, party: str | None) -> list[_Stage]:
    low = _of(box.low.transitions, party)
    high = low if box.high is box.low else _of(box.high.transitions, party)
    stages: list[_Stage] = []
    begins = since = (date.min, date.min)
    standing, change = _START[party is None], None
    for one, other in zip(low, high, strict=True):
        day = (one.day, other.day)
        if day != begins:
            stages.append(_Stage(standing, change, since, begins, day))
            change = None
        if one.after.status != standing.status:
            since, change = day, one
        standing, begins = one.after, day
        change = change or one
    stages.append(_Stage(standing, change, since, begins, (date.max, date.max)))
    return stages


def _line(found: tuple[Box, ...], party: str | None) -> list[Segment]:
    stages = [stage for box in found for stage in _stages(box, party)]
    if len(found) == 1 and found[0].low is found[0].high:
        return _certain(stages)
    days = sorted({day for stage in stages for day in stage.begins if day < date.max})  # the end of the calendar: never
    line: list[Segment] = []
    for day in days:
        made = _segment(stages, day)
        if not line or made[1:] != line[-1][1:]:
            line.append(made)
    return line


def _certain(stages: list[_Stage]) -> list[Segment]:
    """Return the segments of the only choice of days there is: they follow one another as its stages do."""
    return [
        Segment(begins[0], (standing,), _since(standing, *since), (change,))
        for standing, change, since, begins, _ in stages
        if begins[0] < date.max
    ]


def _since(standing: Standing, low: date, high: date) -> tuple[date, date]:
    """Return when a status began, or may have begun: of one that is only reported nobody says since when."""
    return (date.min if "reported" in standing.flags else low), high


def _segment(stages: list[_Stage], day: date) -> Segment:
    here = [stage for stage in stages if stage.begins[0] <= day < stage.ends[1]]
    standings = sorted({stage.standing for stage in here}, key=lambda held: (-_ORDER[held.status], sorted(held.flags)))
    first = [stage for stage in here if stage.standing == standings[0]]
    low = min(stage.status_since[0] for stage in first)
    high = max(stage.status_since[1] for stage in first)
    changes = tuple(next(stage.change for stage in here if stage.standing == standing) for standing in standings)
    return Segment(day, tuple(standings), _since(standings[0], low, high), changes)


def _agenda(found: tuple[Box, ...]) -> Iterable[AgendaItem]:
    for box in found:
        high: dict[tuple[str, str | None, str], list[Due]] = {}
        for due in box.high.dues:
            high.setdefault((due.kind, due.party, due.label), []).append(due)
        for one in box.low.dues:
            other = high[one.kind, one.party, one.label].pop(0)
            yield AgendaItem(
                one.kind,
                one.party,
                one.label,
                (one.created, other.created),
                Edtf.between(one.day, other.day),
                Edtf.between(one.latest, other.latest) if one.latest and other.latest else None,
                (one.closed, other.closed) if one.closed and other.closed else None,
                one.came,
                one.rule,
                one.article,
                one.causes,
            )
