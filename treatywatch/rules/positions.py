"""Where a party stands on an issue: read off what it said, and what others said of it, up to a day.

A *line* is everything said by or of one party on one issue, the most believed first. A party's own words are those of voice
`stated`; what another party reports or an outlet finds is an account, never the party's statement. A vague date is some
day of its range: a stance is shown once it has certainly been said, and `possible` holds exactly
the stances that some choice of days allows.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.status import OFFICES
from treatywatch.rules.registry import principle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatywatch.models.statements import Position

__all__ = [
    "ACCOUNT",
    "HIGHER_OFFICE",
    "LATEST",
    "OWN_WORDS",
    "SHIFT",
    "SILENCE",
    "SILENT",
    "STANCES",
    "Shift",
    "Standing",
    "is_own",
    "outranked_by",
    "possible_stances",
    "sequence",
    "shifts",
    "standing",
]

SILENT = "no stated position"
"""The stance of a party that has said nothing, and of which nobody has said anything."""

STANCES = ("supports", "conditional", "noncommittal", "opposes", SILENT)

_CUSTOM = ("convention",)

LATEST = principle(
    "latest-statement-stands",
    says="What a party said last on an issue is where it stands, until it says otherwise.",
    authority=_CUSTOM,
    of="position",
)
HIGHER_OFFICE = principle(
    "higher-office-same-day",
    says="Of several statements of one day, that of the highest office stands; of accounts, another party's before an outlet's.",
    authority=("VCLT 7(2)",),
    of="position",
)
OWN_WORDS = principle(
    "own-words-first",
    says="A party's own statement is its position; what others say of it is no statement of the party.",
    authority=("VCLT 7",),
    of="position",
)
ACCOUNT = principle(
    "latest-report",
    says="Where a party has not spoken itself, the latest account of it is shown as an account; an account later than the "
    "party's own words is shown beside them.",
    authority=_CUSTOM,
    of="position",
)
SHIFT = principle(
    "shift",
    says="A change of stance happened after the last statement of the old stance and no later than the first of the new.",
    authority=_CUSTOM,
    of="position",
)
SILENCE = principle(
    "silence",
    says="Silence is no stated position; it is never taken for opposition or consent.",
    authority=_CUSTOM,
    of="position",
)


class Standing(NamedTuple):
    """Where a party stands on a day.

    `statement` is the one that stands, None where nothing has certainly been said; `run` are the statements of the
    same stance up to it, without a break, the oldest first; `before` the last one of the stance before; `report` an account later
    than the party's own words.
    """

    statement: Position | None
    possible: tuple[str, ...]
    run: tuple[Position, ...] = ()
    before: Position | None = None
    report: Position | None = None

    @property
    def stance(self) -> str:
        """The stance shown."""
        return self.statement.stance if self.statement else SILENT

    @property
    def since(self) -> Edtf | None:
        """The day of the first statement of this stance without a break."""
        if not self.run:
            return None
        latest = min(said.date.latest for said in self.run)
        first = self.run[0].date
        return first if first.latest == latest else Edtf.between(first.earliest, latest)


class Shift(NamedTuple):
    """A change of stance from one statement to another.

    `between` are the days between which it must have happened, both included: from the last statement of the old stance to the
    first of the new. `certain` where no vague date bears on it; else it took place by some choice of days alone.
    """

    before: Position
    after: Position
    between: tuple[date, date]
    certain: bool


def is_own(said: Position) -> bool:
    """Tell whether these are the party's own words."""
    return said.voice == "stated"


def rank(said: Position) -> tuple[int, int]:
    """Return how much a statement weighs among those of one day: own words, another party's report, an outlet's; then office."""
    return ("characterised", "reported", "stated").index(said.voice), -OFFICES.index(said.office)


def sequence(line: Sequence[Position], day: date) -> list[Position]:
    """Return the statements that stood one after the other, of those certainly made by a day.

    They are in order of the first day on which each can have been made. Accounts count until the party speaks itself; of one
    exact day the highest in rank stands, of equals the most believed.
    """
    said = [one for one in line if one.date.latest <= day]
    spoke = min((one.date.earliest for one in said if is_own(one)), default=date.max)
    counted = [one for one in reversed(said) if is_own(one) or one.date.earliest < spoke]
    ordered = sorted(counted, key=_place)
    return [one for one, after in pairwise([*ordered, None]) if one and not (after and _same_day(one, after))]


