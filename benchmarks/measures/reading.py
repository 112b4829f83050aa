"""What isolation costs: the same words read in the worker and in this process."""

import shutil
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pymupdf

from mrse_assess.documents import read_document, take_in
from mrse_assess.documents.values import StoredFile
from mrse_assess.isolation import WorkerPool

SAMPLE = Path(__file__).resolve().parents[2] / "sample_portfolios" / "clear_award"


class Here(WorkerPool):
    """A pool that runs its tasks in this process."""

    def submit(self, task: Callable[..., Any], *args: Any, seconds: float | None = None) -> "Future[Any]":  # noqa: ARG002
        """A future that is done already."""
        done: Future[Any] = Future()
        done.set_result(task(*args))
        return done


def both_ways(folder: Path, runs: int) -> tuple[list[float], list[float], int]:
    """Seconds to read the clear award in a warm worker and in this process, in turns, and its number of pages."""
    isolated, within = [], []
    with WorkerPool() as pool:
        (stored,) = take_in(SAMPLE, folder / "originals", pool).files
        _read(stored, folder, pool)
        _read(stored, folder, Here())
        for _ in range(runs):
            isolated.append(_read(stored, folder, pool))
            within.append(_read(stored, folder, Here()))
    return isolated, within, pymupdf.open(folder / "originals" / stored.sha256).page_count


def _read(stored: StoredFile, folder: Path, pool: WorkerPool) -> float:
    cache = folder / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    begun = time.perf_counter()
    read_document(stored, folder / "originals", cache, pool)
    return time.perf_counter() - begun
