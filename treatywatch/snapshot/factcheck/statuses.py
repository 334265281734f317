"""Reported statuses of one treaty or party: held against the computed ones, or, as forecasts, against the projected end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.status import AUTHORITY, ENDED
from treatywatch.snapshot.answers import Evidence
from treatywatch.snapshot.factcheck.bench import Bench, leaves
from treatywatch.snapshot.factcheck.scopes import judge_scope
from treatywatch.snapshot.factcheck.verdict import Opinion, compare
from treatywatch.snapshot.last_day import names_last_day
from treatywatch.snapshot.words import STATUS_WORDS, conclusion, date_words, join

if TYPE_CHECKING:
    from treatywatch.models.source import Source
    from treatywatch.models.statements import ReportedStatus
    from treatywatch.rules.history import History, Segment

__all__ = ["judge_status"]

_OUT = frozenset({"withdrawn", "former"})


def judge_status(bench: Bench, fact: ReportedStatus, source: Source, *, forecast: bool) -> Opinion:
    """Hold a reported status against what independent facts make of the treaty."""
    if fact.claim != "stands":
        return judge_scope(bench, fact)
    assert fact.treaty is not None
    assert fact.status is not None
    history = bench.history(fact.treaty)
    if not history.line(None) and not history.line(fact.party):
        return Opinion("unverified", None, "No independent source says how the treaty stands.")
    if forecast and (fact.status in ENDED or fact.status in _OUT):
        return _projected(bench, history, fact)
    return _standing(bench, history, fact, AUTHORITY[source.kind])


def _projected(bench: Bench, history: History, fact: ReportedStatus) -> Opinion:
    """Hold a forecast end against the day that the rules projected, an extension apart where the source says so."""
    status = str(fact.status)
    day = history.began(status, fact.party)
    subject = _subject(bench, history, fact)
    if day is None:
        segment = history.at(fact.date.latest, fact.party)
        computed = conclusion(subject, segment.possible, segment.since(fact.date.latest), segment.flags)
        shown = bench.grounds(history, segment)
        return Opinion("contradicted", computed, f"Nothing then on record led there: {computed}.", shown)
    segment = history.at(day.latest, fact.party)
    computed = f"{conclusion(subject, (status,), None, ())} from {date_words(day)}"
    if names_last_day(history, fact):
        return Opinion("consistent", computed, _LAST_DAY, bench.grounds(history, segment))
    rule = next((change.rule for change in segment.changes if change is not None), "history")
    unless = f", without an {fact.unless}" if fact.unless else ""
    verdict = compare(fact.date, day)
    why = {
        "confirmed": f"The rules then projected {date_words(day)}{unless} (rule {rule}).",
        "consistent": f"The rules then projected {date_words(day)}{unless}, which agrees as far as both dates go.",
        "contradicted": f"The rules then projected {date_words(day)}{unless}; both days cannot be true.",
    }[verdict]
    return Opinion(verdict, computed, why, _with_text(bench, history, bench.grounds(history, segment)))


def _with_text(bench: Bench, history: History, shown: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Add the treaty's text, from which a projected day is reckoned."""
    terms = history.treaty.terms
    text = bench.contents.sources[terms.source]
    signed = history.began("signed") or history.began("in-force")
    if signed is None:
        return shown
    article = terms.duration.article
    words = f"{history.treaty.short_title}, Article {article}, on its duration"
    return (*shown, Evidence(f"{history.treaty.id}:terms:duration", signed, words, ((text.id, article),)))


def _standing(bench: Bench, history: History, fact: ReportedStatus, authority: int) -> Opinion:
    """Hold a status on a day against the computed one."""
    line = history.segments(fact.party)
    here = [
        segment
        for segment, after in zip(line, [*line[1:], None], strict=True)
        if segment.start <= fact.date.latest and (after is None or after.start > fact.date.earliest)
    ]
    possible = {status for segment in here for status in segment.possible}
    last = here[-1]
    subject = _subject(bench, history, fact)
    computed = conclusion(subject, last.possible, last.since(fact.date.latest), last.flags)
    shown = bench.grounds(history, last)
    if possible == {fact.status} and not _only_reported(bench, last, authority):
        return Opinion("confirmed", computed, f"{computed}, by the rules.", shown)
    if fact.status in possible:
        return Opinion("consistent", computed, f"{computed}; the record does not settle it.", shown)
    if names_last_day(history, fact):
        return Opinion("consistent", computed, _LAST_DAY, shown)
    if any(possible <= ends and fact.status in ends for ends in (ENDED, _OUT)):
        words = STATUS_WORDS[str(fact.status)]
        return Opinion(
            "consistent", computed, f"It had ended, though the record does not call it {words}: {computed}.", shown
        )
    if any("contested" in segment.flags for segment in here):
        return Opinion("unverified", computed, f"The record itself is contested: {computed}.", shown)
    if not shown:
        return Opinion("unverified", computed, "No independent source says how it stood.")
    words = join((STATUS_WORDS[word] for word in sorted(possible)), "or")
    return Opinion("contradicted", computed, f"By the record it was {words}: {computed}.", shown)


_LAST_DAY = "The day named is the last in force; the record dates the end to the day after."


def _only_reported(bench: Bench, segment: Segment, authority: int) -> bool:
    """Tell whether the status rests on reports alone, by sources of less authority."""
    if "reported" not in segment.flags:
        return False
    told = list(leaves(change for change in segment.changes if change is not None))
    return all(bench.authority(fact) > authority for act in told for fact in act.facts)  # type: ignore[arg-type]


def _subject(bench: Bench, history: History, fact: ReportedStatus) -> str:
    if fact.party is None:
        return history.treaty.short_title
    return f"{bench.contents.parties[fact.party].name} ({history.treaty.short_title})"
