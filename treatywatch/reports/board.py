"""The board: how treaties stand on a day, one row each, grouped by subject, with those that have ended told apart."""

from collections.abc import Iterable, Sequence
from datetime import date

from treatywatch.models.status import ENDED
from treatywatch.reports.answer import Cell, Column, Table, Text
from treatywatch.reports.tones import STATUS_TONES, sign_of
from treatywatch.snapshot import Countdown, Snapshot, TreatyStatus
from treatywatch.snapshot.words import STATUS_WORDS, date_words, join

__all__ = ["board", "days_words", "folded", "footer", "status_table", "subject_words"]

_FEW = 3
_SOON_KINDS = ("recurring", "notice-window", "extension-window")
"""What is shown as next only where nothing weightier is to come."""


def board(snapshot: Snapshot, statuses: Sequence[TreatyStatus]) -> Table:
    """Return the board, grouped by subject where there are several."""
    ordered = sorted(statuses, key=lambda status: subject_words(status.subject))
    table = status_table(ordered, as_of=snapshot.as_of, shares=[_share(snapshot, status) for status in ordered])
    if len({status.subject for status in ordered}) < 2:
        return table
    rows = tuple((Cell(subject_words(status.subject)), *row) for status, row in zip(ordered, table.rows, strict=True))
    return table._replace(columns=(Column("Subject"), *table.columns), rows=rows, grouped=True)


def folded(statuses: Sequence[TreatyStatus]) -> Text:
    """Return the treaties that have ended in one paragraph, the latest first."""
    ordered = sorted(statuses, key=lambda status: status.since.earliest if status.since else date.min, reverse=True)
    said = [
        f"{status.short_title} {_words(status)}{f' {date_words(status.since)}' if status.since else ''}"
        for status in ordered
    ]
    return Text(f"{len(said)} ended, listed with --all: {'; '.join(said)}.", "dim")


def footer(snapshot: Snapshot, statuses: Sequence[TreatyStatus] = ()) -> Text:
    """Return the line that says what was asked: the day, the state of knowledge, the sources, how far it was verified."""
    parts = [f"As of {snapshot.as_of}"]
    parts.append(f"known by {snapshot.known_by}" if snapshot.known_by else "all that is known")
    if snapshot.according_to is not None:
        parts.append(f"according to {join(snapshot.according_to)} alone")
    if statuses:
        low, high = min(s.verified for s in statuses), max(s.verified for s in statuses)
        parts.append(f"verified until {low}" if low == high else f"verified until {low} to {high}")
        if snapshot.as_of > low:
            parts.append("later days rest on the last known facts")
    if any(status.hypothetical for status in statuses):
        parts.append("rests on suppositions")
    return Text("; ".join(parts) + ".", "dim")


def subject_words(subject: str) -> str:
    """Return a subject's id as words."""
    return subject.replace("-", " ").capitalize()


def status_table(
    statuses: Iterable[TreatyStatus],
    title: str = "",
    *,
    as_of: date | None = None,
    shares: Sequence[float | None] = (),
) -> Table:
    """Return one row for each treaty; `shares` are how much of the term of each has gone by, for a bar."""
    columns = (
        Column("Treaty"),
        Column("Status"),
        Column("Since", optional=True),
        Column("Term"),
        Column("Next"),
        Column("Notes", optional=True),
    )
    given = list(statuses)
    of_each = shares or [None] * len(given)
    rows = tuple(_row(status, as_of, share) for status, share in zip(given, of_each, strict=True))
    return Table(title, columns, rows, empty="No treaty on record fits what is asked.")


def _row(status: TreatyStatus, as_of: date | None, share: float | None) -> tuple[Cell, ...]:
    tone = "warn" if len(status.possible) > 1 else STATUS_TONES[status.status]
    notes, short = _notes(status)
    return (
        Cell(status.short_title, "strong"),
        Cell(_words(status), tone, sign=sign_of(tone)),
        Cell(date_words(status.since) if status.since else ""),
        Cell(_left(status, as_of), share=share),
        _next(status),
        Cell(notes, "warn" if status.flags else "", short=short),
    )


