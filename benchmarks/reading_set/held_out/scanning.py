"""Short portfolios that went through a scanner, some with a poor layer of recognised words."""

from typing import Any

from benchmarks.reading_set.set_aside.scanner import draw_scanner, scan

from .chance import chance
from .plan import Plan


def scanned(plan: Plan, book: Any) -> Any:
    """The book as it comes from the scanner; the book itself where there was none."""
    if plan["source"] == "digital":
        return book
    rng = chance("scanner", plan.seed)
    return scan(rng, book, draw_scanner(rng, layer=plan["source"] == "ocr_layer"))
