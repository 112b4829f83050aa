"""What `make bench-cohort` prints: time and memory of a cohort's frames against its size, with the aims beside.

Absolute times depend on the machine and on what else it does: beside the clock stands what the processor took.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import platformdirs
from measures.cohort_copies import made
from measures.cohort_stages import GROW, STAGES, measured, take

from mrse_assess.simulation.cohort import TRUTH_FILE

KEEP = Path(platformdirs.user_cache_dir("mrse-assess-bench"))
SIZES = (100, 1_000, 10_000)
"""A quarter of an hour the first time, half of it to make the largest; that is kept."""
AIM_SIZE, AIM_SECONDS, AIM_MEGABYTES = 10_000, 20, 2_048
"""Of the report of so many applications of three assessors, whose rows are kept: seconds of the clock, megabytes."""
WORDS = {
    "cold": "everything replayed",
    "cached": "frames from the cache",
    "without_persons": "the same without assessments",
    "replay": "replayed at 13 of 16, no reading",
    "tables": "from the cache, and every table",
    "report": "the report, to its last file",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take every stage at each size and print a table."""
    asked = _asked(arguments)
    if asked.stage:
        print(json.dumps(take(asked.stage, asked.folder, asked.to)))
        return 0
    if asked.workspace:
        told = [_of_workspace(asked.workspace)]
    else:
        told = [_told(size, asked.keep, asked.assessors) for size in asked.applications]
        for few, many in pairwise(told):
            print(_growth(few, many))
    if asked.grow:
        told += _grown(asked.grow, asked.workspace or made(asked.keep, asked.applications[-1], asked.assessors))
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    add("--stage", choices=[*STAGES, GROW], help=argparse.SUPPRESS)
    add("--to", type=int, default=0, help=argparse.SUPPRESS)
    add("--workspace", type=Path, metavar="DIR", help="this workspace, as simulate made it, instead of sizes")
    add(
        "--grow", type=int, nargs="+", default=(), metavar="N", help="frames of so many applications, by repeating rows"
    )
    add("--applications", type=int, nargs="+", default=SIZES, metavar="N", help="sizes; 100000 takes hours, see --grow")
    add("--assessors", type=int, choices=(2, 3), default=3, help="of each application")
    add("--keep", type=Path, default=KEEP, metavar="DIR", help="where workspaces are kept for the next time")
    add("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args(arguments)


def _told(size: int, keep: Path, assessors: int) -> dict[str, Any]:
    print(f"making {size} applications of {assessors} assessors ...", file=sys.stderr)
    return _figures(size, made(keep, size, assessors))


def _of_workspace(folder: Path) -> dict[str, Any]:
    truth = json.loads((folder / TRUTH_FILE).read_text(encoding="utf-8"))
    return _figures(len(truth["applications"]), folder)


def _figures(size: int, folder: Path) -> dict[str, Any]:
    found = {stage: measured(stage, folder) for stage in STAGES}
    print(f"{size} applications, {found['cold']['rows']['assessments']:,} rows of assessments")
    for stage, words in WORDS.items():
        print(f"  {words:<34}{_line(found[stage], size)}")
    print(f"  {'aim for the report':<34}{_aim(size)}")
    steps = found["steps"]
    print(f"  of one application ({steps['records']:.0f} records), ms of the processor: ", end="")
    print(", ".join(f"{step} {took:.1f}" for step, took in steps["steps"].items()))
    print(f"  {found['tables']['tables']} tables, seconds of the processor: {_slowest(found['tables'])}")
    return {"applications": size, **found}


def _growth(few: dict[str, Any], many: dict[str, Any]) -> str:
    """Of each stage, how many times the processor's time for how many times the applications."""
    times = many["applications"] / few["applications"]
    stages = (f"{words} {many[stage]['processor'] / few[stage]['processor']:.1f}" for stage, words in WORDS.items())
    return (
        f"from {few['applications']} to {many['applications']} (x {times:g}), x of the processor: {', '.join(stages)}"
    )


def _grown(sizes: Sequence[int], folder: Path) -> list[dict[str, Any]]:
    """Frames of more applications than there are: time and memory of making them and of every table."""
    told = []
    for size in sizes:
        found = measured(GROW, folder, size)
        print(f"{size} applications by repeating, {found['rows']['assessments']:,} rows of assessments")
        print(f"  {'frames, and every table':<34}{_line(found, size)}")
        print(
            f"  of the processor: {found['making']:.1f} s for frames, {found['measuring']:.1f} s for tables", end="; "
        )
        print(_slowest(found))
        told.append({"grown": size, **found})
    return told


def _slowest(found: dict[str, Any]) -> str:
    return ", ".join(f"{name} {took:.1f}" for name, took in found["slowest"].items())


def _line(figures: dict[str, Any], size: int) -> str:
    each = figures["seconds"] * 1000 / size
    return (
        f"{figures['seconds']:>8.1f} s {figures['processor']:>8.1f} s of the processor {each:>7.2f} ms each "
        f"{figures['megabytes']:>6.0f} MiB at the peak"
    )


def _aim(size: int) -> str:
    return f"{AIM_SECONDS:>8} s {AIM_MEGABYTES:>50} MiB" if size == AIM_SIZE else "       -"


if __name__ == "__main__":
    sys.exit(main())
