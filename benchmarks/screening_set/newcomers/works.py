"""From a collection's text to a work with its head, and long works with one place that matters."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from .chance import chance, words
from .desk import Desk
from .heads import headed
from .heads_plain import sheet
from .model import Block, Mark, Work, para, table
from .talks import certificate, mail, mailbase, minutes, reflection

SECOND: Final = {"7.1": "6.2", "5.2": "5.1", "4.3": "2.1", "6.1": "6.2"}
LONG_TITLES: Final = {
    "1": ("MR unit handbook, {site}", "MR service handbook", "The MR unit at {site}: how we work"),
    "2": ("MRI department: yearly report", "Service review, magnetic resonance", "MR unit handbook, {site}"),
    "4": ("MR Physics: yearly report", "Service report of the MR unit, {site}", "MR notebook, collected notes"),
    "5": ("MR unit handbook, {site}", "MRI department: yearly report", "MR operations manual"),
    "6": (
        "Project file: scanner replacement",
        "Project file: the new unit at {site}",
        "MR building and equipment dossier",
    ),
    "7": ("Commissioning and service file, {site}", "MRI department: yearly report", "MR unit logbook and notes"),
}


def body_of(desk: Desk, text: str) -> list[Block]:
    """Headings, paragraphs, points and tables of a text."""
    blocks: list[Block] = []
    for line in text.strip().split("\n"):
        said = desk.say(line)
        if line.startswith("| "):
            cells = [cell.strip() for cell in said[1:].split("|")]
            if not (blocks and blocks[-1].kind == "table"):
                blocks.append(table([]))
            blocks[-1].rows.append(cells)
        elif line.startswith("# "):
            blocks.append(Block(kind="head", text=said[2:]))
        elif line.startswith("- "):
            blocks.append(Block(kind="item", text=said[2:]))
        else:
            blocks.append(para(said))
    return _evened(blocks)


def _evened(blocks: list[Block]) -> list[Block]:
    for block in blocks:
        if block.rows:
            wide = max(len(row) for row in block.rows)
            block.rows = [row + [""] * (wide - len(row)) for row in block.rows]
    return blocks


def work_of(desk: Desk, doc: Mapping[str, Any], *, mode: str = "") -> Work:
    """A work in the manner of its genre."""
    work = Work(title=desk.say(desk.rng.choice(doc["title"])), codes=[doc["code"]], genre=doc["genre"])
    work.dress = desk.rng.randrange(12)
    body = doc["body"].strip()
    match doc["genre"]:
        case "mail":
            mail(desk, work, body_of(desk, body), by_other=bool(doc.get("other")))
            work.roles = [] if doc.get("other") else ["propose"]
        case "mailbase":
            mailbase(desk, work, body_of(desk, body))
        case "minutes":
            minutes(desk, work, [desk.say(line) for line in body.split("\n")])
        case "certificate":
            certificate(desk, work, body)
        case "reflection":
            reflection(desk, work, body_of(desk, body))
        case "commentary":
            work.blocks = [Block(kind="title", text=work.title), *body_of(desk, body)]
            work.body_from, work.body_to = 1, len(work.blocks)
        case _:
            _paper(desk, work, doc, mode)
    if "roles" in doc:
        work.roles = list(doc["roles"])
    if doc.get("roles_free"):
        work.roles = None
    if "trap" in doc:
        _barred(work, doc["trap"])
    return work


def _paper(desk: Desk, work: Work, doc: Mapping[str, Any], mode: str) -> None:
    body = body_of(desk, doc["body"])
    if doc["genre"] == "log":
        mode = "other"
    if doc["genre"] == "slides":
        mode = desk.rng.choice(["applicant", "applicant", "joint", "unclear", "other"])
    if doc["code"].startswith("8"):
        mode = "applicant"
    plain = mode == "handbook"
    who = desk.byline(form=work.genre == "form" or "kind" in doc, mode="other" if plain else mode)
    work.blocks, work.date_kind = list(body), doc.get("kind")
    starts = work.genre == "paper" and doc["code"][0] in "1257" and "trap" not in doc
    if starts and who.mode == "applicant" and desk.rng.random() < 0.2:
        work.blocks.insert(
            0,
            para(desk.say("{name} raised the need for this with the {group}, which asked for it to be written.")),
        )
        who.roles.append("initiate")
    (sheet if plain else headed)(desk, work, who, desk.day())
    work.author, work.roles = who.author, sorted(who.roles)
    _bounds(work, body)


def _bounds(work: Work, body: Sequence[Block]) -> None:
    """Where the text proper stands between head and end."""
    texts = {id(block) for block in body}
    places = [at for at, block in enumerate(work.blocks) if id(block) in texts]
    work.body_from, work.body_to = places[0], places[-1] + 1


def _barred(work: Work, trap: str) -> None:
    work.traps = [trap]
    if trap == "8.1_course_certificate":
        work.traps = ["8.1_course_certificate", "8.1_no_reflection"]
    if trap == "3_no_safety_aim":
        first = next(block for block in work.blocks[work.body_from :] if block.kind == "para")
        first.marks.append(Mark(key="scope", data={"kind": "image_quality"}, needle=first.text[:40]))
    if trap == "6.1_software":
        work.unmeasured.add("scope")
    if trap == "commentary_only":
        work.date, work.author = None, None


def long_work(desk: Desk, found: Sequence[Mapping[str, Any]], *, whole: bool = False) -> Work:
    """A work of eight pages and more, in which each of these is one section among others."""
    title = desk.say(desk.rng.choice(LONG_TITLES[min(found[0]["code"][0], "7")]))
    if whole:
        title = desk.say(
            desk.rng.choice(
                ["Local rules for magnetic resonance imaging, {site}", "MR local rules", "Local Rules: MRI, {trust}"]
            )
        )
    codes = list(dict.fromkeys(doc["code"] for doc in found))
    work = Work(title=title, codes=codes, genre="paper", dress=desk.rng.randrange(12))
    fillers = desk.rng.sample(words("fillers")["section"], 2 * desk.rng.randint(7, 9))
    if whole:
        fillers = words("fillers")["rules"]
    pages = zip(fillers[::2], fillers[1::2], strict=True)
    sections: list[list[Block]] = [[*_filler(desk, one), *_filler(desk, other)] for one, other in pages]
    for doc in found:
        section = body_of(desk, doc["body"])
        heading = Block(kind="head", text=desk.say(desk.rng.choice(doc["title"])), how="section")
        if not whole:
            for block in section:
                block.marks.append(Mark(key="passage", data={"code": doc["code"]}))
        sections.insert(desk.rng.randint(1, len(sections)), [heading, *section])
    body: list[Block] = []
    for at, section in enumerate(sections):
        body += [*([Block(kind="break")] if at else []), *section]
    who = desk.byline(mode=desk.rng.choice(["applicant", "joint", "applicant", "unclear", "reviewer"]))
    work.blocks = list(body)
    headed(desk, work, who, desk.day())
    work.author, work.roles = who.author, sorted(who.roles)
    _bounds(work, body)
    work.passage_codes = [] if whole else codes
    work.traps = ["2_whole_document"] if whole else []
    return work


def _filler(desk: Desk, texts: Sequence[str]) -> list[Block]:
    head, *rest = texts
    more = desk.rng.sample(words("fillers")["spare"], 2)
    return [
        Block(kind="head", text=head, how="section"),
        *(para(desk.say(text)) for text in rest),
        para(" ".join(more)),
    ]


def twin(seed: int, work: Work, *, edited: bool) -> Work:
    """The same work a second time, with a few words more where it was edited."""
    rng = chance("twin", seed)
    blocks = [
        Block(
            kind=b.kind,
            text=b.text,
            rows=[list(row) for row in b.rows],
            how=b.how,
            hidden=b.hidden,
            marks=list(b.marks),
        )
        for b in work.blocks
    ]
    texts = [b for b in blocks[work.body_from : work.body_to] if b.kind in {"para", "item"} and len(b.text) > 50]
    for block in rng.sample(texts, min(2, len(texts))) if edited else ():
        block.text += " " + rng.choice(words("fillers")["spare"])
    made = Work(title=work.title, codes=list(work.codes), genre=work.genre, blocks=blocks, dress=work.dress)
    made.date, made.date_kind, made.author, made.roles = work.date, work.date_kind, work.author, work.roles
    made.head, made.foot, made.mail = work.head, work.foot, dict(work.mail)
    made.body_from, made.body_to = work.body_from, work.body_to
    made.traps, made.simulated, made.note = list(work.traps), work.simulated, work.note
    return made
