"""What is still to come: read off a history's agenda and the treaty's clauses, with the rule behind each day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.occurrence import Occurrence
from treatywatch.rules.history import AgendaItem, History, behind
from treatywatch.rules.recurrence import coming_days, resting
from treatywatch.rules.registry import RULES, principle
from treatywatch.rules.state import BOUND, Transition
from treatywatch.rules.withdrawal import effect_of_notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["HELD", "KINDS", "Deadline", "deadlines", "is_over", "passed", "standing"]

KINDS = (
    "entry-into-force",
    "expiry",
    "renewal",
    "withdrawal-effect",
    "suspension-effect",
    "provisional-end",
    "extension-window",
    "notice-window",
    "limits-apply",
    "conference",
    "recurring",
)
"""Every kind of deadline, in the order in which those of one day are told."""

_EXTENSION = principle(
    "extension-window",
    says="As long as a treaty that may be extended is in force, the parties can still agree to extend it; not after.",
    authority=("VCLT 54(b)", "VCLT 39"),
    of="deadline",
)
_NOTICE = principle(
    "notice-window",
    says="A notice of withdrawal given so late that it would run past the treaty's own end changes nothing.",
    authority=("VCLT 54(a)",),
    of="deadline",
)
_RECURRING = principle(
    "recurring-duty",
    says="A duty that comes back falls due on each day of its recurrence while the treaty is in force.",
    authority=("VCLT 26",),
    of="deadline",
)


HELD = "withdrawal-held-by-conflict"
"""The rule behind a withdrawal whose notice ends while an armed conflict lasts."""

_CONFLICT = ("armed-conflict", "end-of-armed-conflict")


class Deadline(NamedTuple):
    """Something that is to come, or has come, on a day.

    `date` is the day: a range where it is vague, and for what may be done on any day of a window (a conference, a report within
    so many days) the window; `latest` is then its last day. `suspended_by` are the parties that say that they do
    not perform a recurring duty.
    """

    treaty: str
    party: str | None
    kind: str
    date: Edtf
    latest: Edtf | None
    label: str
    rule: str
    authority: tuple[str, ...]
    causes: tuple[Occurrence | Transition, ...]
    suspended_by: tuple[str, ...] = ()

    @property
    def hypothetical(self) -> bool:
        """Whether it rests on a supposed fact."""
        return any(act.supposed for act in self.acts())

    @property
    def key(self) -> tuple[str, str, str | None, str]:
        """What it is, whatever its day: treaty, kind, party and label."""
        return self.treaty, self.kind, self.party, self.label

    def acts(self) -> tuple[Occurrence, ...]:
        """Return the occurrences that it rests on, however far back, the nearest first."""
        return behind(self.causes)


def is_over(deadline: Deadline, day: date) -> bool:
    """Tell whether a deadline lies behind: what comes on a day has come on it, a window is open on its last day still."""
    on_the_day = deadline.latest is None and deadline.kind not in ("notice-window", "recurring")
    return deadline.date.latest <= day if on_the_day else deadline.date.latest < day


def deadlines(history: History, day: date, horizon: date | None = None) -> list[Deadline]:
    """Return everything that is to come after a day, soonest first: one entry for each thing.

    What is to come is what stands on the agenda on the day. With a later `horizon` it is what will have come or will stand on the
    agenda then, in the course that the history takes: so what is supposed to happen meanwhile counts.
    """
    ahead = max(day, horizon or day)
    agenda = history.agenda_on(day) if ahead == day else history.agenda
    items = (item for item in _of_the_treaty(history, agenda) if _awaited(item, day, ahead))
    joined = _joined(_of_item(history, item) for item in items)
    running = [_held(history, _after(one, day), ahead) for one in joined]
    running += [window for window in _windows(history, running, ahead) if not is_over(window, day)]
    running += _recurring(history, day, running)
    return sorted(running, key=_order)


def standing(history: History, day: date) -> list[Deadline]:
    """Return what may stand on the agenda on a day, each with all the days on which it may come, gone by or not.

    Recurring duties and the last day for a notice are left out: they come and go by themselves, or with another.
    """
    found = _joined(
        _of_item(history, item) for item in _of_the_treaty(history, history.agenda) if _awaited(item, day, day)
    )
    windows = (one for one in _windows(history, found, day) if one.kind == "extension-window" and not is_over(one, day))
    return sorted([*(_held(history, one, day) for one in found), *windows], key=_order)


def passed(history: History, day: date) -> list[Deadline]:
    """Return what had stood on the agenda and has come by a day, the latest first.

    With it go the last days for an extension that was not agreed, and for a notice before a treaty's end. Renewals and recurring duties
    are left out: nothing runs out with them.
    """
    came = _joined(
        _of_item(history, item)
        for item in _of_the_treaty(history, history.agenda)
        if item.came and item.kind != "renewal"
    )
    found = [_held(history, item, day) for item in came if is_over(item, day)]
    ends = [*found, *(end for end in deadlines(history, day) if end.kind == "expiry")]
    found += (window for window in _windows(history, ends, day) if is_over(window, day))
    return sorted(found, key=_order, reverse=True)


def _order(deadline: Deadline) -> tuple[date, date, int, str, str]:
    kind = KINDS.index(deadline.kind)
    return deadline.date.earliest, deadline.date.latest, kind, deadline.party or "", deadline.label


def _of_the_treaty(history: History, agenda: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    """Yield what stood on the agenda, but for a state's own day that comes before the treaty's: it is bound with the treaty."""
    entered = history.began("in-force")
    for item in agenda:
        own_day = item.kind == "entry-into-force" and item.party is not None
        if not own_day or (entered is not None and item.due.latest >= entered.earliest):
            yield item


def _awaited(item: AgendaItem, day: date, ahead: date) -> bool:
    """Tell whether an item, by some choice of days, stands on the agenda `ahead`, or comes between the day and then."""
    if item.created[0] > ahead or item.due.earliest == date.max:
        return False
    if item.closed is None:
        return True
    if item.created == item.closed and ahead == day:
        return False  # it came on the day on which it was put there, by every choice
    closed = item.closed[1]
    if item.latest and item.came:
        return day <= closed  # a window is open on its last day still
    return ahead < closed or (item.came and day < closed)


def _joined(found: Iterable[Deadline]) -> list[Deadline]:
    """Join what several choices of days say of one thing, told by the acts that it rests on: the range that holds all."""
    joined: dict[tuple[object, ...], list[tuple[set[str], Deadline]]] = {}
    for one in found:
        acts = {act.id for act in one.acts()}
        alike = joined.setdefault(one.key, [])
        for position, (known, other) in enumerate(alike):
            if known & acts or known == acts:
                alike[position] = (known | acts, _together(other, one))
                break
        else:
            alike.append((acts, one))
    return [one for alike in joined.values() for _, one in alike]


def _together(one: Deadline, other: Deadline) -> Deadline:
    latest = _hull(one.latest, other.latest) if one.latest and other.latest else None
    return one._replace(date=_hull(one.date, other.date), latest=latest)


def _hull(one: Edtf, other: Edtf) -> Edtf:
    return Edtf.between(min(one.earliest, other.earliest), max(one.latest, other.latest))


def _after(deadline: Deadline, day: date) -> Deadline:
    """Leave out of a vague date the days that have gone by: what is still to come did not come on them."""
    low, high = deadline.date.earliest, deadline.date.latest
    if deadline.latest or low > day or high <= day:
        return deadline
    return deadline._replace(date=Edtf.between(day + timedelta(days=1), high))


def _held(history: History, exit_: Deadline, day: date) -> Deadline:
    """Return an exit that an armed conflict holds, as it stands on a day or stood when the notice ended, with the rule that holds it."""
    clause = history.treaty.terms.withdrawal
    if exit_.kind != "withdrawal-effect" or clause is None or not clause.held_by_conflict:
        return exit_
    acts = [act for act in history.occurrences if act.party == exit_.party and act.type in _CONFLICT]
    done = [act for act in acts if act.date.earliest <= day and act.date.earliest < exit_.date.latest]
    last = max(done, key=lambda act: (act.date.earliest, _CONFLICT.index(act.type)), default=None)
    if last is None or last.type != _CONFLICT[0]:
        return exit_
    authority = _authority(history, clause.article, HELD)
    return exit_._replace(rule=HELD, authority=authority, causes=(*exit_.causes, last))


def _authority(history: History, article: str | None, rule: str) -> tuple[str, ...]:
    own = (f"{history.treaty.short_title} {article}",) if article else ()
    return (*own, *RULES[rule].authority)


def _of_item(history: History, item: AgendaItem) -> Deadline:
    rule = "renewal-by-default" if item.kind == "renewal" else item.rule
    authority = _authority(history, item.article, rule)
    day = _hull(item.due, item.latest) if item.latest else item.due
    return Deadline(
        history.treaty.id, item.party, item.kind, day, item.latest, item.label, rule, authority, item.causes
    )


def _windows(history: History, found: Iterable[Deadline], ahead: date) -> Iterator[Deadline]:
    """Yield the last days for agreeing on an extension, and for a notice that would still take effect before the end."""
    terms = history.treaty.terms
    for expiry in found:
        if expiry.kind != "expiry":
            continue
        clause = terms.extension
        if clause and (clause.times is None or _extensions(history, ahead) < clause.times):
            yield expiry._replace(
                kind="extension-window",
                label=f"by up to {clause.longest.words}" if clause.longest else "",
                rule=_EXTENSION,
                authority=_authority(history, clause.article, _EXTENSION),
            )
        leaving = terms.withdrawal
        if leaving:
            low = _too_late(history, expiry.date.earliest)
            high = _too_late(history, expiry.date.latest)
            yield expiry._replace(
                kind="notice-window",
                date=Edtf.between(low, high),
                label=leaving.notice.words,
                rule=_NOTICE,
                authority=_authority(history, leaving.article, _NOTICE),
            )


def _extensions(history: History, day: date) -> int:
    """Return how often the treaty had been extended by a day: how many extensions have moved its end."""
    moved = (item for item in history.agenda if item.kind == "expiry" and item.created[0] <= day)
    acts = {c.id for item in moved for c in item.causes if isinstance(c, Occurrence) and c.type == "extension"}
    return len(acts)


def _too_late(history: History, end: date) -> date:
    """Return the first day on which a notice would take effect no sooner than the treaty's end."""
    clause = history.treaty.terms.withdrawal
    assert clause is not None
    day = clause.notice.before(end)
    while effect_of_notice(clause, day) < end:
        day += timedelta(days=1)
    while day > date.min and effect_of_notice(clause, day - timedelta(days=1)) >= end:
        day -= timedelta(days=1)
    return day


