"""For a terminal, with rich: one console factory, colour and width decided by us, text never read as markup."""

import io
from collections.abc import Mapping
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text as RichText
from rich.tree import Tree as RichTree

from treatywatch.reports.answer import Answer, Cell, Table, Text, Timeline, Tone, Tree, in_words
from treatywatch.reports.drawing import bar, draw
from treatywatch.reports.plain import encodable, printable

__all__ = ["TONES", "Page", "make_console", "rendered", "show"]

TONES: Mapping[Tone, Style] = {
    # Colours that can be read on black and on white; yellow cannot.
    "": Style.null(),
    "good": Style(color="green"),
    "warn": Style(color="magenta"),
    "bad": Style(color="red"),
    "dim": Style(dim=True),
    "strong": Style(bold=True),
}

_BAR = 12
_EXACT = 12
"""Cells of up to this width, such as days, are never broken."""
_WRAPPED = 28
"""Longer text is wrapped before a column of its own is given up."""
_LEAST = 14
"""Text in columns narrower than this is no pleasure to read."""


class Page(io.StringIO):
    """Text written for an encoding: rich draws trees and boxes with what the encoding of its file has."""

    def __init__(self, encoding: str) -> None:
        super().__init__(newline="")
        self.intended = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of what the text is written for."""
        return self.intended


def rendered(answer: Answer, width: int, *, colour: bool, encoding: str = "utf-8") -> str:
    """Return an answer as a terminal of a width shows it, with or without colour codes."""
    page = Page(encoding)
    show(answer, make_console(page, width, colour=colour), encoding)
    return page.getvalue()


def make_console(file: TextIO, width: int, *, colour: bool) -> Console:
    """Return the console that everything is shown on: markup, emoji and highlighting are off, width and colour given."""
    return Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        legacy_windows=False,
        _environ={},
    )


def show(answer: Answer, console: Console, encoding: str = "utf-8") -> None:
    """Show every block of an answer, in characters that the encoding has."""
    writer = _Writer(console, encoding)
    for position, block in enumerate(answer.blocks):
        if position:
            console.print()
        writer.block(in_words(block))


class _Writer:
    def __init__(self, console: Console, encoding: str) -> None:
        self.console = console
        self.encoding = encoding
        self.ascii_only = encoding.lower().replace("_", "-") not in ("utf-8", "utf8")

    def block(self, block: Text | Table | Tree | Timeline) -> None:
        match block:
            case Text(code=True):
                for line in block.text.split("\n"):
                    self.console.print(self.text(Cell(line)))
            case Text():
                self.console.print(self.text(Cell(block.text, "strong" if block.heading else block.tone)))
            case Table():
                self.table(block)
            case Tree():
                self.tree(block)
            case Timeline():
                self.timeline(block)

    def shown(self, text: str) -> str:
        return encodable(printable(text), self.encoding)

    def text(self, cell: Cell) -> RichText:
        shown = cell.text if cell.short is None else cell.short
        if cell.share is not None:
            shown = f"{bar(cell.share, _BAR, ascii_only=self.ascii_only)}\n{shown}"
        if cell.sign:
            shown = f"{cell.sign} {shown}"
        style = TONES[cell.tone]
        lines = (
            "\n".join(self.shown(line) for line in shown.split("\n")) if cell.share is not None else self.shown(shown)
        )
        return RichText(lines, style=style + Style(link=cell.link) if cell.link else style)

    def table(self, table: Table) -> None:
        """Show a table, or where the terminal is too narrow for its columns each row as a list of them."""
        cells = [[self.text(cell) for cell in row] for row in table.rows]
        below = self._below(table, cells)
        least = [min(width, _LEAST) + 3 for at, width in self._widths(table, cells).items() if at not in below]
        if sum(least) > self.console.width and len(least) > 2:
            self._records(table, cells)
        else:
            self._columns(table, cells, below)
        for note in table.notes:
            self.console.print(self.text(Cell(note, "dim")))

    def _columns(self, table: Table, cells: list[list[RichText]], below: set[int]) -> None:
        """Show a table in columns; of a grouped one each group under a heading row, so that all its columns stay in line."""
        from rich import box
        from rich.table import Table as RichTable

        shape = box.ASCII2 if self.ascii_only else box.SIMPLE_HEAD
        title = RichText(self.shown(table.title), style="bold") if table.title else None
        made = RichTable(title=title, title_justify="left", box=shape, pad_edge=False, header_style="bold")
        first = int(table.grouped)
        for position, column in enumerate(table.columns[first:], first):
            if position not in below:
                exact = all(row[position].cell_len <= _EXACT for row in cells)
                head = RichText(self.shown(column.name))
                made.add_column(head, justify="right" if column.number else "left", overflow="fold", no_wrap=exact)
        group = None
        for given, row in zip(table.rows, cells, strict=True):
            if table.grouped and given[0].text != group:
                if group is not None:
                    made.add_section()
                group = given[0].text
                made.add_row(RichText(self.shown(group).upper(), style="bold"))
            made.add_row(*_stacked(row, below)[first:])
        self.console.print(made)

    def _records(self, table: Table, cells: list[list[RichText]]) -> None:
        """Show every row as a small table of its own: the names of the columns, and what stands in them."""
        from rich.table import Table as RichTable

        if table.title:
            self.console.print(self.text(Cell(table.title, "strong")))
        for row in cells:
            made = RichTable.grid(padding=(0, 2, 0, 0))
            made.add_column(no_wrap=True)
            made.add_column(overflow="fold")
            for column, cell in zip(table.columns, row, strict=True):
                if cell.plain:
                    made.add_row(RichText(self.shown(column.name), style="dim"), cell)
            self.console.print()
            self.console.print(made)

    def _widths(self, table: Table, cells: list[list[RichText]]) -> dict[int, int]:
        """Return how wide each column would like to be, up to where text is rather wrapped."""
        return {
            position: min(max([cell_len(column.name), *(row[position].cell_len for row in cells)]), _WRAPPED)
            for position, column in enumerate(table.columns)
            if position or not table.grouped
        }

    def _below(self, table: Table, cells: list[list[RichText]]) -> set[int]:
        """Return the columns to be set below their neighbours: of the optional ones as many as the width asks for."""
        widths = self._widths(table, cells)
        below: set[int] = set()
        for position in sorted(widths, reverse=True):
            if sum(width + 3 for kept, width in widths.items() if kept not in below) <= self.console.width:
                break
            if table.columns[position].optional and position:
                below.add(position)
        return below

    def tree(self, tree: Tree) -> None:
        made = RichTree(self.text(tree.label))
        waiting = [(tree, made)]
        while waiting:
            given, shown = waiting.pop()
            waiting.extend((child, shown.add(self.text(child.label))) for child in given.children)
        self.console.print(made)

    def timeline(self, timeline: Timeline) -> None:
        if timeline.title:
            self.console.print(self.text(Cell(timeline.title, "strong")))
        for line in draw(timeline, self.console.width, ascii_only=self.ascii_only):
            made = RichText()
            for text, tone in line:
                made.append(encodable(text, self.encoding), TONES[tone])
            made.rstrip()
            self.console.print(made)


def _stacked(row: list[RichText], below: set[int]) -> list[RichText]:
    """Return a row with the cells of some columns set below the cell before them."""
    kept: list[RichText] = []
    for position, cell in enumerate(row):
        if position not in below:
            kept.append(cell)
        elif cell.plain:
            kept[-1] = RichText("\n").join([kept[-1], cell]) if kept[-1].plain else cell
    return kept
