import copy
import json
import pickle
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.dates.strategies import days, edtf, near_days, periods, terms
from treatywatch.dates import Edtf, Term
from treatywatch.dates.edtf import Mark
from treatywatch.models.base import Model


class Happening(Model):
    date: Edtf


def members(vague: Edtf) -> list[date]:
    """Every day that a vague date allows; of an open end the first or last few hundred."""
    low, high = vague.earliest, vague.latest
    if low == date.min:
        low = max(date.min, high - timedelta(days=600))
    if high == date.max:
        high = low + timedelta(days=600)
    return [low + timedelta(days=n) for n in range((high - low).days + 1)]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "mark"),
    [
        ("2019-08-02", "2019-08-02", "2019-08-02", ""),
        ("2019-09", "2019-09-01", "2019-09-30", ""),
        ("2020-02", "2020-02-01", "2020-02-29", ""),
        ("2010", "2010-01-01", "2010-12-31", ""),
        ("201X", "2010-01-01", "2019-12-31", ""),
        ("19XX", "1900-01-01", "1999-12-31", ""),
        ("00XX", "0001-01-01", "0099-12-31", ""),
        ("2019-XX", "2019-01-01", "2019-12-31", ""),
        ("2019-XX-XX", "2019-01-01", "2019-12-31", ""),
        ("2019-08-XX", "2019-08-01", "2019-08-31", ""),
        ("201X-XX", "2010-01-01", "2019-12-31", ""),
        ("9999-12", "9999-12-01", "9999-12-31", ""),
        ("2019-08-01/2019-08-10", "2019-08-01", "2019-08-10", ""),
        ("2019-08-02/2019-08-02", "2019-08-02", "2019-08-02", ""),
        ("2019-08/2019-09", "2019-08-01", "2019-09-30", ""),
        ("2020-04-14~", "2020-04-14", "2020-04-14", "~"),
        ("2017-12-26?", "2017-12-26", "2017-12-26", "?"),
        ("2017-12%", "2017-12-01", "2017-12-31", "%"),
        ("2017?/2018", "2017-01-01", "2018-12-31", "?"),
        ("2017/2018~", "2017-01-01", "2018-12-31", "~"),
        ("2017?/2018?", "2017-01-01", "2018-12-31", "?"),
        ("2017?/2018~", "2017-01-01", "2018-12-31", "%"),
        ("../2019-08-02", "0001-01-01", "2019-08-02", ""),
        ("2019-08-02/..", "2019-08-02", "9999-12-31", ""),
    ],
)
def test_what_a_date_allows(text: str, earliest: str, latest: str, mark: str) -> None:
    read = Edtf(text)
    assert (read.earliest.isoformat(), read.latest.isoformat(), read.mark) == (earliest, latest, mark)
    assert str(read) == text
    assert read.is_open == (earliest == "0001-01-01" or latest == "9999-12-31"), "the calendar's ends are open ends"
    assert read.is_exact == (earliest == latest and not mark)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "86400",
        "yesterday",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "2019-02-00",
        "0000-01-01",
        "2019-8-2",
        "2019-08-02T00:00",
        "2019-08-10/2019-08-01",
        "../..",
        "/",
        "..",
        "2019/",
        "/2019",
        "2019/2020/2021",
        "201X-08",
        "201X-08-02",
        "201X-XX-02",
        "2019-XX-02",
        "2XXX",
        "2019??",
        "?2019",
        " 2019",
        "2019\n",
        "２０１９",
        "2019-08-02\x00",
    ],
)
def test_what_is_no_date_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|says nothing|runs backwards"):
        Edtf(text)


@pytest.mark.parametrize("text", ["2019-21", "2019-22", "2019-24~"])
def test_a_season_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(ValueError, match="names a season, which is another half of the year in each hemisphere"):
        Edtf(text)


def test_what_is_neither_month_nor_season_is_no_date() -> None:
    for text in ("2019-20", "2019-25"):
        with pytest.raises(ValueError, match="is not a date of the calendar"):
            Edtf(text)


