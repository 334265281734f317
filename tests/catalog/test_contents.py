from pathlib import Path

import pytest

from tests.conftest import SMALL
from treatywatch import QuestionError
from treatywatch.catalog import Contents, load_contents
from treatywatch.catalog.names import did_you_mean
from treatywatch.models import Document


@pytest.fixture(scope="module")
def contents() -> Contents:
    return load_contents([SMALL])


@pytest.mark.parametrize(
    "name",
    ["arms-pact", "Arms Pact", "ARMS PACT", "ap", "  arms   pact ", "pact on the limitation of arms", "Arms_Pact"],
)
def test_a_treaty_is_found_by_id_short_title_title_or_alias(contents: Contents, name: str) -> None:
    assert contents.treaty(name).id == "arms-pact"


@pytest.mark.parametrize("name", ["SU", "su", "Soviet Union", "ussr", "SOVIET_UNION"])
def test_a_party_is_found_by_id_name_or_alias(contents: Contents, name: str) -> None:
    assert contents.party(name).id == "SU"


def test_case_is_that_of_every_language(contents: Contents) -> None:
    assert contents.party("TÜRKIYE").id == "TR"


@pytest.mark.parametrize(
    ("ask", "name", "said"),
    [
        ("treaty", "skyes", "no treaty is called 'skyes' (did you mean skies?)"),
        ("treaty", "zzz", "no treaty is called 'zzz' (known are Arms Pact, Skies, arms-pact, skies)"),
        ("party", "Rusia", "no party is called 'Rusia' (did you mean Russia?)"),
        ("source", "registre", "no source is called 'registre' (did you mean register?)"),
        (
            "issue",
            "arms-pact-extention",
            "no issue is called 'arms-pact-extention' (did you mean arms-pact-extension?)",
        ),
        ("treaty", "", "no treaty is called ''"),
        ("party", "\ud800", "no party is called '\\ud800'"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(contents: Contents, ask: str, name: str, said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        getattr(contents, ask)(name)
    assert str(caught.value).startswith(said)


def test_sources_and_issues_are_found_in_any_case(contents: Contents) -> None:
    assert contents.source("REGISTER").id == "register"
    assert contents.issue("Pact-Violation").id == "pact-violation"


def test_an_id_beats_a_title_and_a_title_an_alias(tmp_path: Path) -> None:
    known = Contents(
        Document.model_validate(
            {
                "parties": [
                    {"id": "AA", "name": "Bb", "aliases": ["Cc"]},
                    {"id": "BB", "name": "Cc"},
                    {"id": "CC", "name": "Dd"},
                ]
            }
        )
    )
    assert [known.party(name).id for name in ("aa", "bb", "cc", "dd")] == ["AA", "BB", "CC", "CC"]


def test_facts_are_found_where_they_stand(contents: Contents) -> None:
    kind, index = contents.places["gazette-2020-07-25#russia-for-extension"]
    assert kind == "positions"
    assert contents.document.positions[index].party == "RU"
    assert [event.treaty for event in contents.events[None]] == [None]
    assert {event.treaty for event in contents.events["skies"]} == {"skies"}
    assert [status.id for status in contents.statuses["arms-pact"]] == ["gazette-2020-07-25#expires-next-year"]


def test_a_document_of_no_file_has_no_places() -> None:
    assert Contents(Document()).locate(("events", 0)) == (None, None, None, "('events', 0)")


def test_hints_name_the_nearest_or_all_of_a_few() -> None:
    assert did_you_mean("rusia", ["Russia", "Prussia", "France"]) == "did you mean Russia or Prussia?"
    assert did_you_mean("x", ["b", "a"]) == "known are a, b"
    assert did_you_mean("x", [f"name-{n}" for n in range(13)]) is None
    assert did_you_mean("x", []) is None
    assert did_you_mean("russia" * 100_000, ["Russia"]) == "known are Russia"
