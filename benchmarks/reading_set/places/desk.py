"""The desk at which one item is written: its subject, its sentences, its pen, and the places marked so far."""

from random import Random

from .model import Spot
from .pen import Pen
from .prose import TOPICS, Prose


class Desk:
    """What a manner writes with. ``first`` is the pen's page on which the item's text begins."""

    def __init__(self, rng: Random, pen: Pen, topic: int, title: str) -> None:
        """For an item about this topic."""
        self.rng, self.pen, self.title = rng, pen, title
        self.headings = TOPICS[topic][1]
        self.prose = Prose(rng)
        self.first = pen.number
        self.spots: list[Spot] = []

    def mark(self, kind: str, number: str, heading: str = "", *, inside: str = "", page: int = 0) -> None:
        """A place begins here; call it once its heading is drawn."""
        on = (page or self.pen.number) - self.first + 1
        self.spots.append(Spot(kind=kind, number=number, heading=heading, page=on, inside=inside))

    def text(self, least: int = 2, most: int = 5) -> None:
        """A paragraph of the item."""
        self.pen.para(self.prose.text(least, most))

    def body(self, paragraphs: int = 0, cross: str = "") -> None:
        """Paragraphs under a heading; one of them may speak of another place."""
        many = paragraphs or self.rng.randint(2, 4)
        speaks = self.rng.randrange(many) if cross and self.rng.random() < 0.5 else -1
        for at in range(many):
            words = self.prose.text()
            self.pen.para(f"{words} {self.prose.cross(cross)}" if at == speaks else words)

    def some(self, most: int = 8) -> tuple[str, ...]:
        """The first headings of the subject: at least four."""
        return self.headings[: self.rng.randint(4, most)]

    def head(
        self, words: str, *, size: float = 12, face: str = "bold", under: bool = False, align: str = "left"
    ) -> None:
        """A heading that keeps two lines with it."""
        self.pen.need(size * 1.4 + 3 * self.pen.look.size)
        self.pen.y += 6
        self.pen.para(words, face=face, size=size, under=under, align=align, gap=4)
