"""Duties that come back: the next day of each, by its recurrence rule, and who has suspended it."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from treatywatch.dates import Edtf

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

    from treatywatch.models.terms import Duty
    from treatywatch.rules.history import History

__all__ = ["coming_days", "resting"]

_YEARS_AHEAD = 100
"""How far a series is followed: no duty of a treaty rests for longer."""


def coming_days(duty: Duty, entered: Edtf | None, day: date) -> Edtf | None:
    """Return the next day of a duty, on or after a day, or whose time for performance (`within`) still runs.

    `entered` is the treaty's entry into force; where it is vague, so is the answer. None where the duty comes back no more.
    """
    if duty.starts is not None:
        first = last = duty.starts
    elif entered is None:
        return None
    else:
        term = duty.first_after
        first, last = (term.after(end) if term else end for end in (entered.earliest, entered.latest))
    coming = _next(duty, last, day)
    if coming is None or first == last:
        return Edtf.of(coming) if coming else None
    earlier = _on_or_before(duty, first, coming)
    return Edtf.between(earlier or coming, coming)


def _next(duty: Duty, first: date, day: date) -> date | None:
    """Return the first day of a series on or after the day, or, of those before it, one still to be performed by then."""
    since = duty.within.before(day) if duty.within else day
    series = _series(duty.rule, first, min(9999, day.year + _YEARS_AHEAD))
    found = series.after(_at(since), inc=True)
    while found and duty.within and duty.within.after(found.date()) < day:
        found = series.after(found)
    return found.date() if found else None


def _on_or_before(duty: Duty, first: date, day: date) -> date | None:
    found = _series(duty.rule, first, min(9999, day.year + _YEARS_AHEAD)).before(_at(day), inc=True)
    return found.date() if found else None


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - days have no zone


@lru_cache(maxsize=1024)
def _series(rule: str, first: date, until: int) -> rrule | rruleset:
    """Return the days of a rule from the first, as far as the end of a year."""
    from dateutil.rrule import rrulestr  # only where a treaty in force has such a duty

    bounded = rule if "COUNT=" in rule or "UNTIL=" in rule else f"{rule};UNTIL={until:04}1231"
    return rrulestr(bounded, dtstart=_at(first), cache=True)


def resting(history: History, day: date) -> dict[str, set[str]]:
    """Return, for each duty, the parties that by a day had suspended it alone and not taken it up again."""
    found: dict[str, set[str]] = {}
    for act in history.suspensions:
        duties = act.get("duties") or ()
        if act.party is None or act.date.latest > day:
            continue
        if act.type == "suspension" and act.get("extent") == "part":
            for duty in duties:
                found.setdefault(duty, set()).add(act.party)
        elif act.type == "resumption":
            for duty in duties or list(found):
                found.get(duty, set()).discard(act.party)
    return found
