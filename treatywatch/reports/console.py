"""For a terminal, with rich: one console factory, colour decided by us, text never read as markup."""

from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text as RichText
from rich.tree import Tree as RichTree

from treatywatch.reports.answer import Answer, Cell, Table, Text, Tree
from treatywatch.reports.plain import printable

__all__ = ["TONES", "make_console", "show"]

TONES: Mapping[str, Style] = {
    "": Style.null(),
    "good": Style(color="green"),
    "warn": Style(color="yellow"),
    "bad": Style(color="red"),
    "dim": Style(dim=True),
    "strong": Style(bold=True),
}


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


def show(answer: Answer, console: Console) -> None:
    """Show every block of an answer."""
    for position, block in enumerate(answer.blocks):
        if position:
            console.print()
        match block:
            case Text():
                console.print(_text(Cell(block.text, "strong" if block.heading else block.tone)))
            case Table():
                console.print(_table(block, ascii_only=console.encoding.lower() not in ("utf-8", "utf8")))
                for note in block.notes:
                    console.print(_text(Cell(note, "dim")))
            case Tree():
                console.print(_tree(block))


def _text(cell: Cell) -> RichText:
    style = TONES[cell.tone]
    return RichText(printable(cell.text), style=style + Style(link=cell.link) if cell.link else style)


def _table(table: Table, *, ascii_only: bool) -> RichTable:
    from rich import box

    title = RichText(printable(table.title), style="bold") if table.title else None
    shape = box.ASCII2 if ascii_only else box.SIMPLE_HEAD
    made = RichTable(title=title, title_justify="left", box=shape, pad_edge=False, header_style="bold")
    for column in table.columns:
        made.add_column(RichText(column.name), justify="right" if column.number else "left", overflow="fold")
    for row in table.rows:
        made.add_row(*(_text(cell) for cell in row))
    return made


def _tree(tree: Tree) -> RichTree:
    made = RichTree(_text(tree.label))
    waiting = [(tree, made)]
    while waiting:
        given, shown = waiting.pop()
        for child in given.children:
            waiting.append((child, shown.add(_text(child.label))))
    return made
