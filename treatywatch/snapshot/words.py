"""Answers in English sentences: one place for the wording of statuses and deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.wording import the
from treatywatch.rules.deadlines import HELD, Deadline, is_over

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from treatywatch.catalog.contents import Contents
    from treatywatch.dates import Edtf

__all__ = ["STATUS_WORDS", "conclusion", "date_words", "deadline_words", "join", "since_words"]

STATUS_WORDS = {
    "not-concluded": "not concluded",
    "signed": "signed, not in force",
    "provisionally-applied": "provisionally applied",
    "in-force": "in force",
    "suspended": "suspended",
    "expired": "expired",
    "terminated": "terminated",
    "superseded": "superseded",
    "abandoned": "abandoned, never in force",
    "none": "not bound",
    "signatory": "a signatory",
    "contracting": "a contracting state, the treaty not being in force for it",
    "provisional": "applying the treaty provisionally",
    "party": "a party",
    "withdrawn": "withdrawn",
    "former": "a former party, the treaty having ended",
}


def join(words: Iterable[str], last: str = "and") -> str:
    """Join words as English does: `a, b and c`."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def date_words(day: Edtf) -> str:
    """Return a date in words that say how vague it is."""
    doubt = {"?": " (doubtful)", "~": " (about)", "%": " (about, doubtful)"}.get(day.mark, "")
    if "/" not in day.text:
        return day.text.rstrip("?~%") + doubt
    start, _, end = day.text.partition("/")
    start, end = start.rstrip("?~%"), end.rstrip("?~%")
    if start == "..":
        return f"{end} or earlier{doubt}"
    if end == "..":
        return f"{start} or later{doubt}"
    return f"between {start} and {end}{doubt}"


def since_words(day: Edtf) -> str:
    """Return since when something holds, in words that stay a sentence where the day is one of several."""
    words = date_words(day)
    return f"since a day {words}" if words.startswith("between ") else f"since {words}"


def conclusion(subject: str, possible: tuple[str, ...], since: Edtf | None, flags: Iterable[str]) -> str:
    """Return how something stands as a sentence."""
    is_or_may = "may be" if len(possible) > 1 else "is"
    status = join((STATUS_WORDS[word] for word in possible), "or")
    when = f" {since_words(since)}" if since is not None and len(possible) == 1 else ""
    notes = [word for word in sorted(flags) if word != "uncertain"]
    more = f" ({join(notes)})" if notes else ""
    return f"{subject} {is_or_may} {status}{when}{more}"


def deadline_words(contents: Contents, deadline: Deadline, day: date) -> str:
    """Return what a deadline is, seen from a day, as a sentence without its date."""
    treaty = contents.treaties[deadline.treaty]
    party = contents.parties[deadline.party].name if deadline.party and deadline.party in contents.parties else ""
    label, gone = deadline.label, is_over(deadline, day)
    if deadline.kind == "recurring":
        idle = join(contents.parties[name].name for name in deadline.suspended_by if name in contents.parties)
        return f"{treaty.short_title}: {label} due" + (f" (suspended by {idle})" if idle else "")
    if deadline.kind == "extension-window":
        clause = treaty.terms.extension
        by_all = ", by all parties," if clause and clause.agreement == "all-parties" else ""
        can_be = "could be agreed" if gone else "can be agreed"
        return f"{treaty.short_title}: an extension {label}{' ' * bool(label)}{can_be}{by_all} before this day"
    coming, come = _HELD if deadline.rule == HELD else _DEADLINES[deadline.kind]
    of_party = f" for {party}" if party and deadline.kind == "entry-into-force" else ""
    return (come if gone else coming).format(treaty=treaty.short_title, party=the(party), label=label) + of_party


_HELD = (
    "The notice of {party} to leave {treaty} ends; the withdrawal takes no effect while its armed conflict lasts",
    "The notice of {party} to leave {treaty} ended; its armed conflict holds the withdrawal",
)
"""Of a withdrawal that waits for peace, what is to come and what has come."""

_DEADLINES = {
    "entry-into-force": ("{treaty} enters into force", "{treaty} entered into force"),
    "expiry": ("{treaty} expires", "{treaty} expired"),
    "renewal": ("{treaty} renews itself unless a party objects", "{treaty} renewed itself"),
    "withdrawal-effect": (
        "The withdrawal of {party} from {treaty} takes effect",
        "The withdrawal of {party} from {treaty} took effect",
    ),
    "suspension-effect": (
        "The suspension of {treaty} by {party} begins",
        "The suspension of {treaty} by {party} began",
    ),
    "provisional-end": ("Provisional application of {treaty} ends", "Provisional application of {treaty} ended"),
    "notice-window": (
        "{treaty}: a notice of withdrawal ({label}) given on or after this day takes effect no sooner than expiry",
        "{treaty}: the last day passed for a notice of withdrawal ({label}) that takes effect before expiry",
    ),
    "limits-apply": ("{treaty}: limits begin to bind ({label})", "{treaty}: limits began to bind ({label})"),
    "conference": (
        "{treaty}: {label}, on the notice of {party}",
        "{treaty}: the time was over for the {label}, on the notice of {party}",
    ),
}
"""Of each kind of deadline, what is to come and what has come."""
