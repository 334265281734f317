"""Small catalogs for tests, built in memory: the reader sees the data beside what is asserted of them."""

from typing import Any

from treatywatch.models import Document
from treatywatch.snapshot import Catalog

__all__ = ["act", "bilateral", "catalog", "issue", "multilateral", "reported", "said", "source", "terms"]

PARTIES: tuple[dict[str, Any], ...] = (
    {"id": "US", "name": "United States", "aliases": ["USA"]},
    {"id": "SU", "name": "Soviet Union", "until": "1991-12-26", "continued_by": "RU", "succeeded_by": ["UA"]},
    {"id": "RU", "name": "Russia"},
    {"id": "UA", "name": "Ukraine"},
    {"id": "CN", "name": "China"},
    {"id": "CS", "name": "Czechoslovakia", "until": "1993-01-01", "succeeded_by": ["CZ", "SK"]},
    {"id": "CZ", "name": "Czechia"},
    {"id": "SK", "name": "Slovakia"},
    {"id": "FI", "name": "Finland"},
    {"id": "SE", "name": "Sweden"},
)


def source(name: str = "register", kind: str = "register", published: str | None = None, **more: Any) -> dict[str, Any]:
    """A source; `register` is known from the day of each act."""
    made = {"id": name, "publisher": more.pop("publisher", name), "title": name, "kind": kind, **more}
    return made if published is None else {**made, "published": published}


def terms(**clauses: Any) -> dict[str, Any]:
    """Terms of a treaty that enters into force by exchange and lasts without limit, unless told otherwise."""
    return {
        "source": "text",
        "entry_into_force": {"article": "I", "by": "exchange"},
        "duration": {"article": "II"},
        **clauses,
    }


def bilateral(name: str = "pact", **more: Any) -> dict[str, Any]:
    """A treaty between the United States and Russia; clauses of its terms can be given by name."""
    return _treaty(name, {"kind": "bilateral", "sides": [["US"], ["RU"]]}, more)


def multilateral(name: str = "pact", **more: Any) -> dict[str, Any]:
    """A treaty of many states; clauses of its terms can be given by name."""
    return _treaty(name, {"kind": "multilateral"}, more)


_CLAUSES = (
    "entry_into_force",
    "duration",
    "extension",
    "withdrawal",
    "suspension",
    "provisional_application",
    "limits",
    "duties",
)


def _treaty(name: str, kind: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    clauses = {clause: more.pop(clause) for clause in _CLAUSES if clause in more}
    return {
        "id": name,
        "title": f"Treaty called {name}",
        "short_title": name.capitalize(),
        "subject": "strategic-arms",
        "verified": "2026-06-01",
        "terms": terms(**clauses),
        **kind,
        **more,
    }


_count = iter(range(1_000_000))


def act(type_: str, date: str, *parties: str, treaty: str = "pact", **more: Any) -> dict[str, Any]:
    """An event, told by the register unless `sources` says otherwise."""
    return {
        "id": more.pop("id", f"fact-{next(_count)}"),
        "type": type_,
        "treaty": treaty,
        "date": date,
        "parties": list(parties),
        "sources": more.pop("sources", ["register"]),
        **more,
    }


def reported(date: str, status: str, treaty: str = "pact", **more: Any) -> dict[str, Any]:
    """A reported status."""
    return {
        "id": more.pop("id", f"fact-{next(_count)}"),
        "treaty": treaty,
        "status": status,
        "date": date,
        "sources": more.pop("sources", ["register"]),
        **more,
    }


def issue(name: str = "issue", **more: Any) -> dict[str, Any]:
    """An issue between the United States and Russia."""
    return {"id": name, "title": f"Title of {name}", "proposition": "It should be so.", "parties": ["RU", "US"], **more}


def said(stance: str, date: str, party: str = "RU", **more: Any) -> dict[str, Any]:
    """A position in the party's own words, told by the register; `by` is the party that reports it, `outlet` that an outlet does."""
    reporter, outlet = more.pop("by", None), more.pop("outlet", False)
    voice = "reported" if reporter else "characterised" if outlet else "stated"
    return {
        "id": more.pop("id", f"fact-{next(_count)}"),
        "issue": more.pop("issue", "issue"),
        "party": party,
        "stance": stance,
        "date": date,
        "voice": voice,
        "summary": f"{party} {stance}",
        "sources": more.pop("sources", ["register"]),
        **({"reported_by": reporter} if reporter else {}),
        **more,
    }


def catalog(*records: dict[str, Any], sources: tuple[dict[str, Any], ...] = (), **more: Any) -> Catalog:
    """A catalog of treaties and events (told apart by their keys), reported statuses, and what `more` gives by kind."""
    content: dict[str, Any] = {
        "parties": list(PARTIES),
        "sources": [source(), source("text", "treaty-text"), *sources],
        "treaties": [record for record in records if "terms" in record],
        "events": [record for record in records if "type" in record],
        "statuses": [record for record in records if "status" in record],
        **more,
    }
    return Catalog(Document.model_validate(content))
