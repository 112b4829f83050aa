"""How evidence is laid out: each manner writes one document and marks the places that a reference may name."""

from collections.abc import Callable
from typing import Final

from ..places.decoys import DECOYS  # noqa: TID252 - the set is imported by two names
from ..places.desk import Desk  # noqa: TID252 - as above
from ..places.prose import MONTHS, WHO  # noqa: TID252 - as above

Manner = Callable[[Desk], None]


def _on(desk: Desk) -> str:
    return f"{desk.rng.randint(13, 28)} {desk.rng.choice(MONTHS)} {desk.rng.randint(2021, 2025)}"


def numbered(desk: Desk) -> None:
    """Sections 1, 2, 3 with 1.1 and 1.2 below."""
    for at, heading in enumerate(desk.some(5), 1):
        desk.head(f"{at}  {heading}", size=13)
        desk.mark("section", str(at), heading)
        desk.body(desk.rng.randint(1, 2))
        for sub in range(1, desk.rng.randint(2, 3)):
            words = desk.rng.choice(("What was found", "What I advised", "Who took part", "What follows"))
            desk.head(f"{at}.{sub}  {words}", size=10.5)
            desk.mark("section", f"{at}.{sub}", words)
            desk.body(desk.rng.randint(1, 2), cross=f"section {at}")


def paragraphs(desk: Desk) -> None:
    """Every paragraph numbered 1.1, 1.2 under headings in capitals."""
    for at, heading in enumerate(desk.some(5), 1):
        desk.head(f"{at}. {heading.upper()}", size=10.5)
        for sub in range(1, desk.rng.randint(5, 6)):
            desk.pen.need(70)
            page = desk.pen.number
            desk.pen.para(desk.prose.text(2, 3), indent=34, hang=f"{at}.{sub}")
            desk.mark("paragraph", f"{at}.{sub}", page=page)


def clauses(desk: Desk) -> None:
    """Rules as clauses counted through."""
    desk.pen.para(f"In force from {_on(desk)}", face="italic")
    for number in range(1, desk.rng.randint(13, 19)):
        if number % 4 == 1:
            desk.head(desk.headings[number // 4], size=11)
        desk.pen.need(60)
        page = desk.pen.number
        desk.pen.para(desk.prose.text(2, 3), indent=30, hang=f"{number}.")
        desk.mark("clause", str(number), page=page)


def minutes(desk: Desk) -> None:
    """Minutes with points 1, 2, 2.1 and actions."""
    desk.pen.para(f"MR Safety Group, meeting of {_on(desk)}", face="italic")
    desk.pen.para(f"Present: {', '.join(desk.rng.sample(WHO, 4))}, the applicant.")
    for at, heading in enumerate(("Apologies", "Minutes of the last meeting", *desk.some(5)), 1):
        desk.head(f"{at}. {heading}", size=11)
        for sub in range(1, desk.rng.randint(2, 3)):
            desk.pen.need(60)
            page = desk.pen.number
            desk.pen.para(desk.prose.text(1, 3), indent=34, hang=f"{at}.{sub}")
            desk.mark("minute", f"{at}.{sub}", page=page)
        if desk.rng.random() < 0.5:
            desk.pen.para(f"ACTION: {desk.rng.choice(WHO)}", face="bold", indent=34)


def slides(desk: Desk) -> None:
    """A handout, three slides to a page."""
    for at, heading in enumerate((*desk.headings, "Questions"), 1):
        desk.pen.need(205)
        top = desk.pen.y
        desk.pen.y += 8
        desk.pen.para(heading, face="bold", size=15, indent=14)
        desk.mark("slide", str(at), heading)
        for _ in range(3):
            desk.pen.para("• " + desk.prose.sentence(), indent=20)
        desk.pen.at(desk.pen.frame[1] - 40, top + 188, f"Slide {at}", size=8)
        desk.pen.box(desk.pen.frame[0], top, desk.pen.frame[1], top + 195)
        desk.pen.y = top + 205


def measured(desk: Desk) -> None:
    """A report with tables and figures under captions."""
    tables = figures = 0
    for at, heading in enumerate(desk.some(6), 1):
        desk.head(f"{at}. {heading}", size=12)
        desk.mark("section", str(at), heading)
        desk.body(1)
        if at % 2:
            tables += 1
            desk.pen.need(170)
            desk.pen.para(f"Table {tables}. Values for {heading.lower()}", face="italic", size=9)
            desk.mark("table", str(tables))
            rows = [[f"Point {n}", f"{desk.rng.randint(1, 60) / 10} mT", str(desk.rng.randint(60, 99))]
                    for n in range(1, 6)]  # fmt: skip
            desk.pen.table([["Place", "Field", "dB(A)"], *rows], (3, 2, 2))
        else:
            figures += 1
            desk.pen.need(150)
            left, top = desk.pen.frame[0], desk.pen.y
            desk.pen.box(left, top, left + 230, top + 110, fill=(0.86, 0.88, 0.9))
            desk.pen.y += 116
            desk.pen.para(f"Figure {figures}. Sketch for {heading.lower()}", face="italic", size=9)
            desk.mark("figure", str(figures))
        desk.body(1)


def appended(desk: Desk) -> None:
    """A policy with appendices on pages of their own."""
    for at, heading in enumerate(desk.headings[:3], 1):
        desk.head(f"{at}. {heading}", size=12)
        desk.mark("section", str(at), heading)
        desk.body(2, cross="Appendix B")
    for letter, heading in zip("ABC", desk.headings[3:6], strict=True):
        desk.pen.new_page()
        desk.head(f"Appendix {letter}: {heading}", size=13)
        desk.mark("appendix", letter, heading)
        desk.body(2)


def headed(desk: Desk) -> None:
    """Headings in bold without numbers."""
    for heading in desk.some():
        desk.head(heading)
        desk.mark("heading", heading, heading)
        desk.body(desk.rng.randint(2, 3))


def mails(desk: Desk) -> None:
    """A thread printed on one page."""
    people = ["Applicant", *desk.rng.sample(WHO, 2)]
    for at in range(3):
        desk.pen.line(desk.pen.frame[0], desk.pen.y + 4, desk.pen.frame[1], desk.pen.y + 4)
        desk.pen.para(f"From: {people[at % 2]}\nSent: {_on(desk)} {9 + at}:14\nTo: {people[2]}\n"
                      f"Subject: {'RE: ' * (2 - at)}{desk.title}", size=9)  # fmt: skip
        desk.body(1)


def letter(desk: Desk) -> None:
    """One page to somebody."""
    desk.pen.para(_on(desk))
    desk.pen.para(f"To {desk.rng.choice(WHO)}")
    desk.body(3)
    desk.pen.para("Yours sincerely,\nthe applicant")


def sheet(desk: Desk) -> None:
    """A checklist filled in."""
    desk.body(1)
    rows = [[str(n), desk.prose.sentence(), desk.rng.choice(("Yes", "No", "n/a"))] for n in range(1, 11)]
    desk.pen.table([["", "Checked", "In order"], *rows], (1, 12, 2))
    desk.pen.para(f"Checked by the applicant on {_on(desk)}")


LONG: Final[dict[str, Manner]] = {
    "numbered": numbered,
    "paragraphs": paragraphs,
    "clauses": clauses,
    "minutes": minutes,
    "slides": slides,
    "measured": measured,
    "appended": appended,
    "headed": headed,
}
SHORT: Final[dict[str, Manner]] = {"mails": mails, "letter": letter, "sheet": sheet}
MANNERS: Final[dict[str, Manner]] = {**LONG, **SHORT, **DECOYS}
