"""The body of an item: what it says about its sub-categories, in the form of one kind of document."""

from collections.abc import Iterator, Sequence
from random import Random

from .model import Block, Item, Mark, People
from .writing import Words, banks

FORMS = {
    "1.1": ("policy", "minutes", "email", "report"),
    "1.2": ("policy", "report"),
    "2.1": ("policy", "review", "email"),
    "2.2": ("audit", "report"),
    "3": ("report", "slides", "email"),
    "4.1": ("email", "report", "note"),
    "4.2": ("email", "risk", "report"),
    "4.3": ("email", "note", "review"),
    "5.1": ("training", "slides", "policy"),
    "5.2": ("incident", "minutes", "email"),
    "6.1": ("minutes", "email", "report"),
    "6.2": ("email", "minutes", "slides"),
    "7.1": ("acceptance", "report"),
    "7.2": ("audit", "report"),
    "8.1": ("slides", "note"),
    "8.2": ("email", "note", "minutes"),
}
MUST = {"4.2": (0, 2, 3, 6, 9)}
HEADINGS = {
    "policy": ("Purpose", "Who this applies to", "What is to be done", "Duties", "Keeping and renewal", "Annex"),
    "report": ("Background", "What was done", "Findings", "Discussion", "Advice", "Further work"),
    "audit": ("Scope", "How it was done", "Findings", "Actions", "Closing remarks"),
    "acceptance": ("Scope of the tests", "Instruments", "Results", "Points left open", "Handover"),
    "incident": ("Summary", "What happened", "Why it happened", "Lessons", "Actions"),
    "training": ("Groups of staff", "Needs", "Content", "How it is kept up", "Records"),
    "risk": ("Task", "Hazards and persons", "Controls", "What remains", "Decision"),
    "note": ("Question", "Considerations", "Answer", "Afterwards"),
    "review": ("Text as received", "Remarks", "Text as it should be", "Answers"),
    "slides": ("Why", "What", "How", "Who", "Then", "Questions"),
}


