"""Deadlines as a table: the day, how long until then or since, what it is, and by what law."""

from collections.abc import Sequence

from treatywatch.reports.answer import Cell, Column, Table, Tone
from treatywatch.snapshot import Countdown, Snapshot
from treatywatch.snapshot.words import date_words, join

__all__ = ["countdown_table", "days_words", "none_words", "some_words", "span_words"]

_SOON = 90
"""Days from which on a deadline stands out."""


def countdown_table(found: Sequence[Countdown], *, past: bool, none: str) -> Table:
    """Return the table of deadlines, which says in a sentence where there is none."""
    columns = (
        Column("Date"),
        Column("Days", number=True),
        Column("Ago" if past else "Left", optional=True),
        Column("What"),
        Column("Rule and authority", optional=True),
        Column("Sources", optional=True),
    )
    return Table("", columns, tuple(_row(counted, past=past) for counted in found), empty=none)


def _row(counted: Countdown, *, past: bool) -> tuple[Cell, ...]:
    deadline = counted.deadline
    tone: Tone = "dim" if past else "warn" if counted.days_min <= _SOON and deadline.kind != "recurring" else ""
    mark = " (supposed)" if deadline.hypothetical else ""
    return (
        Cell(_when(counted)),
        Cell(days_words(counted), tone),
        Cell(span_words(counted)),
        Cell(f"{counted.summary}{mark}", "strong" if tone == "warn" else tone),
        Cell(f"{deadline.rule}: {join(deadline.authority)}", "dim"),
        Cell(", ".join(counted.sources), "dim", short=some_words(counted.sources)),
    )


def _when(counted: Countdown) -> str:
    day = counted.deadline.date
    return f"{day.earliest} to {day.latest}" if counted.deadline.latest else date_words(day)


def days_words(counted: Countdown) -> str:
    """Return the days as a number, or as the range of a vague date or a window."""
    return f"{counted.days_min} to {counted.days_max}" if counted.days is None else str(counted.days)


def span_words(counted: Countdown) -> str:
    """Return the way to a deadline in calendar units; of a window whether it is open."""
    if counted.span is not None:
        return counted.span.words if counted.days else "this day"
    if not counted.deadline.latest:
        return ""
    if counted.days_min > 0:
        return f"opens in {_days(counted.days_min)}"
    return (
        f"open, {_days(counted.days_max)} left" if counted.days_max >= 0 else f"closed {_days(-counted.days_max)} ago"
    )


def some_words(sources: Sequence[str]) -> str:
    """Return the first of several sources, and how many more there are: for where there is little room."""
    return sources[0] if len(sources) == 1 else f"{sources[0]} and {len(sources) - 1} more" if sources else ""


def _days(count: int) -> str:
    return f"{count} day{'s' * (count != 1)}"


def none_words(snapshot: Snapshot, within: str | None, *, past: bool) -> str:
    """Return the sentence that says that nothing was found."""
    what = "Nothing has run out" if past else "Nothing is to come"
    limit = f" within {within}" if within else ""
    return f"{what}{limit} as of {snapshot.as_of}."
