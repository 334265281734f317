"""Entry into force, for the treaty and for late joiners (VCLT 24, 28)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, due, line, of, refused, status
from treatywatch.dates import Term
from treatywatch.snapshot import Catalog

BOTH = ("US", "RU")
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))


def instruments(**more: object) -> dict[str, object]:
    return {"article": "XVII(2)", "by": "instruments", **more}


def test_by_exchange_when_all_sides_have_exchanged() -> None:
    made = catalog(bilateral(), act("ratification", "2011-02-04", "US"), act("ratification", "2011-02-05", "RU"))
    assert ("2011-02-05", "in-force", "entry-into-force") in brought(made)
    assert due(catalog(bilateral(entry_into_force={"article": "I", "by": "exchange", "delay": "P30D"}),
                       act("ratification", "2011-02-05", *BOTH)), "2011-02-05", "entry-into-force") == [
        ("2011-03-07", "entry-into-force-by-exchange")
    ]  # fmt: skip


def test_by_exchange_among_named_states_waits_for_each() -> None:
    clause = {"article": "I", "by": "exchange", "including": ["US", "RU", "UA"]}
    sides = [["US"], ["RU", "UA"]]
    two = [act("ratification", "1994-01-01", *BOTH)]
    assert status(catalog(bilateral(sides=sides, entry_into_force=clause), *two), "1994-06-01") == "signed"
    made = catalog(bilateral(sides=sides, entry_into_force=clause), *two, act("ratification", "1994-12-05", "UA"))
    assert line(made)[-1] == ("1994-12-05", "in-force")


def test_by_exchange_one_state_of_a_side_is_enough_where_none_is_named() -> None:
    made = catalog(bilateral(sides=[["US"], ["RU", "UA"]]), act("ratification", "1994-12-05", "US", "UA"))
    assert status(made, "1994-12-05") == "in-force"


def test_by_instruments_needs_the_number_and_the_named_states() -> None:
    clause = instruments(count=3, including=["US"], delay="P60D")
    acts = [act("ratification", f"2001-0{month}-02", party) for month, party in enumerate(("FI", "SE", "CN"), 1)]
    assert status(catalog(multilateral(entry_into_force=clause), *acts), "2005-01-01") == "signed"
    made = catalog(multilateral(entry_into_force=clause), *acts, act("ratification", "2001-11-02", "US"))
    assert due(made, "2001-11-02", "entry-into-force") == [("2002-01-01", "entry-into-force-by-instruments")]
    assert (status(made, "2001-12-31"), status(made, "2002-01-01")) == ("signed", "in-force")


def test_by_instruments_of_every_negotiating_state_where_nothing_else_is_asked() -> None:
    clause = instruments()
    made = catalog(
        multilateral(entry_into_force=clause, negotiators=["US", "CN"]),
        act("ratification", "2000-01-01", "US"),
        act("ratification", "2000-02-01", "FI"),
        act("ratification", "2000-03-01", "CN"),
    )
    assert line(made)[-1] == ("2000-03-01", "in-force")


def test_by_instruments_nothing_is_reckoned_where_nobody_knows_who_is_needed() -> None:
    made = catalog(multilateral(entry_into_force=instruments()), act("ratification", "2000-01-01", "US"))
    assert status(made, "2001-01-01") == "signed"


@pytest.mark.parametrize(("third", "expected"), [(9.9, "signed"), (10.1, "in-force"), (10.0, "in-force")])
def test_a_share_is_needed_beside_the_number(third: float, expected: str) -> None:
    weights = {"US": 45.0 - 0.1, "RU": 0.1, "CN": third}
    clause = instruments(count=3, share={"of": "emissions of 1990, in per cent", "at_least": 55.0, "weights": weights})
    acts = [act("ratification", "2004-11-18", party) for party in ("US", "RU", "CN")]
    assert status(catalog(multilateral(entry_into_force=clause), *acts), "2005-01-01") == expected


def test_a_share_is_summed_without_rounding_errors() -> None:
    weights = {"US": 0.1, "RU": 0.2, "CN": 0.3, "FI": 0.4}
    clause = instruments(share={"of": "votes", "at_least": 0.6, "weights": weights})
    acts = [act("ratification", "2000-01-01", party) for party in ("US", "RU", "CN")]
    assert status(catalog(multilateral(entry_into_force=clause), *acts), "2000-01-01") == "in-force"


def test_instruments_of_an_organisation_do_not_count_beside_its_members() -> None:
    clause = instruments(count=2, not_counted=["SE"])
    acts = [act("ratification", "2000-01-01", "FI"), act("ratification", "2000-02-01", "SE")]
    assert status(catalog(multilateral(entry_into_force=clause), *acts), "2001-01-01") == "signed"
    made = catalog(multilateral(entry_into_force=clause), *acts, act("ratification", "2002-01-01", "US"))
    assert of(made, "2002-01-01", "SE") == "party"


def test_not_before_a_day() -> None:
    clause = instruments(count=1, delay="P180D", not_before="1998-09-24")
    made = catalog(multilateral(entry_into_force=clause), act("ratification", "1997-01-01", "FI"))
    assert line(made)[-1] == ("1998-09-24", "in-force")


def test_first_day_of_the_nth_month_after() -> None:
    clause = instruments(count=1, first_of_month=6)
    made = catalog(
        multilateral(entry_into_force=clause),
        act("ratification", "1998-09-16", "FI"),
        act("ratification", "2005-12-27", "UA"),
    )
    assert line(made)[-1] == ("1999-03-01", "in-force")
    assert line(made, "UA")[-1] == ("2006-06-01", "party")


def test_a_continuing_state_stands_for_a_named_one_that_is_no_more() -> None:
    clause = instruments(including=["US", "SU"])
    made = catalog(
        multilateral(entry_into_force=clause),
        act("signature", "1990-01-01", "US", "SU"),
        act("ratification", "1992-05-01", "US", "RU"),
    )
    assert line(made)[-1] == ("1992-05-01", "in-force")


def test_by_signature_when_all_negotiating_states_have_signed() -> None:
    clause = {"article": "I", "by": "signature", "delay": "P1M"}
    made = catalog(
        bilateral(entry_into_force=clause), act("signature", "2000-01-01", "US"), act("signature", "2000-01-31", "RU")
    )
    assert due(made, "2000-01-31", "entry-into-force") == [("2000-02-29", "entry-into-force-by-signature")]
    assert line(made, "US")[-1] == ("2000-02-29", "party")


def test_a_late_signatory_to_a_treaty_that_signature_brings_into_force_is_a_party() -> None:
    clause = {"article": "I", "by": "signature"}
    made = catalog(
        multilateral(negotiators=["US", "FI"], entry_into_force=clause),
        act("signature", "2000-01-01", "US", "FI"),
        act("signature", "2001-01-01", "SE"),
    )
    assert brought(made, "SE")[-1] == ("2001-01-01", "party", "entry-into-force")
    assert due(made, "2000-12-31", "entry-into-force", "SE") == []


def test_a_consent_taken_back_in_time_undoes_the_day_reckoned() -> None:
    clause = instruments(count=2, delay="P60D")
    acts = [act("ratification", "2000-01-01", "FI", "SE"), act("ratification-revocation", "2000-02-01", "SE")]
    assert status(catalog(multilateral(entry_into_force=clause), *acts), "2001-01-01") == "signed"
    enough = [*acts, act("ratification", "2000-01-15", "US")]
    assert line(catalog(multilateral(entry_into_force=clause), *enough))[-1] == ("2000-03-01", "in-force")
    # Rule entry-into-force-undone: nothing stands on the agenda any more.
    assert due(catalog(multilateral(entry_into_force=clause), *acts), "2000-02-01", "entry-into-force") == []


def test_late_joiners_have_their_own_delay() -> None:
    clause = instruments(count=1, delay="P180D", late_joiners="P30D")
    made = catalog(
        multilateral(entry_into_force=clause),
        act("ratification", "2000-01-01", "FI"),
        act("ratification", "2000-06-25", "SE"),
        act("ratification", "2000-07-01", "US"),
    )
    assert line(made, "SE")[-1] == ("2000-06-29", "party"), "it consented before the treaty was in force"
    assert due(made, "2000-07-01", "entry-into-force", "US") == [("2000-07-31", "entry-into-force-late-joiner")]
    assert line(made, "US")[-1] == ("2000-07-31", "party")


def test_late_joiners_can_be_counted_from_the_last_instrument_needed() -> None:
    clause = instruments(count=2, delay="P60D", late_joiners="P90D", late_from="last-instrument")
    made = catalog(
        multilateral(entry_into_force=clause),
        act("ratification", "2000-01-01", "FI"),
        act("ratification", "2000-01-02", "SE"),
        act("ratification", "2000-01-03", "US"),
    )
    assert line(made)[-1] == ("2000-03-02", "in-force")
    assert line(made, "FI")[-1] == ("2000-03-02", "party"), "whose instrument was needed is no late joiner"
    assert line(made, "SE")[-1] == ("2000-03-02", "party")
    assert line(made, "US")[-1] == ("2000-04-02", "party")


def test_who_applies_provisionally_and_ratifies_late_becomes_a_party() -> None:
    made = catalog(
        multilateral(entry_into_force=instruments(count=1)),
        act("signature", "2000-01-01", "FI", "SE"),
        act("provisional-application", "2000-02-01", "FI", "SE"),
        act("ratification", "2000-03-01", "FI"),
        act("ratification", "2001-03-01", "SE"),
    )
    assert of(made, "2001-02-28", "SE") == "provisional"
    assert of(made, "2001-03-01", "SE") == "party"


def test_a_protocol_enters_into_force_with_its_treaty() -> None:
    clause = {"article": "VI", "by": "with-treaty", "with_treaty": "pact"}
    made = catalog(
        bilateral(),
        multilateral("protocol", entry_into_force=clause, part_of="pact"),
        act("signature", "1992-05-23", "US", "RU", "UA", treaty="protocol"),
        act("ratification", "1994-12-05", *BOTH),
    )
    assert brought(made, treaty="protocol")[-1] == ("1994-12-05", "in-force", "entry-into-force-with-treaty")
    assert of(made, "1994-12-05", "UA", "protocol") == "party"


def with_parent(*more: dict[str, Any], **clause: Any) -> Catalog:
    """A protocol to a treaty that entered into force on 2000-01-01."""
    made = {"article": "VI", "by": "with-treaty", "with_treaty": "pact", **clause}
    protocol = multilateral("protocol", entry_into_force=made, part_of="pact", negotiators=["US", "RU"])
    return catalog(bilateral(), protocol, act("ratification", "2000-01-01", *BOTH), *more)


def test_a_protocol_that_nobody_has_signed_does_not_enter_into_force_with_its_treaty() -> None:
    assert status(with_parent(), "2001-01-01", "protocol") == "not-concluded"
    one = with_parent(act("signature", "1999-01-01", "US", treaty="protocol"))
    assert status(one, "2001-01-01", "protocol") == "signed"


def test_a_protocol_signed_when_its_treaty_is_in_force_enters_into_force_with_the_last_signature() -> None:
    made = with_parent(
        act("signature", "2005-01-01", "US", treaty="protocol"),
        act("signature", "2005-03-01", "RU", treaty="protocol"),
        act("signature", "2006-01-01", "FI", treaty="protocol"),
    )
    assert status(made, "2005-02-28", "protocol") == "signed"
    assert brought(made, treaty="protocol")[-1] == ("2005-03-01", "in-force", "entry-into-force-with-treaty")
    assert [of(made, "2005-03-01", party, "protocol") for party in BOTH] == ["party", "party"]
    assert of(made, "2006-01-01", "FI", "protocol") == "party"


def test_a_protocol_waits_for_its_delay_and_for_the_day_before_which_it_is_not_to_be() -> None:
    signed = act("signature", "1999-01-01", *BOTH, treaty="protocol")
    waits = with_parent(signed, delay="P6M")
    assert (status(waits, "2000-06-30", "protocol"), status(waits, "2000-07-01", "protocol")) == ("signed", "in-force")
    assert of(waits, "2000-07-01", "US", "protocol") == "party"
    later = with_parent(signed, not_before="2003-01-01")
    assert (status(later, "2002-12-31", "protocol"), status(later, "2003-01-01", "protocol")) == ("signed", "in-force")


def test_entry_into_force_recorded_where_it_cannot_be_reckoned() -> None:
    made = catalog(
        multilateral(entry_into_force={"article": "XIV", "by": "record"}),
        act("signature", "1967-01-27", "US", "CN"),
        act("ratification", "1967-05-01", "US"),
        act("entry-into-force", "1967-10-10"),
        act("entry-into-force", "1970-01-01", "FI"),
    )
    assert brought(made)[-1] == ("1967-10-10", "in-force", "entry-into-force-recorded")
    assert (of(made, "1967-10-10", "US"), of(made, "1967-10-10", "CN")) == ("party", "signatory")
    assert of(made, "1970-01-01", "FI") == "party"


def test_entry_into_force_reckoned_prevails_over_the_one_recorded() -> None:
    made = catalog(
        bilateral(entry_into_force={"article": "I", "by": "exchange", "delay": "P30D"}),
        act("ratification", "2000-01-01", *BOTH),
        act("entry-into-force", "2000-01-15"),
    )
    assert line(made)[-1] == ("2000-01-31", "in-force")
    assert [problem.code for problem in made.at("2001-01-01").findings()] == ["differs-from-rules"]


def test_entry_into_force_recorded_after_the_end_has_no_effect() -> None:
    made = catalog(
        bilateral(),
        act("signature", "2000-01-01", *BOTH),
        act("termination", "2001-01-01"),
        act("entry-into-force", "2002-01-01"),
    )
    assert refused(made) == [("entry-into-force-recorded", "after-end")]


def test_a_treaty_can_have_effect_from_before_its_signature() -> None:
    made = catalog(
        bilateral(entry_into_force={"article": "I", "by": "record"}),
        act("signature", "2000-05-01", *BOTH),
        act("entry-into-force", "2000-06-01", effective="2000-01-01"),
    )
    assert line(made) == [("2000-01-01", "in-force")]
    assert [of(made, "2000-01-01", party) for party in BOTH] == ["party", "party"]
    reason = next(
        reason for reason in made.at("2000-03-01").explain("pact").because if getattr(reason, "rule", None) is not None
    )
    assert (reason.rule, reason.authority) == ("retroactive-effect", ("VCLT 28",))  # type: ignore[union-attr]
    assert "has effect from 2000-01-01" in reason.conclusion  # type: ignore[union-attr]


def test_a_ratification_can_have_effect_from_an_earlier_day() -> None:
    made = catalog(
        multilateral(entry_into_force=instruments(count=1)),
        act("ratification", "1990-01-01", "FI"),
        act("ratification", "1996-12-11", "CZ", manner="succession", predecessor="CS", effective="1993-01-01"),
    )
    assert line(made, "CZ") == [("1993-01-01", "party")]


def test_limits_begin_to_bind_once_whatever_is_suspended_and_resumed() -> None:
    limits = [
        {"article": "II", "name": "warheads", "value": 1550, "binds_after": "P7Y"},
        {"article": "II", "name": "launchers", "value": 800, "binds_after": "P7Y"},
    ]
    made = catalog(
        bilateral(limits=limits),
        act("ratification", "2011-02-05", *BOTH),
        act("suspension", "2012-01-01", *BOTH),
        act("resumption", "2013-01-01", *BOTH),
    )
    assert due(made, "2014-01-01", "limits-apply") == [("2018-02-05", "limits-apply")]


@settings(max_examples=40)
@given(st.lists(DAYS, min_size=3, max_size=6), st.integers(1, 3), st.sampled_from(["P10D", "P2M", "P1Y"]))
def test_the_treaty_waits_for_the_last_of_the_instruments_it_counts(days: list[date], count: int, delay: str) -> None:
    parties = ("US", "RU", "CN", "FI", "SE", "UA")
    made = catalog(
        multilateral(entry_into_force=instruments(count=count, delay=delay)),
        *(act("ratification", str(day), party) for day, party in zip(days, parties, strict=False)),
    )
    last = sorted(days)[count - 1]
    assert line(made)[-1] == (str(Term(delay).after(last)), "in-force")


@settings(max_examples=40)
@given(DAYS, st.integers(0, 400))
def test_nobody_is_a_party_while_the_treaty_is_not_in_force(first: date, gap: int) -> None:
    made = catalog(
        multilateral(entry_into_force=instruments(count=2, delay="P60D", late_joiners="P30D")),
        act("ratification", str(first), "FI"),
        act("ratification", str(first + timedelta(days=gap)), "SE"),
        act("ratification", str(first + timedelta(days=2 * gap)), "US"),
    )
    entered = {found: day for day, found in line(made)}["in-force"]
    for party in ("FI", "SE", "US"):
        assert all(day >= entered for day, found in line(made, party) if found == "party")


def test_days_at_the_end_of_the_calendar_end_in_no_traceback() -> None:
    made = catalog(
        multilateral(
            entry_into_force=instruments(count=1, first_of_month=6),
            withdrawal={"article": "X", "notice": "P6M", "counts": "day-after"},
            duration={"article": "XI", "until": "9999-12-31"},
        ),
        act("ratification", "2000-01-01", "FI"),
        act("ratification", "2000-01-01", "SE"),
        act("withdrawal-notice", "2001-01-01/..", "SE"),
        act("ratification", "9999-10-01", "US"),
    )
    assert status(made, "2030-01-01") == "in-force"
    assert of(made, "2030-01-01", "SE") == "withdrawn uncertain"
    assert of(made, "9999-12-31", "US") == "contracting"
