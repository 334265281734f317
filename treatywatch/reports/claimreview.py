"""Verdicts as ClaimReview, the form in which fact-checkers publish (schema.org, JSON-LD).

`url`, the address of the page on which a review is published, is left to whoever publishes it: none is invented here. The same holds
for the address of an article that has none on record.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from treatywatch.models.source import Source
from treatywatch.snapshot.factcheck import FactVerdict, Scorecard, Verdict

__all__ = ["claim_reviews"]

_RATINGS: dict[Verdict, int] = {"contradicted": 1, "unverified": 2, "consistent": 3, "confirmed": 4}
"""From the worst to the best. `unverified` says nothing against a claim, and nothing for it."""


def claim_reviews(cards: Iterable[Scorecard], sources: Mapping[str, Source], reviewed: date) -> str:
    """Return one ClaimReview for each fact, dated to the day of the review, as a JSON array."""
    made = [_review(card.source, fact, sources, reviewed) for card in cards for fact in card.facts]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _review(source: Source, fact: FactVerdict, sources: Mapping[str, Source], reviewed: date) -> dict[str, Any]:
    body = " ".join(part for part in (fact.why, f"Note: {fact.note}" if fact.note else "") if part)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": fact.fact,
        "datePublished": reviewed.isoformat(),
        "author": {"@type": "Organization", "name": "treatywatch"},
        "claimReviewed": fact.reported,
        "itemReviewed": _claim(source, fact),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[fact.verdict],
            "bestRating": max(_RATINGS.values()),
            "worstRating": min(_RATINGS.values()),
            "alternateName": fact.verdict.capitalize(),
            "ratingExplanation": fact.why,
        },
        "reviewBody": body,
        **_citations([sources[name] for name in fact.against if name in sources]),
    }


def _claim(source: Source, fact: FactVerdict) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Claim",
        "author": {"@type": "Organization", "name": source.publisher},
        "appearance": _work(source, fact.at),
    }
    return {**made, **_published(source)}


def _work(source: Source, at: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "NewsArticle" if source.kind == "news" else "CreativeWork",
        "headline": source.title,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher},
        **_published(source),
    }
    if source.url:
        made["url"] = source.url
    if at:
        made["description"] = f"Passage: {at}"
    return made


def _published(source: Source) -> dict[str, str]:
    """Return the day of publication where it is one day: schema.org knows no vague dates."""
    day = source.published
    return {"datePublished": day.earliest.isoformat()} if day is not None and day.earliest == day.latest else {}


def _citations(found: Sequence[Source]) -> dict[str, Any]:
    return {"citation": [_work(source) for source in found]} if found else {}
