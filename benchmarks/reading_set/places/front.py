"""Cover, list, table or what stands in its place, and authentication."""

from collections.abc import Callable
from typing import Any, Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.people import HOSPITALS  # noqa: TID252 - as above
from ..more_references.topics import CODE_WORDS, CODES, COLUMN_HEADINGS, LIST_HEADINGS, TABLE_HEADINGS  # noqa: TID252
from .model import Item, Marks, Portfolio, Ref, Row
from .pen import HEIGHT, Look, Pen
from .wordings import JOINS

TITLES: Final = dict(zip(CODES, CODE_WORDS, strict=True))
STATED: Final = {
    "item": "Pages are counted within each item, its first page being page 1.",
    "item_after_divider": "Pages are counted within each item; the divider sheet does not count.",
    "portfolio": "Page numbers run through the whole PDF, the cover being page 1.",
    "printed": "Page numbers are those printed at the foot of the evidence pages.",
}
CONFIRM: Final = (
    "I confirm that the contents of this portfolio truly reflect the extent and nature of the applicant's own work."
)
STORY: Final = (
    (
        "I am a clinical scientist and have worked in magnetic resonance since {y}. I look after {n} scanners at three "
        "hospitals and advise a further two under a service agreement. The documents in this portfolio were written by "
        "me unless it says otherwise on them, and names of patients have been taken out."
    ),
    (
        "My work in MR safety began in {y} with the commissioning of a 3 T scanner. Since then I am the named expert "
        "for {n} sites. I have chosen pieces that show my own part and have left out what was done by colleagues."
    ),
    (
        "This portfolio holds work of the last five years. It covers {n} scanners. Until {y} I worked in ultrasound, "
        "which is not shown here. Where a document is long I have sent the pages that matter."
    ),
)
Number = Callable[[Item, int], int]


COVER_TITLES: Final = (
    "IPEM MR Safety Expert portfolio",
    "MRSE Certificate of Competence\nPortfolio of evidence",
    "Portfolio for the MRSE certificate",
)
NOTE: Final = (
    "The Experience Cross Reference Table was not ready when I sent this. I will send it when my referee is back, and "
    "ask you to read the items in their order until then."
)
STATEMENTS: Final = ("Authentication", "Authentication by referee", "Referee's statement")
LEADING: Final = ("see", "mainly", "under", "as ", "in ", "from", "my")


