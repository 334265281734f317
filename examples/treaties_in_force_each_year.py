"""How many treaties limited American and Russian strategic arms on each 1 January from 1970 to 2026.

Was the end of New START "the first time in nearly half a century" without legal limits? Judge from the table. What counts:
treaties between the United States and the Soviet Union or Russia that were in force on the day, on strategic offensive arms and, in a
column of its own, on missile defence. Protocols count with their treaty; limits kept as a policy alone do not count.
"""

import treatywatch
from treatywatch import Snapshot

YEARS = range(1970, 2027)


def in_force(snapshot: Snapshot, subject: str) -> list[str]:
    """Return the short titles of the treaties of two sides on a subject that were in force, the oldest first."""
    counted = [
        treaty for treaty in snapshot.treaties
        if treaty.subject == subject and treaty.kind == "bilateral" and treaty.part_of is None
    ]  # fmt: skip
    standing = [snapshot.status(treaty.id) for treaty in counted]
    found = [status for status in standing if status.status in ("in-force", "suspended")]
    return [status.short_title for status in sorted(found, key=lambda status: str(status.since))]


def main() -> None:
    """Print one line a year, then the days between which nothing limited strategic offensive arms."""
    catalog = treatywatch.load()
    print("1 January  offensive  defence  in force")
    for year in YEARS:
        snapshot = catalog.at(f"{year}-01-01")
        offensive, defence = in_force(snapshot, "strategic-arms"), in_force(snapshot, "missile-defence")
        print(f"{year:>9}  {len(offensive):>9}  {len(defence):>7}  {', '.join([*offensive, *defence]) or 'none'}")
    line = catalog.at("2026-02-05").lineage("New START").members
    lives = sorted((str(kin.entered), str(kin.ended)) for kin in line if kin.entered and kin.ended)
    print("\nWithout a treaty in force on strategic offensive arms:")
    covered = lives[0][1]
    for entered, ended in lives[1:]:
        if entered > covered:
            print(f"  from {covered} until {entered}")
        covered = max(covered, ended)
    print(f"  from {covered} on")


if __name__ == "__main__":
    main()
