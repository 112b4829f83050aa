"""Chooses works one after another, so that no text serves twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from .chance import chance
from .desk import Desk
from .model import Work
from .people import People, people
from .plan import Plan
from .works import work_of

CLOSED: Final = {
    "tracked",
    "scan",
    "outlines",
    "blurred",
    "picture",
    "macro",
    "embedded_object",
    "external_relationship",
}
QUIET: Final = {"certificate", "commentary", "log"}
SCOPE_CODES: Final = {
    "medical": ("4.1", "4.2", "2.1"),
    "image_harm": ("3", "7.1", "8.2"),
    "image_quality": ("7.1", "7.2", "6.1"),
    "ionising": ("8.2", "5.1", "8.1", "7.2"),
    "us_framework": ("2.1", "1.2", "5.1", "1.1", "6.2"),
    "mr_safe_metal": ("4.1", "4.3", "6.1", "4.2"),
}
Doc = Mapping[str, Any]


class Chooser:
    """Chooses works one after another; no text serves twice in a portfolio."""

    def __init__(self, plan: Plan) -> None:
        """Begin with nothing used."""
        self.plan, self.rng = plan, chance("choose", plan.seed)
        self.people: People = people(plan.seed)
        self.used: set[int] = set()
        self.works: list[Work] = []
        self.desks: dict[int, Desk] = {}
        self.told: set[str] = set()

    def desk(self, work: Work | None = None) -> Desk:
        """A fresh desk, or that on which a work was written."""
        if work is not None and id(work) in self.desks:
            return self.desks[id(work)]
        return Desk(seed=self.plan.seed, number=len(self.desks) + 1, people=self.people)

    def add(self, work: Work, desk: Desk) -> Work:
        """One more work."""
        self.works.append(work)
        self.desks[id(work)] = desk
        return work

    def take(self, code: str, pool: Sequence[Doc], accept: Callable[[Doc], bool] = lambda _: True) -> Doc | None:
        """An unused text for this code."""
        found = [doc for doc in pool if doc["code"] == code and id(doc) not in self.used and accept(doc)]
        if not found:
            return None
        doc = found[(self.plan.seed + self.rng.randrange(2)) % len(found)]
        self.used.add(id(doc))
        return doc

    def of(self, doc: Doc | None, *, mode: str = "") -> Work | None:
        """A work from this text, if there is one."""
        if doc is None:
            return None
        desk = self.desk()
        return self.add(work_of(desk, doc, mode=mode), desk)

    def good(self) -> Iterator[Work]:
        """Works for which nothing is special, as sub-categories come."""
        for work in self.works:
            if not work.traps and work.genre not in QUIET and not CLOSED & set(work.special):
                yield work

    def free(self, *, paper: bool = False) -> list[Work]:
        """Of these those of which nothing is done to the file, and that are not long."""
        found = [work for work in self.good() if not work.special and not work.passage_codes]
        return [work for work in found if work.genre in {"paper", "form"}] or found if paper else found
