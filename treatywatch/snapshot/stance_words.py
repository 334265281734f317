"""Positions in English: one place for the wording of stances and of whose word they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.positions import SILENT
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from treatywatch.dates import Edtf
    from treatywatch.models.statements import Position
    from treatywatch.snapshot.stances import PartyPosition

__all__ = ["account_words", "since_words", "stance_words", "voice_words", "who_said"]

_VERBS = {
    "supports": "supports it",
    "conditional": "supports it on conditions",
    "noncommittal": "does not commit itself",
    "opposes": "opposes it",
    SILENT: "has no stated position",
}

_OFFICES = {
    "minister": "a minister",
    "deputy-minister": "a deputy minister",
    "envoy": "an envoy",
    "spokesperson": "a spokesperson",
    "official": "an official",
}


def stance_words(where: PartyPosition) -> str:
    """Return where a party stands as a sentence without its stop."""
    said = where.statement
    on = f'{where.name} {_VERBS[where.stance]} ("{where.issue.proposition}")'
    if said is None:
        return on
    since = f" {since_words(where.since)}" if where.since and where.since != said.date else ""
    return f"{on}{since}, {voice_words(said)}"


def since_words(day: Edtf) -> str:
    """Return since when: by the last day on which it can have begun, where that is not known exactly."""
    return f"since {day.latest} at the latest" if "/" in day.text else f"since {date_words(day)}"


def voice_words(said: Position) -> str:
    """Return when a statement was made, and whose word it is, as an aside: `as stated on 2020-05-06 by ...`."""
    when = date_words(said.date)
    if said.date.earliest == said.date.latest:
        when = f"on {when}"
    elif "/" not in said.date.text:
        when = f"in {when}"
    how, _, whose = account_words(said).partition(" ")
    return f"as {how} {when} {whose}"


def who_said(said: Position) -> str:
    """Return the speaker with the office, or the office in words."""
    named = ", ".join(part for part in (said.speaker, said.title) if part)
    return named or _OFFICES.get(said.office, f"the {said.office.replace('-', ' ')}")


def account_words(said: Position) -> str:
    """Return whose word a statement is: `stated by`, `reported by`, `characterised by`."""
    if said.voice == "stated":
        return f"stated by {who_said(said)}"
    return f"reported by {said.reported_by}" if said.voice == "reported" else f"characterised by {join(said.sources)}"
