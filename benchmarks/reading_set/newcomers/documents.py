"""What stands on the pages of an item, before it is drawn, and which parts of it can be pointed at."""

from dataclasses import dataclass
from random import Random
from typing import Final

from .prose import HEADINGS, ROWS, paragraph, sentence
from .words import COLLEAGUES

Block = tuple[str, object]
"""What it is ("h", "p", "grid", ...) and what it says; ``drawing`` knows how each looks."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """A place with a number: ``kind`` is section, table, figure, slide, row, step or minute; ``page`` counts from 1."""

    kind: str
    number: str
    page: int

    @property
    def hint(self) -> str:
        """The place as answers write it."""
        kept = self.kind in {"table", "figure", "slide", "row", "step"}
        return f"{self.kind} {self.number}" if kept else self.number


@dataclass(frozen=True, kw_only=True)
class Work:
    """The pages of an item and what can be pointed at in them."""

    sheets: tuple[Sheet, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to write: its kind, title, length, whose work it is, and when it was done."""

    kind: str
    title: str
    pages: int
    author: str
    date: str


def written(rng: Random, asked: Asked) -> Work:
    """The item."""
    if asked.kind in {"email", "letter"}:
        return Work(sheets=_letters(rng, asked), parts=())
    if asked.kind == "slides":
        return _slides(rng, asked)
    if asked.kind == "audit":
        return _audit(rng, asked)
    return _sections(rng, asked)


def _opening(rng: Random, asked: Asked) -> list[Block]:
    who = rng.choice(("Author", "Prepared by", "Written by"))
    if asked.kind == "minutes":
        present = ", ".join([asked.author, *rng.sample(COLLEAGUES, 3)])
        return [("title", asked.title), ("p", f"Held on {asked.date}"), ("p", f"Present: {present}")]
    return [("title", asked.title), ("p", f"{who}: {asked.author}    {rng.choice(('Date', 'Issued'))}: {asked.date}")]


def _sections(rng: Random, asked: Asked) -> Work:
    """A paper with numbered headings; some have numbered paragraphs, tables and figures."""
    names = list(HEADINGS[asked.kind])
    dot, numbered = rng.choice((".", "", ".", ".0")), asked.kind in {"rules", "tender"} and rng.random() < 0.6
    dot = "." if asked.kind == "minutes" else dot
    extras = _extras(rng, asked)
    sheets, parts, at = [], [], 0
    for page in range(1, asked.pages + 1):
        blocks = _opening(rng, asked) if page == 1 else []
        for _ in range(_here(rng, asked, len(names), page)):
            at += 1
            name = names.pop(0)
            blocks.append(("h", f"{at}{dot} {name}"))
            parts.append(Part(kind="minute" if asked.kind == "minutes" else "section", number=str(at), page=page))
            for line in range(1, rng.randint(2, 4) + 1):
                if numbered:
                    parts.append(Part(kind="section", number=f"{at}.{line}", page=page))
                blocks.append(("p", f"{at}.{line} {paragraph(rng, 1, 2)}" if numbered else paragraph(rng, 2, 4)))
        while len(blocks) < 8:
            blocks.append(("p", paragraph(rng, 2, 4)))
        for kind, number in extras.get(page, ()):
            blocks.append(_extra(rng, asked, kind, number))
            parts.append(Part(kind=kind, number=str(number), page=page))
        sheets.append(Sheet(blocks=tuple(blocks)))
    return Work(sheets=tuple(sheets), parts=tuple(parts))


