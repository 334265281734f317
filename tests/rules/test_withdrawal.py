"""How a state leaves, and what its leaving means for the others (VCLT 54-56, 65, 67, 68, 70)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, due, flags, line, of, refused, status
from treatywatch.dates import Term
from treatywatch.snapshot import Catalog

BOTH = ("US", "RU")
SIX_MONTHS = {"article": "XV(2)", "notice": "P6M"}
UNTIL_PEACE = {**SIX_MONTHS, "held_by_conflict": True}
DAYS = st.dates(min_value=date(1960, 1, 1), max_value=date(2050, 12, 31))


def two(*more: dict[str, Any], **clauses: Any) -> Catalog:
    """A treaty of two states, in force since 1988-06-01."""
    return catalog(bilateral(**{"withdrawal": SIX_MONTHS, **clauses}), act("ratification", "1988-06-01", *BOTH), *more)


def many(*more: dict[str, Any], **clauses: Any) -> Catalog:
    """A treaty of three states that two instruments brought into force on 2002-01-01."""
    force = {"article": "XVII", "by": "instruments", "count": 2}
    clauses = {"withdrawal": SIX_MONTHS, "entry_into_force": force, **clauses}
    return catalog(multilateral(**clauses), act("ratification", "2002-01-01", "US", "RU", "FI"), *more)


def test_withdrawal_notice_leaves_the_state_a_party_until_it_has_run() -> None:
    made = two(act("withdrawal-notice", "2019-02-02", "US"))
    assert of(made, "2019-08-01", "US") == "party withdrawing"
    assert due(made, "2019-02-02", "withdrawal-effect", "US") == [("2019-08-02", "withdrawal-notice")]


def test_withdrawal_takes_effect_when_the_notice_has_run() -> None:
    made = many(act("withdrawal-notice", "2020-05-22", "US"))
    assert brought(made, "US")[-1] == ("2020-11-22", "withdrawn", "withdrawal-takes-effect")
    assert of(made, "2020-11-22", "US") == "withdrawn"


def test_the_day_after_where_the_full_period_must_first_have_run() -> None:
    clause = {"article": "XIX(2)", "notice": "P150D", "counts": "day-after"}
    made = many(act("withdrawal-notice", "2023-06-09", "RU"), withdrawal=clause)
    assert line(made, "RU")[-1] == ("2023-11-07", "withdrawn")


def test_without_a_clause_twelve_months() -> None:
    made = many(act("withdrawal-notice", "2020-01-01", "US"), withdrawal=None)
    assert line(made, "US")[-1] == ("2021-01-01", "withdrawn")


@pytest.mark.parametrize(
    "notice", [act("withdrawal-notice", "2001-01-01", "US"), act("withdrawal-notice", "2003-01-01", "CN")]
)
def test_only_a_party_can_give_notice(notice: dict[str, object]) -> None:
    assert refused(many(notice)) == [("withdrawal-notice", "notice-by-non-party")]


def test_a_notice_after_the_end_has_no_effect() -> None:
    made = two(act("termination", "2000-01-01"), act("withdrawal-notice", "2001-01-01", "US"))
    assert refused(made) == [("withdrawal-notice", "after-end")]


def test_an_announcement_is_not_a_notice() -> None:
    made = two(act("withdrawal-announcement", "2018-10-20", "US"))
    assert of(made, "2018-10-20", "US") == "party"


def test_a_notice_sets_off_the_conference_that_the_clause_asks_for() -> None:
    conference = {"article": "XV(3)", "name": "Conference", "opens_after": "P30D", "closes_after": "P60D"}
    made = many(act("withdrawal-notice", "2020-05-22", "US"), withdrawal={**SIX_MONTHS, "conference": conference})
    assert [rule for _, rule in due(made, "2020-05-22", "conference", "US")] == ["withdrawal-notice"]


def test_withdrawal_on_a_later_day_that_the_notice_names() -> None:
    made = many(act("withdrawal-notice", "2023-06-09", "RU", effective="2024-06-30"))
    assert due(made, "2023-06-09", "withdrawal-effect", "RU") == [("2024-06-30", "withdrawal-on-a-later-day")]
    assert of(made, "2024-06-29", "RU") == "party withdrawing"


def test_a_notice_cannot_shorten_the_time_it_has_to_run() -> None:
    made = many(act("withdrawal-notice", "2023-06-09", "RU", effective="2023-07-01"))
    assert due(made, "2023-06-09", "withdrawal-effect", "RU") == [("2023-12-09", "withdrawal-notice")]


def test_a_notice_may_name_its_day_vaguely() -> None:
    made = many(act("withdrawal-notice", "2023-06-09", "RU", effective="2023-11/2024-01"))
    assert due(made, "2023-06-09", "withdrawal-effect", "RU")[0][0] == "2023-12-09/2024-01-31"
    assert of(made, "2024-01-15", "RU") == "withdrawn uncertain"
    assert of(made, "2023-12-08", "RU") == "party withdrawing"


def test_a_second_notice_does_not_put_off_the_first() -> None:
    made = many(
        act("withdrawal-notice", "2020-01-01", "US", occasion="first"),
        act("withdrawal-notice", "2020-05-01", "US", occasion="second"),
    )
    assert refused(made) == [("withdrawal-notice", "second-notice")]
    assert line(made, "US")[-1] == ("2020-07-01", "withdrawn")


def test_a_notice_open_in_the_future_leaves_the_state_a_party_today() -> None:
    made = many(act("withdrawal-notice", "2026-10-01", "US"))
    assert of(made, "2026-11-21", "US") == "party withdrawing"


def test_withdrawal_revoked_before_it_takes_effect() -> None:
    made = many(act("withdrawal-notice", "2020-01-01", "US"), act("withdrawal-revocation", "2020-06-30", "US"))
    assert (of(made, "2020-06-29", "US"), of(made, "2020-06-30", "US")) == ("party withdrawing", "party")
    flagged = made.at("2020-07-01").history("pact").line("US")[-1]
    assert (flagged.rule, status(made, "2021-01-01")) == ("withdrawal-revoked", "in-force")


def test_withdrawal_revoked_too_late() -> None:
    made = many(act("withdrawal-notice", "2020-01-01", "US"), act("withdrawal-revocation", "2020-07-01", "US"))
    assert refused(made) == [("withdrawal-revoked", "nothing-to-revoke")]
    assert of(made, "2020-07-01", "US") == "withdrawn"


def test_a_notice_suspended_and_revived_has_the_rest_to_run() -> None:
    made = many(
        act("withdrawal-notice", "2003-01-12", "US", occasion="first"),
        act("withdrawal-revocation", "2003-07-11", "US", manner="suspended"),
        act("withdrawal-notice", "2013-01-10", "US", occasion="second"),
    )
    assert of(made, "2003-07-12", "US") == "party"
    assert due(made, "2013-01-10", "withdrawal-effect", "US") == [("2013-01-11", "withdrawal-notice-revived")]
    assert line(made, "US")[-1] == ("2013-01-11", "withdrawn")


def test_a_notice_taken_back_for_good_has_to_run_anew() -> None:
    made = many(
        act("withdrawal-notice", "2003-01-12", "US", occasion="first"),
        act("withdrawal-revocation", "2003-07-11", "US"),
        act("withdrawal-notice", "2013-01-10", "US", occasion="second"),
    )
    assert due(made, "2013-01-10", "withdrawal-effect", "US") == [("2013-07-10", "withdrawal-notice")]


def test_withdrawal_too_early_has_no_effect() -> None:
    clause = {**SIX_MONTHS, "earliest": "P1Y"}
    made = many(act("withdrawal-notice", "2002-12-31", "US"), withdrawal=clause)
    assert refused(made) == [("withdrawal-too-early", "notice-too-early")]
    assert of(made, "2003-12-31", "US") == "party"
    later = many(act("withdrawal-notice", "2003-01-01", "US"), withdrawal=clause)
    assert line(later, "US")[-1] == ("2003-07-01", "withdrawn")


def test_withdrawal_held_by_conflict_until_peace() -> None:
    made = many(
        act("armed-conflict", "2022-02-24", "FI"),
        act("withdrawal-notice", "2022-06-01", "FI"),
        act("withdrawal-notice", "2022-06-01", "US"),
        act("end-of-armed-conflict", "2024-03-01", "FI"),
        withdrawal=UNTIL_PEACE,
    )
    assert line(made, "US")[-1] == ("2022-12-01", "withdrawn"), "who is at peace goes on its day"
    assert of(made, "2024-02-29", "FI") == "party withdrawing"
    assert brought(made, "FI")[-1] == ("2024-03-01", "withdrawn", "withdrawal-held-by-conflict")


def test_a_notice_that_ends_in_conflict_is_told_as_held() -> None:
    made = many(
        act("armed-conflict", "2022-02-24", "FI"),
        act("withdrawal-notice", "2022-06-01", "FI"),
        act("end-of-armed-conflict", "2024-03-01", "FI"),
        withdrawal=UNTIL_PEACE,
    )
    coming = [told for told in made.at("2022-07-01").deadlines() if told.deadline.kind == "withdrawal-effect"]
    gone = [told for told in made.at("2023-01-01").passed() if told.deadline.kind == "withdrawal-effect"]
    assert [(str(told.deadline.date), told.deadline.rule) for told in (*coming, *gone)] == [
        ("2022-12-01", "withdrawal-held-by-conflict"),
        ("2022-12-01", "withdrawal-held-by-conflict"),
    ]
    assert [told.summary for told in (*coming, *gone)] == [
        "The notice of Finland to leave Pact ends; the withdrawal takes no effect while its armed conflict lasts",
        "The notice of Finland to leave Pact ended; its armed conflict holds the withdrawal",
    ]


def test_a_conflict_that_ends_before_the_notice_has_run_holds_nobody() -> None:
    made = many(
        act("armed-conflict", "2022-02-24", "FI"),
        act("withdrawal-notice", "2022-06-01", "FI"),
        act("end-of-armed-conflict", "2022-09-01", "FI"),
        withdrawal=UNTIL_PEACE,
    )
    assert line(made, "FI")[-1] == ("2022-12-01", "withdrawn")


def test_armed_conflict_ends_no_treaty_by_itself_and_holds_nobody_where_the_treaty_is_silent() -> None:
    made = many(act("armed-conflict", "2022-02-24", "FI"), act("withdrawal-notice", "2022-06-01", "FI"))
    assert of(made, "2022-11-30", "FI") == "party withdrawing"
    assert line(made, "FI")[-1] == ("2022-12-01", "withdrawn")


def test_a_held_notice_can_be_taken_back_and_a_recorded_exit_does_not_override_it() -> None:
    acts = (act("armed-conflict", "2022-02-24", "FI"), act("withdrawal-notice", "2022-06-01", "FI"))
    back = many(*acts, act("withdrawal-revocation", "2023-01-01", "FI"), withdrawal=UNTIL_PEACE)
    assert (refused(back), of(back, "2023-01-01", "FI")) == ([], "party")
    recorded = many(*acts, act("withdrawal", "2022-12-01", "FI"), withdrawal=UNTIL_PEACE)
    assert of(recorded, "2023-01-01", "FI") == "party withdrawing"


def test_withdrawal_recorded_where_no_notice_is() -> None:
    made = many(act("withdrawal", "2015-01-01", "FI"))
    assert brought(made, "FI")[-1] == ("2015-01-01", "withdrawn", "withdrawal-recorded")


def test_withdrawal_recorded_gives_way_to_the_day_reckoned() -> None:
    made = many(act("withdrawal-notice", "2020-05-22", "US"), act("withdrawal", "2020-11-21", "US"))
    assert line(made, "US")[-1] == ("2020-11-22", "withdrawn")
    assert [problem.code for problem in made.at("2021-01-01").findings()] == ["differs-from-rules"]


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ([act("withdrawal", "2015-01-01", "CN")], "withdrawal-of-non-party"),
        ([act("termination", "2014-01-01"), act("withdrawal", "2015-01-01", "US")], "after-end"),
    ],
)
def test_withdrawal_recorded_has_its_conditions(acts: list[dict[str, object]], code: str) -> None:
    assert refused(many(*acts)) == [("withdrawal-recorded", code)]


def test_release_of_the_leaver_takes_its_flags_away() -> None:
    made = many(act("suspension", "2020-01-01", "US"), act("withdrawal-notice", "2020-05-22", "US"))
    assert of(made, "2020-11-21", "US") == "party suspended withdrawing"
    assert of(made, "2020-11-22", "US") == "withdrawn"
    rules = {change.rule for change in made.at("2021-01-01").history("pact").line("US")}
    assert "release-of-the-leaver" in rules


def test_bilateral_ends_with_a_side() -> None:
    made = two(act("withdrawal-notice", "2019-02-02", "US"))
    assert brought(made)[-1] == ("2019-08-02", "terminated", "bilateral-ends-with-a-side")
    assert [of(made, "2019-08-02", party) for party in BOTH] == ["withdrawn", "former"]


def test_a_bilateral_treaty_with_several_successors_on_a_side_lasts_until_the_last_of_them_is_out() -> None:
    sides = [["US"], ["RU", "UA"]]
    joined = act("ratification", "1992-01-01", "UA")
    one = two(joined, act("withdrawal-notice", "2000-01-01", "UA"), sides=sides)
    assert status(one, "2001-01-01") == "in-force"
    both = two(joined, act("withdrawal-notice", "2000-01-01", "UA"), act("withdrawal-notice", "2001-01-01", "RU"), sides=sides)  # fmt: skip
    assert line(both)[-1] == ("2001-07-01", "terminated")


def test_multilateral_goes_on_below_the_number_for_entry_into_force_and_ends_with_its_last_party() -> None:
    notices = [
        act("withdrawal-notice", f"20{year}-01-01", party) for year, party in ((10, "US"), (11, "RU"), (12, "FI"))
    ]
    assert status(many(*notices[:2]), "2020-01-01") == "in-force"
    assert brought(many(*notices))[-1] == ("2012-07-01", "terminated", "multilateral-goes-on")


def test_where_only_some_parties_are_on_record_the_exit_of_them_all_ends_nothing() -> None:
    notices = [act("withdrawal-notice", "2010-01-01", party) for party in ("US", "RU", "FI")]
    assert status(many(*notices, participation="partial"), "2020-01-01") == "in-force"


def test_states_leave_and_come_back() -> None:
    made = many(
        act("withdrawal-notice", "2010-01-01", "US"),
        act("ratification", "2015-01-01", "US", manner="accession", occasion="again"),
        act("withdrawal-notice", "2020-01-01", "US", occasion="again"),
    )
    assert line(made, "US")[-4:] == [
        ("2010-07-01", "withdrawn"),
        ("2015-01-01", "contracting"),
        ("2015-01-01", "party"),
        ("2020-07-01", "withdrawn"),
    ]
    assert flags(made, "2016-01-01") == ()


@settings(max_examples=40)
@given(DAYS, st.sampled_from(["P3M", "P6M", "P150D", "P1Y"]), st.sampled_from(["that-day", "day-after"]))
def test_the_state_is_a_party_to_the_last_day_of_its_notice(day: date, notice: str, counts: str) -> None:
    clause = {"article": "X", "notice": notice, "counts": counts}
    made = catalog(
        bilateral(withdrawal=clause), act("ratification", "1950-01-01", *BOTH), act("withdrawal-notice", str(day), "US")
    )
    out = Term(notice).after(day) + timedelta(days=counts == "day-after")
    assert of(made, str(out - timedelta(days=1)), "US") == "party withdrawing"
    assert of(made, str(out), "US") == "withdrawn"
    assert status(made, str(out)) == "terminated"


@settings(max_examples=40)
@given(DAYS, st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 2000))
def test_nobody_leaves_during_its_conflict(notice: date, begins: int, lasts: int, named: int) -> None:
    start = notice + timedelta(days=begins)
    end = start + timedelta(days=lasts)
    effective = notice + timedelta(days=named)
    made = catalog(
        multilateral(withdrawal=UNTIL_PEACE, entry_into_force={"article": "I", "by": "instruments", "count": 1}),
        act("ratification", "1950-01-01", "US", "FI"),
        act("armed-conflict", str(start), "FI"),
        act("end-of-armed-conflict", str(end), "FI"),
        act("withdrawal-notice", str(notice), "FI", effective=str(effective)),
    )
    due_on = max(Term("P6M").after(notice), effective)
    held = start < due_on <= end and end > start
    assert line(made, "FI")[-1] == (str(end if held else due_on), "withdrawn")


def test_what_a_former_membership_left_behind_does_not_follow_a_state_back_in() -> None:
    notice = many(
        act("withdrawal-notice", "2004-01-01", "FI", occasion="first"),
        act("withdrawal-revocation", "2004-03-01", "FI", manner="suspended"),
        act("withdrawal", "2005-01-01", "FI"),
        act("ratification", "2006-01-01", "FI", occasion="again"),
        act("withdrawal-notice", "2008-01-01", "FI", occasion="second"),
    )
    assert of(notice, "2008-06-30", "FI") == "party withdrawing"
    assert of(notice, "2008-07-01", "FI") == "withdrawn"
    suspension = many(
        act("suspension", "2004-06-01", "FI", effective="2004-12-01"),
        act("withdrawal-notice", "2004-01-01", "FI"),
        act("ratification", "2004-08-01", "FI", occasion="again"),
    )
    assert of(suspension, "2004-07-15", "FI") == "withdrawn"
    assert of(suspension, "2005-01-01", "FI") == "party"


def test_one_armed_conflict_that_ends_releases_nobody_from_another() -> None:
    made = many(
        act("armed-conflict", "2003-01-01", "FI", occasion="a"),
        act("armed-conflict", "2003-06-01", "FI", occasion="b"),
        act("withdrawal-notice", "2004-01-01", "FI"),
        act("end-of-armed-conflict", "2004-03-01", "FI", occasion="b"),
        act("end-of-armed-conflict", "2006-03-01", "FI", occasion="a"),
        withdrawal=UNTIL_PEACE,
    )
    assert of(made, "2004-08-01", "FI").startswith("party")
    assert of(made, "2006-03-01", "FI") == "withdrawn"
