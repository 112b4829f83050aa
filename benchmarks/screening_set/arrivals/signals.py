"""What is put into works beside their words: references, words out of scope, made-up cases, covers, look-alikes."""

from typing import Final

from ..strangers.model import Block, Work, para  # noqa: TID252 - the set is imported by two names
from ..strangers.shots import icon  # noqa: TID252 - as above
from . import subject
from .box import Box
from .chance import Doc, chance, words
from .desk import Desk
from .script import in_time, mark

SUITED: Final = {
    "ionising": "27",
    "image_quality": "367",
    "image_harm": "47",
    "medical": "4",
    "mr_safe_metal": "46",
    "us_framework": "1256",
}
PROSE: Final = {"paper", "report", "mail", "letter", "ra", "checklist", "incident", "review", "protocol"}


def put(desk: Desk, work: Work, block: Block) -> None:
    """Put a block into the body, not first, not under a heading, and not into a list or a table of the form."""
    spots = [
        at
        for at in range(work.body_from + 1, work.body_to + 1)
        if work.blocks[at - 1].kind not in {"head", "line"}
        and (at == len(work.blocks) or work.blocks[at].kind != "item" or work.blocks[at - 1].kind != "item")
    ]
    work.blocks.insert(desk.rng.choice(spots or [work.body_to]), block)
    work.body_to += 1


def refer(box: Box, desk: Desk, work: Work) -> None:
    """Fill the places for references, or take them away."""
    at = next((at for at, block in enumerate(work.blocks) if block.kind == "ref"), None)
    if at is None:
        return
    book = words("signals")
    made: list[Block] = []
    if desk.rng.random() < box.plan.references:
        if desk.rng.random() < 0.12 and "same" not in box.used and in_time(desk, "2021"):
            made = _leaning(box, desk.rng.choice(book["same"]))
        else:
            fit = [one for one in book["mhra"] if work.codes[0][0] in one[3] and one[4] not in box.used]
            fit = [one for one in fit if in_time(desk, one[0]) and (not work.traps or one[2] == "mention")]
            made = [_reference(box, desk.rng.choice(fit))] if fit else []
    work.blocks[at : at + 1] = made


def _reference(box: Box, one: Doc) -> Block:
    edition, section, grade, _, text = one
    box.used.add(text)
    return para(text, mark("mhra", text, edition=edition or None, section=section or None, grade=grade))


def _leaning(box: Box, one: Doc) -> list[Block]:
    """A reference, and one that names the same guidelines without saying which."""
    edition, section, grade, first, second, before = one
    box.used.add("same")
    return [
        para(first, mark("mhra", first, edition=edition, section=before, grade=grade)),
        para(second, mark("mhra", second, edition=edition, section=section, grade=grade)),
    ]


def put_in(box: Box) -> None:
    """All that the plan puts into works that are there."""
    _scopes(box)
    _simulated(box)
    _covers(box)
    _look_alikes(box)


def _scopes(box: Box) -> None:
    rng, book = chance("scopes", box.plan.seed), words("signals")["scope"]
    for kind in box.plan.scopes:
        pool = [w for w in box.open() if w.genre in PROSE and not w.traps]
        suited = [w for w in pool if w.codes[0][0] in SUITED[kind]] or pool
        text, work = rng.choice(book[kind]), rng.choice(suited)
        put(box.desk(work), work, para(text, mark("scope", text, kind=kind)))


