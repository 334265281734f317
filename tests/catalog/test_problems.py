"""What is wrong with data is said with file, line, field, what it is, and how to mend it; all of it at once."""

from pathlib import Path

import pytest

from tests.catalog.tree import BASE, problems_of

PARTIES, SOURCES, PACT, RECORD = (BASE[name] for name in BASE)

CONFERENCE = """article = "II"
[terms.withdrawal]
article = "III"
notice = "P6M"
[terms.withdrawal.conference]
article = "III"
name = "conference"
opens_after = "P60D"
closes_after = "P30D"
"""

EVENT = """
[[event]]
id = "event"
type = "withdrawal-notice"
parties = ["US"]
date = 2019-02-02
sources = ["register"]
"""


def test_the_tiny_directory_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            'type = "signature"',
            'type = "signing"',
            "event.0.type",
            "'signing' is no type of event (known are adoption, am",
        ),
        (
            'type = "signature"',
            'type = "signatur"',
            "event.0.type",
            "'signatur' is no type of event (did you mean signature",
        ),
        ('type = "signature"', "", "event.0", 'the event has no type (add type = "signature" or another'),
        ('id = "signature"', "", "event.0.id", "it is missing (add it)"),
        ("date = 2010-04-08", 'date = "86400"', "event.0.date", "'86400' is not a date: write YYYY-MM-DD"),
        ("date = 2010-04-08", "date = 86400", "event.0.date", "86400 is not a day: write YYYY-MM-DD"),
        ("date = 2010-04-08", "date = 2010-04-08T00:00:00", "event.0.date", "is not a day: write YYYY-MM-DD"),
        ("date = 2010-04-08", 'date = "2010-21"', "event.0.date", "names a season"),
        ('["US", "RU"]', '["US", "XX"]', "event.0.parties", "no party is called XX (known are RU, US)"),
        ('["US", "RU"]', '"US"', "event.0.parties", "Input should be a valid tuple (given: 'US')"),
        ('["US", "RU"]', '["usa"]', "event.0.parties.0", "'usa' does not have the form asked for (the two capital"),
        ('sources = ["text"]', "sources = []", "event.0.sources", "at least 1 item"),
        ('sources = ["text"]', 'sources = ["text", "txt"]', "event.0.sources", "txt (did you mean text?)"),
        ('sources = ["text"]', 'sources = ["txt"]', "event.0.sources", "txt (did you mean text?)"),
        (
            'sources = ["text"]',
            'sources = ["text"]\nsource = "text"',
            "event.0.source",
            "nothing here (did you mean sources?)",
        ),
        (
            'sources = ["text"]',
            'sources = ["text"]\nnote = ""',
            "event.0.note",
            "it is empty (fill it in, or leave it out",
        ),
        ('sources = ["text"]', 'sources = ["text"]\nsummary = " "', "event.0.summary", "text that is not empty"),
        (
            'sources = ["text"]',
            'sources = ["text"]\nfragment = "one two three four five six seven"',
            "event.0.fragment",
            "at most six words of the source",
        ),
        (
            'sources = ["text"]',
            'sources = ["text"]\nconfidence = "sure"',
            "event.0.confidence",
            "'sure' is not one of the words known here (write 'verified', 'secondary'",
        ),
        ('sources = ["text"]', 'sources = ["text"]\nrevision = true', "event.0.revision", "valid integer"),
        ('id = "signature"', 'id = "Signature"', "event.0.id", "lower-case letters, digits, dots and hyphens"),
        ('treaty = "pact"', 'treaty = "pakt"', "event.0.treaty", "no treaty is called pakt (did you mean pact?)"),
        ('treaty = "pact"', "", "event.0", "a signature of no treaty (add treaty)"),
        ('treaty = "pact"', "treaty = 5", "event.0.treaty", "Input should be a valid string (given: 5)"),
        ("[[event]]", "[[evnt]]", "evnt", "'evnt' means nothing here (known are treaty, event, position"),
        ("[[event]]", "[event]", "event", "event is no list of tables (write [[event]] above each)"),
        ('treaty = "pact"', 'treaty = "pact"\nterm = 3', "term", "term is no list of tables"),
    ],
)
def test_a_wrong_line_of_a_record(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    assert old in RECORD
    (where, message), *more = problems_of(tmp_path, record__pact=RECORD.replace(old, new, 1))
    assert (where, more) == (f"record/pact.toml: {place}", [])
    assert said in message


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ('id = "pact"', 'id = "other"', "record/pact.toml: event.0.treaty", "no treaty is called pact"),
        ('sides = [["US"], ["RU"]]', "", "treaties/pact.toml: ", "a bilateral treaty has two sides: sides = [["),
        ('"bilateral"', '"multilateral"', "treaties/pact.toml: ", "a multilateral treaty has no sides"),
        ('[["US"], ["RU"]]', '[["US"], ["US"]]', "treaties/pact.toml: ", "a party stands on one side only"),
        ('[["US"], ["RU"]]', '[["US"], ["SU"]]', "treaties/pact.toml: sides", "no party is called SU"),
        ("2026-06-01", "1296864000", "treaties/pact.toml: verified", "1296864000 is not a day"),
        ('"exchange"', '"swap"', "treaties/pact.toml: terms.entry_into_force.by", "'swap' is not one of"),
        (
            'by = "exchange"',
            'by = "exchange"\ncount = 20',
            "treaties/pact.toml: terms.entry_into_force",
            'count, share and not_counted belong to by = "instruments"',
        ),
        (
            'by = "exchange"',
            'by = "signature"\nincluding = ["US"]',
            "treaties/pact.toml: terms.entry_into_force",
            'including belongs to by = "instruments" or "exchange"',
        ),
        (
            'by = "exchange"',
            'by = "with-treaty"',
            "treaties/pact.toml: terms.entry_into_force",
            'by = "with-treaty" and with_treaty go together',
        ),
        (
            'by = "exchange"',
            'by = "instruments"\ncount = 0',
            "treaties/pact.toml: terms.entry_into_force.count",
            "greater than or equal to 1",
        ),
        (
            'by = "exchange"',
            'by = "instruments"\nshare = { of = "emissions", at_least = 55, weights = { US = 36, XX = 1 } }',
            "treaties/pact.toml: terms.entry_into_force.share",
            "no party is called XX",
        ),
        (
            'article = "II"',
            'article = "II"\nperiod = "180 days"',
            "treaties/pact.toml: terms.duration.period",
            "'180 days' is not a period: write P10Y",
        ),
        (
            'article = "II"',
            'article = "II"\nperiod = "P1Y"\nuntil = 2020-01-01',
            "treaties/pact.toml: terms.duration",
            "give a period or a last day (until), not both",
        ),
        (
            'article = "II"',
            'article = "II"\nperod = "P1Y"',
            "treaties/pact.toml: terms.duration.perod",
            "this key means nothing here (did you mean period?)",
        ),
        (
            'article = "II"',
            'article = "II"\nrenewal = "P1Y"',
            "treaties/pact.toml: terms.duration",
            "a treaty without limit has nothing to renew",
        ),
        (
            'article = "II"',
            'article = "II"\nperiod = "P1Y"\nrenewal_notice = "P1Y"',
            "treaties/pact.toml: terms.duration",
            "renewal_notice belongs to a treaty that renews itself",
        ),
        *(
            (
                'article = "II"',
                f'article = "II"\n[[terms.duties]]\narticle = "III"\nid = "a"\nname = "a"\nrule = "{rule}"',
                f"treaties/pact.toml: terms.duties.0{field}",
                said,
            )
            for rule, field, said in (
                ("FREQ=YEARLY;BYMONTH=1;BYMONTH=2", "", "a part of the rule stands twice"),
                ("FREQ=YEARLY;COUNT=2;UNTIL=20200101", "", "COUNT and UNTIL do not go together"),
                ("FREQ=YEARLY;UNTIL=20209901", "", "month must be in 1..12"),
                ("FREQ=YEARLY;BYMONTH=13", ".rule", "an iCalendar recurrence rule"),
                ("FREQ=YEARLY;INTERVAL=0", ".rule", "an iCalendar recurrence rule"),
                ("FREQ=DAILY\\n", ".rule", "an iCalendar recurrence rule"),
            )
        ),
        (
            'article = "II"',
            'article = "II"\nsuperseded_by = "pact"',
            "treaties/pact.toml: terms.duration.superseded_by",
            "pact -> pact depend on each other in a circle (cut it at one of them)",
        ),
        (
            'article = "II"',
            'article = "II"\nends_with = "packt"',
            "treaties/pact.toml: terms.duration.ends_with",
            "no treaty is called packt (did you mean pact?)",
        ),
        (
            'article = "II"',
            'article = "II"\n[[terms.duties]]\narticle = "III"\nid = "a"\nname = "a"\nrule = "whenever"',
            "treaties/pact.toml: terms.duties.0.rule",
            "an iCalendar recurrence rule such as FREQ=YEARLY",
        ),
        (
            'article = "II"',
            CONFERENCE,
            "treaties/pact.toml: terms.withdrawal.conference.closes_after",
            "the conference closes before it opens (check both terms)",
        ),
        ('source = "text"', 'source = "test"', "treaties/pact.toml: terms.source", "test (did you mean text?)"),
    ],
)
def test_a_wrong_line_of_a_treaty(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    assert old in PACT
    (where, message), *more = problems_of(tmp_path, treaties__pact=PACT.replace(old, new, 1))
    assert (where, more) == (place, [])
    assert said in message


@pytest.mark.parametrize(
    ("added", "place", "said"),
    [
        ('[[party]]\nid = "US"\nname = "Again"', "parties.toml: party.2.id", "US stands here a second time"),
        ('[[party]]\nid = "USSR2"\nname = "X"', "parties.toml: party.2.id", "the two capital letters of ISO 3166-1"),
        (
            '[[party]]\nid = "SU"\nname = "Soviet Union"\ncontinued_by = "RU"',
            "parties.toml: party.2.continued_by",
            "SU is continued but has not ended (add until",
        ),
        (
            '[[party]]\nid = "SU"\nname = "Soviet Union"\nsince = 1991-12-26\nuntil = 1922-12-30',
            "parties.toml: party.2.until",
            "SU ended before it began",
        ),
        (
            '[[party]]\nid = "SU"\nname = "Soviet Union"\nuntil = 1991-12-26\ncontinued_by = "SU"',
            "parties.toml: party.2.continued_by",
            "SU is continued by itself in the end",
        ),
        (
            '[[party]]\nid = "SU"\nname = "Soviet Union"\nsucceeded_by = ["UA"]',
            "parties.toml: party.2.succeeded_by",
            "no party is called UA",
        ),
        ('[[partei]]\nid = "DE"', "parties.toml: partei", "'partei' means nothing here (known are party)"),
        ("[[party]]\nid = 5\nname = 6", "parties.toml: party.2.id", "valid string (given: 5)"),
        ('[[party]]\nid = ["US"]\nname = "x"', "parties.toml: party.2.id", "valid string (given: ['US'])"),
    ],
)
def test_a_wrong_party(tmp_path: Path, added: str, place: str, said: str) -> None:
    found = problems_of(tmp_path, parties=f"{PARTIES}\n{added}\n")
    assert found[0][0] == place
    assert said in found[0][1]


@pytest.mark.parametrize(
    ("added", "place", "said"),
    [
        (EVENT.replace('["US"]', "[]"), "event.1", "a withdrawal-notice does not say whose (add parties = ["),
        (EVENT + "effective = 2018-01-01", "event.1.effective", "effective 2018-01-01 comes before the event"),
        (EVENT.replace('"event"', '"signature"'), "event.1.id", "pact#signature stands here a second time"),
        (EVENT + 'by = "P1Y"', "event.1.by", "this key means nothing here (check its spelling against the schema"),
        (EVENT + "effectve = 2020-01-01", "event.1.effectve", "this key means nothing here (did you mean effective?)"),
        (EVENT + "effective = 5", "event.1.effective", "5 is not a day"),
        (
            EVENT.replace("withdrawal-notice", "supersession") + 'by = "packt"',
            "event.1.by",
            "no treaty is called packt",
        ),
        (
            EVENT.replace("withdrawal-notice", "objection") + 'to = "withdrawal"\nof = ["XX"]',
            "event.1.of",
            "no party is called XX",
        ),
        (
            EVENT.replace("withdrawal-notice", "ratification") + 'predecessor = "SU"',
            "event.1.predecessor",
            "no party is called SU",
        ),
        (
            EVENT.replace("withdrawal-notice", "suspension") + 'towards = ["SU"]',
            "event.1.towards",
            "no party is called SU",
        ),
        (
            EVENT.replace("withdrawal-notice", "consultation") + 'form = "call"\nabout = ["packt"]',
            "event.1.about",
            "no treaty is called packt",
        ),
        (
            EVENT.replace("withdrawal-notice", "extension") + 'until = 2018-01-01\nindefinitely = "yes"',
            "event.1.indefinitely",
            "valid boolean (given: 'yes')",
        ),
        (
            """
[[position]]
id = "p"
party = "XX"
issue = "i"
stance = "supports"
date = 2020
voice = "stated"
summary = "S."
sources = ["text"]
""",
            "position.0.date",
            "2020 is not a day: write YYYY-MM-DD",
        ),
    ],
)
def test_a_wrong_event(tmp_path: Path, added: str, place: str, said: str) -> None:
    (where, message), *_ = problems_of(tmp_path, record__pact=f"{RECORD}{added}\n")
    assert where == f"record/pact.toml: {place}"
    assert said in message


POSITION = """
[[position]]
id = "position"
party = "US"
issue = "extension"
stance = "supports"
date = "2020"
voice = "stated"
summary = "For it."
sources = ["register"]
"""
STATUS = """
[[status]]
id = "status"
status = "in-force"
date = "2020"
sources = ["register"]
"""
ISSUE = '[[issue]]\nid = "extension"\ntitle = "Extension"\nproposition = "It should be extended"\n'


@pytest.mark.parametrize(
    ("added", "issue", "place", "said"),
    [
        (POSITION, ISSUE, "", ""),
        (POSITION, "", "record/pact.toml: position.0.issue", "no issue is called extension"),
        (POSITION.replace('"US"', '"XX"'), ISSUE, "record/pact.toml: position.0.party", "no party is called XX"),
        (
            POSITION.replace("stated", "reported"),
            ISSUE,
            "record/pact.toml: position.0",
            'voice = "reported" and reported_by go together',
        ),
        (
            POSITION.replace("stated", "reported") + 'reported_by = "XX"',
            ISSUE,
            "record/pact.toml: position.0.reported_by",
            "no party is called XX",
        ),
        (POSITION, ISSUE + 'parties = ["XX"]', "issues.toml: issue.0.parties", "no party is called XX"),
        (POSITION, ISSUE + 'treaty = "packt"', "issues.toml: issue.0.treaty", "no treaty is called packt"),
        (
            POSITION,
            ISSUE + 'settled_by = [{ type = "extension", treaty = "packt" }]',
            "issues.toml: issue.0.settled_by",
            "no treaty is called packt",
        ),
        (STATUS, "", "", ""),
        (
            STATUS.replace("in-force", "running"),
            "",
            "record/pact.toml: status.0.status",
            "'running' is not one of the words known here (write 'not-concluded', 'signed',",
        ),
        (STATUS + 'party = "XX"', "", "record/pact.toml: status.0.party", "no party is called XX"),
        (
            STATUS.replace('status = "in-force"', ""),
            "",
            "record/pact.toml: status.0",
            'claim = "stands" needs a treaty and a status',
        ),
        (
            STATUS + 'claim = "none-in-force"',
            "",
            "record/pact.toml: status.0",
            'claim = "none-in-force" needs a scope',
        ),
        (
            STATUS + 'claim = "none-in-force"\nscope = { parties = ["XX"] }',
            "",
            "record/pact.toml: status.0.scope",
            "no party is called XX",
        ),
        (STATUS + 'treaty = "packt"', "", "record/pact.toml: status.0.treaty", "no treaty is called packt"),
        (
            '[[term]]\nid = "t"\nclause = "Duration"\nvalue = "P1Y"\nsources = ["register"]',
            "",
            "record/pact.toml: term.0.clause",
            "the form is ^[a-z_]+",
        ),
        (
            '[[term]]\nid = "t"\ntreaty = "packt"\nclause = "duration"\nvalue = "P1Y"\nsources = ["register"]',
            "",
            "record/pact.toml: term.0.treaty",
            "no treaty is called packt",
        ),
    ],
)
def test_a_wrong_statement(tmp_path: Path, added: str, issue: str, place: str, said: str) -> None:
    found = problems_of(tmp_path, record__pact=f"{RECORD}{added}\n", issues=issue)
    assert [where for where, _ in found] == ([place] if place else [])
    assert all(said in message for _, message in found)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (
            '[[event]]\nid = "x"\n',
            "articles/gazette.toml: None",
            "does not say what it is (begin the file with a [source]",
        ),
        ('source = "gazette"\n', "articles/gazette.toml: None", "does not say what it is"),
        (
            '[source]\nid = "gazette"\npublisher = "G"\ntitle = "T"\nkind = "news"\n',
            "articles/gazette.toml: source",
            "gazette does not say when it was published (add published",
        ),
        (
            '[source]\nid = "gazette"\npublisher = "G"\ntitle = "T"\nkind = "gossip"\npublished = 2020-01-01\n',
            "articles/gazette.toml: source.kind",
            "'gossip' is not one of the words known here",
        ),
        (
            '[source]\nid = "gazette"\npublisher = "G"\ntitle = "T"\nkind = "news"\npublished = 2020-01-01\nurl = "ftp://x"\n',
            "articles/gazette.toml: source.url",
            "an address that begins with https://",
        ),
        (
            '[source]\nid = "gazette"\npublisher = "G"\ntitle = "T"\nkind = "news"\npublished = 2020-01-01\n[other]\n',
            "articles/gazette.toml: other",
            "'other' means nothing here (known are source, event",
        ),
    ],
)
def test_a_wrong_article(tmp_path: Path, text: str, place: str, said: str) -> None:
    (where, message), *_ = problems_of(tmp_path, articles__gazette=text)
    assert where == place
    assert said in message


