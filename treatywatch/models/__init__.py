"""What is said: parties, sources, treaties and their terms, and the facts that sources give.

Frozen, strict, closed models without I/O and without rules. Names are those of the law of
treaties (Vienna Convention on the Law of Treaties 1969, Article 2) and of EDTF (ISO 8601-2).
"""

from treatywatch.models.document import Document
from treatywatch.models.events import Event, EventBase
from treatywatch.models.facts import Fact
from treatywatch.models.party import Party
from treatywatch.models.source import Source
from treatywatch.models.statements import Issue, Position, ReportedStatus, ReportedTerm
from treatywatch.models.status import Confidence, Flag, PartyStatus, Stance, TreatyStatus
from treatywatch.models.terms import Terms
from treatywatch.models.treaty import Treaty

__all__ = [
    "Confidence",
    "Document",
    "Event",
    "EventBase",
    "Fact",
    "Flag",
    "Issue",
    "Party",
    "PartyStatus",
    "Position",
    "ReportedStatus",
    "ReportedTerm",
    "Source",
    "Stance",
    "Terms",
    "Treaty",
    "TreatyStatus",
]
