"""Passages slipped into works: references, scope, simulation, personal data, covers, links; and look-alikes."""

import string
from typing import Any, Final

from .chance import words
from .desk import Desk, mark, para, written
from .model import Block, Mark, Work

EDITIONS: Final = {"2007": 2008, "2014": 2015, "2015": 2016, "2021": 2021}
PATIENTS: Final = [
    "Doreen",
    "Albert",
    "Maureen",
    "Stanley",
    "Olive",
    "Reginald",
    "Edna",
    "Clifford",
    "Hilda",
    "Norman",
    "Phyllis",
    "Bernard",
]
SURNAMES: Final = [
    "Halpin",
    "Fennimore",
    "Crabtree",
    "Tolliver",
    "Pickersgill",
    "Wadsworth",
    "Ogden",
    "Threlfall",
    "Birtles",
    "Scholey",
]
PERSONAL: Final = ("nhs_number", "chi_number", "dob", "patient_name", "hospital_number")
BAD: Final = ("black", "white", "grey", "square", "redact")
GOOD: Final = ("removed", "raster", "stub", "header", "banner", "highlight", "under")


def slip(desk: Desk, work: Work, *blocks: Block) -> None:
    """Put blocks in order somewhere in the body of the work."""
    spots = [at for at, one in enumerate(work.blocks) if one.kind == "para" and at > 1][:-2] or [len(work.blocks) - 1]
    at = desk.rng.choice(spots) + 1
    work.blocks[at:at] = blocks


# References to the national guidelines


def edition_of(desk: Desk, work: Work) -> str:
    """An edition that was out when the work was done, mostly the newest."""
    year = int(work.date[:4]) if work.date else desk.year
    fits = [edition for edition, since in EDITIONS.items() if since <= year]
    return fits[-1] if desk.rng.random() < 0.45 else desk.rng.choice(fits)


def reference(desk: Desk, work: Work, grade: str) -> None:
    """A reference of this grade, in one of the ways people write it."""
    edition = edition_of(desk, work)
    name = desk.pick("mhra", f"edition_{edition}")
    section = desk.pick("mhra", f"sections_{edition}")
    page, number = desk.rng.randint(14, 80), desk.rng.randint(2, 9)
    if grade == "mention" and desk.rng.random() < 0.5:
        edition, section, key = "", "", "mention"
    elif grade == "mention":
        section, key = "", "mention_dated"
    elif grade == "traceable":
        key = desk.rng.choice(("traceable", "traceable", "traceable_page", "note_text"))
        section = "" if key == "traceable_page" else section
    else:
        key = "applied"
    text = desk.say(desk.pick("mhra", key), e=name, s=section, p=page, n=number)
    data = {"edition": edition or None, "section": section or None, "grade": grade}
    slip(desk, work, para(text[0].upper() + text[1:], mark("mhra", **data)))
    if key == "note_text":
        work.blocks.append(Block(kind="small", text=desk.say(f"[{number}] {name}.")))


def no_reference(desk: Desk, work: Work) -> None:
    """The agency in another of its duties."""
    slip(desk, work, para(desk.pick("mhra", "not_ref")))


# Scope and simulation


def out_of_scope(desk: Desk, work: Work, kind: str) -> None:
    """A part of the work that is outside the scope."""
    book: Any = words("scope")[kind]
    texts = desk.fresh(book["text"], 2 if kind != "mr_safe_metal" else 1)
    blocks = [Block(kind="head", text=desk.rng.choice(book["head"]))]
    slip(desk, work, *blocks, *(para(desk.say(text), mark("scope", kind=kind)) for text in texts))


def in_scope(desk: Desk, work: Work) -> None:
    """A sentence with words of what is outside, that is inside."""
    slip(desk, work, para(desk.pick("scope", "inside", "text")))


