"""Timelines: the stretches of a treaty and of its parties as lanes on one scale, with what happened as marks."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from treatywatch.models.occurrence import Occurrence
from treatywatch.reports.answer import Band, Cell, Column, Lane, Mark, Table, Timeline, Tone
from treatywatch.reports.documents import occurrence_documents
from treatywatch.snapshot import Interval, Snapshot
from treatywatch.snapshot.words import STATUS_WORDS, join

__all__ = ["EMPTY", "KIND_TONES", "flat", "timeline_of", "timeline_of_all"]

EMPTY = ("none", "not-concluded")
"""Statuses of which nothing is drawn: there was no treaty yet, or the state had no part in it."""

KIND_TONES: dict[str, Tone] = {
    "in-force": "good",
    "party": "good",
    "signed": "dim",
    "signatory": "dim",
    "contracting": "dim",
    "provisionally-applied": "warn",
    "provisional": "warn",
    "suspended": "warn",
    "withdrawing": "warn",
    "uncertain": "warn",
    "expired": "bad",
    "terminated": "bad",
    "superseded": "bad",
    "abandoned": "bad",
    "withdrawn": "bad",
    "former": "bad",
}
"""The tone of every kind of band that is drawn."""

_WEIGHTS = {
    "signature": 0,
    "entry-into-force": 0,
    "extension": 0,
    "suspension": 0,
    "resumption": 0,
    "withdrawal-notice": 0,
    "withdrawal": 0,
    "termination": 0,
    "expiry": 0,
    "supersession": 0,
    "ratification": 1,
    "ratification-revocation": 0,
    "repudiation": 0,
    "objection": 1,
}


def timeline_of(snapshot: Snapshot, treaty: str, party: str | None = None) -> Timeline:
    """Return one treaty's timeline: the treaty with its events, and below it every party that ever had a part, or one."""
    record = snapshot.view.contents.treaty(treaty)
    parties = snapshot.history(record.id).parties
    if party is not None:
        parties = (snapshot.view.contents.party(party).id,)
    lanes = [_lane(record.short_title, snapshot.intervals(record.id), _marks(snapshot.occurrences(record.id)))]
    for name in parties:
        known = snapshot.view.contents.parties.get(name)
        bands = _lane(known.name if known else name, snapshot.intervals(record.id, name))
        if any(band.kind not in EMPTY for band in bands.bands):
            lanes.append(bands._replace(inner=True))
    return _scaled(record.short_title, lanes, snapshot.as_of)


def timeline_of_all(snapshot: Snapshot, treaties: Iterable[str], party: str | None = None) -> Timeline:
    """Return several treaties, or one party's part in them, side by side on one scale, with the acts that matter most."""
    known = snapshot.view.contents.parties.get(party or "")
    lanes = []
    for name in treaties:
        record = snapshot.view.contents.treaty(name)
        acts = [act for act in snapshot.occurrences(record.id) if party is None or act.party in (party, None)]
        marks = tuple(mark for mark in _marks(acts) if mark.weight == 0)
        lanes.append(_lane(record.short_title, snapshot.intervals(record.id, party), marks))
    return _scaled(known.name if known else "", sorted(lanes, key=_first), snapshot.as_of)


def flat(timeline: Timeline) -> tuple[Table, ...]:
    """Return the same as tables, for media that cannot draw: every stretch, then every event."""
    columns = (Column("Of"), Column("From"), Column("Until before"), Column("Status"), Column("Flags"), Column("Rule"))
    rows = tuple(
        (
            Cell(lane.name),
            Cell(str(band.start or "")),
            Cell(str(band.end or "")),
            Cell(band.words + (" (projected)" if band.projected else ""), KIND_TONES.get(band.kind, "")),
            Cell(", ".join(band.flags), "warn"),
            Cell(band.rule, "dim"),
        )
        for lane in timeline.lanes
        for band in lane.bands
    )
    return (Table(timeline.title, columns, rows),)


def _lane(name: str, intervals: Sequence[Interval], marks: tuple[Mark, ...] = ()) -> Lane:
    return Lane(name, tuple(_band(interval) for interval in intervals), marks)


def _band(interval: Interval) -> Band:
    kind = interval.status
    if len(interval.possible) > 1:
        kind = "uncertain"
    elif kind in ("in-force", "party", "suspended"):
        kind = next((flag for flag in ("withdrawing", "suspended") if flag in interval.flags), kind)
    words = join((STATUS_WORDS[word] for word in interval.possible), "or")
    return Band(interval.start, interval.end, kind, words, interval.flags, interval.rule or "", interval.projected)


def _marks(acts: Iterable[Occurrence]) -> tuple[Mark, ...]:
    given = tuple(acts)
    days = {act.id: act.date for act in given}
    found = []
    for made in occurrence_documents(given):
        day = days.get(made["id"]) or next(act.date for act in given if str(act.date) == made["date"])
        who = f" ({', '.join(made['parties'])})" if made["parties"] else ""
        words = f"{made['type'].replace('-', ' ')}{who}: {made['summary']}"
        found.append(Mark(day.earliest, day.latest, made["date"], made["type"], words, _WEIGHTS.get(made["type"], 2)))
    return tuple(found)


def _first(lane: Lane) -> tuple[date, str]:
    starts = [band.start for band in lane.bands if band.start and band.kind not in EMPTY]
    return min(starts, default=date.max), lane.name


def _scaled(title: str, lanes: Sequence[Lane], today: date) -> Timeline:
    """Return the timeline with a scale of whole years that holds every start and end, and the day asked about."""
    days = [today]
    for lane in lanes:
        for band in lane.bands:
            shown = band.kind not in EMPTY
            days += [
                day for day in (band.start, band.end if shown else None) if day is not None and (shown or day > today)
            ]
        days += [mark.start for mark in lane.marks if mark.start > date.min]
    first, last = min(days), max(days)
    margin = max(timedelta(days=30), (last - first) / 40)
    return Timeline(
        title,
        tuple(lanes),
        date(first.year, 1, 1),
        _year_after(last + margin if last < date(9998, 1, 1) else last),
        today,
    )


def _year_after(day: date) -> date:
    return date(min(day.year + 1, 9999), 1, 1)
