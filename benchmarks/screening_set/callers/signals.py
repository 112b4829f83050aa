"""What is put into works: references, words out of scope, simulated cases, patients, covers, and what only looks so."""

import re
from typing import Any, Final

from ..apart.pictures import head as slice_of  # noqa: TID252 - the set is imported by two names
from ..apart.pictures import screen  # noqa: TID252 - as above
from ..strangers.model import Block, Mark, Work, para, table  # noqa: TID252 - as above
from ..strangers.shots import barred, icon, sticker  # noqa: TID252 - as above
from .chance import Doc, chance, words
from .choose import QUIET, Box
from .desk import Desk

KINDS: Final = {
    **dict.fromkeys(("pat", "dicom", "label", "last"), "patient_name"),
    **dict.fromkeys(("nhs", "nhs_run"), "nhs_number"),
    **dict.fromkeys(("dob", "dob_dicom"), "dob"),
    "hosp": "hospital_number",
    "chi": "chi_number",
}
SUITED: Final = {
    "ionising": {"7.1", "7.2", "2.2", "4.2"},
    "image_quality": {"7.1", "7.2", "6.1"},
    "image_harm": {"4.1", "4.2", "7.1"},
    "medical": {"4.1", "4.2", "2.1", "4.3"},
    "mr_safe_metal": {"4.1", "4.2", "4.3", "6.1"},
    "us_framework": {"2.1", "1.2", "5.1", "6.2"},
}
WRITTEN: Final = {"paper", "form", "report", "mail", "letter"}
FIRST_OF: Final = {"2021": "2021-03", "2015": "2015-03", "": "2000"}


def mark(key: str, needle: str, **data: Any) -> Mark:
    """Something to be noticed where the needle stands."""
    return Mark(key=key, data=data, needle=needle)


def place(desk: Desk, work: Work, block: Block) -> None:
    """Put a block into the body, not between a heading and its words nor into a list."""
    spots = [
        at
        for at in range(work.body_from, work.body_to + 1)
        if (at == work.body_from or work.blocks[at - 1].kind != "head")
        and (at == len(work.blocks) or work.blocks[at].kind != "item")
        and not (at == work.body_from and at < len(work.blocks) and work.genre == "slides")
    ]
    work.blocks.insert(desk.rng.choice(spots), block)
    work.body_to += 1


def put_in(box: Box) -> None:
    """All that is put into the works of a seed."""
    _said(box)
    _alike_sounding(box)
    _personal(box)


# References, scope, simulated


def _said(box: Box) -> None:
    rng, plan = chance("said", box.plan.seed), box.plan
    fit = [work for work in box.open() if work.genre in WRITTEN and set(work.traps) <= {"3_not_independent"}]
    pool = [work for work in fit if work.doc]
    told: set[str] = set()
    for _ in range(plan.references if pool else 0):
        _reference(box, rng.choice(pool), told)
    for kind in plan.scopes:
        suited = [work for work in pool if SUITED[kind] & set(work.codes)] or pool
        text = rng.choice(words("signals")["scope"][kind])
        work = rng.choice(suited)
        place(box.desk(work), work, para(text, mark("scope", text, kind=kind)))
    made_up = [
        w for w in pool if w.author == "applicant" and w.codes[0][0] in "3456" and w.genre in {"form", "mail", "report"}
    ]
    for work in rng.sample(made_up, min(plan.simulated, len(made_up))):
        work.simulated = True
        if rng.random() < 0.3:
            work.note = rng.choice(words("signals")["noted"])
        else:
            work.blocks.insert(work.body_from, para(rng.choice(words("signals")["simulated"])))
            work.body_to += 1


