"""Timelines as SVG, drawn to scale: inside a page, or as a file of its own for a paper or a slide.

Every band and every mark is an image with a title, so that what is drawn can also be heard; no status is told by its
colour alone: bands differ in height and pattern too.
"""

from collections.abc import Iterator
from datetime import date
from html import escape as escape_xml
from typing import NamedTuple

from treatywatch.reports.answer import Band, Lane, Timeline
from treatywatch.reports.plain import printable
from treatywatch.reports.timeline import EMPTY

__all__ = ["LEGEND", "svg"]

_WIDTH, _GUTTER, _RIGHT = 960, 230, 16
_LANE, _TOP, _LEGEND = 26, 44, 34
_LONGEST_LABEL = 32

_SHAPES: dict[str, tuple[str, int]] = {
    # the class of a band, and its height out of 16
    "signed": ("sg", 4),
    "signatory": ("sg", 4),
    "contracting": ("sg", 4),
    "provisionally-applied": ("pv", 10),
    "provisional": ("pv", 10),
    "suspended": ("su", 16),
    "withdrawing": ("wd", 16),
    "uncertain": ("un", 16),
    **dict.fromkeys(("expired", "terminated", "superseded", "abandoned", "withdrawn", "former"), ("en", 2)),
}
_IN_FORCE = ("if", 16)

LEGEND: tuple[tuple[str, int, str], ...] = (
    ("sg", 4, "signed"),
    ("pv", 10, "provisional"),
    ("if", 16, "in force"),
    ("su", 16, "suspended"),
    ("wd", 16, "withdrawing"),
    ("un", 16, "uncertain"),
    ("en", 2, "ended"),
)
"""What the bands mean: class, height and words."""

_STYLE = """
.tw{font:12px system-ui,sans-serif}.tw text{fill:#1a1a1a}.tw .ax{fill:#555}.tw .gr{stroke:#ddd}.tw .bg{fill:#fff}
.tw .if{fill:#1b6e32}.tw .sg{fill:#767676}.tw .pv{fill:#8a5a00}.tw .en{fill:#a31621}.tw .un{fill:#6b4fa0}
.tw .hs{stroke:#1b6e32}.tw .hb{fill:#e2f0e5}.tw .hw{stroke:#8a5a00}.tw .hc{fill:#fdf0d5}
.tw .mk{fill:#1a1a1a;stroke:#fff}.tw .td{stroke:#0b57a4;stroke-dasharray:4 3}.tw .tt{fill:#0b57a4;font-weight:600}
"""


class _Scale(NamedTuple):
    start: date
    days: int

    def x(self, day: date) -> float:
        """Return where a day lies, within the drawing."""
        share = min(max((day - self.start).days / self.days, 0.0), 1.0)
        return _GUTTER + share * (_WIDTH - _GUTTER - _RIGHT)


def svg(timeline: Timeline, name: str, *, alone: bool = False) -> str:
    """Return a timeline as one `svg` element; `name` begins its ids, and `alone` makes a file with its own colours of it."""
    scale = _Scale(timeline.start, max((timeline.end - timeline.start).days, 1))
    height = _TOP + _LANE * len(timeline.lanes) + (_LEGEND if alone else 6)
    title = timeline.title or "Treaties side by side"
    years = f"statuses from {timeline.start.year} to {timeline.end.year}, seen from {timeline.today}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tw" viewBox="0 0 {_WIDTH} {height}" role="group" '
        f'aria-labelledby="{name}-t"' + (f' width="{_WIDTH}" height="{height}">' if alone else ">"),
        f'<title id="{name}-t">{_text(title)}: {years}</title>',
    ]
    if alone:
        parts.append(f'<style>{_STYLE}</style><rect class="bg" width="{_WIDTH}" height="{height}"/>')
    parts += [_patterns(name), *_axis(timeline, scale, height - (_LEGEND if alone else 6))]
    for position, lane in enumerate(timeline.lanes):
        parts += _lane(lane, _TOP + position * _LANE, scale, name)
    parts += _today(timeline.today, scale, height - (_LEGEND if alone else 6))
    if alone:
        parts += _legend(height - 20, name)
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _text(text: str) -> str:
    return escape_xml(printable(text))


