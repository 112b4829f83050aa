"""Writing cases of a set to a folder, to look at them."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def write_cases(about: str, build: Callable[[int, Path], Any]) -> None:
    """Build the seeds named on the command line, each in a folder of its own with its answers beside it.

    Args:
        about: what the command says of itself.
        build: makes the portfolio of a seed in a folder, and gives the case with ``truth`` and ``traits``.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("seeds", nargs="+", type=int)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    for seed in asked.seeds:
        folder = asked.out / str(seed) / "files"
        folder.mkdir(parents=True, exist_ok=True)
        case = build(seed, folder)
        answer = {"truth": case.truth, "axes": getattr(case, "axes", {}), "traits": case.traits}
        (folder.parent / "truth.json").write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")
