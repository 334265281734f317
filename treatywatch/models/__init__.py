"""What is said: parties, sources, treaties and their terms, and the facts that sources give.

Frozen, strict, closed models without I/O and without rules. Names are those of the law of
treaties (Vienna Convention on the Law of Treaties 1969, Article 2) and of EDTF (ISO 8601-2).
Imported when first asked for: their vocabularies are used where pydantic is not loaded.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatywatch.models.document import Document as Document
    from treatywatch.models.events import Event as Event
    from treatywatch.models.events import EventBase as EventBase
    from treatywatch.models.facts import Fact as Fact
    from treatywatch.models.party import Party as Party
    from treatywatch.models.source import Source as Source
    from treatywatch.models.statements import Issue as Issue
    from treatywatch.models.statements import Position as Position
    from treatywatch.models.statements import ReportedStatus as ReportedStatus
    from treatywatch.models.statements import ReportedTerm as ReportedTerm
    from treatywatch.models.terms import Terms as Terms
    from treatywatch.models.treaty import Treaty as Treaty

_HOMES = {
    "Document": "document",
    "Event": "events",
    "EventBase": "events",
    "Fact": "facts",
    "Issue": "statements",
    "Party": "party",
    "Position": "statements",
    "ReportedStatus": "statements",
    "ReportedTerm": "statements",
    "Source": "source",
    "Terms": "terms",
    "Treaty": "treaty",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{home}"), name)
