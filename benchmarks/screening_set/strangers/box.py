"""The works of a portfolio while they are chosen, with a desk for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from .chance import chance, docs
from .desk import Desk
from .model import Work
from .people import People
from .plan import Plan
from .works import make

CODES: Final = (
    "1.1",
    "1.2",
    "2.1",
    "2.2",
    "3",
    "4.1",
    "4.2",
    "4.3",
    "5.1",
    "5.2",
    "6.1",
    "6.2",
    "7.1",
    "7.2",
    "8.1",
    "8.2",
)
ON_PAPER: Final = {"picture", "cover", "ghost", "console"}
QUIET: Final = {"certificate", "commentary", "photo"}

Doc = Mapping[str, Any]


@dataclass(kw_only=True)
class Box:
    """What was chosen so far."""

    plan: Plan
    people: People
    works: list[Work] = field(default_factory=list)
    desks: dict[int, Desk] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    rng: Random = field(init=False)

    def __post_init__(self) -> None:
        """Begin with this seed's chance."""
        self.rng = chance("box", self.plan.seed)

    def fresh(self) -> Desk:
        """A desk for one more work."""
        return Desk(seed=self.plan.seed, number=len(self.desks) + 1, people=self.people)

    def add(self, work: Work, desk: Desk) -> Work:
        """One more work."""
        self.works.append(work)
        self.desks[id(work)] = desk
        return work

    def desk(self, work: Work) -> Desk:
        """The desk on which a work was written."""
        return self.desks[id(work)]

    def take(self, code: str, pool: Sequence[Doc] = (), fits: Callable[[Doc], bool] = lambda _: True) -> Doc | None:
        """A text that was not taken yet."""
        found = [
            one for one in pool or docs() if one["code"] == code and one["title"][0] not in self.used and fits(one)
        ]
        if not found:
            return None
        chosen = self.rng.choice(found)
        self.used.add(chosen["title"][0])
        return chosen

    def of(self, doc: Doc | None, mode: str = "") -> Work | None:
        """The work of a text."""
        if doc is None:
            return None
        desk = self.fresh()
        return self.add(make(desk, doc, mode=mode), desk)

    def open(self, *, patient: bool = False) -> list[Work]:
        """Works into which something may be put; those about patients where there are some and they are asked for."""
        found = [work for work in self.works if work.genre not in QUIET and not work.pair]
        real = [work for work in found if not work.simulated]
        near = [work for work in real if work.doc.get("patient") or work.doc.get("incident")]
        return (near or real or found) if patient else found

    def pages(self) -> list[Work]:
        """Works that may become files of another kind or pictures of pages."""
        return [
            work
            for work in self.open()
            if work.carrier == "pdf"
            and not work.special
            and not work.passage_codes
            and not work.pair
            and work.genre != "slides"
        ]


def stays_paper(work: Work) -> bool:
    """Whether the work has what only pages show."""
    return any(block.kind in ON_PAPER or block.kind == "link" or block.how == "dark" for block in work.blocks)
