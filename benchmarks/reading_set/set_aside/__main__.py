"""Write cases out for looking: ``python -m benchmarks.reading_set.set_aside SEED... --out DIR``."""

import argparse
import json
from pathlib import Path

from benchmarks.reading_set.set_aside.building import build


def main() -> None:
    """Build the seeds named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    for seed in given.seeds:
        folder = given.out / f"{seed:04}"
        folder.mkdir(parents=True)
        case = build(seed, folder)
        answers = {"axes": dict(case.axes), "traits": case.traits, **case.truth}
        (given.out / f"{seed:04}.truth.json").write_text(json.dumps(answers, indent=1, ensure_ascii=False))
        print(case.name, case.portfolio, " ".join(case.axes.values()))


if __name__ == "__main__":
    main()
