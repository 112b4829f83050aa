"""One number for how sure a reading is, from the raw signs of doubt about it.

The weights are odds measured on portfolios whose true reading is known (``benchmarks/fit_confidence.py`` prints them):
of references given .9 or more at least 98 in 100 are right. A sign never raises the confidence.
"""

from collections.abc import Iterable, Mapping
from math import exp, fsum
from typing import Final

from mrse_assess.intake.cells.cell import SURE, Sign

BASE: Final = 3.48
"""Log odds of a labelled reference to an item that exists, with no sign of doubt."""

WEIGHTS: Final[Mapping[Sign, float]] = {
    Sign.BARE: -0.1,
    Sign.UNKNOWN: -0.1,
    Sign.STRAY: -2.0,
    Sign.RANGE: -0.1,
    Sign.RANGE_OPEN: -3.2,
    Sign.AFTER_WORDS: -4.0,
    Sign.ARROW: -2.3,
    Sign.TAKEN_APART: -3.2,
    Sign.PAGE_BARE: -0.1,
    Sign.PAGE_BRACKETED: -2.3,
    Sign.PAGE_LISTED: -1.4,
    Sign.RECOGNISED: -1.6,
    Sign.OTHER_FORM: -1.6,
    Sign.CODE_OR_ITEM: -3.2,
    Sign.BY_TITLE: -3.2,
    Sign.TITLED: -0.5,
    Sign.OTHER_ROW: -1.6,
    Sign.BY_PAGES: -3.7,
    Sign.PARTLY_READ: -1.6,
    Sign.ORDINAL: -0.1,
    Sign.SPREAD: -3.2,
    Sign.ROW_IN_DOUBT: -1.7,
    Sign.STANDS_FOR: -2.7,
    Sign.PAGES_OPEN: -3.2,
    Sign.PAGES_OUTSIDE: -2.9,
    Sign.OTHER_STYLE: -0.1,
    Sign.DIM: -0.3,
    Sign.SCANNED: -0.3,
    Sign.BY_ITEM: -1.6,
    Sign.TICKED: -0.1,
    Sign.DRAWN_MARK: -1.6,
    Sign.UNRULED: -0.1,
    Sign.NARROW: -1.6,
    Sign.UNHEADED: -3.2,
    Sign.OTHER_SHAPE: -1.6,
    Sign.SEVERAL_TABLES: -1.6,
}


def confidence_of(signs: Iterable[Sign]) -> float:
    """How sure a reference with these signs of doubt is, 0 to :data:`SURE`."""
    odds = BASE + fsum(WEIGHTS[sign] for sign in set(signs))
    return min(SURE, 1 / (1 + exp(-odds)))
