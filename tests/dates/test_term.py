import copy
import pickle
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given

from tests.dates.strategies import days, terms
from treatywatch.dates import Term
from treatywatch.models.base import Model


class Lasting(Model):
    period: Term


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2011-02-05", "P10Y", "2021-02-05"),  # New START's first term
        ("2011-02-05", "P15Y", "2026-02-05"),  # as a timedelta it would end on 2026-02-01
        ("2019-02-02", "P6M", "2019-08-02"),  # the notice under the INF Treaty
        ("2001-11-02", "P60D", "2002-01-01"),  # Open Skies
        ("2019-08-31", "P6M", "2020-02-29"),
        ("2018-08-31", "P6M", "2019-02-28"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2021-01-31", "P2M", "2021-03-31"),  # in one step; month by month it would be 29 March
        ("2021-01-30", "P1M1D", "2021-03-01"),  # the month first, then the day
        ("2021-01-01", "P2W", "2021-01-15"),
        ("2021-01-01", "P1Y2M1W3D", "2022-03-11"),
    ],
)
def test_a_term_is_added_in_one_step(start: str, term: str, end: str) -> None:
    assert Term(term).after(date.fromisoformat(start)) == date.fromisoformat(end)


def test_a_term_goes_back_by_the_calendar_too() -> None:
    assert Term("P6M").before(date(2020, 8, 31)) == date(2020, 2, 29)
    assert Term("P1Y").before(date(2020, 2, 29)) == date(2019, 2, 28)


def test_the_calendar_has_ends() -> None:
    assert Term("P1D").after(date(9999, 12, 30)) == date.max
    assert Term("P9999Y").after(date(2020, 1, 1)) == date.max
    assert Term("P9999Y").before(date(2020, 1, 1)) == date.min
    assert Term("P99999D").after(date(9990, 1, 1)) == date.max
    assert Term("P1Y").before(date.max) == date.max, "an open end stays open"
    assert Term("P1Y").after(date.min) == date.min, "an open end stays open"


@given(days, terms)
def test_adding_is_the_relativedelta_of_all_parts_at_once(day: date, term: Term) -> None:
    assume(day not in (date.min, date.max))
    delta = relativedelta(years=term.years, months=term.months, days=term.days)
    try:
        expected = day + delta
    except (ValueError, OverflowError):
        expected = date.max
    assert term.after(day) == expected
    try:
        expected = day - delta
    except (ValueError, OverflowError):
        expected = date.min
    assert term.before(day) == expected


@given(days, days, terms)
def test_adding_keeps_order(one: date, other: date, term: Term) -> None:
    first, second = sorted((one, other))
    assert term.after(first) <= term.after(second)
    assert term.before(first) <= term.before(second)


@given(days, terms)
def test_a_term_leads_forward_and_back(day: date, term: Term) -> None:
    assert term.before(day) <= day <= term.after(day)
    if date.min < day and term.after(day) < date.max and not (term.years or term.months):
        assert term.before(term.after(day)) == day, "days alone are undone"
        assert term.after(day) - day == timedelta(days=term.days)


@given(terms)
def test_a_term_is_its_text(term: Term) -> None:
    assert str(term) == term.text
    assert Term(str(term)) == term
    assert hash(Term(str(term))) == hash(term)
    assert eval(repr(term)) == term
    assert pickle.loads(pickle.dumps(term)) == copy.deepcopy(term) == term
    assert Lasting.model_validate_json(Lasting(period=term).model_dump_json()).period == term
    assert term.words


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT5M", "P1DT1H", "10Y", "P-1Y", "P1.5Y", "P1M1Y", "p1y", "P1Y ", "P٣Y", "P10000Y", "P1Y\n", "1 year"],
)
def test_what_is_no_period_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="write P10Y, P6M, P2W or P60D"):
        Term(text)


@pytest.mark.parametrize("value", [timedelta(days=180), 180, 180.0, None, True], ids=repr)
def test_a_term_is_never_a_number_or_a_timedelta(value: object) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        Lasting.model_validate({"period": value})
    with pytest.raises(ValueError, match="is not a period"):
        Term(value)  # type: ignore[arg-type]


def test_a_term_has_length() -> None:
    with pytest.raises(ValueError, match="no length"):
        Term("P0Y0D")


def test_a_term_does_not_change() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        Term("P1Y").years = 2
    assert Term("P12M") != Term("P1Y"), "a term is its text: what a treaty calls twelve months stays so"
    assert Term("P1Y") != "P1Y"
    assert Lasting(period=Term("P1Y")).period == Term("P1Y")


def test_a_term_in_words() -> None:
    assert Term("P1Y6M").words == "1 year 6 months"
    assert Term("P2W1D").words == "15 days"
