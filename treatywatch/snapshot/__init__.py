"""What stands: the answers for a day, a state of knowledge and a choice of sources."""

from treatywatch.snapshot.answers import Countdown, Evidence, Explanation, Interval, PartyStatus, Refused, TreatyStatus
from treatywatch.snapshot.catalog import Catalog, load
from treatywatch.snapshot.snapshot import Snapshot

__all__ = [
    "Catalog",
    "Countdown",
    "Evidence",
    "Explanation",
    "Interval",
    "PartyStatus",
    "Refused",
    "Snapshot",
    "TreatyStatus",
    "load",
]
