"""What is believed: the facts that were public by a day, from the sources that are trusted, and what follows."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from treatywatch.catalog.collector import resting
from treatywatch.catalog.merge import merge, merge_groups
from treatywatch.dates import Edtf
from treatywatch.models.occurrence import SUPPOSED, Derived, Occurrence
from treatywatch.models.status import AUTHORITY, ENDED
from treatywatch.rules.history import History, behind, replay_history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatywatch.catalog.contents import Contents
    from treatywatch.models.facts import Fact
    from treatywatch.models.source import Source
    from treatywatch.models.statements import Position
    from treatywatch.models.treaty import Treaty

__all__ = ["View", "is_forecast", "public_from", "topics"]

_F = TypeVar("_F", bound="Fact")

_RUNNING = ("register", "treaty-text")
"""Kinds of sources that are known from the day of the act itself."""


def public_from(contents: Contents, fact: Fact, source: str) -> date:
    """Return the day from which a source's word on a fact was public (`date.max`: never, as far as is known).

    A news item, a statement or a work of reference is known from its publication; an entry of a register and a treaty's text
    from the day of the act, unless the entry names another. Of a vague day it is the last: what may not have been public
    is not believed.
    """
    known = contents.sources.get(source)
    if known is None or source == SUPPOSED:
        return date.min
    if fact.public_from is not None:
        return fact.public_from
    if known.kind in _RUNNING:
        day = getattr(fact, "date", None)
        return day.latest if day is not None else date.min
    return known.published.latest if known.published else date.max


class View:
    """The facts believed under a knowledge day and a choice of sources, and the histories they make.

    `known_by` None believes all that is known; `according_to` None believes every source.
    """

    def __init__(
        self, contents: Contents, known_by: date | None = None, according_to: frozenset[str] | None = None
    ) -> None:
        self.contents = contents
        self.known_by = known_by
        self.according_to = according_to
        self._histories: dict[str, History] = {}
        self._unsupposed: dict[str, History] = {}
        self._occurrences: dict[str | None, tuple[Occurrence, ...]] = {}

    def believing(self, fact: Fact) -> tuple[str, ...]:
        """Return the sources for which a fact is believed; none where it is not.

        A source that speaks of a day after its own publication makes a forecast, which makes nothing happen.
        """
        if self._always_believed.issuperset(fact.sources):
            return fact.sources
        contents, trusted = self.contents, self.according_to
        found = []
        for source in fact.sources:
            if trusted is not None and source not in trusted and source != SUPPOSED:
                continue
            if self.known_by is not None and public_from(contents, fact, source) > self.known_by:
                continue
            if not is_forecast(contents, fact, source):
                found.append(source)
        return tuple(found)

    @cached_property
    def _always_believed(self) -> frozenset[str]:
        """The sources of which every word is believed: where no view is taken, those that can make no forecast."""
        if self.known_by is not None or self.according_to is not None:
            return frozenset()
        return frozenset(name for name, source in self.contents.sources.items() if _horizon(source) is None)

    def told(self, facts: Iterable[_F]) -> Iterator[_F]:
        """Yield the facts that are believed, each with the sources for which it is: no other lends it authority."""
        for fact in facts:
            if sources := self.believing(fact):
                yield fact if len(sources) == len(fact.sources) else fact.model_copy(update={"sources": sources})

    def _believed(self, facts: tuple[_F, ...]) -> tuple[_F, ...]:
        """Return the facts that are believed: the very tuple given where all are, for most are."""
        for fact in facts:
            if self.believing(fact) is not fact.sources:
                return tuple(self.told(facts))
        return facts

    def occurrences(self, treaty: str | None) -> tuple[Occurrence, ...]:
        """Return what happened to a treaty (None: to none), as the believed facts tell it."""
        known = self._occurrences.get(treaty)
        if known is None:
            alike = self.contents.alike.get(treaty, {}).items()
            groups = ((key, self._believed(facts)) for key, facts in alike if key[1] != "consultation")
            known = self._occurrences[treaty] = tuple(merge_groups(groups, self.contents.sources))
        return known

    def consultations(self, treaty: str | None = None) -> tuple[Occurrence, ...]:
        """Return the calls, meetings and talks about a treaty; all of them for None."""
        if treaty is None:
            return self._consultations
        return tuple(act for act in self._consultations if treaty in topics(act))

    @cached_property
    def _consultations(self) -> tuple[Occurrence, ...]:
        talks = (event for event in self.contents.document.events if event.type == "consultation")
        return tuple(merge(self.told(talks), self.contents.sources))

    def history(self, treaty: str) -> History:
        """Return the history of a treaty, worked out once."""
        known = self._histories.get(treaty)
        if known is None:
            record = self.contents.treaties[treaty]
            given = [*self.occurrences(treaty), *self._reported(treaty), *self._from_outside(record)]
            known = self._histories[treaty] = replay_history(record, self.contents.parties, given)
        return known

    def histories(self) -> dict[str, History]:
        """Return the history of every treaty by id, in the catalog's order: all at once in less time than one by one."""
        with resting():
            found = {name: self.history(name) for name in self.contents.treaties}
            for history in found.values():
                history.segments()
        return found

    def unsupposed(self, treaty: str) -> History:
        """Return the history of a treaty without what is supposed: what differs from it rests on a supposition."""
        full = self.history(treaty)
        acts = [act for act in full.occurrences if not act.supposed]
        if len(acts) == len(full.occurrences):
            return full
        known = self._unsupposed.get(treaty)
        if known is None:
            known = self._unsupposed[treaty] = replay_history(full.treaty, self.contents.parties, acts)
        return known

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions that are believed."""
        return tuple(self.told(self.contents.document.positions))

    @cached_property
    def lines(self) -> dict[str, dict[str, list[Position]]]:
        """What is believed to have been said on each issue by or of each party, the most believed first."""
        found: dict[str, dict[str, list[Position]]] = {}
        for said in sorted(self.positions, key=self._belief):
            found.setdefault(said.issue, {}).setdefault(said.party, []).append(said)
        return found

    def _belief(self, said: Position) -> tuple[bool, int, str]:
        kinds = (self.contents.sources[source].kind for source in said.sources)
        return said.confidence != "verified", min(AUTHORITY[kind] for kind in kinds), said.id

    def _reported(self, treaty: str) -> Iterable[Occurrence]:
        for status in self.told(self.contents.statuses.get(treaty, ())):
            if status.claim == "stands":
                yield Occurrence(status.id, treaty, "reported-status", status.party, status.date, (status,))

    def _from_outside(self, treaty: Treaty) -> Iterable[Occurrence]:
        """Yield what happens to a treaty through states that end and through other treaties."""
        ended = self.contents.ended
        named = {party for event in self.contents.events.get(treaty.id, ()) for party in event.parties} if ended else ()
        for party in ended:
            if party.until is not None and party.id in named:
                yield _derived(
                    f"state-ended:{party.id.lower()}",
                    "state-ended",
                    party.until,
                    f"{party.name} ceased to exist",
                    party.id,
                )
        terms = treaty.terms
        if terms.duration.superseded_by:
            yield from self._other(terms.duration.superseded_by, "successor-in-force")
        if terms.entry_into_force.with_treaty:
            yield from self._other(terms.entry_into_force.with_treaty, "parent-in-force")
        if terms.duration.ends_with:
            yield from self._other(terms.duration.ends_with, "parent-ended")

    def _other(self, name: str, kind: str) -> Iterable[Occurrence]:
        history, title = self.history(name), self.contents.treaties[name].short_title
        for status in sorted(ENDED) if kind == "parent-ended" else ("in-force",):
            day = history.began(status)
            if day is not None:
                changes = (change for change in history.line() if change.after.status == status)
                acts = behind(changes) or history.occurrences
                supposed = any(act.supposed for act in acts)
                told = (SUPPOSED,) if supposed else tuple(source for act in acts for source in act.sources)[:1]
                words = f"{title} entered into force" if status == "in-force" else f"{title} ended: {status}"
                fact = Derived(f"{kind}:{name}", day, words, status, told)
                yield Occurrence(f"{kind}:{name}", name, kind, None, day, (fact,))


def topics(act: Occurrence) -> set[str]:
    """Return the treaties that a consultation was about, by any of its sources."""
    found: set[str] = set()
    for fact in act.facts:
        found.update(getattr(fact, "about", ()))
        if treaty := getattr(fact, "treaty", None):
            found.add(treaty)
    return found


def _derived(name: str, kind: str, day: date, words: str, party: str) -> Occurrence:
    fact = Derived(name, Edtf.of(day), words)
    return Occurrence(name, None, kind, party, fact.date, (fact,))


def is_forecast(contents: Contents, fact: Fact, source: str) -> bool:
    """Tell whether a source speaks of a day that lay after its own publication."""
    day, known = getattr(fact, "date", None), contents.sources.get(source)
    horizon = _horizon(known) if known is not None else None
    return day is not None and horizon is not None and bool(day.earliest > horizon)


def _horizon(source: Source) -> date | None:
    """Return the last day of which a source can know; None for one that is kept as things happen."""
    return source.published.latest if source.published is not None and source.kind not in _RUNNING else None
