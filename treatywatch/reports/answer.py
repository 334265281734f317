"""An answer ready to be written in any format: a JSON document, and blocks for people.

Reports compute nothing: a block holds text and tones, and each writer shows it as its medium can.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

__all__ = [
    "Answer",
    "Band",
    "Block",
    "Cell",
    "Column",
    "Lane",
    "Mark",
    "Table",
    "Text",
    "Timeline",
    "Tone",
    "Tree",
    "in_words",
]

Tone = Literal["", "good", "warn", "bad", "dim", "strong"]
"""What colour may underline; the words say it already."""


class Cell(NamedTuple):
    """Text with a tone; `link` is an address that it leads to.

    `short` is what a terminal shows in place of a long text, `sign` a character that says the tone where there is no colour,
    `share` how much of a span has gone by, from 0 to 1, for a bar.
    """

    text: str
    tone: Tone = ""
    link: str | None = None
    short: str | None = None
    sign: str = ""
    share: float | None = None


class Column(NamedTuple):
    """A column: its heading, whether it holds numbers, and whether a narrow terminal may set it below its neighbour."""

    name: str
    number: bool = False
    optional: bool = False


class Table(NamedTuple):
    """Rows under columns, with a title above and notes below; where it is `grouped`, the first column names the group.

    `empty` is what people read in place of a table that has no rows.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    grouped: bool = False
    empty: str = ""


class Tree(NamedTuple):
    """A statement and what it rests on."""

    label: Cell
    children: "tuple[Tree, ...]" = ()


class Text(NamedTuple):
    """A paragraph; `heading` makes it a heading, `code` text whose lines stay as they are."""

    text: str
    tone: Tone = ""
    heading: bool = False
    code: bool = False


class Band(NamedTuple):
    """A stretch of days, `end` excluded, with its words; None is an end without limit.

    `kind` is the status that decides how it is drawn (`suspended`, `withdrawing` and `uncertain` go before the rest);
    `projected` marks what is expected, not known.
    """

    start: date | None
    end: date | None
    kind: str
    words: str
    flags: tuple[str, ...] = ()
    rule: str = ""
    projected: bool = False


class Mark(NamedTuple):
    """Something that happened on a day, or on one of several; `date` says it in words, `weight` 0 is what is best seen."""

    start: date
    end: date
    date: str
    kind: str
    words: str
    weight: int = 0


class Lane(NamedTuple):
    """One line of a timeline: a treaty, or (`inner`) a party to the treaty above it."""

    name: str
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...] = ()
    inner: bool = False


class Timeline(NamedTuple):
    """Lanes on one scale from the day `start` to the day `end`, with a line at the day asked about.

    The events of a single treaty are `told` below it, unless a table of them stands beside it.
    """

    title: str
    lanes: tuple[Lane, ...]
    start: date
    end: date
    today: date
    told: bool = True


Block = Table | Tree | Text | Timeline


def in_words(block: Block) -> Block:
    """Return a block as people read it: a table without rows as the sentence that says so."""
    return Text(block.empty) if isinstance(block, Table) and block.empty and not block.rows else block


class Answer(NamedTuple):
    """What a command found: the document that scripts read, the blocks that people read, and the exit status.

    `content` is a whole file of a form of its own (HTML, SVG), written as it is unless another format is asked for.
    """

    document: Mapping[str, Any]
    blocks: tuple[Block, ...]
    exit_status: int = 0
    content: str | None = None
