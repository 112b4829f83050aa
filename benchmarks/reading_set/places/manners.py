# ruff: noqa: RUF001 - writers use dashes
"""How people head the sections of what they write: numbered, lettered, in capitals, bold, underlined, run in."""

from collections.abc import Callable
from typing import Final

from .desk import Desk

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
Manner = Callable[[Desk], None]


def _sections(
    desk: Desk,
    form: str,
    *,
    size: float = 12,
    face: str = "bold",
    align: str = "left",
    numbers: tuple[str, ...] = (),
    upper: bool = False,
    cross: str = "section {}",
) -> None:
    """Sections one after another, each headed in this form."""
    heads = desk.some()
    for at, heading in enumerate(heads):
        number = numbers[at] if numbers else str(at + 1)
        desk.head(form.format(n=number, h=heading.upper() if upper else heading), size=size, face=face, align=align)
        desk.mark("section", number, heading)
        other = (at + 2) % len(heads)
        desk.body(cross=cross.format(numbers[other] if numbers else other + 1))


def decimal(desk: Desk) -> None:
    """1 with 1.1 and 1.2 below, in two sizes."""
    for at, heading in enumerate(desk.some(6), 1):
        desk.head(f"{at} {heading}", size=14)
        desk.mark("section", str(at), heading)
        desk.body(1)
        for sub, words in enumerate(
            ("What was found", "What was advised", "What is left to do")[: desk.rng.randint(2, 3)], 1
        ):
            desk.head(f"{at}.{sub} {words}", size=11)
            desk.mark("section", f"{at}.{sub}")
            desk.body(desk.rng.randint(1, 2), cross=f"section {at % 4 + 1}.{sub}")


def deep(desk: Desk) -> None:
    """3.1.2 and the like, all of one size, bold, with a tab."""
    for at in range(1, 4):
        desk.head(f"{at}.    {desk.headings[at]}", size=desk.pen.look.size)
        desk.mark("section", str(at), desk.headings[at])
        for sub in range(1, 3):
            for low in range(1, desk.rng.randint(2, 3) + 1):
                desk.head(f"{at}.{sub}.{low}    {desk.prose.rng.choice(('Detail', 'Reason', 'Record', 'Limit'))} {low}",
                          size=desk.pen.look.size)  # fmt: skip
                desk.mark("section", f"{at}.{sub}.{low}")
                desk.body(desk.rng.randint(1, 2), cross=f"{3 - at % 3}.{sub}.1")


def dotted(desk: Desk) -> None:
    """1. and the heading in the size of the text."""
    _sections(desk, "{n}. {h}", size=desk.pen.look.size)


def capitals(desk: Desk) -> None:
    """1. SCOPE, not bold."""
    _sections(desk, "{n}.  {h}", size=desk.pen.look.size, face="regular", upper=True)


def lettered(desk: Desk) -> None:
    """A. Background."""
    _sections(desk, desk.rng.choice(("{n}. {h}", "{n}) {h}", "({n}) {h}", "{n}  {h}")), numbers=tuple("ABCDEFGH"))


def roman(desk: Desk) -> None:
    """Centred, with Roman numerals."""
    _sections(desk, "{n}. {h}", numbers=ROMAN, align="centre", upper=desk.rng.random() < 0.5)


def worded(desk: Desk) -> None:
    """Section 3: Findings."""
    _sections(desk, desk.rng.choice(("Section {n}: {h}", "SECTION {n} – {h}", "Section {n}. {h}")), size=13)


def brackets(desk: Desk) -> None:
    """4) Findings, in italics."""
    _sections(desk, "{n}) {h}", size=11, face="italic")


def banded(desk: Desk) -> None:
    """White words on a dark band."""
    for at, heading in enumerate(desk.some(), 1):
        desk.pen.need(70)
        left, right = desk.pen.frame
        desk.pen.box(left, desk.pen.y + 6, right, desk.pen.y + 26, fill=(0.1, 0.25, 0.45))
        desk.pen.at(left + 6, desk.pen.y + 20, f"{at}   {heading}", face="bold", size=11, colour=(1.0, 1.0, 1.0))
        desk.pen.y += 32
        desk.mark("section", str(at), heading)
        desk.body(cross="section 2")


def bold_only(desk: Desk) -> None:
    """Headings without numbers, bold, in the size of the text."""
    for heading in desk.some():
        desk.head(heading, size=desk.pen.look.size)
        desk.mark("heading", heading, heading)
        desk.body()


def underlined(desk: Desk) -> None:
    """Headings without numbers, underlined, some with a colon."""
    colon = desk.rng.choice(("", ":"))
    for heading in desk.some():
        desk.head(heading + colon, size=desk.pen.look.size, face="regular", under=True)
        desk.mark("heading", heading, heading)
        desk.body()


def shouted(desk: Desk) -> None:
    """Headings without numbers, in capitals."""
    for heading in desk.some():
        desk.head(heading.upper(), size=desk.pen.look.size, face="regular")
        desk.mark("heading", heading, heading)
        desk.body()


