"""The papers themselves: what each item says, page by page, and the parts of it that can be named."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from .blocks import Block, Bullets, Cell, Drawing, Newpage, Row, Sheets, Space, Table, Title, Words, row
from .chance import chance, day_in, words
from .plan import Item, Plan

_SECTIONS: Final = {
    "policy": ("Purpose", "Scope", "Roles", "What is required", "Reporting", "Training", "Review"),
    "terms": ("Aim", "Members", "Reporting arrangements", "Frequency of meetings", "Review"),
    "sop": ("Scope", "Before the patient arrives", "In the room", "If something goes wrong", "Records", "References"),
    "report": ("Summary", "Background", "Method", "Findings", "Discussion", "Recommendations"),
    "audit": ("Why this audit", "Method", "Findings", "Actions", "Sign-off"),
    "reflection": ("What the day was", "What I learned", "What I have changed", "What is still open"),
    "minutes": (
        "Apologies",
        "Notes of the last meeting",
        "Matters arising",
        "MR safety",
        "Incidents",
        "Any other business",
    ),
}
_HAZARDS: Final = (
    "Projectile",
    "Heating of the lead",
    "Torque",
    "Loss of function",
    "Acoustic noise",
    "Nerve stimulation",
)
_MEASURED: Final = (
    ("TR (ms)", "3200", "4100"),
    ("TE (ms)", "98", "88"),
    ("Flip angle", "160", "120"),
    ("Echo train", "18", "11"),
    ("B1+rms (uT)", "4.1", "1.9"),
    ("SAR (W/kg)", "1.9", "0.8"),
    ("Scan time", "3:10", "4:45"),
)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part that can be named: ``section``, ``table``, ``figure``, ``slide`` or ``row``, and its number."""

    kind: str
    number: str

    @property
    def hint(self) -> str:
        """As the answers say it."""
        return self.number if self.kind == "section" else f"{self.kind} {self.number}"


def mark_of(item: Item, part: Part) -> str:
    """The mark where the part begins."""
    return f"{item.id}|{part.kind}|{part.number}"


