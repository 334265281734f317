"""Dates that cannot be true at once: who is believed, by what rule, and what would follow if the other were right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.catalog.merge import order_of_belief, rank, witnesses
from treatywatch.models.events import EventBase
from treatywatch.models.statements import ReportedStatus
from treatywatch.rules.belief import BELIEF
from treatywatch.rules.history import History, replay_history
from treatywatch.snapshot.findings.place import problem_at
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatywatch.dates import Edtf
    from treatywatch.errors import Problem
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.snapshot.view import View

__all__ = ["conflicts"]

_SHOWN = 3
_FLAGS = frozenset({"suspended", "withdrawing"})
_Told = EventBase | ReportedStatus


def conflicts(view: View, treaty: str | None) -> Iterator[Problem]:
    """Yield a finding for each fact whose date excludes the believed one; once, for all parties it tells of."""
    acts = view.occurrences(treaty) if treaty is not None else (*view.occurrences(None), *view.consultations())
    torn: dict[str, list[tuple[EventBase, Occurrence]]] = {}
    for act in acts:
        for fact in act.conflicts:
            if isinstance(fact, EventBase):
                torn.setdefault(fact.id, []).append((fact, act))
    for found in torn.values():
        yield _conflict(view, found[0][0], [act for _, act in found])


def _conflict(view: View, fact: EventBase, acts: list[Occurrence]) -> Problem:
    act = acts[0]
    told = [other for other in act.facts if isinstance(other, EventBase)]
    agreeing = [other for other in told if other not in act.conflicts]
    excluding = [other for other in agreeing if not other.date.overlaps(fact.date)] or agreeing
    before = order_of_belief(excluding, view.contents.sources)[0]
    name = join(dict.fromkeys(other.id for other in acts))
    message = f"{name}: {_who(view, [fact])} {date_words(fact.date)}, {_who(view, excluding)} {date_words(before.date)}; both cannot be true"
    rule = _decided(view, before, fact, told)
    follows = _if_right(view, acts, fact.date)
    hint = f"{date_words(act.date)} is believed ({rule}); if the other is right, {follows}"
    return problem_at(view, fact, "warning", "date-conflict", message, hint, subject=act.treaty, sources=act.sources)


def _who(view: View, facts: Sequence[EventBase]) -> str:
    """Say who says so, and how many independent witnesses they are."""
    names = list(dict.fromkeys(source for fact in facts for source in fact.sources))
    count = len(witnesses(facts, view.contents.sources))
    return f"{join(names)} ({count} independent witness{'es' * (count != 1)}) say{'s' * (len(names) == 1)}"


def _decided(view: View, before: _Told, after: _Told, told: Sequence[_Told]) -> str:
    """Return the rule by which one fact is believed before the other: the first thing in which their ranks differ."""
    one = rank(before, told, view.contents.sources)._asdict()
    other = rank(after, told, view.contents.sources)._asdict()
    return next((BELIEF[field] for field in BELIEF if one[field] != other[field]), BELIEF["published"])


def _if_right(view: View, acts: Sequence[Occurrence], day: Edtf) -> str:
    """Replay the history with the other date believed, and say what would be different."""
    treaty = acts[0].treaty
    if treaty is None:
        return "no treaty's status is touched"
    known = view.history(treaty)
    torn = {act.id for act in acts}
    moved = [act._replace(date=day, conflicts=()) if act.id in torn else act for act in known.occurrences]
    other = replay_history(known.treaty, view.contents.parties, moved)
    found = list(_differences(view, known, other))
    if not found:
        return "no status or flag begins on another day"
    more = f", and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{'; '.join(found[:_SHOWN])}{more}"


def _differences(view: View, known: History, other: History) -> Iterator[str]:
    for party in (None, *sorted({*known.parties, *other.parties})):
        one, two = _beginnings(known, party), _beginnings(other, party)
        name = known.treaty.short_title if party is None else _name(view, party)
        for word in dict.fromkeys((*one, *two)):
            if one.get(word) != two.get(word):
                yield f"{name} is {word} from {two.get(word, 'no day')} instead of {one.get(word, 'no day')}"


def _beginnings(history: History, party: str | None) -> dict[str, str]:
    """Return the day from which each status and flag first holds; the earliest where it is vague."""
    found: dict[str, str] = {}
    line = history.line(party)
    for position, change in enumerate(line):
        if position + 1 < len(line) and line[position + 1].day == change.day:
            continue
        for word in (change.after.status, *sorted(change.after.flags & _FLAGS)):
            found.setdefault(word, change.day.isoformat())
    return found


def _name(view: View, party: str) -> str:
    known = view.contents.parties.get(party)
    return known.name if known else party
