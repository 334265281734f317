"""What if? New START as it looked on 2 February 2021, three days before its last: what would save it, and what would not.

A supposition is an event typed on one line; the rules decide what follows from it, and refuse what the treaty does not allow. The same
comes from `treatywatch what-if new-start --as-of 2021-02-07 --known-by 2021-02-02 --suppose "extension date=2021-02-06 until=2026-02-05"`.
"""

import treatywatch

TREATY = "New START"
SUPPOSED = {
    "nothing more is done": (),
    "both agree on five years in time": ("extension date=2021-02-04 until=2026-02-05 parties=US,RU",),
    "both agree, a day too late": ("extension date=2021-02-06 until=2026-02-05 parties=US,RU",),
    "both agree, on ten years": ("extension date=2021-02-04 until=2031-02-05 parties=US,RU",),
    "five years are agreed, and Russia gives notice a day later": (
        "extension date=2021-02-04 until=2026-02-05 parties=US,RU",
        "withdrawal-notice date=2021-02-05 parties=RU",
    ),
}


def main() -> None:
    """Tell under each supposition how the treaty stands on 7 February 2021, until when, and what has no effect in law."""
    catalog = treatywatch.load()
    print(f"{TREATY} on 2021-02-07, as known on 2021-02-02, if ...")
    for question, lines in SUPPOSED.items():
        snapshot = catalog.suppose(*lines, treaty=TREATY).at("2021-02-07", known_by="2021-02-02")
        status = snapshot.status(TREATY)
        ends = [d.deadline.date for d in status.deadlines if d.deadline.kind in ("expiry", "withdrawal-effect")]
        until = f" until {ends[0]}" if ends else ""
        print(f"\n... {question}:\n    {status.status} since {status.since}{until}")
        for refused in snapshot.refused(TREATY):
            print(f"    no effect: {refused.reason} [{'; '.join(refused.authority)}]")


if __name__ == "__main__":
    main()
