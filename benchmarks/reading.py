"""What `make bench-reading` prints: how well portfolios are read, and how fast, with the aims beside the figures.

Cases that are held out are measured and never shown one by one; `--worst` shows cases of the development set only.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import platformdirs
from measures import reading_rivals, reading_speed
from measures.reading_cases import HELD_OUT, LOOKED_AT_BELOW, Case, Result, built, read_all, samples
from measures.reading_report import printed, report, scored, worst

KEEP = Path(platformdirs.user_cache_dir("mrse-assess-bench"))
MEASURED = {HELD_OUT: range(50), "varied": range(1000, 1060)}
TITLES = {
    HELD_OUT: "Set held out last; developed on since it was first read",
    "callers": "Held-out set of earlier versions",
    "visitors": "Held-out set of earlier versions",
    "strangers": "Held-out set of earlier versions",
    "newcomers": "Held-out set of earlier versions",
    "held_out": "Held-out set of versions before those",
    "set_aside": "Set-aside set of the earliest versions",
    "varied": "Varied set",
    "more_tables": "Second development set, tables",
    "more_references": "Second development set, references",
    "more_again": "Third development set",
    "places": "Fourth development set, places",
    "shapes": "Fourth development set, shapes of the table",
    "grids": "Fifth development set, grids",
    "packs": "Fifth development set, packs",
    "samples": "Sample portfolios",
}
FOR_DEVELOPMENT = tuple(part for part in TITLES if part not in {HELD_OUT, "samples"})


def main() -> int:
    """Take the measures asked for and print their tables."""
    asked = _asked()
    parts = tuple(MEASURED) if asked.set == "both" else (asked.set,)
    if asked.worst and not _may_be_looked_at(parts, asked.seeds):
        print(f"--worst shows cases of development sets with seeds below {LOOKED_AT_BELOW} only", file=sys.stderr)
        return 2
    cases = {part: _cases(part, asked) for part in parts}
    told: dict[str, Any] = {}
    if "accuracy" in asked.only:
        told["accuracy"] = {part: _accuracy(part, these, asked) for part, these in cases.items()}
    if "rivals" in asked.only:
        pdfs = [case for these in cases.values() for case in these if case.axes.get("file") == "pdf"]
        told["rivals"] = reading_rivals.measure(pdfs, timed=asked.timed, everywhere=asked.all_rivals, cap=asked.cap)
        print(reading_rivals.printed(told["rivals"]), end="\n\n", flush=True)
    if "speed" in asked.only:
        told["speed"] = reading_speed.measure()
        print(reading_speed.printed(told["speed"]), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--set", choices=[*TITLES, "both"], default="both", help="what is read")
    add("--seeds", type=_seeds, metavar="A-B", help="seeds of the set; those that the README's figures are taken on")
    add("--source", choices=["digital", "ocr_layer", "scan"], help="those whose pages were made so, for a quick look")
    add("--only", nargs="+", choices=["accuracy", "rivals", "speed"], default=["accuracy", "rivals", "speed"])
    add("--keep", type=Path, default=KEEP, metavar="DIR", help="where built cases and readings of files are kept")
    add("--jobs", type=int, default=2, help="cases built or read at once")
    add("--worst", type=int, default=0, metavar="N", help="the worst cases too; of the development set only")
    add("--why", action="store_true", help="with --worst: what is wrong in each of them")
    add("--timed", type=int, default=12, metavar="N", help="digital PDF portfolios that the rivals are timed on")
    add("--all-rivals", action="store_true", help="cell F1 of the rivals on every single PDF, which takes long")
    add("--cap", type=float, default=60.0, metavar="SECONDS", help="time that a rival has for one portfolio")
    add("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args()


def _seeds(words: str) -> range:
    first, _, last = words.partition("-")
    return range(int(first), int(last or first) + 1)


def _may_be_looked_at(parts: Sequence[str], seeds: range | None) -> bool:
    if parts == ("samples",):
        return True
    return parts[0] in FOR_DEVELOPMENT and seeds is not None and max(seeds) < LOOKED_AT_BELOW


def _cases(part: str, asked: argparse.Namespace) -> list[Case]:
    if part == "samples":
        return samples()
    cases = built(part, asked.seeds or MEASURED.get(part, range(200)), asked.keep, asked.jobs)
    return [case for case in cases if asked.source in {None, case.axes["source"]}]


def _accuracy(part: str, cases: Sequence[Case], asked: argparse.Namespace) -> dict[str, Any]:
    rows = scored(_counted(read_all(cases, asked.keep, asked.jobs), len(cases)))
    seeds = [case.seed for case in cases if case.seed is not None]
    told = report(rows)
    print(printed(told, f"{TITLES[part]}{f', seeds {min(seeds)}-{max(seeds)}' if seeds else ''}"), end="\n\n")
    if asked.worst:
        print(worst(rows, asked.worst, why=asked.why), end="\n\n")
    sys.stdout.flush()
    return told


def _counted(results: Iterable[Result], total: int) -> Iterator[Result]:
    """The results, with progress on a terminal."""
    for number, result in enumerate(results, start=1):
        if sys.stderr.isatty():
            print(f"\r{number} of {total} portfolios read", end="\n" if number == total else "", file=sys.stderr)
        yield result


if __name__ == "__main__":
    sys.exit(main())
