"""Personal data and what only looks like it, in words, pictures, hidden words and under covers."""

import re
import string
from typing import Any, Final

from ..apart.model import Block, Mark, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .dates import written
from .desk import Desk, mark, para
from .slips import slip

PERSONAL: Final = ("nhs_number", "dob", "patient_name", "chi_number", "hospital_number")
BAD: Final = ("black", "square", "white", "redact", "grey")
GOOD: Final = ("removed", "header", "raster", "highlight", "banner", "stub", "under")
PATIENTS: Final = (
    *("Ethel", "Wilfrid", "Gladys", "Percival", "Mavis", "Leonard"),
    *("Beryl", "Archibald", "Vera", "Cuthbert", "Winifred", "Horace"),
)
SURNAMES: Final = (
    *("Applegarth", "Bickerstaff", "Clutterbuck", "Entwhistle", "Gotobed"),
    *("Hucknall", "Midgley", "Pobjoy", "Ramsbottom"),
)


def passes(number: str) -> bool:
    """Whether ten digits pass the check by modulus 11."""
    left = 11 - sum((10 - at) * int(one) for at, one in enumerate(number[:9])) % 11
    return left % 11 == int(number[9]) if left != 10 else False


def _digits(desk: Desk, many: int) -> str:
    return "".join(desk.rng.choice(string.digits) for _ in range(many))


def numbered(desk: Desk, first: str, *, good: bool = True) -> str:
    """Ten digits that pass the check, or do not."""
    while True:
        number = first + _digits(desk, 10 - len(first))
        if passes(number) == good:
            return number


def told(desk: Desk, kind: str) -> str:
    """A sentence with personal data of this kind."""
    first, last = desk.rng.choice(PATIENTS), desk.rng.choice(SURNAMES)
    title = "Mrs" if PATIENTS.index(first) % 2 == 0 else "Mr"
    nhs = numbered(desk, "999")
    joint = desk.rng.choice((" ", " ", "-", ""))
    day = written(desk.day(13000, 31000), desk.rng.choice(("slash", "long", "dots", "dash")))
    slots: dict[str, Any] = {
        "nhs": joint.join((nhs[:3], nhs[3:6], nhs[6:])),
        "chi": numbered(
            desk, desk.rng.choice(("3002", "3104", "3106", "3109", "3111")) + str(desk.rng.randint(31, 79))
        ),
        "dob": day,
        "title": title,
        "pfirst": first,
        "plast": last,
        "pupper": last.upper(),
        "mrn": desk.rng.choice(("", "R", "H")) + str(desk.rng.randint(312000, 987000)),
    }
    return desk.pick("personal", kind, **slots)


def tell(desk: Desk, work: Work, *kinds: str) -> None:
    """Personal data in words."""
    slip(desk, work, para(" ".join(told(desk, kind) for kind in kinds), *(mark("phi", kind=kind) for kind in kinds)))


def look_alike(desk: Desk, work: Work, turn: int) -> None:
    """Words that only look like personal data."""
    book = words("personal")["look_alike"]
    why = sorted(book)[turn % len(book)]
    while True:
        slots = {f"r{many}": _digits(desk, many) for many in range(2, 7)}
        slots["bad"] = numbered(desk, desk.rng.choice(("4", "6", "7")), good=False)
        text = desk.say(book[why], **slots)
        if not _some_pass(text):
            break
    slip(desk, work, para(text, mark("not_phi", why=why)))


def _some_pass(text: str) -> bool:
    """Whether any ten digits in a row pass, spaces and strokes left out."""
    runs = [re.sub(r"\D", "", run) for run in re.findall(r"\d[\d -]+", text)]
    return any(passes(run[at : at + 10]) for run in runs for at in range(len(run) - 9))


def overlay(desk: Desk, work: Work, *, real: bool) -> None:
    """A picture of the console; ``real``: with a patient's data at its corners."""
    first, last = desk.rng.choice(PATIENTS), desk.rng.choice(SURNAMES)
    if real:
        left = f"{last.upper()}, {first.upper()}\n0{desk.rng.randint(38, 88)}Y"
        right = f"ID {desk.rng.randint(312000, 987000)}\nDOB {written(desk.day(14000, 30000), 'slash')}"
        note = mark("phi", kind="overlay")
    else:
        left, right = desk.rng.choice(
            (("QA BOTTLE\nWEEKLY", "ID QA-22"), ("ANONYMISED\n", "ID ----"), ("GEL HEAD\n", "ID G1"))
        )
        note = mark("not_phi", why="overlay of a phantom")
    corners = (left, right, f"Se {desk.rng.randint(2, 9)}  Im {desk.rng.randint(3, 21)}\nTR 2600  TE 84")
    work.blocks.append(Block(kind="picture", text=left + right, rows=(corners,), marks=(note,)))


def unseen_words(desk: Desk, work: Work, how: str) -> None:
    """A patient's data in words that print as nothing."""
    text = f"{told(desk, 'patient_name')} {told(desk, 'nhs_number')}"
    slip(desk, work, Block(kind="hidden", text=text, how=how, marks=(mark("phi", kind="hidden_text"),)))


# Covers


def cover(desk: Desk, work: Work, how: str) -> None:
    """A cover that hides nothing, or does, or only looks like a cover."""
    kind = desk.rng.choice(("patient_name", "nhs_number"))
    name = f"{desk.rng.choice(PATIENTS)} {desk.rng.choice(SURNAMES)}"
    label, hidden = ("Patient:", name) if kind == "patient_name" else ("NHS number:", numbered(desk, "999"))
    marks: tuple[Mark, ...] = (mark("good", how=how),)
    if how in BAD:
        marks = (mark("bad", how=how), mark("phi", kind=kind))
    if how in {"header", "banner"}:
        slip(desk, work, _dark(desk, how, marks))
        return
    if how == "image":
        marks = (mark("unsure", how=how),)
        label, hidden = "Seen and agreed:", desk.say("[both wards|the day team|the late shift]")
    elif how in {"highlight", "under"}:
        label, hidden = "Gradient limit:", desk.say("[19|25] T/m at the entrance")
    elif how == "stub":
        hidden = desk.rng.choice(("[REDACTED]", "XXXXXXXXX", "(removed)"))
    slip(desk, work, Block(kind="cover", text=label, hidden=hidden, how=how, marks=marks))


def _dark(desk: Desk, how: str, marks: tuple[Mark, ...]) -> Block:
    """White words on a dark ground, which hides nothing."""
    if how == "banner":
        return Block(kind="banner", text=desk.say("[PLEASE READ BEFORE ENTRY|KEY POINTS|OFFICIAL]"), marks=marks)
    rows = (("Line", "Colour", "Checked"), ("0.5 mT", "yellow", "yes"), ("20 mT", "red", "yes"))
    return Block(kind="table", rows=rows, how="dark", marks=marks)
