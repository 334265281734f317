"""Provisional application before entry into force (VCLT 25)."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, catalog, multilateral
from tests.rules.ask import brought, line, of, status
from treatywatch.snapshot import Catalog

TWO = {"article": "I", "by": "instruments", "count": 2}


def signed(*more: dict[str, Any], **clauses: Any) -> Catalog:
    return catalog(multilateral(entry_into_force=TWO, **clauses), act("signature", "1990-11-19", "US", "FI"), *more)


def test_a_treaty_is_applied_provisionally_and_nobody_is_a_party_yet() -> None:
    made = signed(act("provisional-application", "1992-07-17"), act("ratification", "1992-10-30", "US", "FI"))
    assert ("1992-07-17", "provisionally-applied", "provisional-application") in brought(made)
    assert line(made, "US") == [("1990-11-19", "signatory"), ("1992-07-17", "provisional"), ("1992-10-30", "party")]


def test_of_a_part_it_changes_no_status() -> None:
    made = signed(act("provisional-application", "1992-07-17", extent="part"))
    assert status(made, "1993-01-01") == "signed"


def test_from_signature_where_the_treaty_says_so() -> None:
    made = signed(provisional_application={"article": "XVIII", "starts": "signature"})
    assert (status(made, "1990-11-19"), of(made, "1990-11-19", "FI")) == ("provisionally-applied", "provisional")


def test_named_states_alone_apply_it_even_before_they_sign() -> None:
    made = signed(act("provisional-application", "1992-07-17", "US", "SE"))
    assert [of(made, "1992-07-17", party) for party in ("US", "SE", "FI")] == [
        "provisional",
        "provisional",
        "signatory",
    ]


def test_it_can_have_begun_before_the_signature() -> None:
    made = signed(act("provisional-application", "1991-01-01", "US", effective="1990-01-01"))
    assert line(made) == [("1990-01-01", "provisionally-applied")]
    assert line(made, "US") == [("1990-01-01", "provisional")]


def test_it_ends_with_its_time_and_does_not_begin_again() -> None:
    clause = {"article": "XVIII", "starts": "signature", "period": "P1Y"}
    made = signed(act("signature", "1992-01-01", "SE"), provisional_application=clause)
    assert brought(made)[-1] == ("1991-11-19", "signed", "provisional-application-ends")
    assert [of(made, "1992-01-01", party) for party in ("US", "SE")] == ["signatory", "signatory"]


def test_its_time_ends_too_for_who_did_not_ratify() -> None:
    clause = {"article": "XVIII", "starts": "signature", "period": "P1Y"}
    made = signed(
        act("signature", "1990-12-01", "SE"),
        act("ratification", "1991-01-01", "US", "FI"),
        provisional_application=clause,
    )
    assert (of(made, "1991-06-01", "SE"), of(made, "1991-11-19", "SE")) == ("provisional", "signatory")
    assert status(made, "1991-11-19") == "in-force"


def test_a_state_ends_it_by_telling_that_it_will_not_become_a_party() -> None:
    made = signed(act("provisional-application", "1992-07-17"), act("repudiation", "1993-01-01", "US"))
    assert brought(made, "US")[-1] == ("1993-01-01", "signatory", "provisional-application-ended-by-notice")
    assert (status(made, "1993-01-01"), of(made, "1993-01-01", "FI")) == ("provisionally-applied", "provisional")


def test_when_the_last_has_ended_it_the_treaty_is_signed_and_no_more() -> None:
    made = signed(
        act("provisional-application", "1992-07-17"),
        act("repudiation", "1993-01-01", "US"),
        act("repudiation", "1994-01-01", "FI"),
    )
    assert line(made)[-1] == ("1994-01-01", "signed")


@settings(max_examples=30)
@given(st.dates(min_value=date(1991, 1, 1), max_value=date(2020, 12, 31)))
def test_provisional_application_alone_never_makes_a_party(day: date) -> None:
    made = signed(act("provisional-application", str(day)))
    assert {found for _, found in line(made, "US")} == {"signatory", "provisional"}
