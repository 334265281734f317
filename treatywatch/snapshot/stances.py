"""The shapes of answers about positions: plain values, ready to be shown or written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatywatch.dates import CalendarSpan, Edtf
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.statements import Issue, Position
    from treatywatch.rules.issues import IssueState
    from treatywatch.rules.positions import Shift, Standing
    from treatywatch.snapshot.answers import Countdown

__all__ = ["Alignment", "PartyPosition", "StanceShift", "Statement"]


class PartyPosition(NamedTuple):
    """Where a party stands on an issue on a day.

    `held` tells which statement stands, which stances are possible and which account is later than the party's own words;
    `told` are the places in sources that tell of that statement; `since` the day of the first statement of this stance without a
    break; `days` the range of days gone by since the last one and `ago` the same in calendar units, where it is exact.
    `contradicted_by` are the party's own acts against the support it has stated.
    """

    issue: Issue
    party: str
    name: str
    held: Standing
    told: tuple[tuple[str, str | None], ...]
    since: Edtf | None
    days: tuple[int, int] | None
    ago: CalendarSpan | None
    state: IssueState
    contradicted_by: tuple[Occurrence, ...]

    @property
    def stance(self) -> str:
        """The stance shown; `no stated position` for silence."""
        return self.held.stance

    @property
    def statement(self) -> Position | None:
        """The statement that stands."""
        return self.held.statement

    @property
    def previous_stance(self) -> str | None:
        """The stance before the last shift."""
        return self.held.before.stance if self.held.before else None

    @property
    def uncertain(self) -> bool:
        """Whether vague dates, or equals of one day, leave another stance possible."""
        return len(self.held.possible) > 1


class StanceShift(NamedTuple):
    """A change of a party's stance on an issue."""

    issue: str
    party: str
    shift: Shift

    @property
    def between(self) -> tuple[str, str]:
        """The days between which it must have happened, both included; `..` for an open end."""
        first, last = self.shift.between
        return ".." if first == date.min else first.isoformat(), last.isoformat()


class Alignment(NamedTuple):
    """Who agrees with whom on an issue, and, where a step needs the agreement of all parties, how it stands with it.

    `by_account` are the parties whose stance rests on what others say of them, `at_one` tells that every party asked
    has a stance and all have the same. `deadline` is the day before which they must agree, where the treaty's terms set one.
    """

    issue: Issue
    stances: dict[str, tuple[str, ...]]
    uncertain: tuple[str, ...]
    by_account: tuple[str, ...]
    at_one: bool
    state: IssueState
    outlook: str | None
    deadline: Countdown | None


class Statement(NamedTuple):
    """One statement in the order of time.

    `shift` is the change of stance that it brought, `outranked` what stands in its stead and by which rule; `certain`
    tells that it has certainly been made by the day asked about.
    """

    said: Position
    shift: Shift | None
    outranked: tuple[Position, str] | None
    certain: bool
