"""What `make bench-screening` prints: how well portfolios are looked over, and how fast, with the aims beside.

The set held out last is never shown case by case; `--worst` shows cases of the development sets only.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import platformdirs
from measures import screening_public, screening_speed
from measures.screening_cases import HELD_OUT, Case, Result, built, screen_all
from measures.screening_report import misses, printed, report, scored

KEEP = Path(platformdirs.user_cache_dir("mrse-assess-bench"))
MEASURED = {HELD_OUT: range(40)}
OTHERS = range(60)
TITLES = {
    HELD_OUT: "Set held out last; developed on since it was first read",
    "arrivals": "Held-out set of earlier versions",
    "callers": "Held-out set of earlier versions",
    "strangers": "Held-out set of earlier versions",
    "newcomers": "Held-out set of earlier versions",
    "unseen": "Held-out set of earlier versions",
    "apart": "Set apart of versions before those",
    "ordinary": "Development set",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the measures asked for and print their table."""
    asked = _asked(arguments)
    if asked.worst and asked.set == HELD_OUT:
        print("--worst shows cases of the development set only: --set ordinary", file=sys.stderr)
        return 2
    told = _public(asked) if asked.public else _set(asked)
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--set", choices=[*TITLES], default=HELD_OUT, help="what is looked over")
    add("--seeds", type=_seeds, metavar="A-B", help="seeds of the set; those of the README's figures")
    add("--jobs", type=int, default=1, help="cases built or looked over at once")
    add("--keep", type=Path, default=KEEP, metavar="DIR", help="where built cases and readings of files are kept")
    add("--worst", type=int, default=0, metavar="N", help="what is wrong in N cases too; of the development set only")
    add("--public", type=Path, metavar="FOLDER", help="count false personal data in real documents of yours instead")
    add("--no-speed", action="store_true", help="without the time that screening takes")
    add("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args(arguments)


def _seeds(words: str) -> range:
    first, _, last = words.partition("-")
    return range(int(first), int(last or first) + 1)


def _set(asked: argparse.Namespace) -> dict[str, Any]:
    seeds = asked.seeds or MEASURED.get(asked.set, OTHERS)
    cases = built(asked.set, seeds, asked.keep, asked.jobs)
    rows = scored(_counted(screen_all(cases, asked.keep, asked.jobs), cases))
    told = report(rows)
    speed = None if asked.no_speed else screening_speed.measure()
    print(printed(told, f"{TITLES[asked.set]}, seeds {min(seeds)}-{max(seeds)}", speed))
    if asked.worst:
        print("\n" + misses(rows, asked.worst))
    return told | {"speed": speed}


def _public(asked: argparse.Namespace) -> dict[str, Any]:
    told = screening_public.report(screening_public.measure(asked.public, asked.jobs))
    print(screening_public.printed(told))
    return told


def _counted(results: Iterable[Result], cases: Sequence[Case]) -> Iterator[Result]:
    """The results, with progress on a terminal."""
    for number, result in enumerate(results, start=1):
        if sys.stderr.isatty():
            end = "\n" if number == len(cases) else ""
            print(f"\r{number} of {len(cases)} portfolios looked over", end=end, file=sys.stderr)
        yield result


if __name__ == "__main__":
    sys.exit(main())
