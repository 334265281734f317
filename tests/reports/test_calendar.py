"""Calendars, read back by a reader of our own (RFC 5545, 3.1 and 3.3.11) that knows nothing of the writer."""

import sys
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog
from treatywatch.errors import QuestionError
from treatywatch.reports.calendar import ics
from treatywatch.snapshot import Catalog, Snapshot
from treatywatch.snapshot.calendar import Entry, entries

HOSTILE = 'Evil; name, with\\slash "quoted"\r\nEND:VEVENT\nATTACH:https://example.org\x07 and ' + "ünïcode " * 20


class Component(NamedTuple):
    name: str
    lines: dict[str, str]
    parts: "list[Component]"


def parsed(text: str) -> Component:
    """Read a calendar: unfold lines, part names from values, nest components."""
    assert text.endswith("\r\n")
    raw = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line and "\r" not in line for line in raw)
    lines: list[str] = []
    for line in raw:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    root = Component("", {}, [])
    stack = [root]
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            stack[-1].parts.append(Component(value, {}, []))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            assert name not in stack[-1].lines, f"{name} stands twice"
            stack[-1].lines[name] = value
    assert stack == [root]
    (calendar,) = root.parts
    return calendar


def plain(value: str) -> str:
    """Undo the escapes of a text value."""
    out, rest = "", value
    while rest:
        if rest[0] == "\\":
            out += {"n": "\n", "N": "\n"}.get(rest[1], rest[1])
            rest = rest[2:]
        else:
            assert rest[0] not in ";,"
            out, rest = out + rest[0], rest[1:]
    return out


def events(snapshot: Snapshot, *treaties: str, history: bool = False) -> dict[str, Component]:
    calendar = parsed(ics(entries(snapshot, treaties, history=history), "Treaties"))
    assert (calendar.name, calendar.lines["VERSION"]) == ("VCALENDAR", "2.0")
    assert {part.name for part in calendar.parts} <= {"VEVENT"}
    found = {part.lines["UID"]: part for part in calendar.parts}
    assert len(found) == len(calendar.parts)
    return found


def test_new_start_in_july_2020(real: Catalog) -> None:
    found = events(real.at("2020-07-25"), "new-start")
    expiry = found["new-start.expiry@treatywatch"]
    assert expiry.lines["SUMMARY"] == "New START expires"
    assert expiry.lines["DTSTART;VALUE=DATE"] == "20210205"
    assert expiry.lines["DTEND;VALUE=DATE"] == "20210206"
    assert expiry.lines["SEQUENCE"] == "0"
    assert expiry.lines["DTSTAMP"] == f"{real.contents.treaties['new-start'].verified:%Y%m%d}T000000Z"
    assert "Authority: New START XIV(2) and VCLT 54(a)" in plain(expiry.lines["DESCRIPTION"])
    reminders = [date(2021, 2, 5) - timedelta(days=int(part.lines["TRIGGER"][2:-1])) for part in expiry.parts]
    assert reminders == [date(2020, 2, 5), date(2020, 8, 5), date(2020, 11, 5), date(2021, 1, 5), date(2021, 1, 29)]
    assert {(part.name, part.lines["ACTION"]) for part in expiry.parts} == {("VALARM", "DISPLAY")}


def test_a_window_lasts_through_its_last_day(real: Catalog) -> None:
    (conference,) = (
        event for uid, event in events(real.at("2020-06-01"), "open-skies").items() if ".conference." in uid
    )
    assert conference.lines["DTSTART;VALUE=DATE"] == "20200621"
    assert conference.lines["DTEND;VALUE=DATE"] == "20200722"


def test_an_extension_moves_the_entry_and_raises_its_sequence(real: Catalog) -> None:
    before, after = (
        events(real.at(day), "new-start")["new-start.expiry@treatywatch"] for day in ("2021-02-02", "2021-02-03")
    )
    assert (before.lines["DTSTART;VALUE=DATE"], after.lines["DTSTART;VALUE=DATE"]) == ("20210205", "20260205")
    assert int(after.lines["SEQUENCE"]) == int(before.lines["SEQUENCE"]) + 1


def pact(notice: str, **more: Any) -> Catalog:
    return catalog(
        bilateral(withdrawal={"article": "XV", "notice": "P6M"}),
        act("signature", "2000-01-01", "US", "RU", id="signature"),
        act("ratification", "2000-01-01", "US", "RU", id="ratification"),
        act("withdrawal-notice", notice, "US", id="notice", **more),
    )


def test_a_corrected_date_keeps_its_name_and_raises_its_sequence() -> None:
    old, new = (
        events(found.at("2020-02-01"), "pact", history=True)
        for found in (pact("2020-01-05"), pact("2020-01-06", revision=1))
    )
    assert old.keys() == new.keys()
    for uid in ("pact.withdrawal-effect.us@treatywatch", "pact:withdrawal-notice:us@treatywatch"):
        assert old[uid].lines["DTSTART;VALUE=DATE"] != new[uid].lines["DTSTART;VALUE=DATE"]
        assert (old[uid].lines["SEQUENCE"], new[uid].lines["SEQUENCE"]) == ("0", "1")


