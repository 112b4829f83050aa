"""Write cases: ``python -m benchmarks.screening_set.strangers SEED... --out DIR``."""

import argparse
import json
from pathlib import Path

from .build import build


def main() -> None:
    """Build each seed in a folder of its own, its answers beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    for seed in asked.seeds:
        folder = asked.out / str(seed) / "files"
        folder.mkdir(parents=True, exist_ok=True)
        case = build(seed, folder)
        answer = {"truth": case.truth, "traits": case.traits, "portfolio": str(case.portfolio)}
        (folder.parent / "truth.json").write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