def _here(rng: Random, asked: Asked, left: int, page: int) -> int:
    """How many headings begin on this page."""
    if asked.kind == "minutes" and asked.pages == 1:
        return 4
    fair = -(-left // (asked.pages - page + 1))
    return min(left, fair, rng.randint(1, 2) if page == 1 else rng.randint(1, 3))


def _extras(rng: Random, asked: Asked) -> dict[int, list[tuple[str, int]]]:
    """Tables, figures and lists of steps, by page."""
    if asked.kind == "sequence":
        return {min(2, asked.pages): [("table", 1)]}
    if asked.kind not in {"report", "risk", "rules"} or rng.random() < 0.35:
        return {}
    kind = {"report": rng.choice(("figure", "table")), "risk": "table", "rules": "step"}[asked.kind]
    if kind == "step":
        return {asked.pages: [("step", number) for number in range(1, 6)]}
    pages = sorted(rng.sample(range(1, asked.pages + 1), min(2, asked.pages)))
    return {page: [(kind, number)] for number, page in enumerate(pages, start=1)}


def _extra(rng: Random, asked: Asked, kind: str, number: int) -> Block:
    if kind == "figure":
        return ("figure", f"Figure {number}. {rng.choice(_FIGURES)}")
    if kind == "step":
        return ("p", f"Step {number}: {sentence(rng)}")
    if asked.kind == "sequence":
        return ("grid", (f"Table {number}. Parameters before and after", _parameters(rng)))
    if asked.kind == "risk":
        scores = [(name, str(rng.randint(2, 5)), str(rng.randint(1, 4))) for name in rng.sample(_HAZARDS, 4)]
        return ("grid", (f"Table {number}. Hazards and scores", [("Hazard", "Severity", "Likelihood"), *scores]))
    points = [(f"P{at}", f"{rng.uniform(0.5, 6):.1f}", f"{rng.uniform(0.1, 0.9):.2f}") for at in range(1, 6)]
    return ("grid", (f"Table {number}. Readings", [("Point", "Distance (m)", "Field (mT)"), *points]))


def _parameters(rng: Random) -> list[tuple[str, str, str]]:
    before = rng.choice((500, 4000, 620))
    return [
        ("Parameter", "Before", "After"),
        ("TR (ms)", str(before), str(before + 250)),
        ("Flip angle (degrees)", "150", "110"),
        ("SAR, whole body (W/kg)", "1.9", "0.7"),
        ("B1+rms (\u00b5T)", "3.1", "1.9"),
        ("Slew rate (T/m/s)", "180", "80"),
        ("Scan time (min)", "3.2", "4.1"),
    ]


_FIGURES: Final = ("Field contours", "Noise by sequence", "Temperature against time", "Plan of the suite")
_HAZARDS: Final = ("Torque", "Attraction", "RF heating", "Induced current", "Loss of function", "Noise", "Vibration")


def _letters(rng: Random, asked: Asked) -> tuple[Sheet, ...]:
    sheets = []
    for page in range(1, asked.pages + 1):
        other = rng.choice(COLLEAGUES)
        if asked.kind == "email":
            ends = (asked.author, other) if page % 2 else (other, asked.author)
            prefix = "RE: " if page < asked.pages or rng.random() < 0.5 else ""
            lines = (f"From: {ends[0]}", f"Sent: {asked.date} {rng.randint(8, 17):02}:{rng.randint(10, 59)}")
            blocks: list[Block] = [("mail", (*lines, f"To: {ends[1]}", f"Subject: {prefix}{asked.title}"))]
            blocks += [("p", rng.choice(("Hi,", "Dear all,", "Hello,", "Dear colleague,")))]
        else:
            blocks = _opening(rng, asked) if page == 1 else []
        blocks += [("p", paragraph(rng, 2, 4)) for _ in range(rng.randint(3, 5))]
        if asked.kind == "email":
            blocks += [("p", f"{rng.choice(('Kind regards', 'Best wishes', 'Thanks'))},"), ("p", ends[0])]
        sheets.append(Sheet(blocks=tuple(blocks)))
    return tuple(sheets)


def _slides(rng: Random, asked: Asked) -> Work:
    names = rng.sample(HEADINGS["slides"], min(asked.pages, len(HEADINGS["slides"])))
    sheets, parts = [], []
    for page in range(1, asked.pages + 1):
        if page == 1:
            blocks: tuple[Block, ...] = (("slide", asked.title), ("p", f"{asked.author}, {asked.date}"))
        else:
            points = [sentence(rng) for _ in range(rng.randint(3, 5))]
            blocks = (("slide", names[(page - 2) % len(names)]), ("bullets", points))
        sheets.append(Sheet(blocks=(*blocks, ("corner", str(page))), wide=True))
        parts.append(Part(kind="slide", number=str(page), page=page))
    return Work(sheets=tuple(sheets), parts=tuple(parts))


def _audit(rng: Random, asked: Asked) -> Work:
    """A table of findings, numbered on from page to page, with clauses that look like sub-categories."""
    sheets, parts, at = [], [], 0
    for page in range(1, asked.pages + 1):
        blocks = [*_opening(rng, asked), ("p", paragraph(rng, 1, 2))] if page == 1 else []
        rows = [("No.", "Requirement", "Clause", "Met", "Finding")]
        for name in rng.sample(ROWS, rng.randint(6, 8)):
            at += 1
            clause = f"{rng.randint(1, 8)}.{rng.randint(1, 4)}"
            rows.append((str(at), name, clause, rng.choice(("Yes", "Yes", "Partly", "No")), sentence(rng)))
            parts.append(Part(kind="row", number=str(at), page=page))
        blocks.append(("grid", ("Findings" if page == 1 else "Findings, continued", rows)))
        sheets.append(Sheet(blocks=tuple(blocks)))
    return Work(sheets=tuple(sheets), parts=tuple(parts))