class Front:
    """Draws the front of one portfolio and remembers on which pages things stand."""

    def __init__(self, document: Any, folio: Portfolio, number: Number, page_of: Callable[[Item], int]) -> None:
        """``number`` writes a page of an item; ``page_of`` is an item's first page in the whole file."""
        look = Look(face=folio.design.face if folio.design.face != "typewriter" else "sans")
        self.folio, self.number, self.page_of = folio, number, page_of
        self.rng = chance("places, front", folio.seed)
        self.pen = Pen(document, look)
        join = self.rng.choice(JOINS)
        self.join = join if folio.design.naming not in {"titled", "title only"} else "{l}, {h}"

    def draw(self) -> Marks:
        """All of it."""
        design = self.folio.design
        self._cover()
        listing = self._listing() if design.listing != "none" else ()
        table = self._table() if design.table != "none" else ()
        if design.table == "none":
            self._instead()
        self._authentication()
        self.pen.close()
        return Marks(table=table, listing=listing, end=self.pen.number)

    def _cover(self) -> None:
        pen, people, rng = self.pen, self.folio.people, self.rng
        pen.y = rng.choice((120.0, 220.0))
        align = rng.choice(("left", "centre"))
        pen.para(rng.choice(COVER_TITLES), face="bold", size=20, align=align, gap=30)
        pen.para(people.cover, size=13, align=align, gap=12)
        pen.para(rng.choice(HOSPITALS), align=align, gap=20)
        if people.submitted:
            pen.para(people.submitted, align=align)
        pen.new_page()
        pen.para(rng.choice(("Introduction", "About me", "Statement of the applicant")), face="bold", size=14)
        pen.para(rng.choice(STORY).format(y=rng.randint(2008, 2017), n=rng.randint(3, 9)))

    def _listing(self) -> tuple[int, ...]:
        pen, folio = self.pen, self.folio
        pen.new_page()
        first = pen.number
        pen.para(self.rng.choice(LIST_HEADINGS), face="bold", size=15, gap=10)
        claims = "claims" in folio.design.listing
        if "table" in folio.design.listing:
            head = ["No.", "Title", *(["Sub-categories"] if claims else [])]
            rows = [head, *([item.label, item.title, *([", ".join(folio.claims[item.id])] if claims else [])]
                            for item in folio.items)]  # fmt: skip
            pen.table(rows, (16, 56, 22)[: len(head)], form=self.rng.choice(("ruled", "rules", "shaded")))
        else:
            for item in folio.items:
                tail = f" ({', '.join(folio.claims[item.id])})" if claims else ""
                page = f", page {self.page_of(item)}" if folio.design.counting == "portfolio" else ""
                pen.para(f"{item.title}{tail}{page}", indent=90, hang=item.label)
        return tuple(range(first, pen.number + 1))

    # The table

    def cell(self, row: Row) -> str:
        """The words of a row's cell."""
        between = chance("places, between", self.folio.seed).choice(("\n", "\n", "; ", ";\n"))
        return between.join(self.ref(ref) for ref in row.refs) if row.refs else row.text

    def ref(self, ref: Ref) -> str:
        """One reference in words."""
        if not (hint := self.hint(ref)):
            return ref.label
        join = self.join
        if "(" in join and "(" in hint:
            join = "{l}, {h}"
        if join.startswith("{h}") and (hint.startswith(LEADING) or len(hint) > 40):
            join = "{l}, {h}"
        if join == "{l} {h}" and hint[0].isdigit():
            join = "{l}, {h}"
        return join.format(l=ref.label, h=hint)

    def hint(self, ref: Ref) -> str:
        """The place in words."""
        hint = ref.hint
        if not hint.pages:
            return hint.form
        return hint.form.format(p=self.number(ref.item, hint.pages[0]), q=self.number(ref.item, hint.pages[-1]))

    def _table(self) -> tuple[int, ...]:
        pen, design = self.pen, self.folio.design
        pen.new_page()
        first = pen.number
        pen.para(self.rng.choice(TABLE_HEADINGS), face="bold", size=15, gap=8)
        paged = any(ref.hint.pages for row in self.folio.rows for ref in row.refs)
        if paged and (design.counting != "item" or self.rng.random() < 0.5):
            pen.para(STATED[design.counting], size=9.5)
        column = self.rng.choice(COLUMN_HEADINGS)
        rows = self.folio.rows
        if design.table == "typed":
            self._typed()
        elif design.table == "blocks":
            self._blocks(column)
        elif design.table == "parts":
            pen.table([["Sub-category", column, "Part of it"], *self._parted()], (34, 30, 34), repeat=True)
        elif design.table == "three":
            head = ["No.", "Sub-category", column]
            pen.table([head, *([row.code, TITLES[row.code], self.cell(row)] for row in rows)], (7, 32, 58), repeat=True)
        else:
            form = {"rules": "rules", "bare": "bare", "shaded": "shaded"}.get(design.table, "ruled")
            made = [[f"{row.code} {TITLES[row.code]}", self.cell(row)] for row in rows]
            pen.table([["Sub-category", column], *made], (36, 60), form=form, repeat=form == "ruled")
        return tuple(range(first, pen.number + 1))

    def _parted(self) -> list[list[str]]:
        """A row for each reference; the sub-category stands in its first."""
        made = []
        for row in self.folio.rows:
            name = f"{row.code} {TITLES[row.code]}"
            if not row.refs:
                made.append([name, row.text, ""])
            for at, ref in enumerate(row.refs):
                made.append([name if at == 0 else "", ref.label, self.hint(ref)])
        return made

    def _typed(self) -> None:
        for row in self.folio.rows:
            self.pen.need(60)
            self.pen.para(f"{row.code} {TITLES[row.code]}", face="bold", gap=2)
            self.pen.para(self.cell(row) or "Not claimed", indent=36)

    def _blocks(self, column: str) -> None:
        for category in "12345678":
            mine = [row for row in self.folio.rows if row.code[0] == category]
            self.pen.need(110)
            self.pen.para(f"Category {category}", face="bold", size=11, gap=4)
            made = [[f"{row.code} {TITLES[row.code]}", self.cell(row)] for row in mine]
            self.pen.table([["Sub-category", column], *made], (36, 60))

    # In its stead

    def _instead(self) -> None:
        pen, folio = self.pen, self.folio
        if folio.design.mapping == "none":
            return
        pen.new_page()
        if folio.design.mapping == "note":
            pen.para("A note to the assessors", face="bold", size=13)
            pen.para(NOTE)
            return
        pen.para(self.rng.choice(("How my evidence meets the categories", "Mapping of evidence")), face="bold", size=13)
        for category in "12345678":
            said = []
            for row in (one for one in folio.rows if one.code[0] == category and one.refs):
                names = " and ".join(ref.label for ref in row.refs)
                said.append(f"{TITLES[row.code].lower()} ({row.code}) is shown by {names}")
            if said:
                words = ", while ".join(said)
                pen.para(
                    f"In category {category}, {words}. {self.rng.choice(('I wrote all of it.', 'Others helped.'))}"
                )

    def _authentication(self) -> None:
        pen, people = self.pen, self.folio.people
        if people.form == "absent":
            return
        pen.need(190)
        pen.y += 14
        pen.para(
            self.rng.choice(STATEMENTS),
            face="bold",
            size=13,
        )
        pen.para(CONFIRM)
        date = people.vouched if people.signed else "_" * 16
        pairs = (("Name of referee", people.referee), ("Position", people.role), ("Signature", ""), ("Date", date))
        if people.form == "table":
            top = pen.y
            pen.table(list(pairs), (30, 60), bold=0)
            x, y = pen.frame[0] + 170, top + (pen.y - 10 - top) * 0.66
        else:
            x = y = 0.0
            for name, words in pairs:
                pen.para(f"{name}: {words or ' ' + '_' * 24}", gap=10)
                if name == "Signature":
                    x, y = pen.frame[0] + 70, pen.y - 12
        if people.signed:
            self._ink(x, y)

    def _ink(self, x: float, y: float) -> None:
        points = [(x + 7 * n, y + (9 if n % 2 else -8) * (1 - n / 22)) for n in range(14)]
        assert y < HEIGHT
        shape = self.pen.page.new_shape()
        shape.draw_polyline([(px + 0.0, py) for px, py in points])
        for start, end in zip(points[::3], points[1::3], strict=False):
            shape.draw_curve(start, (start[0] + 12, start[1] - 14), end)
        shape.finish(color=(0, 0, 0.5), width=1.1, closePath=False)
        shape.commit()
