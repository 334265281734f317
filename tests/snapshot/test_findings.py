"""Where sources and orders do not fit together: what is found, who is believed by what rule, what if the other were right."""

from typing import Any

import pytest

from tests.build import act, bilateral, catalog, multilateral, reported, source
from treatywatch.dates import Term
from treatywatch.errors import Problem
from treatywatch.rules import RULES, boxes
from treatywatch.rules.belief import BELIEF
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.findings import curation, findings

SOURCES = (
    source("gazette", "government", "2000-06-01", publisher="Gazette"),
    source("bulletin", "government", "2000-05-01", publisher="Bulletin"),
    source("paper", "news", "2000-06-01", publisher="Paper"),
    source("echo", "news", "2000-06-02", publisher="Echo", origin="Paper"),
    source("wire", "news", "2000-06-03", publisher="Wire"),
)


def found(made: Catalog) -> list[Problem]:
    return findings(made.at("2020-01-01").view)


def one(made: Catalog, code: str = "date-conflict") -> Problem:
    (problem,) = [problem for problem in found(made) if problem.code == code]
    return problem


def torn(*told: tuple[str, tuple[str, ...], dict[str, Any]], kind: str = "ratification") -> Catalog:
    acts = [act(kind, day, "US", "RU", sources=list(sources), **more) for day, sources, more in told]
    return catalog(bilateral(duration={"article": "II", "period": "P10Y"}), *acts, sources=SOURCES)


@pytest.mark.parametrize(
    ("believed", "other", "rule"),
    [
        (("2000-03-01", ("register",), {}), ("2000-03-05", ("gazette",), {}), "belief-by-authority"),
        (
            ("2000-03-01", ("gazette",), {}),
            ("2000-03-05", ("bulletin",), {"confidence": "secondary"}),
            "belief-by-inspection",
        ),
        (("2000-03-01", ("gazette", "register"), {}), ("2000-03-05", ("register",), {}), "belief-by-corroboration"),
        (("2000-03-01", ("gazette",), {}), ("2000-03-05/2000-03-06", ("bulletin",), {}), "belief-by-precision"),
        (("2000-03-01", ("bulletin",), {}), ("2000-03-05", ("gazette",), {}), "belief-by-earlier-publication"),
    ],
)
def test_who_is_believed_and_by_what_rule(believed: Any, other: Any, rule: str) -> None:
    problem = one(torn(believed, other))
    assert problem.hint is not None
    assert problem.hint.startswith(f"{believed[0]} is believed ({rule});")
    assert rule in RULES


def test_every_rule_of_belief_has_its_place_in_the_order() -> None:
    assert list(BELIEF.values()) == [name for name in RULES if name.startswith("belief-by-")]


def test_what_the_answer_would_be_if_the_other_were_right() -> None:
    hint = one(torn(("2000-03-01", ("register",), {}), ("2000-03-05", ("gazette",), {}))).hint
    assert hint is not None
    assert "Pact is in-force from 2000-03-05 instead of 2000-03-01" in hint
    assert "Pact is expired from 2010-03-05 instead of 2010-03-01" in hint


def test_one_finding_for_an_act_of_two_parties_with_both_sources() -> None:
    problem = one(torn(("2000-03-01", ("register",), {}), ("2000-03-05", ("gazette",), {})))
    assert set(problem.sources) == {"register", "gazette"}
    assert (
        "pact:ratification:us and pact:ratification:ru" in problem.message or "pact:ratification:ru" in problem.message
    )


def test_two_outlets_of_one_account_are_one_witness() -> None:
    message = one(torn(("2000-03-01", ("paper", "echo"), {}), ("2000-03-05", ("wire",), {}))).message
    assert "(1 independent witness)" in message
    message = one(
        torn(("2000-03-01", ("paper", "echo"), {"id": "a"}), ("2000-03-05", ("gazette", "wire"), {"id": "b"}))
    ).message
    assert "gazette and wire (2 independent witnesses) say" in message
    assert "paper and echo (1 independent witness) say" in message


