# ruff: noqa: RUF001 - writers use dashes
"""Evidence whose places are no headed sections: paragraphs, rows, figures, slides, minutes, e-mails, forms."""

from typing import Final

from .desk import Desk
from .manners import Manner
from .prose import MONTHS, WHO


def clauses(desk: Desk) -> None:
    """4.1 The text itself, its number hanging to the left."""
    for at, heading in enumerate(desk.some(6), 1):
        desk.head(f"{at}.  {heading.upper()}", size=desk.pen.look.size)
        for sub in range(1, desk.rng.randint(3, 6)):
            desk.pen.need(40)
            page = desk.pen.number
            desk.pen.para(desk.prose.text(1, 3), indent=34, hang=f"{at}.{sub}")
            desk.mark("clause", f"{at}.{sub}", page=page)


def counted(desk: Desk) -> None:
    """Paragraphs numbered through the whole document, under headings without numbers."""
    number = 0
    for heading in desk.some(6):
        desk.head(heading, size=12)
        for _ in range(desk.rng.randint(3, 5)):
            number += 1
            desk.pen.need(40)
            page = desk.pen.number
            desk.pen.para(desk.prose.text(1, 4), indent=26, hang=f"{number}.")
            desk.mark("paragraph", str(number), page=page)


def margin(desk: Desk) -> None:
    """Paragraph numbers in brackets, out in the left margin."""
    for number in range(1, desk.rng.randint(14, 22)):
        desk.pen.need(60)
        desk.pen.at(
            desk.pen.look.left - 30, desk.pen.y + desk.pen.look.size * desk.pen.look.lead, f"[{number}]", size=8
        )
        desk.mark("paragraph", str(number))
        desk.text(2, 5)


def risk_rows(desk: Desk) -> None:
    """A risk assessment as a table with numbered rows."""
    desk.text()
    prose, rng = desk.prose, desk.rng
    rows = [["No.", "Hazard", "Who may be harmed", "Measures in place", "S x L"]]
    many = rng.randint(9, 16)
    for number in range(1, many + 1):
        score = f"{rng.randint(1, 5)} x {rng.randint(1, 5)}"
        whom = rng.choice(("Patients", "Staff", "Visitors"))
        rows.append([str(number), prose.sentence(), whom, prose.text(1, 2), score])
    for number, page in enumerate(desk.pen.table(rows, (6, 30, 16, 36, 9), repeat=True)[1:], 1):
        desk.mark("row", str(number), page=page)
    desk.text()


def captions(desk: Desk) -> None:
    """Tables with captions above and figures with captions below, in a text that speaks of them before and after."""
    for at, heading in enumerate(desk.some(5), 1):
        desk.head(heading, size=12)
        desk.pen.para(f"{desk.prose.text()} {desk.prose.cross(f'Table {at % 4 + 1}')}")
        _measured(desk, f"Table {at}", f"Table {at}: {heading.lower()}")
        desk.mark("table", str(at))
        desk.pen.para(f"Figure {at} shows the same in a drawing. {desk.prose.text(1, 2)}")
        _plotted(desk, f"Figure {at}. Readings by distance, {desk.rng.choice(('day', 'week'))} {at}")
        desk.mark("figure", str(at))


def _measured(desk: Desk, _name: str, caption: str) -> None:
    rng = desk.rng
    desk.pen.need(120)
    desk.pen.para(caption, face="bold", size=9, gap=3)
    rows = [["Point", "Distance / m", "Field / mT"]]
    rows += [[chr(65 + n), f"{rng.randint(1, 9)}.{rng.randint(0, 9)}", f"{rng.randint(1, 90)}.{rng.randint(1, 9)}"]
             for n in range(4)]  # fmt: skip
    desk.pen.table(rows, (1, 2, 2))


def _plotted(desk: Desk, caption: str) -> None:
    desk.pen.need(150)
    left, right = desk.pen.frame
    desk.pen.box(left + 40, desk.pen.y + 4, right - 40, desk.pen.y + 114)
    x, y = left + 50, desk.pen.y + 20
    for _ in range(8):
        step = desk.rng.randint(2, 11)
        desk.pen.line(x, y, x + 34, y + step, 1)
        x, y = x + 34, y + step
    desk.pen.y += 116
    desk.pen.para(caption, face="italic", size=9)


