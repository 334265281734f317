"""A catalog whose every text tries to be more than text."""

from tests.build import PARTIES, act, bilateral, catalog, source
from treatywatch.snapshot import Catalog

__all__ = ["HOSTILE", "LONG", "hostile"]

LONG = "Wide" + "x" * 10_000
"""A name of more than ten thousand characters without a space."""

HOSTILE = {
    "script": "<script>alert('x')</script>",
    "quote": '" onmouseover="alert(1)" x=\'',
    "markup": "[bold]not bold[/bold] [/see] [see note]",
    "emoji": ":warning: :smile:",
    "right-to-left": "‮drawkcab‬ مرحبا",
    "control": "red\x1b[31m\x07\ttab",
    "template": "{{ 7 * 7 }} {% raw %}",
    "entity": "&lt;b&gt; &amp;amp; ]]> -->",
}
"""Texts that would be obeyed by a browser, by rich, by a terminal, by a template or by a screen's direction."""


def hostile() -> Catalog:
    """Return a treaty in force whose names, acts and sources are hostile, with a position and a deadline."""
    names = iter(HOSTILE.values())
    parties = [
        {**PARTIES[0], "name": HOSTILE["script"]},
        {**PARTIES[2], "name": LONG},
        *({**party, "name": next(names, party["name"])} for party in PARTIES if party["id"] not in ("US", "RU")),
    ]
    acts = [
        act("signature", "2000-01-01", "US", "RU", summary=HOSTILE["quote"]),
        act("ratification", "2001-01-01", "US", "RU", summary=HOSTILE["right-to-left"]),
        *(
            act("test", f"2002-01-{day:02}", "US", occasion=name, summary=text, sources=["web"], fragment="a, b-c & d")
            for day, (name, text) in enumerate(HOSTILE.items(), 1)
        ),
    ]
    position = {
        "id": "position",
        "party": "US",
        "issue": "issue",
        "stance": "supports",
        "date": "2003-01-01",
        "voice": "stated",
        "summary": HOSTILE["script"],
        "sources": ["web"],
    }
    issue = {
        "id": "issue",
        "title": HOSTILE["markup"],
        "proposition": HOSTILE["entity"],
        "treaty": "pact",
        "parties": ["US"],
    }
    record = bilateral(
        short_title=HOSTILE["script"],
        title=LONG,
        note=HOSTILE["template"],
        duration={"article": "<II>", "period": "P50Y"},
        withdrawal={"article": "III", "notice": "P6M", "grounds": HOSTILE["quote"]},
    )
    web = source("web", "news", "2003-02-01", publisher=HOSTILE["script"], url="https://example.org/a?b=1&c='2'")
    return catalog(record, *acts, sources=(web,), parties=parties, positions=[position], issues=[issue])
