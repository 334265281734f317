"""Data directories and JSON files -> contents, or every problem they have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from treatywatch.catalog.assemble import ARRAYS, LISTS, Origin, assemble
from treatywatch.catalog.contents import Contents
from treatywatch.catalog.places import Locate, json_place
from treatywatch.catalog.read import Raw, builtin_directory, problem_of, read_text, read_toml, toml_files
from treatywatch.catalog.references import check_references
from treatywatch.catalog.validate import document_problems, from_origins, validate
from treatywatch.errors import DataError, Problem
from treatywatch.models.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BUILTIN", "load_contents", "read_contents"]

BUILTIN = "builtin"
"""The name by which the data that come with the package can be given among others."""

_KINDS = ("parties", "sources", "issues", "treaties", *ARRAYS.values())


def load_contents(paths: Sequence[str | Path] = ()) -> Contents:
    """Read data directories and JSON files, later ones on top of earlier ones; none given: the package's own.

    A record of a later path takes the place of one of the same id. Raises DataError with every problem found.
    """
    contents, problems = read_contents(paths)
    if contents is None:
        raise DataError(tuple(problems))
    return contents


def read_contents(
    paths: Sequence[str | Path] = (), files: Sequence[Path] = (), *, without: bool = False
) -> tuple[Contents | None, list[Problem]]:
    """Read like `load_contents`, but return the problems; the contents are None if there are any.

    Single TOML `files` are laid on top, each in the place of the file of its name in the data directories; `without` reads what would
    be there without them.
    """
    given = [builtin_directory() if str(path) == BUILTIN else Path(path) for path in paths] or [builtin_directory()]
    if len(given) == 1 and given[0].suffix == ".json" and not files:
        return _one_json(given[0])
    single = [_single(file) for file in files]
    replaced = frozenset(raw.name for raw in single if isinstance(raw, Raw))
    layers = [_layer(path, replaced) for path in given]
    if not without:
        layers += [
            _assembled(
                [raw for raw in single if isinstance(raw, Raw)], [raw for raw in single if isinstance(raw, Problem)]
            )
        ]
    problems = [problem for layer in layers for problem in layer[2]]
    content, origins = _stack(layers)
    locate = from_origins(origins)
    document, more = validate(content, locate)
    problems += more
    if document is not None:
        problems += check_references(document, locate)
    return (Contents(document, locate) if document and not problems else None), problems


_Layer = tuple[dict[str, list[Any]], dict[str, list[Origin]], list[Problem]]


def _single(file: Path) -> Raw | Problem:
    """Read one TOML file under the name it has, or would have, in a data directory: its content tells where it belongs."""
    raw = read_toml(file, file.name)
    if isinstance(raw, Problem):
        return raw
    tables = raw.tables
    folder = "articles/" if "source" in tables and isinstance(tables["source"], dict) else ""
    if not folder and file.name not in LISTS:
        folder = "treaties/" if "terms" in tables else "record/" if "treaty" in tables else ""
    if not folder and file.name not in LISTS and file.parent.name in ("treaties", "record", "articles"):
        folder = f"{file.parent.name}/"
    return raw._replace(name=folder + file.name)


def _layer(path: Path, replaced: frozenset[str] = frozenset()) -> _Layer:
    if path.suffix == ".json":
        return _json_layer(path)
    empty: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    if not path.is_dir():
        found = path.exists()
        message = "this is neither a directory nor a .json file" if found else "there is no such directory"
        hint = "give a data directory, or one JSON file written by `export json`"
        return empty, {kind: [] for kind in _KINDS}, [problem_of(path, "unreadable", message, hint)]
    try:
        files = list(toml_files(path))
    except OSError as error:
        message = f"the directory cannot be listed: {error.strerror or error}"
        return empty, {kind: [] for kind in _KINDS}, [problem_of(error.filename or path, "unreadable", message)]
    raws: list[Raw] = []
    problems: list[Problem] = []
    for file in files:
        raw = read_toml(file, file.relative_to(path).as_posix())
        if isinstance(raw, Raw) and raw.name in replaced:
            continue
        if isinstance(raw, Problem):
            problems.append(raw)
        else:
            raws.append(raw)
    if not raws and not problems and not replaced:
        problems.append(
            problem_of(path, "no-data", "the directory holds no .toml file", "see data/README.md for its shape")
        )
    return _assembled(raws, problems)


def _assembled(raws: Sequence[Raw], problems: Sequence[Problem]) -> _Layer:
    assembled = assemble(raws)
    return assembled.content, assembled.origins, [*problems, *assembled.problems]


def _stack(layers: Sequence[_Layer]) -> tuple[dict[str, list[Any]], dict[str, list[Origin]]]:
    """Lay later records over earlier ones of the same id; within one layer a second record of an id stays, to be reported."""
    content: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    origins: dict[str, list[Origin]] = {kind: [] for kind in _KINDS}
    for kind in _KINDS:
        for records, places, _ in layers:
            fresh = {_id(record) for record in records[kind]} - {None}
            kept = [
                (record, place)
                for record, place in zip(content[kind], origins[kind], strict=True)
                if _id(record) not in fresh
            ]
            content[kind] = [*(record for record, _ in kept), *records[kind]]
            origins[kind] = [*(place for _, place in kept), *places[kind]]
    return content, origins


def _id(record: object) -> str | None:
    """Return the id of a raw record; None where it has none that can be one."""
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else None


def _json_layer(path: Path) -> _Layer:
    """Read a JSON file as one layer among several."""
    empty: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    none: dict[str, list[Origin]] = {kind: [] for kind in _KINDS}
    text = read_text(path)
    if isinstance(text, Problem):
        return empty, none, [text]
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        bad = error if isinstance(error, json.JSONDecodeError) else None
        line, column = (bad.lineno, bad.colno) if bad else (None, None)
        message = f"not JSON: {bad.msg if bad else error}"
        return empty, none, [problem_of(path, "not-json", message, line=line, column=column)]
    if not isinstance(found, dict) or not all(isinstance(found.get(kind, []), list) for kind in _KINDS):
        return empty, none, [problem_of(path, "not-a-catalog", "not a catalog as `export json` writes it")]
    raw = Raw(path, path.name, text, {})
    content = {kind: found.get(kind, []) for kind in _KINDS}
    _, problems = validate({key: found[key] for key in found if key not in _KINDS}, _in_json(path, text))
    return content, {kind: [Origin(raw, (kind, i)) for i in range(len(content[kind]))] for kind in _KINDS}, problems


def _one_json(path: Path) -> tuple[Contents | None, list[Problem]]:
    text = read_text(path)
    if isinstance(text, Problem):
        return None, [text]
    locate = _in_json(path, text)
    try:
        document = Document.model_validate_json(text)
    except ValidationError as error:
        return None, document_problems(error, locate)
    problems = check_references(document, locate)
    return (None if problems else Contents(document, locate)), problems


def _in_json(path: Path, text: str) -> Locate:
    def locate(steps: Sequence[str | int]) -> tuple[str | None, int | None, int | None, str]:
        place = json_place(text, steps) or (1, 1)
        return str(path), *place, ".".join(str(step) for step in steps)

    return locate
