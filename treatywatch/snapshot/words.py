"""Answers in English sentences: one place for the wording of statuses and deadlines."""

from collections.abc import Iterable

from treatywatch.catalog.contents import Contents
from treatywatch.dates import Edtf
from treatywatch.rules.deadlines import Deadline

__all__ = ["STATUS_WORDS", "conclusion", "date_words", "deadline_words", "join"]

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


def conclusion(subject: str, possible: tuple[str, ...], since: Edtf | None, flags: Iterable[str]) -> str:
    """Return how something stands as a sentence."""
    is_or_may = "may be" if len(possible) > 1 else "is"
    status = join((STATUS_WORDS[word] for word in possible), "or")
    when = f" since {date_words(since)}" if since is not None and len(possible) == 1 else ""
    notes = [word for word in sorted(flags) if word != "uncertain"]
    more = f" ({join(notes)})" if notes else ""
    return f"{subject} {is_or_may} {status}{when}{more}"


def deadline_words(contents: Contents, deadline: Deadline) -> str:
    """Return what a deadline is as a sentence without its date."""
    treaty = contents.treaties[deadline.treaty].short_title
    party = contents.parties[deadline.party].name if deadline.party and deadline.party in contents.parties else ""
    label = deadline.label
    if deadline.kind == "entry-into-force":
        words = f"{treaty} enters into force" + (f" for {party}" if party else "")
    elif deadline.kind == "recurring":
        idle = join(contents.parties[name].name for name in deadline.suspended_by if name in contents.parties)
        words = f"{treaty}: {label} due" + (f" (suspended by {idle})" if idle else "")
    elif deadline.kind == "conference":
        words = f"{treaty}: {label} on the notice of {party} may open"
    else:
        words = {
            "expiry": f"{treaty} expires",
            "renewal": f"{treaty} renews itself unless a party objects",
            "withdrawal-effect": f"the withdrawal of {party} from {treaty} takes effect",
            "suspension-effect": f"the suspension of {treaty} by {party} begins",
            "provisional-end": f"provisional application of {treaty} ends",
            "extension-window": f"{treaty}: extension {label}{' ' if label else ''}can be agreed before this day",
            "notice-window": f"{treaty}: from this day a notice of withdrawal ({label}) takes effect no sooner than expiry",
            "limits-apply": f"{treaty}: limits begin to bind ({label})",
        }[deadline.kind]
    return words
