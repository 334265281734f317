"""Draw the pictures of the README from the data that come with the package: the board as a terminal shows it, and the page.

Run it as `python docs/pictures.py`; it writes board.svg and timeline.svg beside itself, and report.png where there is a Chromium.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import treatywatch
from treatywatch.reports.answer import Answer
from treatywatch.reports.board import board, folded, footer
from treatywatch.reports.console import Page, show
from treatywatch.reports.html import page
from treatywatch.reports.svg import svg
from treatywatch.reports.timeline import timeline_of_all
from treatywatch.snapshot import Snapshot

HERE = Path(__file__).parent
DAY = "2020-07-25"
SHOWN = ("new-start", "open-skies", "inf")

THEME = TerminalTheme(
    (20, 23, 26),
    (232, 230, 227),
    [
        (20, 23, 26),
        (255, 122, 115),
        (95, 200, 125),
        (255, 198, 109),
        (138, 180, 248),
        (214, 160, 245),
        (120, 210, 220),
        (232, 230, 227),
    ],
)

FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.{unique_id}-matrix {{ font: {char_height}px "DejaVu Sans Mono", Menlo, Consolas, monospace; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<style>.{unique_id}-title {{ font: bold 18px "DejaVu Sans Mono", Menlo, Consolas, monospace }}</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""The picture's frame: no window, and no font from elsewhere."""


def board_picture(snapshot: Snapshot) -> str:
    """Return the board as a terminal of 110 columns shows it."""
    statuses = snapshot.statuses()
    ended = [status for status in statuses if status.status in ("expired", "terminated", "superseded", "abandoned")]
    standing = [status for status in statuses if status not in ended]
    console = Console(
        file=Page("utf-8"),
        record=True,
        width=110,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    show(Answer({}, (board(snapshot, standing), folded(ended), footer(snapshot, statuses))), console)
    title = f"treatywatch status --as-of {snapshot.as_of}"
    return console.export_svg(title=title, theme=THEME, code_format=FRAME, unique_id="board")


def page_picture(html: str, chromium: str) -> bytes:
    """Return the top of the page as a browser shows it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(html, encoding="utf-8")
        picture = Path(folder) / "page.png"
        command = (
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1100,1250",
        )
        shown = (f"--user-data-dir={folder}/profile", f"--screenshot={picture}", (Path(folder) / "page.html").as_uri())
        subprocess.run((*command, *shown), check=True, capture_output=True, timeout=120)
        return picture.read_bytes()


def main() -> None:
    """Draw them all."""
    snapshot = treatywatch.load().at(DAY)
    (HERE / "board.svg").write_text(board_picture(snapshot), encoding="utf-8")
    drawn = timeline_of_all(snapshot, [treaty.id for treaty in snapshot.treaties])
    (HERE / "timeline.svg").write_text(svg(drawn, "timeline", alone=True), encoding="utf-8")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium:
        html = page(snapshot, [snapshot.status(name) for name in SHOWN])
        (HERE / "report.png").write_bytes(page_picture(html, chromium))


if __name__ == "__main__":
    main()
