# ruff: noqa: RUF001 - applicants write dashes
"""Cover, statement, list, table and authentication: what they say, and how the pen draws them."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.people import HOSPITALS  # noqa: TID252 - as above
from ..more_references.topics import (  # noqa: TID252 - as above
    CODE_WORDS,
    CODES,
    COLUMN_HEADINGS,
    LIST_HEADINGS,
    TABLE_HEADINGS,
)
from ..places.front import CONFIRM, COVER_TITLES, STATED, STATEMENTS, STORY, Front  # noqa: TID252 - as above
from ..places.pen import Look, Pen  # noqa: TID252 - as above
from .model import Item, Marks, Ref, Row
from .notes import KINDS
from .packing import ANEW
from .plan import Folio

TITLES: Final = dict(zip(CODES, CODE_WORDS, strict=True))
Number = Callable[[Item, int, int], int]
CV: Final = (
    "{y}-  Clinical scientist, magnetic resonance\n{x}-{y}  Trainee clinical scientist\n{w}  MSc Medical Physics",
    "{y} to now: MR safety lead radiographer\n{x} to {y}: senior radiographer, cross-sectional imaging\n{w}: BSc",
)
ANEW_SAID: Final = (
    "Evidence is numbered anew in each folder; a row means its own folder unless another is named.",
    "Each folder has its own numbering. The references in a row are to the folder of that row.",
)
SHEETS: Final = {"cover": "Covering letter.pdf", "list": "Contents list.pdf", "table": "Cross reference table.pdf"}


class Words:
    """What stands in the cells of table and list, the same words each time it is asked."""

    def __init__(self, folio: Folio, number: Number) -> None:
        """``number`` is what a page of an item's text is called."""
        self.folio, self.number = folio, number
        rng = chance("packs, words", folio.seed)
        self.between = rng.choice(("\n", "\n", "; ", ";\n"))
        if folio.design.cell == "line" or any(ref.label.find(", ") >= 0 for row in folio.rows for ref in row.refs):
            self.between = "\n"
        self.title, self.column = rng.choice(TABLE_HEADINGS), rng.choice(COLUMN_HEADINGS)
        self.listed, self.apart = rng.choice(LIST_HEADINGS), rng.random() < 0.4
        self.repeated, self.part = rng.random() < 0.3, rng.choice(("Part of it", "Section", "Where in it", "Location"))
        self.story = rng.choice(STORY).format(y=rng.randint(2008, 2017), n=rng.randint(3, 9))
        self.stated = rng.random() < 0.5
        self.anew = rng.choice(ANEW_SAID)
        year = rng.randint(2012, 2018)
        self.cv = rng.choice(CV).format(y=year, x=year - 4, w=year - 5)

    def hint(self, ref: Ref) -> str:
        """The place in words."""
        hint = ref.hint
        if not hint.pages:
            return hint.form
        first, last = (self.number(ref.items[0], page, hint.at) for page in (hint.pages[0], hint.pages[-1]))
        return hint.form.format(p=first, q=last)

    def ref(self, ref: Ref) -> str:
        """One reference in words."""
        cell, hint = self.folio.design.cell, self.hint(ref)
        label = f"{ref.label}, “{ref.items[0].title}”" if cell == "titled" and ref.items[0].title else ref.label
        if not hint:
            return label + ref.said
        form = {"paren": "{l}{s} ({h})", "line": "{l}{s}\n{h}", "dash": "{l}{s} – {h}"}.get(cell, "{l}, {h}{s}")
        if cell == "before" and not hint.startswith(("see", "head", "under", "main", "on ", "its ", "‘", "“", "the ")):
            form = "{l}, {h}{s}" if hint.endswith(("only", ")")) else "{h} of {l}{s}"
        if "(" in hint or (form == "{l}, {h}{s}" and len(ref.said.strip()) == 1):
            form = "{l}{s}, {h}"
        return form.format(l=label, h=hint, s=ref.said)

    def grid(self) -> tuple[list[list[str]], list[int]]:
        """The table with its head, and the shares of its columns."""
        design = self.folio.design
        column = design.cell == "column"
        remarks, kind = design.note == "remarks", KINDS.get(design.note)
        extra = [
            (column, self.part, 26),
            (design.shows, "What it shows", 34),
            (bool(kind), kind[0] if kind else "", 16),
            (remarks, "Remarks", 22),
        ]
        used = [(head, share) for on, head, share in extra if on]
        name = ["No.", "Sub-category"] if self.apart else ["Sub-category"]
        grid = [[*name, self.column, *(head for head, _ in used)]]
        for row in self.folio.rows:
            grid += self._split(row, column, [on for on, _, _ in extra]) if used and row.refs else [
                [*self._name(row), self._cell(row), *("" for _ in used)]
            ]  # fmt: skip
        return grid, [*((8, 28) if self.apart else (34,)), 34 if used else 56, *(share for _, share in used)]

    def _name(self, row: Row) -> list[str]:
        name = [row.code, TITLES[row.code]] if self.apart else [f"{row.code} {TITLES[row.code]}"]
        return [*name[:-1], name[-1] + row.behind]

    def _cell(self, row: Row) -> str:
        return self.between.join(self.ref(ref) for ref in row.refs) if row.refs else row.text

    def _split(self, row: Row, column: bool, on: Sequence[bool]) -> list[list[str]]:
        """A row for each reference; the sub-category in the first of them, or in all."""
        made = []
        for at, ref in enumerate(row.refs):
            name = self._name(row) if at == 0 or self.repeated else ["" for _ in self._name(row)]
            said = ref.label + ref.said if column else self.ref(ref)
            values = (self.hint(ref), ref.shows, ref.kind, ref.remark)
            made.append([*name, said, *(value for value, here in zip(values, on, strict=True) if here)])
        return made

    def above(self) -> list[str]:
        """Sentences over the table."""
        design, folio = self.folio.design, self.folio
        said = [self.anew] if design.pack in ANEW and (design.lost == "across" or self.stated) else []
        paged = any(ref.hint.pages for row in folio.rows for ref in row.refs)
        many_in_a_file = design.pack in {"volumes", "volumes to", "bundles"}
        if paged and (design.counting != "item" or design.lost == "past the end" or many_in_a_file or self.stated):
            said.append(STATED[design.counting])
        return [*said, *filter(None, folio.above.split("\n"))]

    def entries(self) -> list[tuple[str, str, str]]:
        """Label, title and claimed sub-categories of what the list names."""
        return [
            (item.label, item.title + item.late, ", ".join(claims_of(self.folio, item)))
            for item in self.folio.items
            if item.listed
        ]

    def folders(self) -> dict[str, list[tuple[str, str]]]:
        """What the list names, by folder."""
        found: dict[str, list[tuple[str, str]]] = {}
        for item in (one for one in self.folio.items if one.listed):
            found.setdefault(item.files[0].split("/")[0], []).append((item.label, item.title))
        return found


