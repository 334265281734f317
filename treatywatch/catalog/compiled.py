"""A data directory compiled: the same records, validated beforehand, in a form that loads without pydantic.

Loading pydantic and building its validators takes longer than answering a question. So the
validated content of the package's own data is kept beside it in one file, with a digest of the TOML files it was made
from. It is used only while the digest fits: edited data are read, and checked, from the TOML
files themselves. Nothing writes it but `treatywatch export compiled`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from treatywatch._version import __version__
from treatywatch.catalog.contents import Contents
from treatywatch.catalog.read import toml_files
from treatywatch.dates import Edtf, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from treatywatch.models.document import Document

__all__ = ["NAME", "as_text", "compile_document", "digest_of", "load_compiled"]

NAME = "compiled.json"
"""The file's name, in the data directory that it was made from."""


class Record:
    """A record with the fields of the model it was compiled from, and no validation: that was done before."""

    def model_copy(self, *, update: Mapping[str, Any]) -> Record:
        """Return a copy with some fields changed, as the models have it."""
        copy = Record()
        vars(copy).update(vars(self), **update)
        return copy


def digest_of(directory: Path) -> str:
    """Return what tells one state of a data directory from another: each TOML file's path, length and CRC-32.

    The version of the models that read them stands before. A cryptographic hash would guard against nobody here, and
    loading one takes longer than reckoning this.
    """
    found = [__version__]
    for path in toml_files(directory):
        content = path.read_bytes()
        found.append(f"{path.relative_to(directory).as_posix()}:{len(content)}:{crc32(content):08x}")
    return " ".join(found)


def compile_document(document: Document, digest: str) -> dict[str, Any]:
    """Return the compiled form of a validated document, ready for JSON."""
    forms: dict[str, dict[str, Any]] = {}
    content = _encode(document, forms)
    return {"digest": digest, "forms": forms, "content": content}


def load_compiled(directory: Path) -> Contents | None:
    """Return the contents of a data directory from its compiled file; None where that is missing, broken or out of date."""
    try:
        head, _, body = (directory / NAME).read_text(encoding="utf-8").partition("\n")
        if json.loads(head)["digest"] != digest_of(directory):
            return None
        forms_line, _, content = body.partition("\n")
        forms = json.loads(forms_line, object_hook=_value)
        document = json.loads(content, object_hook=_reader(forms))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Contents(cast("Document", document))


def as_text(compiled: dict[str, Any]) -> str:
    """Return the compiled form as the file's text: digest, forms and content, a line each."""
    lines = ({"digest": compiled["digest"]}, compiled["forms"], compiled["content"])
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)


def _encode(value: object, forms: dict[str, dict[str, Any]]) -> Any:
    """Return a value as JSON; what JSON has no form for as an object of one key that no field has."""
    match value:
        case Edtf():
            return {"@": value.text}
        case Term():
            return {"+": value.text}
        case date():
            return {"=": value.isoformat()}
        case tuple():
            return [_encode(item, forms) for item in value]
        case dict():
            return {":": [[key, _encode(item, forms)] for key, item in value.items()]}
        case str() | int() | float() | None:
            return value
    fields = type(value).model_fields  # type: ignore[attr-defined]
    name = type(value).__name__
    if name not in forms:
        forms[name] = {key: _encode(field.default, forms) for key, field in fields.items() if not field.is_required()}
    given = {key: _encode(getattr(value, key), forms) for key in fields}
    return {"#": name, **{key: item for key, item in given.items() if forms[name].get(key, ...) != item}}


def _value(found: dict[str, Any]) -> Any:
    if len(found) == 1:
        (mark, inner), *_ = found.items()
        match mark:
            case "@":
                return Edtf(inner)
            case "+":
                return Term(inner)
            case "=":
                return date.fromisoformat(inner)
            case ":":
                return dict(inner)
    return found


def _reader(forms: dict[str, dict[str, Any]]) -> Callable[[dict[str, Any]], Any]:
    defaults = {name: {key: _fixed(value) for key, value in fields.items()} for name, fields in forms.items()}

    def read(found: dict[str, Any]) -> Any:
        name = found.pop("#", None)
        if name is None:
            return _value(found)
        record = Record()
        fields = vars(record)
        fields.update(defaults[name])
        for key, value in found.items():
            fields[key] = _fixed(value) if type(value) is list else value
        return record

    return read


def _fixed(value: Any) -> Any:
    return tuple(_fixed(item) for item in value) if type(value) is list else value
