"""What sources say of positions, of a treaty's status and of its terms."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from treatywatch.dates import Edtf
from treatywatch.models.base import Id, Model, PartyId, Text
from treatywatch.models.facts import Fact
from treatywatch.models.status import Office, PartyStatus, Stance, TreatyStatus

__all__ = ["Decider", "Issue", "Position", "ReportedStatus", "ReportedTerm", "Scope"]


class Position(Fact):
    """A party's stance on an issue, as somebody put it on a day.

    `voice` tells whose word it is: `stated` by the party itself, `reported` by another party (`reported_by`), or
    `characterised` by the outlet, which is not a statement of the party. `speaker` and `title` name the person;
    `office` ranks the office (VCLT 7(2) puts heads of state and government and foreign ministers first).
    """

    party: PartyId
    issue: Id
    stance: Stance
    date: Edtf
    voice: Literal["stated", "reported", "characterised"]
    reported_by: PartyId | None = None
    speaker: Text | None = None
    title: Text | None = None
    office: Office = "government"
    occasion: Text | None = None
    summary: Text

    @model_validator(mode="after")
    def _has_a_reporter(self) -> Self:
        if (self.voice == "reported") != (self.reported_by is not None):
            raise ValueError('voice = "reported" and reported_by go together')
        return self


class Decider(Model):
    """An event that settles an issue: its type, its treaty, and its parties or occasion where they matter."""

    type: Text
    treaty: Id | None = None
    parties: tuple[PartyId, ...] = ()
    occasion: Id | None = None


class Issue(Model):
    """A proposition that one can be for or against.

    `parties` are those whose stance is asked for. `agreement` is `all-parties` where the treaty's terms ask for the agreement of
    all of them. `settled_by` are the events that decide it; it is moot when its `treaty` ends unless `outlives` says otherwise.
    """

    id: Id
    title: Text
    proposition: Text
    treaty: Id | None = None
    parties: tuple[PartyId, ...] = ()
    agreement: Literal["all-parties"] | None = None
    settled_by: tuple[Decider, ...] = ()
    moot_from: Edtf | None = None
    outlives: bool = False
    contradicted_by: tuple[Decider, ...] = ()
    note: Text | None = None


class Scope(Model):
    """A set of treaties: those between all of `parties` and of one of `subjects` (any, where none is named)."""

    parties: Annotated[tuple[PartyId, ...], Field(min_length=1)]
    subjects: tuple[Id, ...] = ()
    kind: Literal["bilateral", "any"] = "any"


class ReportedStatus(Fact):
    """A source's own statement of how a treaty or a party stood, or will stand, on a day.

    `claim` is `stands` (it had this `status`), `sole-in-force` (no other treaty of `scope` was in force) or `none-in-force` (none
    was, for the first time since `first_since` where given). `unless` is a type of event on which the statement makes itself
    depend ("if it is not extended").
    """

    treaty: Id | None = None
    party: PartyId | None = None
    claim: Literal["stands", "sole-in-force", "none-in-force"] = "stands"
    status: Literal[TreatyStatus, PartyStatus] | None = None
    date: Edtf
    scope: Scope | None = None
    first_since: Edtf | None = None
    unless: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.claim == "stands" and (self.treaty is None or self.status is None):
            raise ValueError('claim = "stands" needs a treaty and a status')
        if self.claim != "stands" and self.scope is None:
            raise ValueError(f'claim = "{self.claim}" needs a scope')
        return self


class ReportedTerm(Fact):
    """A source's own statement of what a treaty's terms say, to be held against the treaty's text.

    `clause` is the path of a term (`extension.longest`, `limits.deployed-warheads`), `value` what the source says of it.
    """

    treaty: Id
    clause: Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)*$")]
    value: Text
