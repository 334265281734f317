"""The closed vocabularies of status, stance, confidence and authority. Loads nothing: they are used everywhere."""

from typing import Literal

__all__ = [
    "AUTHORITY",
    "ENDED",
    "OFFICES",
    "PARTY_STATUSES",
    "SHARED_FLAGS",
    "TREATY_STATUSES",
    "Confidence",
    "Flag",
    "Office",
    "PartyStatus",
    "SourceKind",
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

SHARED_FLAGS: frozenset[str] = frozenset({"suspended", "withdrawing", "contested"})
"""The flags that a treaty shows where a party has them."""

Confidence = Literal["verified", "secondary", "inferred", "unverified", "disputed"]
"""How sure the curator is: seen in the source named; seen second-hand; computed from facts seen;
not seen at all; seen, but denied by somebody concerned."""

Stance = Literal["supports", "conditional", "noncommittal", "opposes"]

TREATY_STATUSES: tuple[TreatyStatus, ...] = TreatyStatus.__args__  # type: ignore[attr-defined]
"""From the least to the most advanced."""

PARTY_STATUSES: tuple[PartyStatus, ...] = PartyStatus.__args__  # type: ignore[attr-defined]
"""From the least to the most advanced."""

SourceKind = Literal["treaty-text", "register", "government", "reference", "news"]
"""Treaty text; a depositary's or government's running record; a dated statement of a government;
a work of reference or scholarship; news."""

AUTHORITY: dict[str, int] = {"treaty-text": 0, "register": 1, "government": 2, "reference": 3, "news": 4}
"""Rank of each kind of source: the lower, the more it is believed."""

ENDED: frozenset[str] = frozenset({"expired", "terminated", "superseded", "abandoned"})

Office = Literal[
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "minister",
    "ministry",
    "deputy-minister",
    "envoy",
    "spokesperson",
    "official",
    "parliament",
    "government",
]
"""From the highest to the lowest; `government` where a source names nobody more exact."""

OFFICES: tuple[Office, ...] = Office.__args__  # type: ignore[attr-defined]
