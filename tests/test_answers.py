"""Answers to hold: how the treaties of the record stood on days that history has settled."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.ask import ask
from treatywatch.snapshot import Catalog, TreatyStatus
from treatywatch.snapshot.answers import PartyStatus

ARTICLES = Path(__file__).parents[2] / "shared" / "articles"
BOUND = ("party",)


def party(status: TreatyStatus, code: str) -> PartyStatus:
    (found,) = (one for one in status.parties if one.party == code)
    return found


def bound(status: TreatyStatus) -> list[str]:
    return sorted(one.party for one in status.parties if one.status in BOUND)


def test_new_start_in_july_2020(real: Catalog) -> None:
    status = real.at("2020-07-25").status("New START")
    assert (status.status, status.possible, str(status.since)) == ("in-force", ("in-force",), "2011-02-05")
    (expiry,) = (count for count in status.deadlines if count.deadline.kind == "expiry")
    assert (str(expiry.deadline.date), expiry.days) == ("2021-02-05", 195)
    assert expiry.span is not None
    assert expiry.span.words == "6 months 11 days"


def test_new_start_at_its_end(real: Catalog) -> None:
    eve = real.at("2026-02-04").status("New START")
    assert eve.status == "in-force"
    assert [count.days for count in eve.deadlines if count.deadline.kind == "expiry"] == [1]
    assert eve.suspended_by == ("RU",)
    assert "contested" in party(eve, "RU").flags
    end = real.at("2026-02-05").status("New START")
    assert (end.status, str(end.since)) == ("expired", "2026-02-05")
    assert [one.status for one in end.parties] == ["former", "former"]
    assert not [count for count in end.deadlines if count.deadline.kind == "expiry"]


def test_new_start_as_known_before_its_extension(real: Catalog) -> None:
    """Two clocks: as anyone would have projected in July 2020, and as it was."""
    assert real.at("2021-02-05", known_by="2020-07-25").status("new-start").status == "expired"
    status = real.at("2021-02-05").status("new-start")
    assert status.status == "in-force"
    assert [str(one.deadline.date) for one in status.deadlines if one.deadline.kind == "expiry"] == ["2026-02-05"]


def test_the_inf_treaty_on_the_day_of_the_notices(real: Catalog) -> None:
    status = real.at("2019-02-02").status("INF")
    assert status.status == "in-force"
    america = party(status, "US")
    assert america.status == "party"
    assert {"suspended", "withdrawing"} <= set(america.flags)
    (exit_,) = (count for count in status.deadlines if count.deadline.kind == "withdrawal-effect")
    assert (exit_.deadline.party, str(exit_.deadline.date), exit_.days) == ("US", "2019-08-02", 181)


def test_the_inf_treaty_on_the_day_of_its_end(real: Catalog) -> None:
    assert real.at("2019-08-01").status("inf").status == "in-force"
    status = real.at("2019-08-02").status("inf")
    assert (status.status, str(status.since)) == ("terminated", "2019-08-02")
    assert (party(status, "US").status, party(status, "RU").status) == ("withdrawn", "former")


def test_the_inf_treaty_according_to_an_article_that_says_early_august(real: Catalog) -> None:
    status = real.at("2019-08-05", according_to="press-tv-2020-04-14").status("inf")
    assert set(status.possible) == {"in-force", "terminated"}
    assert "uncertain" in status.flags
    assert status.status == "terminated", "the most advanced of the possible"


def test_open_skies_enters_into_force_by_the_deposits(real: Catalog) -> None:
    assert real.at("2001-12-31").status("open-skies").status != "in-force"
    snapshot = real.at("2002-01-01")
    assert snapshot.status("open-skies").status == "in-force"
    why = snapshot.explain("open-skies")
    assert why.rule == "entry-into-force"
    told = str(why.because)
    assert "2001-11-02" in told, "it rests on the deposits of that day"
    assert "open-skies:entry-into-force" not in told, "it is derived, not read off a report"


def test_open_skies_on_the_day_of_the_american_exit(real: Catalog) -> None:
    assert party(real.at("2020-11-21").status("open-skies"), "US").status == "party"
    status = real.at("2020-11-22").status("open-skies")
    assert status.status == "in-force"
    assert party(status, "US").status == "withdrawn"


def test_open_skies_today_has_thirty_two_parties(real: Catalog) -> None:
    status = real.at("2026-11-21").status("open-skies")
    assert len(bound(status)) == 32
    assert party(status, "KG").status == "signatory"
    assert [one.party for one in status.parties if one.status == "withdrawn"] == ["RU", "US"]


def test_open_skies_had_thirty_four_parties(real: Catalog) -> None:
    assert len(bound(real.at("2020-11-21").status("open-skies"))) == 34


def test_the_abm_treaty_ends_six_months_after_the_notice(real: Catalog) -> None:
    eve = real.at("2002-06-12").status("abm")
    assert eve.status == "in-force"
    assert eve.withdrawing == ("US",)
    assert real.at("2002-06-13").status("abm").status == "terminated"


def test_sort_is_superseded_by_new_start(real: Catalog) -> None:
    assert real.at("2011-02-04").status("sort").status == "in-force"
    status = real.at("2011-02-05").status("sort")
    assert (status.status, str(status.since)) == ("superseded", "2011-02-05")


def test_start_one_among_five_and_its_end(real: Catalog) -> None:
    eve = real.at("2009-12-04").status("start-1")
    assert eve.status == "in-force"
    assert bound(eve) == ["BY", "KZ", "RU", "UA", "US"]
    end = real.at("2009-12-05").status("start-1")
    assert end.status == "expired"
    assert bound(end) == []


def test_russia_leaves_the_cfe_treaty_which_goes_on(real: Catalog) -> None:
    eve = real.at("2023-11-06").status("cfe")
    assert party(eve, "RU").status == "party"
    assert {"suspended", "withdrawing"} <= set(party(eve, "RU").flags)
    day = real.at("2023-11-07").status("cfe")
    assert party(day, "RU").status == "withdrawn"
    assert day.status == "in-force"
    assert party(day, "DE").status == "party"


def test_the_cfe_treaty_begins(real: Catalog) -> None:
    assert real.at("1992-07-17").status("cfe").status == "provisionally-applied"
    assert real.at("1992-11-09").status("cfe").status == "in-force"


def test_russia_revokes_its_ratification_of_the_ctbt(real: Catalog) -> None:
    status = real.at("2023-11-10").status("ctbt")
    assert party(status, "RU").status == "signatory"
    assert status.status == "signed"


def test_latvia_leaves_the_ottawa_convention_and_ukraine_suspends_it(real: Catalog) -> None:
    eve, day = real.at("2025-12-26").status("ottawa"), real.at("2025-12-27").status("ottawa")
    assert party(eve, "LV").status == "party"
    assert "withdrawing" in party(eve, "LV").flags
    assert party(day, "LV").status == "withdrawn"
    assert party(day, "UA").status == "party"
    assert {"suspended", "contested"} <= set(party(day, "UA").flags)
    assert day.status == "in-force"


def test_start_two_was_never_in_force(real: Catalog) -> None:
    told = [interval.status for interval in real.at("2026-01-01").intervals("start-2")]
    assert "in-force" not in told
    assert real.at("2002-06-13").status("start-2").status == "signed"
    assert real.at("2002-06-14").status("start-2").status == "abandoned"


def test_salt_two_was_never_in_force(real: Catalog) -> None:
    told = [interval.status for interval in real.at("2026-01-01").intervals("salt-2")]
    assert "in-force" not in told
    assert told[-1] == "abandoned"


def test_salt_one_expired_after_five_years(real: Catalog) -> None:
    assert real.at("1977-10-02").status("salt-1").status == "in-force"
    assert real.at("1977-10-03").status("salt-1").status == "expired"


@pytest.mark.parametrize("treaty", ["ttbt", "pnet"])
def test_the_test_ban_treaties_renew_themselves(real: Catalog, treaty: str) -> None:
    assert real.at("1990-12-10").status(treaty).status == "signed"
    assert real.at("2026-11-21").status(treaty).status == "in-force"


def test_north_korea_s_first_notice_is_suspended_on_the_eve(real: Catalog) -> None:
    status = real.at("1993-06-12").status("npt")
    assert party(status, "KP").status == "party"
    assert "withdrawing" not in party(status, "KP").flags


def test_north_korea_s_second_notice_is_contested(real: Catalog) -> None:
    assert party(real.at("2003-01-09").status("npt"), "KP").status == "party"
    after = real.at("2004-01-01").status("npt")
    assert "contested" in party(after, "KP").flags
    assert after.status == "in-force"
    told = str(real.at("2004-01-01").explain("npt", "KP"))
    assert "2003-01-11" in told, "by its own reading it was out the day after its letter"
    assert "2003-04-10" in told, "by the other three months after the announcement"


@pytest.mark.parametrize(
    ("day", "treaty", "expected"),
    [
        ("2017-12-26", "inf", "in-force"),
        ("2014-12-23", "att", "signed"),
        ("2014-12-24", "att", "in-force"),
        ("2021-01-21", "tpnw", "signed"),
        ("2021-01-22", "tpnw", "in-force"),
        ("1972-10-02", "salt-1", "signed"),
        ("1972-10-03", "salt-1", "in-force"),
        ("1994-12-04", "start-1", "signed"),
        ("1994-12-05", "start-1", "in-force"),
        ("1963-10-10", "ptbt", "in-force"),
        ("1970-03-05", "npt", "in-force"),
        ("1975-03-26", "bwc", "in-force"),
        ("1997-04-29", "cwc", "in-force"),
    ],
)
def test_how_treaties_stood(real: Catalog, day: str, treaty: str, expected: str) -> None:
    assert real.at(day).status(treaty).status == expected


def test_no_answer_fails_because_the_data_end(real: Catalog) -> None:
    for day in (date.min, date.max, date(1, 1, 2), date(9999, 12, 30)):
        statuses = real.at(day).statuses()
        assert len(statuses) == len(real.contents.treaties)


def test_every_fragment_is_found_in_its_article() -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the articles' texts do not come with the project: shared/articles is missing")
    reply = ask("sources", "verify", str(ARTICLES), "--format", "json")
    assert reply.status == 0, reply.out
    assert reply.document["not_found"] == 0
    assert len(reply.document["texts"]) == 5
    assert reply.document["looked_up"] >= 99
