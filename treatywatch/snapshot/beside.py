"""What counts beside a party's status though it changes none: how others read it, what rests in part, what it made clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.registry import RULES
from treatywatch.snapshot.answers import Evidence, Explanation
from treatywatch.snapshot.evidence import evidence, subject_of
from treatywatch.snapshot.words import STATUS_WORDS, date_words, join, since_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.history import History
    from treatywatch.snapshot.view import View

__all__ = ["beside", "objections"]


def beside(view: View, history: History, day: date, party: str) -> Iterator[Explanation]:
    """Yield what is to be said of a party on a day beside its status and flags."""
    status = history.at(day, party)
    acts = sorted(
        (act for act in history.occurrences if act.party == party and act.date.earliest <= day),
        key=lambda act: (act.date.earliest, act.id),
    )
    if "contested" in status.flags:
        yield from _readings(view, history, day, party)
    if status.status in ("party", "provisional"):
        yield from _resting(view, history, acts, party)
        yield from _held(view, history, acts, party, day)
    elif status.status in ("signatory", "contracting"):
        for act in acts:
            if act.type == "repudiation":
                said = f"{subject_of(view, history, party)} made clear that it will not become a party"
                yield _by(view, history, party, "repudiation", said, [act])


def _by(view: View, history: History, party: str, rule: str, said: str, acts: list[Occurrence]) -> Explanation:
    found = RULES[rule]
    because = tuple(evidence(view, act) for act in acts)
    status = history.at(acts[-1].date.latest, party).status
    return Explanation(subject_of(view, history, party), said, status, rule, found.statement, found.authority, because)


def _readings(view: View, history: History, day: date, party: str) -> Iterator[Explanation]:
    """Yield what those concerned hold of a contested act: each objection, and each reported reading with its day."""
    told = {tuple(fact.id for fact in act.facts): act for act in objections(history, day, party)}
    held = [evidence(view, act) for act in told.values()]
    for status in view.contents.statuses.get(history.treaty.id, ()):
        believed = tuple((source, status.at) for source in view.believing(status))
        stands = status.claim == "stands" and status.status is not None
        if stands and status.party == party and believed and status.date.earliest <= day:
            words = STATUS_WORDS[str(status.status)]
            held.append(Evidence(status.id, status.date, f"{words}: {status.summary or 'no more is said'}", believed))
    if held:
        rule, subject = RULES["contested"], subject_of(view, history, party)
        held.sort(key=lambda reading: (reading.date.earliest, reading.occurrence))
        said = f"{subject} is read differently by those concerned; each reading with its day"
        standing = history.at(day, party).status
        yield Explanation(subject, said, standing, rule.id, rule.statement, rule.authority, tuple(held))


def objections(history: History, day: date, party: str) -> Iterator[Occurrence]:
    """Yield the objections to what a party did last; one that names an occasion does not hold for a later act of its kind."""
    done = [act for act in history.occurrences if act.date.earliest <= day]
    for act in done:
        if act.type != "objection" or party not in (act.get("of") or ()):
            continue
        of_kind = (one for one in done if one.type == act.get("to") and one.party == party)
        last = max(of_kind, key=lambda one: (one.date.earliest, one.id), default=None)
        if act.get("occasion") is None or last is None or last.get("occasion") == act.get("occasion"):
            yield act


def _resting(view: View, history: History, acts: list[Occurrence], party: str) -> Iterator[Explanation]:
    """Yield the suspensions in part, or towards some parties alone, that the party has not ended since."""
    running: list[tuple[Occurrence, tuple[str, ...]]] = []
    for act in acts:
        duties = act.get("duties") or ()
        if act.type == "suspension" and (act.get("extent") == "part" or act.get("towards")):
            running.append((act, duties))
        elif act.type == "resumption":
            left = [(one, tuple(duty for duty in named if duty not in duties)) for one, named in running if duties]
            running = [(one, named) for one, named in left if named or not one.get("duties")]
    for act, named in running:
        towards = act.get("towards") or ()
        rule = "suspension-between-some" if towards else "suspension-in-part"
        what = _what_rests(view, history, act, named, towards)
        said = f"{subject_of(view, history, party)} has suspended {what} {since_words(act.date)}"
        yield _by(view, history, party, rule, said, [act])


def _what_rests(view: View, history: History, act: Occurrence, named: Iterable[str], towards: Iterable[str]) -> str:
    duties = {duty.id: duty.name for duty in history.treaty.terms.duties}
    some = "some of its duties" if act.get("extent") == "part" else "the treaty"
    to = join(known.name if (known := view.contents.parties.get(name)) else name for name in towards)
    return (join(_within(duties.get(name, name)) for name in named) or some) + (f" towards {to}" if to else "")


def _within(name: str) -> str:
    """Return the name of a duty as it is written within a sentence."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _held(view: View, history: History, acts: list[Occurrence], party: str, day: date) -> Iterator[Explanation]:
    """Say that a notice has run, but that an armed conflict keeps the state a party."""
    for item in history.agenda:
        ran = item.kind == "withdrawal-effect" and item.party == party and item.came
        if ran and item.closed is not None and item.closed[1] <= day:
            why = [act for act in acts if act.type in ("armed-conflict", "withdrawal-notice")]
            said = (
                f"{subject_of(view, history, party)} stays a party though its notice ran until {date_words(item.due)}"
            )
            yield _by(view, history, party, "withdrawal-held-by-conflict", said, why)
            return
