"""Sets the weights of ``mrse_assess/intake/cells/confidence.py`` from portfolios whose true reading is known.

    python benchmarks/fit_confidence.py --seeds 0-199

reads those seeds of the varied set (0 to 999 may be looked at), notes for each reference its signs of doubt and whether
it was right, and prints the weights with which confidence means what it says. A reference is right when its
sub-category and item, its page hint and section hint are, and its pages too unless the item itself was cut wrongly.

The weights are those of a logistic regression that begins from four grades of doubt, each worth as many references as
:data:`PRIOR_WORTH`, so that a sign that was hardly ever seen keeps its grade. Every sign costs something: none
raises confidence. Last, the base is lowered until of references given .9 or more at least :data:`WANTED` are right.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import Any, Final, NamedTuple

from measures.reading_cases import Case, built
from measures.reading_score import both_hints, cell_of, cells_of, leads_to, same_span

from mrse_assess.documents import read_document, take_in
from mrse_assess.intake import inspection, reader
from mrse_assess.intake.cells.cell import SURE, Sign
from mrse_assess.intake.leading.resolution import Resolution
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme

SLIGHT: Final = -0.5
SOME: Final = -1.6
STRONG: Final = -3.2
HARDLY: Final = -4.0  # more often wrong than right
GRADES: Final[Mapping[Sign, float]] = {
    Sign.BARE: SLIGHT,
    Sign.UNKNOWN: SOME,
    Sign.STRAY: STRONG,
    Sign.RANGE: SLIGHT,
    Sign.RANGE_OPEN: STRONG,
    Sign.AFTER_WORDS: HARDLY,
    Sign.TAKEN_APART: STRONG,
    Sign.PAGE_BARE: SOME,
    Sign.PAGE_BRACKETED: SOME,
    Sign.PAGE_LISTED: SOME,
    Sign.RECOGNISED: SOME,
    Sign.OTHER_FORM: SOME,
    Sign.CODE_OR_ITEM: STRONG,
    Sign.BY_TITLE: STRONG,
    Sign.OTHER_ROW: SOME,
    Sign.BY_PAGES: STRONG,
    Sign.PARTLY_READ: SOME,
    Sign.SPREAD: STRONG,
    Sign.ROW_IN_DOUBT: SOME,
    Sign.STANDS_FOR: STRONG,
    Sign.PAGES_OPEN: STRONG,
    Sign.PAGES_OUTSIDE: STRONG,
    Sign.OTHER_STYLE: SLIGHT,
    Sign.DIM: SOME,
    Sign.SCANNED: SLIGHT,
    Sign.BY_ITEM: SOME,
    Sign.TICKED: SLIGHT,
    Sign.DRAWN_MARK: SOME,
    Sign.UNRULED: SLIGHT,
    Sign.NARROW: SOME,
    Sign.UNHEADED: STRONG,
    Sign.OTHER_SHAPE: SOME,
    Sign.SEVERAL_TABLES: SOME,
}
"""How much each sign weighs before anything was measured."""

BASE: Final = round(log(SURE / (1 - SURE)), 2)
"""Log odds of a reference without a sign of doubt: the most that may be given, however seldom one was wrong."""

LEAST_COST: Final = -0.1  # of every sign
PRIOR_WORTH: Final = 6.0
WANTED: Final = 0.985
HIGH: Final = 0.9
_STEPS: Final = 4000
_LEARNING: Final = 0.05
_LEAST_BASE: Final = 1.0


class Row(NamedTuple):
    """One reference: its signs, and whether it was read rightly."""

    signs: frozenset[Sign]
    right: bool


class Fit(NamedTuple):
    """What the signs weigh; ``base`` is the log odds without any."""

    base: float
    weights: Mapping[Sign, float]

    def confidence(self, signs: frozenset[Sign]) -> float:
        """As ``intake.cells.confidence`` reckons it."""
        return min(SURE, _sigmoid(self.base + sum(self.weights[sign] for sign in signs)))


def fitted(rows: Sequence[Row]) -> Fit:
    """The most likely weights, the grades counting as :data:`PRIOR_WORTH` references each."""
    base, weights = BASE, dict(GRADES)
    kinds = Counter(rows)
    for _ in range(_STEPS):
        slopes: Counter[Sign] = Counter()
        slope = 0.0
        for (signs, right), count in kinds.items():
            wrong_by = count * (right - _sigmoid(base + sum(weights[sign] for sign in signs)))
            slope += wrong_by
            for sign in signs:
                slopes[sign] += wrong_by
        scale = _LEARNING / max(1, len(rows)) ** 0.5
        base = min(BASE, base + scale * (slope - 0.1 * PRIOR_WORTH * (base - BASE)))
        for sign, weight in weights.items():
            pull = 0.1 * PRIOR_WORTH * (weight - GRADES[sign])
            weights[sign] = min(LEAST_COST, weight + scale * (slopes[sign] - pull))
    return _lowered(Fit(base, weights), rows)


def _lowered(fit: Fit, rows: Sequence[Row]) -> Fit:
    """The fit with the highest base at which enough of the references given a high confidence are right."""
    base = fit.base
    while base > _LEAST_BASE:
        now = fit._replace(base=base)
        high = [row.right for row in rows if now.confidence(row.signs) >= HIGH]
        if not high or sum(high) >= WANTED * len(high):
            return now
        base -= 0.05
    return fit._replace(base=_LEAST_BASE)


def rows_of(case: Case, folder: Path, scheme: Scheme, pool: WorkerPool) -> list[Row]:
    """The references of one portfolio, each with its signs and whether it is right."""
    taken = take_in(case.portfolio, folder / "originals", pool, password=None, progress=_silent)
    readings = [
        read_document(file, folder / "originals", folder / "cache", pool, password=None, progress=_silent)
        for file in taken.files
    ]
    resolutions: list[Resolution] = []
    resolve = reader.resolve

    def noted(*given: Any) -> Resolution:
        resolutions.append(resolve(*given))
        return resolutions[-1]

    reader.resolve = noted
    try:
        found = inspection(reader.read_portfolio(readings, scheme))
    finally:
        reader.resolve = resolve
    return judged(case.truth, found, resolutions[0].signs)


def judged(truth: Mapping[str, Any], found: Mapping[str, Any], signs: Sequence[frozenset[Sign]]) -> list[Row]:
    """Each reference that was found, with its signs, against the truth."""
    wanted = cells_of(truth)
    cut_right = _cut_right(truth, found)
    rows = []
    for entry, doubts in zip(found["cross_references"], signs, strict=True):
        true = wanted.get(cell_of(entry))
        right = true is not None and both_hints(true, entry)
        leads = true is not None and (leads_to(true, entry) or entry["evidence"] not in cut_right)
        rows.append(Row(doubts, right and leads))
    return rows


def _cut_right(truth: Mapping[str, Any], found: Mapping[str, Any]) -> set[str]:
    there = {item["id"]: item for item in truth["evidence"]}
    return {item["id"] for item in found["evidence"] if item["id"] in there and same_span(there[item["id"]], item)}


def report(fit: Fit, rows: Sequence[Row]) -> str:
    """The weights as lines of Python, with how often each sign was seen and how often it was right."""
    seen, right = Counter(), Counter()
    for row in rows:
        seen.update(row.signs)
        right.update(row.signs if row.right else ())
    high = [row.right for row in rows if fit.confidence(row.signs) >= HIGH]
    lines = [f"# {len(rows)} references, {sum(row.right for row in rows)} right"]
    lines += [f"# {len(high)} given {HIGH} or more, {sum(high)} right", f"BASE: Final = {fit.base:.2f}"]
    lines += [
        f"    Sign.{sign.name}: {round(weight, 1)},  # seen {seen[sign]}, right {right[sign]}"
        for sign, weight in fit.weights.items()
    ]
    return "\n".join(lines)


def _sigmoid(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _silent(*_: object) -> None:
    """Progress that nobody watches."""


def main() -> None:
    """Reads the seeds and prints what the signs weigh."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", default="0-199", help="first and last seed of the varied set, below 1000")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "mrse-assess-confidence")
    asked = parser.parse_args()
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), min(int(last or first), 999) + 1)
    cases = built("varied", seeds, asked.keep, asked.jobs)
    scheme, rows = load_scheme(), list[Row]()
    with WorkerPool() as pool:
        for case in cases:
            rows.extend(rows_of(case, asked.keep / "readings" / case.name, scheme, pool))
            print(f"{case.name}: {len(rows)} references so far", file=sys.stderr)
    print(report(fitted(rows), rows))


if __name__ == "__main__":
    main()
