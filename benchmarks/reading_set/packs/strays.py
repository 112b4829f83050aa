"""Files that lie beside the evidence and are no items: a CV, the form, a letter."""

from pathlib import Path

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..places.pen import LIBRARY, Look, Pen  # noqa: TID252 - as above
from .front import Words
from .plan import Folio

NAMES = (("CV.pdf", "Curriculum vitae"), ("Application form.pdf", "Application for the MRSE certificate"),
         ("Cover letter.pdf", "To the IPEM assessors"))  # fmt: skip


def strays(folio: Folio, words: Words, root: Path) -> None:
    """One or two of them."""
    rng = chance("packs, strays", folio.seed)
    for name, heading in rng.sample(NAMES, rng.choice((1, 2))):
        with LIBRARY.open() as document:
            pen = Pen(document, Look())
            pen.para(heading, face="bold", size=15, gap=14)
            pen.para(_said(name, folio, words))
            pen.close()
            document.save(root / name, garbage=4, deflate=True, no_new_id=True)


def _said(name: str, folio: Folio, words: Words) -> str:
    if name == "CV.pdf":
        return words.cv
    if name == "Application form.pdf":
        return "Type of application: new\nFee paid: yes\nExamination passed: ABMRS MRSE\nDeclaration read: yes"
    return (f"Dear assessors,\nwith this letter I send my portfolio and the table that belongs to it. {words.story}\n"
            f"Yours faithfully,\n{folio.people.applicant}")  # fmt: skip
