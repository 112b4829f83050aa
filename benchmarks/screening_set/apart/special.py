"""Works that are files of another kind: e-mails, Word files, photographs, screens, scans and pages of outlines."""

from collections.abc import Callable
from typing import Any, Final

from .desk import Desk, mark, written
from .model import Block, Work
from .slips import patient, personal
from .works import good, title

SPECIAL: Final = (
    *("eml", "tracked", "photo place", "embedded_object", "screen", "deleted", "eml", "external_relationship"),
    *("word hidden", "outlines", "macro", "photo", "word cover", "scan", "word drive", "blurred", "word data"),
)
CHANGES: Final = (
    "The inner door is // [kept shut|never left while open]; the key is with the operator.|left open in quiet hours.",
    "Staff enter // only after [the second check|both checks]; visitors are met at the desk.|when the operator nods.",
    "Cylinders // are kept beyond the [second|yellow] line; the one in the room is tethered.|may stand anywhere.",
    "Ear plugs are // fitted by the operator and tried [by a whisper|before the couch moves].|offered on request.",
)


def special(desk: Desk, kind: str) -> Work:
    """A work of this kind."""
    work: Work = MAKERS[kind](desk)
    work.dress = kind
    return work


def _mail(desk: Desk) -> Work:
    work = good(desk, desk.rng.choice(("4.1", "6.2", "8.2", "5.2", "4.3")), genre="mail")
    work.carrier = "eml"
    return work


def _word(desk: Desk, *codes: str, mode: str = "applicant") -> Work:
    work = good(desk, *(codes or (desk.rng.choice(("2.1", "5.1", "7.2", "6.1")),)), genre="paper", mode=mode)
    work.carrier = "docx"
    return work


def _tracked(desk: Desk) -> Work:
    """Another's paper with the applicant's changes, or with a third person's."""
    ours = desk.rng.random() < 0.7
    work = _word(desk, "2.1", mode="other")
    work.roles = ("revise",) if ours else ()
    who = desk.slots["app" if ours else "third"]
    when = desk.work_day().isoformat()
    for text in desk.rng.sample(CHANGES, 3):
        words, _, gone = text.rpartition("|")
        work.blocks.append(Block(kind="tracked", text=words, hidden=gone, how=who, rows=((when,),)))
    work.extra["date unmeasured"] = True
    return work


def _deleted(desk: Desk) -> Work:
    """A patient's data struck out and still in the file."""
    work = _word(desk, "5.2")
    gone = f"{personal(desk, 'patient_name')}, {personal(desk, 'nhs_number')}"
    made = Block(
        kind="tracked",
        text="The patient // was seen the same day.",
        hidden=gone,
        how=desk.slots["app"],
        rows=((desk.work_day().isoformat(),),),
        marks=(mark("phi", kind="revision"),),
    )
    work.blocks.insert(-1, made)
    work.roles = ()
    work.extra["roles unmeasured"] = True
    return work


def _hidden(desk: Desk) -> Work:
    work = _word(desk, "4.2")
    text = f"{personal(desk, 'patient_name')}, {personal(desk, 'hospital_number')}"
    work.blocks.insert(-1, Block(kind="hidden", text=text, marks=(mark("phi", kind="hidden_text"),)))
    return work


def _covered(desk: Desk) -> Work:
    work = _word(desk, "4.1")
    first, last = patient(desk)
    marks = (mark("bad", how="black on black"), mark("phi", kind="patient_name"))
    work.blocks.insert(-1, Block(kind="cover", text="Patient name:", hidden=f"{first} {last}", marks=marks))
    return work


def _described(desk: Desk) -> Work:
    """A Word file whose properties name a patient."""
    work = _word(desk, "4.2")
    first, last = patient(desk)
    number = personal(desk, "nhs_number").split(" ", 2)[-1]
    work.extra["metadata title"] = f"Patient {first} {last}, NHS number {number}"
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
        name = desk.say("Photograph of the [inner|magnet room] door")
        blocks = [Block(kind="para", text="MAGNET ON No entry", marks=marks)]
        work = Work(title=name, codes=("7.2",), blocks=blocks, carrier="jpg", genre="photo")
        work.extra["place"] = place
        return work

    return make


def _screen(desk: Desk) -> Work:
    """A picture of an e-mail on the screen."""
    code = desk.rng.choice(("4.3", "6.2"))
    sent = desk.work_day()
    text = desk.body(code, 1, head=False)[0].text.split()
    lines = [" ".join(text[at : at + 11]) for at in range(0, len(text), 11)]
    top = [desk.say("From: {app}"), desk.say("To: {other}"), f"Sent: {written(sent, 'long')} 09:41"]
    lines = [*top, f"Subject: {title(desk, code)}", "", *lines, "", desk.slots["app"]]
    work = Work(title=desk.say("Screenshot of an e-mail"), codes=(code,), blocks=[], carrier="png", genre="screen")
    work.date, work.date_kind, work.author, work.roles = sent.isoformat(), "sent", "applicant", ("propose",)
    work.extra["roles unmeasured"] = True
    work.extra["lines"] = lines
    return work


def _scan(how: str) -> Callable[[Desk], Work]:
    def make(desk: Desk) -> Work:
        work = good(desk, desk.rng.choice(("7.1", "2.1", "7.2")), genre="paper")
        work.extra["scan"] = how
        return work

    return make


MAKERS: Final[dict[str, Any]] = {
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
