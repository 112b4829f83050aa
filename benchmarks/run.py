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

from measures import page, reading, recording

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
        figures = [*_recording(Path(name)), *_reading(Path(name)), *_page(Path(name), chromium)]
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


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.1f}"


if __name__ == "__main__":
    sys.exit(main())
