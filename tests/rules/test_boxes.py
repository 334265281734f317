"""Vague dates against brute force: what is possible on a day is what some choice of days brings about, and nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from treatywatch.dates import Edtf, Term
from treatywatch.models.occurrence import Occurrence
from treatywatch.rules import boxes as rules_boxes
from treatywatch.rules.deadlines import deadlines
from treatywatch.rules.history import History
from treatywatch.rules.named_days import DATED_FIELDS
from treatywatch.rules.state import Standing
from treatywatch.snapshot import Catalog

START = date(2000, 1, 20)
DAYS = [START + timedelta(days=n) for n in range(-3, 75)]
STATES = ("US", "RU", "UA")
PARTIES = catalog(bilateral()).contents.parties
THREE_WEEKS = Term("P21D")
RECKONED = ("entry-into-force", "expiry", "withdrawal-effect", "suspension-effect")

brute = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])


def history(made: Catalog) -> History:
    return made.at("2000-01-01").history("pact")


def dates_of(acts: tuple[Occurrence, ...]) -> dict[tuple[object, ...], Edtf]:
    """The dates that can be chosen: one for what the same facts tell of several parties."""
    found: dict[tuple[object, ...], Edtf] = {}
    for occurrence in acts:
        told = (occurrence.type, tuple(fact.id for fact in occurrence.facts))
        found[(*told, None)] = occurrence.date
        field = DATED_FIELDS.get(occurrence.type)
        if field and occurrence.get(field):
            found[(*told, field)] = occurrence.get(field)
    return found


def days(vague: Edtf) -> list[date]:
    return [vague.earliest + timedelta(days=n) for n in range((vague.latest - vague.earliest).days + 1)]


def choices(made: History) -> Iterator[History]:
    """Every history of exact dates that the vague ones allow."""
    found = dates_of(made.occurrences)
    for chosen in product(*(days(vague) for vague in found.values())):
        exact = dict(zip(found, chosen, strict=True))
        yield History(made.treaty, PARTIES, [_exact(occurrence, exact) for occurrence in made.occurrences])


def _exact(occurrence: Occurrence, chosen: Mapping[tuple[object, ...], date]) -> Occurrence:
    told = (occurrence.type, tuple(fact.id for fact in occurrence.facts))
    day = Edtf.of(chosen[(*told, None)])
    field = DATED_FIELDS.get(occurrence.type)
    facts = occurrence.facts
    if field and (*told, field) in chosen:
        named = {field: Edtf.of(chosen[(*told, field)])}
        facts = tuple(fact.model_copy(update=named) for fact in facts)  # type: ignore[union-attr]
    return occurrence._replace(date=day, facts=facts)


def by_brute_force(made: History, party: str | None) -> dict[date, set[Standing]]:
    found: dict[date, set[Standing]] = {day: set() for day in DAYS}
    for exact in choices(made):
        for day in DAYS:
            (standing,) = exact.at(day, party).standings
            found[day].add(standing)
    return found


def assert_exact(made: Catalog) -> None:
    asked = history(made)
    for party in (None, *STATES):
        expected = by_brute_force(asked, party)
        for day in DAYS:
            segment = asked.at(day, party)
            assert set(segment.standings) == expected[day], (party, day)
            assert set(segment.possible) == {standing.status for standing in expected[day]}


@st.composite
def vague(draw: st.DrawFn, widest: int = 4) -> str:
    first = START + timedelta(days=draw(st.integers(0, 14)))
    last = first + timedelta(days=draw(st.integers(0, widest)))
    return str(Edtf.between(first, last))


def events(*types: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(
        st.tuples(st.sampled_from(types), vague(), st.sampled_from(STATES[:2])),
        max_size=3,
        unique_by=lambda e: (e[0], e[2]),
    ).map(lambda found: [act(kind, day, party, **_extra(kind)) for kind, day, party in found])


def _extra(kind: str) -> dict[str, Any]:
    return {"by": "P9D"} if kind == "extension" else {}


CLAUSES: dict[str, Any] = {
    "duration": {"article": "II", "period": "P20D"},
    "extension": {"article": "II", "longest": "P12D", "times": 1},
    "withdrawal": {"article": "III", "notice": "P6D", "earliest": "P3D"},
}
AFTER = ("extension", "suspension", "resumption", "withdrawal-notice", "withdrawal-revocation", "termination")


@brute
@given(vague(), vague(), events(*AFTER))
def test_a_bilateral_treaty_that_runs_out_is_extended_suspended_and_left(
    signed: str, exchanged: str, after: list[dict[str, Any]]
) -> None:
    begun = [act("signature", signed, "US", "RU"), act("ratification", exchanged, "US", "RU")]
    assert_exact(catalog(bilateral(**CLAUSES), *begun, *after))


def standing(asked: History, day: date) -> dict[tuple[object, ...], tuple[date, date]]:
    found = (item for item in deadlines(asked, day) if item.kind in RECKONED)
    return {item.key: (item.date.earliest, item.date.latest) for item in found}


@brute
@given(vague(), vague(), events(*AFTER))
def test_deadlines_are_those_of_some_choice_of_days_and_no_others(
    signed: str, exchanged: str, after: list[dict[str, Any]]
) -> None:
    begun = [act("signature", signed, "US", "RU"), act("ratification", exchanged, "US", "RU")]
    asked = history(catalog(bilateral(**CLAUSES), *begun, *after))
    expected: dict[date, dict[tuple[object, ...], list[date]]] = {day: {} for day in DAYS}
    for exact in choices(asked):
        for day in DAYS:
            for key, (found, _) in standing(exact, day).items():
                expected[day].setdefault(key, []).append(found)
    for day in DAYS:
        assert standing(asked, day) == {key: (min(found), max(found)) for key, found in expected[day].items()}, day


@brute
@given(vague(3), vague(3), vague(3), events(*AFTER))
def test_a_multilateral_treaty_with_late_joiners_and_leavers(
    one: str, two: str, three: str, after: list[dict[str, Any]]
) -> None:
    clause = {"article": "I", "by": "instruments", "count": 2, "delay": "P5D", "late_joiners": "P3D"}
    joined = [act("ratification", one, "US"), act("ratification", two, "RU"), act("ratification", three, "UA")]
    assert_exact(catalog(multilateral(entry_into_force=clause, **CLAUSES), *joined, *after[:2]))


@brute
@given(vague(2), vague(), vague(), vague())
def test_days_that_events_name_are_vague_too(entered: str, noticed: str, leaving: str, until: str) -> None:
    begun = act("ratification", entered, "US", "RU")
    later = Edtf(leaving)
    effective = str(Edtf.between(max(later.earliest, Edtf(noticed).latest), max(later.latest, Edtf(noticed).latest)))
    extended = Edtf(until) + THREE_WEEKS
    more = [
        act("withdrawal-notice", noticed, "RU", effective=effective),
        act("extension", Edtf(entered).text, "US", "RU", until=str(extended)),
    ]
    assert_exact(catalog(bilateral(**CLAUSES), begun, *more))


@brute
@given(vague(2), vague(2), vague(3), vague(3))
def test_a_notice_whose_running_was_suspended_goes_on_with_the_days_it_had_left(
    entered: str, noticed: str, stopped: str, again: str
) -> None:
    made = catalog(
        multilateral(
            entry_into_force={"article": "I", "by": "instruments", "count": 1},
            withdrawal={"article": "III", "notice": "P9D"},
        ),
        act("ratification", entered, "US"),
        act("withdrawal-notice", noticed, "US", occasion="first"),
        act("withdrawal-revocation", stopped, "US", manner="suspended"),
        act("withdrawal-notice", again, "US", occasion="second"),
    )
    assert_exact(made)


@brute
@given(st.integers(0, 40), st.integers(0, 25), vague(6))
def test_entry_into_force_on_the_first_of_a_month_leaps_over_the_days_between(
    first: int, width: int, noticed: str
) -> None:
    ratified = Edtf.between(START - timedelta(days=3) + timedelta(days=first), START + timedelta(days=first + width))
    clause = {"article": "I", "by": "instruments", "count": 1, "first_of_month": 1}
    made = catalog(
        multilateral(entry_into_force=clause, duration={"article": "II", "period": "P4D"}),
        act("ratification", str(ratified), "US"),
        act("suspension", noticed, "US"),
    )
    assert_exact(made)


def test_one_event_of_two_parties_has_one_day() -> None:
    made = history(catalog(bilateral(), act("ratification", "2000", "US", "RU")))
    assert made.at(date(2000, 6, 1), "US").possible == ("none", "party")


def test_two_dates_vague_by_the_same_year_and_what_follows_from_their_order() -> None:
    clause = {"article": "I", "by": "instruments", "count": 2}
    made = history(
        catalog(
            multilateral(entry_into_force=clause), act("ratification", "2000", "US"), act("ratification", "2000", "RU")
        )
    )
    assert made.at(date(2000, 1, 1)).possible == ("not-concluded", "signed", "in-force")
    assert made.at(date(2000, 12, 30), "US").possible == ("none", "contracting", "party")
    assert made.at(date(2000, 12, 31), "US").possible == ("party",)


@pytest.mark.parametrize("most", [0, 100])
def test_what_is_too_vague_to_try_all_is_told_wider_and_marked(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_boxes, "_MOST", most)
    vaguely = "2000-01-20/2000-01-23"
    asked = history(
        catalog(
            bilateral(**CLAUSES),
            act("ratification", vaguely, "US", "RU"),
            act("withdrawal-notice", vaguely, "RU"),
            act("withdrawal-revocation", vaguely, "RU"),
        )
    )
    assert not asked.is_exact
    for party in (None, *STATES):
        expected = by_brute_force(asked, party)
        for day in DAYS:
            assert set(asked.at(day, party).standings) >= expected[day], (party, day)
    every = list(choices(asked))
    for day in DAYS[::4]:
        told = standing(asked, day)
        for exact in every:
            for key, (one, _) in standing(exact, day).items():
                assert told[key][0] <= one <= told[key][1], (day, key)


def test_a_day_that_rests_on_no_vague_date_stays_exact_where_others_are_told_wider(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rules_boxes, "_MOST", 0)
    asked = history(
        catalog(
            bilateral(),
            act("ratification", "2000-01-20", "US", "RU"),
            act("suspension", "2001", "US"),
            act("resumption", "2001", "US"),
        )
    )
    assert not asked.is_exact
    assert str(asked.began("in-force")) == "2000-01-20"


def test_many_dates_that_are_vague_by_years_still_end_in_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_boxes, "_MOST", 10_000)
    acts = [act(kind, f"200{n}/201{n}", party) for n, party in enumerate(STATES[:2]) for kind in AFTER]
    asked = history(catalog(bilateral(**CLAUSES), act("ratification", "2000", "US", "RU"), *acts))
    assert not asked.is_exact
    assert asked.at(date(1999, 12, 1)).possible == ("not-concluded",)


def test_a_leap_to_the_first_of_a_month_is_within_what_is_told_wider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_boxes, "_MOST", 0)
    clause = {"article": "I", "by": "instruments", "count": 2, "first_of_month": 1}
    asked = history(
        catalog(
            multilateral(entry_into_force=clause),
            act("ratification", "2000-01-20/2000-01-30", "US"),
            act("ratification", "2000-01-28/2000-02-04", "RU"),
        )
    )
    for party in (None, *STATES):
        expected = by_brute_force(asked, party)
        for day in DAYS:
            assert set(asked.at(day, party).standings) >= expected[day], (party, day)


def test_intervals_that_tell_the_same_are_one() -> None:
    made = catalog(
        multilateral(
            entry_into_force={"article": "XIV", "by": "record"},
            provisional_application={"article": "VII", "starts": "signature", "extent": "whole", "period": "P1Y"},
        ),
        act("signature", "../1988-10-29", "US"),
        act("signature", "1988-10-29", "RU"),
    )
    for party in (None, "US", "RU"):
        told = [one._replace(start=None, end=None) for one in made.at("2015-01-01").intervals("pact", party)]
        assert all(one != other for one, other in pairwise(told))
    line = made.at("2015-01-01").intervals("pact", "US")
    assert (line[0].start, line[-1].end) == (None, None)
    assert all(one.end == other.start for one, other in pairwise(line))
