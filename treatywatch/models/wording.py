"""How the names of states stand within a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatywatch.models.party import Party

__all__ = ["named", "the"]

_WITH_ARTICLE = ("United ", "Soviet Union", "Netherlands", "Holy See", "Philippines")


def the(name: str) -> str:
    """Return a state's name as it stands within a sentence."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def named(states: Mapping[str, Party], party: str) -> str:
    """Return the name of a state, by its id, as it stands within a sentence; the id where it is not known."""
    known = states.get(party)
    return the(known.name) if known is not None else party
