"""Timelines drawn with characters, to scale: one column of the terminal is so many days."""

from collections.abc import Iterator, Sequence
from datetime import date
from string import ascii_letters
from textwrap import wrap
from typing import NamedTuple

from treatywatch.reports.answer import Band, Lane, Mark, Timeline, Tone
from treatywatch.reports.plain import printable
from treatywatch.reports.timeline import EMPTY, KIND_TONES

__all__ = ["Piece", "bar", "draw"]

Piece = tuple[str, Tone]
"""Text with one tone; a line is a row of them."""

_ENDED = ("expired", "terminated", "superseded", "abandoned", "withdrawn", "former")

_GLYPHS = {
    # what is drawn, its words in the legend: with Unicode, in ASCII
    "signed": ("─", "-"),
    "provisional": ("┄", "~"),
    "in force": ("▇", "="),
    "suspended": ("▒", ":"),
    "withdrawing": ("▓", ">"),
    "uncertain": ("?", "?"),
    "end": ("×", "x"),
    "ended": ("·", "."),
    "event": ("◆", "*"),
    "today": ("│", "|"),
}

_WORDS = {
    "signed": "signed",
    "signatory": "signed",
    "contracting": "signed",
    "provisionally-applied": "provisional",
    "provisional": "provisional",
    "in-force": "in force",
    "party": "in force",
    "suspended": "suspended",
    "withdrawing": "withdrawing",
    "uncertain": "uncertain",
    **dict.fromkeys(_ENDED, "ended"),
}

_NARROWEST = 20