def _recurring(history: History, day: date, running: list[Deadline]) -> Iterator[Deadline]:
    """Yield the next day of each recurring duty while the treaty is in force, and is expected to be."""
    standing = history.at(day)
    entered = history.began("in-force")
    if standing.status not in ("in-force", "suspended") or not history.treaty.terms.duties:
        return
    end = min((one.date.latest for one in running if _ends_the_treaty(history, one, day)), default=date.max)
    idle = resting(history, day)
    whole = {party for party in history.parties if "suspended" in history.at(day, party).flags}
    causes = tuple(change for change in standing.changes if change is not None)[:1]
    for duty in history.treaty.terms.duties:
        coming = coming_days(duty, entered, day)
        if coming is None or coming.earliest >= end:
            continue
        latest = (
            Edtf.between(duty.within.after(coming.earliest), duty.within.after(coming.latest)) if duty.within else None
        )
        yield Deadline(
            history.treaty.id,
            None,
            "recurring",
            _hull(coming, latest) if latest else coming,
            latest,
            duty.name,
            _RECURRING,
            _authority(history, duty.article, _RECURRING),
            causes,
            tuple(sorted(whole | idle.get(duty.id, set()))),
        )


def _ends_the_treaty(history: History, coming: Deadline, day: date) -> bool:
    """Tell whether the treaty will be over when this has come: its expiry, or the exit of the last state of one side."""
    if coming.kind != "withdrawal-effect":
        return coming.kind == "expiry"
    side = next((side for side in history.treaty.sides if coming.party in side), ())
    return bool(side) and not any(history.at(day, other).status in BOUND for other in side if other != coming.party)
