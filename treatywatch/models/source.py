"""Where facts come from."""

from typing import Annotated

from pydantic import StringConstraints

from treatywatch.dates import Day, Edtf
from treatywatch.models.base import Id, Model, Text
from treatywatch.models.status import SourceKind

__all__ = ["Source"]


class Source(Model):
    """A document or a register. `published` is the day from which it could be read.

    `published_note` says how that day was inferred where it is not printed. `origin` is whose account it
    passes on where that is not its own (an agency, a ministry): two sources of one origin are one
    witness. `accessed` is the day a curator last read it. A `url` is the publisher's own or none.
    """

    id: Id
    publisher: Text
    title: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    kind: SourceKind
    published: Edtf | None = None
    published_note: Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    origin: Text | None = None
    accessed: Day | None = None
    note: Text | None = None
