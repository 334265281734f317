"""The American-Russian line from SALT to New START, CFE and the large multilateral treaties: answers of the real data."""

import pytest

from tests.rules.ask import brought, line, of, status
from treatywatch.snapshot import Catalog, Evidence, Explanation

LINES = {
    "salt-1": ["1972-05-26 signed", "1972-10-03 in-force", "1977-10-03 expired"],
    "abm": ["1972-05-26 signed", "1972-10-03 in-force", "2002-06-13 terminated"],
    "abm-protocol": ["1974-07-03 signed", "1976-05-24 in-force", "2002-06-13 terminated"],
    "ttbt": ["1974-07-03 signed", "1990-12-11 in-force"],
    "pnet": ["1976-05-28 signed", "1990-12-11 in-force"],
    "salt-2": ["1979-06-18 signed", "1986-05-27 abandoned"],
    "inf": ["1987-12-08 signed", "1988-06-01 in-force", "2019-08-02 terminated"],
    "start-1": ["1991-07-31 signed", "1994-12-05 in-force", "2009-12-05 expired"],
    "lisbon-protocol": ["1992-05-23 signed", "1994-12-05 in-force", "2009-12-05 expired"],
    "start-2": ["1993-01-03 signed", "2002-06-14 abandoned"],
    "sort": ["2002-05-24 signed", "2003-06-01 in-force", "2011-02-05 superseded"],
    "new-start": ["2010-04-08 signed", "2011-02-05 in-force", "2026-02-05 expired"],
    "pmda": ["2000-08-29 signed", "2011-07-13 in-force"],
    "cfe": ["1990-11-19 signed", "1992-07-17 provisionally-applied", "1992-11-09 in-force"],
    "ptbt": ["1963-08-05 signed", "1963-10-10 in-force"],
    "outer-space": ["1967-01-27 signed", "1967-10-10 in-force"],
    "npt": ["1968-07-01 signed", "1970-03-05 in-force"],
    "seabed": ["1971-02-11 signed", "1972-05-18 in-force"],
    "bwc": ["1972-04-10 signed", "1975-03-26 in-force"],
    "cwc": ["1993-01-13 signed", "1997-04-29 in-force"],
    "ctbt": ["1996-09-24 signed"],
    "ottawa": ["1997-12-03 signed", "1999-03-01 in-force"],
    "ccm": ["2008-12-03 signed", "2010-08-01 in-force"],
    "att": ["2013-09-25 signed", "2014-12-24 in-force"],
    "tpnw": ["2017-09-20 signed", "2021-01-22 in-force"],
}
"""Every change of status of each treaty, as the reference chronology has it."""


@pytest.mark.parametrize("treaty", sorted(LINES))
def test_every_change_of_status_of_a_treaty(real: Catalog, treaty: str) -> None:
    assert [f"{day} {found}" for day, found in line(real, treaty=treaty)] == LINES[treaty]


