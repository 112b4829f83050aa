"""What `make bench` prints: ratios taken in one run, with the absolute figures beside them.

Absolute times depend on the machine and on what else it does; quote the ratios. Needs Chromium.
"""

import compileall
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from measures import large, page, reading, recording

RUNS = 5
PACKAGE = Path(__file__).resolve().parents[1] / "mrse_assess"


@dataclass(frozen=True)
class Figure:
    """One line of the table: a ratio or a time, what it was aimed at, and the times behind it."""

    name: str
    value: str
    aim: str
    behind: str


def main() -> int:
    """Take every measure and print the table."""
    if (
        chromium := next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    ) is None:
        print("make bench needs Chromium (Debian: apt install chromium)", file=sys.stderr)
        return 1
    compileall.compile_dir(PACKAGE, quiet=1)  # as pip leaves an installed package; else every start compiles it anew
    with tempfile.TemporaryDirectory(prefix="mrse-bench-") as name:
        figures = [
            *_recording(Path(name)),
            *_reading(Path(name)),
            *_page(Path(name), chromium),
            *_large(Path(name), chromium),
        ]
    widths = [max(len(getattr(one, field)) for one in figures) for field in ("name", "value", "aim")]
    for one in figures:
        print(f"{one.name:<{widths[0]}}  {one.value:>{widths[1]}}  aim {one.aim:<{widths[2]}}  {one.behind}")
    return 0


def _recording(folder: Path) -> list[Figure]:
    times = recording.appends(folder / "records.sqlite", count=300)
    p99 = sorted(times)[int(len(times) * 0.99)]
    return [
        Figure("durable append in the kernel", f"{_ms(times)} ms", "<= 50 ms", f"99 of 100 within {p99 * 1000:.1f} ms")
    ]


def _reading(folder: Path) -> list[Figure]:
    isolated, within, pages = reading.both_ways(folder, runs=RUNS)
    extra = (statistics.median(isolated) - statistics.median(within)) / pages * 1000
    behind = f"{_ms(isolated)} against {_ms(within)} ms for {pages} pages"
    return [Figure("isolated reading, extra per page", f"{extra:+.1f} ms", "<= +10 ms", behind)]


def _page(folder: Path, chromium: str) -> list[Figure]:
    seen = page.measure(folder, chromium, runs=RUNS)
    usable = statistics.median(seen.usable) / statistics.median(seen.hello_usable)
    saved = statistics.median(seen.key_to_saved) / statistics.median(seen.button)
    compared = f"{_ms(seen.usable)} against {_ms(seen.hello_usable)} ms"
    saving = f"{_ms(seen.key_to_saved)} against {_ms(seen.button)} ms"
    slowest = f"{len(seen.turns)} turns, slowest {max(seen.turns) * 1000:.0f} ms"
    return [
        Figure("page usable, against hello-world Voila", f"{usable:.2f}", "<= 1.4", compared),
        Figure("page turn with fetch-ahead", f"{_ms(seen.turns)} ms", "<= 50 ms", slowest),
        Figure("key to saved painted, against a bare button", f"{saved:.2f}", "<= 3", saving),
    ]


def _large(folder: Path, chromium: str) -> list[Figure]:
    seen = large.measure(folder, chromium, RUNS, large.Seen())
    opened = statistics.median(seen.first_evidence) / statistics.median(seen.hello_usable)
    against = f"{_ms(seen.first_evidence)} against {_ms(seen.hello_usable)} ms"
    workers = " and ".join(f"{each:.0f}" for each in seen.workers)
    each = seen.evening / max(seen.units, 1)
    return [
        Figure("500 pages, evidence seen, against hello-world Voila", f"{opened:.2f}", "<= 1.5", against),
        _against_a_button("500 pages, turn to a page fetched ahead", seen.cached, seen.button, "<= 1"),
        _against_a_button("500 pages, jump to a page not yet fetched", seen.uncached, seen.button, "<= 3"),
        _against_a_button("500 pages, next claim at its cited page", seen.cited, seen.button, "<= 3"),
        _against_a_button("500 pages, first search", [seen.first_search], seen.button, "-"),
        _against_a_button("500 pages, a search after it", seen.searches, seen.button, "<= 3"),
        Figure("unshared memory of one kernel", f"{seen.unshared:.0f} MB", "<= 110 MB", f"beside it {workers} MB"),
        Figure("keys for a verdict, its reason and a conclusion", f"{seen.presses}", "<= 4", "2 Enter Shift+2"),
        Figure("500 pages judged by script", f"{seen.evening:.0f} s", "-", f"{seen.units} acts, {each:.2f} s each"),
    ]


def _against_a_button(name: str, times: list[float], button: list[float], aim: str) -> Figure:
    """A time as a ratio to the round trip of a bare button of the same run."""
    ratio = statistics.median(times) / statistics.median(button)
    return Figure(f"{name}, against a bare button", f"{ratio:.2f}", aim, f"{_ms(times)} against {_ms(button)} ms")


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.1f}"


if __name__ == "__main__":
    sys.exit(main())