def simulate(desk: Desk, work: Work, *, how: str) -> None:
    """Say that the work is of a case that was made up: in the item, in the table's note, or in both."""
    work.simulated = True
    work.noted = how != "words"
    if how != "note":
        first = next(n for n, one in enumerate(work.blocks) if one.kind == "para" and n > 0)
        at = first + (work.genre == "mail")
        work.blocks.insert(at, para(desk.pick("scope", "simulated", "text"), mark("simulated")))


def not_simulated(desk: Desk, work: Work) -> None:
    """A sentence with words of simulation in a work that is of a real case."""
    slip(desk, work, para(desk.pick("scope", "simulated_not", "text")))


# Personal data


def checked(first: str, desk: Desk) -> str:
    """A number of ten digits that passes modulus 11."""
    while True:
        body = first + "".join(desk.rng.choice(string.digits) for _ in range(9 - len(first)))
        digit = 11 - sum((10 - at) * int(one) for at, one in enumerate(body)) % 11
        if digit != 10:
            return body + str(digit % 11)


def patient(desk: Desk) -> tuple[str, str]:
    """Names of a patient who does not exist."""
    return desk.rng.choice(PATIENTS), desk.rng.choice(SURNAMES)


def personal(desk: Desk, kind: str) -> str:
    """Words that are personal data, with what makes them so."""
    first, last = patient(desk)
    if kind == "nhs_number":
        number = checked("999", desk)
        joint = desk.rng.choice((" ", " ", "-", ""))
        shown = joint.join((number[:3], number[3:6], number[6:]))
        return desk.say(f"[NHS No.|NHS number:|Patient, NHS|NHS no] {shown}")
    if kind == "chi_number":
        number = checked(
            desk.rng.choice(("3002", "3104", "3106", "3109", "3111")) + str(desk.rng.randint(31, 79)), desk
        )
        return desk.say(f"[CHI number|CHI no.|CHI:] {number}")
    birth = written(desk.day(12000, 30000), desk.rng.choice(("slash", "long", "dots")))
    unit = desk.rng.randint(310000, 998000)
    return desk.say(
        {
            "dob": f"[DOB|D.O.B.|Date of birth:|Patient born] {birth}",
            "patient_name": f"[Patient:|Name of patient:|Patient name:|Re: patient] {first} {last}",
            "hospital_number": f"[Hospital no.|Hosp. number|MRN|Hospital number:] [K|W|]{unit}",
        }[kind]
    )


def tell(desk: Desk, work: Work, *kinds: str) -> None:
    """Personal data in words."""
    text = ", ".join(personal(desk, kind) for kind in kinds)
    ending = desk.say("[, seen by me at the couch.|, ward 7.|; see the form.|.]")
    slip(desk, work, para(text + ending, *(mark("phi", kind=kind) for kind in kinds)))


def look_alike(desk: Desk, work: Work, why: str = "") -> None:
    """Words that only look like personal data."""
    book = dict(words("papers")["looks_like"])
    why = why or desk.rng.choice(sorted(book))
    slip(desk, work, para(desk.say(book[why]), mark("not_phi", why=why)))


def overlay(desk: Desk, work: Work, *, real: bool) -> None:
    """A picture of the console; ``real``: with a patient's data at its corners."""
    first, last = patient(desk)
    if real:
        left = f"{last.upper()}^{first.upper()}\nF 0{desk.rng.randint(41, 89)}Y"
        right = f"ID K{desk.rng.randint(310000, 998000)}\n{written(desk.day(14000, 30000), 'slash')}"
        note = mark("phi", kind="overlay")
    else:
        left, right = desk.rng.choice(
            (("PHANTOM^DAILY", "ID QA-0417"), ("ANON^ANON", "ID 000000"), ("TEST^WATER", "ID T1"))
        )
        note = mark("not_phi", why="overlay of a phantom")
    corners = (left, right, f"SE {desk.rng.randint(2, 9)}  IM {desk.rng.randint(4, 20)}\nTR 3200  TE 92")
    work.blocks.append(Block(kind="picture", text=left + right, rows=(corners,), marks=(note,)))


