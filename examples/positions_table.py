"""Who stood where on arms control, through the last year before New START was to end: a table of positions, and every change of mind.

`treatywatch positions new-start --as-of 2021-02-05` tells more: who said so, when, and by what source.
"""

import treatywatch

DAYS = ("2020-04-30", "2020-07-25", "2020-10-13", "2020-10-31", "2021-02-02")
ISSUES = ("new-start-extension", "new-start-one-year-extension", "new-start-warhead-freeze", "china-joins-talks")


def main() -> None:
    """Print each party's stance on each issue on some days, then the shifts between the first and the last of them."""
    snapshots = [treatywatch.load().at(day) for day in DAYS]
    print(f"{'':6}" + "".join(f"{day:<22}" for day in DAYS).rstrip())
    for issue in ISSUES:
        held = [{at.party: at.stance for at in snapshot.positions(issue=issue)} for snapshot in snapshots]
        (name,) = {at.issue.proposition for snapshot in snapshots for at in snapshot.positions(issue=issue)}
        print(f"\n{name}")
        for party in sorted(set().union(*held)):
            print(f"  {party:<4}" + "".join(f"{stances.get(party, '-'):<22}" for stances in held).rstrip())
    print("\nChanges of mind")
    for issue in ISSUES:
        for shift in snapshots[-1].shifts(issue=issue):
            before, after = shift.shift.before, shift.shift.after
            print(
                f"  {shift.party} on {issue}: {before.stance} -> {after.stance} by {shift.between[1]}: {after.summary}"
            )


if __name__ == "__main__":
    main()
