"""What is alike, and what belongs to files: links, hangers, scans, photographs, the files' own data, other carriers."""

from typing import Final

from . import personal, signals
from .box import CODES, QUIET, Box, stays_paper
from .chance import chance, words
from .model import Block, Mark, Work
from .works import twin

PLAIN: Final = {"paper", "form", "report", "letter", "mail"}
FIXED: Final = {"tracked", "long"}


def alike(box: Box) -> None:
    """Two works that are one, that share their small print, or that share their commentary."""
    plan, rng = box.plan, chance("alike", box.plan.seed)
    plain = [
        w
        for w in box.open()
        if not w.passage_codes and "3" not in w.codes and w.genre in PLAIN and not FIXED & set(w.special)
    ]
    if plan.similar in {"near", "duplicate"} and plain:
        work = rng.choice(plain)
        made = box.add(twin(plan.seed, work, edited=plan.similar == "near"), box.desk(work))
        work.pair = made.pair = f"{plan.similar}/0"
    elif plan.similar == "none" and len(plain) > 1:
        forms = [work for work in plain if work.genre != "mail"]
        for work in rng.sample(forms, 2) if len(forms) > 1 else ():
            work.blocks.append(Block(kind="small", text=words("people")["small_print"]))
            work.pair = "none/0"
    elif plan.similar == "commentary_only":
        both = [work for work in plain if work.author == "applicant" and "commented" not in work.special][:2]
        for work in both if len(both) == 2 else ():
            work.blocks.insert(0, Block(kind="comment", text=words("people")["reused"]))
            work.pair, work.roles = "commentary_only/0", None


def special(box: Box) -> None:
    """What belongs to files: links, hangers, scans, photographs, and the files' own data."""
    plan, rng = box.plan, chance("special", box.plan.seed)
    kind = plan.active
    if kind in {"link_drive", "dead_icon", "launch"}:
        work = rng.choice(box.open())
        signals.link(box.desk(work), work, kind)
    elif kind in {"attachment", "javascript"}:
        _hung(rng.choice(box.pages() or box.open()), kind)
    elif kind:
        pool = [work for work in box.pages() if not stays_paper(work) and work.genre != "mail"]
        work = rng.choice(pool) if pool else _one_more(box)
        work.carrier = "docx"
        _hung(work, kind)
    if rng.random() < 0.3:
        work = rng.choice(box.open())
        signals.public(box.desk(work), work)
    _of_file(box)
    if plan.scan:
        pool = [
            work for work in box.pages() if not any(block.kind in {"ghost", "cover", "link"} for block in work.blocks)
        ]
        work = rng.choice(pool) if pool else _one_more(box)
        work.special.append(plan.scan)
    if plan.form == "folder":
        _carriers(box)


def _one_more(box: Box) -> Work:
    """A paper besides, where none of those that are there can be a file of another kind."""
    codes = [code for code in CODES if code != "3"]
    found = (box.take(code, fits=lambda doc: doc["genre"] in {"paper", "form", "report"}) for code in codes)
    work = box.of(next(doc for doc in found if doc is not None))
    assert work is not None
    return work


def _hung(work: Work, kind: str) -> None:
    work.special.append(kind)
    work.file_marks.append(Mark(key="active", data={"kind": kind}))


def _of_file(box: Box) -> None:
    """Data that are in a file and on none of its pages, or in white."""
    rng, kind = chance("file", box.plan.seed), box.plan.of_file
    if kind == "exif_gps":
        work = Work(
            title="Photograph of the trolley line",
            codes=[rng.choice(["7.2", "6.2"])],
            genre="photo",
            carrier="photo",
            special=["photo"],
        )
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))
        box.add(work, box.fresh())
        return
    if not kind:
        return
    work = rng.choice(box.pages() or box.open())
    if kind == "hidden_text":
        personal.hidden(box.desk(work), work)
    else:
        work.special.append(kind)
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))


def _carriers(box: Box) -> None:
    """Some mails as mails, some papers as Word files."""
    rng = chance("carriers", box.plan.seed)
    for work in box.works:
        busy = [one for one in work.special if one != "commented"]
        if busy or work.carrier != "pdf" or work.passage_codes or work.genre in QUIET or stays_paper(work):
            continue
        if (
            work.genre == "mail"
            and work.mail
            and "commented" not in work.special
            and not any(b.kind == "comment" for b in work.blocks)
            and rng.random() < 0.5
        ):
            work.carrier = "eml"
        elif work.genre in {"paper", "form", "minutes", "reflection", "report", "letter"} and rng.random() < 0.35:
            work.carrier = "docx"
