"""Articles against the record: the five that this began with, and the laws of verdicts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, reported, source
from treatywatch.dates import Edtf
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.factcheck import VERDICTS, FactVerdict, Scorecard, factcheck
from treatywatch.snapshot.factcheck.bench import accounts
from treatywatch.snapshot.findings import findings

FIVE = (
    "tass-2017-12-26",
    "press-tv-2020-04-14",
    "russland-news-2020-04-17",
    "xinhua-2020-05-06",
    "china-daily-2020-07-25",
)
THREE = ("new-start", "inf", "open-skies")

quick = settings(deadline=None, max_examples=60)


@pytest.fixture(scope="module")
def cards(real: Catalog) -> dict[str, Scorecard]:
    return {card.source.id: card for card in factcheck(real.at("2026-06-01").view, FIVE)}


def verdict(cards: dict[str, Scorecard], source_id: str, fact: str) -> FactVerdict:
    return next(found for found in cards[source_id].facts if found.fact == f"{source_id}#{fact}")


def test_press_tv_is_contradicted_on_the_russian_exit(cards: dict[str, Scorecard]) -> None:
    found = verdict(cards, "press-tv-2020-04-14", "russian-withdrawal")
    assert found.verdict == "contradicted"
    assert found.knowable
    shown = {item.occurrence: str(item.date) for item in found.evidence}
    assert shown["inf:suspension:ru"] == "2019-02-02"
    assert shown["inf:withdrawal-notice:us"] == "2019-02-02"
    assert shown["consultation:putin-letter-2019-09-19"] == "2019-09-19"
    assert "terminated since 2019-08-02" in found.why
    assert "withdrawal-recorded" in found.why


@pytest.mark.parametrize(
    ("source_id", "fact", "expected"),
    [
        ("press-tv-2020-04-14", "us-withdrawal", "confirmed"),
        ("press-tv-2020-04-14", "us-test", "confirmed"),
        ("press-tv-2020-04-14", "banned-ranges", "confirmed"),
        ("press-tv-2020-04-14", "in-force-until-then", "confirmed"),
        ("xinhua-2020-05-06", "expiry", "confirmed"),
        ("xinhua-2020-05-06", "signature", "confirmed"),
        ("xinhua-2020-05-06", "in-force", "confirmed"),
        ("xinhua-2020-05-06", "sole-in-force", "confirmed"),
        ("xinhua-2020-05-06", "extension-longest", "confirmed"),
        ("xinhua-2020-05-06", "limits-warheads", "confirmed"),
        ("china-daily-2020-07-25", "expiry", "confirmed"),
        ("china-daily-2020-07-25", "sole-in-force", "confirmed"),
        ("russland-news-2020-04-17", "expiry", "confirmed"),
        ("russland-news-2020-04-17", "call", "confirmed"),
        ("tass-2017-12-26", "deputies-contacts", "consistent"),
    ],
)
def test_what_the_five_articles_got_right(
    cards: dict[str, Scorecard], source_id: str, fact: str, expected: str
) -> None:
    assert verdict(cards, source_id, fact).verdict == expected


def test_a_forecast_is_judged_by_what_was_projected_on_the_day(cards: dict[str, Scorecard]) -> None:
    found = verdict(cards, "xinhua-2020-05-06", "expiry")
    assert found.forecast
    assert found.knowable
    assert found.computed == "New START is expired from 2021-02-05"
    assert all("2021" not in str(item.date) for item in found.evidence)


def test_exactly_one_fact_on_the_three_treaties_is_contradicted(cards: dict[str, Scorecard]) -> None:
    wrong = [
        fact.fact
        for card in cards.values()
        for fact in card.facts
        if fact.verdict == "contradicted" and fact.treaty in THREE
    ]
    assert wrong == ["press-tv-2020-04-14#russian-withdrawal"]


def test_for_the_first_time_in_half_a_century_is_judged_literally(cards: dict[str, Scorecard]) -> None:
    found = verdict(cards, "china-daily-2020-07-25", "none-in-force")
    assert found.treaty is None
    assert found.verdict == "contradicted"
    assert "None was in force on 2021-02-28" in found.why
    assert "from 1977-10-03 until 1988-06-01" in found.why
    assert found.note


def test_tass_is_nowhere_contradicted(cards: dict[str, Scorecard]) -> None:
    assert cards["tass-2017-12-26"].counts["contradicted"] == 0


def test_evidence_is_real_and_independent(real: Catalog, cards: dict[str, Scorecard]) -> None:
    facts = {
        fact.id: fact for kind in ("events", "positions", "statuses", "terms") for fact in getattr(real.document, kind)
    }
    for card in cards.values():
        for found in card.facts:
            barred = accounts(real.contents, facts[found.fact], card.source.id)
            assert card.source.id not in found.against
            assert (found.verdict in ("confirmed", "contradicted", "consistent")) <= bool(found.against)
            for name in found.against:
                known = real.contents.sources[name]
                assert known.kind == "treaty-text" or barred.isdisjoint({known.publisher, known.origin})


# --- small catalogs ------------------------------------------------------------------------------------------------

NEWS = (
    source("paper", "news", "2001-06-01", publisher="Paper"),
    source("other", "news", "2001-06-02", publisher="Other"),
    source("third", "news", "2001-06-03", publisher="Third"),
    source("ministry", "government", "2001-06-01", publisher="Ministry"),
    source("echo", "news", "2001-06-04", publisher="Echo", origin="Paper"),
)


def made(*records: dict[str, Any], **more: Any) -> Catalog:
    return catalog(bilateral(duration={"article": "II", "period": "P10Y"}), *records, sources=NEWS, **more)


def judged(asked: Catalog, name: str = "paper") -> list[FactVerdict]:
    return list(factcheck(asked.at("2020-01-01").view, [name])[0].facts)


def only(asked: Catalog, name: str = "paper") -> FactVerdict:
    (found,) = judged(asked, name)
    return found


def test_another_outlet_with_the_same_account_confirms_nothing() -> None:
    paper = act("signature", "2000-05-01", "US", "RU", sources=["paper"])
    assert only(made(paper, act("signature", "2000-05-01", "US", "RU", sources=["echo"]))).verdict == "unverified"
    assert (
        only(made(paper, act("signature", "2000-05-01", "US", "RU", sources=["other"], via="Paper"))).verdict
        == "unverified"
    )
    assert only(made(paper, act("signature", "2000-05-01", "US", "RU", sources=["other"]))).verdict == "confirmed"


def test_a_register_confirms_neither_itself_nor_an_account_that_it_passes_on() -> None:
    own = made(act("signature", "2000-05-01", "US", "RU"))
    assert only(own, "register").verdict == "unverified"
    paper = act("signature", "2000-05-01", "US", "RU", sources=["paper"])
    passed_on = made(paper, act("signature", "2000-05-01", "US", "RU", via="Paper"))
    assert only(passed_on, "paper").verdict == "unverified"
    assert only(made(paper, act("signature", "2000-05-01", "US", "RU")), "paper").verdict == "confirmed"


def test_a_source_of_less_authority_does_not_confirm() -> None:
    ministry = act("signature", "2000-05-01", "US", "RU", sources=["ministry"])
    asked = made(ministry, act("signature", "2000-05-01", "US", "RU", sources=["other"]))
    assert only(asked, "ministry").verdict == "consistent"
    assert only(asked, "other").verdict == "confirmed"


def test_a_vaguer_source_is_consistent_and_a_more_exact_one_confirms() -> None:
    asked = made(
        act("signature", "2000-05", "US", "RU", sources=["paper"]),
        act("signature", "2000-05-01", "US", "RU", sources=["other"]),
    )
    assert only(asked, "paper").verdict == "confirmed"
    assert only(asked, "other").verdict == "consistent"


def test_what_was_published_later_confirms_but_was_not_knowable() -> None:
    asked = made(
        act("signature", "2000-05-01", "US", "RU", sources=["paper"]),
        act("signature", "2000-05-01", "US", "RU", sources=["other"]),
    )
    assert not only(asked, "paper").knowable
    assert only(asked, "other").knowable


def test_what_only_the_source_itself_tells_does_not_turn_against_it() -> None:
    asked = made(
        act("ratification", "2000-05-01", "US", "RU", sources=["paper"]),
        act("withdrawal-notice", "2001-05-01", "US", sources=["paper"]),
        act("signature", "2000-01-01", "US", "RU"),
    )
    assert {found.verdict for found in judged(asked)} == {"unverified"}


def test_an_end_dated_to_the_last_day_in_force_is_consistent() -> None:
    asked = made(act("ratification", "2000-05-01", "US", "RU"), reported("2010-04-30", "expired", sources=["paper"]))
    assert only(asked).verdict == "consistent"
    wrong = made(act("ratification", "2000-05-01", "US", "RU"), reported("2010-04-29", "expired", sources=["paper"]))
    assert only(wrong).verdict == "contradicted"


def test_a_term_is_held_against_the_text() -> None:
    def term(clause: str, value: str) -> str:
        told = {"id": "said", "treaty": "pact", "clause": clause, "value": value, "sources": ["paper"]}
        return only(made(terms=[told])).verdict

    assert term("duration.period", "P10Y") == "confirmed"
    assert term("duration.period", "P120M") == "confirmed"
    assert term("duration.period", "P5Y") == "contradicted"
    assert term("extension.longest", "P5Y") == "unverified"


def test_the_only_treaty_left_is_not_the_only_one_where_another_stood() -> None:
    scope = {"parties": ["US", "RU"], "subjects": ["strategic-arms"], "kind": "bilateral"}
    claim = {
        "id": "sole",
        "treaty": "pact",
        "claim": "sole-in-force",
        "date": "2001-06-01",
        "scope": scope,
        "sources": ["paper"],
    }
    begun = [
        act("ratification", "2000-05-01", "US", "RU"),
        act("ratification", "2000-05-01", "US", "RU", treaty="accord"),
    ]
    one = catalog(bilateral(), begun[0], sources=NEWS, statuses=[claim])
    two = catalog(bilateral(), bilateral("accord"), *begun, sources=NEWS, statuses=[claim])
    assert only(one).verdict == "confirmed"
    assert only(two).verdict == "contradicted"
    assert "Accord" in only(two).why


def position(day: str, stance: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"said-{name}-{day}-{stance}",
        "party": "US",
        "issue": "pact-extension",
        "stance": stance,
        "date": day,
        "voice": "stated",
        "summary": "S.",
        "sources": [name],
        **more,
    }


def positions(*told: dict[str, Any]) -> Catalog:
    issue = {"id": "pact-extension", "title": "T", "proposition": "P.", "treaty": "pact", "parties": ["US"]}
    return made(issues=[issue], positions=list(told))


def test_positions_are_held_against_the_partys_own_words() -> None:
    said = position("2001-05-01", "supports", "paper")
    assert only(positions(said)).verdict == "unverified"
    assert only(positions(said, position("2001-05-01", "supports", "ministry"))).verdict == "confirmed"
    assert only(positions(said, position("2001-04-01", "supports", "ministry"))).verdict == "consistent"
    assert only(positions(said, position("2001-05-01", "opposes", "ministry"))).verdict == "contradicted"
    assert only(positions(said, position("2001-04-01", "opposes", "ministry"))).verdict == "unverified"


# --- laws ------------------------------------------------------------------------------------------------------------

KINDS = ("signature", "ratification", "entry-into-force", "withdrawal-notice", "suspension")
BETTER = {"contradicted": 0, "unverified": 1, "consistent": 2, "confirmed": 3}


@st.composite
def days(draw: st.DrawFn) -> str:
    first = draw(st.integers(1, 20))
    last = draw(st.integers(first, min(first + 6, 28)))
    return str(Edtf(f"2001-03-{first:02}/2001-03-{last:02}")) if last > first else f"2001-03-{first:02}"


@st.composite
def facts(draw: st.DrawFn, names: tuple[str, ...], most: int = 5) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(KINDS))
        who = ("US", "RU") if kind == "entry-into-force" else draw(st.sampled_from([("US",), ("RU",), ("US", "RU")]))
        parties = () if kind == "entry-into-force" else who
        found.append(act(kind, draw(days()), *parties, sources=[draw(st.sampled_from(names))]))
    return found


@quick
@given(facts(("paper",)))
def test_with_one_source_alone_nothing_is_confirmed(told: list[dict[str, Any]]) -> None:
    assert all(found.verdict != "confirmed" for found in judged(made(*told)))


@quick
@given(facts(("paper", "echo")))
def test_with_one_account_in_two_outlets_nothing_is_confirmed(told: list[dict[str, Any]]) -> None:
    view = made(*told).at("2020-01-01").view
    assert all(fact.verdict != "confirmed" for card in factcheck(view) for fact in card.facts)


@quick
@given(facts(("other", "ministry", "register"), 4), st.sampled_from(KINDS), days())
def test_one_more_independent_source_that_agrees_never_worsens_a_verdict(
    others: list[dict[str, Any]], kind: str, day: str
) -> None:
    parties = () if kind == "entry-into-force" else ("US",)
    mine = act(kind, day, *parties, sources=["paper"])
    agreeing = act(kind, day, *parties, sources=["third"])
    before, after = only(made(mine, *others)), only(made(mine, *others, agreeing))
    assert BETTER[after.verdict] >= BETTER[before.verdict], (before, after)


@quick
@given(
    st.sampled_from(("signature", "ratification", "withdrawal-notice")),
    days(),
    st.sampled_from(("other", "ministry", "register")),
    st.sampled_from(("paper", "ministry", "register")),
)
def test_a_date_moved_out_of_what_the_others_allow_is_contradicted_or_a_finding(
    kind: str, day: str, told: str, by: str
) -> None:
    if told == by:
        told = "other"
    right = act(kind, day, "US", sources=[told])
    wrong = act(kind, str(Edtf.of(Edtf(day).latest.replace(month=5))), "US", sources=[by])
    asked = made(right, wrong)
    found = [fact for fact in judged(asked, by) if fact.fact == wrong["id"]]
    codes = {problem.code for problem in findings(asked.at("2020-01-01").view)}
    assert found[0].verdict == "contradicted" or "date-conflict" in codes


@quick
@given(facts(("paper", "other", "ministry", "register")), st.randoms(use_true_random=False))
def test_verdicts_do_not_depend_on_the_order_of_facts(told: list[dict[str, Any]], shuffler: Any) -> None:
    mixed = list(told)
    shuffler.shuffle(mixed)

    def all_of(records: list[dict[str, Any]]) -> set[tuple[str, str, str, str]]:
        cards = factcheck(made(*records).at("2020-01-01").view)
        return {(card.source.id, fact.fact, fact.verdict, fact.why) for card in cards for fact in card.facts}

    assert all_of(told) == all_of(mixed)


def test_every_fact_of_the_catalog_gets_one_verdict(real: Catalog) -> None:
    found = factcheck(real.at("2026-06-01").view)
    told = sum(
        len(fact.sources)
        for kind in ("events", "positions", "statuses", "terms")
        for fact in getattr(real.document, kind)
    )
    assert sum(sum(card.counts.values()) for card in found) == told
    assert {fact.verdict for card in found for fact in card.facts} == set(VERDICTS)
