"""Works of the sort that the guidance bars for the sub-category for which they are cited."""

from typing import Any, Final

from .chance import words
from .desk import FORMS, Desk, truth_date, written
from .heading import headed
from .model import Block, Work
from .works import dress, long, papers_of_three

TRAPS: Final = (
    *("1.1_enacts_only", "1.2_nominated_list", "1.2_risk_assessment", "2_whole_document", "2.2_equipment_audit"),
    *("3_risk_assessment", "3_no_safety_aim", "3_no_image_quality", "3_not_independent", "4_relay", "4.2_one_hazard"),
    *("5.1_mere_trainer", "6.1_software", "7_documents_review", "8.1_no_reflection", "8.1_course_certificate"),
    *("8.2_local_only", "commentary_only"),
)
ROLES: Final = ("MR Authorised Person", "MR Operator", "MR Responsible Person", "Deputy", "MR Authorised Person")


def wrong(desk: Desk, trap: str) -> list[Work]:
    """The work that bears this trap, with what has to stand beside it for the rest to be in order."""
    if trap == "2_whole_document":
        work = long(desk, ("2.1",), whole=True)
        work.traps = (trap,)
        return [work]
    if trap == "3_not_independent":
        return _dependent(desk, trap)
    work = _one(desk, trap)
    return [work, *papers_of_three(desk)] if trap.startswith("3_") else [work]


def _one(desk: Desk, trap: str) -> Work:
    book: Any = words("traps")[trap]
    code = desk.rng.choice(book["codes"])
    work = Work(title=desk.say(desk.rng.choice(book["title"]), code=code), codes=(code,), blocks=[], traps=(trap,))
    work.blocks = _text(desk, book)
    work.genre = book.get("genre", "paper")
    if trap != "commentary_only" and "certificate" not in book and work.genre == "paper":
        work.blocks += desk.besides(desk.rng.randint(2, 4))
    if "certificate" in book:
        return _certified(desk, work, trap)
    if work.genre == "mail":
        dress(desk, work)
        work.roles = ()
        return work
    headed(desk, work, mode=_mode(desk, book, trap))
    if trap in {"5.1_mere_trainer", "8.2_local_only"}:
        work.extra |= {"author unmeasured": True, "roles unmeasured": True}
    if trap == "commentary_only":
        work.extra["roles unmeasured"] = True
    return work


def _mode(desk: Desk, book: Any, trap: str) -> str:
    if trap == "commentary_only":
        return "applicant"
    if "table" in book or "log" in book:
        return desk.rng.choice(("none", "other"))
    return desk.rng.choice(("applicant", "applicant", "initials", "none"))


def _text(desk: Desk, book: Any) -> list[Block]:
    blocks = [one for group in book.get("groups", ()) for one in desk.paras(group, 1)]
    blocks += [Block(kind="para", text=desk.say(text)) for text in desk.fresh(book["text"], 6)]
    if "topic" in book:
        blocks += desk.paras(book["topic"], 3)
    if "table" in book:
        names = [desk.slots[name] for name in ("other", "third", "app")]
        rows = [(name, desk.rng.choice(ROLES), f"ext. {desk.rng.randint(2000, 8999)}") for name in names]
        blocks.insert(1, Block(kind="table", rows=(("Name", "Appointed as", "Contact"), *rows)))
    if "log" in book:
        rooms = [("Porters", "Room 4", str(desk.rng.randint(5, 20))), ("Operators", "Control room", "6")]
        blocks.append(Block(kind="table", rows=(("Group", "Place", "Signed in"), *rooms)))
    if "risk" in book:
        scores = (("Attraction", str(desk.rng.randint(6, 12)), "4"), ("Noise", "6", "2"))
        blocks.append(Block(kind="table", rows=(("Hazard", "Before", "After"), *scores)))
    return blocks


def _certified(desk: Desk, work: Work, trap: str) -> Work:
    """A certificate alone; that of a course may have a reflection with it."""
    day, form = desk.work_day(), desk.rng.choice(FORMS)
    when = Block(
        kind="para", text=f"{desk.rng.choice(('Held on', 'Given on', 'Date of the event:'))} {written(day, form)}"
    )
    work.date, work.date_kind, work.author = truth_date(day, form), "held", "other"
    work.genre = "certificate"
    work.blocks = [Block(kind="title", text="Certificate"), *work.blocks, when]
    if trap == "8.1_course_certificate":
        if desk.rng.random() < 0.5:
            work.blocks += desk.paras("8.1", 2)
            work.extra |= {"author unmeasured": True, "roles unmeasured": True}
        else:
            work.traps = (trap, "8.1_no_reflection")
    return work


def _dependent(desk: Desk, trap: str) -> list[Work]:
    """One piece alone, or two that tell of one and the same change."""
    one, two = papers_of_three(desk)
    one.traps = (trap,)
    if desk.rng.random() < 0.5:
        return [one]
    two = Work(
        title=desk.say("[Console print|Parameter sheet] to the same case"), codes=("3",), blocks=[], traps=(trap,)
    )
    two.blocks = [
        Block(
            kind="para",
            text=desk.say("This belongs to the low SAR case of the other item: the same patient, the same day."),
        ),
        *desk.paras("3.change", 1),
        *desk.paras("3.quality", 1),
    ]
    headed(desk, two, mode="applicant")
    return [one, two]