class _Scale(NamedTuple):
    start: date
    days: int
    columns: int

    def column(self, day: date) -> int:
        """Return the column in which a day lies."""
        return min(max((day - self.start).days * self.columns // self.days, 0), self.columns - 1)


def bar(share: float, width: int, *, ascii_only: bool) -> str:
    """Return how much of a span has gone by as a bar; what has begun and not ended is never shown empty or full."""
    gone = min(max(round(share * width), 1 if share > 0 else 0), width if share >= 1 else width - 1)
    full, left = ("#", "-") if ascii_only else ("━", "┄")
    return full * gone + left * (width - gone)


def draw(timeline: Timeline, width: int, *, ascii_only: bool) -> list[list[Piece]]:
    """Return the lines of a timeline that fits a width: years, lanes with events, legend, and the events by letter.

    Where there is one treaty its events have letters, told below; of several the acts that matter are marked on the lanes.
    """
    names = [("  " if lane.inner else "") + printable(lane.name) for lane in timeline.lanes]
    gutter = min(max(map(len, names), default=0), max(width // 3, 12))
    scale = _Scale(timeline.start, max((timeline.end - timeline.start).days, 1), max(width - gutter - 2, _NARROWEST))
    lettered = sum(not lane.inner for lane in timeline.lanes) == 1 and timeline.told
    lines = [[(" " * (gutter + 2), ""), piece] for piece in _axis(timeline, scale, ascii_only=ascii_only)]
    told: list[list[Piece]] = []
    shown: set[str] = set()
    for name, lane in zip(names, timeline.lanes, strict=True):
        label: Piece = (f"{_cut(name, gutter, ascii_only=ascii_only).ljust(gutter)}  ", "" if lane.inner else "strong")
        bands = list(_bands(lane, timeline.today, scale, lettered=lettered, ascii_only=ascii_only))
        shown.update(*(text for text, _ in bands))
        lines.append([label, *bands])
        if lettered and lane.marks:
            row, told = _letters(lane.marks, scale, width)
            lines.append([(" " * (gutter + 2), ""), (row, "strong")])
    lines += _legend(shown, width, ascii_only=ascii_only)
    return [*lines, [], *told] if told else lines


def _cut(name: str, width: int, *, ascii_only: bool) -> str:
    """Return a name no longer than the gutter: the whole of it stands in the tables."""
    dots = "..." if ascii_only else "…"
    return name if len(name) <= width else name[: width - len(dots)] + dots


def _axis(timeline: Timeline, scale: _Scale, *, ascii_only: bool) -> Iterator[Piece]:
    """Yield the row of years, and the row that says which day the line is."""
    first, last = timeline.start.year, timeline.end.year
    room = scale.columns // 6 or 1
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if (last - first) / step <= room), 1000)
    row = [" "] * scale.columns
    for year in range(first + -first % step, last, step):
        at = scale.column(date(year, 1, 1))
        if at + 4 <= scale.columns:
            row[at : at + 4] = f"{year:04}"
    yield "".join(row), "dim"
    at = scale.column(timeline.today)
    text = timeline.today.isoformat()
    pointer = "|" if ascii_only else "│"
    yield (text.rjust(at) + pointer if at >= len(text) else " " * at + pointer + text), "strong"


def _bands(lane: Lane, today: date, scale: _Scale, *, lettered: bool, ascii_only: bool) -> Iterator[Piece]:
    """Yield the lane's characters: what is rare and short is laid over what is long, so that none of it is lost."""
    cells: list[tuple[str, Tone]] = [(" ", "")] * scale.columns
    now = scale.column(today)
    for band in sorted(lane.bands, key=_order):
        if band.kind in EMPTY:
            continue
        low = scale.column(band.start) if band.start else 0
        high = scale.column(band.end) if band.end else scale.columns
        glyph = _glyph(_WORDS.get(band.kind, "in force"), ascii_only=ascii_only)
        tone = KIND_TONES.get(band.kind, "")
        for at in range(low, max(high, low + 1)):
            cells[at] = (glyph, "dim" if at > now or band.kind in _ENDED else tone)
        if band.kind in _ENDED and band.start and not band.projected:
            cells[low] = (_glyph("end", ascii_only=ascii_only), tone)
    if not lettered:
        for mark in lane.marks:
            cells[scale.column(mark.start)] = (_glyph("event", ascii_only=ascii_only), "strong")
    if cells[now][0] in (" ", _glyph("ended", ascii_only=ascii_only)):
        cells[now] = (_glyph("today", ascii_only=ascii_only), "strong")
    start = 0
    for at in range(1, len(cells) + 1):
        if at == len(cells) or cells[at][1] != cells[start][1]:
            yield "".join(char for char, _ in cells[start:at]), cells[start][1]
            start = at


def _order(band: Band) -> int:
    if band.kind in _ENDED:
        return 0
    return 2 if band.kind in ("suspended", "withdrawing", "uncertain", "provisional", "provisionally-applied") else 1


def _letters(marks: Sequence[Mark], scale: _Scale, width: int) -> tuple[str, list[list[Piece]]]:
    """Return the row of letters under a lane, and what each letter stands for; what shares a column shares a letter."""
    columns: dict[int, list[Mark]] = {}
    for mark in marks:
        columns.setdefault(scale.column(mark.start), []).append(mark)
    row = [" "] * scale.columns
    told: list[list[Piece]] = []
    for position, at in enumerate(sorted(columns)):
        letter = ascii_letters[position] if position < len(ascii_letters) else "*"
        row[at] = letter
        for mark in columns[at]:
            lead = f"{letter} {mark.date}  "
            indent = len(lead) if width - len(lead) >= _NARROWEST else 2
            lines = wrap(printable(mark.words), width - indent)
            first = lines.pop(0) if indent > 2 else ""
            told.append([(lead[:2], "strong"), (lead[2:] + first, "")])
            told += [[(" " * indent + line, "")] for line in lines]
    return "".join(row).rstrip(), told


def _legend(shown: set[str], width: int, *, ascii_only: bool) -> Iterator[list[Piece]]:
    """Yield what the characters mean that were drawn, on as many lines as they need; the day's line is told by the axis."""
    line = ""
    for words in _GLYPHS:
        glyph = _glyph(words, ascii_only=ascii_only)
        if glyph not in shown or words == "today":
            continue
        entry = f"{glyph} {words}"
        if line and len(line) + len(entry) + 3 > width:
            yield [(line, "dim")]
            line = ""
        line = f"{line}   {entry}" if line else entry
    if line:
        yield [(line, "dim")]


def _glyph(words: str, *, ascii_only: bool) -> str:
    return _GLYPHS[words][ascii_only]