def test_who_leaves_twice_has_two_entries() -> None:
    found = catalog(
        bilateral(
            withdrawal={"article": "XV", "notice": "P1M"},
            kind="multilateral",
            sides=[],
            entry_into_force={"article": "I", "by": "record"},
        ),
        act("ratification", "2000-01-01", "US", "RU", "CN"),
        act("entry-into-force", "2000-01-01"),
        act("withdrawal-notice", "2001-01-01", "US"),
        act("ratification", "2005-01-01", "US", occasion="again"),
        act("withdrawal-notice", "2006-01-01", "US", occasion="again"),
    )
    running = events(found.at("2006-01-02"), "pact")
    assert running["pact.withdrawal-effect.us.2@treatywatch"].lines["DTSTART;VALUE=DATE"] == "20060201"
    assert "pact.withdrawal-effect.us@treatywatch" not in running
    past = events(found.at("2007-01-01"), "pact", history=True)
    assert past["pact.withdrawal-effect.us@treatywatch"].lines["DTSTART;VALUE=DATE"] == "20010201"
    assert past["pact.withdrawal-effect.us.2@treatywatch"].lines["DTSTART;VALUE=DATE"] == "20060201"


def test_past_events_have_no_reminders_and_are_told_once(real: Catalog) -> None:
    names = [treaty.id for treaty in real.at("2026-06-01").treaties]
    found = events(real.at("2026-06-01"), *names, history=True)
    expired = [
        event
        for event in found.values()
        if event.lines["DTSTART;VALUE=DATE"] == "20260205" and "xpir" in event.lines["CATEGORIES"]
    ]
    assert [event.lines["CATEGORIES"] for event in expired] == ["expiry"]
    gone = [event for event in found.values() if event.lines["DTSTART;VALUE=DATE"] < "20260601"]
    assert len(gone) > 300
    assert all(not event.parts for event in gone)
    without = events(real.at("2026-06-01"), *names)
    assert without.items() <= found.items()


def test_hostile_text_stays_text() -> None:
    record = bilateral(duration={"article": "X", "period": "P10Y"}, short_title=HOSTILE)
    found = catalog(
        record,
        act("signature", "2020-01-01", "US", "RU"),
        act("ratification", "2020-01-01", "US", "RU", summary=HOSTILE),
    )
    snapshot = found.at("2021-01-01")
    text = ics(entries(snapshot, ["pact"], history=True), HOSTILE)
    calendar = parsed(text)
    wanted = "".join(char if char.isprintable() else " " for char in HOSTILE)
    assert plain(calendar.lines["X-WR-CALNAME"]) == wanted
    summaries = {plain(part.lines["SUMMARY"]) for part in calendar.parts}
    assert f"{wanted} expires" in summaries
    assert not {name for part in calendar.parts for name in part.lines if "ATTACH" in name}


@settings(max_examples=50)
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_can_be_read_back(text: str) -> None:
    entry = Entry(
        "a@b", date(2020, 2, 29), date(2020, 3, 1), text, (text, text), "x", date(2020, 1, 1), 3, to_come=True
    )
    calendar = parsed(ics([entry], text))
    printable = "".join(char if char.isprintable() else " " for char in text)
    (event,) = calendar.parts
    assert plain(event.lines["SUMMARY"]) == printable
    assert plain(event.lines["DESCRIPTION"]) == f"{printable}\n{printable}"
    assert len(event.parts) == 5


def test_another_library_reads_the_same(real: Catalog) -> None:
    from icalendar import Calendar

    text = ics(entries(real.at("2020-07-25"), ["new-start", "open-skies"], history=True), "Treaties")
    theirs = {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    ours = {part.lines["UID"]: part for part in parsed(text).parts}
    assert theirs.keys() == ours.keys()
    assert all(str(theirs[uid]["summary"]) == plain(event.lines["SUMMARY"]) for uid, event in ours.items())
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in theirs.values())


def test_open_ended_and_unknowable_days(real: Catalog) -> None:
    found = catalog(
        bilateral(),
        act("signature", "../2000-01-05", "US", "RU"),
        act("adoption", "1999-12-01/..", id="adoption"),
    )
    days = {
        uid: (event.lines["DTSTART;VALUE=DATE"], event.lines["DTEND;VALUE=DATE"])
        for uid, event in events(found.at("2021-01-01"), "pact", history=True).items()
    }
    assert days == {
        "pact:signature:ru@treatywatch": ("20000105", "20000106"),
        "pact:adoption@treatywatch": ("19991201", "19991202"),
    }


def test_without_the_library_the_answer_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(QuestionError, match=r'pip install "treatywatch\[calendar\]"'):
        ics([], "Treaties")


def test_the_same_data_make_the_same_bytes(real: Catalog) -> None:
    names = [treaty.id for treaty in real.at("2020-01-01").treaties]
    one, other = (ics(entries(real.at("2020-07-25"), order, history=True), "x") for order in (names, names[::-1]))
    assert one == other
