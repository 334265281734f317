"""Events: did it happen, and on such a day? Other sources, and the days that the rules reckon, answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.catalog.merge import merge, witnesses
from treatywatch.models.events import Consultation, Event, EventBase
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import AUTHORITY
from treatywatch.rules.history import History, replay_history
from treatywatch.rules.registry import BY_TRIGGER
from treatywatch.snapshot.factcheck.bench import Bench, leaves
from treatywatch.snapshot.factcheck.verdict import Opinion, compare, together
from treatywatch.snapshot.view import topics
from treatywatch.snapshot.words import conclusion, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.dates import Edtf
    from treatywatch.models.source import Source
    from treatywatch.snapshot.answers import Evidence

__all__ = ["OUTCOMES", "judge_event"]

OUTCOMES = {
    "entry-into-force": ("in-force", "party"),
    "expiry": ("expired", "former"),
    "withdrawal": ("terminated", "withdrawn"),
    "termination": ("terminated", "former"),
    "supersession": ("superseded", "former"),
}
"""Events that follow from others: the status of the treaty, and of a party, that begins with each."""


def judge_event(bench: Bench, fact: Event, source: Source) -> Opinion:
    """Hold an event against what independent sources and the rules say of it."""
    mine = fact.model_copy(update={"sources": (source.id,)})
    found = merge([mine, *bench.others(fact)], bench.contents.sources)
    acts = [act for act in found if any(told is mine for told in act.facts)]
    return together(_of_one(bench, mine, act, AUTHORITY[source.kind]) for act in acts)


def _of_one(bench: Bench, mine: EventBase, act: Occurrence, authority: int) -> Opinion:
    """Judge what the fact says of one party, or of the treaty."""
    told = [fact for fact in act.facts if fact is not mine and isinstance(fact, EventBase)]
    strong = [fact for fact in told if bench.authority(fact) <= authority]
    if act.treaty is not None and act.type in OUTCOMES:
        reckoned = _reckoned(bench, mine, act, told)
        if reckoned is not None:
            return reckoned
    if strong:
        return _against_others(bench, mine, bench.occurrence(act, strong))
    if told:
        weaker = bench.occurrence(act, told)
        agrees = mine.date.overlaps(weaker.date)
        why = "Only sources of less authority speak to it" + ("." if agrees else ", and they give another day.")
        return Opinion("consistent" if agrees else "unverified", _said(weaker), why, bench.shown([weaker]))
    if act.treaty is not None and act.type in BY_TRIGGER:
        refused = _refused(bench, bench.history(act.treaty), mine, act)
        if refused is not None:
            return refused
    if isinstance(mine, Consultation):
        return _such_talks(bench, mine)
    return Opinion("unverified", None, "No independent source speaks to it.")


def _against_others(bench: Bench, mine: EventBase, known: Occurrence) -> Opinion:
    verdict = compare(mine.date, known.date)
    count = len(witnesses((fact for fact in known.facts if isinstance(fact, EventBase)), bench.contents.sources))
    who = "One independent witness dates" if count == 1 else f"{count} independent witnesses date"
    why = {
        "confirmed": f"{who} it {date_words(known.date)}.",
        "consistent": f"The record has it {date_words(known.date)}, which agrees as far as both dates go.",
        "contradicted": f"The record has it {date_words(known.date)}; both days cannot be true.",
    }[verdict]
    if mine.type == "consultation" and verdict != "contradicted":  # type: ignore[attr-defined]
        why += " Judged is that it took place, not what was said there."
    return Opinion(verdict, _said(known), why, bench.shown([known]))


def _reckoned(bench: Bench, mine: EventBase, act: Occurrence, told: list[EventBase]) -> Opinion | None:
    """Hold an outcome against the day that the rules reckon; None where they reckon none."""
    assert act.treaty is not None
    history = bench.history(act.treaty)
    status = OUTCOMES[act.type][act.party is not None]
    day = history.began(status, act.party)
    if day is None:
        return None
    segment = history.at(day.latest, act.party)
    subject = _subject(bench, history, act.party)
    computed = f"{conclusion(subject, (status,), None, ())} from {date_words(day)}"
    shown = bench.grounds(history, segment)
    if told:
        shown = tuple(dict.fromkeys((*shown, *bench.shown([bench.occurrence(act, told)]))))
    verdict = compare(mine.date, day)
    change = next((change for change in segment.changes if change is not None), None)
    why = {
        "confirmed": f"By the rules ({change.rule if change else 'history'}) it was {date_words(day)}.",
        "consistent": f"By the rules it was {date_words(day)}, which agrees as far as both dates go.",
        "contradicted": f"By the rules it was {date_words(day)}; both days cannot be true.",
    }[verdict]
    return Opinion(verdict, computed, why, shown)


def _refused(bench: Bench, history: History, mine: EventBase, act: Occurrence) -> Opinion | None:
    """Suppose the act in the independent record: where the rules refuse it on every day it allows, it cannot be true."""
    alone = act._replace(id=f"{act.id}:judged", date=mine.date, facts=(mine,), conflicts=())
    with_it = replay_history(history.treaty, bench.contents.parties, [*history.occurrences, alone])
    refusal = next((found for found in with_it.refusals if found.occurrence is alone), None)
    if refusal is None:
        return None
    shown = tuple(_bearing(bench, history, mine.date, act.party))
    if not shown:
        return None
    segment = history.at(mine.date.latest)
    stands = conclusion(history.treaty.short_title, segment.possible, segment.since(mine.date.latest), segment.flags)
    why = f"It cannot have been: {refusal.reason} (rule {refusal.rule}). {stands}."
    return Opinion("contradicted", _instead(bench, history, mine, act.party, stands), why, shown)


def _bearing(bench: Bench, history: History, day: Edtf, party: str | None) -> Iterator[Evidence]:
    """Yield what bears on an act that cannot have been: how the treaty stood, what the party had done, what it did about then."""
    acts = list(leaves(change for change in history.at(day.latest).changes if change is not None))
    if party is not None:
        own = [
            cause
            for change in history.line(party)
            if change.day <= day.latest
            for cause in change.causes
            if isinstance(cause, Occurrence) and cause.party == party
        ]
        acts += own[-1:]
        acts += _at_that_time(bench, history.treaty.id, party, day)
    yield from bench.shown(acts)


def _at_that_time(bench: Bench, treaty: str, party: str, day: Edtf) -> list[Occurrence]:
    talks = bench.consultations(treaty)
    return [talk for talk in talks if party in (talk.get("parties") or ()) and talk.date.overlaps(day)]


def _instead(bench: Bench, history: History, mine: EventBase, party: str | None, stands: str) -> str:
    """Say how the treaty stood, and what the party had done instead."""
    if party is None:
        return stands
    done = [
        cause
        for change in history.line(party)
        for cause in change.causes
        if isinstance(cause, Occurrence) and cause.party == party and change.day <= mine.date.latest
    ]
    acts = [*done[-1:], *_at_that_time(bench, history.treaty.id, party, mine.date)]
    return ". ".join([stands, *(f"{date_words(act.date)}: {act.summary.rstrip('.')}" for act in acts)])


def _such_talks(bench: Bench, mine: Consultation) -> Opinion:
    """Where nobody else tells of these very talks: look for talks of the same states on one of the same treaties."""
    about = {*mine.about, *([mine.treaty] if mine.treaty else [])}
    alike = [
        talk
        for talk in bench.consultations()
        if about & topics(talk)
        and talk.date.overlaps(mine.date)
        and set(mine.parties) <= set(talk.get("parties") or ())
    ]
    if not alike or not mine.parties:
        return Opinion("unverified", None, "No independent source speaks to it.")
    shown = bench.shown(alike)
    count = "one such" if len(shown) == 1 else f"{len(shown)} such"
    why = f"Nobody else tells of these very talks; the record has {count} between the same states in that time."
    return Opinion("consistent", _said(alike[0]) if len(alike) == 1 else f"{len(shown)} talks or calls", why, shown)


def _said(act: Occurrence) -> str:
    return f"{date_words(act.date)}: {act.summary}"


def _subject(bench: Bench, history: History, party: str | None) -> str:
    if party is None:
        return history.treaty.short_title
    known = bench.contents.parties.get(party)
    return f"{known.name if known else party} ({history.treaty.short_title})"
