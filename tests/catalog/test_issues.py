"""What settles an issue is looked up like every other name."""

from typing import Any

import pytest

from tests.build import bilateral, catalog, issue
from treatywatch.errors import DataError


@pytest.mark.parametrize("which", ["settled_by", "contradicted_by"])
@pytest.mark.parametrize(
    ("decider", "code", "hint"),
    [
        ({"type": "extenson"}, "unknown-type", "did you mean extension"),
        ({"type": "extension", "parties": ["US", "XX"]}, "unknown-party", None),
        ({"type": "extension", "treaty": "pct"}, "unknown-treaty", "did you mean pact"),
    ],
)
def test_a_decider_that_leads_nowhere_is_an_error(
    which: str, decider: dict[str, Any], code: str, hint: str | None
) -> None:
    with pytest.raises(DataError) as caught:
        catalog(bilateral(), issues=[{**issue(treaty="pact"), which: [decider]}])
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.path == f"('issues', 0, '{which}')"
    assert hint is None or hint in (problem.hint or "")


def test_an_issue_asks_known_parties() -> None:
    with pytest.raises(DataError, match="no party is called XX"):
        catalog(issues=[{**issue(), "parties": ["US", "XX"]}])
