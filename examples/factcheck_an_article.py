"""Fact-checking an article end to end: its text, what was curated from it, and a verdict on each statement.

The article is made up, and mixes what was right on its day with what was not. What was curated from it goes into a directory of its
own, laid on top of the package's data: `treatywatch factcheck daily-example-2021-02-04 --data builtin --data DIR` answers the same.
"""

import tempfile
from pathlib import Path

import treatywatch

TEXT = """\
New START has been in force since 5 February 2011. It expires on 5 February 2021, tomorrow, and nothing takes its place.
Washington had walked out of the INF Treaty in early August 2019.
Russia withdrew from the Treaty on Open Skies on 22 November 2020.
"""

CURATED = """\
[source]
id = "daily-example-2021-02-04"
publisher = "The Daily Example"
title = "The last treaty"
kind = "news"
language = "en"
published = 2021-02-04

[[event]]
id = "start"
type = "entry-into-force"
treaty = "new-start"
parties = ["RU", "US"]
date = 2011-02-05
at = "P1"
fragment = "in force since 5 February 2011"
summary = "New START entered into force on 5 February 2011."

[[event]]
id = "end"
type = "expiry"
treaty = "new-start"
parties = ["RU", "US"]
date = 2021-02-05
at = "P1"
fragment = "It expires on 5 February 2021"
summary = "New START expires on 5 February 2021."

[[event]]
id = "inf"
type = "withdrawal"
treaty = "inf"
parties = ["US"]
date = "2019-08-01/2019-08-10"
at = "P2"
fragment = "in early August 2019"
summary = "The United States left the INF Treaty in early August 2019."

[[event]]
id = "open-skies"
type = "withdrawal"
treaty = "open-skies"
parties = ["RU"]
date = 2020-11-22
at = "P3"
fragment = "Russia withdrew from the Treaty"
summary = "Russia withdrew from Open Skies on 22 November 2020."
"""


def main() -> None:
    """Curate the article into a directory, lay it on the record, and print what is left of each statement."""
    print(TEXT)
    with tempfile.TemporaryDirectory() as directory:
        articles = Path(directory) / "articles"
        articles.mkdir()
        (articles / "daily-example-2021-02-04.toml").write_text(CURATED, encoding="utf-8")
        catalog = treatywatch.load("builtin", directory)
    (card,) = catalog.at("2021-02-04").factcheck("daily-example-2021-02-04")
    print(f"{card.source.publisher}, {card.source.published}: {card.source.title}")
    for fact in card.facts:
        print(f"\n  {fact.verdict.upper():<12}  {fact.at}: {fact.reported}")
        print(f"{'':14}  {fact.why}")
        for act in fact.evidence[:2]:
            print(f"{'':14}  - {act.date}: {act.summary} ({', '.join(source for source, _ in act.sources)})")
    print("\n" + ", ".join(f"{count} {verdict}" for verdict, count in card.counts.items() if count))


if __name__ == "__main__":
    main()
