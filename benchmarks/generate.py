"""Generated catalogs: as many treaties as asked for, ten events each, the same at every call."""

import json
from datetime import date, timedelta
from typing import Any

_STATES = [f"{a}{b}" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJKLMNOPQRST"]


def generated(treaties: int) -> bytes:
    """Return the JSON of a catalog with this many bilateral treaties of fixed duration, ten events each."""
    content: dict[str, Any] = {
        "schema_version": 1,
        "parties": [{"id": state, "name": f"State {state}"} for state in _STATES],
        "sources": [
            {"id": "register", "publisher": "Register", "title": "Register", "kind": "register"},
            {"id": "text", "publisher": "Text", "title": "Text", "kind": "treaty-text"},
        ],
        "treaties": [_treaty(number) for number in range(treaties)],
        "events": [event for number in range(treaties) for event in _events(number)],
    }
    return json.dumps(content).encode()


def _sides(number: int) -> tuple[str, str]:
    one = number % len(_STATES)
    return _STATES[one], _STATES[(one + 1 + number // len(_STATES) % (len(_STATES) - 1)) % len(_STATES)]


def _treaty(number: int) -> dict[str, Any]:
    return {
        "id": f"treaty-{number}",
        "title": f"Treaty number {number}",
        "short_title": f"T{number}",
        "kind": "bilateral",
        "sides": [[side] for side in _sides(number)],
        "subject": "strategic-arms",
        "verified": "2026-06-01",
        "terms": {
            "source": "text",
            "entry_into_force": {"article": "I", "by": "exchange"},
            "duration": {"article": "II", "period": f"P{5 + number % 20}Y"},
            "extension": {"article": "II(2)", "longest": "P5Y", "times": 1},
            "withdrawal": {"article": "III", "notice": "P6M"},
        },
    }


def _events(number: int) -> list[dict[str, Any]]:
    start = date(1950, 1, 1) + timedelta(days=number * 37 % 20000)
    one, other = _sides(number)

    def event(index: int, kind: str, days: int, *parties: str, **more: object) -> dict[str, Any]:
        return {
            "id": f"treaty-{number}#{index}",
            "sources": ["register"],
            "type": kind,
            "treaty": f"treaty-{number}",
            "parties": parties,
            "date": (start + timedelta(days=days)).isoformat(),
            **more,
        }

    return [
        event(0, "adoption", 0),
        event(1, "signature", 10, one, other),
        event(2, "ratification", 200, one),
        event(3, "ratification", 300, other),
        event(4, "entry-into-force", 300),
        event(5, "suspension", 900, one),
        event(6, "resumption", 1000, one),
        event(7, "withdrawal-announcement", 1100, other),
        event(8, "withdrawal-notice", 1200, other),
        event(9, "withdrawal-revocation", 1300, other),
    ]
