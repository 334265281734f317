"""The contract: the JSON that scripts rely on, for every command of the core."""

from typing import Any

import pytest

from tests.cli.ask import ask, ask_small
from tests.conftest import SMALL, Snapshot

SMALL_QUESTIONS = [
    "status --as-of 2020-07-25",
    "status --as-of 2019-08-02 --known-by 2019-02-02",
    "status --as-of 2019-08-05 --according-to gazette-2020-07-25",
    "status skies --as-of 2019-03-01 --all-parties",
    "status --party ru --as-of 2019-08-02",
    "status --status expired --as-of 2026-02-05",
    "status --subject confidence-building --as-of 2001-12-31",
    "timeline arms-pact --as-of 2020-07-25",
    "timeline skies --party TR --as-of 2020-07-25",
    "history skies --as-of 2020-07-25",
    "history arms-pact --party US --as-of 2021-02-05",
    "explain arms-pact --as-of 2021-02-05",
    "explain skies --party Russia --as-of 2019-08-03",
    "explain skies --as-of 2001-01-01",
    "check --as-of 2020-07-25",
    "sources",
    "sources register",
    "sources verify {small}/texts",
    "parties",
    "issues",
    "schema party",
    "schema term",
    "export json",
]
REAL_QUESTIONS = [
    "status new-start --as-of 2020-07-25",
    "status inf --as-of 2019-02-02",
    "explain inf --as-of 2019-08-02",
    "explain open-skies --as-of 2002-01-01",
    "timeline new-start --as-of 2026-02-05",
]


@pytest.mark.parametrize("question", SMALL_QUESTIONS)
def test_small(question: str, snapshot: Snapshot) -> None:
    reply = ask_small(*question.format(small=SMALL).split(), "--format", "json")
    assert reply.err == ""
    assert reply.status == 0
    snapshot(reply.document)


def test_rules_name_their_authority() -> None:
    """Rules may be added: their form alone is held."""
    document = ask("rules", "--format", "json").document
    assert document["schema_version"] == 1
    for rule in document["rules"]:
        assert rule["id"]
        assert rule["statement"].endswith(".")
        assert rule["authority"]
        assert isinstance(rule["on"], list)
    assert len({rule["id"] for rule in document["rules"]}) == len(document["rules"])


@pytest.mark.parametrize("question", REAL_QUESTIONS)
def test_real(question: str, snapshot: Snapshot) -> None:
    """Of the real data what history has settled: days and statuses, not wording, which curators may improve."""
    snapshot(settled(ask(*question.split(), "--format", "json").document))


KEPT = {
    *(
        "treaties",
        "parties",
        "deadlines",
        "intervals",
        "because",
        "treaty",
        "party",
        "id",
        "status",
        "possible",
        "since",
    ),
    *("flags", "kind", "date", "days", "days_min", "days_max", "years", "months", "days_over", "rule", "authority"),
    *("start", "end", "projected", "as_of", "known_by", "suspended_by", "withdrawing", "occurrence"),
}


def settled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: settled(inner) for key, inner in value.items() if key in KEPT}
    return [settled(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("question", ["rules", *SMALL_QUESTIONS])
def test_every_document_has_its_version(question: str) -> None:
    document = ask_small(*question.format(small=SMALL).split(), "--format", "json").document
    assert isinstance(document, dict)
    if not question.startswith("schema"):
        assert document["schema_version"] == 1


def test_what_the_contract_promises_of_a_status() -> None:
    document = ask_small("status", "--as-of", "2020-07-25", "--format", "json").document
    assert document.keys() >= {"schema_version", "as_of", "known_by", "according_to", "treaties"}
    for treaty in document["treaties"]:
        promised = "id short_title title status possible since flags verified suspended_by withdrawing hypothetical parties deadlines"
        assert treaty.keys() >= set(promised.split())
        for party in treaty["parties"]:
            assert party.keys() >= {"party", "name", "status", "possible", "since", "flags"}
        for deadline in treaty["deadlines"]:
            promised = (
                "treaty party kind date days days_min days_max years months days_over summary rule authority sources"
            )
            assert deadline.keys() >= set(promised.split())


def test_what_the_contract_promises_of_time_and_reasons() -> None:
    timeline = ask_small("timeline", "skies", "--format", "json").document
    assert timeline.keys() >= {"treaty", "intervals", "occurrences"}
    for interval in timeline["intervals"]:
        assert interval.keys() >= {"party", "status", "start", "end", "projected", "rule", "occurrences"}
    for occurrence in timeline["occurrences"]:
        assert occurrence.keys() >= {"id", "type", "parties", "date", "summary", "sources"}
    why = ask_small("explain", "skies", "--format", "json").document
    assert why.keys() >= {"subject", "conclusion", "status", "rule", "authority", "because"}
    waiting = list(why["because"])
    while waiting:
        reason = waiting.pop()
        if "because" in reason:
            waiting += reason["because"]
        else:
            assert reason.keys() >= {"occurrence", "date", "sources"}
            assert all(place.keys() >= {"source", "at"} for place in reason["sources"])


def test_what_the_contract_promises_of_a_check() -> None:
    document = ask_small("check", "--format", "json").document
    assert document["counts"].keys() >= {"error", "warning", "info"}
    for finding in document["findings"]:
        assert finding.keys() >= {"severity", "code", "message", "file", "line", "subject", "sources"}
