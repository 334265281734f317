"""GitHub-flavoured Markdown; text from data is escaped, so that it is shown and not obeyed."""

import re
from collections.abc import Iterator

from treatywatch.reports.answer import Answer, Block, Cell, Table, Text, Timeline, Tree, in_words
from treatywatch.reports.plain import printable
from treatywatch.reports.timeline import flat

__all__ = ["escape", "markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
_EMOJI = re.compile(r":(?=[a-z0-9_+\\-]+:)")


def escape(text: str) -> str:
    """Return text with every character escaped that Markdown or HTML would read as more than itself.

    Spaces at its ends go: at the start of a line they would make code of it. A name of an emoji between colons is
    parted by an empty comment, which is all that keeps GitHub from drawing it.
    """
    escaped = _SPECIAL.sub(r"\\\1", printable(text).strip())
    return _EMOJI.sub(":<!-- -->", _AT_START.sub(_not_a_list, escaped))


def _not_a_list(found: re.Match[str]) -> str:
    """Keep what opens a line from making it an item of a list, or a heading."""
    opening = found[1]
    return f"{opening}\\" if opening[0].isdigit() else f"\\{opening}"


def markdown(answer: Answer) -> str:
    """Return the blocks as Markdown."""
    return "\n\n".join("\n".join(_block(block)) for block in map(in_words, answer.blocks)) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text(code=True):
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
            yield from (fence, *map(printable, block.text.split("\n")), fence)
        case Text():
            yield f"## {escape(block.text)}" if block.heading else escape(block.text)
        case Tree():
            yield from _tree(block, 0)
        case Table():
            yield from _table(block)
        case Timeline():
            for position, table in enumerate(flat(block)):
                yield from ("",) * bool(position)
                yield from _table(table)


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
