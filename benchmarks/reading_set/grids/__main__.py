"""Write cases to look at: ``python -m benchmarks.reading_set.grids SEED... --out DIR``."""

import argparse
import json
from pathlib import Path

from . import build


def main() -> None:
    """Write each case to a folder of its own, with its answers beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int, metavar="SEED")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    asked = parser.parse_args()
    for seed in asked.seeds:
        folder = asked.out / f"{seed:03d}"
        (folder / "files").mkdir(parents=True)
        case = build(seed, folder / "files")
        told = {"name": case.name, "axes": dict(case.axes), "traits": list(case.traits), "truth": dict(case.truth)}
        (folder / "truth.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        print(f"{seed}: {', '.join(case.traits)}: {case.portfolio}")


if __name__ == "__main__":
    main()
