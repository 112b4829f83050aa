"""What is done to works that were chosen: words covered, data of files, works sent twice, works from the scanner."""

from copy import deepcopy
from datetime import timedelta
from typing import Final

from ..arrivals.days import written  # noqa: TID252 - the set is imported by two names
from ..callers.desk import working  # noqa: TID252 - as above
from ..strangers.model import Block, Work, para  # noqa: TID252 - as above
from .chance import words
from .choose import Box
from .desk import Desk
from .plan import HUNG
from .script import blocks_of, kinds_in, mark, needle_of

GOOD: Final = {"removed", "banner", "highlight"}
UNSURE: Final = {"image"}
ROOMY: Final = {"para", "table", "item", "quote"}
EARLY: Final = 3
UNFIT: Final = {"not_phi", "good", "bad", "unsure"}
ABOUT_PATIENTS: Final = {"3", "4.1", "4.2", "4.3", "5.2"}


def made_special(box: Box) -> Box:
    """All of it, in an order in which none undoes another."""
    for how in box.plan.covers:
        _covered(box, how)
    _of_file(box)
    _twice(box)
    _scanned(box)
    return box


def _open(box: Box) -> list[Work]:
    return [w for w in box.works if w.carrier == "pdf" and w.genre == "paper" and not w.pair and not w.passage_codes]


def _covered(box: Box, how: str) -> None:
    """Words under a cover, or a cover with nothing below it, in a work that has none yet."""
    works = [work for work in _open(box) if not work.traps and not _keys(work) & UNFIT]
    if not works:
        return
    apt = works if how in GOOD else [work for work in works if work.codes[0] in ABOUT_PATIENTS]
    work = box.rng.choice(apt or works)
    desk = box.desk(work)
    text = desk.rng.choice(words("signals")[how if how in GOOD else "bad"])
    if how == "ghost":
        _ghostly(work, desk, text)
        return
    block = Block(kind="banner", text=desk.say(text)) if how == "banner" else blocks_of(desk, f"! {how} {text}")[0]
    key = "good" if how in GOOD else "unsure" if how in UNSURE else "bad"
    block.marks.append(mark(key, needle_of(block)))
    work.blocks.insert(_roomy(work), block)


def _keys(work: Work) -> set[str]:
    return {one.key for block in work.blocks for one in block.marks}


def _roomy(work: Work) -> int:
    """Where a cover touches no line above it: after a paragraph or the like, near the beginning."""
    after = [at + 1 for at, one in enumerate(work.blocks) if one.kind in ROOMY]
    return next((at for at in after if at >= EARLY), len(work.blocks))


def _ghostly(work: Work, desk: Desk, text: str) -> None:
    """A field whose value was made white."""
    label, _, value = desk.say(text).partition(" :: ")
    ghost = Block(kind="ghost", text=value)
    ghost.marks = [mark("bad", value), mark("phi", value, kind="hidden_text")]
    at = _roomy(work)
    work.blocks[at:at] = [para(label), ghost]


def _of_file(box: Box) -> None:
    """What is true of a whole file: a name in its data, in its name, in the heads of its pages; something active."""
    p, works = box.plan, _open(box)
    if p.of_file and works:
        work = box.rng.choice(works)
        desk = box.desk(work)
        if p.of_file == "head":
            work.head = desk.say("<{label}   {hosp}|Re: {full}   DOB {dob}|{natlabel} {nat} {pat}>")
            work.file_marks += [mark("phi", "", kind=kind, running=True) for kind in kinds_in(desk, work.head)]
        elif p.of_file == "file" and p.form == "folder":
            work.special.append(f"file {desk.patient['last_name']}")
            work.file_marks.append(mark("phi", "", kind="patient_name"))
        else:
            work.special.append("metadata")
            work.file_marks.append(mark("phi", "", kind="metadata"))
    works = [w for w in _open(box) if not w.file_marks and not any(b.kind == "cover" for b in w.blocks)]
    if p.active and works:
        work = box.rng.choice([w for w in works if not any(b.stream for b in w.blocks)])
        work.special.append(p.active)
        work.carrier = "docx" if p.active in HUNG else "pdf"
        work.file_marks.append(mark("active", "", kind=p.active))


def _scanned(box: Box) -> None:
    plain = [w for w in _open(box) if not w.file_marks and not any(b.kind == "cover" for b in w.blocks)]
    if box.plan.scan and plain:
        for work in box.rng.sample(plain, min(2, len(plain))):
            work.special.append("scan")


def _twice(box: Box) -> None:
    """A work sent twice, or with another day and some words more."""
    kind = box.plan.similar
    if kind not in {"near", "duplicate"}:
        return
    works = [
        w for w in _open(box) if "3" not in w.codes and not w.file_marks and len(w.date or "") == len("2026-01-01")
    ]
    works = [w for w in works if not any(block.kind == "cover" for block in w.blocks) and w.author and not w.traps]
    if not works:
        return
    work = box.rng.choice(works)
    made = deepcopy(work)
    if kind == "near":
        _changed(box, work, made)
    made.title += " (2)"
    box.add(made, box.desk(work))
    work.pair = made.pair = f"{kind}/0"


def _whole(work: Work) -> bool:
    """Whether nothing is special of a work with a full date."""
    special = work.file_marks or work.traps or any(block.kind == "cover" for block in work.blocks)
    return not special and "3" not in work.codes and bool(work.author) and len(work.date or "") == len("2026-01-01")


def _changed(box: Box, work: Work, made: Work) -> None:
    desk = box.desk(work)
    new = min(working(desk.day + timedelta(days=30)), working(box.people.submitted - timedelta(days=3)))
    was, will = written(desk.day, desk.form), written(new, desk.form)
    for block in made.blocks:
        block.text = block.text.replace(was, will)
        block.rows = [[cell.replace(was, will) for cell in row] for row in block.rows]
        for at, one in enumerate(block.marks):
            block.marks[at] = mark(one.key, one.needle.replace(was, will), **one.data)
    made.date = made.shown = new.isoformat()
    made.blocks.append(para(desk.say(desk.rng.choice(words("signals")["more"]))))