def appendices(desk: Desk) -> None:
    """Numbered sections, then the item's own appendices, which the text has spoken of."""
    heads = desk.headings
    for at, heading in enumerate(heads[:4], 1):
        desk.head(f"{at}  {heading}", size=12)
        desk.mark("section", str(at), heading)
        desk.body(cross=f"Appendix {'ABC'[at % 3]}")
    form = desk.rng.choice(("Appendix {n} – {h}", "APPENDIX {n}: {h}", "Appendix {n}\n{h}", "Appendix {n}. {h}"))
    for letter, heading in zip("ABC", heads[4:7], strict=True):
        if desk.rng.random() < 0.6:
            desk.pen.new_page()
        desk.head(form.format(n=letter, h=heading), size=13)
        desk.mark("appendix", letter, heading)
        desk.body(desk.rng.randint(2, 4), cross="section 3")


def annexes(desk: Desk) -> None:
    """Annexes, each on a page of its own with its own tables 1 and 2."""
    desk.body(3, cross="Annex B")
    for letter, heading in zip("ABC", desk.headings[1:4], strict=True):
        desk.pen.new_page()
        desk.head(f"Annex {letter}: {heading}", size=13)
        desk.mark("annex", letter, heading)
        desk.body(1)
        for number in (1, 2):
            _measured(
                desk, "", f"Table {number}: {desk.rng.choice(('values before', 'values after', 'values agreed'))}"
            )
            desk.mark("table", str(number), inside=letter)
        desk.body(1)


def handout(desk: Desk) -> None:
    """Slides, several to a page, each numbered in its corner."""
    each = desk.rng.choice((1, 2, 2, 3))
    tall = {1: 330, 2: 290, 3: 200}[each]
    corner = desk.rng.random() < 0.5
    for number in range(1, each * desk.rng.randint(3, 4) + 1):
        if number > 1 and (number - 1) % each == 0:
            desk.pen.new_page()
        left, right = desk.pen.frame
        top = desk.pen.y
        desk.pen.box(left, top, right, top + tall - 16)
        heading = desk.headings[number % 8] if corner else f"Slide {number}: {desk.headings[number % 8]}"
        desk.pen.at(left + 14, top + 28, heading, face="bold", size=14)
        for bullet in range(3):
            words = " ".join(desk.prose.sentence().split()[: 9 - bullet]).rstrip(",;") + " ..."
            desk.pen.at(left + 20, top + 58 + 20 * bullet, f"• {words}", size=10)
        if corner:
            desk.pen.at(right - 50, top + tall - 24, f"Slide {number}", size=8)
        desk.mark("slide", str(number), desk.headings[number % 8])
        desk.pen.y = top + tall


def minutes(desk: Desk) -> None:
    """Minutes with items 1 to 8 and points 5.1 and 5.2."""
    desk.pen.para(f"Present: {', '.join(desk.rng.sample(WHO, 4))}. Apologies: none.")
    for at, heading in enumerate(desk.headings, 1):
        desk.head(f"{at}. {heading}", size=desk.pen.look.size)
        desk.mark("minute", str(at), heading)
        for sub in range(1, desk.rng.randint(2, 4) + 1):
            desk.pen.need(40)
            page = desk.pen.number
            desk.pen.para(f"{desk.prose.text(1, 3)} Action: {desk.rng.choice(WHO)}.", indent=30, hang=f"{at}.{sub}")
            desk.mark("minute", f"{at}.{sub}", page=page)


def year_minutes(desk: Desk) -> None:
    """Minutes numbered through the year, 23/041, with the number in the left margin."""
    year, number = desk.rng.randint(22, 25), desk.rng.randint(11, 60)
    for heading in desk.headings:
        number += 1
        desk.pen.need(60)
        desk.pen.para(heading, face="bold", indent=44, hang=f"{year}/{number:03d}", gap=3)
        desk.mark("minute", f"{year}/{number:03d}", heading)
        for _ in range(desk.rng.randint(2, 4)):
            desk.pen.para(desk.prose.text(), indent=44)


def mails(desk: Desk) -> None:
    """A chain of e-mails, the newest first, each with its block of sender and date."""
    month, year = desk.rng.randrange(12), desk.rng.randint(2022, 2025)
    days = sorted(desk.rng.sample(range(13, 29), desk.rng.randint(5, 7)), reverse=True)
    form = desk.rng.choice(("block", "wrote"))
    for at, day in enumerate(days):
        desk.pen.need(110)
        date = f"{day} {MONTHS[month]} {year}"
        hour = f"{desk.rng.randint(8, 17)}:{desk.rng.randint(10, 59)}"
        if form == "block":
            for label, words in (
                ("From", desk.rng.choice(WHO)),
                ("Sent", f"{date} {hour}"),
                ("Subject", f"RE: {desk.title}"),
            ):
                desk.pen.para([(f"{label}:", "bold"), (words, "regular")], gap=0)
            desk.pen.y += 8
        else:
            desk.pen.para(f"On {date} at {hour}, {desk.rng.choice(WHO)} wrote:", face="italic")
        desk.mark("email", date)
        desk.pen.para("Dear all," if at % 2 else "Hello,")
        for _ in range(desk.rng.randint(1, 3)):
            desk.pen.para(desk.prose.text(2, 5))
        desk.pen.para("Kind regards")
        desk.pen.y += 8


