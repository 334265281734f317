"""`status`: how treaties stand."""

from treatywatch.catalog.names import did_you_mean
from treatywatch.cli.context import Context
from treatywatch.errors import QuestionError
from treatywatch.models.status import ENDED, PARTY_STATUSES, TREATY_STATUSES
from treatywatch.reports.answer import Answer, Block
from treatywatch.reports.board import board, folded, footer
from treatywatch.reports.boards import parties_table, standing_table
from treatywatch.reports.documents import question, status_document
from treatywatch.snapshot import PartyStatus, TreatyStatus

__all__ = ["status"]

_MANY = 8


def status(context: Context) -> Answer:
    """Answer for the treaties named, or for all, narrowed by status, subject and party."""
    given, snapshot = context.arguments, context.snapshot
    party = snapshot.view.contents.party(given.party).id if given.party is not None else None
    found = [snapshot.status(name) for name in given.treaties] if given.treaties else list(snapshot.statuses())
    found = list({one.id: one for one in found}.values())
    if given.with_status:
        _known(given.with_status, (*TREATY_STATUSES, *PARTY_STATUSES), "status")
        found = [one for one in found if _has(one, given.with_status, party)]
    if given.subject is not None:
        _known([given.subject], {treaty.subject for treaty in snapshot.treaties}, "subject")
        found = [one for one in found if one.subject == given.subject]
    if party and not given.treaties:
        found = [one for one in found if any(p.party == party for p in one.parties)]
    document = {**question(snapshot), "treaties": [status_document(_of(one, party)) for one in found]}
    gone = [one for one in found if set(one.possible) <= ENDED] if _folds(context) else []
    standing = [one for one in found if one not in gone]
    blocks: list[Block] = [board(snapshot, standing or gone)]
    if gone and standing:
        blocks.append(folded(gone))
    of_many = party is not None and len(found) > 1
    if party and of_many:
        name = snapshot.view.contents.parties[party].name
        blocks.append(standing_table(name, [_of(one, party) for one in standing or gone]))
    for one in () if of_many else found:
        shown = _shown(_of(one, party), every=given.all_parties or party is not None)
        if (given.treaties or given.all_parties or party) and shown:
            blocks.append(parties_table(one, shown))
    blocks.append(footer(snapshot, found))
    return Answer(document, tuple(blocks))


def _folds(context: Context) -> bool:
    """Tell whether to fold the treaties that have ended: for people only, and where nobody asked for them."""
    given = context.arguments
    return not (given.all or given.treaties or given.with_status or given.format in ("csv", "json"))


def _of(one: TreatyStatus, party: str | None) -> TreatyStatus:
    """Return a treaty's status with no party but the one asked about; what is said of the treaty stays."""
    return one._replace(parties=tuple(p for p in one.parties if p.party == party)) if party else one


def _shown(one: TreatyStatus, *, every: bool) -> list[PartyStatus]:
    """Return the parties to list: all of a few; of many those that stand out, unless every one is asked for."""
    if every or len(one.parties) <= _MANY:
        return list(one.parties)
    return [party for party in one.parties if party.flags or party.status != "party"]


def _has(one: TreatyStatus, wanted: list[str], party: str | None) -> bool:
    """Tell whether the treaty, or the party asked about, may have one of the statuses."""
    possible = set(one.possible)
    possible.update(word for p in one.parties if p.party == party for word in p.possible)
    return not possible.isdisjoint(wanted)


def _known(given: list[str], known: "tuple[str, ...] | set[str]", what: str) -> None:
    for name in given:
        if name not in known:
            raise QuestionError(
                f"no {what} is called {name!r}", did_you_mean(name, known) or f"known are {', '.join(sorted(known))}"
            )
