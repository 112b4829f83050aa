"""What stands before the evidence: cover, list, table, the referee's statement, and a certificate of the exam."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from ..apart.model import Drawn, People  # noqa: TID252 - the set is imported by two names
from ..apart.pictures import scrawl  # noqa: TID252 - as above
from ..apart.sheet import BLACK, LIBRARY, Sheet  # noqa: TID252 - as above
from .chance import chance
from .dates import written

UNITS: Final = {
    "1.1": "Local MR safety governance mechanism",
    "1.2": "MR safety framework requirements",
    "2.1": "Local rules and procedures",
    "2.2": "Audit of local rules and SOPs",
    "3": "Sequence modifications",
    "4.1": "Implants with an MR Conditional label",
    "4.2": "MR Unlabelled devices or conditions not met",
    "4.3": "Non-medical implants and adornments",
    "5.1": "Training needs and material",
    "5.2": "Adverse incident investigations",
    "6.1": "Specification or selection",
    "6.2": "Design, siting, installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular safety checks",
    "8.1": "Safety events, reflection",
    "8.2": "Specialist groups and bodies",
}
EXAMS: Final = ("none", "abmrs_mrse", "course", "abmrs_mrse", "abmrs_mrmd", "none", "abmrs_mrso")
SIGNATURES: Final = ("typed", "picture", "none", "digital", "picture")
PROVIDERS: Final = ("Larkfield Imaging Courses", "Magnetwise Academy", "Tesla House Training Ltd")
NAMES: Final = {
    "abmrs_mrse": ("MR Safety Expert", "MRSE"),
    "abmrs_mrso": ("MR Safety Officer", "MRSO"),
    "abmrs_mrmd": ("MR Medical Director", "MRMD"),
}


def exam_of(seed: int) -> str:
    """Which certificate of an exam is in the portfolio."""
    return EXAMS[seed % len(EXAMS)]


def signature_of(seed: int) -> str:
    """How the referee signed."""
    return SIGNATURES[seed // 3 % len(SIGNATURES)]


def own_referee(seed: int) -> bool:
    """Whether the applicant vouches for themselves."""
    return seed % 10 == 6


class Front:
    """The first pages of a portfolio."""

    def __init__(self, seed: int, people: People, drawn: Sequence[Drawn]) -> None:
        """Begin; the items are known with their pages."""
        self.rng = chance("front", seed)
        self.seed, self.people, self.drawn = seed, people, drawn
        self.sheet = Sheet(self.rng.choice(("sans", "serif")), 10, left=60)

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
        sheet.y = self.rng.choice((130, 200, 280))
        title = ("MRSE portfolio", "Portfolio for the MRSE Certificate of Competence", "MR Safety Expert: my evidence")
        sheet.para(self.rng.choice(title), weight=1, size=20, gap=16)
        sheet.para(slots["app"], size=14)
        sheet.para(f"MR physics, {slots['hosp']}", size=11)
        sheet.para(f"Submitted {self._day(0)}", size=11)

    def _day(self, before: int) -> str:
        return written(date.fromisoformat(self.people.submitted) - timedelta(days=before), "long")

    def _listing(self, begins: Sequence[int], *, paged: bool) -> None:
        self.sheet.para("Contents list", weight=1, size=14, gap=8)
        rows = [("Evidence", "What it is", "Sub-category", "Page" if paged else "Pages")]
        for one, begin in zip(self.drawn, begins, strict=True):
            rows.append((f"Evidence {one.number}", one.work.title, ", ".join(one.work.codes), str(begin)))
        self.sheet.table(rows, (3, 9, 3, 1.7))

    def _table(self) -> None:
        self.sheet.para("Experience Cross Reference Table", weight=1, size=14, gap=8)
        rows = [("Sub-category", "Evidence", "Notes")]
        for code, unit in UNITS.items():
            rows += [(f"{code} {unit}", *cells) for cells in self._claims(code) or [("None", "")]]
        self.sheet.table(rows, (6, 4, 3), shade=(0.93, 0.93, 0.9))

    def _claims(self, code: str) -> list[tuple[str, str]]:
        found = []
        for one in self.drawn:
            if code in one.work.codes:
                pages = ", ".join(map(str, hinted(one, code)))
                where = f", page {pages}" if one.work.hint else ""
                found.append((f"Evidence {one.number}{where}", "Simulated" if one.work.noted else ""))
        return found

    def _statement(self) -> None:
        sheet, people = self.sheet, self.people
        own = own_referee(self.seed)
        name = people.applicant if own else people.referee
        sheet.need(220)
        sheet.para("Authentication", weight=1, size=12)
        sheet.para(
            "As referee I confirm that the contents truly reflect the extent and nature of the applicant's work."
        )
        sheet.para(f"Referee: {name}")
        sheet.para(f"Position: {'MR Safety Expert' if own else people.referee_role}")
        kind, when = signature_of(self.seed), self._day(self.rng.randint(2, 14))
        if kind == "none":
            sheet.para("Signature: ........................................")
            sheet.para("Date: ....................")
            return
        if kind == "typed":
            sheet.para(f"Signature: {name}")
        elif kind == "digital":
            sheet.para(f"Signature: Digitally signed by {name}\nDate: {when} 16:20:41 +01'00'")
        else:
            sheet.para("Signature:", gap=4)
            rect = LIBRARY.Rect(sheet.left + 66, sheet.y - 22, sheet.left + 196, sheet.y + 14)
            sheet.after.append(partial(_inked, rect=rect, stream=scrawl(self.rng)))
            sheet.y += 18
        sheet.para(f"Date: {when}")

    def _exam(self) -> None:
        sheet, app, kind = self.sheet, self.people.applicant, exam_of(self.seed)
        sheet.box(50, 60, 545, 600, line=BLACK)
        sheet.y = 150
        when = self._day(self.rng.randint(180, 1600))
        if kind == "course":
            lines = [self.rng.choice(PROVIDERS), "Certificate of completion", app, "MRSO and MRSE preparation course"]
            lines.append(f"Passed with 79 per cent, {when}")
        else:
            name, short = NAMES[kind]
            lines = [
                "American Board of Magnetic Resonance Safety",
                "certifies that",
                app,
                f"passed the {short} examination",
            ]
            lines += [
                f"{name} ({short})",
                f"Certificate {short}U-{self.rng.randint(1100, 6900)}, {when}, for ten years",
            ]
        for line in lines:
            sheet.para(line, size=14, indent=20, gap=20)


def _inked(page: Any, *, rect: Any, stream: bytes) -> None:
    page.insert_image(rect, stream=stream)


def hinted(one: Drawn, code: str) -> list[int]:
    """The pages of the item that the table names: those of the passage."""
    return sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