def _reference(box: Box, work: Work, told: set[str]) -> None:
    """A reference to an edition that there was when the work was written."""
    book = [one for one in words("signals")["mhra"] if one["text"] not in told and _in_time(one, work)]
    book = [one for one in book if "codes" not in one or set(one["codes"]) & set(work.codes)]
    if not book:
        return
    one = box.desk(work).rng.choice(book)
    told.add(one["text"])
    data = {"edition": one["edition"] or None, "section": one["section"] or None, "grade": one["grade"]}
    place(box.desk(work), work, para(one["text"], mark("mhra", one["text"], **data)))


def _in_time(one: Doc, work: Work) -> bool:
    """A 2007 edition is quoted as the one that was in force; the others only once they were out."""
    return one["edition"] == "2007" or not work.shown or work.shown >= FIRST_OF[one["edition"]]


def _alike_sounding(box: Box) -> None:
    """Words, days and numbers that are none of what they look like."""
    away = words("signals")["away"]
    for work in (one for one in box.open() if one.genre in WRITTEN):
        desk, category = box.desk(work), work.codes[0][0]
        rng = desk.rng
        if work.date and len(work.date) == len("2020-01-01") and rng.random() < 0.25:
            earlier = desk.shown(desk.before(desk.day(), 1800, 2600))
            place(desk, work, para(desk.say(rng.choice(away["dated"]), other_day=earlier)))
        if rng.random() < 0.07 and not work.traps:
            place(desk, work, para(rng.choice(away["mhra"])))
        if rng.random() < 0.06 and category in "467" and not work.traps:
            place(desk, work, para(rng.choice(away["scope"])))
        if rng.random() < 0.06 and category in "34567" and not work.simulated:
            place(desk, work, para(rng.choice(words("signals")["simulated_away"])))
        if rng.random() < 0.2:
            said = desk.say(rng.choice(away["personal"]))
            place(desk, work, para(said, mark("not_phi", said, kind="look-alike")))
        if work.author == "applicant" and rng.random() < 0.2 and "commented" not in box.used:
            work.blocks.insert(0, Block(kind="comment", text=rng.choice(words("people")["comment"])))
            work.body_from, work.body_to = work.body_from + 1, work.body_to + 1
            work.special.append("commented")
            box.used.add("commented")


# Patients and covers


def kinds_in(text: str) -> list[str]:
    """The kinds of personal data that a text with slots has."""
    return list(dict.fromkeys(KINDS[slot] for slot in re.findall(r"\{(\w+)\}", text) if slot in KINDS))


def marks_of(text: str, said: str) -> list[Mark]:
    """A mark for each kind, where the text stands."""
    return [mark("phi", said, kind=kind) for kind in kinds_in(text)]


def _personal(box: Box) -> None:
    rng, plan = chance("personal", box.plan.seed), box.plan
    near = [work for work in box.open(patient=True) if work.genre in WRITTEN and not work.simulated] or box.open()
    forms = [work for work in box.open() if work.genre in {"paper", "form", "report"}] or near
    if plan.bad:
        work = rng.choice(near)
        label, text = rng.choice(_nation(box, words("personal")["covered"]))
        said = box.desk(work).say(text)
        marks = [mark("bad", label + said), *(mark("phi", label + said, kind=kind) for kind in kinds_in(text))]
        place(box.desk(work), work, Block(kind="cover", text=label, hidden=said, how=plan.bad, marks=marks))
    for how in plan.good:
        work = rng.choice(near if how in {"removed", "raster"} else forms)
        place(box.desk(work), work, _good(box.desk(work), how))
    if plan.unsure:
        work = rng.choice(forms)
        said = f"Tender no. {box.desk(work).slots['five']}"
        cover = Block(kind="cover", text="Under: ", hidden=said, how="image", marks=[mark("unsure", f"Under: {said}")])
        place(box.desk(work), work, cover)
    for _ in range(plan.slips):
        work = rng.choice(near)
        text = rng.choice(
            _nation(box, words("personal")["line"]) + (words("personal")["scottish"] * 2 if box.people.scottish else [])
        )
        said = box.desk(work).say(text)
        place(box.desk(work), work, para(said, *marks_of(text, said)))
    if plan.pictured:
        work = rng.choice(near)
        place(box.desk(work), work, _picture(box.desk(work), plan.pictured))


