"""How long looking a digital portfolio over takes: facts of its files and every check, apart from reading it."""

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from measures.reading_cases import SAMPLES
from mrse_assess.isolation import WorkerPool
from mrse_assess.scheme import load_scheme
from mrse_assess.workspace.reading import Folders, read_source
from mrse_assess.workspace.screening import screen_portfolio

FORTY: Final = SAMPLES / "one_sub_category_short"  # 42 pages
AIM: Final = 2.0
RUNS: Final = 7


def measure() -> dict[str, Any]:
    """Seconds for a portfolio of about 40 pages, the facts of its files asked anew each time; and with them kept."""
    scheme = load_scheme()
    with tempfile.TemporaryDirectory(prefix="mrse-bench-") as name, WorkerPool() as pool:
        folders = Folders(originals=Path(name) / "originals", cache=Path(name) / "cache")
        portfolio = read_source(FORTY, folders, scheme, pool, tell=_silent)

        def timed() -> float:
            begun = time.perf_counter()
            screen_portfolio(portfolio, folders, scheme, pool)
            return time.perf_counter() - begun

        timed()
        anew, kept = [], []
        for _ in range(RUNS):
            kept.append(timed())
            for facts in folders.cache.glob("*.facts.gz"):
                facts.unlink()
            anew.append(timed())
    return {
        "portfolio": FORTY.name,
        "pages": sum(document.pages for document in portfolio.documents),
        "runs": RUNS,
        "seconds": {"median": statistics.median(anew), "fastest": min(anew), "slowest": max(anew)},
        "kept": statistics.median(kept),
        "aim": AIM,
        "met": statistics.median(anew) <= AIM,
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown",
    }


def _silent(words: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