class Paper:
    """Writes one item; ``parts`` fills as it is written."""

    def __init__(self, plan: Plan, item: Item) -> None:
        """Begin with nothing written."""
        self.plan, self.item = plan, item
        self.rng: Random = chance("paper", plan.habits.seed, item.id)
        self.parts: list[Part] = []
        self.spare = list(words("wording")["general"])
        self.rng.shuffle(self.spare)

    def sheets(self, lead: tuple[Block, ...]) -> list[Sheets]:
        """The item after its divider; ``lead`` stands on top of its first page."""
        if self.item.kind == "slides":
            return list(self._slides(lead))
        body = tuple(self._body())
        mark = f"body|{self.item.id}"
        return [Sheets(blocks=(*lead, *body), wide=self.item.kind == "plan", mark=mark)]

    def _body(self) -> Iterator[Block]:
        kind = self.item.kind
        if kind == "email":
            yield from self.mail_blocks()
        elif kind == "certificate":
            yield from self._certificate()
        elif kind == "letter":
            yield from self._letter()
        elif kind == "plan":
            yield Title(text=self.item.heading, level=2)
            yield self._figure("plan", "Figure 1: proposed layout with the 0.5 mT line")
            yield Words(text=self.item.line)
        elif kind in {"risk", "protocol", "tender"}:
            yield from self._tabled()
        else:
            yield from self._sectioned()

    def _part(self, kind: str, number: object) -> str:
        part = Part(kind=kind, number=str(number))
        self.parts.append(part)
        return mark_of(self.item, part)

    def _figure(self, kind: str, caption: str) -> Drawing:
        return Drawing(kind=kind, caption=caption, mark=self._part("figure", 1))

    def _filler(self, many: int) -> str:
        """Sentences of which none comes twice within a paragraph, nor soon again."""
        taken, self.spare = self.spare[:many], [*self.spare[many:], *self.spare[:many]]
        return " ".join(taken)

    def _control(self) -> Iterator[Block]:
        item, people = self.item, self.plan.people
        form = people.day_form
        if item.kind in {"policy", "sop", "risk", "terms"} and self.rng.random() < 0.5:
            yield Words(text=f"{people.site}  |  Medical Physics and Imaging", italic=True, bigger=-1.5)
        yield Title(text=item.heading, level=2)
        cells = (
            ("Author", people.applicant),
            ("Approved by", self.rng.choice(words("people")["colleagues"])),
            ("Issued", day_in(item.when, form)),
            ("Version", f"{self.rng.randint(1, 6)}.{self.rng.randint(0, 3)}"),
        )
        if self.rng.random() < 0.6:
            yield Table(
                rows=tuple((Cell(text=one, bold=True), Cell(text=two)) for one, two in cells), widths=(1, 3), heads=0
            )
        else:
            yield Words(
                text=f"{people.applicant}, {people.post}\n{people.site}\n{day_in(item.when, form)}", italic=True
            )

    def _sectioned(self) -> Iterator[Block]:
        """Numbered sections, spread over the pages of the item."""
        item = self.item
        names = _SECTIONS[item.kind]
        yield from self._control()
        each = -(-len(names) // item.leaves)
        for at, name in enumerate(names, 1):
            if at > 1 and (at - 1) % each == 0:
                yield Newpage()
            dot = "." if item.kind == "minutes" else ""
            yield Title(text=f"{at}{dot} {name}", level=3, mark=self._part("section", at))
            yield Words(text=(f"{item.line} " if at in {1, 4} else "") + self._filler(3))
            if item.kind in {"policy", "sop", "minutes"}:
                for sub in (1, 2):
                    yield Words(text=f"{at}.{sub} {self._filler(2)}", mark=self._part("section", f"{at}.{sub}"))
            else:
                yield Words(text=self._filler(3))
            if item.kind in {"report", "audit"} and name == "Findings":
                yield Words(text="Table 1: what was found", bold=True, mark=self._part("table", 1))
                yield self._found_table()

    def _found_table(self) -> Table:
        if self.item.kind == "audit":  # clauses of a guideline, numbered as sub-categories are
            rows: list[Row] = [row("Clause", "Requirement", "Met?", bold=True, shaded=True)]
            clauses = ("2.1", "3.4", "4.2", "4.3", "5.1", "7.2")
            rows += [row(clause, self._filler(1), self.rng.choice(("Yes", "Partly", "No"))) for clause in clauses]
            return Table(rows=tuple(rows), widths=(1, 6, 1.3), smaller=-1)
        rows = [row("Finding", "Risk", "By when", bold=True, shaded=True)]
        rows += [
            row(self._filler(1), self.rng.choice(("Low", "Medium", "High")), f"Week {self.rng.randint(1, 20)}")
            for _ in range(4)
        ]
        return Table(rows=tuple(rows), widths=(6, 1.3, 1.5), smaller=-1)

    def _tabled(self) -> Iterator[Block]:
        """A risk assessment, a protocol card or the scores of a tender: mostly a table."""
        yield from self._control()
        yield Words(text=f"{self.item.line} {self._filler(2)}")
        if self.item.kind == "risk":
            head = row("No.", "Hazard", "What is done about it", "Risk left", bold=True, shaded=True)
            rows = [
                row(str(at), hazard, self._filler(2), str(self.rng.randint(2, 8)))
                for at, hazard in enumerate(_HAZARDS, 1)
            ]
            half = 3 if self.item.leaves > 1 else len(rows)
            self._part("row", 2)
            yield Table(rows=(head, *rows[:half]), widths=(0.8, 2.2, 6, 1.3), smaller=-0.5, mark=self._mark("row", 2))
            if rows[half:]:
                yield Newpage()
                self._part("row", half + 2)
                yield Table(
                    rows=(head, *rows[half:]), widths=(0.8, 2.2, 6, 1.3), smaller=-0.5, mark=self._mark("row", half + 2)
                )
            yield Words(text=self._filler(3))
        elif self.item.kind == "protocol":
            yield Words(text="Table 1: before and after", bold=True, mark=self._part("table", 1))
            head = row("Parameter", "Before", "After", bold=True, shaded=True)
            yield Table(rows=(head, *(row(*each) for each in _MEASURED)), widths=(2, 1, 1))
            if self.item.leaves > 1:
                yield Newpage()
            yield self._figure("console", "Figure 1: screen of the scanner")
            yield Words(text=self._filler(4))
        else:
            yield Words(text="Table 1: answers of the bidders", bold=True, mark=self._part("table", 1))
            head = row("Question", "Bidder A", "Bidder B", "Bidder C", bold=True, shaded=True)
            rows = [
                row(f"Q{at}. {self._filler(1)}", *(str(self.rng.randint(1, 5)) for _ in "ABC")) for at in range(4, 10)
            ]
            yield Table(rows=(head, *rows), widths=(5, 1, 1, 1), smaller=-0.5)
            if self.item.leaves > 1:
                yield Newpage()
                yield Title(text="Remarks on the scores", level=3)
                yield Words(text=self._filler(5))

    def _mark(self, kind: str, number: int) -> str:
        return mark_of(self.item, Part(kind=kind, number=str(number)))

    def mail_lines(self) -> tuple[dict[str, str], list[str]]:
        """Head and paragraphs of an e-mail."""
        people, item = self.plan.people, self.item
        colleague = self.rng.choice(words("people")["colleagues"])
        head = {
            "From": people.applicant,
            "To": colleague,
            "Sent": f"{day_in(item.when, 'weekday')} {self.rng.randint(8, 17):02}:{self.rng.randint(10, 59)}",
            "Subject": item.heading,
        }
        body = [f"Hi {colleague.split()[0]},", f"{item.line} {self._filler(2)}", self._filler(4), self._filler(2)]
        return head, [*body, f"Kind regards,\n{people.applicant}\n{people.post}, {people.site}"]

    def mail_blocks(self) -> Iterator[Block]:
        """An e-mail as it is printed."""
        head, body = self.mail_lines()
        if self.plan.habits.seed % 3 == 1:  # as the post programme prints it, the owner's name on top
            yield Words(text=head["From"], bold=True, bigger=2)
        yield Words(text="\n".join(f"{name}: {said}" for name, said in head.items()))
        yield Space(height=8)
        for said in body:
            yield Words(text=said)
        if self.rng.random() < 0.5:
            yield Words(
                text=f"-----Original Message-----\nFrom: {head['To']}\nTo: {head['From']}\nSubject: {head['Subject']}"
            )
            asked = "Could you look at this before Thursday? The patient is {}.".format("\u2588" * 9)
            yield Words(text=f"{asked} {self._filler(1)}")

    def _certificate(self) -> Iterator[Block]:
        yield Drawing(kind="crest")
        yield Words(text=self.item.heading, bold=True, bigger=8, centred=True)
        yield Words(
            text=f"This is to certify that\n{self.plan.people.applicant}\nattended on {day_in(self.item.when, 'long')}",
            centred=True,
            bigger=2,
        )
        yield Words(text=f"{self.item.line} Six CPD points.", centred=True)

    def _letter(self) -> Iterator[Block]:
        people = self.plan.people
        yield Words(text=f"{people.site}\n{day_in(self.item.when, 'long')}")
        yield Words(text=f"Re: {self.item.heading}", bold=True)
        yield Words(text=f"Dear colleague,\n\n{self.item.line} {self._filler(3)}")
        yield Words(text=self._filler(4))
        yield Words(text=f"Yours sincerely,\n\n{people.applicant}\n{people.post}")

    def _slides(self, lead: tuple[Block, ...]) -> Iterator[Sheets]:
        people = self.plan.people
        for at in range(1, self.item.leaves + 1):
            mark = self._part("slide", at)
            foot = Words(text=f"{people.site}     Slide {at}", italic=True, bigger=-2)
            if at == 1:
                blocks: tuple[Block, ...] = (
                    *lead,
                    Title(text=self.item.heading, mark=mark),
                    Words(text=f"{people.applicant}, {day_in(self.item.when, 'long')}"),
                    Words(text=self.item.line, bigger=5),
                )
            else:
                name = ("Four zones or two areas", "What the field pulls", "Who may hold a key")[at % 3]
                blocks = (Title(text=name, mark=mark), Bullets(lines=tuple(self._filler(1) for _ in range(3))))
            yield Sheets(
                blocks=(*blocks, Space(height=20), foot), wide=True, mark=f"body|{self.item.id}" if at == 1 else ""
            )
