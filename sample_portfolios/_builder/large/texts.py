"""The words of the large portfolio: sentences drawn from a list, with one phrase that stands on known pages only."""

import random
from dataclasses import dataclass
from typing import Any

RARE = "helium vent stack inspection"  # the phrase that a search is measured and tested with
RARE_EVERY = 9  # on one page out of so many of an item's own
TITLE_LENGTH = 90
SECTIONS = ("2.4", "3.2", "4.1", "4.9", "5.4", "6.3")


@dataclass(frozen=True)
class Words:
    """What sentences and titles are drawn from."""

    given: dict[str, list[str]]
    dice: random.Random

    def one(self, kind: str) -> str:
        """One entry of a list."""
        return self.dice.choice(self.given[kind])

    def sentence(self) -> str:
        """A sentence as such papers have them."""
        return (
            f"{self.one('openings')}, {self.one('agents')} {self.one('verbs')} {self.one('places')}, "
            f"{self.one('endings')}."
        )

    def title(self, number: int) -> str:
        """A title; every third is filled up to 90 characters."""
        title = f"{self.one('subjects')} {number}, {self.one('actions')}"
        if number % 3:
            return title
        while len(title) < TITLE_LENGTH:
            title = f"{title}, {self.one('tails')}"
        return title[:TITLE_LENGTH].rstrip(" ,")

    def leaf(self, item: str, page: int) -> dict[str, Any]:
        """One page behind the cover: it bears a reference of its own, some a table, bars or the rare phrase."""
        paragraphs = [" ".join(self.sentence() for _ in range(self.dice.randint(2, 4))) for _ in range(5)]
        paragraphs.append(f"Paper reference LQ-{int(item):02}-{page:02}. Prepared by the applicant.")
        leaf: dict[str, Any] = {"heading": self.one("subjects"), "paragraphs": paragraphs}
        if page % 3 == 0:
            rows = [[self.one("places"), str(self.dice.randint(2, 99)), self.one("places")] for _ in range(5)]
            leaf["table"] = [["Place", "Readings", "Beside"], *rows]
        if page % 4 == 0:
            leaf["bars"] = [[self.one("places"), self.dice.randint(70, 125)] for _ in range(4)]
        if page % 5 == 0:
            leaf["section"] = self.dice.choice(SECTIONS)
        if (int(item) + page) % RARE_EVERY == 0:
            paragraphs[2] += f" The {RARE} was done on that day."
        return leaf
