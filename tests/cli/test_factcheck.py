"""`factcheck` as a user meets it: exit status, JSON, ClaimReview, tables."""

import json

import pytest

from tests.cli.ask import ask

REQUIRED = {"@context", "@type", "datePublished", "author", "claimReviewed", "itemReviewed", "reviewRating"}


def test_exit_status_tells_whether_something_is_contradicted() -> None:
    assert ask("factcheck", "press-tv-2020-04-14").status == 1
    assert ask("factcheck", "xinhua-2020-05-06").status == 0
    unknown = ask("factcheck", "press-tv")
    assert unknown.status == 2
    assert "press-tv-2020-04-14" in unknown.err


def test_the_document_is_that_of_the_contract() -> None:
    document = ask("factcheck", "press-tv-2020-04-14", "--format", "json").document
    assert document["schema_version"] == 1
    (source,) = document["sources"]
    assert source["source"] == "press-tv-2020-04-14"
    assert sum(source["counts"].values()) == len(source["facts"]) == sum(document["counts"].values())
    for fact in source["facts"]:
        assert {"fact", "at", "verdict", "reported", "computed", "against", "why", "knowable", "evidence"} <= set(fact)
        assert "press-tv-2020-04-14" not in fact["against"]


def test_claim_reviews_have_what_the_schema_asks_for_and_nothing_invented() -> None:
    reviews = json.loads(
        ask(
            "factcheck", "press-tv-2020-04-14", "xinhua-2020-05-06", "--format", "claimreview", "--as-of", "2026-06-01"
        ).out
    )
    assert len(reviews) == 32
    for review in reviews:
        assert set(review) >= REQUIRED
        assert (review["@context"], review["@type"], review["datePublished"]) == (
            "https://schema.org",
            "ClaimReview",
            "2026-06-01",
        )
        assert "url" not in review
        claim, rating = review["itemReviewed"], review["reviewRating"]
        assert claim["@type"] == "Claim"
        assert claim["author"]["name"]
        assert claim["datePublished"] in ("2020-04-14", "2020-05-06")
        assert claim["appearance"]["headline"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"] in ("Confirmed", "Consistent", "Contradicted", "Unverified")
    addresses = {review["itemReviewed"]["appearance"].get("url") for review in reviews}
    assert addresses == {"https://www.presstv.ir/Detail/2020/04/14/623013/Russia-US-arms-control", None}


def test_only_verdicts_are_written_as_claim_reviews() -> None:
    reply = ask("status", "--format", "claimreview")
    assert reply.status == 2
    assert "factcheck" in reply.err


@pytest.mark.parametrize("form", ["markdown", "rich", "csv"])
def test_tables_show_the_contradiction_with_its_evidence(form: str) -> None:
    out = ask("factcheck", "press-tv-2020-04-14", "--format", form).out
    assert "contradicted" in out
    assert "rferl-2019-09-26-moratorium" in out


def test_knowledge_of_the_day_bounds_the_evidence() -> None:
    document = ask("factcheck", "xinhua-2020-05-06", "--known-by", "2015-01-01", "--format", "json").document
    verdicts = {fact["fact"].split("#")[1]: fact for fact in document["sources"][0]["facts"]}
    assert verdicts["signature"]["verdict"] == "confirmed"
    assert verdicts["call"]["verdict"] == "unverified"


def test_every_source_is_judged_where_none_is_named() -> None:
    reply = ask("factcheck", "--according-to", "state-new-start", "--format", "json")
    names = [source["source"] for source in reply.document["sources"]]
    assert names == sorted(names)
    assert "press-tv-2020-04-14" in names
