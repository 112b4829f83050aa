"""The works of a seed: what serves, what is barred, and how long works are bound."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Final

from ..callers.desk import working  # noqa: TID252 - the set is imported by two names
from ..strangers.markup import body_of  # noqa: TID252 - as above
from ..strangers.model import Block, Work, line, para  # noqa: TID252 - as above
from . import subject
from .box import Box
from .chance import Doc, barred, chance, docs, words
from .days import FULL
from .desk import Desk, people
from .front import CODES
from .heads import boilerplate, headed
from .plan import Plan
from .script import blocks_of, mark
from .signals import refer
from .talk import TALKS

SECOND: Final = {"7.1": "6.2", "5.2": "5.1", "1.2": "1.1", "6.1": "6.2"}
BOUND: Final = ("1.1", "6.2", "5.1", "7.1", "1.2", "4.3", "5.2", "4.1", "7.2", "6.1")
PROSE: Final = {"paper", "report", "checklist"}
COMMENTED: Final = {"paper", "report", "ra", "checklist", "incident", "protocol", "reflection"}
TWINNED: Final = {"paper", "report", "ra", "mail", "letter", "checklist"}
RELATED: Final = {"1": "12", "2": "1257", "3": "34", "4": "34", "5": "25", "6": "67", "7": "267", "8": "58"}
"""Categories that a section for the one could be taken to serve too."""
OUT: Final = date(2021, 4, 1)
"""A day on which the edition of 2021 was out."""
TELLING: Final = 30
"""Letters that stand nowhere else by chance."""


def chosen(plan: Plan) -> Box:
    """The works of the seed, in their order."""
    box = Box(plan=plan, people=people(plan.seed), rng=chance("box", plan.seed))
    leaks = ["lines" if one == "file" and plan.form == "pdf" else one for one in plan.leaks]
    for trap in plan.traps:
        _trap(box, trap)
    _thirds(box, leaks)
    if plan.long:
        _long(box)
    _fill(box, leaks)
    for work in box.works:
        second = SECOND.get(work.codes[0])
        if second and not work.traps and not work.passage_codes and box.rng.random() < 0.2:
            work.codes.append(second)
    if box.rng.random() < 0.75:
        box.works.sort(key=lambda work: work.codes[0])
    return box


def written(box: Box, doc: Doc, leak: str = "") -> Work:
    """The work of a text."""
    desk = box.fresh()
    if "mhra 2021" in doc["body"]:
        desk.not_before(OUT)
    leak = leak if leak not in {"subject", "quoted"} or doc["genre"] == "mail" else "lines"
    leak = "lines" if leak == "who" and "{who}" not in doc["body"].lower() else leak
    subject.called(desk, leak)
    title = desk.say(desk.rng.choice(doc["titles"]))
    work = Work(title=title, codes=[doc["code"]], genre=doc["genre"], doc=doc, dress=desk.rng.randrange(9))
    work.traps = [doc[key] for key in ("trap", "also") if key in doc]
    work.blocks = blocks_of(desk, doc["body"])
    if doc.get("patient") or leak:
        subject.settle(desk, work, leak)
    refer(box, desk, work)
    TALKS.get(work.genre, headed)(desk, work)
    box.add(work, desk)
    if leak:
        box.leaks[id(work)] = leak
    return work


def _trap(box: Box, trap: str) -> None:
    if trap == "2_whole_document":
        _rules(box)
    elif trap != "3_not_independent" and (doc := box.pick(barred(), lambda one: one["trap"] == trap)):
        written(box, doc)


def _thirds(box: Box, leaks: list[str]) -> None:
    """Works for category 3: two that are independent, or none; one alone has its trap."""
    have = sum("3" in work.codes for work in box.works)
    lone = "3_not_independent" in box.plan.traps
    if not box.plan.thirds and not have and not lone:
        return
    for _ in range(1 if lone or have or box.plan.thirds == 1 else 2):
        if doc := box.pick(docs(), lambda one: one["code"] == "3"):
            written(box, doc, leaks.pop() if leaks and box.rng.random() < 0.3 else "")
    thirds = [work for work in box.works if "3" in work.codes]
    if len(thirds) == 1:
        thirds[0].traps.append("3_not_independent")


def _fill(box: Box, leaks: list[str]) -> None:
    codes = [code for code in CODES if code != "3"]
    box.rng.shuffle(codes)
    codes.sort(key=lambda code: any(code in work.codes for work in box.works))
    about = ["4.2", "4.1", "5.2"]
    box.rng.shuffle(about)
    taken = {work.codes[0] for work in box.works if work.codes[0] == "8.1"}
    for _ in range(len(leaks)):
        if doc := box.pick(docs(), lambda one: one["code"] in about and bool(one.get("patient"))):
            written(box, doc, leaks.pop())
    if box.plan.similar == "none":
        _same_form(box)
    for code in [about[0], *codes, *codes]:
        if len(box.works) >= box.plan.items:
            break
        if code not in taken and (doc := _of_code(box, code)):
            written(box, doc)


def _of_code(box: Box, code: str, genres: Collection[str] = ()) -> Doc | None:
    """A text for this sub-category, of these genres where some are named."""
    return box.pick(docs(), lambda one: one["code"] == code and (not genres or one["genre"] in genres))


def _same_form(box: Box) -> None:
    """Two cases on one printed form."""
    genres = {"ra"} if box.plan.seed % 3 else {"paper", "report"}
    found = [box.pick(docs(), lambda one: one["genre"] in genres and one["code"] != "3") for _ in "ab"]
    book = words("people")
    if None in found:
        return
    for doc in [one for one in found if one]:
        work = written(box, doc)
        boilerplate(work, book["form_top"], book["form_end"])
        work.pair = "none/0"


# Long works


def _long(box: Box) -> None:
    """A paper of many pages of which one section, or two, serve; now and then the table names the page."""
    first = box.plan.seed % len(BOUND)
    codes = [BOUND[first], BOUND[(first + 4) % len(BOUND)]][: 1 + (box.rng.random() < 0.35)]
    serving = [doc for code in codes if (doc := _of_code(box, code, PROSE))]
    if not serving:
        return
    desk = box.fresh()
    if any("mhra 2021" in doc["body"] for doc in serving):
        desk.not_before(OUT)
    subject.called(desk, "")
    title = desk.rng.choice(["MR service: annual file", "Imaging physics: MR handbook", "MRI quality manual"])
    work = Work(title=title, codes=[doc["code"] for doc in serving], genre="paper", dress=desk.rng.randrange(9))
    sections = [_section(desk, *one) for one in desk.rng.sample(words("fillers")["section"], desk.rng.randint(8, 11))]
    near = {digit for doc in serving for digit in RELATED[doc["code"][0]]}
    away = [d for d in docs() if d["genre"] in PROSE and d["code"][0] not in near and "mhra" not in d["body"]]
    for doc in desk.rng.sample([d for d in away if d["titles"][0] not in box.used], 2):
        box.used.add(doc["titles"][0])
        serving.append(doc)
    for doc in serving:
        told = _telling(desk, doc, cited=doc["code"] in work.codes)
        sections.insert(desk.rng.randint(1, len(sections) - 1), told)
    work.passage_codes, work.hint = list(work.codes), desk.rng.random() < 0.22
    _bound(box, desk, work, sections, listed=desk.rng.random() < 0.6)


def _section(desk: Desk, title: str, text: str) -> list[Block]:
    return [Block(kind="head", text=title), *body_of(desk.say(text))]


def _telling(desk: Desk, doc: Doc, *, cited: bool) -> list[Block]:
    """The section that serves, marked where it stands; or one for which the paper is not cited."""
    lines = [one for one in doc["body"].split("\n") if not one.startswith(("@", "> "))]
    section = [Block(kind="head", text=desk.say(desk.rng.choice(doc["titles"]))), *blocks_of(desk, "\n".join(lines))]
    for block in section[1:]:
        needle = max((cell for row in block.rows for cell in row), key=len, default=block.text)
        if cited and len(needle) >= TELLING:
            block.marks.append(mark("passage", needle, code=doc["code"]))
    return section


def _bound(box: Box, desk: Desk, work: Work, sections: Sequence[Sequence[Block]], *, listed: bool) -> None:
    heads = [line(f"{at}   {one[0].text}") for at, one in enumerate(sections, start=1)]
    first = [[Block(kind="head", text="In this file"), *heads]] if listed else []
    pages = [*first, *sections]
    work.blocks = [b for at, one in enumerate(pages) for b in ([Block(kind="break")] if at else []) + list(one)]
    headed(desk, work)
    box.add(work, desk)


def _rules(box: Box) -> None:
    """Local rules sent as a whole, for the category that asks for a few pages."""
    desk = box.fresh()
    work = Work(title=f"MR local rules, {box.people.site}", codes=["2.1"], genre="paper", dress=desk.rng.randrange(9))
    work.traps, work.special = ["2_whole_document"], ["long"]
    _bound(box, desk, work, [_section(desk, *one) for one in words("fillers")["rules"]], listed=True)


# Works sent twice


def alike(box: Box) -> None:
    """A work sent twice, or with another day and some words more; or two that share their commentary."""
    kind, rng = box.plan.similar, chance("alike", box.plan.seed)
    plain = [w for w in box.open() if "3" not in w.codes and w.genre in TWINNED and not box.leaks.get(id(w))]
    if kind == "near":
        plain = [w for w in plain if w.genre != "mail" and len(w.date or "") == len("2026-01-01")]
    if kind in {"near", "duplicate"} and plain:
        work = rng.choice(plain)
        made = deepcopy(work)
        if kind == "near":
            _changed(box, work, made)
        box.add(made, box.desk(work))
        work.pair = made.pair = f"{kind}/0"
    elif kind == "commentary_only":
        both = [w for w in box.open() if w.author == "applicant" and w.genre in COMMENTED][:2]
        for work in both if len(both) > 1 else ():
            work.blocks.insert(0, Block(kind="comment", text=words("people")["shared_comment"]))
            work.pair, work.roles = "commentary_only/0", None


def _changed(box: Box, work: Work, made: Work) -> None:
    """Another day, and some words more."""
    desk, day = box.desk(work), box.desk(work).day
    if work.shown:
        new = min(working(day + timedelta(days=37)), working(box.people.submitted - timedelta(days=4)))
        for form in FULL:
            was, will = desk.shown(day, form), desk.shown(new, form)
            made.foot = made.foot.replace(was, will)
            for block in made.blocks:
                block.text = block.text.replace(was, will)
                block.rows = [[cell.replace(was, will) for cell in row] for row in block.rows]
        made.date = new.isoformat()[: len(work.date or "")] if work.date else None
        made.shown = new.isoformat()
    made.blocks.insert(made.body_to, para(words("people")["more"][box.plan.seed % 2]))
