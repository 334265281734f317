"""A catalog: the one thing to load, and to ask.

What loads pydantic is imported where it is needed: contents that were compiled do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.catalog.contents import Contents
from treatywatch.dates import parse_day
from treatywatch.errors import DataError, QuestionError
from treatywatch.snapshot.snapshot import Snapshot
from treatywatch.snapshot.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from treatywatch.models.document import Document

__all__ = ["Catalog", "load"]


class Catalog:
    """Treaties and facts, ready to be asked. Made by `load`, or from a `Document` built in memory.

    Raises DataError, with every problem, for a document whose names lead nowhere.
    """

    def __init__(self, contents: Contents | Document) -> None:
        if not isinstance(contents, Contents):
            from treatywatch.catalog.references import check_references

            contents = Contents(contents)
            problems = check_references(contents.document, contents.locate)
            if problems:
                raise DataError(tuple(problems))
        self.contents = contents
        self._views: dict[tuple[date | None, frozenset[str] | None], View] = {}

    @property
    def document(self) -> Document:
        """Everything that is said: what `export json` writes."""
        return self.contents.document

    def at(
        self,
        as_of: date | str,
        *,
        known_by: date | str | None = None,
        according_to: str | Iterable[str] | None = None,
    ) -> Snapshot:
        """Return what stands on a day.

        `known_by` believes only what was public by that day; `according_to` believes only the named sources, beside
        the treaties' own terms. Raises QuestionError for what is no day (YYYY-MM-DD) and for an unknown source.
        """
        trusted: frozenset[str] | None = None
        if according_to is not None:
            names = [according_to] if isinstance(according_to, str) else according_to
            trusted = frozenset(self.contents.source(name).id for name in names)
        knowledge = None if known_by is None else _day(known_by)
        view = self._views.get((knowledge, trusted))
        if view is None:
            view = self._views[knowledge, trusted] = View(self.contents, knowledge, trusted)
        return Snapshot(view, _day(as_of))

    def suppose(self, *facts: str | Document, treaty: str | None = None) -> Catalog:
        """Return this catalog with events added as suppositions; every answer that rests on them says so.

        A fact is a line such as `extension date=2021-02-03 until=2026-02-05` (about `treaty`, unless it names one), or a
        document whose events are supposed. Raises DataError, with every problem, for what cannot be read.
        """
        from treatywatch.catalog.suppositions import read_suppositions, with_supposed

        document = self.document
        for given in facts:
            made = read_suppositions(Contents(document), [given], treaty=treaty) if isinstance(given, str) else given
            document = with_supposed(document, made)
        return Catalog(document)


def load(*paths: str) -> Catalog:
    """Load data directories or JSON files, later ones on top of earlier ones; without any, the data of the package.

    `builtin` names the package's own data. Raises DataError with every problem of the data, each with file and line.
    """
    from treatywatch.catalog.load import load_contents

    return Catalog(load_contents(paths))


def _day(value: date | str) -> date:
    try:
        return parse_day(value)
    except ValueError as error:
        raise QuestionError(str(error)) from None
