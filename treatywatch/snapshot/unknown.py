"""What an answer leaves open and why: what was not yet public or not told, and vague dates with what could settle them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from treatywatch.models.occurrence import Derived
from treatywatch.rules.history import behind
from treatywatch.rules.named_days import DATED_FIELDS
from treatywatch.rules.state import Transition
from treatywatch.snapshot.view import View, public_from
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatywatch.dates import Edtf
    from treatywatch.models.facts import Fact
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.history import History, Segment

__all__ = ["left_out", "to_blame", "why_unknown"]

_TELLING = frozenset(
    {
        "signature",
        "ratification",
        "entry-into-force",
        "extension",
        "suspension",
        "resumption",
        "withdrawal-notice",
        "withdrawal-revocation",
        "withdrawal",
        "termination",
        "supersession",
        "expiry",
        "ratification-revocation",
        "repudiation",
        "objection",
        "non-renewal",
    }
)


def left_out(view: View, history: History, day: date, party: str | None) -> list[tuple[Occurrence, str]]:
    """Return what happened by the day but is not believed under this knowledge day or these sources, each with why.

    That is what a party did itself, or what no one party did; and what any party did on which the answer would rest.
    """
    if view.known_by is None and view.according_to is None:
        return []
    whole, known = View(view.contents), {act.id for act in history.occurrences}
    decisive = {act.id for act in behind(whole.history(history.treaty.id).at(day, party).changes)}
    left = [
        act
        for act in whole.occurrences(history.treaty.id)
        if act.id not in known and act.date.earliest <= day and act.type in _TELLING
        if act.party in (party, None) or act.id in decisive
    ]
    left.sort(key=lambda act: (act.date.earliest, act.id))
    what = [(act, f"the {act.type.replace('-', ' ')} of {date_words(act.date)}") for act in left]
    return [(act, why_unknown(view, words, act.facts)) for act, words in what]


def why_unknown(view: View, words: str, facts: Iterable[Fact | Derived]) -> str:
    """Say why facts are not believed: none of the sources asked tells of them, or those that do were not yet public."""
    trusted = view.according_to
    days = [
        public_from(view.contents, fact, source)
        for fact in facts
        if not isinstance(fact, Derived)
        for source in fact.sources
        if trusted is None or source in trusted
    ]
    if not days:
        return f"{words} is not told by the sources asked"
    first = min(days)
    since = f" (it was from {first})" if first < date.max else ""
    return f"{words} was not yet public{since}"


def to_blame(view: View, history: History, segment: Segment) -> list[str]:
    """Say which vague dates leave the answer open, who gives them, and what could settle them."""
    if len(segment.standings) == 1:
        return []
    acts: dict[str, tuple[Occurrence, Edtf, str | None]] = {}
    waiting: list[Occurrence | Transition] = [change for change in segment.changes if change is not None]
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, Transition):
            waiting.extend(cause.causes)
            continue
        for field, given in _dates(cause):
            if given.earliest != given.latest:
                acts.setdefault(cause.id, (cause, given, field))
    told = {act.id: act for act in View(view.contents).occurrences(history.treaty.id)}
    once: dict[tuple[str, ...], tuple[str, tuple[Occurrence, Edtf, str | None]]] = {}
    for name, found in sorted(acts.items()):
        once.setdefault(tuple(fact.id for fact in found[0].facts), (name, found))
    return [_blame(history, name, told, *found) for name, found in once.values()]


def _blame(
    history: History, name: str, told: dict[str, Occurrence], act: Occurrence, day: Edtf, field: str | None
) -> str:
    what, given = act.summary.rstrip("."), join(act.sources) or "the record"
    return f"{what} ({name}) is dated {date_words(day)} by {given}; {_remedy(history, act, told, field)}"


def _dates(act: Occurrence) -> Iterator[tuple[str | None, Edtf]]:
    yield None, act.date
    field = DATED_FIELDS.get(act.type)
    named = act.get(field) if field else None
    if named is not None:
        yield field, named


def _remedy(history: History, act: Occurrence, told: dict[str, Occurrence], field: str | None) -> str:
    """Name the source that gives the day and is left out here; else who keeps the record that would."""
    known = told.get(act.id, act)
    exact = [
        fact
        for fact in known.facts
        if (day := getattr(fact, field or "date", None)) is not None
        and day.earliest == day.latest
        and fact not in act.facts
    ]
    if exact:
        names = join(dict.fromkeys(source for fact in exact for source in fact.sources if source not in act.sources))
        return f"{names}, not yet public or not asked, would settle it" if names else "another passage would settle it"
    keepers = history.treaty.depositaries
    if keepers and act.type in ("ratification", "withdrawal-notice", "entry-into-force"):
        return f"the depositary's record ({join(keepers)}) would settle it"
    return "a source that gives the day would settle it"