class Body:
    """Writes the bodies of one portfolio's items."""

    def __init__(self, rng: Random, words: Words, people: People) -> None:
        """For this applicant."""
        self.rng, self.words, self.people = rng, words, people

    def of(self, item: Item, pages: int) -> list[Block]:
        """Paragraphs of about so many pages."""
        paragraphs = list(self._paragraphs(item, 4 + 4 * (pages - 1) + self.rng.randrange(3)))
        if item.form == "email":
            return [Block("para", f"Dear {self.words.pick('first')},"), *paragraphs, self._close(item)]
        if item.form == "minutes":
            return list(self._minutes(item, paragraphs))
        if item.form == "slides":
            return list(self._slides(paragraphs))
        if item.form in {"audit", "acceptance", "risk", "training"}:
            return list(self._sections(item.form, [*paragraphs[:-2], self._table(paragraphs[-2:], item.form)]))
        return list(self._sections(item.form, paragraphs))

    def _paragraphs(self, item: Item, count: int) -> Iterator[Block]:
        """The sub-categories' own sentences come first in each paragraph or last, others around them."""
        own = [pair for code in item.codes for pair in self._own(item, code)]
        self.rng.shuffle(own)
        per = max(1, -(-len(own) // count))
        for start in range(0, count * per, per):
            part = own[start : start + per]
            said = [text for text, _ in part] or [self.words.pick("general")]
            more = self.words.weave(self.rng.choice((1, 1, 2)))
            marks = {mark.data["kind"]: mark for _, mark in part if mark}
            text = " ".join((*said, more) if self.rng.random() < 0.6 else (more, *said))
            yield Block("para", text, marks=tuple(marks.values()))

    def _own(self, item: Item, code: str) -> list[tuple[str, Mark | None]]:
        trap = next((trap for trap in item.traps if of_trap(trap) in {code, code[:1]} and trap in banks()), "")
        if "commentary_only" in item.traps:
            trap = "commentary_only"
        if trap and trap not in {"3_not_independent", "2_whole_document"}:
            mark = Mark("scope", {"kind": "image_quality"}) if trap == "3_no_safety_aim" else None
            many = 1 if trap == "4.2_one_hazard" else min(6, len(banks()[trap]))
            return [(self.words.pick(trap), mark) for _ in range(many)]
        if code == "3":
            return [(text, None) for text in self.change()]
        some = [self.words.pick(code) for _ in range(self.rng.randint(5, 7))]
        if code in MUST:
            lines = banks()[code]
            some[0] = self.words.fill(lines[self.rng.choice(MUST[code])], {})
        if "2_whole_document" in item.traps and code == "2.1":
            some.insert(0, self.words.pick("2_whole_document"))
        return [(text, None) for text in some]

    def change(self) -> list[str]:
        """A change of a protocol as category 3 asks for it."""
        parts = ("3 parameter", "3 parameter", "3 safety", "3 safety", "3 quality", "3 quality", "3", "3")
        return [self.words.pick(part) for part in parts]

    def _sections(self, form: str, paragraphs: Sequence[Block]) -> Iterator[Block]:
        headings = HEADINGS.get(form, HEADINGS["report"])
        step = max(1, len(paragraphs) // len(headings))
        numbered = self.rng.random() < 0.6
        for at, block in enumerate(paragraphs):
            if at % step == 0 and at // step < len(headings):
                number = at // step
                yield Block("heading", f"{number + 1}. {headings[number]}" if numbered else headings[number])
            yield block

    def _minutes(self, item: Item, paragraphs: Sequence[Block]) -> Iterator[Block]:
        slots = self.people.slots()
        roles = [] if item.author == "other" else self.rng.sample(("propose", "initiate", "propose"), 1)
        if item.author != "other":
            item.author = None
        item.roles = list(roles)
        where = self.rng.randrange(len(paragraphs))
        for at, block in enumerate(paragraphs):
            yield Block("heading", f"{at + 1}. {self.rng.choice(('Matters arising', 'Report', 'Item', 'Discussion'))}")
            yield block
            if at == where and roles:
                yield Block("para", self.words.pick(f"role {roles[0]}", **slots))
            elif self.rng.random() < 0.4:
                yield Block("line", f"Action: {self.words.pick('staff')}")

    def _slides(self, paragraphs: Sequence[Block]) -> Iterator[Block]:
        for at, block in enumerate(paragraphs):
            if at and at % 3 == 0:
                yield Block("break")
            yield Block("heading", f"{self.rng.choice(HEADINGS['slides'])} ({at + 1})")
            yield block

    def _table(self, paragraphs: Sequence[Block], form: str) -> Block:
        heads = {"audit": ("Point", "Finding"), "acceptance": ("Test", "Result"), "risk": ("Hazard", "Control")}
        left, right = heads.get(form, ("Group", "Need"))
        rows = [(left, right)]
        rows += [(self.words.pick("object"), sentence.text) for sentence in paragraphs]
        rows += [(self.words.pick("object"), self.words.weave(1)) for _ in range(3)]
        marks = tuple(mark for block in paragraphs for mark in block.marks)
        return Block("rows", rows=tuple(rows), how="head", marks=marks)

    def _close(self, item: Item) -> Block:
        who = self.people.name if item.author == "applicant" else self.words.pick("first")
        post = self.people.post if item.author == "applicant" else self.words.pick("otherpost")
        return Block("para", f"{self.rng.choice(('Kind regards', 'Best wishes', 'Many thanks'))},\n{who}\n{post}")

    def part(self, code: str, sentences: int) -> list[Block]:
        """A page about one sub-category."""
        own = self.change()[:sentences] if code == "3" else [self.words.pick(code) for _ in range(sentences)]
        return [Block("para", f"{' '.join(own[at : at + 2])} {self.words.weave(1)}") for at in range(0, len(own), 2)]


def of_trap(trap: str) -> str:
    """The sub-category or category that a trap belongs to."""
    return trap.split("_", maxsplit=1)[0]
