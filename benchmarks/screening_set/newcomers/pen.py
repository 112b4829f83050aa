"""The pen with which one work is drawn, and its dress."""

from typing import Any, Final

from ..apart.sheet import BLACK, Sheet  # noqa: TID252 - the set is imported by two names
from .chance import chance
from .model import Drawn, Later, Work

DRESSES: Final[tuple[tuple[str, float, float, Any, Any], ...]] = (
    ("sans", 10, 62, (0.0, 0.36, 0.72), (0.85, 0.91, 0.97)),
    ("sans", 10.5, 70, BLACK, (0.9, 0.9, 0.9)),
    ("serif", 11, 72, BLACK, (0.93, 0.93, 0.93)),
    ("serif", 10, 80, (0.2, 0.2, 0.45), (0.88, 0.88, 0.94)),
    ("sans", 9.5, 56, (0.1, 0.4, 0.35), (0.85, 0.94, 0.91)),
    ("typed", 9, 60, BLACK, (0.92, 0.92, 0.92)),
    ("sans", 11, 64, (0.45, 0.1, 0.15), (0.96, 0.9, 0.9)),
    ("serif", 11.5, 66, BLACK, (0.95, 0.93, 0.86)),
    ("sans", 10, 72, (0.25, 0.25, 0.25), (0.3, 0.33, 0.4)),
    ("sans", 9, 50, (0.0, 0.3, 0.6), (0.8, 0.88, 0.96)),
    ("serif", 10.5, 62, (0.35, 0.15, 0.4), (0.93, 0.9, 0.95)),
    ("sans", 10.5, 66, (0.0, 0.2, 0.4), (0.12, 0.25, 0.45)),
)


class Pen:
    """Draws one work on sheets of its own."""

    def __init__(self, seed: int, number: int, work: Work, *, stamp: str = "") -> None:
        """Choose the dress of this work; ``stamp`` is what the applicant wrote above its first page."""
        face, size, left, self.ink, self.shade = DRESSES[work.dress % len(DRESSES)]
        self.rng = chance("draw", seed, number)
        big = 6.0 if work.genre == "slides" else 0.0
        self.sheet = Sheet(face, size + big, left=left, head=work.head, foot=work.foot)
        self.drawn = Drawn(number=number, work=work)
        if stamp:
            self.sheet.para(stamp, weight=1, size=12, gap=10)

    def later(self, kind: str, box: tuple[float, float, float, float], text: str = "") -> None:
        """Something to be done to this page in the finished file."""
        self.drawn.later.append(Later(kind=kind, page=self.sheet.number, box=box, text=text))
