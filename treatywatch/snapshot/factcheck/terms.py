"""What a source says of a treaty's terms, held against the treaty's own text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from treatywatch.dates import Edtf, Term
from treatywatch.snapshot.answers import Evidence
from treatywatch.snapshot.factcheck.verdict import Opinion

if TYPE_CHECKING:
    from treatywatch.models.source import Source
    from treatywatch.models.statements import ReportedTerm
    from treatywatch.models.treaty import Treaty
    from treatywatch.snapshot.factcheck.bench import Bench

__all__ = ["judge_term"]

LIMITED = "limited"
"""The value of a term by which a source says that there is a limit, and not how high it is."""


def judge_term(bench: Bench, fact: ReportedTerm, source: Source) -> Opinion:
    """Hold a reported term against the curated text; the text cannot speak for itself."""
    treaty = bench.contents.treaties[fact.treaty]
    if treaty.terms.source == source.id:
        return Opinion("unverified", None, "The source is the text itself, and nothing else gives the clause.")
    clause, known = _clause(treaty, fact.clause)
    if known is None:
        return Opinion("unverified", None, f"The terms on record have no clause {fact.clause}.")
    article = f"{treaty.short_title} {clause}" if clause else treaty.short_title
    text = bench.contents.sources[treaty.terms.source]
    said = f"{fact.clause}: {known}"
    signed = bench.history(treaty.id).began("signed")
    day = text.published or signed or Edtf.of(treaty.verified)
    shown = (Evidence(f"{treaty.id}:terms:{fact.clause}", day, f"{article}: {known}", ((text.id, clause),)),)
    if fact.value == LIMITED or _same(fact.value, known):
        return Opinion("confirmed", said, f"So says {article}.", shown)
    return Opinion("contradicted", said, f"{article} says {known}.", shown)


def _clause(treaty: Treaty, path: str) -> tuple[str | None, str | None]:
    """Return the article and the value at a path of the terms; a limit is found by its name."""
    found: Any = treaty.terms
    article = None
    for step in path.split("."):
        if isinstance(found, tuple):
            found = next((item for item in found if _slug(getattr(item, "name", "")) == step), None)
        else:
            found = getattr(found, step.replace("-", "_"), None)
        article = getattr(found, "article", article)
    if found is None:
        return article, None
    if isinstance(found, BaseModel):
        value = getattr(found, "value", None)
        unit = getattr(found, "unit", None)
        given = [str(part) for part in (value, unit) if part is not None]
        return article, " ".join(given) or str(getattr(found, "name", article))
    return article, str(found)


def _same(said: str, known: str) -> bool:
    """Tell whether two values are the same: as periods (P12M is P1Y), or word for word; a number may stand without its unit."""
    try:
        one, other = Term(said), Term(known)
    except ValueError:
        return _slug(said) == _slug(known) or _slug(said) == _slug(known.split(" ")[0])
    return (one.years * 12 + one.months, one.days) == (other.years * 12 + other.months, other.days)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
