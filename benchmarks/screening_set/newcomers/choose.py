"""Which works a portfolio has, and in what order."""

from typing import Final

from . import extras
from .box import SCOPE_CODES, Chooser
from .chance import barred, chance, docs, words
from .filling import fill
from .front import CODES
from .model import Block
from .plan import Plan
from .special import specials
from .works import SECOND, long_work, twin

BESIDE: Final = {
    "1.1": "5.2",
    "1.2": "5.1",
    "2.2": "5.2",
    "4.2": "5.2",
    "4.3": "5.1",
    "5.1": "7.2",
    "5.2": "4.1",
    "6.1": "7.1",
    "6.2": "6.1",
    "7.1": "6.2",
    "7.2": "5.2",
    "4.1": "5.1",
}
"""Sub-categories of long works, and which may stand in the same one."""


def chosen(plan: Plan) -> Chooser:
    """All works of the portfolio, each with what is put into it."""
    box = Chooser(plan)
    _traps(box)
    _tracked(box)
    _thirds(box)
    _long(box)
    _fill(box)
    _seconds(box)
    _order(box)
    fill(box)
    specials(box)
    _alike(box)
    _independent(box)
    return box


def _traps(box: Chooser) -> None:
    for trap in box.plan.traps:
        if trap == "2_whole_document":
            desk = box.desk()
            both = (box.take("2.1", docs(), lambda doc: doc["genre"] == "paper") for _ in range(2))
            found = [doc for doc in both if doc is not None]
            box.add(long_work(desk, found, whole=True), desk)
        elif trap == "3_not_independent":
            box.of(box.take("3", docs()))
        else:
            pool = [doc for doc in barred() if doc["trap"] == trap]
            box.of(box.take(pool[0]["code"], pool))


def _tracked(box: Chooser) -> None:
    """Another's procedure with the applicant's changes in it."""
    if box.plan.form != "folder" or box.plan.seed % 3:
        return
    work = box.of(box.take("2.1", docs(), lambda doc: doc["genre"] == "paper"), mode="handbook")
    if work is None:
        return
    desk = box.desk(work)
    for kept, gone in desk.rng.sample(words("fillers")["tracked"], 3):
        day = desk.day(60, 900).isoformat()
        work.blocks.insert(work.body_to, Block(kind="tracked", text=kept, hidden=gone, rows=[[box.people.name, day]]))
    work.carrier, work.special, work.roles = "docx", ["tracked"], ["revise"]
    work.unmeasured |= {"date", "author"}


def _thirds(box: Chooser) -> None:
    """Works for category 3: two that are independent, or none."""
    if "3_not_independent" in box.plan.traps:
        return
    barred_third = any(trap.startswith("3") for trap in box.plan.traps)
    if box.plan.third != "none" or (barred_third and box.rng.random() < 0.7):
        for _ in range(1 if box.plan.third == "one" else 2):
            box.of(box.take("3", docs()))


def _long(box: Chooser) -> None:
    if not box.plan.long or "2_whole_document" in box.plan.traps:
        return
    desk = box.desk()
    at = box.plan.seed * 2 // 3
    first = list(BESIDE)[at % 12]
    codes = [first, BESIDE[first]] if at % 2 == 0 else [first]
    taken = (box.take(code, docs(), lambda doc: doc["genre"] in {"paper", "form"}) for code in codes)
    found = [doc for doc in taken if doc is not None]
    if found:
        work = box.add(long_work(desk, found), desk)
        work.hint = at % 4 == 1


def _fill(box: Chooser) -> None:
    codes = [code for code in CODES if code != "3"] * 2
    box.rng.shuffle(codes)
    codes.sort(key=lambda code: any(code in work.codes for work in box.works))
    codes = list(dict.fromkeys(codes)) * 2
    if not any(set(work.codes) & set(extras.PATIENT) for work in box.good()):
        codes.insert(0, box.rng.choice(["4.1", "4.2", "4.3"]))
    codes = [*(box.rng.choice(SCOPE_CODES[kind]) for kind in box.plan.scopes), *codes]
    if any(trap.startswith("8.1") for trap in box.plan.traps):
        codes = [code for code in codes if code != "8.1"]
    while len(box.works) < 11 and (len(box.works) < box.plan.items or len(list(box.good())) < 4):
        box.of(box.take(codes.pop(0), docs()))
    papers = [work for work in box.free() if work.genre in {"paper", "form"}]
    for code in codes[: max(0, 3 - len(papers))]:
        box.of(box.take(code, docs(), lambda doc: doc["genre"] in {"paper", "form"}))


def _seconds(box: Chooser) -> None:
    for work in box.good():
        second = SECOND.get(work.codes[0])
        if second and len(work.codes) == 1 and box.rng.random() < 0.25 and not work.passage_codes:
            work.codes.append(second)


def _order(box: Chooser) -> None:
    """By sub-category, as most do, or as they came."""
    if box.rng.random() < 0.7:
        box.works.sort(key=lambda work: work.codes[0])
    else:
        box.rng.shuffle(box.works)


def _alike(box: Chooser) -> None:
    plan, rng = box.plan, chance("alike", box.plan.seed)
    plain = [w for w in box.good() if "3" not in w.codes and not w.passage_codes and w.genre != "minutes"]
    for at, kind in enumerate(plan.similar):
        name = f"{kind}/{at}"
        if kind in {"near", "duplicate"} and plain:
            work = rng.choice(plain)
            plain.remove(work)
            made = twin(plan.seed, work, edited=kind == "near")
            made.carrier = work.carrier
            box.add(made, box.desk(work))
            work.pair = made.pair = name
        elif kind == "none" and len(plain) > 1:
            both = rng.sample([w for w in plain if not w.pair], 2) if sum(not w.pair for w in plain) > 1 else []
            for work in both:
                small = box.desk(work).say(words("fillers")["small_print"])
                work.blocks.append(Block(kind="small", text=small))
                work.pair = name
        elif kind == "commentary_only":
            both = [
                w
                for w in plain
                if not w.pair and w.author == "applicant" and w.blocks[0].kind != "comment" and w.carrier != "eml"
            ][:2]
            for work in both if len(both) == 2 else ():
                work.blocks.insert(0, Block(kind="comment", text=words("fillers")["reused"]))
                work.pair, work.roles = name, None


def _independent(box: Chooser) -> None:
    """One piece alone for category 3 is not two."""
    thirds = [work for work in box.works if "3" in work.codes and work.genre != "picture"]
    if len(thirds) == 1:
        thirds[0].traps.append("3_not_independent")
        if box.plan.seed % 2 and not thirds[0].special and not thirds[0].pair:
            made = twin(box.plan.seed, thirds[0], edited=True)
            made.carrier = thirds[0].carrier
            box.add(made, box.desk(thirds[0]))
            thirds[0].pair = made.pair = "near/3"
