"""Plain text, off a terminal: complete, aligned, never cut or wrapped, no control codes, no colour."""

import unicodedata
from collections.abc import Iterator, Sequence

from treatywatch.reports.answer import Answer, Block, Table, Text, Timeline, Tree, in_words
from treatywatch.reports.timeline import flat

__all__ = ["encodable", "plain", "printable"]


def plain(answer: Answer) -> str:
    """Return the blocks as plain text."""
    parts = ["\n".join(_block(block)) for block in map(in_words, answer.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def printable(text: str) -> str:
    """Return text on one line, without the control characters that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


def encodable(text: str, encoding: str) -> str:
    """Return text that an encoding can write: letters without the accents it lacks, all else escaped."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_nearest(char, encoding) for char in text)
    return text


def _nearest(char: str, encoding: str) -> str:
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    for written in (char, bare, _TYPOGRAPHIC.get(char, char)):
        if written.encode(encoding, "ignore").decode(encoding) == written != "":
            return written
    return char.encode(encoding, "backslashreplace").decode(encoding)


_TYPOGRAPHIC = {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "×": "x", "·": ".", "§": "S."}


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text():
            yield from map(printable, block.text.split("\n") if block.code else [block.text])
        case Tree():
            yield from _tree(block, "", "")
        case Table():
            yield from _table(block)
        case Timeline():
            for position, table in enumerate(flat(block)):
                yield from ("",) * bool(position)
                yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield printable(table.title)
    rows = [[printable(cell.text) for cell in row] for row in table.rows]
    heads = [column.name for column in table.columns]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    numbers = [column.number for column in table.columns]
    yield _line(heads, widths, numbers)
    for row in rows:
        yield _line(row, widths, numbers)
    for note in table.notes:
        yield printable(note)


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    shown = (
        cell.rjust(width) if number else cell.ljust(width)
        for cell, width, number in zip(cells, widths, numbers, strict=True)
    )
    return "  ".join(shown).rstrip()


def _tree(tree: Tree, first: str, rest: str) -> Iterator[str]:
    yield f"{first}{printable(tree.label.text)}"
    for child in tree.children:
        yield from _tree(child, f"{rest}- ", f"{rest}  ")
