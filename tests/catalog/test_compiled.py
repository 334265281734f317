"""The compiled form says what the TOML files say, and is used only while it does."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL
from treatywatch.catalog import builtin_directory, load_contents
from treatywatch.catalog.compiled import NAME, as_text, compile_document, digest_of, load_compiled
from treatywatch.models.base import Model


def plain(value: Any) -> Any:
    """Return models and compiled records alike as plain data."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Model) or type(value).__name__ == "Record":
        return {name: plain(inner) for name, inner in vars(value).items()}
    return value


def compiled(directory: Path) -> str:
    return as_text(compile_document(load_contents([directory]).document, digest_of(directory)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "data")
    (tmp_path / "data" / NAME).write_text(compiled(tmp_path / "data"), encoding="utf-8")
    return tmp_path / "data"


@pytest.mark.parametrize("directory", [builtin_directory(), SMALL], ids=["real", "small"])
def test_it_says_what_the_files_say(tmp_path: Path, directory: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(directory, copy)
    (copy / NAME).write_text(compiled(copy), encoding="utf-8")
    contents = load_compiled(copy)
    assert contents is not None
    assert plain(contents.document) == plain(load_contents([directory]).document)


def test_it_is_the_same_whenever_it_is_made(folder: Path) -> None:
    assert compiled(folder) == compiled(folder) == (folder / NAME).read_text(encoding="utf-8")


def test_it_is_not_used_once_a_file_has_changed(folder: Path) -> None:
    assert load_compiled(folder) is not None
    parties = folder / "parties.toml"
    parties.write_text(parties.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert load_compiled(folder) is None


def test_it_is_not_used_once_a_file_has_moved_come_or_gone(folder: Path) -> None:
    before = digest_of(folder)
    (folder / "issues.toml").rename(folder / "questions.toml")
    moved = digest_of(folder)
    (folder / "questions.toml").unlink()
    gone = digest_of(folder)
    (folder / "more.toml").touch()
    assert len({before, moved, gone, digest_of(folder)}) == 4


def test_it_is_not_used_where_it_is_missing_or_broken(folder: Path) -> None:
    file = folder / NAME
    text = file.read_text(encoding="utf-8")
    for cut in (0, 1, 20, text.index("\n"), text.index("\n") + 1, text.index("\n") + 50, len(text) // 2, len(text) - 3):
        file.write_text(text[:cut], encoding="utf-8")
        assert load_compiled(folder) is None
    file.write_bytes(b"\xff")
    assert load_compiled(folder) is None
    for odd in ("[]", "null", "5", '{"digest": 5}'):
        file.write_text(f"{odd}\n", encoding="utf-8")
        assert load_compiled(folder) is None
    file.unlink()
    assert load_compiled(folder) is None
