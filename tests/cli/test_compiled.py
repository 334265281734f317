"""Commands that start from the compiled form answer as from the files it was made from."""

import json

import pytest

from tests.cli.ask import ask
from treatywatch.catalog import builtin_directory
from treatywatch.catalog.compiled import load_compiled


def test_the_compiled_form_of_the_data_is_up_to_date() -> None:
    again = "write it anew: treatywatch export compiled --output data/compiled.json"
    assert load_compiled(builtin_directory()) is not None, again


@pytest.mark.parametrize(
    "command",
    [
        "status --as-of 2026-06-01",
        "status --as-of 2003-02-05 --known-by 2010-01-01",
        "status inf --as-of 2019-08-05 --according-to press-tv-2020-04-14",
        "timeline inf --as-of 2026-06-01",
        "history open-skies --as-of 2026-06-01",
        "explain npt --party KP --as-of 2003-02-05",
        "explain new-start --as-of 2021-02-05 --known-by 2020-07-25",
        "explain --issue new-start-extension --party RU --as-of 2020-07-25",
        "countdown --as-of 2020-06-01",
        "positions --as-of 2020-07-25",
        "positions new-start --history --as-of 2026-06-01",
        "diff 2019-01-01 2021-12-31",
        "diff --knowledge 2020-05-06 2021-02-03 --as-of 2021-02-05",
        "lineage new-start --as-of 2026-06-01",
    ],
)
def test_both_give_the_same_answer(command: str) -> None:
    quick = ask(*command.split(), "--format", "json")
    whole = ask("--data", "builtin", *command.split(), "--format", "json")
    assert json.loads(quick.out) == json.loads(whole.out)
    assert quick.status == whole.status == 0
