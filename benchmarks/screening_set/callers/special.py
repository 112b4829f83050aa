"""What is alike, and what belongs to files: links, hangers, scans, photographs, the files' own data, other carriers."""

from ..strangers.model import Block, Mark, Work  # noqa: TID252 - the set is imported by two names
from .chance import chance, docs, words
from .choose import PLAIN, QUIET, Box, twin
from .signals import linked, place

ON_PAPER = {"picture", "cover", "ghost", "link"}
LINKS = {"link_drive", "dead_icon", "launch"}


def alike(box: Box) -> None:
    """Two works that are one, that share their small print, or that share their commentary."""
    kind, rng = box.plan.similar, chance("alike", box.plan.seed)
    plain = [
        work for work in box.open() if "3" not in work.codes and work.genre in PLAIN and "long" not in work.special
    ]
    plain = [work for work in plain if "commented" not in work.special]
    if kind in {"near", "duplicate"} and plain:
        work = rng.choice(plain)
        made = box.add(twin(box, work, edited=kind == "near"), box.desk(work))
        work.pair = made.pair = f"{kind}/0"
    elif kind == "none":
        forms = [work for work in plain if work.genre != "mail"]
        for work in rng.sample(forms, 2) if len(forms) > 1 else ():
            work.blocks.append(Block(kind="small", text=words("people")["small_print"]))
            work.pair = "none/0"
    elif kind == "commentary_only":
        both = [work for work in plain if work.author == "applicant" and work.genre != "mail"][:2]
        for work in both if len(both) > 1 else ():
            work.blocks.insert(0, Block(kind="comment", text=words("people")["shared_comment"]))
            work.body_from, work.body_to = work.body_from + 1, work.body_to + 1
            work.pair, work.roles = "commentary_only/0", None


def special(box: Box) -> None:
    """What belongs to files."""
    plan, rng = box.plan, chance("special", box.plan.seed)
    kind = plan.active
    if kind in LINKS:
        linked(box, rng.choice(box.open()), kind)
    elif kind:
        pages = _pages(box)
        if kind in {"embedded_object", "external_relationship", "macro"}:
            work = rng.choice([one for one in pages if not _on_paper(one) and one.genre != "mail"] or [_one_more(box)])
            work.carrier = "docx"
        else:
            work = rng.choice(pages or box.open())
        work.special.append(kind)
        work.file_marks.append(Mark(key="active", data={"kind": kind}))
    _of_file(box)
    if plan.scan:
        pool = [one for one in _pages(box) if not {"ghost", "cover", "link"} & {b.kind for b in one.blocks}]
        (rng.choice(pool) if pool else _one_more(box)).special.append(plan.scan)
    if plan.form == "folder":
        _carriers(box)


def _pages(box: Box) -> list[Work]:
    """Works that may become files of another kind or pictures of pages."""
    free = [work for work in box.open() if work.carrier == "pdf" and not set(work.special) - {"signed"}]
    return [work for work in free if work.genre != "slides"]


def _on_paper(work: Work) -> bool:
    """Whether the work has what only pages show."""
    return any(block.kind in ON_PAPER or block.how == "dark" for block in work.blocks)


def _one_more(box: Box) -> Work:
    work = box.take(docs(), lambda doc: doc["code"] != "3" and doc["genre"] in {"paper", "form", "report"})
    assert work is not None
    return work


def _of_file(box: Box) -> None:
    """Data that are in a file and on none of its pages, or in white."""
    rng, kind = chance("file", box.plan.seed), box.plan.of_file
    if kind == "exif_gps":
        code = rng.choice(["7.2", "6.2"])
        work = Work(title="Photograph of the sign at the door", codes=[code], genre="photo", carrier="photo")
        work.special.append("photo")
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))
        box.add(work, box.fresh())
    elif kind:
        work = rng.choice(_pages(box) or box.open())
        if kind == "hidden_text":
            pool = [one for one in words("personal")["hidden"] if not (box.people.scottish and "nhs" in one)]
            said = box.desk(work).say(rng.choice(pool))
            mark = Mark(key="phi", data={"kind": kind}, needle=said)
            place(box.desk(work), work, Block(kind="ghost", text=said, marks=[mark]))
        else:
            work.special.append(kind)
            work.file_marks.append(Mark(key="phi", data={"kind": kind}))


def _carriers(box: Box) -> None:
    """Some mails as mails, some papers as Word files."""
    rng = chance("carriers", box.plan.seed)
    for work in box.works:
        busy = set(work.special) - {"signed"} or work.passage_codes or work.genre in QUIET or _on_paper(work)
        if busy or work.carrier != "pdf":
            continue
        if work.genre == "mail" and rng.random() < 0.55:
            work.carrier = "eml"
        elif work.genre in {"paper", "form", "minutes", "reflection", "report", "letter"} and rng.random() < 0.35:
            work.carrier = "docx"
