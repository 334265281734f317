"""No text, bytes or JSON in a data file leads to a traceback: it is read, or its problems are told."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.catalog.tree import BASE, write_tree
from tests.conftest import SMALL
from treatywatch.catalog import builtin_directory, load_contents, read_contents
from treatywatch.models import Document

SETTINGS = settings(max_examples=60, deadline=None)
FILES = sorted(BASE)
LINES = [(file, line) for file in sorted(SMALL.rglob("*.toml")) for line in range(len(file.read_text().splitlines()))]
VALUES = sorted(
    {
        line.partition("=")[2].strip()
        for file in builtin_directory().rglob("*.toml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "=" in line
    }
)
ODD = (
    *(
        "nan",
        "inf",
        "-1",
        "1e400",
        "9" * 40,
        "true",
        "[]",
        "{}",
        "[[]]",
        '""',
        '" "',
        '"\\u0000"',
        '"\\u202e"',
        '"[/]"',
    ),
    *('["US"]', "12:00:00", "1979-05-27T07:32:00Z", "0001-01-01", "9999-12-31", '"../2020"', '"9999-12"', '"P9999Y"'),
    *(
        '"FREQ=DAILY"',
        '"FREQ=YEARLY;BYMONTH=13"',
        '"FREQ=YEARLY;INTERVAL=0"',
        '"FREQ=YEARLY;UNTIL=20200101"',
        '"skies"',
    ),
)


def told(paths: list[Path]) -> list[str]:
    """Return the problems of data in words; the data are of use if and only if there are none."""
    contents, problems = read_contents(paths)
    assert (contents is None) == bool(problems)
    for problem in problems:
        assert problem.severity == "error"
        assert problem.message
        assert str(problem)
    return [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(tempfile.mkdtemp())


@SETTINGS
@given(st.sampled_from(FILES), st.binary() | st.text().map(str.encode))
@example("parties.toml", b"\xef\xbb\xbf")
@example("parties.toml", b"\xff\xfe[\x00[\x00")
@example("record/pact.toml", b"a = " + b"{a=" * 2000)
@example("record/pact.toml", b"[a]\n" * 2)
def test_no_bytes_lead_to_a_traceback(folder: Path, name: str, content: bytes) -> None:
    (write_tree(folder) / name).write_bytes(content)
    told([folder])


@SETTINGS
@given(st.sampled_from(LINES), st.sampled_from(ODD) | st.sampled_from(VALUES), st.integers(0, 4), st.integers(0, 40))
def test_no_changed_line_leads_to_a_traceback(
    folder: Path, where: tuple[Path, int], value: str, change: int, cut: int
) -> None:
    file, number = where
    lines = file.read_text(encoding="utf-8").splitlines()
    key = lines[number].partition("=")[0]
    other = lines[cut % len(lines)]
    lines[number] = [f"{key} = {value}", lines[number][:cut], "", f"{lines[number]}\n{other}", other][change]
    above = folder / "above" / file.relative_to(SMALL)
    above.parent.mkdir(parents=True, exist_ok=True)
    above.write_text("\n".join(lines), encoding="utf-8")
    told([SMALL, folder / "above"])
    above.unlink()


_leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["US", "pact", "2020"])
_json = st.recursive(_leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, inner in steps for place in _places(inner, (*path, step)))]


SMALL_JSON: Any = json.loads(load_contents([SMALL]).document.model_dump_json(exclude_defaults=True))
PLACES = _places(SMALL_JSON)


@SETTINGS
@given(st.sampled_from(PLACES), _json, st.sampled_from(["replace", "remove", "add"]))
def test_no_changed_json_leads_to_a_traceback(folder: Path, path: tuple[Any, ...], value: Any, change: str) -> None:
    document = json.loads(json.dumps(SMALL_JSON))
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    if not path:
        document = value
    elif change == "remove":
        del inner[path[-1]]
    elif change == "add" and isinstance(inner, dict):
        inner[f"{path[-1]}{value}"] = value
    else:
        inner[path[-1]] = value
    file = folder / "changed.json"
    file.write_text(json.dumps(document), encoding="utf-8", errors="surrogatepass")
    alone, among = told([file]), told([file, file])
    if not alone:
        assert not among


@SETTINGS
@given(st.text() | st.binary())
def test_no_json_file_leads_to_a_traceback(folder: Path, content: str | bytes) -> None:
    file = folder / "any.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    told([file])
    told([SMALL, file])


@SETTINGS
@given(st.data())
def test_what_a_document_says_survives_json(data: st.DataObject) -> None:
    """Any choice of the small catalog's records, with text of any kind, is the same after export and load."""
    content = json.loads(json.dumps(SMALL_JSON))
    for kind in ("events", "positions", "statuses", "terms"):
        content[kind] = [record for record in content[kind] if data.draw(st.booleans())]
        for record in content[kind]:
            if data.draw(st.booleans()):
                record["note"] = data.draw(st.text(min_size=1).filter(str.strip))
                record["date"] = data.draw(st.sampled_from(["2020", "../2020-02-29", "2020-04-14~", "201X"]))
                if kind == "terms":
                    del record["date"]
    document = Document.model_validate(content)
    again = Document.model_validate_json(document.model_dump_json(exclude_defaults=True))
    assert again == document
    assert hash(again) == hash(document)
