"""Which of two sources is believed where both cannot be true: not law, but the method by which a record is read.

The order in which these are asked stands with the facts (`catalog.merge.Rank`); here each has its name and its reason.
"""

from __future__ import annotations

from treatywatch.rules.registry import principle

__all__ = ["BELIEF"]

_METHOD = "method of the record"

BELIEF: dict[str, str] = {
    "authority": principle(
        "belief-by-authority",
        says="Where sources exclude each other, a treaty's text is believed before a register, a register before a government's statement, "
        "that before a work of reference, and that before news.",
        authority=("VCLT 77", "VCLT 31(1)", _METHOD),
        of="belief",
    ),
    "unseen": principle(
        "belief-by-inspection",
        says="Of sources of one authority, a passage that the curator has seen is believed before one known at second hand.",
        authority=(_METHOD,),
        of="belief",
    ),
    "corroboration": principle(
        "belief-by-corroboration",
        says="Then what more independent witnesses say is believed; outlets that pass on one account are one witness.",
        authority=(_METHOD,),
        of="belief",
    ),
    "precision": principle(
        "belief-by-precision",
        says="Then the more exact date is believed.",
        authority=(_METHOD,),
        of="belief",
    ),
    "published": principle(
        "belief-by-earlier-publication",
        says="Then the source is believed that was published earlier, nearer to the event.",
        authority=(_METHOD,),
        of="belief",
    ),
}
"""The rule by which one fact is believed before another, for each field of their ranks but the last: ids decide only for order's sake."""
