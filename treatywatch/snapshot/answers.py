"""The shapes of answers: plain values, ready to be shown or written; nothing in them asks back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatywatch.dates import CalendarSpan, Edtf

if TYPE_CHECKING:
    from datetime import date

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.deadlines import Deadline

__all__ = ["Countdown", "Evidence", "Explanation", "Interval", "PartyStatus", "Refused", "TreatyStatus"]


class Countdown(NamedTuple):
    """A deadline as seen from a day: how many days to it, and the same way in calendar units.

    `days_min` and `days_max` are the range for a vague date and for a window; `span` is None then. Days are negative for what
    has passed: of a window that is open only the first.
    """

    deadline: Deadline
    days_min: int
    days_max: int
    span: CalendarSpan | None
    summary: str
    sources: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """The days to it, where the date is exact."""
        return self.days_min if self.days_min == self.days_max else None

    @classmethod
    def of(cls, deadline: Deadline, as_of: date, summary: str, sources: tuple[str, ...]) -> Countdown:
        """Count from `as_of`."""
        low, high = deadline.date.earliest, deadline.date.latest
        span = CalendarSpan.from_to(as_of, low) if low == high else None
        return cls(deadline, (low - as_of).days, (high - as_of).days, span, summary, sources)


class PartyStatus(NamedTuple):
    """How a state stands to a treaty on a day.

    `status` is the most advanced of the `possible` ones; `since` the days on which it may have begun, None where that is before
    all that is on record; `flags` are words such as `suspended`, `withdrawing`, `contested`, `uncertain`, `reported`.
    `hypothetical` tells that it rests on a supposed fact.
    """

    party: str
    name: str
    status: str
    possible: tuple[str, ...]
    since: Edtf | None
    flags: tuple[str, ...]
    hypothetical: bool = False


class TreatyStatus(NamedTuple):
    """How a treaty stands on a day, with its parties and what is to come, soonest first.

    `verified` is the day up to which a curator vouches for the facts; an answer for a later day rests on the last known ones.
    `hypothetical` tells that it rests on a supposed fact.
    """

    id: str
    short_title: str
    title: str
    subject: str
    participation: str
    status: str
    possible: tuple[str, ...]
    since: Edtf | None
    flags: tuple[str, ...]
    verified: date
    suspended_by: tuple[str, ...]
    withdrawing: tuple[str, ...]
    contested_by: tuple[str, ...]
    hypothetical: bool
    parties: tuple[PartyStatus, ...]
    deadlines: tuple[Countdown, ...]


class Interval(NamedTuple):
    """A stretch of days, `end` excluded, over which one status holds; None is an end without limit.

    `party` is None for the treaty. `projected` marks what lies after the day asked about: it is expected, not known.
    """

    party: str | None
    status: str
    possible: tuple[str, ...]
    flags: tuple[str, ...]
    start: date | None
    end: date | None
    projected: bool
    rule: str | None
    occurrences: tuple[str, ...]
    hypothetical: bool = False


class Refused(NamedTuple):
    """A supposed act that has no effect in law: the rule that says so, its statement and authority, and the reason.

    `code` names the kind of impossibility, `who` the state that acted, as it stands within a sentence.
    """

    treaty: str
    act: Occurrence
    who: str | None
    rule: str
    statement: str
    code: str
    reason: str
    authority: tuple[str, ...]


class Evidence(NamedTuple):
    """An occurrence as a reason: what happened, when, and who says so and where; `unknown` is why it was left out, where it was."""

    occurrence: str
    date: Edtf
    summary: str
    sources: tuple[tuple[str, str | None], ...]
    disputed: bool = False
    supposed: bool = False
    unknown: str | None = None


class Explanation(NamedTuple):
    """A conclusion with its reasons: the rule, its authority in law, the evidence and the conclusions it rests on.

    `vague` tells of dates that leave the answer open and what could settle them; `not_known` of occurrences that were not yet
    public, or not told by the sources asked, and so were left out.
    """

    subject: str
    conclusion: str
    status: str
    rule: str | None
    statement: str | None
    authority: tuple[str, ...]
    because: tuple[Evidence | Explanation, ...]
    vague: tuple[str, ...] = ()
    not_known: tuple[Evidence, ...] = ()
    also: tuple[Explanation, ...] = ()

    @property
    def hypothetical(self) -> bool:
        """Whether it rests on a supposed fact."""
        reasons = (*self.because, *self.also)
        return any(one.supposed if isinstance(one, Evidence) else one.hypothetical for one in reasons)
