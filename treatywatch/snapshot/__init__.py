"""What stands: the answers for a day, a state of knowledge and a choice of sources."""

from __future__ import annotations

from treatywatch.snapshot.answers import Countdown, Evidence, Explanation, Interval, PartyStatus, Refused, TreatyStatus
from treatywatch.snapshot.catalog import Catalog, load
from treatywatch.snapshot.snapshot import Snapshot
from treatywatch.snapshot.stances import Alignment, PartyPosition, StanceShift, Statement

__all__ = [
    "Alignment",
    "Catalog",
    "Countdown",
    "Evidence",
    "Explanation",
    "Interval",
    "PartyPosition",
    "PartyStatus",
    "Refused",
    "Snapshot",
    "StanceShift",
    "Statement",
    "TreatyStatus",
    "load",
]
