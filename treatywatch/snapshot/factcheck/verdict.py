"""The shapes of verdicts, and how a date that is said is held against one that is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatywatch.dates import Edtf
    from treatywatch.models.source import Source
    from treatywatch.snapshot.answers import Evidence

__all__ = ["VERDICTS", "FactVerdict", "Opinion", "Scorecard", "Verdict", "compare", "together"]

Verdict = Literal["confirmed", "consistent", "contradicted", "unverified"]
"""`confirmed` by an independent source of at least the same authority, or by the rules; `consistent`: does not conflict, within its
vagueness; `contradicted`: cannot be true given better evidence; `unverified`: nothing else speaks to it."""

VERDICTS: tuple[Verdict, ...] = Verdict.__args__  # type: ignore[attr-defined]

_AN_APPROXIMATE_DAY = timedelta(days=31)


class Opinion(NamedTuple):
    """What one state of knowledge says of a fact: the verdict, what the record says, why, and on what evidence."""

    verdict: Verdict
    computed: str | None
    why: str
    evidence: tuple[Evidence, ...] = ()


class FactVerdict(NamedTuple):
    """The verdict on one fact of a source.

    `reported` is what the source says, `computed` what the record says (None: nothing). `against` are the sources of the
    evidence. `forecast` tells that it was judged by what could be known when it was published, and `knowable` whether the same
    verdict could have been reached on that day. `note` is the curator's.
    """

    fact: str
    kind: str
    treaty: str | None
    date: Edtf | None
    at: str | None
    verdict: Verdict
    reported: str
    computed: str | None
    why: str
    evidence: tuple[Evidence, ...]
    forecast: bool
    knowable: bool
    note: str | None

    @property
    def against(self) -> tuple[str, ...]:
        """The ids of the sources it was held against, each once."""
        return tuple(dict.fromkeys(source for item in self.evidence for source, _ in item.sources))


class Scorecard(NamedTuple):
    """The verdicts on all facts of one source, in the order in which they stand in the data."""

    source: Source
    facts: tuple[FactVerdict, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many facts got each verdict."""
        return {verdict: sum(fact.verdict == verdict for fact in self.facts) for verdict in VERDICTS}


def compare(said: Edtf, known: Edtf) -> Verdict:
    """Hold a date that is said against one that is known.

    It is confirmed where it holds all that the known one allows, and contradicted where both exclude each other. EDTF gives no width
    to an approximate date: one that misses by less than its own range (by a month, for a single day) is taken not to conflict.
    """
    if said.earliest <= known.earliest and known.latest <= said.latest:
        return "confirmed"
    if said.overlaps(known):
        return "consistent"
    if said.mark in ("~", "%"):
        slack = max(said.latest - said.earliest, _AN_APPROXIMATE_DAY)
        missed = known.earliest - said.latest if known.earliest > said.latest else said.earliest - known.latest
        return "consistent" if missed <= slack else "contradicted"
    return "contradicted"


def together(opinions: Iterable[Opinion]) -> Opinion:
    """Join opinions on the same act of several parties: contradicted for one is contradicted, confirmed needs all."""
    given = list(opinions)
    found = {opinion.verdict for opinion in given}
    verdict: Verdict = "consistent"
    if "contradicted" in found:
        verdict = "contradicted"
    elif len(found) == 1:
        verdict = given[0].verdict
    telling = [opinion for opinion in given if opinion.verdict == verdict] or given
    evidence = tuple(sorted(dict.fromkeys(item for opinion in given for item in opinion.evidence), key=_when))
    why = " ".join(dict.fromkeys(opinion.why for opinion in (telling if verdict != "consistent" else given)))
    computed = "; ".join(dict.fromkeys(opinion.computed for opinion in given if opinion.computed))
    return Opinion(verdict, computed or None, why, evidence)


def _when(item: Evidence) -> tuple[date, date, str]:
    return item.date.earliest, item.date.latest, item.occurrence