def standing(line: Sequence[Position], day: date) -> Standing:
    """Return where a party stands on a day: its last own words, or the last account of it where it has not spoken."""
    stood = sequence(line, day)
    possible = possible_stances(line, day)
    if not stood:
        return Standing(None, possible)
    last = stood[-1]
    start = len(stood)
    while start and stood[start - 1].stance == last.stance:
        start -= 1
    return Standing(
        last, possible, tuple(stood[start:]), stood[start - 1] if start else None, _later_account(line, last, day)
    )


def possible_stances(line: Sequence[Position], day: date) -> tuple[str, ...]:
    """Return the stances that stand on a day by some choice of days within the dates given, and no others."""
    found = {one.stance for one in line if _can_stand(one, line, day)}
    return tuple(
        stance for stance in STANCES if stance in found or (stance == SILENT and all(_unsaid(one, day) for one in line))
    )


def shifts(line: Sequence[Position], day: date) -> list[Shift]:
    """Return every change of stance by a day, in order."""
    runs = [list(run) for _, run in groupby(sequence(line, day), key=lambda said: said.stance)]
    return [
        Shift(
            old[-1],
            new[0],
            (old[-1].date.earliest, min(said.date.latest for said in new)),
            _undoubted(old[-1], new[0], line),
        )
        for old, new in pairwise(runs)
    ]


def outranked_by(line: Sequence[Position], day: date) -> Iterator[tuple[Position, Position, str]]:
    """Yield each statement, certainly made by a day, that something outranked, with what did and by which rule.

    Facts of one rank and one day outrank each other in nothing: they tell of one statement, or leave the stance open.
    """
    stood = sequence(line, day)
    for one in line:
        if one.date.latest > day or any(one is other for other in stood):
            continue
        better = next((other for other in stood if _same_day(one, other)), None)
        if better is None:
            spoken = [other for other in stood if is_own(other)]
            better = next((other for other in reversed(spoken) if _place(other) <= _place(one)), spoken[0])
        if is_own(better) and not is_own(one):
            yield one, better, OWN_WORDS
        elif rank(better) > rank(one):
            yield one, better, HIGHER_OFFICE


def _place(said: Position) -> tuple[date, date, tuple[int, int]]:
    return said.date.earliest, said.date.latest, rank(said)


def _same_day(one: Position, other: Position) -> bool:
    return one.date.earliest == one.date.latest == other.date.earliest == other.date.latest


def _unsaid(said: Position, day: date) -> bool:
    """Tell whether a statement may not have been made yet."""
    return said.date.latest > day


def _can_stand(said: Position, line: Sequence[Position], day: date) -> bool:
    """Tell whether some choice of days lets a statement stand: made as late as can be, every other before it or after the day.

    The days of the others can be chosen one by one, so that each may be asked alone.
    """
    if said.date.earliest > day:
        return False
    made = min(said.date.latest, day)
    for other in line:
        if other is said or _unsaid(other, day):
            continue
        if is_own(said) != is_own(other):
            if is_own(other):
                return False
            continue
        first = other.date.earliest
        if first > made or (first == made and rank(other) > rank(said)):
            return False
    return True


def _later_account(line: Sequence[Position], last: Position, day: date) -> Position | None:
    """Return the last account of a party that is later than its own words."""
    if not is_own(last):
        return None
    later = [
        one
        for one in reversed(line)
        if not is_own(one) and one.date.latest <= day and one.date.earliest > last.date.latest
    ]
    return max(later, key=_place, default=None)


def _undoubted(before: Position, after: Position, line: Sequence[Position]) -> bool:
    """Tell whether a shift took place by every choice of days: no vague date bears on it."""
    if before.date.latest >= after.date.earliest:
        return False
    vague = _is_vague(before) or _is_vague(after)
    for one in line:
        reaches = one.date.earliest <= after.date.latest and one.date.latest >= before.date.earliest
        if one is before or one is after or not reaches or not (vague or _is_vague(one)):
            continue
        if is_own(before) and not is_own(one):
            continue
        old = one.stance == before.stance and one.date.latest < after.date.earliest
        new = one.stance == after.stance and one.date.earliest > before.date.latest
        if not old and not new:
            return False
    return True


def _is_vague(said: Position) -> bool:
    return said.date.earliest != said.date.latest
