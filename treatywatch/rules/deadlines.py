"""What is still to come: read off a history's agenda and the treaty's clauses, with the rule behind each day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.terms import Duty
from treatywatch.rules.history import AgendaItem, History
from treatywatch.rules.registry import RULES, principle
from treatywatch.rules.state import Transition
from treatywatch.rules.withdrawal import effect_of_notice

__all__ = ["KINDS", "Deadline", "deadlines", "passed", "resting"]

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


class Deadline(NamedTuple):
    """Something that is to come, or has come, on a day.

    `date` is the day (a range where it is vague), `latest` the close of a window that opens on it. `suspended_by` are the parties
    that say they do not perform a recurring duty.
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

    def acts(self) -> Iterator[Occurrence]:
        """Yield the occurrences that it rests on, however far back."""
        waiting, seen = list(self.causes), set()
        while waiting:
            cause = waiting.pop(0)
            if isinstance(cause, Transition):
                waiting.extend(cause.causes)
            elif cause.id not in seen:
                seen.add(cause.id)
                yield cause


def deadlines(history: History, day: date) -> list[Deadline]:
    """Return everything that stands on the agenda on a day, soonest first: one entry for each thing to come."""
    found: dict[tuple[str, str | None, str], Deadline] = {}
    for item in history.agenda:
        if item.stands_on(day):
            made = _of_item(history, item)
            key = (made.kind, made.party, made.label)
            found[key] = _together(found[key], made, day) if key in found else made
    running = [*found.values()]
    running += _windows(history, running)
    running += _recurring(history, day, running)
    return sorted(running, key=_order)


def passed(history: History, day: date) -> list[Deadline]:
    """Return what came, by the day asked about, that had stood on the agenda; the latest first."""
    came = [
        _of_item(history, item)
        for item in history.agenda
        if item.came and item.closed is not None and item.closed[1] <= day and item.kind != "renewal"
    ]
    return sorted(dict.fromkeys(came), key=_order, reverse=True)


def _order(deadline: Deadline) -> tuple[date, date, int, str, str]:
    kind = KINDS.index(deadline.kind)
    return deadline.date.earliest, deadline.date.latest, kind, deadline.party or "", deadline.label


def _together(one: Deadline, other: Deadline, day: date) -> Deadline:
    """Join what two choices of days say of one thing: the range that holds both."""
    low = min(one.date.earliest, other.date.earliest)
    high = max(one.date.latest, other.date.latest)
    return one._replace(date=Edtf.between(max(low, min(day + timedelta(days=1), high)), high))


def _authority(history: History, article: str | None, rule: str) -> tuple[str, ...]:
    own = (f"{history.treaty.short_title} {article}",) if article else ()
    return (*own, *RULES[rule].authority)


def _of_item(history: History, item: AgendaItem) -> Deadline:
    renews = item.kind == "expiry" and history.treaty.terms.duration.renewal is not None
    kind = "renewal" if renews else item.kind
    rule = "renewal-by-default" if renews else item.rule
    authority = _authority(history, item.article, rule)
    return Deadline(
        history.treaty.id, item.party, kind, item.due, item.latest, item.label, rule, authority, item.causes
    )


def _windows(history: History, running: list[Deadline]) -> Iterator[Deadline]:
    """Yield the last days for agreeing on an extension, and for a notice that would still take effect before the end."""
    terms = history.treaty.terms
    for expiry in running:
        if expiry.kind != "expiry":
            continue
        clause = terms.extension
        used = sum(1 for act in expiry.acts() if act.type == "extension")
        if clause and (clause.times is None or used < clause.times):
            words = f"by up to {clause.longest.words}" if clause.longest else ""
            yield expiry._replace(
                kind="extension-window",
                label=words,
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


def _too_late(history: History, end: date) -> date:
    """Return the first day on which a notice would take effect no sooner than the treaty's end."""
    clause = history.treaty.terms.withdrawal
    assert clause is not None
    day = clause.notice.before(end)
    while effect_of_notice(clause, day) < end:
        day += timedelta(days=1)
    while effect_of_notice(clause, day - timedelta(days=1)) >= end:
        day -= timedelta(days=1)
    return day


def _recurring(history: History, day: date, running: list[Deadline]) -> Iterator[Deadline]:
    """Yield the next day of each recurring duty while the treaty is in force."""
    standing = history.at(day)
    if standing.status not in ("in-force", "suspended") or not history.treaty.terms.duties:
        return
    entered = history.began("in-force")
    end = next((running_.date.latest for running_ in running if running_.kind == "expiry"), date.max)
    idle = resting(history, day)
    whole = {party for party in history.parties if "suspended" in history.at(day, party).flags}
    causes = tuple(change for change in standing.changes if change is not None)[:1]
    for duty in history.treaty.terms.duties:
        first = duty.starts or (
            entered and (duty.first_after.after(entered.earliest) if duty.first_after else entered.earliest)
        )
        coming = _next(duty, first, day) if first else None
        if coming is None or coming >= end:
            continue
        yield Deadline(
            history.treaty.id,
            None,
            "recurring",
            Edtf.of(coming),
            Edtf.of(duty.within.after(coming)) if duty.within else None,
            duty.name,
            _RECURRING,
            _authority(history, duty.article, _RECURRING),
            causes,
            tuple(sorted(whole | idle.get(duty.id, set()))),
        )


def _next(duty: Duty, first: date, day: date) -> date | None:
    """Return the first day of a duty on or after the day asked about."""
    from dateutil.rrule import rrulestr  # only where a treaty in force has such a duty

    try:
        series = rrulestr(duty.rule, dtstart=datetime(first.year, first.month, first.day))  # noqa: DTZ001 - days have no zone
        found = series.after(datetime(day.year, day.month, day.day), inc=True)  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None


def resting(history: History, day: date) -> dict[str, set[str]]:
    """Return, for each duty, the parties that by a day had suspended it alone and not taken it up again."""
    found: dict[str, set[str]] = {}
    acts = [act for act in history.occurrences if act.type in ("suspension", "resumption") and act.date.latest <= day]
    for act in sorted(acts, key=lambda act: (act.date.earliest, act.type, act.id)):
        duties = act.get("duties") or ()
        if act.party is None:
            continue
        if act.type == "suspension" and act.get("extent") == "part":
            for duty in duties:
                found.setdefault(duty, set()).add(act.party)
        elif act.type == "resumption":
            for duty in duties or list(found):
                found.get(duty, set()).discard(act.party)
    return found
