"""Why a party stands where it does on an issue: the statement, its source and place, and what outranked what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from treatywatch.rules import issues as issue_rules
from treatywatch.rules import positions as rules
from treatywatch.rules.registry import RULES
from treatywatch.snapshot.answers import Evidence, Explanation
from treatywatch.snapshot.explain import evidence, explain
from treatywatch.snapshot.positions import Positions, alike
from treatywatch.snapshot.stance_words import account_words, stance_words, who_said
from treatywatch.snapshot.unknown import why_unknown
from treatywatch.snapshot.view import View
from treatywatch.snapshot.words import date_words, join, since_words

if TYPE_CHECKING:
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.statements import Issue, Position
    from treatywatch.rules.issues import IssueState
    from treatywatch.snapshot.stances import PartyPosition

__all__ = ["explain_position"]


def explain_position(asked: Positions, issue: str, party: str | None = None) -> Explanation:
    """Explain a party's stance on an issue, or, without a party, what has become of the issue and who stands where."""
    contents = asked.view.contents
    about = contents.issue(issue)
    if party is not None:
        return _of_party(asked, about, contents.party(party).id)
    aligned = asked.alignment(issue=about.id)[0]
    state = aligned.state
    name = aligned.issue.title
    stances = [f"{', '.join(who)} {stance}" for stance, who in aligned.stances.items() if who]
    said = aligned.outlook or (f"{state.state} {since_words(state.since)}" if state.since else state.state)
    rule = state.rule or (issue_rules.AGREEMENT if about.agreement else issue_rules.ALIGNMENT)
    made = _explanation(
        name,
        f"{name}: {said} ({'; '.join(stances)})" if stances else f"{name}: {said}",
        state.state,
        rule,
        _deciding(asked, about, state),
        also=tuple(_of_party(asked, about, where.party, whole=False) for where in asked.all(issue=about.id)),
    )
    own = aligned.deadline.deadline.authority if aligned.deadline else ()
    return made._replace(authority=tuple(dict.fromkeys((*own, *made.authority))))


def _of_party(asked: Positions, issue: Issue, party: str, *, whole: bool = True) -> Explanation:
    """Explain a stance; the `whole` of it tells what has become of the issue too."""
    where = asked.of(issue, party)
    line = asked.line(issue, party)
    said = where.statement
    subject = f"{where.name}: {issue.title}"
    left_out = tuple(_left_out(asked, issue, party))
    vague = tuple(_vague(asked, where))
    if said is None:
        return _explanation(
            subject, stance_words(where), where.stance, rules.SILENCE, (), vague=vague, not_known=left_out
        )
    same = alike(line, said)
    because: list[Evidence | Explanation] = [_evidence(asked.view, one) for one in same]
    also = [
        _outranked(asked.view, where, one, better, rule)
        for one, better, rule in rules.outranked_by(line, asked.day)
        if better is said and one not in same
    ]
    if where.held.before is not None:
        also.append(_shift(asked.view, where))
    also += [_contradicted(asked.view, where, act) for act in where.contradicted_by]
    if whole:
        also += _closed(asked, where)
    rule = rules.LATEST if rules.is_own(said) else rules.ACCOUNT
    return _explanation(subject, stance_words(where), where.stance, rule, tuple(because), tuple(also), vague, left_out)


def _explanation(
    subject: str,
    conclusion: str,
    status: str,
    rule: str,
    because: tuple[Evidence | Explanation, ...],
    also: tuple[Explanation, ...] = (),
    vague: tuple[str, ...] = (),
    not_known: tuple[Evidence, ...] = (),
) -> Explanation:
    law = RULES[rule]
    return Explanation(subject, conclusion, status, rule, law.statement, law.authority, because, vague, not_known, also)


def _evidence(view: View, said: Position) -> Evidence:
    words = f"{who_said(said) if rules.is_own(said) else account_words(said)}: {said.summary}"
    places = tuple((source, said.at) for source in view.believing(said))
    return Evidence(said.id, said.date, words, places, said.confidence == "disputed")


def _outranked(view: View, where: PartyPosition, one: Position, better: Position, rule: str) -> Explanation:
    what = f"{'The latest report' if one is where.held.report else 'What was said'}, {date_words(one.date)}"
    words = f"{what} ({one.stance}), does not take the place of what was {account_words(better)}, {date_words(better.date)} ({better.stance})"
    return _explanation(where.name, words, one.stance, rule, (_evidence(view, one),))


def _shift(view: View, where: PartyPosition) -> Explanation:
    before, first = where.held.before, where.held.run[0]
    assert before is not None
    assert where.since is not None
    start, end = before.date.earliest, where.since.latest
    days = f"between {start} and {end}" if start > date.min else f"by {end}"
    words = f"{where.name} shifted from {before.stance} to {where.stance} {days}"
    told = (_evidence(view, before), _evidence(view, first))
    return _explanation(where.name, words, where.stance, rules.SHIFT, told)


def _contradicted(view: View, where: PartyPosition, act: Occurrence) -> Explanation:
    words = f"{where.name} states that it supports this, and on {date_words(act.date)} there is its own {act.type.replace('-', ' ')}"
    return _explanation(where.name, words, where.stance, issue_rules.CONTRADICTION, (evidence(view, act),))


def _deciding(asked: Positions, issue: Issue, state: IssueState) -> tuple[Evidence | Explanation, ...]:
    """Return why an issue is no longer open: the event that decided it, or the end of its treaty."""
    if state.state == "settled" and state.settled_by is not None:
        return (evidence(asked.view, state.settled_by),)
    if state.state == "moot" and issue.treaty is not None and issue.moot_from is None:
        return (explain(asked.view, asked.view.history(issue.treaty), asked.day),)
    return ()


def _closed(asked: Positions, where: PartyPosition) -> list[Explanation]:
    state = where.state
    if state.rule is None:
        return []
    since = f" {since_words(state.since)}" if state.since else ""
    words = f"The issue is {state.state}{since}"
    because = _deciding(asked, where.issue, state)
    return [_explanation(where.issue.title, words, state.state, state.rule, because)]


def _vague(asked: Positions, where: PartyPosition) -> list[str]:
    """Say which statements leave the stance open, and what they leave possible."""
    if not where.uncertain:
        return []
    open_ends = [
        f"{said.id} is dated {date_words(said.date)}"
        for said in asked.line(where.issue, where.party)
        if said.date.earliest != said.date.latest and said.date.earliest <= asked.day
    ]
    told = f": {join(open_ends)}" if open_ends else ": equals of one day differ"
    return [f"by the dates given the stance is {join(where.held.possible, 'or')}{told}"]


def _left_out(asked: Positions, issue: Issue, party: str) -> list[Evidence]:
    """Return what was said by the day but is not believed under this knowledge day or these sources."""
    view = asked.view
    if view.known_by is None and view.according_to is None:
        return []
    known = {said.id for said in asked.line(issue, party)}
    everything = View(view.contents)
    told = everything.lines.get(issue.id, {}).get(party, ())
    left = [said for said in told if said.id not in known and said.date.earliest <= asked.day]
    return [
        _evidence(everything, said)._replace(
            unknown=why_unknown(view, f"what was said on {date_words(said.date)}", [said])
        )
        for said in sorted(left, key=lambda said: (said.date.earliest, said.id))
    ]
