"""Dates as sources give them: exact, vague, approximate or doubted.

The subset of EDTF (ISO 8601-2:2019, levels 0 and 1) that treaty records need:

- `2019-08-02`, `2019-08`, `2019`: a day, some day of a month, some day of a year;
- `201X`, `2019-XX`, `2019-08-XX`: digits that nobody knows;
- `2019-08-01/2019-08-10`, `../2019-08-02`, `2019-08-02/..`: some day between two, open ends;
- a closing `?` (doubted), `~` (approximate) or `%` (both).

An event happens on one day. A vague date therefore says that the day is one of those from
`earliest` to `latest`, both included, and nothing more. EDTF gives no width to `~` and `?`, so
neither widens the range: the mark is carried through every computation instead.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from treatywatch.dates.day import parse_day
from treatywatch.dates.term import Term

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

__all__ = ["Edtf", "Mark"]

Mark = Literal["", "?", "~", "%"]

_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)", re.ASCII)
_SEASONS = range(21, 25)
_SURE: Mark = ""
_PATTERN = r"^([0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?|\.\.)(/([0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?|\.\.))?$"
_HOW = "write YYYY-MM-DD, YYYY-MM, YYYY, FROM/TO or ../TO, with ? or ~ where in doubt (EDTF)"


class Edtf:
    """A day as exactly as it is known; immutable, equal and hashed by its text.

    `earliest` and `latest` are the first and last day it can mean (`date.min` and `date.max` for
    an open end), `mark` is `?`, `~`, `%` or empty, `text` the EDTF text it was read from.
    Order is asked for with `before` and `after`, which answer None where it cannot be told.
    """

    __slots__ = ("earliest", "latest", "mark", "text")

    text: str
    earliest: date
    latest: date
    mark: Mark

    def __new__(cls, text: str) -> "Edtf":
        """Read EDTF text. Raises ValueError, with the accepted forms, for anything else."""
        return _parse(text) if isinstance(text, str) else _refuse(text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an Edtf does not change")

    @classmethod
    def between(cls, earliest: date, latest: date, mark: Mark = "") -> "Edtf":
        """Return the date that is some day from `earliest` to `latest`, both included.

        Its text is the shortest that says so: a day, a whole month, a whole year, or an interval.
        Raises ValueError where `latest` comes before `earliest`, or both ends are open.
        """
        if latest < earliest:
            raise ValueError(f"the range {earliest}/{latest} runs backwards")
        if earliest == date.min and latest == date.max:
            raise ValueError("a date open at both ends says nothing")
        return _make(_shortest(earliest, latest, mark), earliest, latest, mark)

    @classmethod
    def of(cls, day: date) -> "Edtf":
        """Return the exact date of a day."""
        return _exact(day)

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, and nobody doubts it."""
        return self.earliest == self.latest and not self.mark

    @property
    def is_open(self) -> bool:
        """Whether it has an open end."""
        return self.earliest == date.min or self.latest == date.max

    def before(self, other: "Edtf | date") -> bool | None:
        """Tell whether this day comes before the other; None where the ranges leave it open."""
        start, end = _bounds(other)
        if self.latest < start:
            return True
        return False if self.earliest >= end else None

    def after(self, other: "Edtf | date") -> bool | None:
        """Tell whether this day comes after the other; None where the ranges leave it open."""
        start, end = _bounds(other)
        if self.earliest > end:
            return True
        return False if self.latest <= start else None

    def same_day(self, other: "Edtf | date") -> bool | None:
        """Tell whether both are the same day; None where they may or may not be."""
        start, end = _bounds(other)
        if self.latest < start or end < self.earliest:
            return False
        return True if self.earliest == self.latest == start == end else None

    def overlaps(self, other: "Edtf | date") -> bool:
        """Tell whether some day is within both ranges."""
        start, end = _bounds(other)
        return self.earliest <= end and start <= self.latest

    def __contains__(self, day: date) -> bool:
        return self.earliest <= day <= self.latest

    def __add__(self, term: Term) -> "Edtf":
        """Return the date one term later; vagueness and marks are kept."""
        return Edtf.between(term.after(self.earliest), term.after(self.latest), self.mark)

    def __sub__(self, term: Term) -> "Edtf":
        """Return the date one term earlier; vagueness and marks are kept."""
        return Edtf.between(term.before(self.earliest), term.before(self.latest), self.mark)

    @classmethod
    def intersection(cls, dates: Iterable["Edtf"]) -> "Edtf | None":
        """Return the date that all of these allow, or None where they exclude each other.

        It is marked as doubted or approximate only if every date that bounds it is.
        """
        given = list(dates)
        earliest = max(item.earliest for item in given)
        latest = min(item.latest for item in given)
        if latest < earliest:
            return None
        for item in given:
            if item.earliest == earliest and item.latest == latest and not item.mark:
                return item
        lower = {item.mark for item in given if item.earliest == earliest}
        upper = {item.mark for item in given if item.latest == latest}
        if "" in lower and "" in upper:
            return cls.between(earliest, latest)
        marks = (lower if "" not in lower else set()) | (upper if "" not in upper else set())
        return cls.between(earliest, latest, next(iter(marks)) if len(marks) == 1 else "%")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    def __reduce__(self) -> tuple[type["Edtf"], tuple[str]]:
        return Edtf, (self.text,)

    @classmethod
    def _read(cls, value: object) -> "Edtf":
        if isinstance(value, str):
            return _parse(value)
        if isinstance(value, Edtf):
            return value
        return _exact(parse_day(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """Read from EDTF text or a real date (TOML has dates), write as EDTF text."""
        from pydantic_core import core_schema  # dates are used where pydantic is not loaded

        return core_schema.no_info_plain_validator_function(
            cls._read,
            json_schema_input_schema=core_schema.str_schema(pattern=_PATTERN),
            serialization=core_schema.to_string_ser_schema(),
        )


def _refuse(value: object) -> Edtf:
    raise ValueError(f"{value!r} is not a date: {_HOW}")


def _make(text: str, earliest: date, latest: date, mark: Mark) -> Edtf:
    made = object.__new__(Edtf)
    for name, value in (("text", text), ("earliest", earliest), ("latest", latest), ("mark", mark)):
        object.__setattr__(made, name, value)
    return made


def _bounds(other: "Edtf | date") -> tuple[date, date]:
    return (other.earliest, other.latest) if isinstance(other, Edtf) else (other, other)


@lru_cache(maxsize=1 << 16)
def _exact(day: date) -> Edtf:
    return _make(day.isoformat(), day, day, "")


@lru_cache(maxsize=1 << 16)
def _parse(text: str) -> Edtf:
    if "/" not in text:
        return _make(text, *_point(text, text))
    start, _, end = text.partition("/")
    earliest, _, first = (date.min, date.min, _SURE) if start == ".." else _point(start, text)
    _, latest, second = (date.max, date.max, _SURE) if end == ".." else _point(end, text)
    if start == end == "..":
        raise ValueError(f"{text!r} is open at both ends and says nothing")
    if latest < earliest:
        raise ValueError(f"{text!r} runs backwards: the earlier date stands first")
    mark: Mark = first or second if first == second or not (first and second) else "%"
    return _make(text, earliest, latest, mark)


def _point(text: str, whole: str) -> tuple[date, date, Mark]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{whole!r} is not a date: {_HOW}")
    year, month, day, mark = match.groups()
    try:
        if year.isdigit() and month and day and month.isdigit() and day.isdigit():
            exact = date(int(year), int(month), int(day))
            return exact, exact, mark  # type: ignore[return-value]
        first_year, last_year = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
        if not month or month == "XX" or first_year != last_year:
            if (month and month != "XX") or (day and day != "XX"):
                raise ValueError
            return date(first_year, 1, 1), date(last_year, 12, 31), mark  # type: ignore[return-value]
        if int(month) in _SEASONS:
            raise ValueError(
                f"{whole!r} names a season, which is another half of the year in each hemisphere: write FROM/TO"
            )
        last = calendar.monthrange(int(year), int(month))[1]
        return date(int(year), int(month), 1), date(int(year), int(month), last), mark  # type: ignore[return-value]
    except ValueError as error:
        if "season" in str(error):
            raise
        raise ValueError(f"{whole!r} is not a date of the calendar: {_HOW}") from None


def _shortest(earliest: date, latest: date, mark: Mark) -> str:
    if earliest == latest:
        return f"{earliest.isoformat()}{mark}"
    if (earliest.year, earliest.month, earliest.day) == (latest.year, 1, 1) and (latest.month, latest.day) == (12, 31):
        return f"{earliest.year:04}{mark}"
    same_month = (earliest.year, earliest.month) == (latest.year, latest.month)
    if same_month and earliest.day == 1 and (latest == date.max or (latest + timedelta(days=1)).day == 1):
        return f"{earliest.year:04}-{earliest.month:02}{mark}"
    start = ".." if earliest == date.min else f"{earliest.isoformat()}{mark}"
    end = ".." if latest == date.max else f"{latest.isoformat()}{mark}"
    return f"{start}/{end}"
