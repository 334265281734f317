"""One page to read in a browser or on paper: a file that fetches nothing and needs no script."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from treatywatch.reports.board import footer
from treatywatch.reports.notes import Notes
from treatywatch.reports.plain import printable
from treatywatch.reports.sheets import board_sheet, deadlines_sheet, position_sheets, scorecard_part, treaty_part
from treatywatch.reports.svg import LEGEND, svg
from treatywatch.reports.timeline import timeline_of_all
from treatywatch.snapshot import Snapshot, TreatyStatus

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from treatywatch.snapshot.factcheck import Scorecard

__all__ = ["page"]


_DAY = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
_LONGEST_WORD = 30
"""Longer words are broken anywhere, lest they push all else aside."""


def page(snapshot: Snapshot, statuses: Sequence[TreatyStatus], scorecards: "Sequence[Scorecard]" = ()) -> str:
    """Return the report on some treaties as one HTML page. Needs jinja2."""
    notes = Notes(snapshot)
    names = [status.id for status in statuses]
    found = snapshot.findings()
    content: dict[str, Any] = {
        "asked": footer(snapshot, statuses).text,
        "title": f"Treaties as of {snapshot.as_of}" if len(statuses) != 1 else statuses[0].short_title,
        "board": board_sheet(snapshot, statuses, notes),
        "together": svg(timeline_of_all(snapshot, names), "all") if len(statuses) > 1 else None,
        "deadlines": deadlines_sheet(snapshot, [d for status in statuses for d in status.deadlines], notes),
        "positions": position_sheets(snapshot, names, notes),
        "treaties": [
            treaty_part(snapshot, status, notes, f"t{position}", found) for position, status in enumerate(statuses)
        ],
        "scorecards": [scorecard_part(card, notes) for card in scorecards],
        "legend": LEGEND,
    }
    content["notes"] = notes.all
    return _environment().get_template("report.html.jinja").render(content)


def _environment() -> "Environment":
    """Return the templates' environment: everything is escaped, and no control character of the data gets through."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("treatywatch.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    made.filters["dated"] = _dated
    made.tests["unbroken"] = lambda text: any(len(word) > _LONGEST_WORD for word in text.split())
    return made


def _dated(text: str) -> "Markup":
    """Return text escaped, with its dates kept on one line."""
    from markupsafe import Markup, escape

    return Markup(_DAY.sub(r'<span class="d">\g<0></span>', str(escape(printable(text)))))  # noqa: S704 - escaped before


def _clean(value: object) -> object:
    # A drawing is markup of our own, escaped where it was made; all other text is the data's.
    return value if hasattr(value, "__html__") or not isinstance(value, str) else printable(value)