def questions(desk: Desk) -> None:
    """Questions and answers."""
    form = desk.rng.choice(("Q{n}", "Q{n}.", "Question {n}:", "{n}."))
    words = ("How was it found that", "Who had been told that", "What follows from this:", "Why was it that")
    for number in range(1, desk.rng.randint(8, 12)):
        sentence = desk.prose.sentence()
        desk.pen.need(70)
        desk.pen.para(
            f"{form.format(n=number)} {desk.rng.choice(words)} {sentence[0].lower()}{sentence[1:-1]}?", face="bold"
        )
        desk.mark("question", str(number))
        desk.pen.para(f"Answer. {desk.prose.text(2, 5)}")


def boxes(desk: Desk) -> None:
    """A form of framed boxes, each with its number and its question."""
    for number in range(1, 10):
        rows = desk.pen.wrapped([(desk.prose.text(2, 5), "regular")], 440, 10)
        tall = 30 + 13.5 * len(rows)
        desk.pen.need(tall + 10)
        left, right = desk.pen.frame
        desk.pen.box(left, desk.pen.y, right, desk.pen.y + tall)
        desk.pen.at(left + 6, desk.pen.y + 15, f"Box {number}   {desk.headings[number % 8]}", face="bold", size=9)
        desk.mark("box", str(number), desk.headings[number % 8])
        for at, row in enumerate(rows):
            desk.pen.at(left + 8, desk.pen.y + 32 + at * 13.5, "".join(text for text, _ in row), size=10)
        desk.pen.y += tall + 6


def parts(desk: Desk) -> None:
    """PART C with words in capitals, and paragraphs below."""
    for letter, heading in zip("ABCDE", desk.headings[:5], strict=True):
        desk.head(f"PART {letter} – {heading.upper()}", size=13, align=desk.rng.choice(("left", "centre")))
        desk.mark("part", letter, heading)
        desk.body(desk.rng.randint(2, 5), cross=f"Part {'CDEAB'['ABCDE'.index(letter)]}")


def steps(desk: Desk) -> None:
    """A procedure in steps, as lines or as a table."""
    desk.text()
    if desk.rng.random() < 0.5:
        rows = [["Step", "What is done", "By whom"]]
        rows += [[str(n), desk.prose.text(1, 3), desk.rng.choice(WHO)] for n in range(1, desk.rng.randint(12, 18))]
        for number, page in enumerate(desk.pen.table(rows, (8, 66, 22), repeat=True)[1:], 1):
            desk.mark("step", str(number), page=page)
        return
    for number in range(1, desk.rng.randint(10, 15)):
        desk.pen.need(50)
        page = desk.pen.number
        desk.pen.para([(f"Step {number}:", "bold"), (desk.prose.text(2, 4), "regular")])
        desk.mark("step", str(number), page=page)


def diary(desk: Desk) -> None:
    """Dated entries in the order of the days."""
    month, year = desk.rng.randrange(12), desk.rng.randint(2022, 2025)
    for day in sorted(desk.rng.sample(range(13, 29), 8)):
        desk.pen.need(60)
        date = f"{day} {MONTHS[month]} {year}"
        desk.pen.para(date, face="bold", gap=2)
        desk.mark("entry", date)
        desk.body(desk.rng.randint(1, 3))


def form_rows(desk: Desk) -> None:
    """A form: the section's number and name at the left, its text at the right, ruled."""
    rows = [[f"{at}. {heading}", desk.prose.text(4, 8)] for at, heading in enumerate(desk.headings, 1)]
    for at, page in enumerate(desk.pen.table(rows, (26, 70), bold=0), 1):
        desk.mark("section", str(at), desk.headings[at - 1], page=page)


MORE: Final[dict[str, Manner]] = {
    "clauses": clauses,
    "counted": counted,
    "margin": margin,
    "risk rows": risk_rows,
    "captions": captions,
    "appendices": appendices,
    "annexes": annexes,
    "handout": handout,
    "minutes": minutes,
    "year minutes": year_minutes,
    "mails": mails,
    "questions": questions,
    "boxes": boxes,
    "parts": parts,
    "steps": steps,
    "diary": diary,
    "form rows": form_rows,
}
