"""`new`: a skeleton to fill in."""

import re
from pathlib import Path

from treatywatch.cli.context import Context
from treatywatch.errors import QuestionError
from treatywatch.reports.answer import Answer, Text
from treatywatch.reports.documents import SCHEMA_VERSION
from treatywatch.reports.skeleton import article_skeleton

__all__ = ["new"]

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*", re.ASCII)
_UNNAMED = "publisher-2020-01-31"


def new(context: Context) -> Answer:
    """Answer with the text of a file to fill in; an existing file is never written over."""
    given = context.arguments
    name = given.name or _UNNAMED
    if not _ID.fullmatch(name):
        raise QuestionError(
            f"{name!r} is no id", "write lower-case letters, digits, dots and hyphens: press-tv-2020-04-14"
        )
    if given.output is not None and Path(given.output).exists():
        raise QuestionError(f"{given.output} is there already", "give another name, or move it away first")
    text = article_skeleton(name)
    document = {"schema_version": SCHEMA_VERSION, "kind": given.what, "id": name, "text": text}
    return Answer(document, (Text(text),), 0, text)
