"""Data files -> contents: read, validate, cross-reference, merge; every problem with its place.

Imported when first asked for: contents that were compiled are used where pydantic is not loaded.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatywatch.catalog.contents import Contents as Contents
    from treatywatch.catalog.load import BUILTIN as BUILTIN
    from treatywatch.catalog.load import load_contents as load_contents
    from treatywatch.catalog.load import read_contents as read_contents
    from treatywatch.catalog.merge import merge as merge
    from treatywatch.catalog.read import builtin_directory as builtin_directory

_HOMES = {
    "BUILTIN": "load",
    "Contents": "contents",
    "builtin_directory": "read",
    "load_contents": "load",
    "merge": "merge",
    "read_contents": "load",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{home}"), name)
