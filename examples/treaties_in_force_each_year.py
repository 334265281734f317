"""How many treaties limited American and Russian strategic arms on each 1 January from 1970 to 2026.

Was the end of New START "the first time in nearly half a century" without legal limits? Judge from the table and from the gaps
below it. What counts: treaties between the United States and the Soviet Union or Russia that were in force on the day, on strategic
offensive arms and, in a column of its own, on missile defence. Protocols count with their treaty; limits kept as a policy alone do
not count. On offensive arms alone there had been a gap of seventeen years, at first bridged by policy; with defence there was none.
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


def lives(snapshot: Snapshot, treaty: str) -> list[tuple[str, str]]:
    """Return of each treaty of a line that was ever in force the day it began and the day from which it was over."""
    line = snapshot.lineage(treaty).members
    return [(str(kin.entered), str(kin.ended)) for kin in line if kin.entered and kin.ended]


def gaps(counted: list[tuple[str, str]]) -> list[str]:
    """Return in words the stretches of time that none of the lives covers."""
    ordered = sorted(counted)
    found, covered = [f"before {ordered[0][0]}"], ordered[0][1]
    for entered, ended in ordered[1:]:
        if entered > covered:
            found.append(f"from {covered} until {entered}")
        covered = max(covered, ended)
    return [*found, f"from {covered} on"]


def main() -> None:
    """Print one line a year, then the days between which no treaty limited strategic arms."""
    catalog = treatywatch.load()
    print("1 January  offensive  defence  in force")
    for year in YEARS:
        snapshot = catalog.at(f"{year}-01-01")
        offensive, defence = in_force(snapshot, "strategic-arms"), in_force(snapshot, "missile-defence")
        print(f"{year:>9}  {len(offensive):>9}  {len(defence):>7}  {', '.join([*offensive, *defence]) or 'none'}")
    snapshot = catalog.at("2026-02-05")
    offensive, defence = (lives(snapshot, name) for name in ("New START", "ABM Treaty"))
    for what, counted in (("offensive arms", offensive), ("offensive arms or missile defence", offensive + defence)):
        print(f"\nWithout a treaty in force on strategic {what}:")
        for gap in gaps(counted):
            print(f"  {gap}")


if __name__ == "__main__":
    main()