def _patterns(name: str) -> str:
    """Return the hatchings of what is suspended and what is being left; ids differ from drawing to drawing."""
    return (
        f'<defs><pattern id="{name}-su" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="hb" width="6" height="6"/><path class="hs" d="M0 0V6" stroke-width="5"/></pattern>'
        f'<pattern id="{name}-wd" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect class="hc" width="6" height="6"/><path class="hw" d="M0 0V6" stroke-width="6"/></pattern></defs>'
    )


def _axis(timeline: Timeline, scale: _Scale, bottom: int) -> Iterator[str]:
    """Yield a line and a number for each year that has room for one."""
    first, last = timeline.start.year, timeline.end.year
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if (last - first) / step <= 16), 1000)
    yield '<g aria-hidden="true">'
    for year in range(first + -first % step, last + 1, step):
        x = scale.x(date(year, 1, 1))
        yield f'<path class="gr" d="M{x:.1f} {_TOP - 8}V{bottom}"/>'
        if x <= _WIDTH - _RIGHT - 10:
            yield f'<text class="ax" x="{x:.1f}" y="{_TOP - 14}" text-anchor="middle">{year}</text>'
    yield "</g>"


def _lane(lane: Lane, top: int, scale: _Scale, name: str) -> Iterator[str]:
    """Yield a lane: its name, its bands, and over them what happened."""
    label = printable(lane.name)
    if len(label) > _LONGEST_LABEL - 2 * lane.inner:
        label = label[: _LONGEST_LABEL - 1 - 2 * lane.inner] + "…"
    weight = "" if lane.inner else ' font-weight="600"'
    yield f'<text x="{14 if lane.inner else 4}" y="{top + 15}"{weight} aria-hidden="true">{escape_xml(label)}</text>'
    drawn = [band for band in lane.bands if band.kind not in EMPTY]
    for band in sorted(drawn, key=lambda band: _shape(band)[1]):
        yield _band(lane, band, top, scale, name)
    for mark in lane.marks:
        x = scale.x(mark.start)
        size = 5 if mark.weight == 0 else 3
        said = f"{mark.date}: {mark.words}"
        yield (
            f'<g role="img"><title>{_text(said)}</title>'
            f'<path class="mk" d="M{x:.1f} {top + 10 - size}l{size} {size}l-{size} {size}l-{size} -{size}z"/></g>'
        )


def _shape(band: Band) -> tuple[str, int]:
    return _SHAPES.get(band.kind, _IN_FORCE)


def _band(lane: Lane, band: Band, top: int, scale: _Scale, name: str) -> str:
    style, height = _shape(band)
    left = scale.x(band.start) if band.start else float(_GUTTER)
    right = scale.x(band.end) if band.end else float(_WIDTH - _RIGHT)
    said = f"{lane.name}: {band.words}"
    said += f" ({', '.join(band.flags)})" if band.flags else ""
    said += f" from {band.start}" if band.start else ""
    said += f" until before {band.end}" if band.end else ""
    said += ", as then expected" if band.projected else ""
    fill = f' fill="url(#{name}-{style})"' if style in ("su", "wd") else ""
    faint = ' opacity="0.6"' if band.projected else ""
    return (
        f'<g role="img"{faint}><title>{_text(said)}</title><rect class="{style}"{fill} x="{left:.1f}" '
        f'y="{top + 10 - height / 2:g}" width="{max(right - left, 1.5):.1f}" height="{height}"/></g>'
    )


def _today(today: date, scale: _Scale, bottom: int) -> Iterator[str]:
    x = scale.x(today)
    anchor = "end" if x > _WIDTH / 2 else "start"
    yield (
        f'<g role="img"><title>The day asked about: {today}</title>'
        f'<path class="td" stroke-width="1.5" d="M{x:.1f} 16V{bottom}"/>'
        f'<text class="tt" x="{x + (-4 if anchor == "end" else 4):.1f}" y="12" text-anchor="{anchor}">{today}</text></g>'
    )


def _legend(top: int, name: str) -> Iterator[str]:
    x = 4
    for style, height, words in LEGEND:
        fill = f' fill="url(#{name}-{style})"' if style in ("su", "wd") else ""
        yield f'<rect class="{style}"{fill} x="{x}" y="{top + 2 - height / 2:g}" width="26" height="{height}"/>'
        yield f'<text x="{x + 32}" y="{top + 6}">{words}</text>'
        x += 48 + 7 * len(words)
    yield f'<path class="mk" d="M{x} {top - 3}l5 5l-5 5l-5 -5z"/><text x="{x + 10}" y="{top + 6}">event</text>'
