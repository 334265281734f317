"""Raw content -> a validated document; pydantic's complaints become problems with file, line and remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from treatywatch.catalog.fields import event_types, known_keys
from treatywatch.catalog.names import did_you_mean
from treatywatch.catalog.places import Locate, json_place, toml_place
from treatywatch.errors import Problem
from treatywatch.models.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from treatywatch.catalog.assemble import Origin

__all__ = ["document_problems", "from_origins", "validate"]

_JSON_PLACE = re.compile(r" at line (\d+) column (\d+)$")


def validate(content: dict[str, Any], locate: Locate) -> tuple[Document | None, list[Problem]]:
    """Validate a document, or return every problem that it has."""
    try:
        return Document.model_validate(content), []
    except ValidationError as error:
        return None, document_problems(error, locate)


def from_origins(origins: dict[str, list[Origin]]) -> Locate:
    """Return what finds places in the files of a TOML tree."""

    def locate(path: Sequence[str | int]) -> tuple[str | None, int | None, int | None, str]:
        kind, index, *rest = path
        origin = origins[str(kind)][int(index)]
        within = (*origin.path, *rest)
        find = json_place if origin.raw.path.suffix == ".json" else toml_place
        line, column = find(origin.raw.text, within) or (1, 1)
        return str(origin.raw.path), line, column, ".".join(str(step) for step in within)

    return locate


def document_problems(error: ValidationError, locate: Locate) -> list[Problem]:
    """Turn what pydantic complains of into problems."""
    return [_problem(detail, locate) for detail in error.errors(include_url=False)]


def _problem(detail: ErrorDetails, locate: Locate) -> Problem:
    path = _without_tags(detail["loc"])
    if detail["type"] == "union_tag_invalid":
        path = (*path, "type")
    file, line, column, shown = locate(path)
    if detail["type"] == "json_invalid" and (place := _JSON_PLACE.search(detail["msg"])):
        line, column = int(place[1]), max(int(place[2]), 1)
    message, hint = _words(detail)
    return Problem(detail["type"].replace("_", "-"), "error", message, file, line, column, shown, hint)


def _without_tags(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Leave out the tag by which pydantic names the member of a union: `events, 3, signature, date`."""
    tagged = len(path) > 2 and path[0] == "events" and isinstance(path[1], int)
    return (*path[:2], *path[3:]) if tagged else path


def _words(detail: ErrorDetails) -> tuple[str, str | None]:
    context = detail.get("ctx", {})
    given = _short(detail.get("input"))
    match detail["type"]:
        case "extra_forbidden":
            near = did_you_mean(str(detail["loc"][-1]), known_keys(detail["loc"]))
            return "this key means nothing here", near or "check its spelling against the schema, or leave it out"
        case "missing":
            return "it is missing", "add it"
        case "union_tag_invalid":
            tag, types = str(context.get("tag")), event_types()
            return f"{_short(tag)} is no type of event", did_you_mean(tag, types) or f"known are {', '.join(types)}"
        case "union_tag_not_found":
            return "the event has no type", 'add type = "signature" or another type of event'
        case "string_too_short":
            return "it is empty", "fill it in, or leave it out where it may be missing"
        case "literal_error":
            return f"{given} is not one of the words known here", f"write {context.get('expected')}"
        case "string_pattern_mismatch":
            return f"{given} does not have the form asked for", _form(str(context.get("pattern")))
        case "json_invalid":
            return _JSON_PLACE.sub("", detail["msg"]), "write the whole file anew with `export json`"
        case "value_error":
            return str(context.get("error")), None
        case _:
            return f"{detail['msg']} (given: {given})", None


def _form(pattern: str) -> str:
    forms = {
        r"\S+(\s+\S+){0,5}": "at most six words of the source",
        "^[A-Z]{2}": "the two capital letters of ISO 3166-1, such as US",
        "^[a-z0-9]": "lower-case letters, digits, dots and hyphens",
        "^https?": "an address that begins with https://",
        "^FREQ": "an iCalendar recurrence rule such as FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1",
        r"\S": "text that is not empty",
    }
    return next((words for start, words in forms.items() if start in pattern), f"the form is {pattern}")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."
