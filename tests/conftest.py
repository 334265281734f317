"""What all tests share: the real catalog, read once; a small fixed one; snapshots of JSON, compared as data."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

import treatywatch

if TYPE_CHECKING:
    from treatywatch.snapshot import Catalog

HERE = Path(__file__).parent
SMALL = HERE / "data"
"""A data directory that does not grow: what is asserted of it stays true."""

settings.register_profile("treatywatch", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("treatywatch")

Snapshot = Callable[[Any], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots anew from what is answered")


@pytest.fixture(scope="session")
def real() -> "Catalog":
    """The data that come with the package. Catalogs do not change, so one serves all tests."""
    return treatywatch.load()


@pytest.fixture(scope="session")
def small() -> "Catalog":
    """The small catalog of tests/data."""
    return treatywatch.load(str(SMALL))


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Return what holds JSON-able data against the test's file below tests/snapshots."""
    module = request.path.stem.removeprefix("test_")
    name = "".join(char if char.isalnum() or char in "-_" else "-" for char in request.node.name)
    file = HERE / "snapshots" / module / f"{name.removeprefix('test_').rstrip('-')}.json"

    def compare(found: Any) -> None:
        text = json.dumps(found, ensure_ascii=False, indent=1).replace(f"{HERE.parent}{os.sep}", "")
        if request.config.getoption("--snapshot-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
        assert file.is_file(), f"there is no {file.name} yet: run pytest with --snapshot-update and read what it wrote"
        assert json.loads(text) == json.loads(file.read_text(encoding="utf-8"))

    return compare