def _words(status: TreatyStatus) -> str:
    words = join((STATUS_WORDS[word] for word in status.possible), "or")
    return f"{words} ?" if len(status.possible) > 1 else words


def _end(status: TreatyStatus) -> Countdown | None:
    return next((d for d in status.deadlines if d.deadline.kind in ("expiry", "renewal")), None)


def _left(status: TreatyStatus, as_of: date | None) -> str:
    """Say how long the treaty still has, or how long ago it ended."""
    end = _end(status)
    if end is not None:
        days = days_words(end)
        return f"renews in {days}" if end.deadline.kind == "renewal" else f"{days} left"
    if status.status in ENDED:
        if not set(status.possible) <= ENDED:
            return f"perhaps ended {date_words(status.since)}" if status.since else "perhaps ended"
        if status.since is None or as_of is None or status.since.earliest != status.since.latest:
            return "ended" if status.since is None else f"ended {date_words(status.since)}"
        days_ago = (as_of - status.since.earliest).days
        return f"ended {days_ago} day{'s' * (days_ago != 1)} ago" if days_ago else "ended this day"
    return "no end set" if status.status in ("in-force", "suspended") else ""


def _share(snapshot: Snapshot, status: TreatyStatus) -> float | None:
    """Return how much has gone by of the term that runs; of one that renews itself, since it was last renewed."""
    end = _end(status)
    if end is None or status.since is None:
        return None
    last = end.deadline.date.latest
    renewal = snapshot.view.contents.treaties[status.id].terms.duration.renewal
    first = max(renewal.before(last), status.since.earliest) if renewal else status.since.earliest
    return (snapshot.as_of - first).days / (last - first).days if last > first else None


def days_words(counted: Countdown) -> str:
    """Return the days of a countdown in words, a range for a vague date."""
    if counted.days is None and counted.days_min < 0 <= counted.days_max:
        return f"at most {counted.days_max} days"
    if counted.days is None:
        return f"{counted.days_min} to {counted.days_max} days"
    count = abs(counted.days)
    return f"{count} day{'s' * (count != 1)}"


def _next(status: TreatyStatus) -> Cell:
    first = next((d for d in status.deadlines if d.deadline.kind not in _SOON_KINDS), None)
    first = first or next(iter(status.deadlines), None)
    if first is None:
        return Cell("")
    when = f"{date_words(first.deadline.date)}, in {days_words(first)}"
    short = first.summary.removeprefix(f"{status.short_title}: ").removeprefix(f"{status.short_title} ")
    if first.deadline.suspended_by:
        short = short.partition(" (suspended by ")[0]
    return Cell(f"{when}: {first.summary}", short=f"{when}: {short}")


def _notes(status: TreatyStatus) -> tuple[str, str]:
    """Return who has left, leaves or has suspended: in full, and with no more than a few names."""
    names = {party.party: party.name for party in status.parties}
    out = [party for party in status.parties if party.status == "withdrawn"]
    groups = (
        ("left: ", [party.name for party in out if len(party.possible) == 1]),
        ("perhaps left: ", [party.name for party in out if len(party.possible) > 1]),
        ("leaving: ", [names[party] for party in status.withdrawing]),
        ("suspended by ", [names[party] for party in status.suspended_by]),
    )
    marks = [word for word in ("contested",) if word in status.flags]
    marks += ["as reported only"] * ("reported" in status.flags) + ["supposed"] * status.hypothetical
    full = [f"{lead}{join(who)}" for lead, who in groups if who] + marks
    short = [f"{lead}{_some(who)}" for lead, who in groups if who] + marks
    return "; ".join(full), "; ".join(short)


def _some(names: Sequence[str]) -> str:
    return join(names) if len(names) <= _FEW + 1 else join([*names[:_FEW], f"{len(names) - _FEW} more"])