def run_in(desk: Desk) -> None:
    """3.2 Heading. The text goes on in the line."""
    for at, heading in enumerate(desk.some(), 1):
        desk.pen.need(50)
        page = desk.pen.number
        desk.pen.para([(f"{at}.1 {heading}.", "bold"), (desk.prose.text(), "regular")])
        desk.mark("section", f"{at}.1", heading, page=page)
        for sub in range(2, desk.rng.randint(3, 5)):
            desk.pen.need(50)
            page = desk.pen.number
            desk.pen.para([(f"{at}.{sub}", "bold"), (desk.prose.text(1, 3), "regular")])
            desk.mark("section", f"{at}.{sub}", page=page)


def run_in_words(desk: Desk) -> None:
    """An italic heading in the line, with a dash, without a number."""
    for heading in desk.some():
        desk.pen.need(50)
        page = desk.pen.number
        desk.pen.para([(f"{heading} –", "italic"), (desk.prose.text(), "regular")])
        desk.mark("heading", heading, heading, page=page)
        desk.body(2)


def two_columns(desk: Desk) -> None:
    """Two columns, as in a paper."""
    desk.pen.begin_columns(2)
    for at, heading in enumerate(desk.headings, 1):
        desk.head(f"{at}. {heading}", size=11)
        desk.mark("section", str(at), heading)
        desk.body(3, cross=f"Section {at % 6 + 1}")
    desk.pen.begin_columns(1)


def top_of_page(desk: Desk) -> None:
    """Every chapter on a page of its own."""
    for at, heading in enumerate(desk.some(5), 1):
        if at > 1:
            desk.pen.new_page()
        desk.head(f"{at}  {heading}", size=15)
        desk.mark("section", str(at), heading)
        desk.body(desk.rng.randint(2, 6), cross=f"section {at % 4 + 1}")


def at_the_foot(desk: Desk) -> None:
    """Headings that are left alone at the bottom of their page."""
    for at, heading in enumerate(desk.some(6), 1):
        if at % 2 == 0 and desk.pen.room > 60:
            while desk.pen.room > 62:
                desk.pen.para(desk.prose.sentence())
            desk.pen.y = max(desk.pen.y, 842 - desk.pen.look.bottom - 22)
            desk.pen.para(f"{at}. {heading}", face="bold", size=11, gap=0)
        else:
            desk.head(f"{at}. {heading}", size=11)
        desk.mark("section", str(at), heading)
        desk.body(cross=f"section {at % 4 + 1}")


def continued(desk: Desk) -> None:
    """Headings repeated with "continued" at the top of the next page."""
    for at, heading in enumerate(desk.some(4), 1):
        desk.head(f"{at}. {heading}", size=12)
        desk.mark("section", str(at), heading)
        for _ in range(desk.rng.randint(4, 7)):
            before = desk.pen.number
            words = desk.prose.text(3, 5)
            if desk.pen.room < 90:
                desk.pen.new_page()
            if desk.pen.number != before:
                desk.pen.para(f"{at}. {heading} (continued)", face="bold", size=12)
            desk.pen.para(words)


def running_head(desk: Desk) -> None:
    """The section's name stands at the top of each of its pages."""
    now = ["1. " + desk.headings[0]]
    desk.pen.header = lambda _: now[0]
    for at, heading in enumerate(desk.some(5), 1):
        desk.head(f"{at}. {heading}", size=12)
        desk.mark("section", str(at), heading)
        now[0] = f"{at}. {heading}"
        desk.body(desk.rng.randint(3, 6), cross=f"section {at % 4 + 1}")


def own_contents(desk: Desk) -> None:
    """A document with a contents list of its own."""
    heads = desk.some(7)
    desk.pen.para("Contents", face="bold", size=12)
    for at, heading in enumerate(heads, 1):
        left, right = desk.pen.frame
        words, page = f"{at}   {heading} ", str(1 + at // 2)
        dots = int((right - left - desk.pen.length(words) - 20) / desk.pen.length("."))
        desk.pen.para(f"{words}{'.' * dots} {page}", gap=1)
    desk.pen.y += 14
    for at, heading in enumerate(heads, 1):
        desk.head(f"{at}   {heading}", size=12)
        desk.mark("section", str(at), heading)
        desk.body(desk.rng.randint(2, 4), cross=f"section {at % 4 + 1}")


MANNERS: Final[dict[str, Manner]] = {
    "decimal": decimal,
    "deep": deep,
    "dotted": dotted,
    "capitals": capitals,
    "lettered": lettered,
    "roman": roman,
    "worded": worded,
    "brackets": brackets,
    "banded": banded,
    "bold only": bold_only,
    "underlined": underlined,
    "shouted": shouted,
    "run in": run_in,
    "run in words": run_in_words,
    "two columns": two_columns,
    "top of page": top_of_page,
    "at the foot": at_the_foot,
    "continued": continued,
    "running head": running_head,
    "own contents": own_contents,
}
