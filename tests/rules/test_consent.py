"""How a state comes to be bound, as far as it depends on itself (VCLT 10-18)."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, line, of, refused, status

BOTH = ("US", "RU")
THREE = {"article": "I", "by": "instruments", "count": 3}
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)).map(str)


def test_signature_makes_a_signatory_and_binds_nobody() -> None:
    made = catalog(bilateral(), act("signature", "2000-05-26", *BOTH))
    assert brought(made) == [("2000-05-26", "signed", "signature")]
    assert brought(made, "US") == [("2000-05-26", "signatory", "signature")]
    assert of(made, "2000-05-25", "US") == "none"


def test_signature_after_the_end_has_no_effect() -> None:
    made = catalog(
        bilateral(),
        act("signature", "2000-01-01", "US"),
        act("termination", "2001-01-01"),
        act("signature", "2002-01-01", "RU"),
    )
    assert refused(made) == [("signature", "after-end")]
    assert of(made, "2003-01-01", "RU") == "none"


def test_consent_by_signature_where_the_treaty_says_so() -> None:
    made = catalog(
        multilateral(negotiators=["US", "CN", "FI"], entry_into_force={"article": "I", "by": "signature"}),
        act("signature", "2000-01-01", "US"),
        act("signature", "2000-02-01", "CN"),
    )
    assert ("2000-01-01", "contracting", "consent-by-signature") in brought(made, "US")
    assert status(made, "2000-03-01") == "signed"


def test_consent_by_instrument_makes_a_contracting_state() -> None:
    made = catalog(multilateral(entry_into_force=THREE), act("ratification", "2000-01-01", "FI", manner="accession"))
    assert brought(made, "FI") == [("2000-01-01", "contracting", "consent-by-instrument")]
    assert status(made, "2000-01-01") == "signed"


def test_a_second_consent_adds_nothing() -> None:
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("ratification", "2000-01-01", "FI"),
        act("ratification", "2000-06-01", "FI", occasion="again"),
        act("ratification", "2000-07-01", "SE"),
    )
    assert refused(made) == [("consent-by-instrument", "second-consent")]
    assert status(made, "2001-01-01") == "signed"


def test_a_state_that_applies_provisionally_and_has_consented_cannot_consent_again() -> None:
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("signature", "2000-01-01", "FI"),
        act("provisional-application", "2000-02-01", "FI"),
        act("ratification", "2000-03-01", "FI"),
        act("ratification", "2000-04-01", "FI", occasion="again"),
    )
    assert of(made, "2000-03-15", "FI") == "provisional"
    assert refused(made) == [("consent-by-instrument", "second-consent")]


def test_a_revoked_ratification_is_no_withdrawal() -> None:
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("signature", "1996-09-24", "RU"),
        act("ratification", "2000-06-30", "RU"),
        act("ratification-revocation", "2023-11-03", "RU"),
    )
    assert brought(made, "RU")[-1] == ("2023-11-03", "signatory", "ratification-revoked")
    assert of(made, "2023-11-02", "RU") == "contracting"


def test_a_state_that_never_signed_stands_outside_again_when_it_revokes() -> None:
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("ratification", "2000-06-30", "FI", manner="accession"),
        act("ratification-revocation", "2001-01-01", "FI"),
    )
    assert of(made, "2001-01-01", "FI") == "none"


def test_a_party_cannot_revoke_its_ratification() -> None:
    made = catalog(
        bilateral(), act("ratification", "2000-01-01", *BOTH), act("ratification-revocation", "2001-01-01", "US")
    )
    assert refused(made) == [("ratification-revoked", "not-contracting")]
    assert of(made, "2002-01-01", "US") == "party"


def test_a_state_can_ratify_anew_after_revoking() -> None:
    made = catalog(
        multilateral(entry_into_force={**THREE, "count": 1, "delay": "P1Y"}),
        act("ratification", "2000-01-01", "FI"),
        act("ratification-revocation", "2000-06-01", "FI"),
        act("ratification", "2001-01-01", "FI", occasion="anew"),
    )
    assert line(made) == [("2000-01-01", "signed"), ("2002-01-01", "in-force")]


def test_repudiation_leaves_the_signature_on_record() -> None:
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("signature", "2013-09-25", "US"),
        act("repudiation", "2019-07-18", "US"),
    )
    assert of(made, "2020-01-01", "US") == "signatory"
    assert refused(made) == []


def test_repudiation_by_a_party_has_no_effect() -> None:
    made = catalog(bilateral(), act("ratification", "2000-01-01", *BOTH), act("repudiation", "2001-01-01", "US"))
    assert refused(made) == [("repudiation", "not-signatory")]
    assert status(made, "2002-01-01") == "in-force"


def test_a_bilateral_treaty_is_abandoned_before_it_was_ever_in_force() -> None:
    made = catalog(bilateral(), act("signature", "1993-01-03", *BOTH), act("repudiation", "2002-06-14", "RU"))
    assert brought(made) == [("1993-01-03", "signed", "signature"), ("2002-06-14", "abandoned", "abandoned")]
    assert of(made, "2003-01-01", "US") == "signatory"


def test_one_of_two_successor_states_does_not_abandon_the_treaty_for_its_side() -> None:
    sides = [["US"], ["RU", "UA"]]
    signed = act("signature", "1993-01-03", "US", "RU", "UA")
    one = act("repudiation", "1994-01-01", "UA")
    assert status(catalog(bilateral(sides=sides), signed, one), "1995-01-01") == "signed"
    both = catalog(bilateral(sides=sides), signed, one, act("repudiation", "1996-01-01", "RU"))
    assert status(both, "1996-01-01") == "abandoned"


@settings(max_examples=40)
@given(DAYS, DAYS)
def test_nobody_is_bound_before_its_consent(signed: str, ratified: str) -> None:
    made = catalog(bilateral(), act("signature", signed, *BOTH), act("ratification", ratified, *BOTH))
    days = [day for day, found in line(made, "US") if found == "party"]
    assert days == [ratified]


@settings(max_examples=40)
@given(DAYS, DAYS, DAYS)
def test_a_revocation_never_leaves_a_state_more_bound_than_before(one: str, other: str, third: str) -> None:
    signed, ratified, revoked = sorted((one, other, third))
    made = catalog(
        multilateral(entry_into_force=THREE),
        act("signature", signed, "RU"),
        act("ratification", ratified, "RU"),
        act("ratification-revocation", revoked, "RU"),
    )
    assert of(made, "2051-01-01", "RU") == "signatory"


def test_consent_after_the_end_has_no_effect() -> None:
    made = catalog(
        bilateral(), act("signature", "2000-01-01", *BOTH), act("termination", "2001-01-01"), act("ratification", "2002-01-01", "US")
    )  # fmt: skip
    assert refused(made) == [("consent-by-instrument", "after-end")]


def test_nobody_can_take_back_what_it_has_not_given() -> None:
    signed = act("signature", "2000-01-01", "RU")
    made = catalog(multilateral(entry_into_force=THREE), signed, act("ratification-revocation", "2001-01-01", "RU"))
    assert refused(made) == [("ratification-revoked", "not-contracting")]


def test_who_applies_provisionally_can_take_its_consent_back_and_goes_on_applying() -> None:
    made = catalog(
        multilateral(entry_into_force={**THREE, "count": 1, "delay": "P1Y"}),
        act("signature", "2000-01-01", "RU"),
        act("provisional-application", "2000-02-01", "RU"),
        act("ratification", "2000-03-01", "RU"),
        act("ratification-revocation", "2000-06-01", "RU"),
    )
    assert of(made, "2000-06-01", "RU") == "provisional"
    assert status(made, "2002-01-01") == "provisionally-applied"
