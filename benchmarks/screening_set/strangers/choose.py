"""The works of a seed: what serves, what is barred, what is put in, and what is alike."""

from typing import Final

from . import personal, signals
from .box import CODES, Box
from .chance import barred, chance, words
from .desk import Desk
from .model import Block, Mark, Work
from .people import people
from .plan import Plan
from .special import alike, special
from .works import long_work, twin, whole_rules

SECOND: Final = {"7.1": "6.2", "5.2": "5.1", "4.3": "2.1", "1.2": "2.1", "6.1": "6.2"}
BESIDE: Final = {
    "1.1": "1.2",
    "2.1": "2.2",
    "4.3": "5.1",
    "5.2": "7.2",
    "6.1": "6.2",
    "7.1": "6.2",
    "4.1": "2.2",
    "1.2": "5.1",
}
SUITED: Final = {
    "ionising": ("7.1", "7.2", "2.2"),
    "image_quality": ("7.1", "7.2"),
    "image_harm": ("4.1", "4.2", "7.1"),
    "medical": ("4.1", "4.2", "2.1"),
    "mr_safe_metal": ("4.1", "4.2", "4.3", "5.1"),
    "us_framework": ("2.1", "1.2", "5.1"),
}


WRITTEN: Final = {"paper", "form", "report", "mail", "letter", "minutes"}


def chosen(plan: Plan) -> Box:
    """All works of the seed, in their order."""
    box = Box(plan=plan, people=people(plan.seed))
    _traps(box)
    _thirds(box)
    _long(box)
    _tracked(box)
    _fill(box)
    _seconds(box)
    box.rng.shuffle(box.works) if box.rng.random() < 0.3 else box.works.sort(key=lambda work: work.codes[0])
    _signals(box)
    _personal(box)
    alike(box)
    special(box)
    return box


def _traps(box: Box) -> None:
    for trap in box.plan.traps:
        if trap == "2_whole_document":
            desk = box.fresh()
            box.add(whole_rules(desk), desk)
        elif trap == "3_not_independent":
            _alone(box)
        else:
            pool = [doc for doc in barred() if doc["trap"] == trap and doc["title"][0] not in box.used]
            doc = box.rng.choice(pool)
            box.used.add(doc["title"][0])
            box.of(doc)


def _alone(box: Box) -> None:
    """One piece for category 3, which is not two; sometimes it is sent twice."""
    work = box.of(box.take("3"))
    if work is None:
        return
    work.traps.append("3_not_independent")
    if box.plan.seed % 2:
        made = box.add(twin(box.plan.seed, work, edited=True), box.desk(work))
        work.pair = made.pair = "near/3"


def _thirds(box: Box) -> None:
    """Works for category 3: two that are independent, or none."""
    have = [work for work in box.works if "3" in work.codes]
    if "3_not_independent" in box.plan.traps or (box.plan.third == "none" and not have):
        return
    many = 1 if have or box.plan.third == "one" else 2
    for _ in range(many):
        box.of(box.take("3"))
    thirds = [work for work in box.works if "3" in work.codes]
    if len(thirds) == 1:
        thirds[0].traps.append("3_not_independent")


def _long(box: Box) -> None:
    if not box.plan.long or "2_whole_document" in box.plan.traps:
        return
    first = list(BESIDE)[box.plan.seed * 3 % len(BESIDE)]
    codes = [first, BESIDE[first]] if box.rng.random() < 0.4 else [first]
    found = [
        doc
        for code in codes
        if (doc := box.take(code, fits=lambda doc: doc["genre"] in {"paper", "form", "report"})) is not None
    ]
    if found:
        desk = box.fresh()
        work = box.add(long_work(desk, found), desk)
        work.hint = box.rng.random() < 0.25


def _tracked(box: Box) -> None:
    """Another's procedure with the applicant's changes or remarks in it, as a Word file."""
    if box.plan.form != "folder" or box.plan.seed % 2:
        return
    work = box.of(box.take("2.1", fits=lambda doc: doc["genre"] == "paper"), mode="other")
    if work is None:
        return
    desk = box.desk(work)
    work.carrier, work.special = "docx", ["tracked"]
    work.unmeasured.add("date")
    if box.plan.seed % 4:
        _remarks(desk, work)
        return
    work.roles, work.author = ["revise"], None
    for kept, gone in desk.rng.sample(words("people")["tracked"], 3):
        block = Block(kind="tracked", text=kept, hidden=gone, rows=[[desk.people.name, desk.day().isoformat()]])
        work.blocks.insert(work.body_to, block)
        work.body_to += 1
    if desk.rng.random() < 0.4:
        block.text, gone = desk.rng.choice(words("personal")["gone"])
        block.hidden = desk.figures(gone)
        work.file_marks.append(Mark(key="phi", data={"kind": "revision"}))


def _remarks(desk: Desk, work: Work) -> None:
    """Remarks of the applicant in the margin: the paper stays another's."""
    body = [block for block in work.blocks[work.body_from : work.body_to] if block.kind in {"para", "item"}]
    told = desk.rng.sample(words("people")["comments"], min(3, len(body)))
    for block, said in zip(desk.rng.sample(body, len(told)), told, strict=True):
        block.how, block.hidden = "remark", said
        block.rows = [[desk.people.name, desk.day().isoformat()]]
    work.roles = ["review"]


