import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import treatywatch
from tests.catalog.tree import BASE, write_tree
from tests.conftest import SMALL
from treatywatch import DataError
from treatywatch.catalog import BUILTIN, builtin_directory, load_contents, read_contents

EXTRA = """
[[party]]
id = "US"
name = "United States of America"

[[party]]
id = "FI"
name = "Finland"
"""


def exported(path: Path, document: treatywatch.Document) -> Path:
    path.write_text(document.model_dump_json(exclude_defaults=True), encoding="utf-8")
    return path


def said(paths: Sequence[str | Path]) -> list[str]:
    contents, problems = read_contents(paths)
    assert contents is None
    return [f"{problem.code}: {problem.message}" for problem in problems]


def test_nothing_given_is_the_data_of_the_package() -> None:
    assert (
        load_contents().document == load_contents([BUILTIN]).document == load_contents([builtin_directory()]).document
    )


def test_a_later_directory_lies_on_top_of_an_earlier_one(tmp_path: Path) -> None:
    below, above = write_tree(tmp_path / "below"), tmp_path / "above"
    above.mkdir()
    (above / "parties.toml").write_text(EXTRA)
    contents = load_contents([below, above])
    assert {party.id: party.name for party in contents.parties.values()} == {
        "US": "United States of America",
        "RU": "Russia",
        "FI": "Finland",
    }
    assert contents.treaties.keys() == {"pact"}
    swapped = load_contents([above, below])
    assert swapped.parties["US"].name == "United States"


def test_data_of_ones_own_on_top_of_the_package(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "parties.toml").write_text('[[party]]\nid = "XK"\nname = "Kosovo"\n')
    contents = load_contents([BUILTIN, mine])
    assert contents.parties["XK"].name == "Kosovo"
    assert "new-start" in contents.treaties


def test_a_record_of_the_same_fact_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    below = write_tree(tmp_path / "below")
    above = tmp_path / "above" / "record" / "pact.toml"
    above.parent.mkdir(parents=True)
    above.write_text(BASE["record/pact.toml"].replace("2010-04-08", "2010-04-09"))
    (event,) = load_contents([below, tmp_path / "above"]).document.events
    assert str(event.date) == "2010-04-09"


def test_a_problem_above_is_placed_above(tmp_path: Path) -> None:
    below, above = write_tree(tmp_path / "below"), tmp_path / "above"
    above.mkdir()
    (above / "parties.toml").write_text('[[party]]\nid = "US"\n')
    _, problems = read_contents([below, above])
    assert [problem.file for problem in problems] == [str(above / "parties.toml")]


def test_a_json_file_is_the_same_alone_and_among_others(tmp_path: Path) -> None:
    document = load_contents([write_tree(tmp_path / "tree")]).document
    file = exported(tmp_path / "all.json", document)
    assert load_contents([file]).document == document
    assert load_contents([file, tmp_path / "tree"]).document == document
    assert load_contents([tmp_path / "tree", file]).document == document


