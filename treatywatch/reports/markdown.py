"""GitHub-flavoured Markdown; text from data is escaped, so that it is shown and not obeyed."""

import re
from collections.abc import Iterator

from treatywatch.reports.answer import Answer, Cell, Table, Text, Tree
from treatywatch.reports.plain import printable

__all__ = ["escape", "markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")


def escape(text: str) -> str:
    """Return text with every character escaped that Markdown or HTML would read as more than itself."""
    return _SPECIAL.sub(r"\\\1", printable(text))


def markdown(answer: Answer) -> str:
    """Return the blocks as Markdown."""
    return "\n\n".join("\n".join(_block(block)) for block in answer.blocks) + "\n"


def _block(block: Table | Tree | Text) -> Iterator[str]:
    match block:
        case Text():
            yield f"## {escape(block.text)}" if block.heading else escape(block.text)
        case Tree():
            yield from _tree(block, 0)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"**{escape(table.title)}**"
        yield ""
    yield f"| {' | '.join(escape(column.name) for column in table.columns)} |"
    yield f"| {' | '.join('---:' if column.number else '---' for column in table.columns)} |"
    for row in table.rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"
    for note in table.notes:
        yield ""
        yield escape(note)


def _cell(cell: Cell) -> str:
    return f"[{escape(cell.text)}](<{cell.link}>)" if cell.link else escape(cell.text)


def _tree(tree: Tree, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_cell(tree.label)}"
    for child in tree.children:
        yield from _tree(child, depth + 1)
