"""What belongs to files: carriers, scans, scripts, attachments, data of the file itself."""

from random import Random

from . import extras
from .box import Chooser
from .chance import chance
from .files import overlay, overlay_block
from .model import Block, Mark, Work
from .plan import FILE_PHI


def specials(box: Chooser) -> None:
    """What belongs to files: carriers, scans, scripts, attachments, data of the file itself."""
    plan, rng = box.plan, chance("special", box.plan.seed)
    if plan.scan:
        work = rng.choice(box.free(paper=rng.random() < 0.7))
        work.special.append(plan.scan)
    for kind in plan.phi:
        if kind == "hidden_text":
            work = next(box.good())
            extras.hidden(box.desk(work), work)
            work.special.append("paper only")
        elif kind in FILE_PHI:
            _file_phi(box, rng, kind)
    for kind in plan.active:
        found = [work for work in box.good() if "hidden_text" not in work.special]
        if kind in {"embedded_object", "macro", "external_relationship"}:
            work = rng.choice(box.free(paper=True))
            work.carrier, work.special = "docx", [*work.special, kind]
            work.file_marks.append(Mark(key="active", data={"kind": kind}))
        elif kind in {"attachment", "javascript"}:
            work = rng.choice(found)
            work.special += ["paper only", kind]
            work.file_marks.append(Mark(key="active", data={"kind": kind}))
        else:
            work = rng.choice(found)
            extras.link(box.desk(work), work, kind)
            work.special.append("paper only")
    if plan.form == "folder":
        _carriers(box, rng)


def _file_phi(box: Chooser, rng: Random, kind: str) -> None:
    folder = box.plan.form == "folder"
    found = [w for w in box.good() if not w.passage_codes]
    if kind == "overlay" and not folder:
        work = rng.choice([w for w in found if w.codes[0] in extras.PATIENT] or found)
        extras.place(box.desk(work), work, [overlay_block(overlay(box.desk(work)))])
        work.special.append("paper only")
    elif kind in {"overlay", "exif_gps"}:
        code = "3" if kind == "overlay" and any("3" in w.codes for w in box.works) else rng.choice(["7.2", "6.2"])
        title = "Screen of the scanner, sequence list" if kind == "overlay" else "Photograph of the door sign"
        work = Work(title=title, codes=[code], genre="picture", carrier=kind, special=["picture", kind])
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))
        box.add(work, box.desk())
    elif kind == "revision" and box.plan.seed % 2 == 0 and box.free(paper=True):
        work = rng.choice(box.free(paper=True))
        gone = extras.figures(box.desk(work), "This was found when {pat} ({nhs}) came.")
        tracked = Block(
            kind="tracked",
            text="This was found // when a patient came.",
            hidden=gone,
            rows=[["Imaging", work.date or "2024-03-04"]],
        )
        work.blocks.insert(work.body_to, tracked)
        work.carrier, work.special = "docx", ["tracked"]
        work.unmeasured.add("date")
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))
    elif folder or kind == "metadata":
        work = rng.choice(found)
        work.special += ["paper only", kind]
        work.file_marks.append(Mark(key="phi", data={"kind": kind}))


def _carriers(box: Chooser, rng: Random) -> None:
    """Some mails as mails, some papers as Word files."""
    for work in box.works:
        if work.special or work.carrier != "pdf" or work.passage_codes or work.traps == ["2_whole_document"]:
            continue
        if work.genre == "mail" and rng.random() < 0.45:
            work.carrier = "eml"
        elif work.genre in {"paper", "form", "minutes", "reflection"} and rng.random() < 0.3:
            work.carrier = "docx"
