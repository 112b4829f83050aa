"""The works of a portfolio while they are chosen, with a desk for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from ..callers.desk import People  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Work  # noqa: TID252 - as above
from .chance import Doc
from .desk import Desk
from .plan import Plan

QUIET: Final = {"certificate", "commentary", "photo", "log"}


@dataclass(kw_only=True)
class Box:
    """What was chosen so far."""

    plan: Plan
    people: People
    rng: Random
    works: list[Work] = field(default_factory=list)
    desks: dict[int, Desk] = field(default_factory=dict)
    leaks: dict[int, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def fresh(self) -> Desk:
        """A desk for one more work."""
        return Desk(seed=self.plan.seed, number=len(self.desks) + 1, people=self.people)

    def add(self, work: Work, desk: Desk) -> Work:
        """One more work; no two have one title."""
        same = sum(one.title == work.title for one in self.works)
        work.title += f" ({same + 1})" if same else ""
        self.works.append(work)
        self.desks[id(work)] = desk
        return work

    def desk(self, work: Work) -> Desk:
        """The desk on which a work was written."""
        return self.desks[id(work)]

    def pick(self, pool: Sequence[Doc], fits: Callable[[Doc], bool]) -> Doc | None:
        """A text that fits and was not taken yet."""
        found = [doc for doc in pool if fits(doc) and doc["titles"][0] not in self.used]
        if not found:
            return None
        doc = self.rng.choice(found)
        self.used.add(doc["titles"][0])
        return doc

    def open(self) -> list[Work]:
        """Works into which something may be put."""
        return [w for w in self.works if w.genre not in QUIET and not w.pair and not w.passage_codes and not w.special]
