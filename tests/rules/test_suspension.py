"""Suspension of a treaty's operation, by one, some and all, and its resumption (VCLT 57, 58, 60, 65, 72)."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, due, line, of, refused, status
from treatywatch.errors import DataError
from treatywatch.snapshot import Catalog

BOTH = ("US", "RU")
THREE = ("US", "RU", "FI")
DUTIES = [
    {"id": "inspections", "article": "XI", "name": "Inspections", "rule": "FREQ=YEARLY"},
    {"id": "data", "article": "VII", "name": "Data", "rule": "FREQ=YEARLY;INTERVAL=2"},
]


def many(*more: dict[str, Any], **clauses: Any) -> Catalog:
    force = {"article": "I", "by": "instruments", "count": 2}
    clauses = {"entry_into_force": force, "withdrawal": {"article": "X", "notice": "P6M"}, **clauses}
    return catalog(multilateral(**clauses), act("ratification", "2000-01-01", *THREE), *more)


def test_suspension_leaves_the_state_a_party() -> None:
    made = many(act("suspension", "2023-02-28", "RU"))
    assert of(made, "2023-02-28", "RU") == "party suspended"
    assert status(made, "2023-02-28") == "in-force"
    assert made.at("2023-02-28").status("pact").suspended_by == ("RU",)


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ([act("suspension", "2023-01-01", "CN")], "suspension-by-non-party"),
        ([act("termination", "2022-01-01"), act("suspension", "2023-01-01", "RU")], "after-end"),
    ],
)
def test_suspension_has_its_conditions(acts: list[dict[str, object]], code: str) -> None:
    assert refused(many(*acts)) == [("suspension", code)]


def test_suspension_takes_effect_on_the_later_day_that_it_names() -> None:
    made = many(act("suspension", "2007-07-14", "RU", effective="2007-12-12"))
    assert due(made, "2007-07-14", "suspension-effect", "RU") == [("2007-12-12", "suspension")]
    assert (of(made, "2007-12-11", "RU"), of(made, "2007-12-12", "RU")) == ("party", "party suspended")
    assert made.at("2008-01-01").history("pact").line("RU")[-1].rule == "suspension-takes-effect"


def test_suspension_waits_for_the_notice_that_the_treaty_asks_for() -> None:
    clause = {"article": "IX", "provided": True, "notice": "P3M"}
    made = many(act("suspension", "2007-07-14", "RU"), suspension=clause)
    assert due(made, "2007-07-14", "suspension-effect", "RU") == [("2007-10-14", "suspension")]


def test_suspension_never_begins_before_it_was_declared() -> None:
    made = many(act("suspension", "2007-07-14", "RU", effective="2007-07/2007-08"))
    assert (of(made, "2007-07-13", "RU"), of(made, "2007-07-14", "RU")) == ("party", "party uncertain")
    with pytest.raises(DataError):
        many(act("suspension", "2007-07-14", "RU", effective="2007-07-01"))


def test_suspension_of_who_leaves_before_it_begins_never_begins() -> None:
    made = many(
        act("withdrawal-notice", "2007-06-01", "RU"), act("suspension", "2007-07-14", "RU", effective="2007-12-12")
    )
    assert of(made, "2008-01-01", "RU") == "withdrawn"


def test_suspension_in_part_lets_single_duties_rest() -> None:
    made = many(act("suspension", "2022-08-08", "RU", extent="part", duties=["inspections"]), duties=DUTIES)
    assert of(made, "2022-08-08", "RU") == "party"
    resting = {
        counted.deadline.label: counted.deadline.suspended_by
        for counted in made.at("2022-09-01").deadlines("pact")
        if counted.deadline.kind == "recurring"
    }
    # Rule suspension-in-part.
    assert resting == {"Inspections": ("RU",), "Data": ()}


def test_suspension_between_some_leaves_the_treaty_in_operation_for_all() -> None:
    # Rule suspension-between-some (VCLT 58).
    made = many(act("suspension", "2023-10-30", "RU", towards=["FI"]), act("suspension", "2023-11-07", "US", "FI"))
    assert of(made, "2023-12-01", "RU") == "party"
    assert status(made, "2023-12-01") == "in-force"
    assert (
        refused(many(act("suspension", "2023-10-30", "RU", towards=["FI"]), act("resumption", "2024-01-01", "RU")))
        == []
    )


def test_suspended_by_all_is_suspended_until_one_resumes() -> None:
    made = many(
        act("suspension", "2001-01-01", "US"), act("suspension", "2001-02-01", "RU"), act("suspension", "2001-03-01", "FI"),
        act("resumption", "2002-01-01", "RU"),
    )  # fmt: skip
    assert brought(made)[-2:] == [
        ("2001-03-01", "suspended", "suspended-by-all"),
        ("2002-01-01", "in-force", "suspended-by-all"),
    ]
    assert of(made, "2002-01-01", "US") == "party suspended"


def test_suspended_by_all_who_are_left_and_no_more_when_another_joins() -> None:
    made = many(
        act("suspension", "2001-01-01", "US", "RU"),
        act("withdrawal-notice", "2001-01-01", "FI"),
        act("ratification", "2003-01-01", "SE"),
    )
    assert line(made)[-2:] == [("2001-07-01", "suspended"), ("2003-01-01", "in-force")]


def test_suspended_by_all_on_record_says_nothing_where_only_some_parties_are() -> None:
    made = many(act("suspension", "2001-01-01", *THREE), participation="partial")
    assert status(made, "2002-01-01") == "in-force"


def test_a_treaty_suspended_by_all_still_expires() -> None:
    made = catalog(
        bilateral(duration={"article": "XIV", "period": "P10Y"}),
        act("ratification", "2000-01-01", *BOTH),
        act("suspension", "2005-01-01", *BOTH),
    )
    assert line(made)[-2:] == [("2005-01-01", "suspended"), ("2010-01-01", "expired")]


def test_resumption_takes_the_flag_away() -> None:
    made = many(act("suspension", "2001-01-01", "US"), act("resumption", "2002-01-01", "US"))
    assert of(made, "2002-01-01", "US") == "party"
    assert made.at("2003-01-01").history("pact").line("US")[-1].rule == "resumption"


def test_resumption_before_the_suspension_has_begun_takes_it_back() -> None:
    made = many(act("suspension", "2001-01-01", "US", effective="2001-06-01"), act("resumption", "2001-03-01", "US"))
    assert refused(made) == []
    assert of(made, "2002-01-01", "US") == "party"


def test_resumption_of_nothing_has_no_effect() -> None:
    assert refused(many(act("resumption", "2001-03-01", "US"))) == [("resumption", "nothing-to-resume")]


def test_resumption_of_one_duty_leaves_the_suspension_of_the_whole() -> None:
    made = many(
        act("suspension", "2001-01-01", "US"), act("resumption", "2002-01-01", "US", duties=["data"]), duties=DUTIES
    )
    assert of(made, "2002-01-01", "US") == "party suspended"


def _all_but(names: Iterable[str]) -> list[str]:
    return [party for party in THREE if party not in names]


@settings(max_examples=40)
@given(st.sets(st.sampled_from(THREE)), st.sets(st.sampled_from(THREE)))
def test_the_treaty_is_suspended_while_all_its_parties_are(suspending: set[str], resuming: set[str]) -> None:
    acts = [act("suspension", "2001-01-01", party) for party in sorted(suspending)]
    acts += [act("resumption", "2002-01-01", party) for party in sorted(resuming & suspending)]
    made = many(*acts)
    for day in ("2001-06-01", "2002-06-01"):
        idle = [party for party in THREE if "suspended" in of(made, day, party)]
        assert (status(made, day) == "suspended") == (len(idle) == len(THREE))
    assert [party for party in THREE if of(made, "2002-06-01", party) == "party"] == _all_but(suspending - resuming)
