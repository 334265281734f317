"""The whole of a catalog's content as one value: what the data files say, and what `export json` writes."""

from typing import Literal

from treatywatch.models.base import Model
from treatywatch.models.events import Event
from treatywatch.models.party import Party
from treatywatch.models.source import Source
from treatywatch.models.statements import Issue, Position, ReportedStatus, ReportedTerm
from treatywatch.models.treaty import Treaty

__all__ = ["Document"]


class Document(Model):
    """Everything that is said. Nothing in it is computed."""

    schema_version: Literal[1] = 1
    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()
    issues: tuple[Issue, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    statuses: tuple[ReportedStatus, ...] = ()
    terms: tuple[ReportedTerm, ...] = ()
