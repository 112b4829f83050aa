"""What is put into works: references, passages out of scope, personal data, redactions, links; and look-alikes."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from .chance import words
from .dates import written
from .desk import Desk
from .model import Block, Mark, Work, para, table

PATIENT: Final = ("4.1", "4.2", "4.3", "5.2", "3")
YEARS: Final = (21, 22, 23, 25, 26, 29, 30, 31, 33, 34, 35, 37, 38, 39, 41, 42, 43)
"""Years of either century without a 29 February."""


def place(desk: Desk, work: Work, blocks: Sequence[Block]) -> None:
    """Put blocks between two of the body, never between a heading and its text."""
    least = min(work.body_from + 1, work.body_to)
    spots = [
        at for at in range(least, work.body_to + 1) if at == 0 or work.blocks[at - 1].kind not in {"head", "break"}
    ]
    spots = [
        at
        for at in spots
        if at >= len(work.blocks) or work.blocks[at].kind not in {"item", "line"} or at == work.body_to
    ]
    at = desk.rng.choice(spots or [work.body_to])
    work.blocks[at:at] = blocks
    work.body_to += len(blocks)


def _mark(key: str, needle: str, **data: Any) -> Mark:
    return Mark(key=key, data=data, needle=needle)


def reference(desk: Desk, work: Work, told: set[str]) -> None:
    """One reference to the MHRA guidelines, or a table of them."""
    book = words("mhra")
    tables = work.codes[0] in {"2.2", "7.1", "7.2"} and not work.traps and "a table" not in told
    if tables and desk.rng.random() < 0.35:
        told.add("a table")
        chosen = sorted(desk.rng.sample(book["row"], 3))
        rows = [
            ["Clause", "Requirement", "Finding"],
            *([f"MHRA 2021, section {s}", what, found] for s, what, found in chosen),
        ]
        marks = [_mark("mhra", f"section {s}", edition="2021", section=s, grade="applied") for s, _, _ in chosen]
        place(desk, work, [table(rows, *marks)])
        return
    if desk.rng.random() < 0.08:
        edition, section, grade, text, note = desk.rng.choice(book["noted"])
        mark = _mark("mhra", note[:60], edition=edition, section=section, grade=grade)
        place(desk, work, [para(text), Block(kind="small", text=note, marks=[mark])])
        return
    old = (work.date or "2024") < "2021-03"
    found = [one for one in book["ref"] if one[3] not in told and not (old and one[0] == "2021")]
    home = [one for one in found if one[4] and work.codes[0][0] in one[4]]
    found = home if home and desk.rng.random() < 0.7 else [one for one in found if not one[4]] or home
    edition, section, grade, text, _ = desk.rng.choice(found)
    told.add(text)
    said = desk.say(text)
    mark = _mark("mhra", said[:60], edition=edition or None, section=section or None, grade=grade)
    place(desk, work, [para(said, mark)])


def scope(desk: Desk, work: Work, kind: str) -> None:
    """A passage out of the scheme's scope."""
    text = desk.rng.choice(words("scope")[kind])
    place(desk, work, [para(text, _mark("scope", text[:50], kind=kind))])


def away(desk: Desk, work: Work, book: str, key: str = "away") -> None:
    """A sentence that only sounds like something."""
    text = figures(desk, desk.rng.choice(words(book)[key]))
    marks = [_mark("not_phi", text[:25], kind="look-alike")] if book == "personal" else []
    place(desk, work, [para(text, *marks)])


def dated(desk: Desk, work: Work) -> None:
    """A day in the text that is not the work's own: long before it, or still to come."""
    own = desk.people.submitted - timedelta(days=120)
    if work.date:
        own = date.fromisoformat((work.date + "-01-01")[:10])
    earlier, later = desk.before(own, 40, 2500), own + timedelta(days=desk.rng.randint(40, 500))
    kind = "dated_patient" if set(work.codes) & {"4.1", "4.2"} and desk.rng.random() < 0.6 else "dated"
    text = desk.say(
        desk.rng.choice(words("fillers")[kind]),
        d1=desk.shown(earlier),
        y1=str(earlier.year),
        m1=written(earlier, "month"),
        f1=desk.shown(later),
    )
    place(desk, work, [para(text)])


SUITED: Final = (("patient|device|request|scanned", "4"), ("incident", "5"), ("site", "6"))
"""Words of a sentence, and the only category in which it makes sense."""


def simulated(desk: Desk, work: Work, *, noted: bool) -> None:
    """Say that the work is made up: in it, or in the table."""
    work.simulated = True
    if noted:
        work.note = desk.rng.choice(words("scope")["simulated_note"])
        return
    first = work.codes[0][0]
    found = [
        one
        for one in words("scope")["simulated"]
        if all(first == category for pattern, category in SUITED if re.search(pattern, one))
    ]
    text = desk.rng.choice(found)
    if work.author != "applicant":
        work.author = work.roles = None
    work.blocks.insert(work.body_from, para(text, _mark("simulated", text[:40])))
    work.body_to += 1


# Personal data


def check_digit(nine: str) -> int:
    """The tenth digit by modulus 11; ten where there is none."""
    return (11 - sum(int(d) * (10 - at) for at, d in enumerate(nine)) % 11) % 11


def nhs_number(rng: Random) -> str:
    """A valid number of the range that is never issued."""
    while True:
        nine = f"999{rng.randrange(10**6):06d}"
        if (last := check_digit(nine)) < 10:
            return f"{nine}{last}"


