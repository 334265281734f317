"""What is supposed is read like what is curated: every problem at once, each at its place."""

from pathlib import Path

import pytest

from tests.build import act, bilateral, catalog
from treatywatch.catalog.suppositions import read_suppositions
from treatywatch.errors import DataError, QuestionError
from treatywatch.snapshot import Catalog

BASE = catalog(bilateral(), act("signature", "2010-04-08", "US", "RU"))


def problems(*lines: str, files: tuple[Path, ...] = (), base: Catalog = BASE) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_suppositions(base.contents, lines, files, "pact")
    return [str(problem) for problem in caught.value.problems]


def test_a_line_is_a_type_and_its_fields() -> None:
    made = read_suppositions(
        BASE.contents,
        ['suspension date=2023-02-21 parties="Russia, us" extent=part duties=data,visits ground="an answer, it says"'],
        treaty="Pact",
    )
    (event,) = made.events
    assert (event.type, event.treaty, event.parties, str(event.date)) == (
        "suspension",
        "pact",
        ("RU", "US"),
        "2023-02-21",
    )
    assert event.type == "suspension"
    assert (event.extent, event.duties, event.ground) == ("part", ("data", "visits"), "an answer, it says")


def test_vague_days_and_flags_can_be_supposed() -> None:
    made = read_suppositions(BASE.contents, ["extension date=2021-02~ indefinitely=true"], treaty="pact")
    (event,) = made.events
    assert event.type == "extension"
    assert (str(event.date), event.indefinitely) == ("2021-02~", True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("extensio date=2021-02-03", "did you mean extension"),
        ("extension", "date: it is missing"),
        ("extension date=2021-02-30", "not a date of the calendar"),
        ("extension date=2021-02-03 untl=2026-02-05", "untl"),
        ("extension date=2021-02-03 until=2020-02-05", "comes before the event itself"),
        ("extension 2021-02-03", "'2021-02-03' is no key=value"),
        ("extension date=2021-02-03 date=2021-02-04", "stands here twice"),
        ("extension date=", "is no key=value"),
        ('extension summary="unclosed', "close every quotation mark"),
        ("", "type"),
        ("withdrawal-notice date=2021-02-03", "does not say whose"),
        ("withdrawal-notice date=2021-02-03 parties=Rusia", "did you mean Russia"),
        ("extension date=2021-02-03 treaty=pakt", "pakt"),
        ("extension date=2021-02-03 by=5Y", "is not a period"),
        ("supersession date=2021-02-03 by=nothing", "nothing"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_the_line(line: str, said: str) -> None:
    found, *_ = problems(line)
    assert said in found
    assert found.startswith(f"“{line}”: error: ")


def test_all_problems_of_all_lines_are_told_at_once() -> None:
    assert len(problems("extension date=x until=y", "withdrawal-notice date=z parties=RU")) == 3


def test_an_unknown_treaty_is_a_question_that_cannot_be_asked() -> None:
    with pytest.raises(QuestionError, match="no treaty is called"):
        read_suppositions(BASE.contents, [], treaty="nothing")


def test_a_file_is_as_those_of_the_record(tmp_path: Path) -> None:
    file = tmp_path / "If Both Agree.toml"
    file.write_text('[[event]]\ntype = "extension"\ndate = 2021-02-03\nuntil = 2026-02-05\n', encoding="utf-8")
    (event,) = read_suppositions(BASE.contents, files=[file], treaty="pact").events
    assert (event.treaty, event.sources, str(event.date)) == ("pact", ("supposed",), "2021-02-03")


def test_problems_of_a_file_have_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(
        'treaty = "pact"\n\n[[event]]\ntype = "extension"\ndate = 2021-02-03\nuntil = "soon"\n\n'
        '[[event]]\ntype = "withdrawal-notice"\ndate = 2021-02-03\nparties = ["XX"]\n',
        encoding="utf-8",
    )
    assert [found.partition(": error")[0] for found in problems(files=(file,))] == [f"{file}:6:9"]
    file.write_text(file.read_text(encoding="utf-8").replace('"soon"', "2026-02-05"), encoding="utf-8")
    (found,) = problems(files=(file,))
    assert found.startswith(f"{file}:11:11: error: event.1.parties: no party is called XX")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("event = 3", "is no list of tables"),
        ("[[event]", "not TOML"),
        ("", "nothing is supposed here"),
        ('[[status]]\nstatus = "in-force"\ndate = 2021-01-01\n', "only events can be supposed"),
        ("[[evnt]]\n", "means nothing here"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "other.toml"
    file.write_text(text, encoding="utf-8")
    assert said in problems(files=(file,))[0]
    assert said not in problems(files=(tmp_path / "missing.toml",))[0]
