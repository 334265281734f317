"""Where sources date an end to the last day in force, and not, as half-open spans do, to the first day after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from treatywatch.models.status import ENDED

if TYPE_CHECKING:
    from treatywatch.models.statements import ReportedStatus
    from treatywatch.rules.history import History

__all__ = ["names_last_day"]


def names_last_day(history: History, fact: ReportedStatus) -> bool:
    """Tell whether a reported end is dated to the last day on which the treaty was in force."""
    ended = history.began(str(fact.status), fact.party) if fact.status in ENDED else None
    if ended is None or fact.date.latest == date.max:
        return False
    return ended.same_day(fact.date.latest + timedelta(days=1)) is True
