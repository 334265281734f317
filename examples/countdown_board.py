"""A countdown board: what was running out, and what came next, on the day after Russia's notice on Open Skies.

The same lines come from `treatywatch countdown --as-of 2021-06-19`.
"""

import treatywatch


def main() -> None:
    """Print every deadline that was running, soonest first."""
    snapshot = treatywatch.load().at("2021-06-19")
    print(f"Deadlines as of {snapshot.as_of}")
    for counted in snapshot.deadlines():
        deadline = counted.deadline
        days = str(counted.days) if counted.days is not None else f"{counted.days_min} to {counted.days_max}"
        print(f"{days:>12} days  {deadline.date!s:>21}  {counted.summary}  [{'; '.join(deadline.authority)}]")


if __name__ == "__main__":
    main()
