"""Works of the sort that the guidance bars for the sub-category for which they are cited."""

from typing import Any, Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .dates import truth_of_day
from .desk import Desk, para
from .heads import headed
from .talks import mailed
from .works import good, long, pieces_of_three

TRAPS: Final = (
    "1.1_enacts_only",
    "3_not_independent",
    "1.2_nominated_list",
    "4_relay",
    "7_documents_review",
    "2_whole_document",
    "8.1_no_reflection",
    "3_risk_assessment",
    "2.2_equipment_audit",
    "5.1_mere_trainer",
    "6.1_software",
    "3_no_safety_aim",
    "1.2_risk_assessment",
    "8.2_local_only",
    "4.2_one_hazard",
    "3_no_image_quality",
    "8.1_course_certificate",
    "commentary_only",
)
POSTS: Final = ("MR Responsible Person", "MR Authorised Person", "Deputy", "MR Safety Expert")


def barred(desk: Desk, trap: str) -> list[Work]:
    """The work with its trap, and what must stand beside it so that no other is sprung."""
    if trap == "2_whole_document":
        work = long(desk, "2.1", whole=True)
        work.traps = (trap,)
        return [work]
    if trap == "3_not_independent":
        return _dependent(desk, trap)
    work = _one(desk, trap)
    return [work, *pieces_of_three(desk)] if trap.startswith("3_") else [work]


def _one(desk: Desk, trap: str) -> Work:
    book: Any = words("traps")[trap]
    work = Work(
        title=desk.say(desk.rng.choice(book["title"])),
        codes=(desk.rng.choice(book["codes"]),),
        blocks=[],
        traps=(trap,),
    )
    work.blocks = [para(desk.say(text)) for text in book["text"]]
    if "cert" in book:
        return _certified(desk, work, book)
    work.blocks += _rows(desk, book)
    work.extra["bare"] = True
    if "mail" in book:
        work.genre = "mail"
        mailed(desk, work, lead="mail_relay")
        return work
    mode = {"commentary_only": "applicant", "1.2_nominated_list": "none", "5.1_mere_trainer": "none"}.get(trap, "")
    headed(desk, work, mode=mode or desk.rng.choice(("applicant", "applicant", "initials", "none")), dating="")
    if trap in {"5.1_mere_trainer", "8.2_local_only", "commentary_only"}:
        work.extra |= {"roles unmeasured": True, "author unmeasured": trap != "commentary_only"}
    return work


def _rows(desk: Desk, book: Any) -> list[Block]:
    rng = desk.rng
    if "table" in book:
        names = [desk.slots[name] for name in ("other", "third", "fourth", "app")]
        rows = [(name, post, str(rng.randint(2000, 8999))) for name, post in zip(names, POSTS, strict=True)]
        return [Block(kind="table", rows=(("Name", "Appointment", "Extension"), *rows))]
    if "log" in book:
        rows = [(who, str(rng.randint(4, 22)), "Lecture") for who in ("Porters", "Theatre staff", "Students")]
        return [Block(kind="table", rows=(("Audience", "Number", "Kind"), *rows))]
    if "risk" in book:
        rows = [(one, str(rng.randint(6, 12)), str(rng.randint(2, 5))) for one in ("Attraction", "Noise", "Heating")]
        return [Block(kind="table", rows=(("Hazard", "Score before", "Score after"), *rows))]
    return []


def _certified(desk: Desk, work: Work, book: Any) -> Work:
    """A certificate and nothing with it."""
    day = desk.work_day()
    lines = [desk.say(text) for text in book["cert"]]
    work.date, work.date_kind, work.author = truth_of_day(day, desk.form), "held", "other"
    work.blocks = [Block(kind="title", text=lines[0]), *(para(text) for text in lines[1:])]
    work.blocks.append(para(desk.say("[Held on|Date of the event:] ") + desk.shown(day)))
    work.blocks.append(para(desk.say("Signed for the organisers: {fourth}")))
    work.genre = "certificate"
    if work.traps == ("8.1_course_certificate",):
        work.traps = ("8.1_course_certificate", "8.1_no_reflection")
        work.date_kind = "held"
    return work


def _dependent(desk: Desk, trap: str) -> list[Work]:
    """One piece alone, or two that tell of one and the same change."""
    one = good(desk, "3", genre="paper", mode="applicant")
    one.traps = (trap,)
    if desk.rng.random() < 0.5:
        return [one]
    two = Work(title=desk.say("[Console record|Parameter printout] of the same change"), codes=("3",), blocks=[])
    two.traps = (trap,)
    text = f"This is the record of the change told in '{one.title}': the same patient, the same scan, the same day. "
    two.blocks = [
        para(desk.say(text + "It adds the settings as the console kept them and nothing else.")),
        *[block for block in one.blocks if block.kind == "table" and len(block.rows[0]) == 3][:1],
        para(desk.say("The settings stood for the whole scan, against heating and stimulation.")),
        para("The radiologist's view of the image quality, which is in the other paper, holds for these images too."),
    ]
    headed(desk, two, mode="applicant")
    return [one, two]