@pytest.mark.parametrize("directory", [builtin_directory(), SMALL], ids=["real", "small"])
def test_load_export_and_load_again_is_the_identity(tmp_path: Path, directory: Path) -> None:
    document = load_contents([directory]).document
    file = exported(tmp_path / "all.json", document)
    assert load_contents([file]).document == document
    again = tmp_path / "again.json"
    exported(again, load_contents([file]).document)
    assert again.read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "json-invalid: Invalid JSON: EOF while parsing"),
        ("{", "json-invalid: Invalid JSON: EOF while parsing"),
        ("[" * 100_000, "json-invalid: Invalid JSON: recursion limit exceeded"),
        ("[]", "model-type: Input should be an object"),
        ("null", "model-type: Input should be an object"),
        ('{"schema_version": 2}', "literal-error: 2 is not one of the words known here"),
        ('{"treatys": []}', "extra-forbidden: this key means nothing here"),
        ('{"parties": {}}', "tuple-type: Input should be a valid array"),
        ('{"parties": [1]}', "model-type: Input should be an object"),
        ('{"parties": [{"id": "US", "name": "\\ud800"}]}', "json-invalid: Invalid JSON"),
        ('{"parties": [{"id": "US", "name": "US", "until": 86400}]}', "value-error: 86400 is not a day"),
        ('{"parties": [{"id": "US", "name": "US", "until": "86400"}]}', "value-error: '86400' is not a day"),
        ('{"parties": [{"id": "US", "name": "US"}, {"id": "US", "name": "US"}]}', "duplicate-id: US stands here a"),
    ],
)
def test_a_wrong_json_file(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "all.json"
    file.write_text(text)
    (found,) = said([file])
    assert found.startswith(problem)
    together = said([write_tree(tmp_path / "tree"), file])
    assert together, "nor can it be used among others"


def test_where_json_breaks_off(tmp_path: Path) -> None:
    file, tree = tmp_path / "all.json", write_tree(tmp_path / "tree")
    file.write_text('{\n "parties": [\n  {"id": "US", "na')
    for given, code in (([file], "json-invalid"), ([tree, file], "not-json")):
        with pytest.raises(DataError) as caught:
            load_contents(given)
        (found,) = (problem for problem in caught.value.problems if problem.code == code)
        assert (found.file, found.line) == (str(file), 3)
        assert "line" not in found.message
        assert "parties" not in found.message, "what stands before the break is not repeated"


def test_json_that_is_no_catalog_among_others(tmp_path: Path) -> None:
    tree, file = write_tree(tmp_path / "tree"), tmp_path / "all.json"
    for text, problem in (
        ("{", "not-json: not JSON: Expecting"),
        ("[" * 100_000, "not-json: not JSON: maximum recursion depth"),
        ("[]", "not-a-catalog: not a catalog as `export json` writes it"),
        ('{"parties": {}}', "not-a-catalog: not a catalog as `export json` writes it"),
    ):
        file.write_text(text)
        (found,) = said([tree, file])
        assert found.startswith(problem)
    file.write_bytes(b"\xff")
    assert said([tree, file]) == said([file]) == ["not-utf-8: byte 0 is not UTF-8"]


def test_a_place_in_json_is_that_of_the_very_value(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    document = json.loads(
        load_contents([write_tree(tmp_path / "tree")]).document.model_dump_json(exclude_defaults=True)
    )
    document["events"][0]["parties"][1] = "XX"
    file.write_text(json.dumps(document, indent=1))
    _, (problem,) = read_contents([file])
    assert problem.message == "no party is called XX"
    assert problem.line
    assert '"parties": [' in file.read_text().splitlines()[problem.line - 1]
    _, (layered,) = read_contents([file, file])
    assert layered == problem, "alone and among others"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("gone", "unreadable: there is no such directory"),
        ("gone.json", "unreadable: the file cannot be read: No such file or directory"),
        ("nul\0", "unreadable: there is no such directory"),
        ("nul\0.json", "unreadable: the file cannot be read: embedded null byte"),
        ("lone\ud800", "unreadable: there is no such directory"),
        ("file.toml", "unreadable: this is neither a directory nor a .json file"),
        ("empty", "no-data: the directory holds no .toml file"),
    ],
)
def test_a_path_that_leads_to_no_data(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.toml").touch()
    assert said([tmp_path / name]) == [problem]
    assert problem in said([write_tree(tmp_path / "tree"), tmp_path / name])


def test_a_directory_that_cannot_be_listed_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = write_tree(tmp_path)
    list_directory = os.scandir

    def refuse(path: str) -> Any:
        if Path(path).name == "record":
            raise PermissionError(13, "Permission denied", path)
        return list_directory(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert said([tree]) == ["unreadable: the directory cannot be listed: Permission denied"]


def test_loading_raises_every_problem_at_once(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, parties='[[party]]\nid = "U"\n[[party]]\nname = "Russia"\n')
    with pytest.raises(DataError) as caught:
        load_contents([tree])
    assert len(caught.value.problems) == 3
    assert str(caught.value).count("parties.toml") == 3


def test_an_empty_list_of_a_kind_is_no_problem(tmp_path: Path) -> None:
    assert load_contents([write_tree(tmp_path, issues="")]).issues == {}
