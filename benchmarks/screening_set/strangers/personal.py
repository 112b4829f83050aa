"""Personal data as they slip into works, and covers that hide them or only seem to."""

import re
from typing import Final

from .chance import words
from .desk import Desk
from .model import Block, Mark, Work, para, table
from .shots import barred, slice_of, sticker, window
from .signals import mark, place

KINDS: Final = {
    **dict.fromkeys(("pat", "dicom", "label"), "patient_name"),
    **dict.fromkeys(("nhs", "nhs_run"), "nhs_number"),
    **dict.fromkeys(("dob", "dob_dicom"), "dob"),
    "hosp": "hospital_number",
    "chi": "chi_number",
}


def kinds_in(text: str) -> list[str]:
    """The kinds of personal data that a text with slots has."""
    return list(dict.fromkeys(KINDS[slot] for slot in re.findall(r"\{(\w+)\}", text) if slot in KINDS))


def marks_of(text: str, said: str) -> list[Mark]:
    """A mark for each kind, where the text stands."""
    return [mark("phi", said, kind=kind) for kind in kinds_in(text)]


def slip(desk: Desk, work: Work, kind: str) -> None:
    """One slip of this kind, in one of the ways that suit the work."""
    book, rng = words("personal"), desk.rng
    if kind == "patient_name" and work.mail and rng.random() < 0.35:
        _in_subject(desk, work)
        return
    if kind == "patient_name" and work.doc.get("patient", work.doc.get("incident")) and _named(desk, work):
        return
    if _in_row(desk, work, kind):
        return
    pool = [*book["line"], *book[{"chi": "scottish", "hc": "irish", "nhs": "line"}[desk.people.nation]]]
    if kind == "nhs_number" and desk.people.nation != "nhs":
        pool = book["scottish" if desk.people.nation == "chi" else "irish"]
    found = [text for text in pool if kind in kinds_in(text)]
    quotes = [at for at, block in enumerate(work.blocks) if block.kind == "quote"]
    if quotes and rng.random() < 0.6:
        found = [text for text in book["quoted"] if kind in kinds_in(text)] or found
        text = rng.choice(found)
        said = desk.figures(text)
        work.blocks.insert(quotes[0], Block(kind="quote", text=said, marks=marks_of(text, said)))
        return
    text = rng.choice(found or book["line"])
    said = desk.figures(text)
    place(desk, work, [para(said, *marks_of(text, said))])


def _in_subject(desk: Desk, work: Work) -> None:
    """The name in the subject of a mail, and of the mail that it answers."""
    old = work.mail["subject"]
    bare = old.removeprefix("RE: ").removeprefix("Re: ")
    more = desk.figures(desk.rng.choice(words("personal")["subject"]))
    work.mail["subject"] = f"{old}{more}"
    for block in work.blocks:
        if block.text in {old, bare, f"Subject: {old}", f"Subject: {bare}"}:
            block.text += more
            block.marks.append(mark("phi", desk.patient["pat"], kind="patient_name"))


def _named(desk: Desk, work: Work) -> bool:
    """The patient's name where the text speaks of the patient."""
    for block in [one for one in work.blocks[work.body_from : work.body_to] if not one.marks]:
        for at, row in enumerate(block.rows):
            if any(desk.who in cell for cell in row):
                new = _name(desk)
                block.rows[at] = [cell.replace(desk.who, new) for cell in row]
                block.marks.append(mark("phi", desk.patient["pat"], kind="patient_name"))
                return True
        if desk.who in block.text:
            block.text = block.text.replace(desk.who, _name(desk), 1)
            block.marks.append(mark("phi", desk.patient["pat"], kind="patient_name"))
            return True
    return False


def _name(desk: Desk) -> str:
    return desk.figures(desk.rng.choice(words("personal")["named"])).removeprefix("our patient ")


def _in_row(desk: Desk, work: Work, kind: str) -> bool:
    """A row of a form, or of the table at the head of a mail's form."""
    book = words("personal")
    pairs = [b for b in work.blocks if b.kind == "table" and b.rows and len(b.rows[0]) == 2]
    if work.genre != "form" or not pairs or desk.rng.random() < 0.25:
        return False
    rows = {
        "nhs": book["row"],
        "chi": [*book["row"][0:1], *book["row"][2:5], *book["row_scottish"]],
        "hc": [*book["row"][0:1], *book["row"][2:5], *book["row_irish"]],
    }
    found = [row for row in rows[desk.people.nation] if kind in kinds_in(row[1])]
    if not found:
        return False
    label, text = desk.rng.choice(found)
    said = desk.figures(text)
    pairs[-1].rows.insert(1, [label, said])
    pairs[-1].marks += marks_of(text, said)
    return True


