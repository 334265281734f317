"""A tiny data directory, of which a test changes one file: the reader sees the text beside the problem it makes."""

from pathlib import Path

from treatywatch.catalog import read_contents
from treatywatch.errors import Problem

__all__ = ["BASE", "problems_of", "write_tree"]

BASE = {
    "parties.toml": """
[[party]]
id = "US"
name = "United States"

[[party]]
id = "RU"
name = "Russia"
""",
    "sources.toml": """
[[source]]
id = "text"
publisher = "Depositary"
title = "Text"
kind = "treaty-text"

[[source]]
id = "register"
publisher = "Depositary"
title = "Register"
kind = "register"
""",
    "treaties/pact.toml": """
id = "pact"
title = "Pact of States"
short_title = "Pact"
kind = "bilateral"
sides = [["US"], ["RU"]]
subject = "strategic-arms"
verified = 2026-06-01

[terms]
source = "text"

[terms.entry_into_force]
article = "I"
by = "exchange"

[terms.duration]
article = "II"
""",
    "record/pact.toml": """
treaty = "pact"

[[event]]
id = "signature"
type = "signature"
parties = ["US", "RU"]
date = 2010-04-08
sources = ["text"]
""",
}


def write_tree(root: Path, **changed: str) -> Path:
    """Write the tiny directory; a file is named with `__` for the slash, and without `.toml`."""
    files = {**BASE, **{f"{name.replace('__', '/')}.toml": text for name, text in changed.items()}}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def problems_of(root: Path, **changed: str) -> list[tuple[str, str]]:
    """Return file and field, and message and remedy, of each problem of a changed tiny directory, places looked up."""
    contents, problems = read_contents([write_tree(root, **changed)])
    assert (contents is None) == bool(problems)
    return [
        (f"{(problem.file or '').removeprefix(f'{root}/')}: {problem.path}", f"{problem.message} ({problem.hint})")
        for problem in problems
        if _stands_there(problem)
    ]


def _stands_there(problem: Problem) -> bool:
    """Hold the line and column of a problem against its field: there its value stands, or there its table begins."""
    if problem.path is None:
        return True
    assert problem.file, "every field stands in a file"
    assert problem.line
    assert problem.column
    keys = [step for step in problem.path.split(".") if not step.isdigit()]
    line = Path(problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    before, after = line[: problem.column - 1], line[problem.column - 1 :]
    at_value = before.rstrip().removesuffix("=").strip() in keys and before.rstrip().endswith("=") and bool(after)
    at_table = line.startswith("[") and problem.column == 1
    top = problem.line == 1 and problem.column == 1 and len(keys) <= 1
    assert at_value or at_table or top, f"{problem} does not stand at {line!r}"
    return True