def chi_number(rng: Random) -> str:
    """A number with a good check digit for a day that was in no year, so never issued."""
    while True:
        nine = f"2902{rng.choice(YEARS)}{rng.randrange(1000):03d}"
        if (last := check_digit(nine)) < 10:
            return f"{nine}{last}"


def invalid(rng: Random, many: int) -> str:
    """Digits that are nobody's number."""
    while True:
        made = str(rng.randrange(10 ** (many - 1), 10**many))
        if many != 10 or check_digit(made[:9]) != int(made[9]):
            return made


def figures(desk: Desk, text: str) -> str:
    """A text with its numbers and names filled in."""
    rng = desk.rng
    nhs, chi, book = nhs_number(rng), chi_number(rng), words("personal")
    birth = date(rng.randint(1938, 1996), rng.randint(1, 12), rng.randint(1, 28))
    first, last = rng.choice(book["first"]), rng.choice(book["last"])
    title = "Mr" if first in {"Wilfred", "Gordon", "Callum", "Stanley", "Tomasz"} else "Mrs"
    return desk.say(
        text,
        nhs=f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}",
        nhs_run=nhs,
        chi=rng.choice([chi, f"{chi[:6]} {chi[6:]}"]),
        dob=written(birth, rng.choice(["slash", "slash", "long", "hyphen"])),
        pat=f"{title} {first} {last}",
        hosp=rng.choice(
            [f"RX{rng.randrange(10**5, 10**6)}", f"K{rng.randrange(10**5, 10**6)}", str(rng.randrange(10**6, 10**7))]
        ),
        ten=invalid(rng, 10),
        ten2=invalid(rng, 9),
        five=invalid(rng, 5),
        three=invalid(rng, 3),
        six=invalid(rng, 6),
        four=invalid(rng, 4),
        eight=invalid(rng, 8),
        doc=desk.people.staff[-1].split()[1],
    )


def personal(desk: Desk, work: Work, kind: str) -> None:
    """Personal data in the words of a work."""
    text = figures(desk, desk.rng.choice(words("personal")[kind]))
    place(desk, work, [para(text, _mark("phi", text[:25], kind=kind))])


def hidden(desk: Desk, work: Work) -> None:
    """Personal data that nobody sees."""
    text = figures(desk, "Patient {pat} {nhs}")
    mark = _mark("phi", text[:12], kind="hidden_text")
    work.blocks.append(Block(kind="hidden", text=text, how=desk.rng.choice(["white", "unprinted"]), marks=[mark]))


# Redactions


def covered(desk: Desk, work: Work, how: str, key: str) -> None:
    """A line of which a part is, or seems to be, blacked out."""
    label, value, kind = desk.rng.choice(words("personal")["hidden"])
    value = figures(desk, value)
    data = {"kind": kind}
    marks = [_mark(key, label.strip() if how != "raster" else "")]
    if key == "bad":
        marks.append(Mark(key="phi", data=data, needle=value))
    if key == "unsure":
        label, value = "Project code: ", f"MRS-{desk.rng.randint(11, 98)}-B"
        marks = [_mark(key, "Project code")]
    if how in {"highlight", "under"}:
        label, value = (
            "Important: ",
            desk.rng.choice(["the door is never wedged", "ask before you enter", "two signatures"]),
        )
        marks = [_mark("good", value)]
    place(desk, work, [Block(kind="cover", text=label, hidden=value, how=how, marks=marks)])


def banner(desk: Desk, work: Work, how: str) -> None:
    """Dark bars with light words on them, as designers like them."""
    if how == "header":
        rows = [["Step", "Who", "Done"], ["Door looked at", "operator", "yes"], ["Tray emptied", "visitor", "yes"]]
        place(desk, work, [Block(kind="table", rows=rows, how="dark", marks=[_mark("good", "Tray emptied")])])
        return
    text = desk.rng.choice(["PLEASE READ BEFORE USE", "MRI SAFETY", "FOR THE FILE", "MAGNET ALWAYS ON"])
    place(desk, work, [Block(kind="banner", text=text, marks=[_mark("good", text)])])


def link(desk: Desk, work: Work, kind: str) -> None:
    """A link to a drive, a file to be run, or the picture of a file that isn't there."""
    if kind == "dead_icon":
        name = desk.rng.choice(
            ["Fringe field readings.xlsx", "Implant list v2.docx", "Training record.xlsx", "Risk assessment.doc"]
        )
        work_block = Block(kind="icon", text=name, marks=[_mark("active", name.split()[0], kind="dead_icon")])
        place(desk, work, [work_block])
        return
    tenant = desk.people.domain.split(".")[0]
    if kind == "launch":
        text, to = "Open the calculator", "calc_sfg.exe"
    else:
        text, to = desk.rng.choice(
            [
                ("Full spreadsheet on the shared drive", "file:///S:/Physics/MR/readings.xlsx"),
                (
                    "Photographs are here",
                    f"https://{tenant}.sharepoint.com/sites/MRPhysics/Shared%20Documents/photos",
                ),
                ("See the drawings", "file://fileserver02/estates/MRI/revC.pdf"),
                (
                    "OneDrive copy of the audit sheet",
                    "https://example-my.sharepoint.com/personal/physics/Documents/audit.xlsx",
                ),
            ]
        )
    place(
        desk,
        work,
        [
            Block(
                kind="link",
                text=text,
                hidden=to,
                how="launch" if kind == "launch" else "uri",
                marks=[_mark("active", text, kind=kind)],
            )
        ],
    )
