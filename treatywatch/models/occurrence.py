"""What happened once, as all its sources together tell it."""

from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.dates import Edtf

if TYPE_CHECKING:
    from treatywatch.models.events import EventBase
    from treatywatch.models.statements import ReportedStatus

__all__ = ["SUPPOSED", "Derived", "Occurrence"]


class Occurrence(NamedTuple):
    """One happening: its type, who acted, the believed date, and every fact that tells of it.

    `facts` stand in the order in which they are believed; `conflicts` are those among them whose date
    cannot be true together with the believed one. `party` is None for what happens to the treaty as a whole.
    """

    id: str
    treaty: str | None
    type: str
    party: str | None
    date: Edtf
    facts: "tuple[EventBase | ReportedStatus | Derived, ...]"
    conflicts: "tuple[EventBase | ReportedStatus | Derived, ...]" = ()

    def get(self, name: str) -> Any:
        """Return the field `name` of the most believed fact that gives it, or None."""
        for fact in self.facts:
            if value := fact.__dict__.get(name):
                return value
        return None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources that tell of it, the most believed first, each once."""
        return tuple(dict.fromkeys(source for fact in self.facts for source in fact.sources))

    @property
    def summary(self) -> str:
        """The most believed fact's own words, or the type in words."""
        return self.get("summary") or self.type.replace("-", " ")

    @property
    def disputed(self) -> bool:
        """Whether a curator marked it as denied by somebody concerned; a day that is not believed casts no doubt on it."""
        disputing = [fact for fact in self.facts if fact.confidence == "disputed"]
        return bool(disputing) and not all(fact in self.conflicts for fact in disputing)

    @property
    def supposed(self) -> bool:
        """Whether it rests on a supposition alone."""
        sources = self.sources
        return bool(sources) and all(source == SUPPOSED for source in sources)


SUPPOSED = "supposed"
"""The id of the source that supposed facts have."""


class Derived:
    """What follows from another history, in the shape of a fact: so that it can cause something here."""

    at: str | None = None
    confidence: str = "inferred"
    parties: tuple[str, ...] = ()

    def __init__(
        self,
        id: str,  # noqa: A002 - facts have ids
        date: Edtf,
        summary: str,
        status: str | None = None,
        sources: tuple[str, ...] = (),
    ) -> None:
        self.id = id
        self.date = date
        self.summary = summary
        self.status = status
        self.sources = sources

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Derived) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.id, self.date, self.status))
