"""The works of a seed: which are chosen, and who is named in them."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from ..arrivals.days import written  # noqa: TID252 - the set is imported by two names
from ..callers.desk import People  # noqa: TID252 - as above
from ..strangers.model import Block, Work  # noqa: TID252 - as above
from .chance import Doc, barred, chance, docs, words
from .desk import Desk, people
from .plan import Plan
from .script import blocks_of, kinds_in, mark
from .sprinkle import sprinkled

SINCE: Final = {"2021": date(2021, 4, 1), "2015": date(2015, 4, 1), "2014": date(2014, 12, 1)}
SORTED: Final = 0.7
_HELD: Final = re.compile(r"^(?:[+%] )?(?:!|\*\*?) ", re.MULTILINE)


@dataclass(kw_only=True)
class Box:
    """The works that were chosen so far, with the desk of each."""

    plan: Plan
    people: People
    rng: Random
    works: list[Work] = field(default_factory=list)
    desks: dict[int, Desk] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)

    def add(self, work: Work, desk: Desk) -> Work:
        """One more work."""
        self.works.append(work)
        self.desks[id(work)] = desk
        return work

    def desk(self, work: Work) -> Desk:
        """The desk on which a work was written."""
        return self.desks[id(work)]

    def pick(self, fits: Callable[[Doc], bool]) -> Doc | None:
        """A text that fits and was not taken yet; fuller ones come more often."""
        found = [doc for doc in docs() if fits(doc) and doc["name"] not in self.used]
        weights = [math.sqrt(len(doc["text"])) * self._turn(doc) for doc in found]
        return self.rng.choices(found, weights)[0] if found else None

    def _turn(self, doc: Doc) -> int:
        """Each text has its turn in every fifth portfolio or so, lest some never come."""
        every = docs()
        return 6 if (every.index(doc) * 7 + self.plan.seed * 13) % len(every) < len(every) / 5 else 1


def chosen(plan: Plan) -> Box:
    """The works of the seed, in their order."""
    box = Box(plan=plan, people=people(plan.seed), rng=chance("box", plan.seed))
    _planned(box)
    if plan.picture:
        _pictured(box)
    _thirds(box)
    _filled(box)
    if box.rng.random() < SORTED:
        box.works.sort(key=lambda work: work.codes[0])
    for work in box.works:
        sprinkled(plan.seed, work, box.desk(work))
    return box


def _planned(box: Box) -> None:
    """The works of the rare kinds that the plan asks for."""
    plan = box.plan
    if plan.trap is not None:
        written_work(box, barred()[plan.trap % len(barred())])
    if plan.long:
        _one(box, lambda doc: bool(doc.get("long")))
    if plan.similar == "none":
        form = box.rng.choice(sorted({one["form"] for one in docs() if one.get("form")}))
        for doc in [one for one in docs() if one.get("form") == form]:
            written_work(box, doc).pair = "none/0"
    for _ in range(plan.leaks):
        _one(box, lambda doc: bool(doc.get("patient")), leak=True)
    if plan.simulated:
        _one(box, lambda doc: bool(doc.get("simulated")))


def _one(box: Box, fits: Callable[[Doc], bool], *, leak: bool = False) -> None:
    if doc := box.pick(fits):
        written_work(box, doc, leak=leak)


def _filled(box: Box) -> None:
    """Ordinary works up to the number that is wanted, for sub-categories that have none first."""
    have = {code for work in box.works for code in work.codes}
    while len(box.works) < box.plan.items:
        doc = box.pick(lambda one: _ordinary(one) and one["code"] not in have) or box.pick(_ordinary)
        if not doc:
            return
        have.add(doc["code"])
        written_work(box, doc)


def _pictured(box: Box) -> None:
    """A picture that is an item by itself."""
    book = words("signals")["picture"][box.plan.seed % 3]
    desk = Desk(seed=box.plan.seed, number=len(box.desks) + 1, people=box.people, leak=box.plan.leaks > 0)
    work = Work(title=book["title"], codes=[book["code"]], genre="photo", carrier="photo")
    work.blocks = blocks_of(desk, book["leak" if desk.leak else "clean"])
    box.add(work, desk)


def _ordinary(doc: Doc) -> bool:
    return doc["code"] != "3" and not any(doc.get(key) for key in ("long", "form", "simulated"))


def _thirds(box: Box) -> None:
    """Two works for category 3, or none, since one alone is too few."""
    have = [work for work in box.works if "3" in work.codes]
    if not have and box.rng.random() < 0.4:
        return
    while len([work for work in box.works if "3" in work.codes]) < 2:
        doc = box.pick(lambda one: one["code"] == "3")
        if not doc:
            raise ValueError("too few works for category 3")
        written_work(box, doc)


def written_work(box: Box, doc: Doc, *, leak: bool = False) -> Work:
    """The work of a text."""
    box.used.append(doc["name"])
    least = max((SINCE[year] for year in SINCE if f"mhra {year}" in doc["text"]), default=None)
    desk = Desk(seed=box.plan.seed, number=len(box.desks) + 1, people=box.people, least=least, leak=leak)
    work = Work(title=desk.say(doc["title"]), codes=doc["code"].split(), genre=doc["genre"], doc=doc)
    work.dress = desk.rng.randrange(9)
    work.blocks = blocks_of(desk, _bound(desk, doc) if doc.get("long") else doc["text"])
    work.traps = list(doc.get("traps", ()))
    work.simulated = doc.get("simulated", False)
    work.author, work.roles = doc.get("author"), doc.get("roles")
    work.unmeasured = set(doc.get("unmeasured", ()))
    dated = doc.get("dated", "day")
    if dated != "none":
        work.date = desk.day.isoformat() if dated == "sent" else desk.truth("" if dated == "day" else dated)
        work.date_kind, work.shown = doc.get("kind"), desk.day.isoformat()
    work.passage_codes = work.codes if doc.get("passage") else []
    if work.genre == "mail":
        _mailed(desk, work)
    if box.plan.form == "folder" and not doc.get("long") and not _HELD.search(doc["text"]):
        work.carrier = _carrier(desk, work)
    return box.add(work, desk)


def _bound(desk: Desk, doc: Doc) -> str:
    """A long work: the section that serves somewhere among others, each on a fresh page."""
    parts = desk.rng.sample(words("long")["fillers"], desk.rng.randint(8, 12))
    if passage := doc.get("passage"):
        parts.insert(desk.rng.randint(1, len(parts) - 1), passage)
    return "\n===\n".join(part.strip() for part in (doc["text"], *parts))


def _carrier(desk: Desk, work: Work) -> str:
    if work.genre == "mail":
        return "eml" if desk.rng.random() < 0.6 else "pdf"
    return "docx" if work.genre == "paper" and desk.rng.random() < 0.25 else "pdf"


def _mailed(desk: Desk, work: Work) -> None:
    """The head of a mail."""
    sender, to = desk.say(work.doc.get("from", "{app}")), desk.say(work.doc["to"])
    clock = f"{desk.rng.randint(8, 17):02d}:{desk.rng.randint(10, 59)}"
    subject = desk.say(work.doc["subject_leak"] if desk.leak and "subject_leak" in work.doc else work.doc["subject"])
    work.mail = {"from": sender, "to": to, "clock": clock, "subject": subject, "date": desk.day.isoformat()}
    shown = f"{written(desk.day, desk.form)} {clock}"
    rows = [("From", sender), ("To", to), ("Sent" if desk.number % 2 else "Date", shown), ("Subject", subject)]
    head = [Block(kind="line", text=f"{key}: {value}") for key, value in rows]
    head[-1].marks = [mark("phi", head[-1].text, kind=kind) for kind in kinds_in(desk, subject)]
    work.blocks = [*head, Block(kind="rule"), *work.blocks]
    work.body_from = len(head) + 2
    work.date, work.date_kind = desk.day.isoformat(), "sent"
