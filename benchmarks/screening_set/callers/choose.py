"""The works of a seed: what serves, what is barred, and how long works are bound."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from ..strangers.markup import body_of  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Mark, Work, para  # noqa: TID252 - as above
from .chance import Doc, barred, chance, docs, words
from .desk import Desk, People, people
from .front import CODES
from .heads import headed
from .plan import Plan
from .shapes import make

QUIET: Final = {"certificate", "commentary", "photo"}
BOUND: Final = ("1.1", "5.1", "6.2", "7.1", "1.2", "5.2", "4.1", "6.1", "7.2", "4.3")
SECOND: Final = {"7.1": "6.2", "4.3": "2.1", "5.2": "5.1", "1.2": "1.1", "6.1": "6.2"}
PLAIN: Final = {"paper", "form", "report", "mail"}
TELLING: Final = 25
"""Letters that stand nowhere else by chance."""


@dataclass(kw_only=True)
class Box:
    """What was chosen so far."""

    plan: Plan
    people: People
    rng: Random
    works: list[Work] = field(default_factory=list)
    desks: dict[int, Desk] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

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

    def take(self, pool: Sequence[Doc], fits: Callable[[Doc], bool]) -> Work | None:
        """The work of a text that fits and was not taken yet."""
        found = [doc for doc in pool if fits(doc) and doc["title"][0] not in self.used]
        if not found:
            return None
        doc, desk = self.rng.choice(found), self.fresh()
        self.used.add(doc["title"][0])
        return self.add(make(desk, doc), desk)

    def open(self, *, patient: bool = False) -> list[Work]:
        """Works into which something may be put; those about patients where there are some and they are asked for."""
        found = [w for w in self.works if w.genre not in QUIET and not w.pair and not w.passage_codes]
        near = [work for work in found if work.doc.get("patient") or work.doc.get("incident")]
        return (near or found) if patient else found


def chosen(plan: Plan) -> Box:
    """The works of the seed, in their order, before anything is put into them."""
    box = Box(plan=plan, people=people(plan.seed), rng=chance("box", plan.seed))
    for trap in plan.traps:
        _trap(box, trap)
    _thirds(box)
    if plan.long:
        _long(box)
    _fill(box)
    for work in box.works:
        second = SECOND.get(work.codes[0])
        if second and not work.traps and not work.passage_codes and box.rng.random() < 0.2:
            work.codes.append(second)
    box.works.sort(key=lambda work: work.codes[0])
    if box.rng.random() < 0.3:
        box.rng.shuffle(box.works)
    return box


def _trap(box: Box, trap: str) -> None:
    if trap == "2_whole_document":
        _rules(box)
    elif trap != "3_not_independent":
        box.take(barred(), lambda doc: doc["trap"] == trap)


def _thirds(box: Box) -> None:
    """Works for category 3: two that are independent, or none; one alone has its trap."""
    have = sum("3" in work.codes for work in box.works)
    lone = "3_not_independent" in box.plan.traps
    if not box.plan.thirds and not have and not lone:
        return
    for _ in range(1 if lone or have or box.plan.thirds == 1 else 2):
        box.take(docs(), lambda doc: doc["code"] == "3")
    thirds = [work for work in box.works if "3" in work.codes]
    if len(thirds) == 1:
        thirds[0].traps.append("3_not_independent")


def _fill(box: Box) -> None:
    codes = [code for code in CODES if code != "3"]
    box.rng.shuffle(codes)
    codes.sort(key=lambda code: any(code in work.codes for work in box.works))
    codes.insert(0, box.rng.choice(["4.1", "4.2", "4.2", "4.3"]))
    barred_heads = {trap[:3] for trap in box.plan.traps if trap.startswith("8.1")}
    for code in codes:
        if len(box.works) >= box.plan.items:
            break
        if code not in barred_heads:
            box.take(docs(), lambda doc, code=code: doc["code"] == code)


# Long works


def _long(box: Box) -> None:
    """A paper of many pages in which one section, or two, serve; now and then the table names the page."""
    first = box.plan.seed % len(BOUND)
    codes = [BOUND[first], BOUND[(first + 3) % len(BOUND)]][: 1 + (box.rng.random() < 0.4)]
    found = []
    for code in codes:
        pool = [
            d
            for d in docs()
            if d["code"] == code and d["genre"] in {"paper", "report"} and d["title"][0] not in box.used
        ]
        found += [box.rng.choice(pool)] if pool else []
    if not found:
        return
    box.used |= {doc["title"][0] for doc in found}
    desk = box.fresh()
    title = desk.rng.choice(["Report of the MR service", "MR unit: handbook and yearly figures", "Service file, MRI"])
    work = Work(title=title, codes=[doc["code"] for doc in found], genre="paper", dress=desk.rng.randrange(9))
    sections = [_filler(desk, one) for one in desk.rng.sample(words("fillers")["section"], 12)]
    sections = [*sections[:8], *([*sections[8], *sections[9]], [*sections[10], *sections[11]])]
    for doc in found:
        sections.insert(desk.rng.randint(1, len(sections)), _telling(desk, doc))
    work.passage_codes, work.hint = work.codes, desk.rng.random() < 0.25
    _bound(box, desk, work, sections)


def _filler(desk: Desk, one: Sequence[str]) -> list[Block]:
    return [Block(kind="head", text=one[0]), *body_of(desk.say(one[1]))]


def _telling(desk: Desk, doc: Doc) -> list[Block]:
    """The section that serves, marked where it stands."""
    head = Block(kind="head", text=desk.say(desk.rng.choice(doc["title"])))
    section = [head, *body_of(desk.say(doc["body"]))]
    for block in section:
        needle = "".join(block.rows[0]) + "".join(block.rows[1][:2]) if block.rows else block.text[:60]
        if len(needle) >= TELLING:
            block.marks.append(Mark(key="passage", data={"code": doc["code"]}, needle=needle))
    return section


def _bound(box: Box, desk: Desk, work: Work, sections: Sequence[Sequence[Block]]) -> None:
    work.blocks = [
        block for at, one in enumerate(sections) for block in ([Block(kind="break")] if at else []) + list(one)
    ]
    headed(desk, work)
    box.add(work, desk)


def _rules(box: Box) -> None:
    """Local rules sent as a whole, for the category that asks for a few pages."""
    desk = box.fresh()
    work = Work(title=f"Local rules for MR, {box.people.site}", codes=["2.1"], genre="paper", dress=3)
    work.traps, work.special = ["2_whole_document"], ["long"]
    _bound(box, desk, work, [_filler(desk, one) for one in words("fillers")["rules"]])


# Works made twice


def twin(box: Box, work: Work, *, edited: bool) -> Work:
    """The work once more; ``edited`` with another day and some words more."""
    made = deepcopy(work)
    if edited and work.shown:
        old = date.fromisoformat(work.shown)
        new = min(old + timedelta(days=31), box.people.submitted - timedelta(days=5))
        _redated(box.desk(work), made, old, new)
        made.title = f"{work.title} (2)"
    if edited:
        made.blocks.insert(made.body_to, para(words("people")["more"][box.plan.seed % 2]))
        made.body_to += 1
    return made


def _redated(desk: Desk, work: Work, old: date, new: date) -> None:
    """Put the new day wherever the old one stands, in the form in which it stands."""
    for form in ("long", "weekday", "slash", "short", desk.form):
        was, will = desk.shown(old, form), desk.shown(new, form)
        work.foot = work.foot.replace(was, will)
        for block in work.blocks:
            block.text = block.text.replace(was, will)
            block.rows = [[cell.replace(was, will) for cell in row] for row in block.rows]
    if work.date:
        work.date, work.shown = new.isoformat()[: len(work.date)], new.isoformat()
    if work.mail:
        work.mail["date"] = new.isoformat()
