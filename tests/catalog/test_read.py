import sys
from pathlib import Path

import pytest

from treatywatch.catalog import read
from treatywatch.catalog.read import Raw, read_text, read_toml, toml_files
from treatywatch.errors import Problem


def problem(path: Path) -> Problem:
    found = read_toml(path, path.name)
    assert isinstance(found, Problem)
    assert found.severity == "error"
    return found


def written(folder: Path, content: bytes | str) -> Path:
    path = folder / "data.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    plain = read_toml(written(tmp_path, 'a = "Türkiye"'), "data.toml")
    marked = read_toml(written(tmp_path, b"\xef\xbb\xbf" + 'a = "Türkiye"'.encode()), "data.toml")
    assert isinstance(plain, Raw)
    assert plain == marked
    assert plain.tables == {"a": "Türkiye"}


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a = 1\nb = yes\n", 2, 5, "not TOML: Invalid value"),
        ("a = 1\na = 2\n", 2, 6, "not TOML: Cannot overwrite a value"),
        ('a = "no end\n', 1, 12, "not TOML: Illegal character '\\n'"),
        ("a = 1\n[[event]\n", 2, 8, "not TOML: Expected ']]' at the end of an array declaration"),
        ('a = """never\nended', 2, None, "not TOML: Unterminated string"),
        ("a = 2019-02-30\n", 1, 5, "not TOML: Invalid date or datetime"),
        ("a = " + "9" * 5000, 1, None, "not TOML: Exceeds the limit"),
        ("a = " + "[" * 5000, 1, None, "nested too deeply"),
        ("a = " + "[" * 70 + "]" * 70, None, None, "nested too deeply"),
        ("\x00", 1, 1, "not TOML: Invalid statement"),
    ],
)
def test_what_is_not_toml_has_its_line(
    tmp_path: Path, text: str, line: int | None, column: int | None, message: str
) -> None:
    found = problem(written(tmp_path, text))
    assert found.message.startswith(message)
    if line is not None and "nested" not in message and "Exceeds" not in message:
        assert (found.line, found.column) == (line, column)
    assert found.hint


def test_a_byte_that_is_not_utf_8_has_its_line(tmp_path: Path) -> None:
    found = problem(written(tmp_path, b'a = 1\nb = "caf\xe9"\n'))
    assert (found.code, found.line, found.message) == ("not-utf-8", 2, "byte 14 is not UTF-8")


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 3)
    found = problem(written(tmp_path, "a = 1"))
    assert (found.code, found.message) == ("too-large", "the file has 5 bytes")


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = problem(written_before(tmp_path))
    assert (found.code, found.message) == ("unreadable", "the file cannot be read: Permission denied")


def written_before(folder: Path) -> Path:
    path = folder / "data.toml"
    with path.open("w") as file:
        file.write("a = 1")
    return path


@pytest.mark.parametrize("name", ["nul\0.toml", "gone.toml", "", "lone\ud800.toml"])
def test_a_name_that_leads_to_no_file_is_a_problem(tmp_path: Path, name: str) -> None:
    found = read_text(tmp_path / name)
    assert isinstance(found, Problem)
    assert found.code == "unreadable"


def test_files_come_in_an_order_that_no_machine_changes(tmp_path: Path) -> None:
    for name in ("b.toml", "a/z.toml", "a.toml", "a/b.toml", "B.toml", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "folder.toml").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in toml_files(tmp_path)]
    assert found == ["B.toml", "a/b.toml", "a/z.toml", "a.toml", "b.toml"]


def test_nesting_is_measured_without_recursion(tmp_path: Path) -> None:
    keys = ".".join(f"k{n}" for n in range(sys.getrecursionlimit() * 2))
    assert problem(written(tmp_path, f"{keys} = 1\n")).message == "nested too deeply"
