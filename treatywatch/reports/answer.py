"""An answer ready to be written in any format: a JSON document, and blocks for people.

Reports compute nothing: a block holds text and tones, and each writer shows it as its medium can.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

__all__ = ["Answer", "Block", "Cell", "Column", "Table", "Text", "Tone", "Tree"]

Tone = Literal["", "good", "warn", "bad", "dim", "strong"]
"""What colour may underline; the words say it already."""


class Cell(NamedTuple):
    """Text with a tone; `link` is an address that it leads to."""

    text: str
    tone: Tone = ""
    link: str | None = None


class Column(NamedTuple):
    """A column: its heading, whether it holds numbers, and whether a narrow terminal may leave it out."""

    name: str
    number: bool = False
    optional: bool = False


class Table(NamedTuple):
    """Rows under columns, with a title above and notes below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


class Tree(NamedTuple):
    """A statement and what it rests on."""

    label: Cell
    children: "tuple[Tree, ...]" = ()


class Text(NamedTuple):
    """A paragraph; `heading` makes it a heading."""

    text: str
    tone: Tone = ""
    heading: bool = False


Block = Table | Tree | Text


class Answer(NamedTuple):
    """What a command found: the document that scripts read, the blocks that people read, and the exit status."""

    document: Mapping[str, Any]
    blocks: tuple[Block, ...]
    exit_status: int = 0
