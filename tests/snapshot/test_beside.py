"""What an explanation says beside the status: what rests in part, who is held by a conflict, who made clear it will not join."""

import pytest

from tests.build import act, catalog, multilateral
from treatywatch.snapshot import Catalog

DUTIES = [
    {"id": "inspections", "article": "XI", "name": "inspections", "rule": "FREQ=YEARLY"},
    {"id": "data", "article": "VII", "name": "exchange of data", "rule": "FREQ=YEARLY"},
]


@pytest.fixture(scope="module")
def made() -> Catalog:
    return catalog(
        multilateral(
            entry_into_force={"article": "I", "by": "instruments", "count": 2},
            withdrawal={"article": "X", "notice": "P6M", "held_by_conflict": True},
            duties=DUTIES,
        ),
        act("ratification", "2000-01-01", "US", "RU", "FI"),
        act("signature", "2000-01-01", "CN"),
        act("suspension", "2001-01-01", "RU", extent="part", duties=["inspections", "data"]),
        act("resumption", "2002-01-01", "RU", duties=["data"]),
        act("suspension", "2003-01-01", "RU", towards=["FI"]),
        act("resumption", "2004-01-01", "RU", occasion="all"),
        act("repudiation", "2005-01-01", "CN"),
        act("armed-conflict", "2006-01-01", "FI"),
        act("withdrawal-notice", "2006-02-01", "FI"),
        act("end-of-armed-conflict", "2007-01-01", "FI"),
    )


def said(made: Catalog, day: str, party: str) -> list[tuple[str | None, str]]:
    return [(why.rule, why.conclusion) for why in made.at(day).explain("pact", party).also]


def test_duties_that_rest(made: Catalog) -> None:
    rests = ("suspension-in-part", "Russia (Pact) has suspended inspections and exchange of data since 2001-01-01")
    assert said(made, "2001-06-01", "RU") == [rests]
    assert said(made, "2002-06-01", "RU") == [(rests[0], "Russia (Pact) has suspended inspections since 2001-01-01")]
    assert said(made, "2000-06-01", "RU") == []


def test_a_day_that_is_one_of_several_stays_a_sentence(real: Catalog) -> None:
    told = [why.conclusion for why in real.at("2021-01-01").explain("new-start", "RU").also]
    rests = "on-site inspections, up to eighteen by each party in each treaty year"
    assert told == [f"Russia (New START) has suspended {rests} since a day between 2020-03-01 and 2020-03-29"]


def test_suspension_towards_some(made: Catalog) -> None:
    towards = ("suspension-between-some", "Russia (Pact) has suspended the treaty towards Finland since 2003-01-01")
    assert towards in said(made, "2003-06-01", "RU")


def test_nothing_is_said_of_what_was_resumed(made: Catalog) -> None:
    assert said(made, "2004-01-01", "RU") == []


def test_who_will_not_become_a_party(made: Catalog) -> None:
    assert said(made, "2004-12-31", "CN") == []
    assert said(made, "2005-01-01", "CN") == [
        ("repudiation", "China (Pact) made clear that it will not become a party")
    ]


def test_who_stays_a_party_during_its_conflict(made: Catalog) -> None:
    held = ("withdrawal-held-by-conflict", "Finland (Pact) stays a party though its notice ran until 2006-08-01")
    assert held not in said(made, "2006-07-31", "FI")
    assert held in said(made, "2006-08-01", "FI")
    assert held not in said(made, "2007-01-01", "FI")
