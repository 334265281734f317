"""The colours of the page: text can be read on its ground, shapes can be told from it (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from importlib.resources import files

import pytest

CSS = (files("treatywatch.reports") / "templates" / "report.css").read_text(encoding="utf-8")
TEXT = ("fg", "muted", "link", "good", "warn", "bad")
SHAPES = ("good", "warn", "bad", "signed", "uncertain", "link")


def palettes() -> dict[str, dict[str, str]]:
    """The colours by name: in light, in dark, on paper."""
    found = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    ]
    return dict(zip(("light", "dark", "paper"), found, strict=True))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_reckoning_is_that_of_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("medium", ["light", "dark", "paper"])
def test_text_can_be_read(medium: str) -> None:
    colours = palettes()[medium]
    for ground in ("bg", "soft", "sand"):
        for name in TEXT if ground == "bg" else ("fg", "muted", "link"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)


@pytest.mark.parametrize("medium", ["light", "dark", "paper"])
def test_shapes_can_be_told_from_the_ground(medium: str) -> None:
    colours = palettes()[medium]
    for name in SHAPES:
        assert contrast(colours[name], colours["bg"]) >= 3, name
