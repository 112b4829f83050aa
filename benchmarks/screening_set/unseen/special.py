"""Works that are files of another kind: messages, Word files, photographs, screens, scans and pages of outlines."""

from collections.abc import Callable
from typing import Any, Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .dates import written
from .desk import Desk, mark, para
from .personal import PATIENTS, SURNAMES, told
from .works import good

SPECIAL: Final = (
    *("eml", "tracked", "photo place", "embedded_object", "screen", "deleted", "eml", "external_relationship"),
    *("word hidden", "scan", "macro", "photo", "word cover", "outlines", "word drive", "word data", "eml", "blurred"),
)
CHANGES: Final = (
    "The trolley is left // at the yellow line [and braked|with one person beside it].|just inside the door.",
    "Plugs and defenders are worn // together [for all sequences over 99 dB(A)|by everyone in the room].|if wished.",
    "A patient with a stimulator is booked // on the [1.5 T|older] machine after advice.|on whichever machine is free.",
    "The key of the rear door // hangs in the control room [and is signed for|behind glass].|is with the porters.",
)


def special(desk: Desk, kind: str) -> Work:
    """A work of this kind."""
    work = MAKERS[kind](desk)
    work.dress = kind
    return work


def _mail(desk: Desk) -> Work:
    work = good(desk, desk.least(("4.1", "6.2", "4.3", "5.2")), genre="mail")
    work.carrier = "eml"
    return work


def _word(desk: Desk, code: str = "", mode: str = "applicant") -> Work:
    desk.layout = "table" if desk.layout == "running" else desk.layout
    work = good(desk, code or desk.least(("2.1", "5.1", "7.2", "6.1")), genre="paper", mode=mode)
    work.carrier = "docx"
    return work


def _tracked(desk: Desk) -> Work:
    """Another's paper with the applicant's changes."""
    work = _word(desk, "2.1", mode="other")
    work.roles = ("revise",)
    for text in desk.rng.sample(CHANGES, 3):
        kept, _, gone = text.rpartition("|")
        rows = ((desk.work_day().isoformat(),),)
        work.blocks.append(Block(kind="tracked", text=kept, hidden=gone, how=desk.slots["app"], rows=rows))
    work.extra |= {"date unmeasured": True, "author unmeasured": True}
    return work


def _deleted(desk: Desk) -> Work:
    """A patient's data struck out and still in the file."""
    work = _word(desk, "5.2")
    gone = f"{told(desk, 'patient_name')} {told(desk, 'nhs_number')}"
    rows = ((desk.work_day().isoformat(),),)
    made = Block(kind="tracked", text="The patient // was seen at once.", hidden=gone, how=desk.slots["app"], rows=rows)
    work.blocks.insert(-1, Block(**{**vars(made), "marks": (mark("phi", kind="revision"),)}))
    work.extra |= {"roles unmeasured": True, "date unmeasured": True}
    return work


def _hidden(desk: Desk) -> Work:
    work = _word(desk, "4.2")
    text = f"{told(desk, 'patient_name')} {told(desk, 'hospital_number')}"
    work.blocks.insert(-1, Block(kind="hidden", text=text, marks=(mark("phi", kind="hidden_text"),)))
    return work


def _covered(desk: Desk) -> Work:
    work = _word(desk, "4.1")
    name = f"{desk.rng.choice(PATIENTS)} {desk.rng.choice(SURNAMES)}"
    marks = (mark("bad", how="black on black"), mark("phi", kind="patient_name"))
    work.blocks.insert(-1, Block(kind="cover", text="Patient:", hidden=name, marks=marks))
    return work


def _described(desk: Desk) -> Work:
    """A Word file whose properties name a patient."""
    work = _word(desk, "4.2")
    work.extra["metadata title"] = f"{told(desk, 'patient_name')} {told(desk, 'nhs_number')}"
    work.blocks[0] = Block(kind="title", text=work.title, marks=(mark("phi", kind="metadata"),))
    return work


def _active(kind: str) -> Callable[[Desk], Work]:
    def make(desk: Desk) -> Work:
        work = _word(desk)
        work.extra["word"] = (kind,)
        work.blocks[0] = Block(kind="title", text=work.title, marks=(mark("active", kind=kind),))
        return work

    return make


def _photo(*, place: bool) -> Callable[[Desk], Work]:
    def make(desk: Desk) -> Work:
        marks = (mark("phi", kind="exif_gps"),) if place else (mark("not_phi", why="photograph without a place"),)
        name = desk.say("[Picture|Photo] of the sign on the magnet room door")
        work = Work(title=name, codes=("7.2",), blocks=[para("MAGNET ON No entry", *marks)], carrier="jpg")
        work.genre = "photo"
        work.extra["place"] = place
        return work

    return make


def _screen(desk: Desk) -> Work:
    """A picture of an e-mail on the screen."""
    code = desk.least(("4.3", "6.2", "4.1"))
    sent = desk.work_day()
    said = desk.body(code, 1)[0].text.split()
    lines = [" ".join(said[at : at + 10]) for at in range(0, len(said), 10)]
    top = [desk.say("From: {app} <{mail}>"), f"Date: {written(sent, 'long')} 11:26", desk.say("To: {other}")]
    lead = "What I would suggest is this."
    work = Work(title=desk.say("[Screenshot|Screen grab] of a message"), codes=(code,), blocks=[], carrier="png")
    work.genre = "screen"
    work.date, work.date_kind, work.author, work.roles = sent.isoformat(), "sent", "applicant", ("propose",)
    work.extra["lines"] = [*top, f"Subject: {desk.title(code)}", "", lead, *lines, "", desk.bye, desk.slots["app"]]
    return work


def _scan(how: str) -> Callable[[Desk], Work]:
    def make(desk: Desk) -> Work:
        work = good(desk, desk.least(("7.1", "2.1", "7.2")), genre="paper", dating="exact")
        work.extra["scan"] = how
        return work

    return make


MAKERS: Final[dict[str, Callable[[Any], Work]]] = {
    "eml": _mail,
    "tracked": _tracked,
    "deleted": _deleted,
    "photo": _photo(place=False),
    "photo place": _photo(place=True),
    "embedded_object": _active("embedded_object"),
    "external_relationship": _active("external_relationship"),
    "macro": _active("macro"),
    "word drive": _active("link_drive"),
    "word hidden": _hidden,
    "word cover": _covered,
    "word data": _described,
    "screen": _screen,
    "scan": _scan("scan"),
    "outlines": _scan("outlines"),
    "blurred": _scan("blurred"),
}
