"""What a curator should look at again: dates that look like placeholders, weekdays that do not fit, treaties long unverified."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from treatywatch.errors import Problem
from treatywatch.models.events import EventBase
from treatywatch.snapshot.findings.place import problem_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.dates import Edtf, Term
    from treatywatch.models.facts import Fact
    from treatywatch.models.source import Source
    from treatywatch.snapshot.view import View

__all__ = ["curation"]

_A_WEEK = 7


def curation(view: View, as_of: date, stale_after: Term | None = None) -> list[Problem]:
    """Return odd dates, treaties with too many vague ones, and those whose `verified` day lies more than `stale_after` before `as_of`."""
    document = view.contents.document
    found: list[Problem] = []
    for fact in (*document.events, *document.positions, *document.statuses):
        found += _placeholder(view, fact, fact.date)
        if isinstance(fact, EventBase):
            found += _weekday(view, fact)
    for index, source in enumerate(document.sources):
        found += _published(view, index, source)
    found += _too_vague(view)
    if stale_after is not None:
        found += _stale(view, as_of, stale_after)
    return sorted(found, key=lambda problem: (problem.file or "", problem.line or 0, problem.message))


def _looks_made_up(given: Edtf | None) -> bool:
    """Tell whether a date is the first or the last day of a year, as stands where only the year is known."""
    return given is not None and given.is_exact and (given.earliest.month, given.earliest.day) in ((1, 1), (12, 31))


def _placeholder(view: View, fact: Fact, day: Edtf) -> Iterator[Problem]:
    if _looks_made_up(day):
        hint = f'if only the year is known, write "{day.earliest.year:04}"; else leave it'
        message = f"{fact.id}: {day} may stand for a year of which no day is known"
        yield problem_at(view, fact, "info", "suspicious-date", message, hint, subject=getattr(fact, "treaty", None))


def _weekday(view: View, fact: EventBase) -> Iterator[Problem]:
    """The date allows the day of the week that the source prints."""
    if fact.weekday is None or (fact.date.latest - fact.date.earliest).days >= _A_WEEK - 1:
        return
    span = range((fact.date.latest - fact.date.earliest).days + 1)
    names = list(dict.fromkeys(calendar.day_name[(fact.date.earliest + timedelta(days=n)).weekday()] for n in span))
    if fact.weekday not in names:
        message = f"{fact.id}: {fact.date} is no {fact.weekday}; it is a {' or '.join(names)}"
        hint = "check the date and the year against the source"
        yield problem_at(view, fact, "warning", "weekday-mismatch", message, hint, field="weekday", subject=fact.treaty)


def _published(view: View, index: int, source: Source) -> Iterator[Problem]:
    if _looks_made_up(source.published) and source.published_note is None:
        file, line, column, path = view.contents.locate(("sources", index, "published"))
        message = f"{source.id}: {source.published} may stand for a year of which no day is known"
        hint = "write the year alone, or say in published_note where the day is printed"
        yield Problem("suspicious-date", "info", message, file, line, column, path, hint, None, (source.id,))


def _too_vague(view: View) -> Iterator[Problem]:
    for index, treaty in enumerate(view.contents.document.treaties):
        if not view.history(treaty.id).is_exact:
            file, line, column, path = view.contents.locate(("treaties", index, "id"))
            message = (
                f"{treaty.id} has too many vague dates whose order matters: answers may allow more than is possible"
            )
            hint = "narrow the dates of its events where a source allows it"
            yield Problem("too-vague", "warning", message, file, line, column, path, hint, treaty.id)


def _stale(view: View, as_of: date, after: Term) -> Iterator[Problem]:
    for index, treaty in enumerate(view.contents.document.treaties):
        if after.after(treaty.verified) < as_of:
            file, line, column, path = view.contents.locate(("treaties", index, "verified"))
            message = f"{treaty.id} was last verified on {treaty.verified}, more than {after.words} before {as_of}"
            hint = "look for what happened since, and move `verified`"
            yield Problem("stale", "warning", message, file, line, column, path, hint, treaty.id)
