"""What a treaty's text says of its own life: how it begins, lasts, is extended and is left.

Each clause carries the article it is taken from. Everything special to a treaty stands here, so
that no rule needs to name one.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, StrictBool, StrictInt, WithJsonSchema, model_validator

from treatywatch.dates import Day, Term
from treatywatch.models.base import Id, Model, PartyId, Text

__all__ = [
    "Clause",
    "Conference",
    "Duration",
    "Duty",
    "EntryIntoForceClause",
    "ExtensionClause",
    "Limit",
    "ProvisionalClause",
    "Share",
    "SuspensionClause",
    "Terms",
    "WithdrawalClause",
]

Count = Annotated[StrictInt, Field(ge=1, le=500)]


class Clause(Model):
    """A provision, with its article as the treaty's short title is to be followed by it: `XIV(2)`.

    `confidence_note` says where the article number or the figure could not be seen in the text itself.
    """

    article: Text
    confidence_note: Text | None = None


def _pairs(value: object) -> object:
    return tuple(sorted(value.items())) if isinstance(value, dict) else value


Weights = Annotated[
    tuple[tuple[PartyId, Annotated[float, Field(ge=0, le=100)]], ...],
    BeforeValidator(_pairs),
    PlainSerializer(dict),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "number", "minimum": 0, "maximum": 100}}),
]
"""States and what each holds, in per cent: a table in the data, and here what does not change."""


class Share(Model):
    """A share that the consenting states must hold, such as 55 per cent of the emissions of a year."""

    of: Text
    at_least: Annotated[float, Field(gt=0, le=100)]
    weights: Weights


class EntryIntoForceClause(Clause):
    """When the treaty enters into force (VCLT 24).

    `by` tells the way: `signature`; `exchange` of instruments by all sides (by all of `including`, where given); `instruments` (deposit by
    `count` states, `including` named ones, holding a `share`, as far as given; with none of these, by
    every negotiating state); `with-treaty` (together with the treaty it belongs to); or `record`, where
    the condition cannot be worked out from curated data and the depositary's word is taken.
    It then waits for `delay`, is not `not_before` a day, and comes on the first day of the `first_of_month`-th month
    after where that is given. `late_joiners` is the delay for a state that consents later, when the treaty is in
    force or (`late_from`) when the last instrument needed has been given; without it the treaty binds such a state on
    the day of its consent. Instruments of `not_counted` do not count.
    """

    by: Literal["signature", "exchange", "instruments", "with-treaty", "record"]
    count: Count | None = None
    including: tuple[PartyId, ...] = ()
    share: Share | None = None
    not_counted: tuple[PartyId, ...] = ()
    delay: Term | None = None
    first_of_month: Count | None = None
    not_before: Day | None = None
    late_joiners: Term | None = None
    late_from: Literal["entry-into-force", "last-instrument"] = "entry-into-force"
    with_treaty: Id | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.by != "instruments" and (self.count or self.share or self.not_counted):
            raise ValueError('count, share and not_counted belong to by = "instruments"')
        if self.including and self.by not in ("instruments", "exchange"):
            raise ValueError('including belongs to by = "instruments" or "exchange"')
        if (self.by == "with-treaty") != (self.with_treaty is not None):
            raise ValueError('by = "with-treaty" and with_treaty go together')
        return self


class Duration(Clause):
    """How long the treaty lasts: without limit where neither `period` (from entry into force) nor `until` is given.

    `until` is the last day in force. `ends_with` is a treaty whose end is the end of this one too;
    `superseded_by` a later treaty whose entry into force ends it. `renewal` is the period by which it goes on by
    itself at each end unless a party objects, at least `renewal_notice` before that end where it is given.
    """

    period: Term | None = None
    until: Day | None = None
    ends_with: Id | None = None
    superseded_by: Id | None = None
    renewal: Term | None = None
    renewal_notice: Term | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.period and self.until:
            raise ValueError("give a period or a last day (until), not both")
        if self.renewal and not (self.period or self.until):
            raise ValueError("a treaty without limit has nothing to renew")
        if self.renewal_notice and not self.renewal:
            raise ValueError("renewal_notice belongs to a treaty that renews itself")
        return self


class ExtensionClause(Clause):
    """By how much, how often (None: without limit) and by whose agreement the treaty may be extended."""

    longest: Term | None = None
    times: Count | None = None
    agreement: Literal["all-parties", "conference"] = "all-parties"


class Conference(Clause):
    """A meeting that a notice of withdrawal sets off, from `opens_after` to `closes_after` counted from the notice."""

    name: Text
    opens_after: Term | None = None
    closes_after: Term


class WithdrawalClause(Clause):
    """How a party may leave: by `notice`, to `notify`, on `grounds`.

    `counts` says whether the exit takes effect on the day the period ends (`that-day`) or, where the full
    period must first have run, on the day after (`day-after`). With `held_by_conflict` the exit waits for the end
    of an armed conflict in which the state is engaged. `earliest` is the time after entry into force before which no
    notice can be given.
    """

    notice: Term
    grounds: Text | None = None
    notify: Text | None = None
    counts: Literal["that-day", "day-after"] = "that-day"
    held_by_conflict: StrictBool = False
    earliest: Term | None = None
    conference: Conference | None = None


class SuspensionClause(Clause):
    """Whether the text provides for suspension, and the notice it asks for."""

    provided: StrictBool
    notice: Term | None = None


class ProvisionalClause(Clause):
    """Provisional application (VCLT 25): from signature or from a recorded day, of the whole treaty or a part."""

    starts: Literal["signature", "record"]
    extent: Literal["whole", "part"] = "whole"
    period: Term | None = None


class Limit(Clause):
    """A limit on arms: what is counted, at most how many, and how long after entry into force it begins to bind."""

    name: Text
    value: Annotated[StrictInt, Field(ge=0)] | None = None
    unit: Text | None = None
    binds_after: Term | None = None


_MONTHS, _DAYS = "(1[0-2]|[1-9])", "-?(3[01]|[12][0-9]|[1-9])"
_WEEKDAYS = "-?[1-5]?(MO|TU|WE|TH|FR|SA|SU)"
_PARTS = (
    "INTERVAL=[1-9][0-9]?",
    "COUNT=[1-9][0-9]{0,2}",
    "UNTIL=[0-9]{8}",
    *(f"{name}={each}(,{each})*" for name, each in (("BYMONTH", _MONTHS), ("BYMONTHDAY", _DAYS), ("BYDAY", _WEEKDAYS))),
    f"BYSETPOS={_DAYS}",
)
Recurrence = Annotated[str, Field(pattern=f"^FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;({'|'.join(_PARTS)}))*$")]
"""An iCalendar recurrence rule, as far as duties of treaties need one."""


class Duty(Clause):
    """A duty that comes back: `rule` is an iCalendar recurrence rule (RFC 5545, 3.3.10) without DTSTART.

    It starts `first_after` entry into force (at once where None), or on the day `starts`.
    `id` is the name by which a suspension in part refers to it.
    """

    id: Id
    name: Text
    rule: Recurrence
    first_after: Term | None = None
    starts: Day | None = None
    within: Term | None = None
    per_period: Count | None = None

    @model_validator(mode="after")
    def _recurs(self) -> Self:
        parts = dict(part.split("=") for part in self.rule.split(";"))
        if len(parts) < self.rule.count("="):
            raise ValueError("a part of the rule stands twice")
        if "COUNT" in parts and "UNTIL" in parts:
            raise ValueError("COUNT and UNTIL do not go together")
        if "UNTIL" in parts:
            date.fromisoformat(parts["UNTIL"])
        return self


class Terms(Model):
    """The treaty's clauses. `source` is the treaty's text; `notes` say what the text leaves open."""

    source: Id
    entry_into_force: EntryIntoForceClause
    duration: Duration
    extension: ExtensionClause | None = None
    withdrawal: WithdrawalClause | None = None
    suspension: SuspensionClause | None = None
    provisional_application: ProvisionalClause | None = None
    limits: tuple[Limit, ...] = ()
    duties: tuple[Duty, ...] = ()
