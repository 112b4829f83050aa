"""How long a digital portfolio takes from its file to what it says: warm worker, cold cache, intake included."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from measures.reading_cases import SAMPLES, read
from measures.reading_report import columns, verdict
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme

FORTY: Final = SAMPLES / "one_sub_category_short"  # 42 pages
SCANNED: Final = SAMPLES / "scanned_pages"
FORTY_AIM: Final = 1.0
LARGE_AIM: Final = 8.0
SCAN_AIM: Final = 3.0
RUNS: Final = 5
LARGE: Final = 500
NOT_DIGITAL: Final = ("Part 4 Scanned papers.pdf", "Single files/59_quench_email.eml")  # of the large portfolio


def measure() -> list[dict[str, Any]]:
    """Seconds of each run for the portfolio of about 40 pages and for the one of 500, in turns; then for scans."""
    scheme = load_scheme()
    with tempfile.TemporaryDirectory(prefix="mrse-bench-") as name, WorkerPool() as pool:
        folder = Path(name)
        large, pages = _large(folder), LARGE
        forty: list[float] = []
        five_hundred: list[float] = []
        _timed(FORTY, folder, scheme, pool)
        for _ in range(RUNS):
            forty.append(_timed(FORTY, folder, scheme, pool)[0])
            seconds, pages, _ = _timed(large, folder, scheme, pool)
            five_hundred.append(seconds / pages * LARGE)
        scanned, _, recognised = _timed(SCANNED, folder, scheme, pool)
    each = [scanned / recognised] if recognised else []
    return [
        _told(f"about 40 pages ({FORTY.name})", FORTY_AIM, forty),
        _told(f"{LARGE} pages, from the {pages} digital ones of build.py --large", LARGE_AIM, five_hundred),
        _told(f"a page whose words are recognised ({recognised} of {SCANNED.name})", SCAN_AIM, each),
    ]


def _large(folder: Path) -> Path:
    command = [sys.executable, str(SAMPLES / "build.py"), "--large", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    for name in NOT_DIGITAL:
        (folder / "large" / name).unlink()
    return folder / "large"


def _timed(portfolio: Path, folder: Path, scheme: Scheme, pool: WorkerPool) -> tuple[float, int, int]:
    """Seconds, how many pages there are, and of how many the words were recognised."""
    begun = time.perf_counter()
    found = read(portfolio, folder / "read", scheme, pool)
    seconds = time.perf_counter() - begun
    shutil.rmtree(folder / "read")
    return seconds, sum(document["pages"] for document in found["documents"]), found["pages_recognised"]


def _told(words: str, aim: float, times: Sequence[float]) -> dict[str, Any]:
    if not times:
        return {"words": words, "seconds": None, "fastest": None, "slowest": None, "aim": aim, "met": None}
    seconds = statistics.median(times)
    told = {"words": words, "seconds": seconds, "fastest": min(times), "slowest": max(times)}
    return told | {"aim": aim, "met": seconds <= aim}


def printed(told: Sequence[Mapping[str, Any]]) -> str:
    """One line for each portfolio."""
    busy = f"{os.getloadavg()[0]:.1f} tasks on {os.cpu_count()} processors" if hasattr(os, "getloadavg") else "unknown"
    title = f"Speed, warm worker, cold cache, median of {RUNS} runs (scans: one); load of the machine: {busy}"
    return title + "\n\n" + columns([_row(one) for one in told])


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    aim = f"aim <= {one['aim']:.0f} s"
    if one["seconds"] is None:
        return one["words"], "-", "", aim, "NOT MEASURED"
    between = f"{one['fastest']:.2f} to {one['slowest']:.2f}"
    return one["words"], f"{one['seconds']:.2f} s", between, aim, verdict(one["met"])