def _simulated(box: Box) -> None:
    """Made-up cases say so at their beginning, at their end, in their title, or in the table alone."""
    rng, book = chance("simulated", box.plan.seed), words("signals")["simulated"]
    pool = [w for w in box.open() if w.genre in PROSE and w.codes[0][0] in "3456" and not w.traps]
    pool = [w for w in pool if not box.leaks.get(id(w)) and w.genre != "report" and w.author == "applicant"]
    pool = [w for w in pool if w.codes[0] != "5.1"]
    for work in rng.sample(pool, min(box.plan.simulated, len(pool))):
        work.simulated = True
        way = rng.choice(["first", "first", "last", "note", "title", "both"])
        if way in {"first", "both"}:
            work.blocks.insert(
                work.body_from, para(rng.choice(book["first"] if work.doc.get("patient") else book["any"]))
            )
            work.body_to += 1
        if way == "last":
            work.blocks.insert(work.body_to, para(rng.choice(book["last"])))
        if way in {"note", "both"}:
            work.note = rng.choice(book["note"])
        if way == "title":
            old, work.title = work.title, f"{work.title} ({rng.choice(['simulated', 'hypothetical case'])})"
            for block in work.blocks:
                block.text = work.title if block.text == old else block.text
            if work.mail:
                work.note = "Simulated"


def _covers(box: Box) -> None:
    rng, plan = chance("covers", box.plan.seed), box.plan
    pages = [w for w in box.open() if w.genre in PROSE and not w.simulated]
    near = [w for w in pages if w.doc.get("patient")] or pages
    if plan.bad:
        work = rng.choice(near)
        put(box.desk(work), work, subject.cover(box.desk(work), plan.bad))
    for how in plan.good:
        forms = [w for w in pages if w.genre != "mail"] or pages
        work = rng.choice(near if how in {"removed", "raster"} else forms if how in {"dark", "banner"} else pages)
        put(box.desk(work), work, subject.good(box.desk(work), how))
    if plan.unsure:
        work = rng.choice(pages)
        said = f"Contract {box.desk(work).slots['four']}"
        marks = [mark("unsure", f"Held under: {said}")]
        put(box.desk(work), work, Block(kind="cover", text="Held under: ", hidden=said, how="image", marks=marks))
    if plan.phantom:
        work = rng.choice(pages)
        put(box.desk(work), work, subject.picture(box.desk(work), "phantom"))


def _look_alikes(box: Box) -> None:
    """Words and numbers that are none of what they look like."""
    book, personal = words("signals"), words("personal")["away"]
    for work in (one for one in box.open() if one.genre in PROSE):
        desk, category = box.desk(work), work.codes[0][0]
        if desk.rng.random() < 0.16:
            said = desk.say(desk.rng.choice(personal))
            put(desk, work, para(said, mark("not_phi", said, why="look-alike")))
        if desk.rng.random() < 0.08 and not work.traps:
            put(desk, work, para(desk.rng.choice(book["mhra_away"])))
        if desk.rng.random() < 0.05 and category in "467":
            put(desk, work, para(desk.rng.choice(book["scope_away"]["any"])))
        if desk.rng.random() < 0.07 and category in "34567" and not work.simulated:
            put(desk, work, para(desk.rng.choice(book["simulated"]["away"])))
        if desk.rng.random() < 0.08 and work.author == "applicant" and not work.traps:
            work.blocks.insert(0, Block(kind="comment", text=desk.rng.choice(words("people")["comment"])))
            work.body_from, work.body_to = work.body_from + 1, work.body_to + 1
            work.special.append("commented")


def linked(box: Box, work: Work, kind: str) -> None:
    """A link to a drive, one that starts a file, or an icon with nothing behind it."""
    desk = box.desk(work)
    if kind == "dead_icon":
        name = desk.rng.choice(["Survey readings.xlsx", "Draft rules.docx"])
        caption = f"{name} (attached file)"
        block = Block(kind="picture", text=caption, how="130", stream=icon(name))
    else:
        caption, target = {
            "link_drive": ("The full set is on the shared drive.", "file:///S:/Imaging/MRPhysics/full-set.xlsx"),
            "launch": ("Open the checklist", "checklist.xlsm"),
        }[kind]
        block = Block(kind="link", text=caption, hidden=target, how="launch" if kind == "launch" else "uri")
    block.marks = [mark("active", caption, kind=kind)]
    put(desk, work, block)


def web_link(box: Box, work: Work) -> None:
    """A link to a public page, which is nothing to be noticed."""
    said = "Public page of the maker"
    put(box.desk(work), work, Block(kind="link", text=said, hidden="https://www.example.com/mri", how="uri"))
