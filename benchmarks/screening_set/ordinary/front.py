"""Cover, contents list, Experience Cross Reference Table, the referee's statement and the certificate of the exam."""

from datetime import date
from random import Random
from typing import Any

from .chance import chance
from .model import Portfolio
from .pen import LEFT, Pen
from .pictures import signature
from .values import FULL

CONFIRM = (
    "I confirm that the contents of this portfolio truly reflect the extent and nature of the applicant's own work."
)
TITLES = {
    "1.1": "Advise on the organisational structure for MR safety",
    "1.2": "Advise on which key documents are required",
    "2.1": "Contribute to MR safety documents",
    "2.2": "Review or audit MR safety documents",
    "3": "Advise on modification of MR sequences for safety",
    "4.1": "Advise on MR Conditional devices",
    "4.2": "Advise on MR Unlabelled devices or unmet conditions",
    "4.3": "Advise on non-medical implants and adornments",
    "5.1": "Training needs and training material",
    "5.2": "Advise on adverse incidents",
    "6.1": "Specification or selection of equipment",
    "6.2": "Design, siting and installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular safety checks of the unit",
    "8.1": "Safety update events and reflection",
    "8.2": "Engagement with groups and bodies",
}
CERTIFICATES = {
    "abmrs_mrse": ("American Board of Magnetic Resonance Safety", "has passed the examination and holds the credential",
                   "Magnetic Resonance Safety Expert - MRSE (MRSC)", "Examination {c}"),
    "abmrs_mrso": ("American Board of Magnetic Resonance Safety", "has passed the examination and holds the credential",
                   "Magnetic Resonance Safety Officer - MRSO (MRSC)", "Examination MRSOU-{n}"),
    "abmrs_mrmd": ("American Board of Magnetic Resonance Safety", "has passed the examination and holds the credential",
                   "Magnetic Resonance Medical Director - MRMD (MRSC)", "Examination MRMDU-{n}"),
    "course": ("Tarnmoor Learning", "has completed the online course and passed its quiz (score 84 per cent)",
               "MR safety expert preparation course", "Certificate {n}"),
}  # fmt: skip


class Front:
    """Draws the front of a portfolio and remembers on which pages things stand."""

    def __init__(self, document: Any, folio: Portfolio) -> None:
        """On new pages of the document."""
        self.folio, self.rng = folio, chance("front", folio.seed)
        self.pen = Pen(document, "sans", 10.5)
        self.places: dict[str, int] = {}

    def draw(self) -> dict[str, int]:
        """All of it; returns the pages of the referee's statement and of the certificate, and how many there are."""
        self._cover()
        self._contents()
        self._table()
        self._referee()
        if self.folio.exam != "none":
            self._certificate()
        self.pen.close()
        return self.places | {"end": self.pen.number}

    def _cover(self) -> None:
        pen, people, rng = self.pen, self.folio.people, self.rng
        pen.y = rng.choice((150.0, 240.0))
        heads = (
            "MR Safety Expert portfolio",
            "IPEM MRSE Certificate of Competence: portfolio",
            "Portfolio of experience, MRSE",
        )
        pen.para(rng.choice(heads), bold=True, size=20, gap=26)
        pen.para(f"Applicant: {people.name}", size=13, gap=6)
        pen.para(f"{people.post}, {people.hospital}", gap=6)
        submitted = rng.choice(FULL)(date.fromisoformat(self.folio.submitted))
        pen.para(f"Date of submission: {submitted}", gap=6)

    def _contents(self) -> None:
        pen, folio = self.pen, self.folio
        pen.new_page()
        pen.para("Contents list", bold=True, size=15, gap=10)
        rows = [("Item", "Title", "Sub-categories", "Page" if folio.single else "File")]
        for item in folio.items:
            where = str(item.first) if folio.single else item.file
            rows.append((f"Evidence {item.id}", item.title, ", ".join(item.codes), where))
        pen.table(rows, (1.4, 3, 1.6, 1 if folio.single else 3.4))

    def _table(self) -> None:
        pen = self.pen
        pen.new_page()
        self.places["table"] = pen.number
        pen.para("Experience Cross Reference Table", bold=True, size=15, gap=10)
        rows = [("Sub-category", "Evidence")]
        rows += [(f"{code} {TITLES[code]}", cited) for code, cited in self.folio.rows]
        pen.table(rows, (3, 2))

    def _referee(self) -> None:
        pen, people, rng = self.pen, self.folio.people, self.rng
        pen.need(230)
        pen.para("Authentication by referee", bold=True, size=13)
        pen.para(CONFIRM)
        day = rng.choice(FULL)(date.fromisoformat(self.folio.submitted))
        pen.para(f"Name: {people.referee}", gap=3)
        pen.para(f"Position: {people.referee_post if not people.is_applicant else people.post}", gap=3)
        self.places["referee"] = pen.number
        self._signature(pen, rng)
        pen.para(f"Date: {day if people.signature != 'none' else '____________'}")

    def _signature(self, pen: Pen, rng: Random) -> None:
        people = self.folio.people
        if people.signature == "picture":
            pen.para("Signature:", gap=0)
            pen.page.insert_image((LEFT + 60, pen.y - 18, LEFT + 200, pen.y + 22), stream=signature(rng))
            pen.y += 26
        elif people.signature == "typed":
            form = rng.choice(("Signature: {r}", "Signed: {r}", "Signature: /s/ {r}", "Signed (typed): {r}"))
            pen.para(form.format(r=people.referee), gap=4)
        elif people.signature == "digital":
            stamp = f"{self.folio.submitted.replace('-', '.')} 1{rng.randint(0, 8)}:22:31 +00'00'"
            pen.para(f"Signature: Digitally signed by {people.referee}\nDate: {stamp}", gap=4)
        else:
            pen.para("Signature: ______________________", gap=4)

    def _certificate(self) -> None:
        pen, folio = self.pen, self.folio
        body, passed, what, code = CERTIFICATES[folio.exam]
        number = self.rng.randint(1000, 9999)
        named = self.rng.choice((f"MRSEU-{number}", f"MRSE-{number}", f"code MRSEU {number}"))
        pen.new_page()
        self.places["certificate"] = pen.number
        pen.y = 220
        pen.para(body, bold=True, size=18, centre=True, gap=24)
        pen.para("This is to certify that", centre=True)
        pen.para(folio.people.name, bold=True, size=15, centre=True)
        pen.para(passed, centre=True)
        pen.para(what, bold=True, size=13, centre=True, gap=20)
        day = self.rng.randint(0, 9)
        year = int(folio.submitted[:4]) - self.rng.randint(1, 4)
        pen.para(
            f"{code.format(c=named, n=number)}. Issued 1{day} May {year}, valid until May {year + 10}.", centre=True
        )
