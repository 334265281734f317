"""The house is built as the design says: imports run down only, and only the command line reads clock and environment."""

import ast
import doctest
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import treatywatch

PACKAGE = Path(treatywatch.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("errors", "dates", "models", "catalog", "rules", "snapshot", "reports", "exchange", "cli")
"""From the ground up: a room knows those before it alone."""

NEIGHBOURS = {("rules", "catalog"), ("exchange", "reports"), ("reports", "exchange")}
"""Rooms on one floor, which do not know each other."""


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(file): ast.parse(file.read_text(encoding="utf-8")) for file in FILES}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module of the package that is named in an import, at the top or within a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def executed(tree: ast.Module) -> ast.Module:
    """Return the tree without what only a type checker reads."""

    class Stripped(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | None:
            return None if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING" else node

    return Stripped().visit(ast.parse(ast.unparse(tree)))  # type: ignore[no-any-return]


def room_of(module: str) -> str:
    _, _, rest = module.partition(".")
    return rest.split(".")[0]


@pytest.mark.parametrize("module", [name for name in MODULES if room_of(name) in ROOMS])
def test_imports_run_down_only(module: str) -> None:
    here = room_of(module)
    for other in imports(MODULES[module]):
        if other.startswith("treatywatch.") and room_of(other) in ROOMS:
            there = room_of(other)
            assert ROOMS.index(there) <= ROOMS.index(here), f"{module} looks up to {other}"
            assert (here, there) not in NEIGHBOURS, f"{module} looks into {other}"


def test_every_module_stands_in_a_room_of_the_design() -> None:
    assert {room_of(name) for name in MODULES} - {"", "__main__", "_version"} <= set(ROOMS)


def test_modules_import_each_other_in_no_circle() -> None:
    """Not even within a function; a package counts as the modules whose names it passes on."""
    graph = {name: {other for other in imports(executed(tree)) if other in MODULES} for name, tree in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"{' -> '.join((*path, name))} is a circle"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("time", "time")}
ENVIRONMENT = {("os", "environ"), ("os", "getenv"), ("os", "environb")}


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_reads_clock_and_environment(module: str) -> None:
    if room_of(module) == "cli":
        return
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in CLOCK | ENVIRONMENT, f"line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module in ("os", "time"):
            assert not {alias.name for alias in node.names} & {"environ", "getenv", "time"}, f"line {node.lineno}"
        assert not (
            isinstance(node, ast.Import) and {alias.name for alias in node.names} & {"time", "random", "locale"}
        )


def test_the_clock_is_read_in_one_place() -> None:
    calls = [
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCK
    ]
    assert calls == ["treatywatch.cli.context"]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_and_public_name_says_what_it_is(module: str) -> None:
    tree = MODULES[module]
    if module != "treatywatch._version":
        assert ast.get_docstring(tree)
    public = set(getattr(import_module(module), "__all__", ()))
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name in public:
            assert ast.get_docstring(node), f"{node.name} says nothing of itself"


@pytest.mark.parametrize(
    ("asked", "absent"),
    [
        ("import treatywatch", ("pydantic", "rich", "dateutil", "argparse")),
        ("import treatywatch.cli", ("pydantic", "rich", "jinja2", "icalendar")),
        ("import treatywatch.cli.options, treatywatch.cli.commands", ("pydantic", "rich")),
        ("import treatywatch; treatywatch.load", ("rich", "jinja2", "icalendar")),
        ("from treatywatch.cli import main; main(['--version'])", ("pydantic", "rich", "tomllib", "dateutil")),
        ("from treatywatch.cli import main; main(['status', '--help'])", ("pydantic", "rich", "tomllib", "dateutil")),
        ("from treatywatch.cli import main; main(['status', '--format', 'json'])", ("rich", "jinja2", "icalendar")),
        ("from treatywatch.cli import main; main(['status'])", ("pydantic", "rich", "jinja2", "icalendar")),
        ("from treatywatch.cli import main; main(['explain', 'inf'])", ("pydantic", "rich", "jinja2", "icalendar")),
    ],
)
def test_what_is_not_needed_is_not_loaded(asked: str, absent: tuple[str, ...]) -> None:
    code = f"import sys\n{asked}\nprint([name for name in {absent!r} if name in sys.modules], file=sys.stderr)"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=unmeasured)
    assert ran.stderr.strip() == "[]"


def test_public_names_are_imported_when_asked_for() -> None:
    for name in treatywatch.__all__:
        assert getattr(treatywatch, name) is not None
    assert dir(treatywatch) == sorted(treatywatch.__all__)
    with pytest.raises(AttributeError, match="module 'treatywatch' has no attribute 'nothing'"):
        _ = treatywatch.nothing


def test_the_tour_in_the_docstring_holds() -> None:
    failed, attempted = doctest.testmod(treatywatch)
    assert attempted
    assert not failed
