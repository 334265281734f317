"""Facts -> occurrences: what is told of one happening is one, and the believed date is what the better sources allow."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.build import act
from tests.build import source as made_source
from tests.dates.strategies import edtf
from treatywatch.catalog.merge import merge, order_of_belief, rank, witnesses
from treatywatch.models import Event, Source
from treatywatch.models.occurrence import Occurrence

SOURCES = {
    source.id: source
    for source in (
        Source.model_validate(made_source(name, kind, "2020-01-01" if kind == "news" else None, **more))
        for name, kind, more in (
            ("text", "treaty-text", {}),
            ("register", "register", {}),
            ("ministry", "government", {}),
            ("handbook", "reference", {}),
            ("gazette", "news", {}),
            ("herald", "news", {}),
            ("wire-a", "news", {"origin": "Agency"}),
            ("wire-b", "news", {"origin": "Agency"}),
        )
    )
}
READ: TypeAdapter[Any] = TypeAdapter(Event)


def told(*facts: dict[str, Any]) -> list[Occurrence]:
    return merge([READ.validate_python(fact) for fact in facts], SOURCES)


def signed(date: str, *sources: str, **more: Any) -> dict[str, Any]:
    return act("signature", date, "US", sources=list(sources), **more)


def test_a_vague_and_an_exact_source_agree_on_the_exact_day() -> None:
    (one,) = told(signed("2019-08", "register"), signed("2019-08-02", "gazette"), signed("2019", "handbook"))
    assert str(one.date) == "2019-08-02"
    assert one.conflicts == ()
    assert one.sources == ("register", "handbook", "gazette"), "the most believed first"


@pytest.mark.parametrize(
    ("better", "worse"),
    [("text", "register"), ("register", "ministry"), ("ministry", "handbook"), ("handbook", "gazette")],
)
def test_of_days_that_cannot_both_be_true_the_authority_decides(better: str, worse: str) -> None:
    (one,) = told(signed("2019-08-03", worse), signed("2019-08-02", better))
    assert str(one.date) == "2019-08-02"
    assert [str(fact.date) for fact in one.conflicts] == ["2019-08-03"]


def test_what_was_not_seen_comes_last_and_is_doubted() -> None:
    (one,) = told(signed("2019-08-02", "text", confidence="unverified"), signed("2019-08-03", "gazette"))
    assert str(one.date) == "2019-08-03"
    (alone,) = told(signed("2019-08-02", "text", confidence="unverified"))
    assert str(alone.date) == "2019-08-02?"
    (marked,) = told(signed("2019-08-02~", "text", confidence="unverified"))
    assert str(marked.date) == "2019-08-02~"


def test_a_passage_seen_comes_before_one_seen_second_hand() -> None:
    (one,) = told(signed("2019-08-02", "gazette", confidence="secondary"), signed("2019-08-03", "herald"))
    assert str(one.date) == "2019-08-03"


def test_two_independent_witnesses_outweigh_one() -> None:
    (one,) = told(signed("2019-08-01", "wire-a"), signed("2019-08-02", "gazette"), signed("2019-08-02", "herald"))
    assert str(one.date) == "2019-08-02"


def test_outlets_that_pass_on_one_account_are_one_witness() -> None:
    facts = [READ.validate_python(signed("2019-08-01", name)) for name in ("wire-a", "wire-b")]
    assert witnesses(facts, SOURCES) == {"Agency"}
    via = [READ.validate_python(signed("2019-08-01", name, via="Interfax")) for name in ("gazette", "herald")]
    assert witnesses(via, SOURCES) == {"Interfax"}
    assert witnesses([READ.validate_python(signed("2019-08-01", "unknown"))], SOURCES) == {"unknown"}


def test_of_equals_the_more_exact_then_the_earlier_then_the_id_decides() -> None:
    vague, exact = (READ.validate_python(signed(day, "gazette", id=f"x{day}")) for day in ("2019-08", "2019-08-01"))
    assert order_of_belief([vague, exact], SOURCES) == [exact, vague]
    one, two = (READ.validate_python(signed("2019-08-01", "gazette", id=name)) for name in ("b", "a"))
    assert order_of_belief([one, two], SOURCES) == [two, one]
    unknown = READ.validate_python(signed("2019-08-01", "unknown"))
    assert rank(unknown, [unknown], SOURCES).authority > rank(one, [one], SOURCES).authority


def test_an_act_of_several_is_an_occurrence_for_each() -> None:
    facts = [act("signature", "2010-04-08", "US", "RU"), act("signature", "2010-04-08", "US", sources=["gazette"])]
    assert [(one.id, one.party, one.sources) for one in told(*facts)] == [
        ("pact:signature:ru", "RU", ("register",)),
        ("pact:signature:us", "US", ("register", "gazette")),
    ]


def test_what_happens_to_the_treaty_happens_once_whoever_is_named() -> None:
    (one,) = told(act("extension", "2021-02-03", "US", "RU"), act("extension", "2021-02-03", sources=["gazette"]))
    assert (one.id, one.party) == ("pact:extension", None)


def test_an_occasion_tells_two_notices_apart_and_joins_two_dates() -> None:
    first = act("withdrawal-notice", "1993-03-12", "US", occasion="first")
    again = act("withdrawal-notice", "1993-03-13", "US", occasion="first", sources=["gazette"])
    second = act("withdrawal-notice", "2003-01-10", "US", occasion="second")
    assert [(one.id, str(one.date), len(one.conflicts)) for one in told(first, again, second)] == [
        ("pact:withdrawal-notice:us:first", "1993-03-12", 1),
        ("pact:withdrawal-notice:us:second", "2003-01-10", 0),
    ]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("suspension", {"duties": ["data-exchange"]}, {"duties": ["inspections"]}),
        ("suspension", {"extent": "part"}, {"extent": "whole"}),
        ("suspension", {"towards": ["RU"]}, {}),
        ("resumption", {"duties": ["data-exchange"]}, {}),
        ("objection", {"to": "withdrawal", "of": ["RU"]}, {"to": "suspension", "of": ["RU"]}),
        ("objection", {"to": "withdrawal", "of": ["RU"]}, {"to": "withdrawal", "of": ["UA"]}),
        ("non-compliance-finding", {"of": ["RU"]}, {"of": ["UA"]}),
        ("domestic-approval", {"towards": "withdrawal"}, {"towards": "suspension"}),
    ],
)
def test_what_an_act_is_about_tells_it_from_another_of_the_day(
    kind: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    facts = [act(kind, "2020-01-01", "US", **more) for more in (one, other)]
    assert len(told(*facts)) == 2
    assert len(told(facts[0], {**facts[0], "id": "again", "sources": ["gazette"]})) == 1


def test_tests_of_different_days_are_different_tests() -> None:
    shots = [act("test", day, "US") for day in ("2019-08-18", "2019-08-18", "2019-12-12")]
    assert [(one.id, str(one.date), len(one.facts)) for one in told(*shots)] == [
        ("pact:test", "2019-08-18", 2),
        ("pact:test:2", "2019-12-12", 1),
    ]


def test_a_vague_day_joins_the_only_one_that_it_allows() -> None:
    shots = [act("test", day, "US") for day in ("2019-08-18", "2019-12-12", "2019-08")]
    assert [(str(one.date), len(one.facts)) for one in told(*shots)] == [("2019-08-18", 2), ("2019-12-12", 1)]


def test_a_vague_day_that_allows_two_stands_alone_with_its_like() -> None:
    shots = [act("test", day, "US") for day in ("2019-08-18", "2019-12-12", "2019", "2019", "2018")]
    assert sorted((str(one.date), len(one.facts)) for one in told(*shots)) == [
        ("2018", 1),
        ("2019", 2),
        ("2019-08-18", 1),
        ("2019-12-12", 1),
    ]


def test_a_call_is_told_by_its_occasion_or_by_day_form_and_parties() -> None:
    def call(day: str, *parties: str, **more: Any) -> dict[str, Any]:
        return act("consultation", day, *parties, form="call", **{"treaty": None, **more})

    assert len(told(call("2020-04-17", "RU", "US"), call("2020-04-17", "RU", "US", sources=["gazette"]))) == 1
    assert len(told(call("2020-04-17", "RU", "US"), call("2020-04-18", "RU", "US"))) == 2
    assert len(told(call("2020-04-17", "RU", "US"), call("2020-04-17", "RU", "CN"))) == 2
    (one,) = told(
        call("2020-04-17", "RU", "US", occasion="call"), call("2020-04-17", "US", "RU", treaty="pact", occasion="call")
    )
    assert one.id == "consultation:call"


_facts = st.lists(
    st.builds(
        lambda day, kind, party, source, sure: act(kind, str(day), party, sources=[source], confidence=sure),
        edtf,
        st.sampled_from(["signature", "test", "extension", "withdrawal-notice"]),
        st.sampled_from(["US", "RU"]),
        st.sampled_from(sorted(SOURCES)),
        st.sampled_from(["verified", "secondary", "unverified", "disputed"]),
    ),
    max_size=7,
)


@given(_facts, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_given_does_not_matter(facts: list[dict[str, Any]], shuffle: Any) -> None:
    mixed = list(facts)
    shuffle.shuffle(mixed)
    assert told(*mixed) == told(*facts)


@given(_facts)
def test_the_believed_date_is_one_that_the_most_believed_fact_allows(facts: list[dict[str, Any]]) -> None:
    made = told(*facts)
    assert len({one.id for one in made}) == len(made)
    for one in made:
        first = one.facts[0].date
        assert first.earliest <= one.date.earliest <= one.date.latest <= first.latest
        assert one.facts[0] not in one.conflicts
        for fact in one.facts:
            assert (fact in one.conflicts) or fact.date.overlaps(one.date)
    assert {fact.id for one in made for fact in one.facts} == {fact["id"] for fact in facts}
