"""Python's cycle collector, at rest while something large is made that has no cycles."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["resting"]


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest for a block, and leave it as it was: for work that keeps all it makes and leaves no cycle behind.

    The collector looks through everything alive each time that a quarter has been added to it. Where nothing is ever to be
    found, that is time lost; memory is given back by counting references all the same.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