def running(desk: Desk, work: Work) -> None:
    """The patient in the running head of every page, as a form prints it."""
    text = desk.rng.choice(["{label}   NHS {nhs}", "{label}   DOB {dob}", "Patient {label}   Hosp no {hosp}"])
    work.head = desk.figures(text)
    work.file_marks += [Mark(key="phi", data={"kind": kind, "running": True}) for kind in kinds_in(text)]


def pictured(desk: Desk, work: Work, kind: str) -> None:
    """A picture with a patient's data in it: a slice with corners, a label, a window; or a phantom's."""
    figures = desk.figures
    if kind == "phantom":
        stream, caption = (
            slice_of(desk.rng, ("PHANTOM^QA\nID QA0042\n01/01/1900", "TR 640 TE 12\nSAR 1.1")),
            "Figure: phantom, standard protocol",
        )
        what = mark("not_phi", caption, kind="look-alike")
    else:
        lines = {
            "overlay": [],
            "sticker": [figures("{label}"), figures("DOB {dob}   {hosp}"), figures("NHS {nhs}")],
            "window": [
                figures("Patient: {label}   NHS: {nhs}"),
                figures("Born: {dob}"),
                "Request: MRI spine lumbar",
                "Implant: see letter",
            ],
        }[kind]
        caption = {
            "overlay": "Figure: as seen at the console",
            "sticker": "Label from the request",
            "window": "Screen of the request",
        }[kind]
        corners = (figures("{dicom}\n{nhs_run}\n{dob_dicom}"), "TR 4100 TE 98\nB1rms 1.9")
        stream = slice_of(desk.rng, corners) if kind == "overlay" else (sticker if kind == "sticker" else window)(lines)
        what = mark("phi", caption, kind="overlay")
    place(desk, work, [Block(kind="picture", text=caption, how="280", stream=stream, marks=[what])])


def console(desk: Desk, work: Work) -> None:
    """The line that a console prints above its table of sequences."""
    text = desk.rng.choice(words("personal")["console"])
    said = desk.figures(text)
    place(desk, work, [Block(kind="console", text=said, marks=marks_of(text, said))])


def hidden(desk: Desk, work: Work) -> None:
    """Words in white, which a printer does not show."""
    text = desk.figures(desk.rng.choice(words("personal")["hidden"]))
    place(desk, work, [Block(kind="ghost", text=text, marks=[mark("phi", text, kind="hidden_text")])])


# Covers


def _covered(desk: Desk) -> tuple[str, str]:
    """What is hidden; the national number is called as it is in that nation."""
    label, text = desk.rng.choice(words("personal")["covered"])
    here = words("personal")["national_cover"].get(desk.people.nation)
    if here and text == "{nhs}":
        label, text = here
    return label, text


def bad_cover(desk: Desk, work: Work, how: str) -> None:
    """A cover under which the words are still there."""
    label, text = _covered(desk)
    said = desk.figures(text)
    marks = [mark("bad", label + said), *(mark("phi", label + said, kind=kind) for kind in kinds_in(text))]
    place(desk, work, [Block(kind="cover", text=label, hidden=said, how=how, marks=marks)])


def good_cover(desk: Desk, work: Work, how: str) -> None:
    """A cover with nothing below it, or what only looks like one."""
    rng = desk.rng
    label, _ = _covered(desk)
    if how == "removed":
        gone = "X" * rng.randint(9, 16)
        block = Block(kind="cover", text=label, hidden=gone, how=how, marks=[mark("good", label + gone)])
    elif how == "raster":
        caption = "Copied from the request, details removed"
        block = Block(kind="picture", text=caption, how="380", stream=barred(label, 14), marks=[mark("good", caption)])
    elif how == "highlight":
        label, said = rng.choice(words("personal")["plain_cover"])
        block = Block(kind="cover", text=label, hidden=said, how=how, marks=[mark("good", label + said)])
    elif how == "dark":
        block = table(
            [["Check", "Who", "Done"], ["Pockets", "visitor", "yes"], ["Door", "operator", "yes"]],
            mark("good", "Pockets"),
            how="dark",
        )
    else:
        said = rng.choice(["STOP - MAGNET ALWAYS ON", "FOR ALL STAFF", "READ BEFORE ENTERING"])
        block = Block(kind="banner", text=said, marks=[mark("good", said)])
    place(desk, work, [block])


def unsure_cover(desk: Desk, work: Work) -> None:
    """A picture over words, of which nobody can say whether it was meant to hide them."""
    said = f"MRX-{desk.rng.randint(10, 99)}-Q"
    block = Block(kind="cover", text="Project: ", hidden=said, how="image", marks=[mark("unsure", f"Project: {said}")])
    place(desk, work, [block])