HELD = [
    ("abm", "2002-06-12", "US", "party withdrawing"),
    ("abm", "2002-06-13", "US", "withdrawn"),
    ("abm", "2002-06-13", "RU", "former"),
    ("start-2", "2002-06-14", "RU", "signatory"),
    ("cfe", "1992-08-01", "RU", "provisional"),
    ("cfe", "2007-12-11", "RU", "party"),
    ("cfe", "2007-12-12", "RU", "party contested suspended"),
    ("cfe", "2023-11-06", "RU", "party contested suspended withdrawing"),
    ("cfe", "2023-11-07", "RU", "withdrawn"),
    ("cfe", "2023-11-07", "US", "party"),
    ("cfe", "2023-12-07", "US", "party suspended"),
    ("cfe", "2023-11-28", "BY", "party"),
    ("cfe", "2024-06-12", "BY", "party suspended"),
    ("cfe", "2024-02-07", "CA", "party suspended"),
    ("cfe", "2024-04-08", "TR", "party suspended"),
    ("cfe", "1994-01-01", "CZ", "party"),
    ("ctbt", "2023-11-02", "RU", "contracting"),
    ("ctbt", "2023-11-10", "RU", "signatory"),
    ("ctbt", "2023-11-10", "US", "signatory"),
    ("ottawa", "2025-12-26", "LV", "party withdrawing"),
    ("ottawa", "2025-12-27", "LV", "withdrawn"),
    ("ottawa", "2025-12-27", "EE", "withdrawn"),
    ("ottawa", "2025-12-27", "LT", "withdrawn"),
    ("ottawa", "2026-01-09", "FI", "party withdrawing"),
    ("ottawa", "2026-01-10", "FI", "withdrawn"),
    ("ottawa", "2026-02-20", "PL", "withdrawn"),
    ("ottawa", "2025-12-27", "UA", "party contested suspended"),
    ("ccm", "2025-03-05", "LT", "party withdrawing"),
    ("ccm", "2025-03-06", "LT", "withdrawn"),
    ("att", "2019-07-18", "US", "signatory"),
    ("npt", "1993-06-11", "KP", "party"),
    ("npt", "1993-06-12", "KP", "party"),
    ("npt", "2003-01-10", "KP", "party contested withdrawing"),
    ("npt", "2003-01-11", "KP", "withdrawn contested uncertain"),
    ("npt", "2003-04-10", "KP", "withdrawn contested"),
    ("npt", "1993-03-31", "KP", "party withdrawing"),
    ("npt", "1993-06-10", "KP", "party contested withdrawing"),
    ("npt", "2003-01-09", "KP", "party"),
    ("pmda", "2016-10-03", "RU", "party suspended"),
]


@pytest.mark.parametrize(("treaty", "day", "party", "expected"), HELD, ids=lambda value: str(value))
def test_how_a_party_stands(real: Catalog, treaty: str, day: str, party: str, expected: str) -> None:
    assert of(real, day, party, treaty) == expected


def test_start_i_is_in_force_among_five_to_its_last_day(real: Catalog) -> None:
    parties = real.at("2009-12-04").status("start-1").parties
    assert [(party.party, party.status) for party in parties] == [
        (name, "party") for name in ("BY", "KZ", "RU", "UA", "US")
    ]
    assert status(real, "2009-12-05", "start-1") == "expired"


def test_cfe_entered_into_force_by_the_deposits_and_goes_on_without_russia(real: Catalog) -> None:
    assert brought(real, treaty="cfe")[-1] == ("1992-11-09", "in-force", "entry-into-force")
    parties = real.at("1992-11-09").status("cfe").parties
    assert sum(party.status == "party" for party in parties) == 29
    after = real.at("2023-11-07").status("cfe")
    assert (after.status, sum(party.status == "party" for party in after.parties)) == ("in-force", 29)


def test_the_russian_notice_to_cfe_runs_its_150_days(real: Catalog) -> None:
    due = [
        counted.deadline
        for counted in real.at("2023-06-09").deadlines("cfe")
        if counted.deadline.kind == "withdrawal-effect"
    ]
    assert [(item.party, str(item.date)) for item in due] == [("RU", "2023-11-07")]


def test_the_russian_notice_to_cfe_names_a_later_day_than_the_shortest(real: Catalog) -> None:
    exits = [(item.rule, str(item.due)) for item in real.at("2023-06-09").history("cfe").agenda if item.party == "RU"]
    assert ("withdrawal-on-a-later-day", "2023-11-07") in exits


def test_the_test_ban_treaties_renew_themselves(real: Catalog) -> None:
    for treaty in ("ttbt", "pnet"):
        due = [counted.deadline for counted in real.at("2026-11-21").deadlines(treaty)]
        assert [(item.kind, str(item.date), item.rule) for item in due if item.kind == "renewal"] == [
            ("renewal", "2030-12-11", "renewal-by-default")
        ]


def test_rules_that_the_wider_record_asks_for(real: Catalog) -> None:
    assert brought(real, treaty="sort")[-1] == ("2011-02-05", "superseded", "supersession")
    assert brought(real, treaty="start-2")[-1] == ("2002-06-14", "abandoned", "abandoned")
    assert brought(real, treaty="abm-protocol")[-1] == ("2002-06-13", "terminated", "ends-with-its-treaty")
    assert brought(real, treaty="lisbon-protocol")[-2][2] == "entry-into-force-with-treaty"
    assert ("1994-12-05", "party", "entry-into-force") in brought(real, "UA", "start-1")
    assert real.at("2003-02-01").history("npt").at(real.at("2003-02-01").as_of, "KP").possible == ("party", "withdrawn")


