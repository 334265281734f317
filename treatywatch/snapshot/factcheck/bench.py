"""The record without the source that is judged: what independent witnesses say, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.catalog.merge import believe, keys, order_of_belief
from treatywatch.models.occurrence import SUPPOSED, Occurrence
from treatywatch.models.status import AUTHORITY
from treatywatch.rules.state import Transition
from treatywatch.snapshot.explain import evidence
from treatywatch.snapshot.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from treatywatch.catalog.contents import Contents
    from treatywatch.models.events import EventBase
    from treatywatch.models.facts import Fact
    from treatywatch.rules.history import History, Segment
    from treatywatch.snapshot.answers import Evidence

__all__ = ["Bench", "accounts", "leaves"]

_NEVER = len(AUTHORITY)


def accounts(contents: Contents, fact: Fact, source: str) -> frozenset[str]:
    """Return whose word a source's telling of a fact is: the publisher's, and theirs whose account it passes on."""
    known = contents.sources.get(source)
    named = (fact.via, known.origin, known.publisher) if known else (fact.via, source)
    return frozenset(name for name in named if name)


class Bench(View):
    """What is believed while facts of some accounts are judged: only sources that share none of them.

    `without` leaves out one fact, whoever tells it. Suppositions are no evidence.
    """

    def __init__(
        self,
        contents: Contents,
        known_by: date | None,
        according_to: frozenset[str] | None,
        barred: frozenset[str],
        without: str | None = None,
    ) -> None:
        super().__init__(contents, known_by, according_to)
        self.barred = barred
        self.without = without

    def believing(self, fact: Fact) -> tuple[str, ...]:
        """Return the independent sources for which a fact is believed."""
        if fact.id == self.without:
            return ()
        return tuple(
            source
            for source in super().believing(fact)
            if source != SUPPOSED and self.barred.isdisjoint(accounts(self.contents, fact, source))
        )

    def others(self, fact: EventBase) -> list[EventBase]:
        """Return what independent sources tell of the same occurrence, or of others that are like it."""
        like = {id(other): other for key in keys(fact) for other in self.contents.alike[key[0]].get(key, ())}
        return list(self.told(like.values()))

    def authority(self, fact: Fact) -> int:
        """Return the rank of a fact's best source; what the curator could not verify ranks below all."""
        if fact.confidence == "unverified":
            return _NEVER
        return min((AUTHORITY[self.contents.sources[source].kind] for source in fact.sources), default=_NEVER)

    def occurrence(self, like: Occurrence, facts: list[EventBase]) -> Occurrence:
        """Return the occurrence as these facts alone tell it."""
        ordered = order_of_belief(facts, self.contents.sources)
        day, conflicts = believe(ordered)
        return like._replace(date=day, facts=tuple(ordered), conflicts=conflicts)

    def shown(self, acts: list[Occurrence]) -> tuple[Evidence, ...]:
        """Return occurrences as evidence, in order of date; what the same facts tell of several parties stands once."""
        once: dict[tuple[object, ...], Occurrence] = {}
        for act in acts:
            once.setdefault((act.type, *(fact.id for fact in act.facts)), act)
        ordered = sorted(once.values(), key=lambda act: (act.date.earliest, act.date.latest, act.id))
        return tuple(dict.fromkeys(made for made in (evidence(self, act) for act in ordered) if made.sources))

    def grounds(self, history: History, segment: Segment) -> tuple[Evidence, ...]:
        """Return the evidence on which a standing rests, with the treaty's terms where they had a part in it."""
        return self.shown(list(leaves(change for change in segment.changes if change is not None)))


def leaves(changes: Iterator[Transition]) -> Iterator[Occurrence]:
    """Yield the occurrences that changes rest on, however far back, each once."""
    waiting: list[Occurrence | Transition] = list(changes)
    seen: set[str] = set()
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, Transition):
            waiting.extend(cause.causes)
        elif cause.id not in seen:
            seen.add(cause.id)
            yield cause
