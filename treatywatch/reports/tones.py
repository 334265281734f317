"""Tones of statuses, and the signs that say them where there is no colour."""

from treatywatch.reports.answer import Tone

__all__ = ["STATUS_TONES", "sign_of"]

STATUS_TONES: dict[str, Tone] = {
    "in-force": "good",
    "party": "good",
    "signed": "warn",
    "provisionally-applied": "warn",
    "suspended": "warn",
    "signatory": "warn",
    "contracting": "warn",
    "provisional": "warn",
    "expired": "bad",
    "terminated": "bad",
    "superseded": "bad",
    "abandoned": "bad",
    "withdrawn": "bad",
    "former": "dim",
    "not-concluded": "dim",
    "none": "dim",
}

_SIGNS: dict[Tone, str] = {"good": "+", "warn": "~", "bad": "x", "dim": "."}


def sign_of(tone: Tone) -> str:
    """Return the sign of a tone, in ASCII; none for what is neither good nor bad."""
    return _SIGNS.get(tone, "")
