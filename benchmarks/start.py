"""Cold starts, side by side: whole processes, in turn, the median of several runs.

    python benchmarks/start.py [RUNS]

`--version` against a bare interpreter; `status` (through a pipe, as JSON, and as the board of a terminal) against the floor:
an interpreter that imports BaseModel, builds one model class and imports rich.table, rich.console and relativedelta.
"""

import resource
import statistics
import subprocess
import sys
import time

FLOOR = """
from pydantic import BaseModel
class Model(BaseModel):
    number: int
import rich.table, rich.console
from dateutil.relativedelta import relativedelta
"""

PROGRAMS = {
    "bare interpreter": ["-c", "pass"],
    "treatywatch --version": ["-m", "treatywatch", "--version"],
    "floor": ["-c", FLOOR],
    "treatywatch status": ["-m", "treatywatch", "status"],
    "treatywatch status --format json": ["-m", "treatywatch", "status", "--format", "json"],
    "treatywatch status --color always": ["-m", "treatywatch", "status", "--color", "always"],
}


def run(arguments: list[str]) -> tuple[float, float]:
    """Run one process; return its wall seconds and the peak memory of the largest process so far, in MiB."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Run all programs in turn, and print medians and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for arguments in PROGRAMS.values():
        run(arguments)
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(runs):
        for name, arguments in PROGRAMS.items():
            times[name].append(run(arguments)[0])
    bare, floor = (statistics.median(times[name]) for name in ("bare interpreter", "floor"))
    print("program | median ms | times a bare interpreter | times the floor")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name} | {median * 1000:.0f} | {median / bare:.2f} | {median / floor:.2f}")
    print(f"peak memory of the largest: {run(PROGRAMS['treatywatch status'])[1]:.0f} MiB")


if __name__ == "__main__":
    main()
