"""What stands before the evidence: cover, list, table, the referee's statement, and a certificate of the exam."""

from collections.abc import Sequence
from typing import Any, Final

from .chance import chance
from .desk import written
from .model import Drawn, Later, People
from .sheet import BLACK, LIBRARY, Sheet

CODES: Final = [
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
]
UNITS: Final = {
    "1.1": "Specifying a local MR safety governance mechanism",
    "1.2": "Defining MR safety framework requirements",
    "2.1": "Local rules and procedures within the MR unit",
    "2.2": "Auditing local rules and SOPs",
    "3": "Modification of MR sequences for safety",
    "4.1": "Adhering to MR conditions of implanted devices",
    "4.2": "MR Unlabelled devices, conditions not met",
    "4.3": "Non-medical implants and body adornments",
    "5.1": "Training needs and training material",
    "5.2": "Adverse incident investigations",
    "6.1": "Specification or selection of equipment",
    "6.2": "Design, siting and installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "MR safety events and reflection",
    "8.2": "Specialist groups and professional bodies",
}
EXAMS: Final = ("abmrs_mrse", "none", "abmrs_mrso", "abmrs_mrse", "course", "abmrs_mrmd")
SIGNATURES: Final = ("picture", "typed", "digital", "none")


def exam_of(seed: int) -> str:
    """Which certificate of an exam is in the portfolio."""
    return EXAMS[seed % len(EXAMS)]


def signature_of(seed: int) -> str:
    """How the referee signed."""
    return SIGNATURES[seed // 2 % len(SIGNATURES)]


def own_referee(seed: int) -> bool:
    """Whether the applicant vouches for themselves."""
    return seed % 9 == 4


class Front:
    """The first pages of a portfolio."""

    def __init__(self, seed: int, people: People, drawn: Sequence[Drawn]) -> None:
        """Begin; the items are known with their pages."""
        self.rng = chance("front", seed)
        self.seed, self.people, self.drawn = seed, people, drawn
        self.sheet = Sheet(self.rng.choice(("sans", "serif")), 10.5, left=64)
        self.later: list[Later] = []

    def draw(self, begins: Sequence[int], *, paged: bool) -> Any:
        """The document; ``begins`` are the first pages of the items, or not ``paged`` how many they have."""
        self._cover()
        self.sheet.turn()
        self._listing(begins, paged=paged)
        self.sheet.turn()
        self._table()
        self._statement()
        if exam_of(self.seed) != "none":
            self.sheet.turn()
            self._exam()
        self.sheet.flush()
        return self.sheet.document

    def _cover(self) -> None:
        sheet, slots = self.sheet, self.people.slots
        sheet.y = 240
        sheet.para("IPEM MR Safety Expert Certificate of Competence", weight=1, size=18, gap=12)
        sheet.para(self.rng.choice(("Portfolio of evidence", "Experience portfolio", "Application portfolio")), size=15)
        sheet.y += 60
        sheet.para(f"Applicant: {slots['app']}", size=13)
        sheet.para(f"MR Safety Expert, {slots['hosp']}", size=12)
        sheet.para(f"Date of submission: {self._day(0)}", size=12)

    def _day(self, before: int) -> str:
        from datetime import date, timedelta  # noqa: PLC0415 - two lines here alone

        return written(date.fromisoformat(self.people.submitted) - timedelta(days=before), "long")

    def _listing(self, begins: Sequence[int], *, paged: bool) -> None:
        self.sheet.para("Contents list", weight=1, size=15, gap=10)
        rows = [("Evidence", "Title", "Sub-categories", "Page" if paged else "Pages")]
        for one, begin in zip(self.drawn, begins, strict=True):
            rows.append((f"Evidence {one.number}", one.work.title, ", ".join(one.work.codes), str(begin)))
        self.sheet.table(rows, (3, 8, 3, 1.6), shade=(0.9, 0.9, 0.93))

    def _table(self) -> None:
        self.sheet.para("Experience Cross Reference Table", weight=1, size=15, gap=10)
        rows = [("Sub-category", "Evidence")]
        rows += [(f"{code} {UNITS[code]}", "; ".join(self._cells(code))) for code in CODES]
        self.sheet.table(rows, (5, 6), shade=(0.9, 0.9, 0.93))

    def _cells(self, code: str) -> list[str]:
        cells = []
        for one in self.drawn:
            if code in one.work.codes:
                where = ", page " + ", ".join(map(str, hinted(one, code))) if one.work.hint else ""
                cells.append(f"Evidence {one.number}{where}{' (simulated)' if one.work.noted else ''}")
        return cells

    def _statement(self) -> None:
        sheet, people = self.sheet, self.people
        name = people.applicant if own_referee(self.seed) else people.referee
        sheet.need(210)
        sheet.para("Authentication by referee", weight=1, size=13)
        sheet.para("I confirm that the contents truly reflect the extent and nature of the applicant's own work.")
        sheet.para(f"Name: {name}")
        sheet.para(f"Position: {'MR Safety Expert' if own_referee(self.seed) else people.referee_role}")
        kind, when = signature_of(self.seed), self._day(self.rng.randint(3, 12))
        if kind == "typed":
            sheet.para(f"Signature: {name} (typed)")
        elif kind == "digital":
            sheet.para(
                f"Signature: Digitally signed by {name}\nReason: I attest to this document\nDate: {when} 10:14:09 Z"
            )
        elif kind == "none":
            sheet.para("Signature: ______________________")
            sheet.para("Date: ______________")
            return
        else:
            sheet.para("Signature:", gap=4)
            self._scrawl(sheet.left + 70, sheet.y - 6)
        sheet.y += 8
        sheet.para(f"Date: {when}")

    def _scrawl(self, x: float, y: float) -> None:
        from .pictures import scrawl  # noqa: PLC0415 - pictures are loaded where one is drawn

        rect, stream = LIBRARY.Rect(x, y - 18, x + 130, y + 18), scrawl(self.rng)
        self.sheet.after.append(lambda page: page.insert_image(rect, stream=stream))
        self.sheet.y += 18

    def _exam(self) -> None:
        sheet, app, kind = self.sheet, self.people.applicant, exam_of(self.seed)
        sheet.box(40, 40, 555, 802, line=BLACK)
        sheet.y = 170
        if kind == "course":
            provider = self.rng.choice(("Isocentre Learning Ltd", "Boreside Academy", "Northfield Imaging Training"))
            lines = (provider, "Certificate of completion", app, "MR safety course for MRSO and MRSE candidates, 81%")
        else:
            role = {"e": "Expert", "o": "Officer", "d": "Director"}[kind[-1]]
            role = "Medical Director" if kind == "abmrs_mrmd" else f"Safety {role}"
            letters, number = kind[-4:].upper(), self.rng.randint(1200, 6800)
            lines = (
                "American Board of Magnetic Resonance Safety",
                f"Magnetic Resonance {role} ({letters})".strip(),
                app,
                f"has passed the {letters} examination. Certificate {letters}U-{number} ({letters})",
            )
        for line in lines:
            sheet.para(line, size=15, gap=24)
        sheet.para(
            f"Awarded {self._day(self.rng.randint(200, 1500))}. Valid for ten years." if kind != "course" else ""
        )


def hinted(one: Drawn, code: str) -> list[int]:
    """The pages of the item that the table names: those of the passage."""
    return sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
