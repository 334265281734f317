"""Days that acts name beside their own: from which, or until which, something follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.registry import principle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatywatch.dates import Edtf
    from treatywatch.models.occurrence import Occurrence

__all__ = ["DATED_FIELDS", "RETROACTIVE", "RETROACTIVE_EFFECT", "effective_earlier"]

DATED_FIELDS: Mapping[str, str] = {
    "extension": "until",
    "suspension": "effective",
    "withdrawal-notice": "effective",
    "ratification": "effective",
    "entry-into-force": "effective",
    "provisional-application": "effective",
}
"""The field in which an event of each type may name a day from which something follows."""

RETROACTIVE = frozenset({"ratification", "entry-into-force", "provisional-application"})
"""Types of events that may have effect from a day before they were done, where the parties intended so (VCLT 28)."""

RETROACTIVE_EFFECT = principle(
    "retroactive-effect",
    says="An act binds for what comes after it, unless those who did it meant it to have effect from an earlier day: then from that day.",
    authority=("VCLT 28",),
    of="belief",
)


def effective_earlier(occurrence: Occurrence) -> Edtf | None:
    """Return the day from which an act has effect, where that lies before the act itself (VCLT 28)."""
    named: Edtf | None = occurrence.get("effective") if occurrence.type in RETROACTIVE else None
    return named if named is not None and named.earliest < occurrence.date.earliest else None
