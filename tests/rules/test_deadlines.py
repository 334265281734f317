"""What is to come on a day: every kind of deadline, its day, its rule, and the laws that all of them keep."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from treatywatch.rules.deadlines import Deadline, deadlines, is_over, passed
from treatywatch.rules.history import History
from treatywatch.snapshot import Catalog, Countdown

TEN_YEARS = {"article": "XIV(2)", "period": "P10Y"}
SIX_MONTHS = {"article": "XV(2)", "notice": "P6M"}
ONCE = {"article": "XIV(2)", "longest": "P5Y", "times": 1}
BOTH = ("US", "RU")
IN_FORCE = (act("signature", "2010-04-08", *BOTH), act("ratification", "2011-02-05", *BOTH))


def running(found: Catalog, day: str, kind: str | None = None) -> list[Countdown]:
    return [one for one in found.at(day).deadlines("pact") if kind in (None, one.deadline.kind)]


def days(found: Catalog, day: str, kind: str) -> list[str]:
    return [str(one.deadline.date) for one in running(found, day, kind)]


def only(found: Catalog, day: str, kind: str, treaty: str = "pact", party: str | None = None) -> Countdown:
    (one,) = (
        one
        for one in found.at(day).deadlines(treaty)
        if one.deadline.kind == kind and party in (None, one.deadline.party)
    )
    return one


def duty(**more: object) -> dict[str, object]:
    return {"id": "report", "article": "VII", "name": "Report", "rule": "FREQ=YEARLY", **more}


# --- Answers of the record ------------------------------------------------------------------------------


def test_new_start_in_july_2020(real: Catalog) -> None:
    expiry = only(real, "2020-07-25", "expiry", "new-start")
    assert (expiry.days, str(expiry.deadline.date)) == (195, "2021-02-05")
    assert expiry.span is not None
    assert expiry.span.words == "6 months 11 days"
    assert expiry.deadline.rule == "fixed-duration"
    assert expiry.deadline.authority == ("New START XIV(2)", "VCLT 54(a)")
    assert "new-start-text" in expiry.sources
    extension = only(real, "2020-07-25", "extension-window", "new-start")
    assert str(extension.deadline.date) == "2021-02-05"
    assert (
        extension.summary == "New START: an extension by up to 5 years can be agreed, by all parties, before this day"
    )
    notice = only(real, "2020-07-25", "notice-window", "new-start")
    assert str(notice.deadline.date) == "2020-11-05"
    assert "given on or after this day takes effect no sooner than expiry" in notice.summary


def test_open_skies_after_the_notice_of_the_united_states(real: Catalog) -> None:
    leaving = only(real, "2020-06-01", "withdrawal-effect", "open-skies")
    assert (leaving.days, str(leaving.deadline.date), leaving.deadline.party) == (174, "2020-11-22", "US")
    conference = only(real, "2020-06-01", "conference", "open-skies")
    assert str(conference.deadline.date) == "2020-06-21/2020-07-21"
    assert (conference.days, conference.days_min, conference.days_max) == (None, 20, 50)


def test_inf_a_month_before_its_end(real: Catalog) -> None:
    leaving = only(real, "2019-07-03", "withdrawal-effect", "inf")
    assert (leaving.days, leaving.deadline.party) == (30, "US")


def test_the_limits_of_new_start(real: Catalog) -> None:
    limits = only(real, "2017-12-26", "limits-apply", "new-start")
    assert (limits.days, str(limits.deadline.date)) == (41, "2018-02-05")


def test_the_duties_of_new_start_on_an_ordinary_day(real: Catalog) -> None:
    found = [one for one in real.at("2019-01-01").deadlines("new-start") if one.deadline.kind == "recurring"]
    assert [(one.deadline.label.split(" ")[0], str(one.deadline.date)) for one in found] == [
        ("Sessions", "2019-02-04"),
        ("On-site", "2019-02-05"),
        ("Exchange", "2019-03"),
        ("Exchange", "2019-12-31"),
    ]
    assert all(one.deadline.suspended_by == () and one.deadline.rule == "recurring-duty" for one in found)


def test_a_duty_that_a_party_has_suspended_says_so(real: Catalog) -> None:
    found = [one for one in real.at("2024-01-01").deadlines("new-start") if one.deadline.kind == "recurring"]
    assert found
    assert all("RU" in one.deadline.suspended_by and "suspended by Russia" in one.summary for one in found)


def test_review_conferences_come_every_five_years(real: Catalog) -> None:
    assert str(only(real, "2021-01-01", "recurring", "npt").deadline.date) == "2025-03-05"
    assert str(only(real, "2025-03-05", "recurring", "npt").deadline.date) == "2025-03-05"
    assert str(only(real, "2025-03-06", "recurring", "npt").deadline.date) == "2030-03-05"


# --- Each kind ------------------------------------------------------------------------------------------


def test_entry_into_force_of_the_treaty_and_of_a_late_joiner() -> None:
    clause = {"article": "XVII", "by": "instruments", "count": 2, "delay": "P60D", "late_joiners": "P30D"}
    found = catalog(
        multilateral(entry_into_force=clause),
        act("ratification", "2000-01-01", "US", "RU"),
        act("ratification", "2001-01-01", "CN"),
    )
    assert days(found, "2000-01-01", "entry-into-force") == ["2000-03-01"]
    late = only(found, "2001-01-01", "entry-into-force")
    assert (late.deadline.party, late.days) == ("CN", 30)
    assert days(found, "2001-01-31", "entry-into-force") == []


def test_the_last_day_for_a_notice_counts_as_the_clause_does() -> None:
    told = [
        days(
            catalog(bilateral(duration=TEN_YEARS, withdrawal={**SIX_MONTHS, "counts": how}), *IN_FORCE),
            "2012-01-01",
            "notice-window",
        )
        for how in ("that-day", "day-after")
    ]
    assert told == [["2020-08-05"], ["2020-08-04"]]


def test_a_notice_at_the_end_of_a_month_is_not_a_day_late() -> None:
    found = catalog(
        bilateral(duration=TEN_YEARS, withdrawal=SIX_MONTHS),
        act("signature", "2000-01-01", *BOTH),
        act("ratification", "2000-02-28", *BOTH),
    )
    # Six months after 28, 29, 30 and 31 August 2009 all end on 28 February 2010: the first of them is the day.
    assert days(found, "2005-01-01", "notice-window") == ["2009-08-28"]


def test_a_notice_window_that_has_passed_has_run_out_though_the_treaty_has_not() -> None:
    found = catalog(bilateral(duration=TEN_YEARS, withdrawal=SIX_MONTHS), *IN_FORCE)
    assert days(found, "2020-08-05", "notice-window") == ["2020-08-05"]
    assert days(found, "2020-08-06", "notice-window") == []
    gone = [one for one in found.at("2020-08-06").passed("pact") if one.deadline.kind == "notice-window"]
    assert [one.days for one in gone] == [-1]


def test_an_extension_that_was_used_cannot_be_agreed_again() -> None:
    extension = act("extension", "2021-02-03", until="2026-02-05")
    found = catalog(bilateral(duration=TEN_YEARS, extension=ONCE), *IN_FORCE, extension)
    assert days(found, "2021-02-02", "extension-window") == ["2021-02-05"]
    assert days(found, "2021-02-03", "extension-window") == []
    twice = catalog(bilateral(duration=TEN_YEARS, extension={**ONCE, "times": 2}), *IN_FORCE, extension)
    assert days(twice, "2021-02-03", "extension-window") == ["2026-02-05"]
    second = act("extension", "2025-02-03", until="2031-02-05", occasion="second")
    used_up = catalog(bilateral(duration=TEN_YEARS, extension={**ONCE, "times": 2}), *IN_FORCE, extension, second)
    assert days(used_up, "2025-02-03", "expiry") == ["2031-02-05"]
    assert days(used_up, "2025-02-03", "extension-window") == []


def test_a_conference_shows_until_its_last_day() -> None:
    meeting = {"article": "XV(3)", "name": "Conference", "opens_after": "P30D", "closes_after": "P60D"}
    found = catalog(
        multilateral(
            withdrawal={**SIX_MONTHS, "conference": meeting}, entry_into_force={"article": "I", "by": "record"}
        ),
        act("ratification", "2000-01-01", "US", "RU"),
        act("entry-into-force", "2000-01-01"),
        act("withdrawal-notice", "2020-05-22", "US"),
    )
    assert days(found, "2020-05-21", "conference") == []
    for day in ("2020-05-22", "2020-06-21", "2020-07-21"):
        assert days(found, day, "conference") == ["2020-06-21/2020-07-21"]
    assert days(found, "2020-07-22", "conference") == []
    assert [one.days_max for one in found.at("2020-07-22").passed("pact") if one.deadline.kind == "conference"] == [-1]


def test_renewal_comes_in_place_of_expiry_until_a_party_objects() -> None:
    renewing = {"article": "VIII", "period": "P5Y", "renewal": "P5Y"}
    found = catalog(
        bilateral(duration=renewing, withdrawal=SIX_MONTHS), *IN_FORCE, act("non-renewal", "2024-01-01", "RU")
    )
    renewal = only(found, "2018-01-01", "renewal")
    assert (str(renewal.deadline.date), renewal.deadline.rule) == ("2021-02-05", "renewal-by-default")
    assert days(found, "2018-01-01", "expiry") == []
    assert days(found, "2024-01-01", "renewal") == []
    assert days(found, "2024-01-01", "expiry") == ["2026-02-05"]
    assert found.at("2026-02-05").status("pact").status == "expired"
    assert "renewal" not in {one.deadline.kind for one in found.at("2030-01-01").passed("pact")}


def test_a_suspension_announced_for_later_and_provisional_application() -> None:
    clause = {"article": "25", "starts": "signature", "period": "P12M"}
    found = catalog(bilateral(provisional_application=clause), act("signature", "2000-01-01", *BOTH))
    assert days(found, "2000-06-01", "provisional-end") == ["2001-01-01"]
    held = catalog(bilateral(), *IN_FORCE, act("suspension", "2023-02-21", "RU", effective="2023-02-28"))
    suspension = only(held, "2023-02-21", "suspension-effect")
    assert (suspension.days, suspension.deadline.party) == (7, "RU")


def test_a_state_is_not_bound_before_the_treaty_is_in_force() -> None:
    clause = {"article": "17", "by": "record", "late_joiners": "P30D", "late_from": "last-instrument"}
    found = catalog(
        multilateral(entry_into_force=clause),
        act("ratification", "1998-07-09", "US"),
        act("ratification", "1999-02-10", "RU"),
        act("entry-into-force", "1999-03-01"),
    )
    assert days(found, "1998-07-09", "entry-into-force") == []
    assert only(found, "1999-02-10", "entry-into-force").deadline.party == "RU"
    assert [one.deadline.party for one in found.at("2000-01-01").passed("pact")] == ["RU"]


@pytest.mark.parametrize("notice", ["P1D", "P9999M", "P9999Y"])
@pytest.mark.parametrize("begun", ["0001-01-01", "9999-12-30"])
def test_terms_that_lead_out_of_the_calendar(notice: str, begun: str) -> None:
    meeting = {"article": "XV", "name": "Conference", "opens_after": "P1D", "closes_after": "P9999Y"}
    leaving = {"article": "XV", "notice": notice, "counts": "day-after", "conference": meeting}
    found = catalog(
        bilateral(duration={"article": "II", "period": "P1D"}, withdrawal=leaving, duties=[duty(within="P9999Y")]),
        act("signature", begun, *BOTH),
        act("ratification", begun, *BOTH),
        act("withdrawal-notice", begun, "US"),
    )
    for day in ("0001-01-01", "0001-01-02", "9999-12-30", "9999-12-31"):
        snapshot = found.at(day)
        assert all(one.deadline.date.latest >= date.fromisoformat(day) for one in snapshot.deadlines())
        assert all(one.days_max <= 0 for one in snapshot.passed())


# --- Recurring duties -----------------------------------------------------------------------------------


def test_a_report_shows_as_long_as_it_can_be_given_in_time() -> None:
    found = catalog(bilateral(duties=[duty(within="P30D")]), *IN_FORCE)
    assert days(found, "2012-02-04", "recurring") == ["2012-02-05/2012-03-06"]
    assert days(found, "2012-03-06", "recurring") == ["2012-02-05/2012-03-06"]
    assert days(found, "2012-03-07", "recurring") == ["2013-02-05/2013-03-07"]


def test_a_duty_ends_with_its_count_and_with_the_treaty() -> None:
    counted = catalog(bilateral(duties=[duty(rule="FREQ=YEARLY;COUNT=2")]), *IN_FORCE)
    assert days(counted, "2012-02-05", "recurring") == ["2012-02-05"]
    assert days(counted, "2012-02-06", "recurring") == []
    ending = catalog(bilateral(duties=[duty()], duration=TEN_YEARS), *IN_FORCE)
    assert days(ending, "2020-01-01", "recurring") == ["2020-02-05"]
    assert days(ending, "2020-02-06", "recurring") == []
    until = catalog(bilateral(duties=[duty(rule="FREQ=YEARLY;UNTIL=20140101")]), *IN_FORCE)
    assert days(until, "2013-02-06", "recurring") == []


def test_a_duty_is_not_to_come_after_the_exit_that_ends_the_treaty() -> None:
    notice = act("withdrawal-notice", "2019-02-02", "US")
    found = catalog(bilateral(duties=[duty()], withdrawal=SIX_MONTHS), *IN_FORCE, notice)
    assert days(found, "2019-02-02", "recurring") == ["2019-02-05"]
    assert days(found, "2019-02-06", "recurring") == []


def test_a_duty_counted_from_a_vague_day_is_vague() -> None:
    found = catalog(
        bilateral(duties=[duty()]),
        act("signature", "2010-04-08", *BOTH),
        act("ratification", "2011-02", *BOTH),
    )
    assert days(found, "2020-01-01", "recurring") == ["2020-02-01/2020-02-28"]
    assert days(found, "2020-02-10", "recurring") == ["2020-02-01/2020-02-28"]
    assert days(found, "2020-03-01", "recurring") == ["2021-02"]


def test_suspended_in_part_names_the_duty_and_resumption_frees_it() -> None:
    acts = (
        act("suspension", "2020-01-01", "RU", extent="part", duties=["report"]),
        act("resumption", "2021-01-01", "RU", duties=["report"]),
    )
    found = catalog(bilateral(duties=[duty(), duty(id="visit", name="Visit")]), *IN_FORCE, *acts)
    by_name = {one.deadline.label: one.deadline.suspended_by for one in running(found, "2020-06-01", "recurring")}
    assert by_name == {"Report": ("RU",), "Visit": ()}
    assert all(one.deadline.suspended_by == () for one in running(found, "2021-01-01", "recurring"))


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_every_rule_that_can_be_written_is_answered(rule: str) -> None:
    found = catalog(bilateral(duties=[duty(rule=rule)]), *IN_FORCE)
    soon = [date.fromisoformat(day) for day in days(found, "2020-06-10", "recurring")]
    assert len(soon) == (0 if "30" in rule else 1)
    assert all(date(2020, 6, 10) <= day <= date(2020, 6, 30) for day in soon)


# --- Vague days -----------------------------------------------------------------------------------------


def test_a_vague_notice_gives_a_range_that_narrows_as_days_go_by() -> None:
    found = catalog(
        bilateral(withdrawal=SIX_MONTHS), *IN_FORCE, act("withdrawal-notice", "2020-03-01/2020-03-11", "US")
    )
    one = only(found, "2020-04-01", "withdrawal-effect")
    assert (str(one.deadline.date), one.days, one.days_min, one.days_max) == ("2020-09-01/2020-09-11", None, 153, 163)
    later = only(found, "2020-09-05", "withdrawal-effect")
    assert str(later.deadline.date) == "2020-09-06/2020-09-11"
    assert days(found, "2020-09-11", "withdrawal-effect") == []
    assert "withdrawal-effect" not in {one.deadline.kind for one in found.at("2020-09-10").passed("pact")}
    (gone,) = (one for one in found.at("2020-09-11").passed("pact") if one.deadline.kind == "withdrawal-effect")
    assert (gone.days_min, gone.days_max) == (-10, 0)


def test_which_instrument_was_the_last_needed_may_be_open_and_the_day_is_one_range_all_the_same() -> None:
    found = catalog(
        multilateral(entry_into_force={"article": "XVII", "by": "instruments", "count": 2, "delay": "P60D"}),
        act("ratification", "2000-01", "US"),
        act("ratification", "2000-01-10", "RU"),
        act("ratification", "2000-01-20", "CN"),
    )
    assert days(found, "2000-02-01", "entry-into-force") == ["2000-03-10/2000-03-20"]
    (gone,) = (one for one in found.at("2001-01-01").passed("pact") if one.deadline.party is None)
    assert str(gone.deadline.date) == "2000-03-10/2000-03-20"


def test_what_the_order_of_vague_days_leaves_open_is_told_once(real: Catalog) -> None:
    gone = [one for one in real.at("2020-01-01").passed("npt") if one.deadline.kind == "withdrawal-effect"]
    assert [one.deadline.party for one in gone] == ["KP"]


# --- Laws -----------------------------------------------------------------------------------------------

DAYS = st.dates(date(2011, 1, 1), date(2027, 1, 1))


@settings(max_examples=60)
@given(day=DAYS)
def test_a_countdown_falls_by_one_when_the_day_moves_on_by_one(real: Catalog, day: date) -> None:
    tomorrow = {one.deadline: one for one in real.at(day + timedelta(days=1)).deadlines()}
    moved = 0
    for one in real.at(day).deadlines():
        then = tomorrow.get(one.deadline)
        if then is not None:
            assert (then.days_min, then.days_max) == (one.days_min - 1, one.days_max - 1)
            moved += 1
    assert moved


@settings(max_examples=40)
@given(day=DAYS)
def test_what_runs_and_what_has_run_out_are_told_apart(real: Catalog, day: date) -> None:
    snapshot = real.at(day)
    assert not any(is_over(one.deadline, day) for one in snapshot.deadlines())
    assert all(is_over(one.deadline, day) for one in snapshot.passed())
    ahead = [(one.days_min, one.days_max) for one in snapshot.deadlines()]
    assert ahead == sorted(ahead)
    assert all(
        one.days_max >= other.days_max or one.days_min >= other.days_min for one, other in pairwise(snapshot.passed())
    )


_BRINGS = {
    "entry-into-force": ("in-force", "party"),
    "expiry": ("expired",),
    "withdrawal-effect": ("withdrawn",),
    "provisional-end": ("signed",),
}


def changed(history: History, deadline: Deadline) -> bool:
    """Tell whether something changed, for whom the deadline is about, on the days it names."""
    line = history.line(deadline.party)
    if deadline.kind == "suspension-effect":
        return any("suspended" in change.after.flags for change in line if change.day in deadline.date)
    wanted = _BRINGS[deadline.kind]
    return any(change.after.status in wanted for change in line if change.day in deadline.date)


def test_every_deadline_that_came_is_a_change_on_its_day(real: Catalog) -> None:
    seen = set()
    for treaty in real.at("2026-06-01").treaties:
        history = real.at("2026-06-01").history(treaty.id)
        for deadline in passed(history, date(2026, 6, 1)):
            if deadline.kind in _BRINGS or deadline.kind == "suspension-effect":
                assert changed(history, deadline), deadline
                seen.add(deadline.kind)
    assert {"entry-into-force", "expiry", "withdrawal-effect", "suspension-effect"} <= seen


@settings(max_examples=60)
@given(
    notice=st.dates(date(2011, 2, 5), date(2022, 1, 1)),
    revoked=st.none() | st.integers(0, 400),
    extended=st.booleans(),
    day=st.dates(date(2011, 1, 1), date(2030, 1, 1)),
)
def test_what_came_came_as_foretold_and_what_was_lifted_never_came(
    notice: date, revoked: int | None, extended: bool, day: date
) -> None:
    acts = [act("withdrawal-notice", notice.isoformat(), "US")]
    if revoked is not None:
        acts.append(act("withdrawal-revocation", (notice + timedelta(days=revoked)).isoformat(), "US"))
    if extended:
        acts.append(act("extension", "2021-02-03", until="2026-02-05"))
    found = catalog(bilateral(duration=TEN_YEARS, withdrawal=SIX_MONTHS, extension=ONCE), *IN_FORCE, *acts)
    history = found.at(day).history("pact")
    gone = [one for one in passed(history, day) if one.kind in _BRINGS]
    assert all(changed(history, one) for one in gone)
    ends = [
        change for change in history.line() if change.day <= day and change.after.status in ("expired", "terminated")
    ]
    ended_by = [one for one in gone if one.kind in ("expiry", "withdrawal-effect")]
    assert len(ends) == len(ended_by) <= 1
    assert not (ended_by and deadlines(history, day))
