"""The page: one file that fetches nothing, shows every text as text, and leads each statement to its source."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reports.hostile import HOSTILE, LONG, hostile
from treatywatch.reports.html import page
from treatywatch.reports.notes import Notes, passage
from treatywatch.reports.plain import printable
from treatywatch.reports.sheets import board_sheet, treaty_part
from treatywatch.snapshot import Catalog

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "link", "br", "hr", "img", "input", "path", "rect"}
SECTIONS = (
    "Board",
    "Timeline",
    "Deadlines",
    "Positions",
    "Fact-check",
    "INF Treaty",
    "New START",
    "Open Skies",
    "Sources",
)


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str | None]


class Reader(HTMLParser):
    """Gathers tags and text, and holds that every element is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} stands twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(scope="module")
def three(real: Catalog) -> str:
    snapshot = real.at("2020-07-25")
    statuses = [snapshot.status(name) for name in ("inf", "new-start", "open-skies")]
    return page(snapshot, statuses, snapshot.factcheck("xinhua-2020-05-06"))


@pytest.fixture(scope="module")
def bad() -> str:
    snapshot = hostile().at("2020-01-01")
    return page(snapshot, snapshot.statuses())


def test_every_section_has_a_heading_and_a_place_in_the_contents(three: str) -> None:
    reader = Reader(three)
    for section in SECTIONS:
        assert re.search(rf"<h2 id=\"[^\"]+\">(<bdi>)?{section}", three), section
    ids = {tag.attributes["id"] for tag in reader.tags if tag.attributes.get("id")}
    inner = [tag.attributes["href"] for tag in reader.tags if (tag.attributes.get("href") or "").startswith("#")]
    assert inner
    assert {str(href)[1:] for href in inner} <= ids


def test_it_says_what_the_record_says(three: str) -> None:
    words = Reader(three).words
    assert "New START is in force since 2011-02-05." in words
    assert "New START expires" in words
    assert "195" in words
    assert "2019-08-02" in words
    assert "opposes since 2020-07-25" in words
    assert "Extension of New START" in words


def test_ids_are_unique(three: str) -> None:
    ids = [tag.attributes["id"] for tag in Reader(three).tags if tag.attributes.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("which", ["three", "bad"])
def test_nothing_is_fetched_and_nothing_runs(which: str, request: pytest.FixtureRequest) -> None:
    text: str = request.getfixturevalue(which)
    reader = Reader(text)
    assert not {tag.name for tag in reader.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "image",
    }
    for tag in reader.tags:
        assert not any(name.startswith("on") or name in ("src", "srcset", "xlink:href") for name in tag.attributes)
        if "href" in tag.attributes:
            assert tag.name == "a"
            assert re.match(r"#|https?://", str(tag.attributes["href"]))
    assert "@import" not in text
    assert all(found.startswith("#") for found in re.findall(r"url\(([^)]*)\)", text))


def test_hostile_text_is_shown_as_text(bad: str) -> None:
    reader = Reader(bad)
    words = reader.words
    for text in (*HOSTILE.values(), LONG):
        assert " ".join(printable(text).split()) in words
    assert "\x1b" not in bad
    assert "‮" not in bad


def test_every_footnote_is_cited_and_leads_to_the_passage(bad: str) -> None:
    reader = Reader(bad)
    notes = {str(tag.attributes["id"]) for tag in reader.tags if re.fullmatch(r"n\d+", str(tag.attributes.get("id")))}
    cited = {str(tag.attributes["href"])[1:] for tag in reader.tags if str(tag.attributes.get("href")).startswith("#n")}
    assert notes == cited
    outward = {str(tag.attributes["href"]) for tag in reader.tags if str(tag.attributes.get("href")).startswith("http")}
    assert outward == {
        "https://example.org/a?b=1&c='2'",
        "https://example.org/a?b=1&c='2'#:~:text=a%2C%20b%2Dc%20%26%20d",
    }


def test_what_another_treaty_ended_has_a_footnote_too(real: Catalog) -> None:
    """SORT ended when New START entered into force, the protocol with START I; both and their parties are told with sources."""
    snapshot = real.at("2026-11-21")
    for name in ("sort", "lisbon-protocol"):
        status, notes = snapshot.status(name), Notes(snapshot)
        (row,) = board_sheet(snapshot, [status], notes).lines
        assert row.notes
        part = treaty_part(snapshot, status, notes, "t", ())
        assert part["says_notes"]
        assert all(line.notes for line in part["parties"].lines)


def test_tables_have_captions_and_headings(three: str) -> None:
    assert three.count("<table") == three.count("<caption>") > 10
    for body in re.findall(r"<tbody.*?</tbody>", three, re.DOTALL):
        assert body.count("<tr") == body.count('scope="row"')


def test_the_same_question_gives_the_same_page(real: Catalog, three: str) -> None:
    snapshot = real.at("2020-07-25")
    statuses = [snapshot.status(name) for name in ("inf", "new-start", "open-skies")]
    assert page(snapshot, statuses, snapshot.factcheck("xinhua-2020-05-06")) == three


@pytest.mark.parametrize(
    ("url", "fragment", "expected"),
    [
        ("https://a.org/b", "two words", "https://a.org/b#:~:text=two%20words"),
        ("https://a.org/b", "one-two, three&", "https://a.org/b#:~:text=one%2Dtwo%2C%20three%26"),
        ("https://a.org/b#part", "x", "https://a.org/b#part:~:text=x"),
        ("https://a.org/b.PDF", "x", None),
        ("https://a.org/b", None, None),
    ],
)
def test_the_address_of_a_passage(url: str, fragment: str | None, expected: str | None) -> None:
    assert passage(url, fragment) == expected


def browse(folder: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Open a page in a real browser, in a home of its own, and return what it wrote."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: `apt-get install chromium` brings it")
    (folder / "page.html").write_text(text, encoding="utf-8")
    command = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--enable-logging=stderr",
        f"--user-data-dir={folder / 'profile'}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        *options,
        (folder / "page.html").as_uri(),
    ]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=120, check=True
    )


def test_a_real_browser_shows_every_section_and_complains_of_nothing(tmp_path: Path, three: str) -> None:
    opened = browse(tmp_path, three, "--dump-dom")
    words = Reader(opened.stdout).words
    for section in SECTIONS:
        assert section in words
    assert "New START is in force since 2011-02-05." in words
    assert "CONSOLE" not in opened.stderr


def test_a_real_browser_takes_hostile_text_for_text(tmp_path: Path, bad: str) -> None:
    """A script in the page would change its title; the names are all there, and none has become an element."""
    opened = browse(tmp_path, bad.replace("alert(", "document.title=String("), "--dump-dom")
    reader = Reader(opened.stdout)
    assert not any(tag.name == "script" for tag in reader.tags)
    assert not any(name.startswith("on") for tag in reader.tags for name in tag.attributes)
    assert LONG in reader.words
    assert "CONSOLE" not in opened.stderr


@pytest.mark.parametrize("which", ["three", "bad"])
def test_no_page_is_wider_than_a_phone(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    probe = (
        "<script>addEventListener('load', () => { const wide = document.documentElement.scrollWidth;"
        " document.body.dataset.wide = wide - innerWidth; })</script></body>"
    )
    text: str = request.getfixturevalue(which)
    opened = browse(tmp_path, text.replace("</body>", probe), "--window-size=500,900", "--dump-dom")
    found = re.search(r'data-wide="(-?\d+)"', opened.stdout)
    assert found is not None
    assert int(found[1]) <= 0
