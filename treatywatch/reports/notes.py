"""Footnotes of a page: each place in a source once, numbered in the order in which it is first cited."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote

from treatywatch.models.facts import Fact
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.source import Source
from treatywatch.snapshot import Snapshot

__all__ = ["Note", "Notes", "passage"]


class Note(NamedTuple):
    """A footnote: a place in a source, with the address of the passage, and how often it is cited."""

    number: int
    source: str
    publisher: str
    title: str
    language: str
    published: str
    at: str
    url: str | None
    passage: str | None


class Notes:
    """The footnotes of one page. Only what is believed under the snapshot's question is cited."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._sources = snapshot.view.contents.sources
        self._found: dict[tuple[str, str | None, str | None], Note] = {}

    @property
    def all(self) -> tuple[Note, ...]:
        """Every footnote, by number."""
        return tuple(self._found.values())

    def cite(self, source: str, at: str | None = None, fragment: str | None = None) -> Note:
        """Return the footnote of a place in a source, a new one where it has not been cited before."""
        key = (source, at, fragment)
        if key not in self._found:
            self._found[key] = _note(len(self._found) + 1, source, self._sources.get(source), at, fragment)
        return self._found[key]

    def of_fact(self, fact: Fact) -> list[Note]:
        """Return the footnotes of a fact: one for each source that is believed on it."""
        told = self.snapshot.view.believing(fact)
        return [self.cite(source, fact.at, fact.fragment) for source in told]

    def of_acts(self, acts: Iterable[Occurrence]) -> list[Note]:
        """Return the footnotes of what happened, each once."""
        found: dict[int, Note] = {}
        for act in acts:
            for fact in act.facts:
                told = self.of_fact(fact) if isinstance(fact, Fact) else [self.cite(source) for source in fact.sources]
                found.update((note.number, note) for note in told)
        return list(found.values())

    def of_places(self, places: Sequence[tuple[str, str | None]]) -> list[Note]:
        """Return the footnotes of places in sources."""
        return [self.cite(source, at) for source, at in dict.fromkeys(places)]


def _note(number: int, name: str, source: Source | None, at: str | None, fragment: str | None) -> Note:
    if source is None:
        return Note(number, name, name, "", "en", "", at or "", None, None)
    found = passage(source.url, fragment) if source.url else None
    published = str(source.published) if source.published else ""
    return Note(number, name, source.publisher, source.title, source.language, published, at or "", source.url, found)


def passage(url: str, fragment: str | None) -> str | None:
    """Return the address of a passage by text fragment; None where there is none to be had, as in a PDF."""
    if not fragment or url.partition("#")[0].lower().endswith(".pdf"):
        return None
    # A hyphen would part a prefix from the text that is looked for.
    words = quote(" ".join(fragment.split()), safe="").replace("-", "%2D")
    return f"{url}{'' if '#' in url else '#'}:~:text={words}"
