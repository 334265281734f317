"""A validated document, indexed: what a question is answered from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from treatywatch.catalog.collector import resting
from treatywatch.catalog.merge import alike
from treatywatch.catalog.names import did_you_mean
from treatywatch.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatywatch.catalog.merge import Key
    from treatywatch.catalog.places import Locate
    from treatywatch.models.document import Document
    from treatywatch.models.events import EventBase
    from treatywatch.models.party import Party
    from treatywatch.models.source import Source
    from treatywatch.models.statements import Issue, ReportedStatus
    from treatywatch.models.treaty import Treaty

__all__ = ["Contents", "nowhere"]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _OfATreaty(Protocol):
    @property
    def treaty(self) -> str | None: ...


_N = TypeVar("_N", bound=_Named)
_T = TypeVar("_T", bound=_OfATreaty)


def nowhere(path: object) -> tuple[str | None, int | None, int | None, str]:
    """Say of every path that it stands in no file: for documents built in memory."""
    return None, None, None, str(path)


class Contents:
    """The parties, sources, issues, treaties and facts of a catalog, by id. Knows nothing of files but places.

    `alike` are the events of each treaty (None: of none) that can be about one occurrence, by what they have in common.
    """

    def __init__(self, document: Document, locate: Locate = nowhere) -> None:
        self.document = document
        self.locate = locate
        self.parties: Mapping[str, Party] = _by_id(document.parties)
        self.sources: Mapping[str, Source] = _by_id(document.sources)
        self.issues: Mapping[str, Issue] = _by_id(document.issues)
        self.treaties: Mapping[str, Treaty] = _by_id(document.treaties)
        with resting():
            self.alike: Mapping[str | None, Mapping[Key, tuple[EventBase, ...]]] = alike(document.events)

    @cached_property
    def ended(self) -> tuple[Party, ...]:
        """The states that no longer exist."""
        return tuple(party for party in self.parties.values() if party.until is not None)

    @cached_property
    def events(self) -> Mapping[str | None, list[EventBase]]:
        """The events of each treaty, and those of none under None."""
        return _by_treaty(self.document.events)

    @cached_property
    def statuses(self) -> Mapping[str | None, list[ReportedStatus]]:
        """The reported statuses of each treaty, and those of none under None."""
        return _by_treaty(self.document.statuses)

    @cached_property
    def places(self) -> Mapping[str, tuple[str, int]]:
        """Where in the document each fact stands: its kind and its number."""
        return {
            fact.id: (kind, index)
            for kind in ("events", "positions", "statuses", "terms")
            for index, fact in enumerate(getattr(self.document, kind))
        }

    def treaty(self, name: str) -> Treaty:
        """Return a treaty by id, short title, title or alias, in any case. Raises QuestionError for an unknown one."""
        found = self._treaty_names.get(_fold(name))
        if found is None:
            hint = did_you_mean(name, {treaty.short_title for treaty in self.treaties.values()} | set(self.treaties))
            raise QuestionError(f"no treaty is called {name!r}", hint)
        return found

    def party(self, name: str) -> Party:
        """Return a state by id, name or alias, in any case. Raises QuestionError for an unknown one."""
        found = self._party_names.get(_fold(name))
        if found is None:
            names = {name for party in self.parties.values() for name in (party.id, party.name)}
            raise QuestionError(f"no party is called {name!r}", did_you_mean(name, names))
        return found

    def source(self, name: str) -> Source:
        """Return a source by id, in any case. Raises QuestionError for an unknown one."""
        return _find(self.sources, name, "source")

    def issue(self, name: str) -> Issue:
        """Return an issue by id, in any case. Raises QuestionError for an unknown one."""
        return _find(self.issues, name, "issue")

    @cached_property
    def _treaty_names(self) -> dict[str, Treaty]:
        names: dict[str, Treaty] = {}
        for pick in ("aliases", "title", "short_title", "id"):
            for treaty in self.treaties.values():
                given = getattr(treaty, pick)
                names.update((_fold(name), treaty) for name in (given if pick == "aliases" else (given,)))
        return names

    @cached_property
    def _party_names(self) -> dict[str, Party]:
        names: dict[str, Party] = {}
        for pick in ("aliases", "name", "id"):
            for party in self.parties.values():
                given = getattr(party, pick)
                names.update((_fold(name), party) for name in (given if pick == "aliases" else (given,)))
        return names


def _by_id(records: Iterable[_N]) -> dict[str, _N]:
    return {record.id: record for record in records}


def _by_treaty(facts: Iterable[_T]) -> dict[str | None, list[_T]]:
    found: dict[str | None, list[_T]] = {}
    for fact in facts:
        found.setdefault(fact.treaty, []).append(fact)
    return found


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _find(records: Mapping[str, _N], name: str, what: str) -> _N:
    found = records.get(name) or records.get(name.casefold())
    if found is None:
        raise QuestionError(f"no {what} is called {name!r}", did_you_mean(name, records))
    return found
