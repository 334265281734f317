"""The verdicts: each fact of a source before the bench of what was known then, and of what is known now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.events import EventBase
from treatywatch.models.statements import Position, ReportedStatus, ReportedTerm
from treatywatch.snapshot.factcheck.bench import Bench, accounts
from treatywatch.snapshot.factcheck.events import judge_event
from treatywatch.snapshot.factcheck.positions import judge_position
from treatywatch.snapshot.factcheck.statuses import judge_status
from treatywatch.snapshot.factcheck.terms import judge_term
from treatywatch.snapshot.factcheck.verdict import FactVerdict, Opinion, Scorecard
from treatywatch.snapshot.view import View, is_forecast, public_from
from treatywatch.snapshot.words import STATUS_WORDS, date_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from treatywatch.catalog.contents import Contents
    from treatywatch.models.facts import Fact
    from treatywatch.models.source import Source

__all__ = ["factcheck"]

_KINDS = {"events": "event", "positions": "position", "statuses": "status", "terms": "term"}


def factcheck(view: View, sources: Iterable[str] = ()) -> tuple[Scorecard, ...]:
    """Judge every fact of the sources named, or of all that have facts, in order of their ids.

    The view's knowledge day and choice of sources bound the evidence; what is judged they do not bound.
    """
    contents = view.contents
    told: dict[str, list[Fact]] = {}
    for kind in _KINDS:
        for fact in getattr(contents.document, kind):
            for source in fact.sources:
                told.setdefault(source, []).append(fact)
    names = sorted(set(sources)) or sorted(told)
    court = _Court(view)
    return tuple(
        Scorecard(
            contents.sources[name], tuple(court.judge(fact, contents.sources[name]) for fact in told.get(name, ()))
        )
        for name in names
    )


class _Court:
    """Benches, made once for each set of accounts that must keep silent and each state of knowledge."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._benches: dict[tuple[frozenset[str], date | None], Bench] = {}

    def bench(self, barred: frozenset[str], known_by: date | None) -> Bench:
        found = self._benches.get((barred, known_by))
        if found is None:
            view = self.view
            found = self._benches[barred, known_by] = Bench(view.contents, known_by, view.according_to, barred)
        return found

    def judge(self, fact: Fact, source: Source) -> FactVerdict:
        contents, known_by = self.view.contents, self.view.known_by
        barred = accounts(contents, fact, source.id)
        published = public_from(contents, fact, source.id)
        then = self.bench(barred, published if known_by is None else min(published, known_by))
        now = self.bench(barred, known_by)
        forecast = is_forecast(contents, fact, source.id)
        opinion, at_once = _opinion(then, fact, source, forecast=forecast), True
        if not forecast or opinion.verdict == "unverified":
            before, opinion = opinion, _opinion(now, fact, source, forecast=forecast)
            at_once = opinion.verdict == before.verdict
            if forecast and opinion.verdict == "contradicted":
                why = "A forecast: nothing then known speaks for or against it, and events took another course."
                opinion = opinion._replace(verdict="unverified", why=why)
        if opinion.verdict == "contradicted":
            opinion = self._upheld(opinion, fact, source, then.known_by if forecast else known_by, forecast=forecast)
        knowable = at_once and opinion.verdict != "unverified"
        kind, _ = contents.places[fact.id]
        return FactVerdict(
            fact=fact.id,
            kind=_KINDS[kind],
            treaty=getattr(fact, "treaty", None) or _issue_treaty(contents, fact),
            date=getattr(fact, "date", None),
            at=fact.at,
            verdict=opinion.verdict,
            reported=_reported(contents, fact),
            computed=opinion.computed,
            why=opinion.why,
            evidence=opinion.evidence,
            forecast=forecast,
            knowable=knowable,
            note=fact.note,
        )

    def _upheld(
        self, opinion: Opinion, fact: Fact, source: Source, known_by: date | None, *, forecast: bool
    ) -> Opinion:
        """Uphold a contradiction that the whole record shares; not one that comes of leaving out what only this source tells."""
        whole = Bench(self.view.contents, known_by, self.view.according_to, frozenset(), without=fact.id)
        if _opinion(whole, fact, source, forecast=forecast).verdict == "contradicted":
            return opinion
        why = (
            "What it rests on is told by this source and its like alone; without them the record does not reach so far."
        )
        return Opinion("unverified", None, why)


def _opinion(bench: Bench, fact: Fact, source: Source, *, forecast: bool) -> Opinion:
    match fact:
        case EventBase():
            return judge_event(bench, fact, source)  # type: ignore[arg-type]
        case ReportedStatus():
            return judge_status(bench, fact, source, forecast=forecast)
        case ReportedTerm():
            return judge_term(bench, fact, source)
        case Position():
            return judge_position(bench, fact, source)
    raise TypeError(f"{type(fact).__name__} is no kind of fact")


def _issue_treaty(contents: Contents, fact: Fact) -> str | None:
    return contents.issues[fact.issue].treaty if isinstance(fact, Position) else None


def _reported(contents: Contents, fact: Fact) -> str:
    """Return what the source says, with its date, in the curator's words."""
    day = getattr(fact, "date", None)
    when = f" [{date_words(day)}]" if day is not None else ""
    return f"{fact.summary or _in_words(contents, fact)}{when}"


def _in_words(contents: Contents, fact: Fact) -> str:
    name: str | None = getattr(fact, "treaty", None)
    subject = contents.treaties[name].short_title if name else "No treaty"
    if isinstance(fact, ReportedTerm):
        return f"{subject}: {fact.clause} is {fact.value}."
    if isinstance(fact, ReportedStatus):
        who = f"{contents.parties[fact.party].name} ({subject})" if fact.party else subject
        return f"{who}: {STATUS_WORDS[fact.status] if fact.status else fact.claim.replace('-', ' ')}."
    return f"{subject}: {str(getattr(fact, 'type', 'position')).replace('-', ' ')}."
