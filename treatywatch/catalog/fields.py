"""What could have stood in the place of an unknown key or type: asked only when there is one to explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from treatywatch.models.document import Document
from treatywatch.models.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["event_types", "known_keys"]


def known_keys(path: Sequence[str | int]) -> set[str]:
    """Return the keys known beside the last step of a path, as pydantic gives it: with the tag of an event's type."""
    models: list[type[BaseModel]] = [Document]
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        fields = [model.model_fields[step] for model in models if step in model.model_fields]
        if fields:
            models = [found for field in fields for found in _models(field.annotation)]
        else:
            models = [model for model in models if step in get_args(model.model_fields["type"].annotation)]
    return {name for model in models for name in model.model_fields}


def event_types() -> list[str]:
    """Return every type of event in order; pydantic's own list of them is cut short."""
    return sorted(tag for model in _models(Event) for tag in get_args(model.model_fields["type"].annotation))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
