"""Who a work is about: nameless as it should be, named as it happens, covered well or badly."""

import re
from collections.abc import Iterator
from typing import Final

from ..apart.pictures import head as slice_of  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Mark, Work, para, table  # noqa: TID252 - as above
from ..strangers.shots import barred, sticker, window  # noqa: TID252 - as above
from .chance import words
from .desk import Desk
from .script import mark

PICTURES: Final = ("overlay", "sticker", "window")
KINDS: Final = {"natnumber": "nhs_number", "hosp": "hospital_number", "dob": "dob"}


def called(desk: Desk, leak: str) -> None:
    """What the text calls the patient."""
    book = words("personal")
    who = desk.patient["titled"] if leak == "who" else desk.rng.choice(book["who_none"])
    desk.slots |= {"who": who, "Who": who[0].upper() + who[1:]}


def settle(desk: Desk, work: Work, leak: str) -> None:
    """Fill the place where the patient stands, or find one."""
    at = next((at for at, block in enumerate(work.blocks) if block.kind == "subject"), None)
    named = _named(desk, work, leak)
    if leak in {"head", "file", "subject"}:
        _elsewhere(desk, work, leak)
    if leak == "quoted":
        work.mail["quoted"] = "yes"
        work.blocks.append(Block(kind="quote", text=desk.say(desk.rng.choice(words("personal")["quoted"]))))
    if at is not None:
        work.blocks[at : at + 1] = named or [_nameless(desk)]
    elif named:
        spot = 1 if work.blocks[0].kind in {"para", "head"} and len(work.blocks) > 1 else 0
        if work.blocks[spot].kind == "item":
            spot = 0
        work.blocks[spot:spot] = named


def _nameless(desk: Desk) -> Block:
    return para(desk.rng.choice(words("personal")["none"]))


def _named(desk: Desk, work: Work, leak: str) -> list[Block]:
    """The lines, rows or picture that name the patient."""
    book, rng = words("personal"), desk.rng
    if leak in PICTURES:
        return [picture(desk, leak)]
    if leak == "rows" and work.genre != "mail":
        rows = [part.split(" = ") for part in desk.say(rng.choice(book["rows"])).split("; ")]
        return [table([[label, said] for label, said in rows], how="pairs")]
    if leak == "list":
        return [_listed(desk)]
    if leak in {"lines", "rows"}:
        return [para(desk.say(rng.choice(book["lines"])))]
    if leak == "loose":
        return [para(desk.say(rng.choice(book["loose"])))]
    return []


def _listed(desk: Desk) -> Block:
    """Cases of a kind in a list, as a log has them."""
    rows = [["Case", "Who", "Number", "Result"], ["1", "{label}", "{natnumber}", "scanned"]]
    rows += [["2", "{label2}", "not seen", "put off"], ["3", "[removed]", "[removed]", "scanned"]]
    return table([[desk.say(cell) for cell in row] for row in rows])


def _elsewhere(desk: Desk, work: Work, leak: str) -> None:
    """The name in a running head, in the name of the file, or in the subject of a mail."""
    book = words("personal")
    if leak == "head":
        work.head = desk.say(desk.rng.choice(["{label}   {hosp}", "Patient: {pat}   DOB {dob}", "{label}  {national}"]))
        work.file_marks += [mark("phi", "", kind=kind, running=True) for kind, _ in found(desk, work.head)]
    elif leak == "file":
        name = desk.say(desk.rng.choice(book["file_of"]))
        work.special.append(f"file {name}")
        work.file_marks += [mark("phi", "", kind=kind) for kind, _ in found(desk, name)]
    else:
        work.mail["more"] = desk.say(desk.rng.choice(book["subject"]))


def picture(desk: Desk, kind: str) -> Block:
    """A picture with the patient's data in it, or a phantom's."""
    say, national = desk.say, desk.say("{national}")
    if kind == "phantom":
        caption = "Screen of the scanner, phantom in the coil"
        stream = slice_of(desk.rng, ("PHANTOM^ACR\nQA0001\n01/01/1900", "SE TR 500\nB1rms 1.9", "Im 6/11"))
        return Block(kind="picture", text=caption, how="270", stream=stream, marks=[mark("not_phi", caption, why=kind)])
    if kind == "overlay":
        caption = desk.rng.choice(
            ["Console picture of the run in question", "One slice, as it appeared on the console"]
        )
        corners = (say("{dicom}\n{hosp}\n{dob_dicom}"), "TSE TR 3200\nSAR 1.1", "Im 9/24")
        stream = slice_of(desk.rng, corners)
    elif kind == "window":
        caption = "What the referrer wrote, from the request system"
        stream = window([say("Pt: {label}    {hosp}"), f"{national}    dob {say('{dob}')}", "MRI: see device clinic"])
    else:
        caption = "Front of the referral, photographed"
        stream = sticker([say("{label}"), f"DOB {say('{dob}')}", national, say("{street}")])
    return Block(kind="picture", text=caption, how="310", stream=stream, marks=[mark("phi", caption, kind="overlay")])


def cover(desk: Desk, how: str) -> Block:
    """Words of a patient that a cover does not take away."""
    label, said = desk.rng.choice(words("personal")["covered"])
    gone = desk.say(said)
    return Block(kind="cover", text=label, hidden=gone, how=how, marks=[mark("bad", label + gone)])


def good(desk: Desk, how: str) -> Block:
    """A cover with nothing left below it, or what only looks like one."""
    label = desk.rng.choice(["Patient: ", "Name and number: ", "Hospital number: "])
    if how == "removed":
        gone = "M" * desk.rng.randint(8, 15)
        return Block(kind="cover", text=label, hidden=gone, how=how, marks=[mark("good", label + gone)])
    if how == "raster":
        said = "Top of the request; blacked out by the secretary"
        return Block(kind="picture", text=said, how="350", stream=barred(label, 14), marks=[mark("good", said)])
    if how == "highlight":
        said = "not before the device has been read out."
        return Block(kind="cover", text="Remember: ", hidden=said, how=how, marks=[mark("good", f"Remember: {said}")])
    if how == "dark":
        rows = [["Copy no.", "Kept in"], ["1", "control room"], ["2", "office of the lead"]]
        return table(rows, mark("good", "Copy no."), how="dark")
    said = desk.rng.choice(["STRONG MAGNETIC FIELD AT ALL TIMES", "MASTER COPY", "DO NOT REMOVE FROM MR1"])
    return Block(kind="banner", text=said, marks=[mark("good", said)])


def found(desk: Desk, text: str) -> Iterator[tuple[str, str]]:
    """The kinds of personal data in a text, each with the words that are it."""
    patient = desk.patient
    for key, kind in KINDS.items():
        if patient[key] in text:
            yield (kind if key != "natnumber" or not desk.people.scottish else "chi_number"), patient[key]
    for last in (patient["last"], patient["last2"]):
        for hit in dict.fromkeys(re.findall(re.escape(last), text, re.IGNORECASE)):
            yield "patient_name", hit


def noticed(desk: Desk, work: Work) -> None:
    """Mark whatever personal data stand in the words of a work."""
    for block in work.blocks:
        if block.kind == "ghost":
            continue
        texts = [block.text, block.hidden, *(cell for row in block.rows for cell in row)]
        told = [one for text in texts for one in found(desk, text)]
        block.marks += [Mark(key="phi", data={"kind": kind}, needle=said) for kind, said in dict.fromkeys(told)]
    for kind, _ in found(desk, work.mail.get("subject", "")):
        if work.carrier == "eml":
            work.file_marks.append(mark("phi", "", kind=kind))
