"""From a collection's text to a work with its head, long works with one place that matters, and works made twice."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, Final

from . import talk
from .byline import byline
from .chance import chance, words
from .days import told, written
from .desk import Desk
from .heads import headed, undated
from .mails import mail, mailbase
from .markup import body_of
from .model import Block, Mark, Work, para

LONG_TITLES: Final = (
    "MR service: yearly report",
    "Handbook of the MR unit, {site}",
    "MR department file, collected papers",
    "Service report, magnetic resonance imaging",
)
RULES_TITLES: Final = (
    "Local rules, magnetic resonance, {site}",
    "MR local rules, {trust}",
    "Local Rules for the MR Unit",
)
UNDATED: Final = 0.07
TELLING: Final = 25
"""Letters that stand nowhere else by chance."""


def make(desk: Desk, doc: Mapping[str, Any], *, mode: str = "") -> Work:
    """The work of a text, with a head as its kind of paper has."""
    title = desk.say(desk.rng.choice(doc["title"]))
    work = Work(title=title, codes=[doc["code"]], genre=doc["genre"], doc=doc, dress=desk.rng.randrange(10))
    if "body" in doc and doc["genre"] != "certificate":
        work.blocks = body_of(desk.say(doc["body"]))
    match doc["genre"]:
        case "mail":
            mail(desk, work)
        case "mailbase":
            mailbase(desk, work)
        case "commentary":
            talk.commentary(work)
        case "minutes" | "letter" | "slides" | "log" | "certificate" | "reflection":
            getattr(talk, doc["genre"])(desk, work)
        case _:
            _paper(desk, work, mode or talk.mode_of(desk, work))
    _known(work)
    return work


def _paper(desk: Desk, work: Work, mode: str) -> None:
    if "trap" in work.doc and mode in {"reviser", "copied"}:
        mode = "applicant"
    who = byline(desk, mode, form=work.genre == "form")
    starts = work.genre == "paper" and work.codes[0][0] in "1257" and "trap" not in work.doc
    if starts and who.mode == "applicant" and desk.rng.random() < 0.2:
        said = "This was my suggestion to the {group}, after two near misses, and I was then asked to write it."
        work.blocks.insert(0, para(desk.say(said)))
        who.roles.append("initiate")
    if desk.rng.random() < UNDATED:
        undated(desk, work, who)
    else:
        headed(desk, work, who, desk.day())


def _known(work: Work) -> None:
    """What the collection says of its text."""
    doc = work.doc
    if doc.get("author_null"):
        work.author = None
    if "does" in doc and work.genre != "minutes":
        work.roles = list(doc["does"])
    if doc.get("no_role"):
        work.roles = [] if work.genre == "mail" else None
    if doc.get("free"):
        work.roles = None
    trap = doc.get("trap", "")
    if not trap:
        return
    work.traps = ["8.1_course_certificate", "8.1_no_reflection"] if trap == "8.1_course_certificate" else [trap]
    if (
        trap in {"4_relay", "3_no_safety_aim", "8.2_local_only", "1.1_enacts_only"}
        and work.genre != "minutes"
        and not doc.get("no_role")
    ):
        work.roles = None
    if trap == "3_no_safety_aim":
        first = next(block for block in work.blocks[work.body_from :] if block.kind == "para")
        first.marks.append(Mark(key="scope", data={"kind": "image_quality"}, needle=first.text[:60]))
    if trap == "6.1_software":
        work.unmeasured.add("scope")


# Long works


def long_work(desk: Desk, found: Sequence[Mapping[str, Any]]) -> Work:
    """A work of many pages, in which each of these is one section among others."""
    codes = list(dict.fromkeys(doc["code"] for doc in found))
    work = Work(title=desk.say(desk.rng.choice(LONG_TITLES)), codes=codes, genre="paper", dress=desk.rng.randrange(9))
    many = 2 * desk.rng.randint(8, 10)
    fillers = desk.rng.sample(words("fillers")["section"], many)
    sections = [
        [*_filler(desk, one), *_filler(desk, other)] for one, other in zip(fillers[::2], fillers[1::2], strict=True)
    ]
    for doc in found:
        section = body_of(desk.say(doc["body"]))
        for block in section:
            needle = "".join(block.rows[0]) + "".join(block.rows[1][:2]) if block.rows else block.text[:60]
            if len(needle) < TELLING:
                continue
            block.marks.append(Mark(key="passage", data={"code": doc["code"]}, needle=needle))
        heading = Block(kind="head", text=desk.say(desk.rng.choice(doc["title"])))
        sections.insert(desk.rng.randint(1, len(sections)), [heading, *section])
    work.passage_codes = codes
    if any(code.startswith("2") for code in codes):
        work.unmeasured.add("traps")
    _bound(
        desk, work, sections, desk.rng.choice(["applicant", "joint", "applicant", "unclear", "reviewer", "approved"])
    )
    return work


def whole_rules(desk: Desk) -> Work:
    """Local rules in full, which nobody asked for."""
    work = Work(
        title=desk.say(desk.rng.choice(RULES_TITLES)), codes=["2.1"], genre="paper", dress=desk.rng.randrange(9)
    )
    sections = [_filler(desk, one) for one in words("fillers")["rules"]]
    work.special = ["long"]
    _bound(desk, work, sections, desk.rng.choice(["applicant", "approved", "joint", "reviewer"]))
    work.traps = ["2_whole_document"]
    return work


def _bound(desk: Desk, work: Work, sections: Sequence[Sequence[Block]], mode: str) -> None:
    """Sections on pages of their own, below one head."""
    for at, section in enumerate(sections):
        work.blocks += [*([Block(kind="break")] if at else []), *section]
    headed(desk, work, byline(desk, mode), desk.day())


def _filler(desk: Desk, texts: Sequence[str]) -> list[Block]:
    head, *rest = texts
    return [
        Block(kind="head", text=head),
        *(para(desk.say(text)) for text in rest),
        para(desk.rng.choice(words("fillers")["spare"])),
    ]


# Made twice


def twin(seed: int, work: Work, *, edited: bool) -> Work:
    """The same work a second time; edited, it has another day where that is plain, and some words more."""
    rng = chance("twin", seed)
    made = deepcopy(work)
    if not edited:
        return made
    texts = [
        block
        for block in made.blocks[made.body_from : made.body_to]
        if block.kind in {"para", "item"} and len(block.text) > 50
    ]
    for block in rng.sample(texts, min(2, len(texts))):
        block.text += " " + rng.choice(words("people")["near"])
    if made.shown and made.date and len(made.date) == 10:
        _later(made, rng.choice([7, 14, 28]))
    return made


def _later(work: Work, days: int) -> None:
    """Move the day on, in the form in which it is written."""
    old = date.fromisoformat(str(work.date))
    new = old + timedelta(days=days)
    form = next((one for one in FORMS if written(old, one) == work.shown), "")
    if not form:
        return
    shown = written(new, form)
    for block in work.blocks:
        block.text = block.text.replace(work.shown, shown)
        block.rows = [[cell.replace(work.shown, shown) for cell in row] for row in block.rows]
    work.head, work.foot = work.head.replace(work.shown, shown), work.foot.replace(work.shown, shown)
    work.date, work.shown = told(new, form), shown


FORMS: Final = (
    "long",
    "padded",
    "slash",
    "slash1",
    "two",
    "dots",
    "dash",
    "ordinal",
    "ordinal of",
    "iso",
    "short",
    "caps",
    "weekday",
    "hyphen",
    "us",
)
