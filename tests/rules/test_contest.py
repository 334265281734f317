"""Acts that another state calls invalid (VCLT 65)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import of
from treatywatch.snapshot import Catalog, Explanation

FORCE = {"article": "I", "by": "instruments", "count": 2}
NOTICE = {"article": "X", "notice": "P6M"}


def many(*more: dict[str, Any], **clauses: Any) -> Catalog:
    clauses = {"entry_into_force": FORCE, "withdrawal": NOTICE, **clauses}
    return catalog(multilateral(**clauses), act("ratification", "2000-01-01", "US", "RU", "FI"), *more)


def against(kind: str, date: str, party: str = "RU", by: str = "US", **more: Any) -> dict[str, object]:
    """An objection."""
    return act("objection", date, by, to=kind, of=[party], **more)


def test_objection_undoes_nothing_and_marks_the_act_contested() -> None:
    made = many(act("suspension", "2023-02-28", "RU"), against("suspension", "2023-03-15"))
    assert of(made, "2023-03-14", "RU") == "party suspended"
    assert of(made, "2023-03-15", "RU") == "party contested suspended"
    assert made.at("2023-03-15").status("pact").contested_by == ("US",)
    assert made.at("2024-01-01").history("pact").line("RU")[-1].rule == "contested"


def test_an_objection_made_in_advance_holds_for_the_act_when_it_comes() -> None:
    made = many(against("suspension", "2007-07-20"), act("suspension", "2007-07-14", "RU", effective="2007-12-12"))
    assert of(made, "2007-12-11", "RU") == "party"
    assert of(made, "2007-12-12", "RU") == "party contested suspended"


def test_an_objection_to_the_act_of_one_occasion_leaves_others_alone() -> None:
    made = many(
        act("suspension", "2023-10-30", "RU", towards=["FI"], occasion="towards-one"),
        against("suspension", "2023-11-28", occasion="towards-one"),
        act("suspension", "2024-06-12", "RU", occasion="general"),
    )
    assert of(made, "2024-06-12", "RU") == "party suspended"


def test_what_is_no_longer_suspended_is_no_longer_contested() -> None:
    made = many(
        act("suspension", "2020-01-01", "RU", occasion="first"), against("suspension", "2020-02-01", occasion="first"),
        act("resumption", "2021-01-01", "RU"), act("suspension", "2022-01-01", "RU", occasion="second"),
    )  # fmt: skip
    assert of(made, "2021-01-01", "RU") == "party"
    assert of(made, "2022-01-01", "RU") == "party suspended"


def test_a_notice_taken_back_is_no_longer_contested() -> None:
    made = many(
        act("withdrawal-notice", "2020-01-01", "RU"),
        against("withdrawal-notice", "2020-02-01"),
        act("withdrawal-revocation", "2020-03-01", "RU"),
    )
    assert of(made, "2020-02-01", "RU") == "party contested withdrawing"
    assert of(made, "2020-03-01", "RU") == "party"


def test_a_contested_notice_takes_effect_and_stays_contested_until_the_state_comes_back() -> None:
    made = many(
        act("withdrawal-notice", "2020-01-01", "RU"),
        against("withdrawal-notice", "2020-02-01"),
        act("ratification", "2025-01-01", "RU", manner="accession", occasion="again"),
        act("withdrawal-notice", "2026-01-01", "RU", occasion="again"),
    )
    assert of(made, "2020-07-01", "RU") == "withdrawn contested"
    assert of(made, "2025-01-01", "RU") == "party"
    assert of(made, "2026-01-01", "RU") == "party withdrawing"


def test_a_state_that_left_has_its_suspension_contested_no_more() -> None:
    made = many(
        act("suspension", "2020-01-01", "RU"),
        against("suspension", "2020-02-01"),
        act("withdrawal-notice", "2020-03-01", "RU"),
    )
    assert of(made, "2020-09-01", "RU") == "withdrawn"


def test_an_objection_does_not_follow_a_state_that_left_and_came_back() -> None:
    made = many(
        against("suspension", "2019-01-01"),
        act("withdrawal-notice", "2020-01-01", "RU"),
        act("ratification", "2025-01-01", "RU", manner="accession", occasion="again"),
        act("suspension", "2026-01-01", "RU"),
    )
    assert of(made, "2026-01-01", "RU") == "party suspended"


def test_a_revocation_of_ratification_and_its_contest() -> None:
    three = {**FORCE, "count": 3}
    made = catalog(
        multilateral(entry_into_force=three),
        act("signature", "1996-09-24", "RU"),
        act("ratification", "2000-06-30", "RU"),
        against("ratification-revocation", "2023-10-20"),
        act("ratification-revocation", "2023-11-03", "RU"),
        act("ratification", "2030-01-01", "RU", occasion="again"),
    )
    assert of(made, "2023-10-20", "RU") == "contracting", "nothing is contested that has not been done"
    assert of(made, "2023-11-03", "RU") == "signatory contested"
    assert of(made, "2030-01-01", "RU") == "contracting"


def test_a_contested_consent_stays_contested_when_the_treaty_has_ended() -> None:
    sides = [["US"], ["RU", "UA"]]
    made = catalog(
        bilateral(sides=sides, withdrawal=NOTICE),
        act("ratification", "1988-06-01", "US", "RU"),
        act("ratification", "1992-10-09", "UA"),
        against("ratification", "2019-08-02", party="UA", by="UA"),
        act("withdrawal-notice", "2019-02-02", "US"),
    )
    assert of(made, "2019-08-02", "UA") == "former contested"
    assert of(made, "2019-08-02", "RU") == "former"


def test_an_objection_to_the_end_of_a_treaty() -> None:
    made = many(act("termination", "2020-01-01"), against("termination", "2020-02-01"))
    assert of(made, "2020-02-01", "RU") == "former contested"


def test_a_disputed_act_is_contested_without_an_objection() -> None:
    made = many(act("withdrawal-notice", "2003-01-10", "RU", confidence="disputed"))
    assert of(made, "2003-01-10", "RU") == "party contested withdrawing"


def test_the_explanation_gives_every_reading_with_its_day() -> None:
    said: dict[str, Any] = {"id": "still-bound", "treaty": "pact", "party": "RU", "status": "party", "date": "2020-08-01",
            "sources": ["register"], "summary": "Still bound."}  # fmt: skip
    made = many(act("withdrawal-notice", "2020-01-01", "RU"), against("withdrawal-notice", "2020-02-01"), said)
    why = made.at("2021-01-01").explain("pact", "RU")
    readings = next(more for more in why.also if "read differently" in more.conclusion)
    assert [str(reading.date) for reading in readings.because if not isinstance(reading, Explanation)] == [
        "2020-02-01",
        "2020-08-01",
    ]


@pytest.mark.parametrize("kind", ["suspension", "withdrawal-notice", "ratification"])
@settings(max_examples=25)
@given(first=st.dates(date(2010, 1, 1), date(2010, 12, 31)), second=st.dates(date(2010, 1, 1), date(2010, 12, 31)))
def test_it_does_not_matter_whether_the_objection_or_the_act_comes_first(kind: str, first: date, second: date) -> None:
    party = "SE" if kind == "ratification" else "RU"
    made = many(act(kind, str(first), party), against(kind, str(second), party=party))
    assert "contested" in of(made, "2012-01-01", party)


def test_the_mark_belongs_to_the_act_that_stands_not_to_the_last_of_its_kind() -> None:
    made = many(
        act("suspension", "2023-02-28", "RU", occasion="whole"),
        against("suspension", "2023-03-15", occasion="whole"),
        act("suspension", "2023-05-01", "RU", extent="part", duties=["inspections"], occasion="part"),
    )
    assert of(made, "2024-01-01", "RU") == "party contested suspended"


def test_a_suspension_in_part_that_is_disputed_leaves_the_whole_one_unmarked() -> None:
    made = many(
        act("suspension", "2023-02-28", "RU"),
        act("suspension", "2023-05-01", "RU", extent="part", duties=["inspections"], confidence="disputed"),
    )
    assert of(made, "2024-01-01", "RU") == "party suspended"


def test_what_had_no_effect_neither_takes_the_mark_away_nor_sets_it() -> None:
    second = many(
        act("withdrawal-notice", "2003-01-01", "RU", occasion="first"),
        against("withdrawal-notice", "2003-01-15", occasion="first"),
        act("withdrawal-notice", "2003-02-01", "RU", occasion="second"),
    )
    assert of(second, "2003-03-01", "RU") == "party contested withdrawing"
    too_early = many(
        act("withdrawal-notice", "1999-01-01", "RU", confidence="disputed", occasion="early"),
        act("withdrawal-notice", "2003-01-01", "RU", occasion="valid"),
    )
    assert of(too_early, "2003-03-01", "RU") == "party withdrawing"


def test_a_notice_taken_back_contests_no_later_exit() -> None:
    made = many(
        act("withdrawal-notice", "2003-01-01", "RU", confidence="disputed", occasion="first"),
        act("withdrawal-revocation", "2003-02-01", "RU"),
        act("withdrawal", "2005-01-01", "RU"),
    )
    assert of(made, "2003-01-15", "RU") == "party contested withdrawing"
    assert of(made, "2006-01-01", "RU") == "withdrawn"


@pytest.mark.parametrize("end", ["termination", "expiry"])
def test_a_disputed_participation_stays_marked_however_the_treaty_ends(end: str) -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE),
        act("ratification", "2000-01-01", "US", "FI"),
        act("ratification", "2000-02-01", "RU", confidence="disputed"),
        act(end, "2010-01-01"),
    )
    assert of(made, "2005-01-01", "RU") == "party contested"
    assert of(made, "2011-01-01", "RU") == "former contested"
    assert of(made, "2011-01-01", "FI") == "former"


def test_a_disputed_consent_by_signature_is_contested() -> None:
    made = catalog(
        bilateral(entry_into_force={"article": "I", "by": "signature"}),
        act("signature", "2000-01-01", "US"),
        act("signature", "2000-01-01", "RU", confidence="disputed"),
    )
    assert of(made, "2001-01-01", "RU") == "party contested"
    assert of(made, "2001-01-01", "US") == "party"


def test_a_disputed_end_is_contested() -> None:
    made = many(act("termination", "2010-01-01", confidence="disputed"))
    assert made.at("2011-01-01").status("pact").status == "terminated"
    assert "contested" in made.at("2011-01-01").status("pact").flags
    assert made.at("2011-01-01").history("pact").line()[-1].rule == "contested-end"
    late = many(
        act("termination", "2010-01-01"), act("termination", "2011-01-01", confidence="disputed", occasion="late")
    )
    assert "contested" not in late.at("2012-01-01").status("pact").flags


def test_an_objection_to_what_a_former_state_did_holds_for_the_one_that_continues_it() -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE),
        act("ratification", "1990-01-01", "US", "SU", "FI"),
        act("suspension", "1991-11-01", "SU"),
        against("suspension", "1992-02-01", "SU"),
    )
    assert of(made, "1992-01-15", "RU") == "party suspended"
    assert of(made, "1992-02-15", "RU") == "party contested suspended"