def claims_of(folio: Folio, item: Item) -> list[str]:
    """The sub-categories whose rows cite the item."""
    return [row.code for row in folio.rows if any(item in ref.items for ref in row.refs)]


def drawn(document: Any, folio: Folio, words: Words) -> Marks:
    """The front, into the document."""
    rng, people = chance("packs, front", folio.seed), folio.people
    face = rng.choice(("sans", "sans", "serif"))
    pen = Pen(document, Look(face=face, size=rng.choice((9.5, 10, 10.5))))
    pen.y = rng.choice((110.0, 210.0))
    align = rng.choice(("left", "centre"))
    pen.para(rng.choice(COVER_TITLES), face="bold", size=20, align=align, gap=30)
    pen.para(people.cover, size=13, align=align, gap=12)
    pen.para(rng.choice(HOSPITALS), align=align, gap=20)
    if people.submitted:
        pen.para(people.submitted, align=align)
    pen.new_page()
    pen.para(rng.choice(("Introduction", "Statement of the applicant", "About my work")), face="bold", size=14)
    pen.para(words.story)
    if folio.design.stray and folio.design.carrier == "pdf":
        pen.new_page()
        pen.para("Curriculum vitae", face="bold", size=15, gap=10)
        pen.para(words.cv)
    listing = _listing(pen, folio, words, rng.choice(("ruled", "rules", "shaded")))
    table = _table(pen, folio, words)
    _vouched(pen, folio)
    pen.close()
    return Marks(table=table, listing=listing, end=pen.number)


def _listing(pen: Pen, folio: Folio, words: Words, form: str) -> tuple[int, ...]:
    design = folio.design
    if design.listing == "none":
        return ()
    pen.new_page()
    first = pen.number
    pen.para(words.listed, face="bold", size=15, gap=10)
    claims = "claims" in design.listing
    if design.pack in ANEW:
        for folder, entries in words.folders().items():
            pen.need(60)
            pen.para(f"Folder {folder}", face="bold", gap=3)
            for label, title in entries:
                pen.para(title, indent=80, hang=label, gap=3)
    elif "table" in design.listing:
        rows = [["No.", "Title", "Sub-categories"], *words.entries()]
        pen.table([row[: 2 + claims] for row in rows], (16, 56, 22)[: 2 + claims], form=form)
    else:
        for label, title, codes in words.entries():
            pen.para(f"{title} ({codes})" if claims and codes else title, indent=92, hang=label)
    return tuple(range(first, pen.number + 1))


def _table(pen: Pen, folio: Folio, words: Words) -> tuple[int, ...]:
    pen.new_page()
    first = pen.number
    pen.para(words.title, face="bold", size=15, gap=8)
    for sentence in words.above():
        pen.para(sentence, size=9.5)
    grid, shares = words.grid()
    pen.table(grid, shares, form=folio.design.table, repeat=folio.seed % 3 > 0)
    last = pen.number
    for sentence in filter(None, folio.below.split("\n")):
        pen.para(sentence, size=9.5, gap=3)
    return tuple(range(first, last + 1))


def _vouched(pen: Pen, folio: Folio) -> None:
    people, rng = folio.people, chance("packs, vouched", folio.seed)
    if people.form == "absent":
        return
    pen.need(200)
    pen.y += 14
    pen.para(rng.choice(STATEMENTS), face="bold", size=13)
    pen.para(CONFIRM)
    date = people.vouched if people.signed else "_" * 16
    pairs = (("Name of referee", people.referee), ("Position", people.role), ("Signature", ""), ("Date", date))
    place = (0.0, 0.0)
    if people.form == "table":
        top = pen.y
        pen.table(list(pairs), (30, 60), bold=0)
        place = (pen.frame[0] + 170, top + (pen.y - 10 - top) * 0.66)
    else:
        for name, said in pairs:
            pen.para(f"{name}: {said or ' ' + '_' * 24}", gap=10)
            place = (pen.frame[0] + 70, pen.y - 12) if name == "Signature" else place
    if people.signed:
        Inked(pen).ink(*place)


class Inked(Front):
    """The hand that signs."""

    def __init__(self, pen: Pen) -> None:
        """With this pen."""
        self.pen = pen

    def ink(self, x: float, y: float) -> None:
        """A signature here."""
        self._ink(x, y)
