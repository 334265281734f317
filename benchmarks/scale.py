"""Loading and replaying generated catalogs, side by side with what pydantic alone needs for the same bytes.

    python benchmarks/scale.py [TREATIES ...]

For each size, in a process of its own: (b) `load` of a JSON catalog against a bare `model_validate_json` of the
same bytes into the same models, (c) replaying every treaty against that load, (d) one status question when the
histories are there; with everything imported beforehand. Prints times (the least of three to fifteen runs, both
parts in turn), ratios and the peak memory of each process.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from generate import generated


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return the seconds that some work takes, and what it returns."""
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


def peak() -> float:
    """Return the peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bare(path: str) -> None:
    """Validate the bytes into the models, and nothing else."""
    from treatywatch.models import Document

    Document.model_rebuild()
    data = Path(path).read_bytes()
    seconds, _ = timed(lambda: Document.model_validate_json(data))
    print(seconds, peak())


def whole(path: str) -> None:
    """Load, replay everything, ask one question many times."""
    import treatywatch
    import treatywatch.catalog.load
    import treatywatch.rules
    from treatywatch.models import Document
    from treatywatch.snapshot import Catalog

    Document.model_rebuild()
    load, catalog = timed(lambda: treatywatch.load(path))
    assert isinstance(catalog, Catalog)
    snapshot = catalog.at("2000-01-01")
    replay, _ = timed(lambda: [history.segments() for history in snapshot.histories().values()])
    names = list(catalog.contents.treaties)
    history, day, times = snapshot.history(names[len(names) // 2]), date(2000, 1, 1), 10_000
    question, _ = timed(lambda: [history.at(day) for _ in range(times)])
    print(load, replay, question / times, peak())


def main() -> None:
    """Run every size in processes of its own."""
    if len(sys.argv) == 3 and sys.argv[1] in ("bare", "whole"):
        {"bare": bare, "whole": whole}[sys.argv[1]](sys.argv[2])
        return
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    heads = (
        "treaties",
        "bare s",
        "load s",
        "load/bare",
        "replay s",
        "replay/load",
        "question µs",
        "peak MiB bare/whole",
    )
    print(" | ".join(heads))
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "catalog.json")
            path.write_bytes(generated(size))
            times = max(3, min(15, 30_000 // size))
            runs = [(_run("bare", path), _run("whole", path)) for _ in range(times)]
            floor, (load, replay, question, high) = _least(one for one, _ in runs), _least(two for _, two in runs)
        cells = (
            f"{size:,}",
            f"{floor[0]:.2f}",
            f"{load:.2f}",
            f"{load / floor[0]:.2f}",
            f"{replay:.2f}",
            f"{replay / load:.2f}",
            f"{question * 1e6:.1f}",
            f"{floor[1]:.0f}/{high:.0f}",
        )
        print(" | ".join(cells), flush=True)


def _run(what: str, path: Path) -> list[float]:
    """Run one part in a process of its own and return its figures."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    return [float(figure) for figure in done.stdout.split()]


def _least(runs: Iterable[list[float]]) -> list[float]:
    """Return the least of each figure: what the work takes when nothing else is in its way."""
    return [min(figures) for figures in zip(*runs, strict=True)]


if __name__ == "__main__":
    main()
