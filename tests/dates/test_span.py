from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.strategies import days, near_days
from treatywatch.dates import CalendarSpan, Span


@given(near_days, near_days, near_days)
def test_a_span_holds_its_start_and_not_its_end(one: date, other: date, day: date) -> None:
    start, end = sorted((one, other))
    if start == end:
        with pytest.raises(ValueError, match="no day lies"):
            Span(start, end)
        return
    span = Span(start, end)
    assert start in span
    assert end not in span
    assert (day in span) == (start <= day < end)


@given(st.lists(near_days, min_size=3, max_size=3, unique=True), near_days)
def test_spans_that_touch_share_no_day_and_leave_none_out(bounds: list[date], day: date) -> None:
    first, middle, last = sorted(bounds)
    one, other = Span(first, middle), Span(middle, last)
    assert one.touches(other)
    assert not other.touches(one)
    assert (day in one) + (day in other) == (day in Span(first, last))


def test_a_span_without_ends_holds_every_day_but_the_last_of_the_calendar() -> None:
    assert date.min in Span()
    assert date(2020, 1, 1) in Span()
    with pytest.raises(ValueError, match="no day lies from 2020-01-02 until before 2020-01-01"):
        Span(date(2020, 1, 2), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("start", "end", "days_", "years", "months", "over", "words"),
    [
        ("2020-07-25", "2021-02-05", 195, 0, 6, 11, "6 months 11 days"),  # New START's first end, seen from July 2020
        ("2019-02-02", "2019-08-02", 181, 0, 6, 0, "6 months"),  # the INF notice
        ("2020-01-01", "2020-01-01", 0, 0, 0, 0, "0 days"),
        ("2020-01-01", "2021-02-02", 398, 1, 1, 1, "1 year 1 month 1 day"),
        ("2021-02-05", "2020-07-25", -195, 0, 6, 11, "6 months 11 days"),
        ("2020-02-29", "2021-02-28", 365, 1, 0, 0, "1 year"),  # 29 February plus a year is 28 February
    ],
)
def test_the_way_between_two_days(
    start: str, end: str, days_: int, years: int, months: int, over: int, words: str
) -> None:
    span = CalendarSpan.from_to(date.fromisoformat(start), date.fromisoformat(end))
    assert span == CalendarSpan(days_, years, months, over)
    assert span.words == words


@given(days, days)
def test_the_way_back_is_as_long(one: date, other: date) -> None:
    there, back = CalendarSpan.from_to(one, other), CalendarSpan.from_to(other, one)
    assert there.days == -back.days == (other - one).days
    assert (there.years, there.months, there.days_over) == (back.years, back.months, back.days_over)
    assert min(there.years, there.months, there.days_over) >= 0
    assert there.months < 12
    assert there.days_over < 31
