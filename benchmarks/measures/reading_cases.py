"""The cases that are measured: built once for each state of the builder's code, and read as `inspect` reads."""

import hashlib
import importlib
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final

import mrse_assess
from mrse_assess.intake import inspection
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.workspace.reading import Folders, read_source

BENCHMARKS: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = Path(mrse_assess.__file__).parent
SAMPLES: Final = BENCHMARKS.parent / "sample_portfolios"
LOOKED_AT_BELOW: Final = 1000  # seeds of the varied set that may be looked at
HELD_OUT: Final = "guests"  # the set held out last; nothing of it is shown until another takes its place
KEPT_DAYS: Final = 2
_ANSWER: Final = "case.json"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A portfolio on disk and its answers; ``seed`` is None for a sample portfolio."""

    part: str
    seed: int | None
    name: str
    portfolio: Path
    truth: Mapping[str, Any]
    axes: Mapping[str, str]
    traits: Sequence[str] = ()

    @property
    def may_be_looked_at(self) -> bool:
        """Whether its single results may be shown: intake is developed on it anyway."""
        if self.part == "samples":
            return True
        return self.part != HELD_OUT and self.seed is not None and self.seed < LOOKED_AT_BELOW


@dataclass(frozen=True, kw_only=True)
class Result:
    """What reading a case gave and how long it took in seconds; ``failed`` says why nothing was read."""

    case: Case
    found: Mapping[str, Any]
    seconds: float
    failed: str = ""


# Building


def built(part: str, seeds: Sequence[int], keep: Path, jobs: int) -> list[Case]:
    """The cases of these seeds, built where they are not yet, several at a time. Says which could not be built."""
    root = keep / part / code_of(BENCHMARKS / "reading_set" / part, BENCHMARKS / "reading_set" / "case.py")
    forget_old(root)
    missing = [seed for seed in seeds if not (root / str(seed) / _ANSWER).exists()]
    if missing:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=min(jobs, len(missing)), mp_context=spawn) as pool:
            failures = pool.map(_build, [part] * len(missing), missing, [root] * len(missing))
            for seed, failed in zip(missing, failures, strict=True):
                if failed:
                    print(f"NOT BUILT: {part}, seed {seed}: {failed}", file=sys.stderr)
    return [_stored(part, seed, root / str(seed)) for seed in seeds if (root / str(seed) / _ANSWER).exists()]


def _build(part: str, seed: int, root: Path) -> str:
    """Build beside its place and move it there when it is whole; what went wrong, or nothing."""
    made = Path(tempfile.mkdtemp(dir=root, prefix=f"{seed}-"))
    try:
        _write(part, seed, made)
        made.rename(root / str(seed))
    except Exception as error:  # noqa: BLE001 - said by the caller, and the other cases go on
        return "" if (root / str(seed) / _ANSWER).exists() else f"{type(error).__name__}: {error}"
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return ""


def _write(part: str, seed: int, made: Path) -> None:
    (folder := made / "files").mkdir()
    case = importlib.import_module(f"reading_set.{part}").build(seed, folder)
    answer = {
        "name": case.name,
        "portfolio": str(case.portfolio.relative_to(made)),
        "truth": dict(case.truth),
        "axes": dict(case.axes),
        "traits": list(case.traits),
    }
    (made / _ANSWER).write_text(json.dumps(answer), encoding="utf-8")


def _stored(part: str, seed: int, folder: Path) -> Case:
    answer = json.loads((folder / _ANSWER).read_text(encoding="utf-8"))
    return Case(part=part, seed=seed, **(answer | {"portfolio": folder / answer["portfolio"]}))


def samples() -> list[Case]:
    """The sample portfolios, whose answers have the same form but for what samples do not say."""
    cases = []
    for answers in sorted((SAMPLES / "_expected").iterdir()):
        folder = SAMPLES / answers.name
        files = [path for path in folder.rglob("*") if path.is_file()]
        single = len(files) == 1 and files[0].suffix == ".pdf"
        truth = json.loads((answers / "reading.json").read_text(encoding="utf-8"))
        axes = {"file": "pdf" if single else "folder", "source": "scan" if "scan" in answers.name else "digital"}
        cases.append(
            Case(
                part="samples",
                seed=None,
                name=answers.name,
                portfolio=files[0] if single else folder,
                truth=truth,
                axes=axes,
            )
        )
    return cases


def code_of(*places: Path) -> str:
    """A short hash of the code and data below these places."""
    taken = hashlib.sha256()
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                taken.update(str(file.relative_to(place.parent)).encode() + b"\0" + file.read_bytes())
    return taken.hexdigest()[:16]


def forget_old(current: Path) -> None:
    """Drop what older code left and nobody has used for days; touch what is in use."""
    current.mkdir(parents=True, exist_ok=True)
    os.utime(current)
    for other in current.parent.iterdir():
        if time.time() - other.stat().st_mtime > KEPT_DAYS * 86400:
            shutil.rmtree(other, ignore_errors=True)


# Reading


def read_all(cases: Sequence[Case], keep: Path, jobs: int) -> Iterator[Result]:
    """Each case read by the real path, in its order; readings of files are kept until the reader's code changes."""
    readings = keep / "readings" / code_of(PACKAGE / "documents", PACKAGE / "isolation.py")
    forget_old(readings)
    scheme = load_scheme()
    pools: SimpleQueue[WorkerPool] = SimpleQueue()
    workers = [WorkerPool() for _ in range(jobs)]
    for pool in workers:
        pools.put(pool)
    try:
        with ThreadPoolExecutor(max_workers=jobs) as threads:
            yield from threads.map(lambda case: _read_with_one_of(pools, case, readings, scheme), cases)
    finally:
        for pool in workers:
            pool.close()


def _read_with_one_of(pools: "SimpleQueue[WorkerPool]", case: Case, readings: Path, scheme: Scheme) -> Result:
    pool = pools.get()
    begun = time.perf_counter()
    found: dict[str, Any] = {}
    failed = ""
    try:
        found = read(case.portfolio, readings / case.part / str(case.seed or case.name), scheme, pool)
    except Exception as error:  # noqa: BLE001 - a case that cannot be read is a result: nothing of it was found
        failed = f"{type(error).__name__}: {error}" if case.may_be_looked_at else type(error).__name__
    finally:
        pools.put(pool)
    return Result(case=case, found=found, seconds=time.perf_counter() - begun, failed=failed)


def read(portfolio: Path, folder: Path, scheme: Scheme, pool: WorkerPool) -> dict[str, Any]:
    """What the project finds in the portfolio, in the form of the truth."""
    folders = Folders(originals=folder / "originals", cache=folder / "cache")
    return found_in(read_source(portfolio, folders, scheme, pool, tell=_silent))


def found_in(portfolio: Portfolio) -> dict[str, Any]:
    """``inspect --json``, and beside it claims, what page numbers count, how many pages were recognised."""
    found = inspection(portfolio)
    for item, entry in zip(portfolio.evidence, found["evidence"], strict=True):
        entry.setdefault("claimed", list(item.claimed))
    counting = portfolio.page_counting
    return found | {
        "page_counting": counting.counted.value if counting else "none",
        "pages_recognised": sum(len(document.pages_recognised) for document in portfolio.documents),
    }


def _silent(words: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
