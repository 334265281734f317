"""The writers: what each medium would obey is shown, and nothing is lost."""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from tests.reports.hostile import HOSTILE, LONG, hostile
from treatywatch.reports.answer import Answer, Cell, Column, Table, Text, Tone, Tree
from treatywatch.reports.board import board
from treatywatch.reports.console import rendered
from treatywatch.reports.dossier import dossier
from treatywatch.reports.markdown import markdown
from treatywatch.reports.plain import encodable, plain, printable
from treatywatch.reports.tables import defused, tables_as_csv
from treatywatch.snapshot import Catalog

ESCAPE = "\x1b"


def answer(*texts: str, tone: Tone = "") -> Answer:
    """One table, one tree and one paragraph with each text in them."""
    columns = (Column("Name"), Column("Same"))
    rows = tuple((Cell(text, tone), Cell("")) for text in texts)
    trees = tuple(Tree(Cell(text, tone), (Tree(Cell(text)),)) for text in texts)
    return Answer({}, (Table("Title", columns, rows), *trees, *(Text(text, tone) for text in texts)))


def letters(text: str) -> str:
    """What is left of text without the spaces and lines that a layout adds."""
    return "".join(char for char in text if not char.isspace() and char not in "─├└│━┃╺╸|+-`")


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("colour", [True, False])
def test_rich_reads_no_markup_no_emoji_and_no_control_code_in_data(name: str, colour: bool) -> None:
    text = HOSTILE[name]
    shown = rendered(answer(text), 120, colour=colour)
    assert printable(text) in shown
    assert "\x07" not in shown
    assert f"{ESCAPE}[31m" not in shown


@given(st.text(min_size=1))
@example("[/see]")
@example("[link=x]")
@example(":warning:")
@example("\\[bold]")
def test_rich_shows_every_text_whole(text: str) -> None:
    shown = rendered(answer(text), 80, colour=False)
    assert letters(shown).count(letters(printable(text))) >= 4


@given(st.text(st.characters(categories=("Lo", "So", "Ll")), min_size=1, max_size=200), st.integers(40, 160))
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    for line in rendered(answer(text), width, colour=False).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_record_is_never_cut(real: Catalog, width: int) -> None:
    snapshot = real.at("2026-11-21")
    made = Answer({}, (board(snapshot, snapshot.statuses()),))
    shown = rendered(made, width, colour=False)
    assert "…" not in shown
    joined = letters(shown)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    if width == 160:
        for treaty in snapshot.treaties:
            assert letters(treaty.short_title.split()[0]) in joined


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_dossier_fits_any_width(real: Catalog, width: int) -> None:
    snapshot = real.at("2019-05-05")
    blocks = dossier(snapshot, snapshot.status("inf"), snapshot.findings()[:3])
    shown = rendered(Answer({}, blocks), width, colour=False)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    for part in (
        "Identity",
        "Terms",
        "Parties of INF Treaty",
        "Over the years",
        "Events",
        "Deadlines",
        "Disagreements",
    ):
        assert part in shown


def test_colour_is_only_where_it_is_asked_for() -> None:
    made = answer("one", tone="bad")
    assert ESCAPE in rendered(made, 80, colour=True)
    assert ESCAPE not in rendered(made, 80, colour=False)


def test_an_ascii_terminal_gets_ascii(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    blocks = dossier(snapshot, snapshot.status("cfe"), ())
    shown = rendered(Answer({}, (*blocks, board(snapshot, snapshot.statuses()))), 80, colour=False, encoding="ascii")
    assert shown.isascii()
    assert "Turkiye" in shown


@given(st.text(), st.sampled_from(["ascii", "latin-1", "utf-8", "cp1252"]))
def test_what_is_shown_can_be_written(text: str, encoding: str) -> None:
    shown = printable(text)
    written = encodable(shown, encoding)
    assert written.encode(encoding) is not None
    if encoding == "utf-8":
        assert written == shown


@given(st.text(min_size=1))
def test_plain_text_is_complete_and_has_no_control_codes(text: str) -> None:
    shown = plain(answer(text, tone="bad"))
    assert not any(unicodedata.category(char) == "Cc" for char in shown.replace("\n", ""))
    assert shown.count(printable(text).rstrip()) >= 4


def test_plain_text_is_neither_cut_nor_wrapped() -> None:
    assert plain(answer(LONG)).count(LONG) == 4


@given(st.text(min_size=1))
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(tables_as_csv(answer(text)), newline="")))
    cell = rows[1][0]
    assert cell in (text, f"'{text}")
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        float(cell)


@pytest.mark.parametrize(("text", "expected"), [("=1+1", "'=1+1"), ("-5", "-5"), ("-5.5", "-5.5"), ("-2+3", "'-2+3")])
def test_numbers_stay_numbers(text: str, expected: str) -> None:
    assert defused(text) == expected


def read(source: str) -> str:
    """Return the text that a reader of the Markdown sees, by another reader of Markdown."""
    found = []
    for token in MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).parse(source):
        for child in token.children or ():
            assert child.type in ("text", "text_special", "softbreak", "strong_open", "strong_close"), child
            found.append(child.content)
        if token.type == "inline":
            found.append("\n")
        assert token.type not in ("fence", "code_block", "html_block", "hr", "ordered_list_open", "blockquote_open")
    return "".join(found)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1))
@example("1. first")
@example("- item")
@example("# heading")
@example("a | b")
@example("[text](https://example.org)")
@example("<script>")
@example("&lt;")
@example("===")
@example("    code")
def test_markdown_shows_every_text_as_text(text: str) -> None:
    seen = read(markdown(answer(text)).replace("<!-- -->", "")).replace("\n", " ")
    wanted = " ".join(printable(text).split())
    assert " ".join(seen.split()).count(wanted) >= 4


def test_markdown_of_the_hostile_catalog_has_no_element() -> None:
    snapshot = hostile().at("2020-01-01")
    status = snapshot.statuses()[0]
    written = markdown(Answer({}, dossier(snapshot, status, ())))
    assert "<script" not in written.replace("\\<", "")
    assert ":warning:" not in written


def test_code_keeps_its_lines_whatever_stands_in_it() -> None:
    made = Answer({}, (Text('{\n  "a": "```"\n}', code=True),))
    assert plain(made) == '{\n  "a": "```"\n}\n'
    assert rendered(made, 80, colour=False) == plain(made)
    tokens = MarkdownIt("commonmark").parse(markdown(made))
    assert [token.content for token in tokens] == [plain(made)]
