"""Half-open spans of days, and the calendar span between two days."""

from datetime import date
from typing import NamedTuple, Self

from dateutil.relativedelta import relativedelta

__all__ = ["CalendarSpan", "Span"]


class _Ends(NamedTuple):
    start: date
    end: date


class Span(_Ends):
    """Days from `start`, included, to `end`, excluded; `date.min` and `date.max` are open ends.

    Raises ValueError for a span that holds no day.
    """

    __slots__ = ()

    def __new__(cls, start: date = date.min, end: date = date.max) -> Self:
        """Make a span. Raises ValueError where `end` does not come after `start`."""
        if end <= start:
            raise ValueError(f"no day lies from {start} until before {end}")
        return super().__new__(cls, start, end)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def touches(self, later: "Span") -> bool:
        """Tell whether the other begins on the very day this one ends: no gap, no overlap."""
        return self.end == later.start


class CalendarSpan(NamedTuple):
    """The way from one day to another in calendar units, and in days.

    `days` is negative where the second day comes first; `years`, `months` and `days_over` are then
    those of the way back, never negative.
    """

    days: int
    years: int
    months: int
    days_over: int

    @classmethod
    def from_to(cls, start: date, end: date) -> "CalendarSpan":
        """Measure from `start` to `end`: 2020-07-25 to 2021-02-05 is 195 days, 6 months 11 days."""
        delta = relativedelta(max(start, end), min(start, end))
        return cls((end - start).days, delta.years, delta.months, delta.days)

    @property
    def words(self) -> str:
        """The calendar units in English words, such as `6 months 11 days`; `0 days` for none."""
        parts = ((self.years, "year"), (self.months, "month"), (self.days_over, "day"))
        shown = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in parts if count]
        return " ".join(shown) or "0 days"