@pytest.mark.parametrize("value", [86400, 1296864000.0, True, None, datetime(2011, 2, 5, tzinfo=UTC)], ids=repr)
def test_nothing_else_is_a_date(value: object) -> None:
    with pytest.raises(ValidationError, match="is not a day"):
        Happening.model_validate({"date": value})
    with pytest.raises(ValueError, match="is not a date"):
        Edtf(value)  # type: ignore[arg-type]


def test_no_number_in_json_is_a_date() -> None:
    for value in (86400, "86400", 1296864000):
        with pytest.raises(ValidationError):
            Happening.model_validate_json(json.dumps({"date": value}))


@given(edtf)
def test_a_date_is_its_text(day: Edtf) -> None:
    assert Edtf(str(day)) == day
    assert hash(Edtf(str(day))) == hash(day)
    assert eval(repr(day)) == day
    assert pickle.loads(pickle.dumps(day)) == copy.deepcopy(day) == day
    assert Happening.model_validate_json(Happening(date=day).model_dump_json()).date == day
    assert day.earliest <= day.latest


@given(edtf)
def test_the_schema_knows_every_date(day: Edtf) -> None:
    pattern = TypeAdapter(Edtf).json_schema()["pattern"]
    assert re.search(pattern, str(day))
    assert not re.search(pattern, "86400")


@given(days, days, st.sampled_from(["", "?", "~", "%"]))
def test_between_is_read_back_from_its_shortest_text(one: date, other: date, mark: Mark) -> None:
    low, high = sorted((one, other))
    if (low, high) == (date.min, date.max):
        with pytest.raises(ValueError, match="says nothing"):
            Edtf.between(low, high)
        return
    made = Edtf.between(low, high, mark)
    again = Edtf(made.text)
    assert (again.earliest, again.latest) == (low, high)
    assert again.mark == mark


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("2019-08-02", "2019-08-02", "2019-08-02"),
        ("2019-08-01", "2019-08-31", "2019-08"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-01-01", "2020-12-31", "2019-01-01/2020-12-31"),
        ("0001-01-01", "2019-08-02", "../2019-08-02"),
        ("2019-08-02", "9999-12-31", "2019-08-02/.."),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_the_shortest_text_of_a_range(low: str, high: str, text: str) -> None:
    assert str(Edtf.between(date.fromisoformat(low), date.fromisoformat(high))) == text


def test_a_range_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        Edtf.between(date(2020, 1, 2), date(2020, 1, 1))


@given(edtf, edtf)
def test_order_is_told_only_where_every_day_agrees(one: Edtf, other: Edtf) -> None:
    """True where it holds for every choice of days, False where for none, None where it depends."""
    assume(not (one.is_open or other.is_open))
    lows, highs = (one.earliest, one.latest), (other.earliest, other.latest)
    before = {a < b for a in lows for b in highs}
    assert one.before(other) == (before.pop() if len(before) == 1 else None)
    after = {a > b for a in lows for b in highs}
    assert one.after(other) == (after.pop() if len(after) == 1 else None)


@given(st.tuples(periods, periods))
def test_order_by_brute_force_over_days(pair: tuple[tuple[date, date], tuple[date, date]]) -> None:
    one, other = (Edtf.between(low, min(high, low + timedelta(days=12))) for low, high in pair)
    ours, theirs = members(one), members(other)
    for answer, found in (
        (one.before(other), {a < b for a in ours for b in theirs}),
        (one.after(other), {a > b for a in ours for b in theirs}),
        (one.same_day(other), {a == b for a in ours for b in theirs}),
    ):
        assert answer is (found.pop() if len(found) == 1 else None)
    assert one.overlaps(other) == bool(set(ours) & set(theirs))


@given(edtf, edtf)
def test_order_is_the_same_from_both_sides(one: Edtf, other: Edtf) -> None:
    assert one.before(other) is other.after(one)
    assert one.same_day(other) is other.same_day(one)
    assert one.overlaps(other) is other.overlaps(one)
    if one.before(other) or one.after(other):
        assert one.same_day(other) is False
        assert not one.overlaps(other)


@given(edtf, near_days)
def test_a_day_stands_to_a_date_as_its_exact_date_does(vague: Edtf, day: date) -> None:
    exact = Edtf.of(day)
    assert vague.before(day) is vague.before(exact)
    assert vague.after(day) is vague.after(exact)
    assert vague.same_day(day) is vague.same_day(exact)
    assert vague.overlaps(day) is vague.overlaps(exact) is (day in vague)


def test_a_month_and_a_day_within_it_have_no_order() -> None:
    month, day = Edtf("1991-07"), Edtf("1991-07-15")
    assert month.before(day) is month.after(day) is month.same_day(day) is None


@given(st.lists(edtf, min_size=1, max_size=4))
def test_an_intersection_holds_the_days_that_all_allow(dates: list[Edtf]) -> None:
    together = Edtf.intersection(dates)
    low, high = max(item.earliest for item in dates), min(item.latest for item in dates)
    if together is None:
        assert high < low
        return
    assert (together.earliest, together.latest) == (low, high)
    assert Edtf.intersection([together, *dates]) is not None
    assert Edtf(together.text).earliest == low
    if together.mark:
        assert any(item.mark for item in dates), "no doubt that no source has"
    again = Edtf.intersection(reversed(dates))
    assert again is not None
    assert (again.earliest, again.latest, again.mark) == (together.earliest, together.latest, together.mark)


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        (["2019-08", "2019-08-01/2019-08-10"], "2019-08-01/2019-08-10"),
        (["2019-08", "2019-08-02"], "2019-08-02"),
        (["2019-08~", "2019-08-02"], "2019-08-02"),
        (["2019-08-02~", "2019-08-02?"], "2019-08-02%"),
        (["2019-08-02~", "2019-08-02"], "2019-08-02"),
        (["2019-08-01/2019-08-05?", "2019-08-03/2019-08-09"], "2019-08-03?/2019-08-05?"),
        (["../2019-08-02", "2019-07-01/.."], "2019-07-01/2019-08-02"),
        (["../2019-08-02~", "2019-07-01/.."], "2019-07-01~/2019-08-02~"),
        (["../2019-08-05~", "2019-08-03?/.."], "2019-08-03%/2019-08-05%"),
        (["2019-08-02", "2019-08-03"], None),
    ],
)
def test_intersections(texts: list[str], together: str | None) -> None:
    found = Edtf.intersection(map(Edtf, texts))
    assert (None if found is None else str(found)) == together


