"""The evidence itself: letters, e-mails, minutes, risk assessments, rules, audits, slides."""

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from .blocks import Block, Cell, Gap, Grid, Head, Para, Points, Sheets, Sketch
from .chance import chance
from .data import data, kind_word
from .dates import day
from .model import Item, Part, Plan

_TABLES: Final = {"audit", "protocol", "risk", "measure", "tender"}
_TABLE_TITLES: Final = {
    "audit": "Result of the audit",
    "protocol": "Parameters before and after",
    "risk": "Hazards and controls",
    "measure": "Measured field",
    "tender": "Scores of the safety lines",
}
_SKETCHES: Final = {"protocol": "screen", "measure": "plan", "review": "plan", "tender": "plan"}
_CAPTIONS: Final = {"screen": "Screen of the console", "plan": "Plan of the room, not to scale"}


class Paper:
    """One item's paper: its blocks, and the parts that a reference may name."""

    def __init__(self, plan: Plan, item: Item) -> None:
        self.plan, self.item = plan, item
        self.rng: Random = chance("paper", plan.habits.seed, item.id)
        self.words = data("prose")
        self.parts: list[Part] = []
        self.slots = {"a": plan.people.initials, "site": plan.people.site}

    def sentence(self) -> str:
        """A sentence of this kind of paper."""
        banks = self.words["sentences"]
        bank = banks.get(self.item.kind, banks["any"]) if self.rng.random() < 0.4 else banks["any"]
        other = self.rng.choice(data("people")["colleagues"])
        made = self.rng.choice(bank).format(thing=self.rng.choice(self.item.things), other=other, **self.slots)
        return str(made[0].upper() + made[1:])

    def paragraph(self) -> Para:
        """A few sentences."""
        return Para(text=" ".join(dict.fromkeys(self.sentence() for _ in range(self.rng.randint(2, 4)))))

    def part(self, kind: str, number: str) -> str:
        """Remember a part; the mark of its place."""
        self.parts.append(Part(kind=kind, number=number))
        return f"{self.item.id}/{kind}/{number}"

    def blocks(self) -> list[Block]:
        """All that follows the head of the paper."""
        writers = {"email": self._email, "letter": self._letter, "minutes": self._minutes, "slides": self._sections}
        return list(writers.get(self.item.kind, self._sections)())

    def _signature(self) -> Para:
        return Para(text=f"{self.plan.people.applicant}\n{self.plan.people.post}, {self.plan.people.site}")

    def _email(self) -> Iterator[Block]:
        dated = self.item.dated
        for at in range(max(1, self.item.size - 1)):
            other = self.rng.choice(data("people")["colleagues"])
            mine = at % 2 == 0
            sender, to = (self.plan.people.applicant, other) if mine else (other, self.plan.people.applicant)
            yield Para(text=f"From: {sender}\nTo: {to}\nSent: {day(dated, 'long')}\nSubject: {self.item.things[0]}")
            for _ in range(self.rng.randint(2, 3)):
                yield self.paragraph()
            yield self._signature() if mine else Para(text=other)
            yield Gap()

    def _letter(self) -> Iterator[Block]:
        yield Para(text=f"{self.plan.people.site}\n{day(self.item.dated, 'long')}")
        yield Para(text="Dear colleagues,")
        for _ in range(self.item.size + 2):
            yield self.paragraph()
        yield Para(text="Yours sincerely,")
        yield self._signature()

    def _minutes(self) -> Iterator[Block]:
        others = ", ".join(self.rng.sample(data("people")["colleagues"], 3))
        yield Para(text=f"Held on {day(self.item.dated, 'long')}\nPresent: {self.plan.people.applicant}, {others}")
        for number in range(1, self.item.size + 3):
            mark = self.part("minute", str(number))
            yield Head(text=f"{number}. {self.heading()}", level=3, mark=mark)
            for _ in range(self.rng.randint(1, 2)):
                yield self.paragraph()

    def heading(self) -> str:
        """Words for a heading."""
        return str(self.rng.choice(self.words["sentences"]["headings"]))

    def _sections(self) -> Iterator[Block]:
        kind, tables, figures = self.item.kind, 0, 0
        yield Para(text=f"Author: {self.plan.people.applicant}      Date: {day(self.item.dated, 'long')}")
        if self.item.simulated:
            yield Para(text="Made-up case, written as an exercise.", italic=True)
        headings = self.rng.sample(
            self.words["sentences"]["headings"], min(len(self.words["sentences"]["headings"]), self.item.size)
        )
        for number, heading in enumerate(headings, 1):
            mark = self.part("section", str(number))
            yield Head(text=f"{number} {heading}" if self.item.size % 2 else f"{number}. {heading}", level=3, mark=mark)
            yield from self._body(str(number))
            if kind in _TABLES and number == min(2, len(headings)):
                tables += 1
                yield from self._table(tables)
            if kind in _SKETCHES and number == len(headings):
                figures += 1
                sketch = _SKETCHES[kind]
                mark = self.part("figure", str(figures))
                yield Sketch(kind=sketch, caption=f"Figure {figures}: {_CAPTIONS[sketch]}", mark=mark)

    def _body(self, number: str) -> Iterator[Block]:
        if self.item.kind == "rules" and self.rng.random() < 0.5:
            for below in (1, 2):
                yield Head(
                    text=f"{number}.{below} {self.heading()}", level=4, mark=self.part("section", f"{number}.{below}")
                )
                yield self.paragraph()
            return
        for _ in range(self.rng.randint(1, 2) if self.plan.habits.form == "scan" else self.rng.randint(2, 4)):
            yield self.paragraph()
        if self.rng.random() < 0.2:
            yield Points(lines=[self.sentence() for _ in range(3)], numbered=self.item.kind == "rules")

    def _table(self, number: int) -> Iterator[Block]:
        rows = self.words["tables"][self.item.kind]
        title = f"Table {number}: {_TABLE_TITLES[self.item.kind]}"
        yield Para(text=title, bold=True, mark=self.part("table", str(number)))
        cells = [[Cell(text=text, bold=at == 0, shade=at == 0) for text in row] for at, row in enumerate(rows)]
        yield Grid(
            rows=cells, widths=[1.0 + 0.12 * max(len(row[at]) for row in rows) for at in range(len(rows[0]))], size=-1
        )


