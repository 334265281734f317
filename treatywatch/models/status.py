"""The closed vocabularies of status, stance and confidence."""

from typing import Literal

__all__ = [
    "ENDED",
    "PARTY_STATUSES",
    "TREATY_STATUSES",
    "Confidence",
    "Flag",
    "PartyStatus",
    "Stance",
    "TreatyStatus",
]

TreatyStatus = Literal[
    "not-concluded",
    "signed",
    "provisionally-applied",
    "in-force",
    "suspended",
    "expired",
    "terminated",
    "superseded",
    "abandoned",
]
"""How a treaty stands. `suspended` means by all; the last four have ended, in force once or never."""

PartyStatus = Literal["none", "signatory", "contracting", "provisional", "party", "withdrawn", "former"]
"""How a state stands to a treaty (VCLT 2(1)(f), (g)). `former`: the treaty ended while it was bound."""

Flag = Literal["suspended", "withdrawing", "contested", "uncertain", "reported"]

Confidence = Literal["verified", "secondary", "inferred", "unverified", "disputed"]
"""How sure the curator is: seen in the source named; seen second-hand; computed from facts seen;
not seen at all; seen, but denied by somebody concerned."""

Stance = Literal["supports", "conditional", "noncommittal", "opposes"]

TREATY_STATUSES: tuple[TreatyStatus, ...] = TreatyStatus.__args__  # type: ignore[attr-defined]
"""From the least to the most advanced."""

PARTY_STATUSES: tuple[PartyStatus, ...] = PartyStatus.__args__  # type: ignore[attr-defined]
"""From the least to the most advanced."""

ENDED: frozenset[str] = frozenset({"expired", "terminated", "superseded", "abandoned"})
