"""The skeleton of an article's file: what a curator fills in, with what may stand there beside it."""

from typing import Any, get_args

from treatywatch.models.events import Event
from treatywatch.models.status import OFFICES, PARTY_STATUSES, TREATY_STATUSES, Confidence, SourceKind, Stance
from treatywatch.reports.wrapping import commented

__all__ = ["article_skeleton"]

_TEXT = """\
# {title}: every checkable statement in it, right or wrong.
# Fill in what is empty; take away the # before what you use. Check while writing: treatywatch check {file}

[source]
# lower-case letters, digits, dots and hyphens; the file's name without .toml
id = "{name}"
publisher = ""               # who published it, in one spelling throughout the catalog
title = ""                   # as printed
language = "en"
kind = "news"                # {kinds}
published = ""               # YYYY-MM-DD without quotes; vague as EDTF in quotes: "2020-04", "2020-04-14~"
# published_note = ""        # how the day was inferred where it is not printed
# url = "https://"           # the publisher's own address, or none
# origin = ""                # whose account it passes on as a whole (an agency, a ministry): both are then one witness

# Every fact says where it stands: `at` is the paragraph, `fragment` at most six words to find it by, never a sentence.
# `via` is whose account this passage passes on; `summary` is in your own words; `note` says what was inferred.
{confidence}

# --- What happened ---------------------------------------------------------------------------------------
{events}

# [[event]]
# id = "call"
# type = "consultation"
# form = "call"              # call, meeting, talks, conference, letter or press-conference
# about = ["new-start"]
# parties = ["RU", "US"]
# date = 2020-04-17          # "2019-08-01/2019-08-10" for early August, "2019-09" for some day of September
# weekday = "Friday"         # where the source prints it: `check` compares it with the date
# occasion = ""              # a name that tells this call from others, the same in every file that tells of it
# at = "P1"
# fragment = ""
# summary = ""

# [[event]]
# id = "withdrawal"
# type = "withdrawal"
# treaty = "inf"
# parties = ["US"]
# date = "2019-08"
# at = "P2"
# fragment = ""
# summary = ""

# --- What a party holds ------------------------------------------------------------------------------------
{stances}
{offices}

# [[position]]
# id = "russia-for-extension"
# party = "RU"
# issue = "new-start-extension"   # `treatywatch issues` lists them
# stance = "supports"
# date = 2020-04-17
# voice = "stated"           # stated by the party, reported by another (reported_by = "US"), characterised by the outlet
# speaker = ""
# title = ""
# office = "government"
# at = "P3"
# fragment = ""
# summary = ""

# --- How the source says that a treaty or a party stands, or when it will end --------------------------------
{statuses}

# [[status]]
# id = "expiry"
# treaty = "new-start"
# status = "expired"
# date = 2021-02-05          # after the day of publication it is a forecast, judged by what was then to be expected
# unless = "extension"
# at = "P4"
# fragment = ""
# summary = ""

# "The last one left" is claimed of a set of treaties, and judged by what it literally says.
# [[status]]
# id = "sole-in-force"
# treaty = "new-start"
# claim = "sole-in-force"    # or none-in-force
# date = 2020-04-17
# scope = {{ parties = ["RU", "US"], subjects = ["strategic-arms"], kind = "bilateral" }}
# at = "P4"
# fragment = ""
# summary = ""

# --- What the source says of a treaty's terms ----------------------------------------------------------------

# [[term]]
# id = "extension-longest"
# treaty = "new-start"
# clause = "extension.longest"    # the path of the term in treaties/new-start.toml
# value = "P5Y"              # "limited" where the source names a limit without its number
# at = "P5"
# fragment = ""
# summary = ""
"""


def article_skeleton(name: str) -> str:
    """Return the text of `articles/NAME.toml`, to be filled in; the words that may stand in a field are the models' own."""
    return _TEXT.format(
        title="PUBLISHER on SUBJECT",
        name=name,
        file=f"articles/{name}.toml",
        kinds=", ".join(get_args(SourceKind)),
        confidence=commented("`confidence` is", get_args(Confidence)),
        events=commented("Types of events:", _event_types()),
        stances=commented("`stance` is", get_args(Stance)),
        offices=commented("`office` is, from the highest,", OFFICES),
        statuses=commented("`status` of a treaty is", TREATY_STATUSES)
        + "\n"
        + commented('of a party (party = "US")', PARTY_STATUSES),
    )


def _event_types() -> list[str]:
    """Return the types of all members of the union of events."""
    union: Any = get_args(Event)[0]
    return sorted(kind for member in get_args(union) for kind in get_args(member.model_fields["type"].annotation))