def slides_of(paper: Paper) -> list[list[Block]]:
    """A slide show: one sheet for each slide."""
    made: list[list[Block]] = []
    for number in range(1, paper.item.size + 3):
        mark = paper.part("slide", str(number))
        lines = [paper.sentence() for _ in range(paper.rng.randint(2, 4))]
        made.append([Head(text=f"{number}. {paper.heading()}", level=2, mark=mark), Gap(), Points(lines=lines)])
    return made


def divider_of(plan: Plan, item: Item) -> list[Block]:
    """What stands on the sheet before an item."""
    rng = chance("divider", plan.habits.seed)
    style = rng.choice(("title", "codes", "codes", "dated"))
    made: list[Block] = [Head(text=item.label if item.label != item.number else f"{item.number}.", level=1)]
    made.append(Para(text=item.title, size=4))
    if style == "codes":
        made.append(Para(text="Offered for " + ", ".join(item.codes)))
    if style == "dated":
        made.append(Para(text=day(item.dated, "long")))
    return made


def own_title(plan: Plan, item: Item) -> str:
    """What the paper calls itself: often not what the list of evidence calls it."""
    habits = plan.habits
    elsewhere = habits.divided or (habits.contents != "absent" and habits.segments in {"stamps", "files", "folders"})
    if not elsewhere or chance("own title", habits.seed, item.id).random() < 0.6:
        return item.title
    thing = item.things[0].removeprefix("the ")
    return f"{kind_word(item.kind).capitalize()}: {thing}"


def heading_of(plan: Plan, item: Item) -> list[Block]:
    """The head of an item's own paper, with its label where this applicant marks items by headings."""
    habits = plan.habits
    lead = chance("lead", habits.seed).choice((": ", " \u2013 ", " - ", ". "))
    own = Head(
        text=own_title(plan, item),
        level=2,
        outline=f"{item.label}{lead}{item.title}" if habits.segments == "bookmarks" else "",
    )
    if habits.segments in {"headings", "sub_items"}:
        return [Head(text=f"{item.label}{lead}{item.title}", level=1)]
    return [own]


def sheets_of(plan: Plan, item: Item, numbers: str) -> tuple[list[Sheets], list[Part]]:
    """The pages of an item and its parts; ``numbers`` says how they are numbered."""
    paper = Paper(plan, item)
    rng = chance("feet", plan.habits.seed)
    foot = {
        "own": rng.choice(("Page {p} of {n}", "{p}", "Page {p}", "{p} / {n}")),
        "extracts": rng.choice(("Page {p}", "{p}", "- {p} -")),
        "running": rng.choice(("{p}", "Page {p}", "Page {p} of {n}", "Portfolio page {p}")),
        "none": "",
    }[numbers]
    first = item.first if numbers in {"own", "extracts", "none"} else None
    stamp = _stamp(plan, item)
    how: dict[str, Any] = {"foot": foot, "first": first, "top": stamp}
    made = []
    if item.divider:
        foot_of_divider = foot if numbers == "running" else ""
        made.append(Sheets(blocks=divider_of(plan, item), mark=f"item/{item.id}", centred=True, foot=foot_of_divider))
    mark = f"body/{item.id}"
    head = heading_of(plan, item)
    if item.kind == "slides":
        slides = slides_of(paper)
        slides[0] = [*head, *slides[0]]
        for at, blocks in enumerate(slides):
            shift = {"first": first + at, "foot": "{p}" if foot else ""} if first is not None else {}
            made.append(Sheets(blocks=blocks, mark="" if at else mark, wide=True, **{**how, **shift}))
    else:
        columns = 2 if item.kind == "reflection" and item.size % 2 == 0 and plan.habits.form != "scan" else 1
        made.append(Sheets(blocks=[*head, *paper.blocks()], mark=mark, columns=columns, **how))
    return made, paper.parts


def _stamp(plan: Plan, item: Item) -> str:
    """What is stamped at the top of each page."""
    if plan.habits.segments != "stamps":
        return ""
    label = item.label if item.label != item.number else f"Item {item.number}"
    return chance("stamp", plan.habits.seed).choice((label, f"{plan.people.applicant}   {label}", f"[{label}]"))
