"""The cases of the screening set: built once for each state of their builder, read and looked over as `inspect` does.

What reading and looking into a file gave is kept until the code that reads files changes, so that a run after a change
of a check takes seconds for each portfolio of digital pages.
"""

import importlib
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from measures.reading_cases import BENCHMARKS, PACKAGE, code_of, forget_old
from measures.screening_found import found_in
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.workspace.reading import Folders, read_source
from mrse_assess.workspace.screening import screen_portfolio

HELD_OUT: Final = "boarders"  # the set held out last; nothing of it is shown until another takes its place
_SET: Final = "screening_set"
_ANSWER: Final = "case.json"
_One = TypeVar("_One")
_Other = TypeVar("_Other")


@dataclass(frozen=True, kw_only=True)
class Case:
    """A portfolio on disk and its answers."""

    part: str
    seed: int
    name: str
    portfolio: Path
    truth: Mapping[str, Any]
    traits: Sequence[str] = ()

    @property
    def may_be_looked_at(self) -> bool:
        """Whether its single results may be shown: screening is developed on it anyway."""
        return self.part != HELD_OUT


@dataclass(frozen=True, kw_only=True)
class Result:
    """What screening said of a case, in plain values; ``failed`` says why it said nothing."""

    case: Case
    found: Mapping[str, Any]
    failed: str = ""


# Building


def built(part: str, seeds: Sequence[int], keep: Path, jobs: int) -> list[Case]:
    """The cases of these seeds, built where they are not yet. Says on stderr how many could not be built."""
    root = keep / _SET / part / code_of(BENCHMARKS / _SET / part, BENCHMARKS / _SET / "case.py")
    forget_old(root)
    missing = [seed for seed in seeds if not (root / str(seed) / _ANSWER).exists()]
    if missing:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=min(jobs, len(missing)), mp_context=spawn) as pool:
            failures = [
                each for each in pool.map(_build, [part] * len(missing), missing, [root] * len(missing)) if each
            ]
        if failures:
            why = "" if part == HELD_OUT else f": {'; '.join(failures)}"
            print(f"NOT BUILT: {len(failures)} of {len(seeds)} portfolios{why}", file=sys.stderr)
    return [_stored(part, seed, root / str(seed)) for seed in seeds if (root / str(seed) / _ANSWER).exists()]


def _build(part: str, seed: int, root: Path) -> str:
    """Build beside its place and move it there when it is whole; what went wrong, or nothing."""
    made = Path(tempfile.mkdtemp(dir=root, prefix=f"{seed}-"))
    try:
        _write(part, seed, made)
        made.rename(root / str(seed))
    except Exception as error:  # noqa: BLE001 - said by the caller, and the other cases go on
        return "" if (root / str(seed) / _ANSWER).exists() else f"seed {seed}: {type(error).__name__}: {error}"
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return ""


def _write(part: str, seed: int, made: Path) -> None:
    (folder := made / "files").mkdir()
    case = importlib.import_module(f"{_SET}.{part}").build(seed, folder)
    answer = {
        "name": case.name,
        "portfolio": str(case.portfolio.relative_to(made)),
        "truth": dict(case.truth),
        "traits": list(case.traits),
    }
    (made / _ANSWER).write_text(json.dumps(answer), encoding="utf-8")


def _stored(part: str, seed: int, folder: Path) -> Case:
    answer = json.loads((folder / _ANSWER).read_text(encoding="utf-8"))
    return Case(part=part, seed=seed, **(answer | {"portfolio": folder / answer["portfolio"]}))


# Reading and looking over


def screen_all(cases: Sequence[Case], keep: Path, jobs: int) -> Iterator[Result]:
    """What screening says of each case, in their order; of ``jobs`` workers each stays warm for the whole run."""
    root = readings(keep)
    scheme = load_scheme()
    yield from with_workers(lambda case, pool: _screened(case, root, scheme, pool), cases, jobs)


def readings(keep: Path) -> Path:
    """Where readings of files are kept, for the present state of the code that reads them."""
    root = keep / _SET / "readings" / code_of(PACKAGE / "documents", PACKAGE / "isolation.py")
    forget_old(root)
    return root


def with_workers(do: Callable[[_One, WorkerPool], _Other], those: Iterable[_One], jobs: int) -> Iterator[_Other]:
    """What ``do`` gives for each, in their order, with one of ``jobs`` workers that are closed at the end."""
    free: SimpleQueue[WorkerPool] = SimpleQueue()
    workers = [WorkerPool() for _ in range(jobs)]
    for each in workers:
        free.put(each)

    def done(one: _One) -> _Other:
        pool = free.get()
        try:
            return do(one, pool)
        finally:
            free.put(pool)

    try:
        with ThreadPoolExecutor(max_workers=jobs) as threads:
            yield from threads.map(done, those)
    finally:
        for each in workers:
            each.close()


def _screened(case: Case, root: Path, scheme: Scheme, pool: WorkerPool) -> Result:
    try:
        portfolio, screening, _ = looked_over(case.portfolio, root / case.part / str(case.seed), scheme, pool)
        return Result(case=case, found=found_in(portfolio, screening))
    except Exception as error:  # noqa: BLE001 - a case that cannot be looked over is a result: nothing of it was found
        why = f"{type(error).__name__}: {error}" if case.may_be_looked_at else type(error).__name__
        return Result(case=case, found={}, failed=why)


def looked_over(
    source: Path, folder: Path, scheme: Scheme, pool: WorkerPool, *, recognise: bool = True
) -> tuple[Portfolio, Screening, float]:
    """A portfolio read and looked over, and the seconds that looking it over took, facts of its files included."""
    folders = Folders(originals=folder / "originals", cache=folder / "cache")
    portfolio = read_source(source, folders, scheme, pool, recognise=recognise, tell=_silent)
    begun = time.perf_counter()
    screening = screen_portfolio(portfolio, folders, scheme, pool, recognise=recognise)
    return portfolio, screening, time.perf_counter() - begun


def _silent(words: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
