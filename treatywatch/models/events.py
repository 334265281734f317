"""What happens in the life of a treaty: a family of events, told apart by `type`.

Names are those of the law of treaties (VCLT 1969). An event says that something happened on a
day; what followed from it in law is for the rules. Types with nothing of their own to add share
the class `Act`: each further class would cost every start of the program about a millisecond.
"""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from treatywatch.dates import Edtf, Term
from treatywatch.models.base import Id, PartyId, Text
from treatywatch.models.facts import Fact

__all__ = [
    "Act",
    "Consultation",
    "DomesticApproval",
    "EntryIntoForce",
    "Event",
    "EventBase",
    "Extension",
    "NonComplianceFinding",
    "Objection",
    "ProvisionalApplication",
    "Ratification",
    "Resumption",
    "Supersession",
    "Suspension",
    "WithdrawalNotice",
    "WithdrawalRevocation",
]

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Extent = Literal["whole", "part"]


class EventBase(Fact):
    """Something that happened to a treaty on a day.

    `parties` are those who acted. `occasion` tells apart what happened more than once (a second
    notice, one call from another); facts with the same treaty, type, party and occasion are about
    one occurrence. `weekday` is the day of the week where the source prints one.
    """

    treaty: Id | None = None
    parties: tuple[PartyId, ...] = ()
    date: Edtf
    occasion: Id | None = None
    weekday: Weekday | None = None


class Act(EventBase):
    """An event told by who, what and when alone. Its types:

    - `adoption`: the text was adopted (VCLT 9);
    - `opening-for-signature`: the treaty was opened for signature;
    - `signature`: the parties signed (VCLT 12, 18);
    - `amendment`: the treaty was amended (VCLT 39, 40);
    - `non-renewal`: a party gave notice that a treaty that renews itself shall not go on;
    - `suspension-announcement`: a party said that it would suspend; nothing in law yet;
    - `withdrawal-announcement`: a party said that it would leave; an announcement is not a notice;
    - `withdrawal`: a source says that a party's exit took effect;
    - `termination`: the treaty was ended by consent or otherwise than by its term (VCLT 54(b), 60);
    - `expiry`: a source says that the treaty's term ran out (VCLT 54(a));
    - `ratification-revocation`: a party took its ratification back; its signature stands;
    - `repudiation`: a signatory made clear that it will not become a party (VCLT 18(a));
    - `armed-conflict`, `end-of-armed-conflict`: the parties named became engaged in one, or were no longer;
    - `test`, `deployment`: of a weapon that the treaty is about.
    """

    type: Literal[
        "adoption",
        "opening-for-signature",
        "signature",
        "amendment",
        "non-renewal",
        "suspension-announcement",
        "withdrawal-announcement",
        "withdrawal",
        "termination",
        "expiry",
        "ratification-revocation",
        "repudiation",
        "armed-conflict",
        "end-of-armed-conflict",
        "test",
        "deployment",
    ]


class Ratification(EventBase):
    """Consent to be bound on the international plane (VCLT 2(1)(b), 14-16): deposit or exchange of an instrument.

    `predecessor` is the state in whose place a successor state joins, `effective` the earlier day from which the act
    says it has effect.
    """

    type: Literal["ratification"]
    manner: Literal["ratification", "acceptance", "approval", "accession", "succession"] = "ratification"
    predecessor: PartyId | None = None
    effective: Edtf | None = None


class EntryIntoForce(EventBase):
    """A source says that the treaty entered into force, for all or for the parties named (VCLT 24).

    `effective` is the earlier day from which it has effect, where the treaty says so (VCLT 28).
    """

    type: Literal["entry-into-force"]
    effective: Edtf | None = None


class DomesticApproval(EventBase):
    """A step at home (a vote, a law, a decree) that binds nobody abroad; `towards` is the act it prepares."""

    type: Literal["domestic-approval"]
    towards: Literal["ratification", "extension", "suspension", "resumption", "withdrawal", "ratification-revocation"]


class ProvisionalApplication(EventBase):
    """The treaty began to be applied provisionally (VCLT 25), by the parties named or by all signatories.

    `effective` is the earlier day from which it was, where the parties agreed so.
    """

    type: Literal["provisional-application"]
    extent: Extent = "whole"
    effective: Edtf | None = None


class Extension(EventBase):
    """The parties agreed that the treaty lasts longer: `until` a day, `by` a term, or `indefinitely`.

    `until` is the first day on which the treaty is no longer in force, as half-open spans have it.
    """

    type: Literal["extension"]
    until: Edtf | None = None
    by: Term | None = None
    indefinitely: StrictBool = False


class Suspension(EventBase):
    """The parties named suspended the operation of the treaty (VCLT 57-60, 65, 72).

    In part where `extent` says so: `duties` then names the duties no longer performed. `towards` are
    the parties to whom alone it applies, `ground` is what was invoked, `effective` the later day on which it began.
    """

    type: Literal["suspension"]
    extent: Extent = "whole"
    duties: tuple[Id, ...] = ()
    towards: tuple[PartyId, ...] = ()
    ground: Text | None = None
    effective: Edtf | None = None


class Resumption(EventBase):
    """A suspension ended (VCLT 72), wholly or for the `duties` named."""

    type: Literal["resumption"]
    duties: tuple[Id, ...] = ()


class WithdrawalNotice(EventBase):
    """A party gave notice of withdrawal (VCLT 65, 67); `effective` is the day it named, if later than the shortest."""

    type: Literal["withdrawal-notice"]
    effective: Edtf | None = None


class WithdrawalRevocation(EventBase):
    """A notice was taken back before it took effect (VCLT 68), or its running was suspended."""

    type: Literal["withdrawal-revocation"]
    manner: Literal["revoked", "suspended"] = "revoked"


class Supersession(EventBase):
    """A later treaty, `by`, took this one's place (VCLT 59)."""

    type: Literal["supersession"]
    by: Id


class Objection(EventBase):
    """A party called another's act invalid (VCLT 65(3)): `to` is the type of the act, `of` whose act it was."""

    type: Literal["objection"]
    to: Literal[
        "suspension", "withdrawal-notice", "withdrawal", "ratification", "ratification-revocation", "termination"
    ]
    of: tuple[PartyId, ...]


class NonComplianceFinding(EventBase):
    """A party found, in a formal way, that others (`of`) do not comply."""

    type: Literal["non-compliance-finding"]
    of: tuple[PartyId, ...]


class Consultation(EventBase):
    """Calls, meetings, talks, letters and conferences; `about` are the treaties they were about, if any."""

    type: Literal["consultation"]
    form: Literal["call", "meeting", "talks", "conference", "letter", "press-conference"]
    about: tuple[Id, ...] = ()


Event = Annotated[
    Act
    | Ratification
    | EntryIntoForce
    | DomesticApproval
    | ProvisionalApplication
    | Extension
    | Suspension
    | Resumption
    | WithdrawalNotice
    | WithdrawalRevocation
    | Supersession
    | Objection
    | NonComplianceFinding
    | Consultation,
    Field(discriminator="type"),
]
"""Any event, read by its `type`."""
