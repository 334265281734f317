"""What rules yield: the changes that they ask for. Only the replay makes them.

Plain classes, for a replay makes dozens of them: with named tuples it took a twelfth longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from treatywatch.models.occurrence import Occurrence

__all__ = [
    "Cancel",
    "Effect",
    "Inherit",
    "Refuse",
    "Remember",
    "Schedule",
    "SetFlag",
    "SetParty",
    "SetTreaty",
]


class SetTreaty:
    """The treaty gets a status; `article` is the treaty's own article, beside the rule's authority."""

    __slots__ = ("article", "status")

    def __init__(self, status: str, article: str | None = None) -> None:
        self.status = status
        self.article = article


class SetParty:
    """A state gets a status."""

    __slots__ = ("article", "party", "status")

    def __init__(self, party: str, status: str, article: str | None = None) -> None:
        self.party = party
        self.status = status
        self.article = article


class SetFlag:
    """A flag is set or taken away; for the treaty as a whole where `party` is None."""

    __slots__ = ("article", "flag", "on", "party")

    def __init__(self, party: str | None, flag: str, on: bool = True, article: str | None = None) -> None:
        self.party = party
        self.flag = flag
        self.on = on
        self.article = article


class Schedule:
    """Something goes on the agenda for a day (`latest`: for a window that closes then)."""

    __slots__ = ("article", "because", "day", "kind", "label", "latest", "party")

    def __init__(
        self,
        kind: str,
        day: date,
        party: str | None = None,
        article: str | None = None,
        latest: date | None = None,
        label: str = "",
        because: tuple[Occurrence, ...] = (),
    ) -> None:
        self.kind = kind
        self.day = day
        self.party = party
        self.article = article
        self.latest = latest
        self.label = label
        self.because = because


class Cancel:
    """Something is taken off the agenda."""

    __slots__ = ("kind", "party")

    def __init__(self, kind: str, party: str | None = None) -> None:
        self.kind = kind
        self.party = party


class Refuse:
    """An act has no effect in law, and why; `code` names the kind of impossibility."""

    __slots__ = ("article", "code", "reason")

    def __init__(self, code: str, reason: str, article: str | None = None) -> None:
        self.code = code
        self.reason = reason
        self.article = article


class Inherit:
    """One state takes another's place: its status, its flags, what is remembered of it and what awaits it."""

    __slots__ = ("heir", "party")

    def __init__(self, party: str, heir: str) -> None:
        self.party = party
        self.heir = heir


class Remember:
    """Something later rules need to know, under a key, for a party or the treaty."""

    __slots__ = ("key", "party", "value")

    def __init__(self, key: str, value: Any, party: str | None = None) -> None:
        self.key = key
        self.value = value
        self.party = party


Effect = SetTreaty | SetParty | SetFlag | Schedule | Cancel | Refuse | Remember | Inherit
"""Any of them."""