def _fill(box: Box) -> None:
    codes = [code for code in CODES if code != "3"]
    box.rng.shuffle(codes)
    codes.sort(key=lambda code: any(code in work.codes for work in box.works))
    if not any(work.doc.get("patient") for work in box.works):
        if box.plan.slips or box.plan.pictured or box.plan.bad or box.plan.good:
            box.of(box.take(box.rng.choice(["4.2", "4.2", "5.2"])))
        codes.insert(0, box.rng.choice(["4.1", "4.2", "4.2", "5.2"]))
    for kind in box.plan.scopes:
        codes.insert(0, box.rng.choice(SUITED[kind]))
    if any(trap.startswith("8.1") for trap in box.plan.traps):
        codes = [code for code in codes if code != "8.1"]
    for code in codes:
        if len(box.works) >= box.plan.items:
            break
        box.of(box.take(code))


def _seconds(box: Box) -> None:
    for work in box.works:
        second = SECOND.get(work.codes[0])
        if second and not work.traps and not work.passage_codes and len(work.codes) == 1 and box.rng.random() < 0.25:
            work.codes.append(second)


def _signals(box: Box) -> None:
    rng, plan = chance("signals", box.plan.seed), box.plan
    serving = [work for work in box.open() if not work.traps or work.traps == ["3_not_independent"]]
    fit = [w for w in serving if "tracked" not in w.special and not w.passage_codes]
    for _ in range(plan.references):
        work = rng.choice(fit)
        signals.reference(box.desk(work), work, box.told)
    for kind in plan.scopes:
        suited = [work for work in fit if work.codes[0] in SUITED[kind]] or fit
        work = rng.choice(suited)
        signals.scope(box.desk(work), work, kind)
    made_up = [work for work in fit if work.codes[0] not in {"8.1", "8.2", "7.2", "7.1"} and not work.passage_codes]
    for at, work in enumerate(rng.sample(made_up, min(plan.simulated, len(made_up)))):
        signals.simulated(box.desk(work), work, noted=(plan.seed + at) % 4 == 1)
    for work in box.open():
        _sounding(box, work)
        if work in fit and work.genre in {"paper", "report"} and box.desk(work).rng.random() < 0.12:
            signals.literature(box.desk(work), work)


def _sounding(box: Box, work: Work) -> None:
    """Days, numbers, names and words that are none of what they look like."""
    desk = box.desk(work)
    rng, category = desk.rng, work.codes[0][0]
    if rng.random() < 0.3 and work.genre not in {"log", "reflection", "slides", "minutes", "mailbase"}:
        signals.dated(desk, work)
    plain = not work.passage_codes
    serves = plain and not work.traps
    for share, book, key, fits in (
        (0.22, "personal", "away", True),
        (0.06, "personal", "blank", plain and work.genre in {"paper", "form"}),
        (0.1, "personal", "redacted", bool(work.doc.get("patient"))),
        (0.07, "mhra", "away", serves),
        (0.05, "signals", "scope_away", serves and category in "467"),
        (0.05, "signals", "simulated_away", serves and category in "34567" and not work.simulated),
    ):
        if fits and rng.random() < share:
            signals.away(desk, work, book, key)
    own = work.author == "applicant" and work.genre in {"paper", "form", "report", "mail", "letter"}
    if own and rng.random() < 0.22:
        _commented(box, work)


def _commented(box: Box, work: Work) -> None:
    """A commentary of the applicant before the piece, none twice."""
    found = [text for text in words("people")["commentary"] if text not in box.told]
    if found:
        text = box.desk(work).rng.choice(found)
        box.told.add(text)
        work.blocks.insert(0, Block(kind="comment", text=f"Commentary. {text}"))
        work.body_from, work.body_to = work.body_from + 1, work.body_to + 1
        work.special.append("commented")


def _personal(box: Box) -> None:
    rng, plan = chance("personal", box.plan.seed), box.plan
    if plan.bad:
        work = rng.choice(box.open(patient=True))
        personal.bad_cover(box.desk(work), work, plan.bad)
    for how in plan.good:
        told = how in {"removed", "raster"}
        found = [work for work in box.open(patient=told) if told or work.genre in {"paper", "form", "report", "log"}]
        work = rng.choice(found or box.open())
        personal.good_cover(box.desk(work), work, how)
    if plan.unsure:
        work = rng.choice(box.open())
        personal.unsure_cover(box.desk(work), work)
    for kind in plan.slips:
        known = "chi_number" if kind == "nhs_number" and box.people.nation == "chi" else kind
        real = [work for work in box.open(patient=rng.random() < 0.85) if work.genre in WRITTEN and not work.simulated]
        work = rng.choice(real or box.open(patient=True))
        personal.slip(box.desk(work), work, known)
    if plan.pictured in {"overlay", "sticker", "phantom", "window"}:
        work = rng.choice(box.open(patient=plan.pictured != "phantom"))
        personal.pictured(box.desk(work), work, plan.pictured)
    elif plan.pictured:
        thirds = [work for work in box.open() if "3" in work.codes and plan.pictured == "console"]
        work = rng.choice(thirds or box.open(patient=True))
        (personal.console if plan.pictured == "console" else personal.running)(box.desk(work), work)
