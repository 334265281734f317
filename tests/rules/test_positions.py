"""The rules of positions over lines of statements, and their laws by brute force over every choice of days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import said
from treatywatch.models.statements import Position
from treatywatch.rules.positions import (
    HIGHER_OFFICE,
    OWN_WORDS,
    SILENT,
    is_own,
    outranked_by,
    possible_stances,
    rank,
    sequence,
    shifts,
    standing,
)


def line(*statements: dict[str, Any]) -> list[Position]:
    return [Position.model_validate(one) for one in statements]


def on(text: str) -> date:
    return date.fromisoformat(text)


def test_the_latest_statement_stands() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-03-01"))
    assert standing(told, on("2020-02-29")).stance == "supports"
    assert standing(told, on("2020-03-01")).stance == "opposes"


def test_silence_is_no_stated_position() -> None:
    held = standing(line(said("opposes", "2020-03-01")), on("2020-02-29"))
    assert (held.stance, held.possible, held.since) == (SILENT, (SILENT,), None)
    assert standing([], on("2020-01-01")).stance == "no stated position"


def test_the_higher_office_stands_on_one_day_whatever_the_order() -> None:
    told = line(
        said("opposes", "2020-01-01", office="head-of-state"),
        said("noncommittal", "2020-01-01", office="spokesperson"),
    )
    for one in (told, told[::-1]):
        assert standing(one, on("2020-01-01")).stance == "opposes"
        assert [(less.stance, rule) for less, _, rule in outranked_by(one, on("2020-01-01"))] == [
            ("noncommittal", HIGHER_OFFICE)
        ]


def test_a_lower_office_speaks_for_the_party_on_a_later_day() -> None:
    told = line(
        said("opposes", "2020-01-01", office="head-of-state"), said("noncommittal", "2020-01-02", office="spokesperson")
    )
    assert standing(told, on("2020-01-02")).stance == "noncommittal"


def test_equals_of_one_day_leave_the_stance_open() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-01-01"))
    assert standing(told, on("2020-01-01")).possible == ("supports", "opposes")
    assert list(outranked_by(told, on("2020-01-01"))) == []


@pytest.mark.parametrize("account", [{"outlet": True}, {"by": "US"}])
def test_own_words_stand_before_accounts_of_the_same_and_of_any_earlier_day(account: dict[str, Any]) -> None:
    told = line(
        said("opposes", "2020-01-01", **account),
        said("noncommittal", "2020-02-01", office="head-of-state", **account),
        said("supports", "2020-02-01", office="official"),
    )
    assert standing(told, on("2020-01-31")).stance == "opposes"
    held = standing(told, on("2020-02-01"))
    assert (held.stance, held.possible, held.report) == ("supports", ("supports",), None)


def test_a_later_account_shows_beside_the_own_words() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-02-01", outlet=True, office="head-of-state"))
    held = standing(told, on("2020-02-01"))
    assert held.stance == "supports"
    assert held.report is not None
    assert held.report.stance == "opposes"
    assert [rule for _, _, rule in outranked_by(told, on("2020-02-01"))] == [OWN_WORDS]
    assert shifts(told, on("2020-02-01")) == []


def test_of_accounts_alone_the_latest_is_shown_and_another_partys_before_an_outlets() -> None:
    told = line(
        said("noncommittal", "2020-01-01", outlet=True),
        said("opposes", "2020-02-01", outlet=True, office="head-of-state"),
        said("conditional", "2020-02-01", by="US", office="official"),
    )
    held = standing(told, on("2020-03-01"))
    assert held.stance == "conditional"
    assert held.statement is not None
    assert held.statement.voice == "reported"


def test_a_shift_happened_between_the_last_of_the_old_and_the_first_of_the_new() -> None:
    told = line(
        said("supports", "2020-01-01"),
        said("supports", "2020-02-01"),
        said("opposes", "2020-04-01"),
        said("opposes", "2020-05-01"),
    )
    (shift,) = shifts(told, on("2021-01-01"))
    assert shift.between == (on("2020-02-01"), on("2020-04-01"))
    assert shift.certain
    held = standing(told, on("2021-01-01"))
    assert (held.before, str(held.since)) == (told[1], "2020-04-01")


def test_a_shift_between_vague_dates_spans_both_and_is_certain_where_they_do_not_meet() -> None:
    told = line(said("supports", "2020-01"), said("opposes", "2020-03"))
    (shift,) = shifts(told, on("2020-03-31"))
    assert shift.between == (on("2020-01-01"), on("2020-03-31"))
    assert shift.certain
    (shift,) = shifts(line(said("supports", "2020-01/2020-02"), said("opposes", "2020-02-10")), on("2020-03-31"))
    assert not shift.certain


HIGH, LOW = {"office": "head-of-state"}, {"office": "official"}


@pytest.mark.parametrize(
    ("told", "certain"),
    [
        pytest.param(
            [said("supports", "2020-01-01"), said("opposes", "2020-01-09")],
            True,
            id="exact",
        ),
        pytest.param(
            [said("supports", "2020-01-01/2020-01-05", **HIGH), said("opposes", "2020-01-05", **LOW)],
            False,
            id="the old may be of the new one's very day, and outrank it",
        ),
        pytest.param(
            [
                said("supports", "2020-01-04"),
                said("supports", "2020-01-03/2020-01-05", **HIGH),
                said("opposes", "2020-01-05", **LOW),
            ],
            False,
            id="a vague one of the old stance may fall on the new one's day",
        ),
        pytest.param(
            [
                said("supports", "2020-01-01", **LOW),
                said("opposes", "2020-01-01/2020-01-03", **HIGH),
                said("opposes", "2020-01-05"),
            ],
            False,
            id="a vague one of the new stance may fall on the old one's day",
        ),
        pytest.param(
            [
                said("supports", "2020-01-01"),
                said("opposes", "2020-01-03/2020-01-06"),
                said("conditional", "2020-01-04"),
            ],
            False,
            id="an exact one may come before the vague new one",
        ),
        pytest.param(
            [
                said("supports", "2020-01-01"),
                said("conditional", "2020-01-02/2020-01-04", outlet=True),
                said("opposes", "2020-01-05"),
            ],
            True,
            id="a vague account bears on no own words",
        ),
        pytest.param(
            [
                said("supports", "2020-01-01"),
                said("opposes", "2020-01-02/2020-01-04"),
                said("opposes", "2020-01-03"),
            ],
            True,
            id="a vague one of the new stance, certainly after the old",
        ),
    ],
)
def test_a_shift_is_certain_where_no_choice_of_days_undoes_it(told: list[dict[str, Any]], *, certain: bool) -> None:
    assert shifts(line(*told), on("2020-02-01"))[0].certain is certain


def test_a_shift_had_happened_by_the_first_statement_that_certainly_was_made() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-01-02/2020-01-20"), said("opposes", "2020-01-08"))
    assert shifts(told, on("2020-02-01"))[0].between == (on("2020-01-01"), on("2020-01-08"))


def test_an_account_that_may_be_of_the_own_words_day_or_later_does_not_stand() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-01-01/2020-01-05", outlet=True))
    held = standing(told, on("2020-02-01"))
    assert (held.stance, held.possible) == ("supports", ("supports",))


def test_a_vague_statement_is_possible_at_first_and_shown_once_it_has_certainly_been_made() -> None:
    told = line(said("supports", "2020-01-01"), said("opposes", "2020-03"))
    assert standing(told, on("2020-02-29")).possible == ("supports",)
    held = standing(told, on("2020-03-10"))
    assert (held.stance, held.possible) == ("supports", ("supports", "opposes"))
    held = standing(told, on("2020-03-31"))
    assert (held.stance, held.possible) == ("opposes", ("opposes",))


def test_since_is_no_later_than_the_first_exact_statement_of_the_stance() -> None:
    told = line(said("opposes", "2020-07-01/2020-07-24"), said("opposes", "2020-07-08"))
    assert str(standing(told, on("2020-07-25")).since) == "2020-07-01/2020-07-08"


def test_the_most_believed_of_equals_is_named() -> None:
    told = line(said("supports", "2020-01-01", id="first"), said("supports", "2020-01-01", id="second"))
    held = standing(told, on("2020-01-01"))
    assert held.statement is not None
    assert held.statement.id == "first"


# --- Laws, by brute force ------------------------------------------------------------------------

START = date(2020, 1, 1)
DAYS = 7


@st.composite
def lines(draw: st.DrawFn) -> list[Position]:
    told = []
    for number in range(draw(st.integers(0, 4))):
        first = draw(st.integers(0, DAYS - 1))
        last = draw(st.integers(first, min(first + 3, DAYS - 1)))
        voices: list[dict[str, Any]] = [{}, {}, {"outlet": True}, {"by": "US"}]
        voice = draw(st.sampled_from(voices))
        text = (
            f"{START + timedelta(first)}/{START + timedelta(last)}" if last > first else str(START + timedelta(first))
        )
        told.append(
            said(
                draw(st.sampled_from(["supports", "conditional", "opposes"])),
                text,
                id=f"s{number}",
                office=draw(st.sampled_from(["head-of-state", "official"])),
                **voice,
            )
        )
    return line(*told)


def choices(told: Sequence[Position]) -> Iterator[tuple[date, ...]]:
    """Every choice of days, one for each statement."""
    spans = [(one.date.latest - one.date.earliest).days + 1 for one in told]
    ranges = [[one.date.earliest + timedelta(n) for n in range(span)] for one, span in zip(told, spans, strict=True)]
    return product(*ranges)


def stands(told: Sequence[Position], days: Sequence[date], day: date) -> set[str]:
    """What stands on a day when everybody spoke on the days given, by the words of the rules."""
    made = [(when, one) for when, one in zip(days, told, strict=True) if when <= day]
    own = [(when, one) for when, one in made if is_own(one)]
    counted = own or made
    if not counted:
        return {SILENT}
    best = max((when, rank(one)) for when, one in counted)
    return {one.stance for when, one in counted if (when, rank(one)) == best}


any_day = st.integers(-1, DAYS).map(lambda n: START + timedelta(n))


@settings(max_examples=300)
@given(lines(), any_day)
def test_possible_are_exactly_the_stances_that_some_choice_of_days_allows(told: list[Position], day: date) -> None:
    expected = {stance for days in choices(told) for stance in stands(told, days, day)}
    assert set(possible_stances(told, day)) == expected


@settings(max_examples=300)
@given(lines(), any_day)
def test_the_stance_shown_is_possible_and_that_of_a_statement_already_made(told: list[Position], day: date) -> None:
    held = standing(told, day)
    assert held.stance in held.possible or held.stance == SILENT
    assert (held.stance == SILENT) == (not any(one.date.latest <= day for one in told))
    for one in (held.statement, held.before, held.report, *held.run):
        assert one is None or (one in told and one.date.latest <= day)
    assert all(one.stance == held.stance for one in held.run)


@settings(max_examples=300)
@given(lines(), any_day)
def test_a_certain_shift_takes_place_by_every_choice_of_days_within_its_interval(
    told: list[Position], day: date
) -> None:
    for shift in shifts(told, day):
        first, last = shift.between
        assert first <= last <= day
        assert shift.before.stance != shift.after.stance
        if not shift.certain:
            continue
        steps = [first + timedelta(n) for n in range((last - first).days)]
        for days in choices(told):
            assert any(
                shift.before.stance in stands(told, days, one)
                and shift.after.stance in stands(told, days, one + timedelta(1))
                for one in steps
            )


@settings(max_examples=100)
@given(lines(), any_day, st.integers(0, 3))
def test_taking_statements_away_makes_no_shift_that_the_rest_do_not_carry(
    told: list[Position], day: date, gone: int
) -> None:
    rest = [one for one in told if one.id != f"s{gone}"]
    carried = {one.id: one for one in rest}
    lost = [one for one in told if one.id == f"s{gone}"]
    before = {(shift.before.id, shift.after.id) for shift in shifts(told, day)}
    for shift in shifts(rest, day):
        assert carried[shift.before.id].stance == shift.before.stance
        assert carried[shift.after.id].stance == shift.after.stance
        if (shift.before.id, shift.after.id) not in before:
            assert any(one.date.earliest <= shift.after.date.earliest for one in lost)


@settings(max_examples=100)
@given(lines(), any_day)
def test_what_was_said_either_stood_or_was_outranked_or_is_one_with_what_stood(told: list[Position], day: date) -> None:
    stood = sequence(told, day)
    less = {one.id: better for one, better, _ in outranked_by(told, day)}
    for one in told:
        if one.date.latest > day or one in stood:
            assert one.id not in less
        elif one.id in less:
            assert less[one.id] in stood
        else:
            assert any(rank(one) == rank(other) and one.date.earliest == other.date.earliest for other in stood)
