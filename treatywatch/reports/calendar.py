"""A calendar (iCalendar, RFC 5545): all-day events with reminders, the same bytes for the same data."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from treatywatch._version import __version__
from treatywatch.dates import Term
from treatywatch.errors import QuestionError
from treatywatch.reports.plain import printable
from treatywatch.snapshot.calendar import Entry

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["REMINDERS", "entry_document", "ics"]

REMINDERS = {
    "One year": Term("P1Y"),
    "Six months": Term("P6M"),
    "Three months": Term("P3M"),
    "One month": Term("P1M"),
    "One week": Term("P1W"),
}
"""How long before a deadline a calendar reminds of it."""


def ics(entries: Iterable[Entry], name: str) -> str:
    """Return entries as a calendar of that name. Raises QuestionError where the library for it is missing."""
    try:
        from icalendar import Calendar, vText
    except ImportError:
        raise QuestionError(
            "a calendar needs the library icalendar, which is not installed", 'pip install "treatywatch[calendar]"'
        ) from None
    calendar = Calendar()
    calendar.add("prodid", f"-//treatywatch//treatywatch {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(printable(name)))  # else it is not escaped
    for entry in entries:
        calendar.add_component(_event(entry))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(entry: Entry) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(entry.stamp, time(), UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", printable(entry.summary))
    event.add("description", "\n".join(printable(line) for line in entry.description))
    event.add("categories", [entry.category])
    event.add("transp", "TRANSPARENT")
    for words, term in REMINDERS.items() if entry.to_come else ():
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(days=(term.before(entry.start) - entry.start).days))
        alarm.add("description", printable(f"{words} to go: {entry.summary}"))
        event.add_component(alarm)
    return event


def entry_document(entry: Entry) -> dict[str, Any]:
    """Return one entry for scripts; `end` is the first day after it."""
    return {
        "id": entry.uid,
        "start": entry.start.isoformat(),
        "end": entry.end.isoformat(),
        "summary": entry.summary,
        "description": list(entry.description),
        "kind": entry.category,
        "stamp": entry.stamp.isoformat(),
        "sequence": entry.sequence,
        "to_come": entry.to_come,
    }
