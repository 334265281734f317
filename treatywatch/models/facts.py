"""What a source says: the part that events, positions and reports have in common."""

from typing import Annotated

from pydantic import Field, StrictInt

from treatywatch.dates import Day
from treatywatch.models.base import Fragment, Id, Model, Text
from treatywatch.models.status import Confidence

__all__ = ["Fact"]


class Fact(Model):
    """What one source says, or several say alike, and where in them.

    `at` is the paragraph or article, `fragment` at most six words to find the passage by. `via` is whose account
    the source passes on here: facts of one account are one witness. `public_from` is the day an entry of
    a register became public where that was not the day of the act. `revision` counts corrections.
    """

    id: Id
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    at: Text | None = None
    fragment: Fragment | None = None
    via: Text | None = None
    confidence: Confidence = "verified"
    public_from: Day | None = None
    revision: Annotated[StrictInt, Field(ge=0)] = 0
    summary: Text | None = None
    note: Text | None = None
