"""Short questions to small catalogs: how the treaty or a party stands on a day, by which rule, and what had no effect."""

from treatywatch.snapshot import Catalog

__all__ = ["brought", "due", "flags", "line", "of", "refused", "status"]


def status(catalog: Catalog, day: str, treaty: str = "pact") -> str:
    """The treaty's status on a day; `?` follows where it is not certain."""
    found = catalog.at(day).status(treaty)
    return found.status if len(found.possible) == 1 else f"{found.status}?"


def of(catalog: Catalog, day: str, party: str, treaty: str = "pact") -> str:
    """A party's status on a day, with its flags: `party suspended contested`."""
    found = catalog.at(day).party_status(treaty, party)
    return " ".join((found.status, *found.flags))


def flags(catalog: Catalog, day: str, treaty: str = "pact") -> tuple[str, ...]:
    """The flags of the treaty and its parties on a day."""
    return catalog.at(day).status(treaty).flags


def brought(catalog: Catalog, party: str | None = None, treaty: str = "pact") -> list[tuple[str, str, str]]:
    """Every change of status of a party, or of the treaty: day, status, rule."""
    line = catalog.at("2000-01-01").history(treaty).line(party)
    return [
        (change.day.isoformat(), change.after.status, change.rule)
        for change in line
        if change.before.status != change.after.status
    ]


def line(catalog: Catalog, party: str | None = None, treaty: str = "pact") -> list[tuple[str, str]]:
    """Every change of status of a party, or of the treaty: day and status."""
    return [(day, status) for day, status, _ in brought(catalog, party, treaty)]


def due(catalog: Catalog, day: str, kind: str, party: str | None = None, treaty: str = "pact") -> list[tuple[str, str]]:
    """What of a kind is to come after a day: its date and the rule behind it."""
    found = (counted.deadline for counted in catalog.at(day).deadlines(treaty))
    return [(str(item.date), item.rule) for item in found if item.kind == kind and item.party == party]


def refused(catalog: Catalog, treaty: str = "pact") -> list[tuple[str, str]]:
    """The acts that had no effect in law: the rule that says so, and the kind of impossibility."""
    return [(refusal.rule, refusal.code) for refusal in catalog.at("2000-01-01").history(treaty).refusals]