def test_north_korea_both_readings_with_their_days(real: Catalog) -> None:
    for day, possible in (("2003-02-01", ("party", "withdrawn")), ("2004-01-01", ("withdrawn",))):
        assert real.at(day).party_status("npt", "KP").possible == possible
    why = real.at("2004-01-01").explain("npt", "KP")
    readings = next(more for more in why.also if "read differently" in more.conclusion)
    told = {str(item.date) for item in readings.because if isinstance(item, Evidence)}
    assert {"2003-01-11", "2003-04-10", "2003-04-11"} <= told
    words = " ".join(item.summary for item in readings.because if isinstance(item, Evidence))
    assert "own reading" in words
    assert "still bound" in words


def test_who_contested_which_of_north_koreas_notices(real: Catalog) -> None:
    contested = {day: real.at(day).status("npt").contested_by for day in ("1993-06-10", "1993-06-11", "2004-01-01")}
    assert contested == {"1993-06-10": ("GB", "RU", "US"), "1993-06-11": (), "2004-01-01": ("GB", "JP")}
    why = real.at("2004-01-01").explain("npt", "KP")
    readings = next(more for more in why.also if "read differently" in more.conclusion)
    assert min(str(item.date) for item in readings.because if isinstance(item, Evidence)) == "2003-01-10"


def test_what_several_states_held_together_is_told_once(real: Catalog) -> None:
    why = real.at("2025-12-27").explain("ottawa", "UA")
    readings = next(more for more in why.also if "read differently" in more.conclusion)
    told = [item.summary for item in readings.because if isinstance(item, Evidence)]
    assert len(told) == len(set(told)) == 5


def test_the_suspended_notice_is_revived_by_rule(real: Catalog) -> None:
    agenda = real.at("2003-02-01").history("npt").agenda
    exits = [(item.rule, str(item.due)) for item in agenda if item.kind == "withdrawal-effect" and item.party == "KP"]
    assert exits[0] == ("withdrawal-notice", "1993-06-12")
    assert {rule for rule, _ in exits[1:]} == {"withdrawal-notice-revived"}


def test_what_czechia_notified_in_1996_is_explained_as_retroactive(real: Catalog) -> None:
    why = real.at("1994-01-01").explain("cfe", "CZ")
    assert "retroactive-effect" in [reason.rule for reason in why.because if isinstance(reason, Explanation)]


def test_salt_i_was_observed_longer_as_a_position_not_as_a_status(real: Catalog) -> None:
    assert status(real, "1978-01-01", "salt-1") == "expired"
    found = real.at("1978-01-01").positions("salt-1")
    assert [(one.party, one.stance, str(one.since)) for one in found] == [
        ("SU", "conditional", "1977-09-25"),
        ("US", "conditional", "1977-09-23"),
    ]
    stances = {one.party: one.stance for one in real.at("1986-05-27").positions("salt-1")}
    assert stances == {"SU": "conditional", "US": "opposes"}


def test_the_abm_treatys_end_is_contested_by_nobody(real: Catalog) -> None:
    assert real.at("2002-06-13").status("abm").flags == ()


def test_nothing_is_missing_from_the_line(real: Catalog) -> None:
    made = real.at("2026-11-21").lineage("New START")
    assert [kin.treaty for kin in made.members] == [
        "salt-1", "salt-2", "start-1", "lisbon-protocol", "start-2", "sort", "new-start",
    ]  # fmt: skip
    assert [str(kin.ended) for kin in made.members if kin.entered is None] == ["1986-05-27", "2002-06-14"]


def test_the_test_ban_line(real: Catalog) -> None:
    made = real.at("2026-11-21").lineage("ttbt")
    assert [kin.treaty for kin in made.members] == ["ptbt", "ttbt", "pnet"]


def test_where_only_some_parties_are_curated_the_treaty_says_so(real: Catalog) -> None:
    partial = {treaty.id for treaty in real.at("2026-11-21").treaties if treaty.participation == "partial"}
    assert {"npt", "ctbt", "ptbt", "outer-space", "seabed", "bwc", "cwc", "ottawa", "ccm", "att", "tpnw"} == partial