FORCE = act("ratification", "2000-01-01", "US", "RU")


@pytest.mark.parametrize(
    ("code", "records"),
    [
        ("after-end", [FORCE, act("termination", "2001-01-01"), act("suspension", "2002-01-01", "US")]),
        ("after-end", [FORCE, act("termination", "2001-01-01"), act("amendment", "2002-01-01")]),
        ("extension-of-ended", [FORCE, act("extension", "2010-01-01", until="2012-01-01")]),
        ("notice-by-non-party", [FORCE, act("withdrawal-notice", "2001-01-01", "CN")]),
        ("consent-before-adoption", [act("adoption", "2000-02-01"), FORCE]),
        ("act-before-adoption", [act("adoption", "2000-02-01"), act("entry-into-force", "2000-01-05")]),
        (
            "second-entry-into-force",
            [act("entry-into-force", "2000-01-01"), act("entry-into-force", "2002-01-01", occasion="again")],
        ),
        ("status-conflict", [FORCE, reported("2005-01-01", "expired")]),
    ],
)
def test_impossible_orders_are_found(code: str, records: list[dict[str, Any]]) -> None:
    made = catalog(bilateral(duration={"article": "II", "period": "P10Y"}), *records)
    assert code in {problem.code for problem in found(made)}


def test_what_may_have_been_in_order_is_no_finding() -> None:
    made = catalog(multilateral(), act("adoption", "2000"), act("signature", "2000-02", "US"))
    assert found(made) == []


def test_odd_dates_are_worth_a_second_look() -> None:
    made = catalog(
        bilateral(),
        act("signature", "2000-01-01", "US"),
        act("signature", "2000", "RU"),
        act("test", "2020-04-14", "US", weekday="Tuesday"),
        act("test", "2020-04-14", "US", weekday="Monday", id="wrong"),
        act("test", "2020-04-13/2020-04-14", "US", weekday="Monday"),
        act("test", "2020-04", "US", weekday="Monday"),
        sources=(source("yearbook", "reference", "1999-12-31"),),
    )
    problems = curation(made.at("2020-01-01").view, made.at("2020-01-01").as_of)
    assert [problem.code for problem in problems].count("suspicious-date") == 2
    (weekday,) = [problem for problem in problems if problem.code == "weekday-mismatch"]
    assert (weekday.severity, weekday.message) == ("warning", "wrong: 2020-04-14 is no Monday; it is a Tuesday")


def test_a_treaty_long_unverified_is_stale() -> None:
    made = catalog(bilateral(verified="2019-07-05"))
    view = made.at("2020-01-01").view
    assert curation(view, made.at("2020-01-01").as_of, Term("P180D")) == []
    (problem,) = curation(view, made.at("2020-01-02").as_of, Term("P180D"))
    assert (problem.code, problem.severity, problem.subject) == ("stale", "warning", "pact")


def test_the_record_has_no_error_and_its_disagreements_are_known(real: Catalog) -> None:
    problems = found(real)
    assert all(problem.severity != "error" for problem in problems)
    assert all(problem.file and problem.line and problem.column for problem in problems)
    after = [problem for problem in problems if problem.code == "after-end"]
    assert [problem.sources for problem in after] == [("press-tv-2020-04-14",)]


def test_a_treaty_with_too_many_vague_dates_to_tell_exactly_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = catalog(bilateral(), act("ratification", "2000", "US", "RU"), act("suspension", "2000", "US"))
    assert curation(made.at("2020-01-01").view, made.at("2020-01-01").as_of) == []
    monkeypatch.setattr(boxes, "_MOST", 0)
    again = catalog(bilateral(), act("ratification", "2000", "US", "RU"), act("suspension", "2000", "US"))
    (problem,) = curation(again.at("2020-01-01").view, again.at("2020-01-01").as_of)
    assert (problem.code, problem.severity, problem.subject) == ("too-vague", "warning", "pact")
