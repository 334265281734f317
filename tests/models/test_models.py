"""What holds for every model: closed, frozen all the way down, strict about dates, and quiet about what is not meant."""

import datetime
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import treatywatch.models
from tests.conftest import SMALL
from treatywatch.catalog import load_contents
from treatywatch.dates import Edtf, Term
from treatywatch.models import Document, Event
from treatywatch.models.base import Fragment, Id, Model, PartyId, Text
from treatywatch.models.terms import Share


def family(model: type[BaseModel] = Document) -> set[type[BaseModel]]:
    """Every model that a document can hold."""
    found = {model}
    for field in model.model_fields.values():
        for inner in parts(field.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner not in found:
                found |= family(inner)
    return found


def parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from parts(inner)


MODELS = sorted(family(), key=lambda model: model.__name__)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


@pytest.fixture(scope="module")
def document() -> Document:
    return load_contents([SMALL]).document


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_closed_and_frozen_and_says_what_it_is(model: type[BaseModel]) -> None:
    assert issubclass(model, Model)
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"
    assert not model.model_config.get("strict"), "a model strict as a whole refuses the arrays of TOML for tuples"
    assert model.__doc__


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_no_field_can_change_inside_or_is_a_length_in_seconds(model: type[BaseModel], name: str) -> None:
    mutable = (list, dict, set, bytearray, Any)
    for part in parts(model.model_fields[name].annotation):
        assert part is not datetime.timedelta
        assert part is not datetime.datetime
        assert part not in mutable
        assert get_origin(part) not in mutable


def test_a_whole_document_does_not_change_and_has_a_hash(document: Document) -> None:
    assert hash(document) == hash(load_contents([SMALL]).document)
    with pytest.raises(ValidationError, match="frozen"):
        document.treaties[0].terms.duration.period = Term("P1Y")  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        document.schema_version = 1  # type: ignore[misc]


def test_shares_are_a_table_in_the_data_and_do_not_change() -> None:
    said = {"of": "emissions", "at_least": 55, "weights": {"US": 36.1, "RU": 17.4}}
    share = Share.model_validate(said)
    assert share.weights == (("RU", 17.4), ("US", 36.1))
    assert hash(share) == hash(Share.model_validate_json(share.model_dump_json()))
    assert share.model_dump(mode="json") == said
    for bad in ({"US": 101}, {"US": -1}, {"US": float("nan")}, {"usa": 1}, {"US": "much"}, [1], "US", 5):
        with pytest.raises(ValidationError):
            Share.model_validate({**said, "weights": bad})


def test_arrays_of_toml_are_tuples(document: Document) -> None:
    (pact,) = (treaty for treaty in document.treaties if treaty.id == "arms-pact")
    assert pact.sides == (("US",), ("RU",))
    assert pact.terms.duties[0].id == "data-exchange"
    assert all(isinstance(event.parties, tuple) for event in document.events)


def test_dates_are_read_alike_from_toml_and_json(document: Document) -> None:
    assert Document.model_validate_json(document.model_dump_json()) == document
    assert Document.model_validate(document.model_dump()) == document
    assert Document.model_validate(document.model_dump(mode="json")) == document


def acts() -> list[tuple[type[BaseModel], str]]:
    models = [model for model in MODELS if "type" in model.model_fields and "date" in model.model_fields]
    return [(model, word) for model in models for word in get_args(model.model_fields["type"].annotation)]


@pytest.mark.parametrize(("model", "word"), acts(), ids=lambda value: getattr(value, "__name__", value))
def test_every_type_of_event_is_read_as_its_own_class(model: type[BaseModel], word: str) -> None:
    event = {"id": "x", "sources": ["s"], "type": word, "date": "2020", **needed(model)}
    assert type(TypeAdapter(Event).validate_python(event)) is model


def needed(model: type[BaseModel]) -> dict[str, Any]:
    """Return a value for each field of its own that a class of event cannot do without."""
    samples: dict[str, Any] = {"towards": "withdrawal", "by": "skies", "to": "withdrawal", "of": ["RU"], "form": "call"}
    return {
        name: samples[name] for name, field in model.model_fields.items() if field.is_required() and name in samples
    }


@pytest.mark.parametrize(("model", "word"), acts(), ids=lambda value: getattr(value, "__name__", value))
def test_a_bad_field_is_complained_of_for_its_own_kind_alone(model: type[BaseModel], word: str) -> None:
    event = {"id": "x", "sources": ["s"], "type": word, "date": 86400, "other": 1, **needed(model)}
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Event).validate_python(event)
    assert {error["loc"] for error in caught.value.errors()} == {(word, "date"), (word, "other")}


def test_the_types_of_events_are_those_of_the_design() -> None:
    asked = (
        "adoption opening-for-signature signature ratification provisional-application entry-into-force amendment extension "
        "suspension resumption withdrawal-announcement withdrawal-notice withdrawal-revocation withdrawal termination "
        "supersession expiry ratification-revocation repudiation non-compliance-finding test deployment consultation"
    )
    words = [word for _, word in acts()]
    assert set(asked.split()) <= set(words)
    assert len(set(words)) == len(words), "each type is of one class"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Id, ["new-start", "a", "0.1", "file#fact", "x" * 200], ["", "-a", "A", "a b", "a#b#c", "ä", "a\n", "x" * 201]),
        (PartyId, ["US", "SU", "AIDJ"], ["us", "USA", "U", "", "US\n", "ÄÖ"]),
        (Text, ["x", " x ", "\u202e"], ["", " ", "\n\t"]),
        (Fragment, ["one", "one two three four five six", " one \n two "], ["", " ", "1 2 3 4 5 6 7"]),
    ],
)
def test_text_types_take_what_they_mean_alone(kind: Any, good: list[str], bad: list[Any]) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    for text in good:
        assert adapter.validate_python(text) == text
    for value in [*bad, 5, None]:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


def test_whole_numbers_and_truth_are_not_guessed() -> None:
    terms = Path(SMALL / "treaties" / "skies.toml").read_text(encoding="utf-8")
    assert "count = 2" in terms
    for field, value in (("revision", "1"), ("revision", True), ("revision", 1.0)):
        event = {"id": "x", "sources": ["s"], "type": "expiry", "date": "2020", field: value}
        with pytest.raises(ValidationError):
            TypeAdapter(Event).validate_python(event)
    with pytest.raises(ValidationError):
        TypeAdapter(Event).validate_python(
            {"id": "x", "sources": ["s"], "type": "extension", "date": "2020", "indefinitely": 1}
        )


def test_the_schema_of_a_document_is_json_schema() -> None:
    schema = Document.model_json_schema(mode="validation")
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(Document.model_fields)
    mapping = schema["properties"]["events"]["items"]["discriminator"]["mapping"]
    assert set(mapping) == {word for _, word in acts()}


def test_models_are_imported_when_asked_for() -> None:
    assert treatywatch.models.Document is Document
    with pytest.raises(AttributeError, match="nothing"):
        _ = treatywatch.models.nothing


def test_vague_dates_of_facts_are_edtf() -> None:
    hints = {name: typing.get_type_hints(model, include_extras=False) for model in MODELS for name in [model.__name__]}
    assert hints["Act"]["date"] is Edtf
    assert hints["Position"]["date"] is Edtf
    assert hints["ReportedStatus"]["date"] is Edtf
