"""What a source says of a treaty's status, where no act on record says how it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral, reported
from tests.rules.ask import flags, of, status

BOTH = ("US", "RU")


def test_reported_status_answers_where_no_act_does_and_is_marked() -> None:
    made = catalog(bilateral(), act("signature", "1990-01-01", *BOTH), reported("2000-01-01", "in-force"))
    assert (status(made, "2000-01-01"), flags(made, "2000-01-01")) == ("in-force", ("reported",))
    assert of(made, "2000-01-01", "US") == "party reported"
    assert made.at("2000-01-01").explain("pact").rule == "reported-status"


def test_reported_status_gives_way_to_the_acts() -> None:
    made = catalog(
        bilateral(duration={"article": "II", "period": "P10Y"}),
        act("ratification", "1990-01-01", *BOTH),
        reported("1995-01-01", "expired"),
        reported("1996-01-01", "suspended"),
    )
    assert (status(made, "1999-01-01"), flags(made, "1999-01-01")) == ("in-force", ())


@pytest.mark.parametrize("word", ["signed", "suspended", "expired", "terminated", "superseded"])
def test_reported_status_may_be_any(word: str) -> None:
    made = catalog(bilateral(), reported("2000-01-01", word))
    assert (status(made, "2000-01-01"), flags(made, "2000-01-01")) == (word, ("reported",))


def test_a_later_report_takes_the_place_of_an_earlier_one() -> None:
    made = catalog(bilateral(), reported("2000-01-01", "in-force"), reported("2005-01-01", "expired"))
    assert (status(made, "2004-12-31"), status(made, "2005-01-01")) == ("in-force", "expired")
    assert flags(made, "2005-01-01") == ("reported",)


@pytest.mark.parametrize("word", ["party", "signatory", "contracting", "withdrawn"])
def test_reported_status_of_a_party(word: str) -> None:
    made = catalog(multilateral(), reported("2000-01-01", word, party="FI"))
    assert of(made, "2000-01-01", "FI") == f"{word} reported"


def test_reported_status_of_a_party_gives_way_to_its_acts() -> None:
    force = {"article": "I", "by": "instruments", "count": 1}
    made = catalog(
        multilateral(entry_into_force=force),
        act("ratification", "1990-01-01", "FI"),
        reported("2000-01-01", "withdrawn", party="FI"),
    )
    assert of(made, "2000-01-01", "FI") == "party"


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.dates().map(str), st.sampled_from(["in-force", "expired", "suspended", "signed"])), max_size=4
    )
)
def test_reports_never_change_what_the_acts_settle(reports: list[tuple[str, str]]) -> None:
    acts = [act("signature", "0001-01-02", *BOTH), act("ratification", "0001-01-02", *BOTH)]
    told = catalog(bilateral(), *acts, *(reported(day, word) for day, word in reports))
    assert told.at("2000-01-01").history("pact").line() == catalog(bilateral(), *acts).at("2000-01-01").history("pact").line()  # fmt: skip


def test_a_state_that_is_a_side_alone_is_a_party_to_a_treaty_reported_in_force() -> None:
    pact = bilateral(sides=[["US"], ["SU", "RU"]])
    asked = catalog(pact, reported("2019-07-31", "in-force"), act("withdrawal", "2019-08-01/2019-08-10", "US"))
    us = asked.at("2019-08-05").party_status("pact", "US")
    assert us.possible == ("party", "withdrawn")
    assert asked.at("2019-08-05").party_status("pact", "RU").possible == ("none",)


def test_who_has_left_a_treaty_reported_in_force_is_not_reported_any_more() -> None:
    told = (reported("2019-07-31", "in-force"), act("withdrawal", "2019-08-01/2019-08-10", "US"))
    us = catalog(bilateral(), *told).at("2019-08-05").party_status("pact", "US")
    assert str(us.since) == "2019-08-01/2019-08-05"
