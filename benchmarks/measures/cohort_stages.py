"""What is measured of one workspace, each stage in a process of its own, so that its memory is its own."""

import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from measures.cohort_tables import grown, screened, timed_tables
from mrse_assess.cohort.frames import SHAPES, Rulings, replay
from mrse_assess.cohort.frames.building import tables, to_parquet
from mrse_assess.cohort.frames.replaying import with_thresholds
from mrse_assess.records import in_force
from mrse_assess.records.streaming import application_heads, logs
from mrse_assess.terms import Role
from mrse_assess.workbench.cohort.cases import KINDS, replayed
from mrse_assess.workbench.cohort.keeping import kept_rows
from mrse_assess.workbench.cohort.reading import Cohort, cohort, vocabulary_of
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

MEGABYTE = 1024 * 1024
PROGRAM = Path(__file__).parents[1] / "cohort.py"
GROW = "grow"
"""The stage that takes more applications than the workspace has."""
SAMPLE = 200
"""Applications of which each step of reading is timed by itself."""


def measured(stage: str, folder: Path, grown_to: int = 0) -> dict[str, Any]:
    """Seconds of the clock and of the processor, peak memory and sizes of one stage, in a new process."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "--stage", stage, "--to", str(grown_to), str(folder)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def take(stage: str, folder: Path, grown_to: int = 0) -> dict[str, Any]:
    """One stage, in this process."""
    if stage == "cold":
        shutil.rmtree(folder / "cache" / "cohort", ignore_errors=True)
    with Workspace.open(folder, clock=lambda: datetime.now(UTC), new_id=lambda: "") as workspace:
        began, worked = time.perf_counter(), time.process_time()
        said = _grow(workspace, grown_to) if stage == GROW else STAGES[stage](workspace)
        return {
            "seconds": time.perf_counter() - began,
            "processor": time.process_time() - worked,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE,
            **said,
        }


def _read(workspace: Workspace) -> dict[str, Any]:
    return _sizes(_cohort(workspace))


def _without_persons(workspace: Workspace) -> dict[str, Any]:
    return _sizes(cohort(workspace, _chair(workspace)))


def _replay(workspace: Workspace) -> dict[str, Any]:
    """At 13 of 16; the reading before it is not counted."""
    found = cohort(workspace, "")
    other = with_thresholds(workspace.scheme, {"sub_categories": 13})
    began = time.perf_counter()
    again = replay(found.frames, other, found.words, decided_under=workspace.scheme)
    return {"seconds": time.perf_counter() - began, "rows": len(again.applications), "profiles": again.asked}


def _tables(workspace: Workspace) -> dict[str, Any]:
    """Reading from the cache, as a report does, and every table."""
    found = _cohort(workspace)
    return timed_tables(found.frames, found.schemes, found.words)


def _grow(workspace: Workspace, applications: int) -> dict[str, Any]:
    """The frames of so many applications and every table of them; what they are made from is held beside them.

    Screening is as if all of them had been looked over.
    """
    known, words = vocabulary_of(workspace, ())
    kept = kept_rows(workspace, known, tuple(SHAPES), lambda _done, _all: None)
    began = time.process_time()
    frames = grown({**kept.tables, "screened": screened(kept.tables["items"], words)}, applications, words)
    making = time.process_time() - began
    rows = {name: len(getattr(frames, name)) for name in SHAPES}
    return {"making": making, "rows": rows, **timed_tables(frames, known, words)}


def _steps(workspace: Workspace) -> dict[str, Any]:
    """Milliseconds of the processor that each step of replaying takes for one application."""
    names = sorted(application_heads(workspace.store))[:SAMPLE]
    rulings = {workspace.scheme.version: Rulings(workspace.scheme)}
    now = workspace.scheme.version
    took: dict[str, float] = {}

    def timed(step: str, act: Callable[[], Any]) -> Any:
        began = time.process_time()
        found = act()
        took[step] = (time.process_time() - began) * 1000 / len(names)
        return found

    given = timed("reading and hashing", lambda: list(logs(workspace.store, names, KINDS)))
    timed("what is in force", lambda: [in_force(log.events, log.application, 1) for log in given])
    made = timed("all of replaying", lambda: [replayed(log, rulings, now) for log in given])
    kept = timed("tables", lambda: tables(one.rows for one in made))
    timed("Parquet", lambda: [to_parquet(table) for table in kept.values()])
    return {"steps": took, "records": sum(len(log.events) for log in given) / len(names)}


def _cohort(workspace: Workspace) -> Cohort:
    return cohort(workspace, _chair(workspace), assessments=True)


def _report(workspace: Workspace) -> dict[str, Any]:
    """The command, from its start to the last file, with every process of it; rows are kept from the stages before."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with TemporaryDirectory(prefix="mrse-bench-") as folder:
        command = (sys.executable, "-m", "mrse_assess", "cohort", "report")
        to = ("--workspace", str(workspace.layout.folder), "--out", str(Path(folder) / "report"))
        subprocess.run([*command, *to], check=True, capture_output=True)
        sizes = {kind: sum(1 for _ in Path(folder).rglob(f"*{kind}")) for kind in (".pdf", ".svg", ".csv")}
    seconds, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return {
        "seconds": seconds,
        "processor": worked,
        "megabytes": used.ru_maxrss * 1024 / MEGABYTE,
        "files": sizes,
    }


def _chair(workspace: Workspace) -> str:
    return next(one.person for one in People(workspace).persons() if Role.CHAIR in one.roles)


def _sizes(found: Cohort) -> dict[str, Any]:
    given = {name: table for name in SHAPES if (table := getattr(found.frames, name)) is not None}
    bytes_held = sum(int(table.memory_usage(deep=True).sum()) for table in given.values())
    return {"rows": {name: len(table) for name, table in given.items()}, "frames": bytes_held / MEGABYTE}


STAGES: dict[str, Callable[[Workspace], dict[str, Any]]] = {
    "cold": _read,
    "cached": _read,
    "without_persons": _without_persons,
    "replay": _replay,
    "steps": _steps,
    "tables": _tables,
    "report": _report,
}

__all__ = ["GROW", "STAGES", "measured", "take"]