def test_a_file_in_no_place_of_its_own_is_a_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, notes__pact="a = 1")[0] == (
        "notes/pact.toml: None",
        "no place for a file of this name (data stand in parties.toml, issues.toml, sources.toml, treaties/, record/ and articles/)",
    )


def test_a_circle_of_three_is_named_at_each_of_them(tmp_path: Path) -> None:
    def treaty(name: str, later: str) -> str:
        return PACT.replace('"pact"', f'"{name}"').replace(
            'article = "II"', f'article = "II"\nsuperseded_by = "{later}"'
        )

    found = problems_of(
        tmp_path,
        treaties__pact=treaty("pact", "b"),
        treaties__b=treaty("b", "c"),
        treaties__c=treaty("c", "b"),
    )
    assert [message for _, message in found] == [
        "b -> c -> b depend on each other in a circle (cut it at one of them)",
        "c -> b -> c depend on each other in a circle (cut it at one of them)",
    ]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        parties="[[party]\n",
        sources=SOURCES + '[[source]]\nid = "x"\n',
        record__pact=RECORD.replace("2010-04-08", "1").replace('["US", "RU"]', '["usa", 5]'),
    )
    assert {place.split(":")[0] for place, _ in found} == {"parties.toml", "sources.toml", "record/pact.toml"}
    assert len(found) == 1 + 3 + 3


def test_a_bad_field_is_told_of_the_right_kind_of_event_alone(tmp_path: Path) -> None:
    """A plain union of thirteen models would complain of all thirteen."""
    text = RECORD + EVENT + "effective = 5\nextent = 'whole'\n"
    found = problems_of(tmp_path, record__pact=text)
    assert [place for place, _ in found] == [
        "record/pact.toml: event.1.effective",
        "record/pact.toml: event.1.extent",
    ]
