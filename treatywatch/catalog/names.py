"""The nearest known names for one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return a hint with the nearest known names, else those that hold it, or all of them where they are few and none is near."""
    names = sorted(set(known))
    folded = {candidate.casefold(): candidate for candidate in names}
    wanted = name[:200].casefold()
    from difflib import get_close_matches  # only where a name is not known

    near = [folded[match] for match in get_close_matches(wanted, folded, n=3, cutoff=0.6)]
    if not near and len(wanted) > 2:
        near = [candidate for match, candidate in folded.items() if wanted in match][:3]
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"known are {', '.join(names)}" if 0 < len(names) <= 12 else None
