import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from treatywatch.catalog.places import json_place, toml_place

TEXT = """# The record.
treaty = "pact"
"quoted key" = 1

[[event]]
id = "one"
date = 2010-04-08
parties = [
    "US",
    "RU",
]

[[event]]
id = "two"
  date = "2011-02"
more.deep = 1

[event.place]
town = "Prague"

[[event.talk]]
at = "P1"

[[event.talk]]
at = "P2"

[terms]
source = "text"

[terms.entry_into_force]
by = "exchange"
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("treaty",), 2, 10),
        (("quoted key",), 3, 16),
        (("event", 0, "date"), 7, 8),
        (("event", 0, "parties", 1), 8, 11),  # an element of an array: where the array stands
        (("event", 1, "date"), 15, 10),
        (("event", 1, "more"), 16, 13),
        (("event", 1, "place", "town"), 19, 8),
        (("event", 1, "talk", 1, "at"), 25, 6),
        (("event", 1, "missing"), 13, 1),  # what is missing: where the table begins
        (("event", 0), 5, 1),
        (("terms", "source"), 28, 10),
        (("terms", "entry_into_force", "by"), 31, 6),
        (("terms", "duration"), 27, 1),
    ],
)
def test_the_line_of_the_very_field_in_toml(path: tuple[str | int, ...], line: int, column: int) -> None:
    place = toml_place(TEXT, path)
    assert place is not None
    assert place[0] == line
    assert place == (line, column) or "parties" in path


def test_a_path_that_leads_nowhere_has_no_place() -> None:
    assert toml_place(TEXT, ("nothing",)) is None
    assert toml_place("", ("treaty",)) is None
    assert json_place("", ("treaty",)) is None


JSON = """{
  "schema_version": 1,
  "odd": ["}", "\\"", {"a": [1, {"b": null}]}, [], {}, -1.5e3, true],
  "events": [
    {"id": "one", "date": "2010"},
    {"id": "two",
     "date": "2011"}
  ]
}"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("schema_version",), 2, 21),
        (("odd", 6), 3, 63),
        (("events", 0, "date"), 5, 27),
        (("events", 1, "date"), 7, 14),
        (("events", 1, "missing"), 6, 5),
        (("events", "no number"), 4, 13),
        ((), 1, 1),
        (("nothing",), 1, 1),
    ],
)
def test_the_line_of_the_very_value_in_json(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert json_place(JSON, path) == (line, column)


_leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_values = st.recursive(_leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    found = [(path, value)]
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        found += _paths(inner, (*path, step))
    return found


@given(_values, st.sampled_from([None, 1, 4]))
def test_every_value_of_json_is_found_where_it_stands(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    lines = text.split("\n")
    for path, inner in _paths(value):
        place = json_place(text, path)
        assert place is not None
        line, column = place
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert json.JSONDecoder(strict=False).raw_decode(rest)[0] == inner


@given(st.text(), st.lists(st.text() | st.integers(0, 5), max_size=4))
@example('{"\\x": 1}', ["\\x"])
@example("[[", [1])
@example('["', [1])
@example("{", ["a"])
def test_no_text_and_no_path_lead_astray(text: str, path: list[str | int]) -> None:
    for place in (toml_place(text, path), json_place(text, path)):
        if place is not None:
            assert 1 <= place[0] <= text.count("\n") + len(text.splitlines()) + 1
            assert place[1] >= 1
