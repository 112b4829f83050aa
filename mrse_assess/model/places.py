"""Places in a portfolio: where something was seen, in terms a person can follow."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left corner, as the page is shown (rotation applied)."""


@dataclass(frozen=True, kw_only=True)
class Locator:
    """One place: a file inside the portfolio, a page of it from 1, and, where known, a box and the words there."""

    file: str
    page: int
    box: Box | None = None
    quote: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageSpan:
    """Pages ``first`` to ``last`` (from 1, both included) of one file of the portfolio."""

    file: str
    first: int
    last: int

    @property
    def pages(self) -> tuple[int, ...]:
        """Every page number of the span, in order."""
        return tuple(range(self.first, self.last + 1))

    def meets(self, other: "PageSpan") -> bool:
        """Whether the two have a page in common."""
        return self.file == other.file and self.first <= other.last and other.first <= self.last
