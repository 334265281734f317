"""What all models share: frozen, closed to unknown keys, and a few exact text types."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

__all__ = ["Fragment", "Id", "Model", "PartyId", "Text"]


class Model(BaseModel):
    """A frozen record that refuses unknown keys. Holds facts, computes nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*(#[a-z0-9][a-z0-9.-]*)?$", max_length=200)]
"""A name by which data refer to each other: lower-case letters, digits, dots and hyphens."""

PartyId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}([A-Z]{2})?$")]
"""ISO 3166-1 alpha-2, the old two-letter code of a former state (ISO 3166-3: `SU`, `CS`), or four letters."""

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Text for people: never empty."""

Fragment = Annotated[str, StringConstraints(pattern=r"^\s*\S+(\s+\S+){0,5}\s*$")]
"""At most six words of a source, by which to find the passage; never a sentence."""
