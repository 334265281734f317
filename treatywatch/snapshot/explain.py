"""Why: from a standing back through transitions, rules and occurrences to sources and their places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import SHARED_FLAGS
from treatywatch.rules.named_days import RETROACTIVE_EFFECT, effective_earlier
from treatywatch.rules.registry import RULES
from treatywatch.rules.state import Transition
from treatywatch.snapshot.answers import Evidence, Explanation
from treatywatch.snapshot.beside import beside
from treatywatch.snapshot.evidence import evidence, subject_of
from treatywatch.snapshot.unknown import left_out, to_blame
from treatywatch.snapshot.view import View
from treatywatch.snapshot.words import conclusion, date_words, join

if TYPE_CHECKING:
    from treatywatch.rules.history import History, Segment

__all__ = ["evidence", "explain", "explain_transition"]


def explain(view: View, history: History, day: date, party: str | None = None) -> Explanation:
    """Explain how a treaty, or one party, stands on a day."""
    segment = history.at(day, party)
    subject = subject_of(view, history, party)
    shared = _flags_of_parties(history, day) if party is None else []
    flags = segment.flags.union(flag for _, flag in shared)
    said = conclusion(subject, segment.possible, segment.since(day), flags)
    changes = [change for change in segment.changes if change is not None]
    everything = View(view.contents)
    left = left_out(view, history, day, party)
    not_known = tuple(evidence(everything, act)._replace(unknown=why) for act, why in left)
    vague = tuple(to_blame(view, history, segment))
    if not changes:
        why = "Nothing on record that is believed here happened by this day."
        return Explanation(subject, said, segment.status, None, why, (), (), vague, not_known)
    first, *others = [
        explain_transition(view, history, change) for change in _status_and_flags(history, segment, day, party)
    ]
    more = [explain_transition(view, history, change) for change in changes[1:]]
    if party is not None:
        more += beside(view, history, day, party)
    more += [explain_transition(view, history, change) for change, _ in shared if change is not None]
    more += _but_for_suppositions(view, history, segment, day, party)
    return first._replace(
        subject=subject,
        conclusion=said,
        status=segment.status,
        vague=vague,
        not_known=not_known,
        also=tuple(dict.fromkeys([*others, *more])),
    )


def _but_for_suppositions(
    view: View, history: History, segment: Segment, day: date, party: str | None
) -> list[Explanation]:
    """Say how it would stand without what is supposed, where that is otherwise: what brought it about may all be on record."""
    as_it_is = view.unsupposed(history.treaty.id).at(day, party)
    if as_it_is.standings == segment.standings:
        return []
    subject = subject_of(view, history, party)
    said = conclusion(subject, as_it_is.possible, as_it_is.since(day), as_it_is.flags)
    acts = tuple(evidence(view, act) for act in history.occurrences if act.supposed and act.date.earliest <= day)
    return [Explanation(subject, f"But for what is supposed: {said}", as_it_is.status, None, None, (), acts)]


def _flags_of_parties(history: History, day: date) -> list[tuple[Transition | None, str]]:
    """Return the flags that a treaty shows because its parties have them, each with the change that set it."""
    found: list[tuple[Transition | None, str]] = []
    for party in history.parties:
        segment = history.at(day, party)
        if segment.possible != ("none",):
            found += [(_setting(history, flag, day, party), flag) for flag in sorted(segment.flags & SHARED_FLAGS)]
    return found


def _setting(history: History, flag: str, day: date, party: str | None) -> Transition | None:
    """Return the change that last set a flag by the day."""
    line = (change for change in reversed(history.line(party)) if change.day <= day)
    return next((one for one in line if flag in one.after.flags and flag not in one.before.flags), None)


def _status_and_flags(history: History, segment: Segment, day: date, party: str | None) -> list[Transition]:
    """Return the change that brought the present status about, then those that set each flag it has."""
    line = [change for change in history.line(party) if change.day <= day]
    status = next(
        (change for change in reversed(line) if change.after.status == segment.status != change.before.status), None
    )
    found = [status] if status is not None else []
    for flag in sorted(segment.standings[0].flags):
        change = _setting(history, flag, day, party)
        if change is not None and change not in found:
            found.append(change)
    return found or [change for change in segment.changes if change is not None][:1]


def explain_transition(view: View, history: History, change: Transition) -> Explanation:
    """Explain one change: its rule, and the occurrences and earlier changes that caused it."""
    rule = RULES[change.rule]
    subject = subject_of(view, history, change.party)
    own = (f"{history.treaty.short_title} {change.article}",) if change.article else ()
    because: list[Evidence | Explanation] = [
        explain_transition(view, history, cause) for cause in change.causes if isinstance(cause, Transition)
    ]
    acts = [cause for cause in change.causes if isinstance(cause, Occurrence)]
    because += _told_once(view, acts)
    because += _from_earlier(subject, change, acts)
    because = _reckoned(history, subject, change, because)
    new = change.after.flags - change.before.flags
    if change.after.status != change.before.status:
        said = conclusion(subject, (change.after.status,), None, ())
        said = f"{said} from {change.day}" if change.day > date.min else said
    else:
        gone = change.before.flags - change.after.flags
        said = f"{subject} is {'' if new else 'no longer '}{join(sorted(new or gone))} from {change.day}"
    status = change.after.status
    return Explanation(
        subject, said, status, change.rule, rule.statement, (*own, *rule.authority), tuple(dict.fromkeys(because))
    )


def _reckoned(
    history: History, subject: str, change: Transition, because: list[Evidence | Explanation]
) -> list[Evidence | Explanation]:
    """Put the reckoning of the day between a change that had stood on the agenda and what the reckoning rests on."""
    found = change.reckoned
    if found is None or found.made == change.day:
        return because
    rule = RULES[found.rule]
    own = (f"{history.treaty.short_title} {found.article}",) if found.article else ()
    said = f"{subject}: the day was reckoned as {change.day} on {found.made}"
    reasons = tuple(dict.fromkeys(because))
    return [Explanation(subject, said, change.before.status, rule.id, rule.statement, (*own, *rule.authority), reasons)]


def _from_earlier(subject: str, change: Transition, acts: list[Occurrence]) -> list[Explanation]:
    """Say which of the acts has effect from a day before it was done (VCLT 28)."""
    rule = RULES[RETROACTIVE_EFFECT]
    early = [(act, effective_earlier(act)) for act in acts]
    return [
        Explanation(
            subject,
            f"{act.summary} ({act.id}) is of {date_words(act.date)} and has effect from {date_words(day)}",
            change.after.status,
            rule.id,
            rule.statement,
            rule.authority,
            (),
        )
        for act, day in early
        if day is not None
    ]


def _told_once(view: View, acts: list[Occurrence]) -> list[Evidence]:
    """Return occurrences as evidence: what the same facts tell of several parties stands once."""
    groups: dict[tuple[object, ...], list[Occurrence]] = {}
    for act in acts:
        groups.setdefault((act.type, act.facts), []).append(act)
    found = []
    for group in sorted(groups.values(), key=lambda group: (group[0].date.earliest, group[0].id)):
        shared = len({act.id for act in group}) > 1 and all(act.party for act in group)
        name = group[0].id.replace(f":{(group[0].party or '').lower()}", "", 1) if shared else group[0].id
        found.append(evidence(view, group[0])._replace(occurrence=name))
    return found
