"""Builds cases to be looked at: python -m benchmarks.reading_set.varied SEED... --out DIR."""

import argparse
from pathlib import Path

from .build import write_case


def main() -> None:
    """Writes a folder for each seed, with portfolio and truth.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=int, nargs="+", metavar="SEED")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    asked = parser.parse_args()
    for seed in asked.seeds:
        case = write_case(seed, asked.out / str(seed))
        print(case.name, *case.axes.values(), case.portfolio)


main()