@given(edtf, terms)
def test_adding_a_term_keeps_vagueness_marks_and_order(vague: Edtf, term: Term) -> None:
    later = vague + term
    assert later.mark == vague.mark
    assert (later.earliest, later.latest) == (term.after(vague.earliest), term.after(vague.latest))
    assert later.before(vague) is not True
    earlier = vague - term
    assert (earlier.earliest, earlier.latest, earlier.mark) == (
        term.before(vague.earliest),
        term.before(vague.latest),
        vague.mark,
    )


@given(edtf, terms)
def test_every_allowed_day_plus_a_term_is_allowed_by_the_sum(vague: Edtf, term: Term) -> None:
    days_ = members(vague)
    later = vague + term
    assert all(term.after(day) in later for day in days_[:: max(1, len(days_) // 20)])


def test_an_open_end_stays_open() -> None:
    assert str(Edtf("../2019-02-02") + Term("P6M")) == "../2019-08-02"
    assert str(Edtf("2019-02-02/..") + Term("P6M")) == "2019-08-02/.."


def test_a_date_does_not_change() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        Edtf("2019").earliest = date(2018, 1, 1)
    assert Edtf("2019") != "2019"
    assert Happening(date=Edtf("2019")).date == Edtf("2019")
    assert Happening.model_validate({"date": date(2019, 8, 2)}).date == Edtf("2019-08-02")
