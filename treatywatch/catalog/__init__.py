"""Data files -> contents: read, validate, cross-reference, merge; every problem with its place."""

from treatywatch.catalog.contents import Contents
from treatywatch.catalog.load import BUILTIN, builtin_directory, load_contents, read_contents
from treatywatch.catalog.merge import merge

__all__ = ["BUILTIN", "Contents", "builtin_directory", "load_contents", "merge", "read_contents"]
