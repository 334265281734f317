"""States, present and former, and organisations that can be bound by treaties."""

from treatywatch.dates import Day
from treatywatch.models.base import Model, PartyId, Text

__all__ = ["Party"]


class Party(Model):
    """A state or organisation. `until` is the first day on which it no longer existed.

    `continued_by` is the state that is the same person in law (Russia for the Soviet Union: its
    treaties stay with it, VCSST 35); `succeeded_by` are new states on its territory, which take
    part in a treaty only by a recorded act of succession.
    """

    id: PartyId
    name: Text
    aliases: tuple[Text, ...] = ()
    since: Day | None = None
    until: Day | None = None
    continued_by: PartyId | None = None
    succeeded_by: tuple[PartyId, ...] = ()
    note: Text | None = None
