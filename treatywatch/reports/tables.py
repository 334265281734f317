"""CSV of an answer's table (RFC 4180); cells that a spreadsheet would run as formulas are defused."""

import csv
import io

from treatywatch.reports.answer import Answer, Table, Timeline
from treatywatch.reports.timeline import flat

__all__ = ["defused", "has_table", "tables_as_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def has_table(answer: Answer) -> bool:
    """Tell whether there is a table to write."""
    return bool(_tables(answer))


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; plain negative numbers stay numbers."""
    number = text[1:].replace(".", "", 1).isdigit() if text[:1] in "+-" else False
    return f"'{text}" if text.startswith(_FORMULA) and not number else text


def tables_as_csv(answer: Answer) -> str:
    """Return the answer's tables as CSV; where there are several, with their titles in a first column."""
    tables = _tables(answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    together = len({table.columns for table in tables}) == 1
    for position, table in enumerate(tables):
        titled = ("Table",) if len(tables) > 1 else ()
        if position == 0 or not together:
            writer.writerow([defused(name) for name in (*titled, *(column.name for column in table.columns))])
        for row in table.rows:
            writer.writerow(
                [defused(text) for text in (*((table.title,) if titled else ()), *(cell.text for cell in row))]
            )
    return out.getvalue()


def _tables(answer: Answer) -> list[Table]:
    found: list[Table] = []
    for block in answer.blocks:
        if isinstance(block, Timeline):
            found.extend(flat(block))
        elif isinstance(block, Table):
            found.append(block)
    return found
