"""What belongs to files: their kind, scans, what is linked or hung into them, their own data."""

from typing import Final

from ..strangers.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .box import Box
from .chance import chance, docs, words
from .choose import written
from .script import mark
from .signals import linked, put, web_link

ON_PAPER: Final = {"picture", "cover", "ghost", "link"}
LINKS: Final = {"link_drive", "dead_icon", "launch"}
HANGERS: Final = {"embedded_object", "external_relationship", "macro"}
SCANNED: Final = 0.7
WORDED: Final = {
    "paper",
    "ra",
    "minutes",
    "report",
    "review",
    "letter",
    "reflection",
    "checklist",
    "incident",
    "protocol",
}


def special(box: Box) -> None:
    """What belongs to files."""
    _active(box)
    _of_file(box)
    _scanned(box)
    if box.plan.seed % 3 == 2 and (free := _free(box)):
        web_link(box, chance("web", box.plan.seed).choice(free))
    if box.plan.form == "folder":
        _carriers(box)


def _free(box: Box) -> list[Work]:
    """Works that may become files of another kind or pictures of pages."""
    return [w for w in box.open() if w.carrier == "pdf" and w.genre != "slides" and not w.head]


def _on_paper(work: Work) -> bool:
    """Whether the work has what only pages show."""
    return any(block.kind in ON_PAPER or block.how == "dark" for block in work.blocks)


def _one_more(box: Box) -> Work:
    """A work that is free for anything."""
    doc = box.pick(docs(), lambda one: one["genre"] in {"paper", "letter", "reflection", "review"})
    if doc is None:
        raise ValueError("no text is left")
    work = written(box, doc)
    work.blocks = [block for block in work.blocks if block.kind != "picture"]
    return work


def _active(box: Box) -> None:
    kind, rng = box.plan.active, chance("active", box.plan.seed)
    if kind in LINKS:
        linked(box, rng.choice(_free(box)), kind)
    elif kind in HANGERS:
        pool = [one for one in _free(box) if not _on_paper(one) and one.genre in WORDED]
        work = rng.choice(pool) if pool else _one_more(box)
        work.carrier = "docx"
        work.special.append(kind)
        work.file_marks.append(mark("active", "", kind=kind))
    elif kind:
        work = rng.choice(_free(box))
        work.special.append(kind)
        work.file_marks.append(mark("active", "", kind=kind))


def _of_file(box: Box) -> None:
    """Data that are in a file and on none of its pages, or in white."""
    rng, kind = chance("file", box.plan.seed), box.plan.of_file
    if kind == "exif_gps":
        work = Work(title="Photo of the new floor line", codes=[rng.choice(["7.1", "6.2"])], genre="photo")
        work.carrier = "photo"
        work.special.append("photo")
        work.file_marks.append(mark("phi", "", kind=kind))
        box.add(work, box.fresh())
    elif kind:
        work = rng.choice([one for one in _free(box) if not one.simulated])
        if kind == "hidden_text":
            said = box.desk(work).say(rng.choice(words("personal")["hidden"]))
            put(box.desk(work), work, Block(kind="ghost", text=said, marks=[mark("phi", said, kind=kind)]))
        else:
            work.special.append(kind)
            work.file_marks.append(mark("phi", "", kind=kind))


def _scanned(box: Box) -> None:
    """Works that went through the scanner: most of them in one portfolio, or one that nobody can read."""
    kind, rng = box.plan.scan, chance("scan", box.plan.seed)
    pool = [one for one in _free(box) if not {"ghost", "cover", "link"} & {block.kind for block in one.blocks}]
    if kind == "scan":
        for work in pool:
            if rng.random() < SCANNED:
                work.special.append("scan")
        if pool and not any("scan" in work.special for work in pool):
            pool[0].special.append("scan")
    elif kind:
        quiet = [one for one in pool if not box.leaks.get(id(one)) and not any(block.marks for block in one.blocks)]
        (rng.choice(quiet) if quiet else _one_more(box)).special.append(kind)


def _carriers(box: Box) -> None:
    """Some mails as mails or as pictures of them, some papers as Word files."""
    rng = chance("carriers", box.plan.seed)
    shots = 1 if box.plan.seed % 4 == 0 else 0
    for work in _free(box):
        if _on_paper(work) or box.leaks.get(id(work)) == "file":
            continue
        if work.genre == "mail" and work.mail and not work.pair:
            if shots and not box.leaks.get(id(work)) and not any(block.kind == "table" for block in work.blocks):
                work.carrier, shots = "png", 0
                work.special.append("scan")
            elif rng.random() < 0.6:
                work.carrier = "eml"
        elif work.genre == "review" and not work.pair:
            _tracked(box, work)
        elif work.genre in WORDED and rng.random() < 0.33:
            work.carrier = "docx"


def _tracked(box: Box, work: Work) -> None:
    """Comments on a draft as changes in it, whose days are those of the program."""
    desk = box.desk(work)
    work.carrier = "docx"
    for kept, gone, new in words("people")["changes"]:
        rows = [[box.people.name, desk.day.isoformat()]]
        work.blocks.append(Block(kind="tracked", text=f"{kept} // {new}", hidden=gone, rows=rows))
    work.special.append("tracked")
    work.unmeasured = {"date", "date_kind"}
