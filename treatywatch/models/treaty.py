"""A treaty: who it is, not how it stands."""

from typing import Literal, Self

from pydantic import model_validator

from treatywatch.dates import Day
from treatywatch.models.base import Id, Model, PartyId, Text
from treatywatch.models.terms import Terms

__all__ = ["Treaty"]


class Treaty(Model):
    """A treaty's identity and terms.

    A bilateral treaty has two `sides`; a side may be several states where one was succeeded.
    `participation` is `partial` where only some of the parties are curated: then their number says
    nothing of the treaty's. `verified` is the day up to which a curator vouches that the facts are
    complete. `follows` are the treaties that it came after, `part_of` the one a protocol belongs to.
    """

    id: Id
    title: Text
    short_title: Text
    aliases: tuple[Text, ...] = ()
    kind: Literal["bilateral", "multilateral"]
    participation: Literal["full", "partial"] = "full"
    subject: Id
    sides: tuple[tuple[PartyId, ...], ...] = ()
    negotiators: tuple[PartyId, ...] = ()
    depositaries: tuple[PartyId, ...] = ()
    follows: tuple[Id, ...] = ()
    part_of: Id | None = None
    verified: Day
    terms: Terms
    note: Text | None = None

    @model_validator(mode="after")
    def _has_sides(self) -> Self:
        if self.kind == "bilateral" and len(self.sides) != 2:
            raise ValueError('a bilateral treaty has two sides: sides = [["US"], ["SU", "RU"]]')
        if self.kind == "multilateral" and self.sides:
            raise ValueError("a multilateral treaty has no sides")
        named = [party for side in self.sides for party in side]
        if len(set(named)) != len(named):
            raise ValueError("a party stands on one side only")
        return self