def _nation(box: Box, pool: list[Any]) -> list[Any]:
    """In Scotland nobody writes an NHS number."""
    return [one for one in pool if not (box.people.scottish and "nhs" in str(one))]


def _good(desk: Desk, how: str) -> Block:
    """A cover with nothing below it, or what only looks like one."""
    label = desk.rng.choice(["Patient: ", "Name: ", "Unit number: "])
    if how == "removed":
        gone = "X" * desk.rng.randint(9, 16)
        return Block(kind="cover", text=label, hidden=gone, how=how, marks=[mark("good", label + gone)])
    if how == "raster":
        caption = "Part of the request, blacked out before it was copied"
        return Block(kind="picture", text=caption, how="360", stream=barred(label, 15), marks=[mark("good", caption)])
    if how == "highlight":
        said = "Ring before booking."
        return Block(kind="cover", text="Note: ", hidden=said, how=how, marks=[mark("good", f"Note: {said}")])
    if how == "dark":
        rows = [["Version held by", "Copies"], ["Control room", "1"], ["Reception", "2"]]
        return table(rows, mark("good", "Version held by"), how="dark")
    said = desk.rng.choice(["THE MAGNET IS NEVER OFF", "CONTROLLED DOCUMENT", "KEEP BEHIND THE RED LINE"])
    return Block(kind="banner", text=said, marks=[mark("good", said)])


def _picture(desk: Desk, kind: str) -> Block:
    say = desk.say
    if kind == "phantom":
        caption = "Picture of the phantom with the new settings"
        stream = slice_of(desk.rng, ("QA^PHANTOM\nQA 01\n01/01/1900", "B1rms 1.8\nTR 520", "SE 3 IM 11"))
        return Block(
            kind="picture", text=caption, how="260", stream=stream, marks=[mark("not_phi", caption, kind="look-alike")]
        )
    national = say("CHI {chi}") if desk.people.scottish else say("NHS {nhs}")
    if kind == "overlay":
        caption = "Picture taken off the console"
        stream = slice_of(desk.rng, (say("{dicom}\n{hosp}\n{dob_dicom}"), "B1rms 1.9\nTR 480", "SE 4 IM 9"))
    elif kind == "window":
        caption = "The request as it reached us"
        stream = screen(
            [say("Patient {label}   {hosp}"), f"{national}   born {say('{dob}')}", "MRI head, see device letter"]
        )
    else:
        caption = "Label on the form, photographed"
        stream = sticker([say("{label}"), say("Born {dob}"), national])
    return Block(kind="picture", text=caption, how="300", stream=stream, marks=[mark("phi", caption, kind="overlay")])


# Links


def linked(box: Box, work: Work, kind: str) -> None:
    """A link to a drive, one that starts a file, or an icon with nothing behind it."""
    desk = box.desk(work)
    if kind == "dead_icon":
        name = desk.rng.choice(["Field plot.xlsx", "Letter.docx"])
        caption = f"{name} (double click to open)"
        block = Block(
            kind="picture", text=caption, how="140", stream=icon(name), marks=[mark("active", caption, kind=kind)]
        )
    else:
        said, target = {
            "link_drive": (
                "The measured values are in the shared folder.",
                "https://brackenmoor.sharepoint.com/sites/mrphysics/values.xlsx",
            ),
            "launch": ("Open the calculation sheet", "calculation.xlsm"),
        }[kind]
        how = "launch" if kind == "launch" else "uri"
        block = Block(kind="link", text=said, hidden=target, how=how, marks=[mark("active", said, kind=kind)])
    place(desk, work, block)


__all__ = ["QUIET", "linked", "mark", "place", "put_in"]
