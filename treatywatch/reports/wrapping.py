"""Comment lines of a file for people."""

import textwrap
from collections.abc import Iterable

__all__ = ["commented"]


def commented(lead: str, words: Iterable[str], width: int = 110) -> str:
    """Return a lead and a list of words as comment lines, wrapped between words alone."""
    text = f"{lead} {', '.join(words)}."
    return textwrap.fill(
        text, width, initial_indent="# ", subsequent_indent="#   ", break_long_words=False, break_on_hyphens=False
    )