def unseen_words(desk: Desk, work: Work) -> None:
    """A patient's data in words that print as nothing."""
    how = desk.rng.choice(("white", "mode"))
    text = f"{personal(desk, 'patient_name')} {personal(desk, 'nhs_number')}"
    slip(desk, work, Block(kind="hidden", text=text, how=how, marks=(mark("phi", kind="hidden_text"),)))


# Covers


def cover(desk: Desk, work: Work, how: str) -> None:
    """A cover that hides nothing, or does, or only looks like a cover."""
    kind = desk.rng.choice(("patient_name", "nhs_number"))
    first, last = patient(desk)
    number = checked("999", desk)
    label, hidden = ("Patient name:", f"{first} {last}") if kind == "patient_name" else ("NHS number:", number)
    marks: tuple[Mark, ...]
    if how in BAD:
        marks = (mark("bad", how=how), mark("phi", kind=kind))
    elif how == "image":
        marks = (mark("unsure", how=how),)
    else:
        marks = (mark("good", how=how),)
    if how in {"header", "banner"}:
        made = Block(kind="banner", text=desk.say("[FOR ACTION|Summary of hazards|IN CONFIDENCE]"), marks=marks)
        if how == "header":
            rows = (("Hazard", "Before", "After"), ("Attraction", "12", "4"), ("Burn", "9", "3"))
            made = Block(kind="table", rows=rows, how="dark", marks=marks)
        slip(desk, work, made)
        return
    if how == "image":
        label, hidden = "Agreed by:", desk.say("[the night team|both sites|the day staff]")
    if how in {"highlight", "under"}:
        label, hidden = "Limit agreed:", desk.say("[1.0|0.8] W/kg, normal mode")
    if how == "stub":
        hidden = desk.rng.choice(("[redacted]", "XXXXXXXX", "[name removed]"))
    slip(desk, work, Block(kind="cover", text=label, hidden=hidden, how=how, marks=marks))


# What is linked or has nothing behind it

DRIVES: Final = (
    (r"S:\MR\Safety\Reports\full_report.docx", "file:///S:/MR/Safety/Reports/full_report.docx"),
    (r"\\srv-phys02\MR\audit\tables.xlsx", "file://srv-phys02/MR/audit/tables.xlsx"),
    ("Folder on SharePoint", "https://nhstrust.sharepoint.com/sites/mrphysics/Shared%20Documents/RA"),
    ("Appendix on the team drive", "https://hospital-my.sharepoint.com/:w:/g/personal/mr_physics/appendix"),
)
HARMLESS: Final = (
    ("www.gov.uk", "https://www.gov.uk/"),
    ("doi:10.1002/jmri.25282", "https://doi.org/10.1002/jmri.25282"),
    ("Write to the author", "mailto:mr.physics@hospital.example"),
)


def link(desk: Desk, work: Work, kind: str) -> None:
    """A link, an icon or a launch on a page of the work."""
    if kind == "dead_icon":
        name = desk.rng.choice(("Risk_form.docx", "Minutes_final.docx", "Measurements.xlsx", "Slides.pptx"))
        slip(desk, work, Block(kind="icon", text=name, marks=(mark("active", kind=kind),)))
    elif kind == "link_drive":
        text, target = desk.rng.choice(DRIVES)
        slip(desk, work, Block(kind="link", text=text, hidden=target, how="uri", marks=(mark("active", kind=kind),)))
    elif kind == "launch":
        made = Block(
            kind="link", text="Open the tool", hidden="tool.exe", how="launch", marks=(mark("active", kind=kind),)
        )
        slip(desk, work, made)
    else:
        text, target = desk.rng.choice(HARMLESS)
        slip(desk, work, Block(kind="link", text=text, hidden=target, how="uri"))
