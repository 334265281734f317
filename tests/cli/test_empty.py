"""An answer that has nothing to tell says so to people, and is a table of no rows to a spreadsheet."""

import pytest

from tests.cli.ask import ask_small

EARLY = ("--as-of", "1900-01-01")

NOTHING: tuple[tuple[tuple[str, ...], str], ...] = (
    (("countdown", *EARLY), "Nothing is to come as of 1900-01-01."),
    (("countdown", "--past", *EARLY), "Nothing has run out as of 1900-01-01."),
    (("diff", "2020-01-01", "2020-01-01"), "Nothing changed."),
    (("diff", "--knowledge", "2020-01-01", "2020-01-02"), "Nothing changed."),
    (("positions", *EARLY), "Nobody has spoken on this by the day asked about."),
    (("positions", "--history", *EARLY), "Nobody has spoken on this by the day asked about."),
    (("status", "--party", "US", *EARLY), "No treaty on record fits what is asked."),
    (("status", "--status", "superseded", *EARLY), "No treaty on record fits what is asked."),
)


@pytest.mark.parametrize(("asked", "said"), NOTHING)
def test_nothing_is_said_in_a_sentence(asked: tuple[str, ...], said: str) -> None:
    for form in ("rich", "markdown"):
        code, out, _ = ask_small(*asked, "--format", form)
        assert code == 0
        assert out.startswith(said)


@pytest.mark.parametrize("asked", [asked for asked, _ in NOTHING])
def test_nothing_is_a_heading_row_alone_as_csv(asked: tuple[str, ...]) -> None:
    code, out, err = ask_small(*asked, "--format", "csv")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 1
    assert "," in out
