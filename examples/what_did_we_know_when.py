"""What did we know when? New START's last day, as anyone could have told it on different days.

`as_of` is the day asked about, `known_by` the day by which facts had to be public. On 2021-02-05 the treaty was "expired" to
somebody who knew only what was public in July 2020, and in force until 2026 to somebody who knew of the extension.
"""

import treatywatch


def main() -> None:
    """Ask one question of one day, with what was known by several others."""
    catalog = treatywatch.load()
    asked = "2021-02-05"
    print(f"New START on {asked}")
    for known_by in ("2010-12-31", "2020-07-25", "2021-02-02", "2021-02-03", None):
        snapshot = catalog.at(asked, known_by=known_by)
        status = snapshot.status("New START")
        end = next((d for d in status.deadlines if d.deadline.kind == "expiry"), None)
        until = f" until {end.deadline.date}" if end else f" since {status.since}" if status.since else ""
        print(f"  known by {known_by or 'today'}: {status.status}{until}")
        for left in snapshot.explain("New START").not_known:
            if left.occurrence.split(":")[1] == "extension":
                print(f"      not yet public: {left.summary} ({left.date})")


if __name__ == "__main__":
    main()
