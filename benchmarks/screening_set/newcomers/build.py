"""The portfolio of a seed, on disk, with its answers."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ..apart import finish, pictures  # noqa: TID252 - the set is imported by two names
from ..apart.model import Later as Done  # noqa: TID252 - as above
from ..apart.sheet import Sheet  # noqa: TID252 - as above
from ..case import ScreeningCase  # noqa: TID252 - as above
from .box import Chooser
from .choose import chosen
from .desk import Desk
from .draw import Writer
from .extras import figures
from .files import overlay, picture_item, write_mail
from .front import certificate, front
from .model import Drawn, Mark
from .plan import Plan, plan
from .truth import truth_of
from .wordfile import write_word

HANGERS: Final = ("macro", "embedded_object", "external_relationship")


@dataclass(kw_only=True)
class Made:
    """What was drawn so far."""

    box: Chooser
    drawn: list[Drawn] = field(default_factory=list)
    more: list[tuple[str, int, Mark]] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        """The plan of the seed."""
        return self.box.plan


def build(seed: int, folder: Path) -> ScreeningCase:
    """Make the portfolio of this seed inside ``folder``."""
    chosen_plan = plan(seed)
    made = Made(box=chosen(chosen_plan))
    where = _folder(made, folder) if chosen_plan.form == "folder" else _single(made, folder)
    p = chosen_plan
    traits = (p.form, *p.traps, *p.scopes, *p.phi, *p.bad, *p.good, *p.similar, *p.active, p.exam, p.scan)
    return ScreeningCase(
        name=f"newcomers-{seed}",
        portfolio=where,
        truth=truth_of(p, made.drawn, made.more),
        traits=tuple(trait for trait in dict.fromkeys(traits) if trait),
    )


def _finished(document: Any, later: list[tuple[int, Any]]) -> None:
    finish.finish(document, [(page, Done(kind=one.kind, page=page, box=one.box, text=one.text)) for page, one in later])


def _whole(made: Made, document: Any, drawn: Drawn, file: str) -> None:
    """What is done to a whole file, and where it is found."""
    work, desk = drawn.work, made.box.desk(drawn.work)
    if "attachment" in work.special:
        finish.attached(document)
    if "javascript" in work.special:
        finish.scripted(document)
    if "metadata" in work.special:
        document.set_metadata({"title": figures(desk, "{pat} {nhs_run} advice"), "author": made.box.people.name})
    made.more += [(file, 1, mark) for mark in work.file_marks]


def _single(made: Made, folder: Path) -> Path:
    """One file with everything."""
    plan_, path = made.plan, folder / "portfolio.pdf"
    bodies = []
    for number, work in enumerate(made.box.works, start=1):
        document, drawn = Writer(plan_.seed, number, work, stamp=f"Evidence {number}: {work.title}").draw()
        bodies.append(document)
        made.drawn.append(drawn)
    book = _fronted(made, list(made.drawn), bodies)
    later: list[tuple[int, Any]] = []
    for drawn, document in zip(made.drawn, bodies, strict=True):
        drawn.file, drawn.offset = path.name, len(book)
        book.insert_pdf(document, annots=True)
        later += [(drawn.offset + one.page, one) for one in drawn.later]
        _whole(made, book, drawn, path.name)
    _finished(book, later)
    finish.saved(book, path)
    return path


def _fronted(made: Made, drawn: list[Drawn], bodies: list[Any]) -> Any:
    """The front with the right pages: drawn once to know how long it is, and again."""
    desk = Desk(seed=made.plan.seed, number=0, people=made.box.people)
    length = len(front(made.plan, desk, drawn, [0] * len(drawn), exam=True))
    starts, at = [], length + 1
    for document in bodies:
        starts.append(at)
        at += len(document)
    return front(made.plan, desk, drawn, starts, exam=True)


def _folder(made: Made, folder: Path) -> Path:
    """A file for each item, and one for what stands before."""
    plan_, root = made.plan, folder / "portfolio"
    root.mkdir()
    for number, work in enumerate(made.box.works, start=1):
        name = re.sub(r"[^A-Za-z0-9 -]", "", work.title).strip()[:44].strip()
        made.drawn.append(_item(made, root / f"Evidence {number:02d} {name}", number))
    desk = Desk(seed=plan_.seed, number=0, people=made.box.people)
    apart = plan_.exam != "none" and plan_.seed % 2 == 1
    finish.saved(
        front(plan_, desk, made.drawn, [], exam=not apart), root / "00 Portfolio front and cross reference table.pdf"
    )
    if apart:
        certificate(sheet := Sheet("serif", 12), plan_, desk)
        sheet.flush()
        finish.saved(sheet.document, root / "Examination certificate.pdf")
    return root


def _item(made: Made, stem: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    desk = made.box.desk(work)
    drawn = Drawn(number=number, work=work)
    if work.genre == "picture":
        raw, ending = picture_item(made.plan.seed, number, work.carrier, overlay(desk))
        path = Path(f"{stem}{ending}")
        path.write_bytes(raw)
    elif work.carrier == "eml":
        path = Path(f"{stem}.eml")
        write_mail(work, path, made.box.people.domain)
        drawn.marks = [(1, mark) for block in work.blocks for mark in block.marks]
    elif work.carrier == "docx":
        extra = next((kind for kind in HANGERS if kind in work.special), "")
        path = Path(f"{stem}.{'docm' if extra == 'macro' else 'docx'}")
        write_word(work, path, extra=extra)
        drawn.marks = [(1, mark) for block in work.blocks for mark in block.marks]
    else:
        return _pages(made, Path(f"{stem}.pdf"), number)
    drawn.file = f"{path.name}"
    made.more += [(drawn.file, 1, mark) for mark in work.file_marks]
    return drawn


def _pages(made: Made, path: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    stamp = f"Evidence {number}" if made.plan.seed % 2 and "scan" not in work.special else ""
    document, drawn = Writer(made.plan.seed, number, work, stamp=stamp).draw()
    drawn.file = path.name
    _finished(document, [(one.page, one) for one in drawn.later])
    if "scan" in work.special or "blurred" in work.special:
        document = pictures.dotted(document, dots=150, blurred="blurred" in work.special)
    if "outlines" in work.special:
        document = pictures.outlined(document)
    _whole(made, document, drawn, path.name)
    if {"scan", "blurred", "outlines"} & set(work.special):
        drawn.marks = [(page, mark) for page, mark in drawn.marks if "scan" in work.special]
    finish.saved(document, path)
    if "revision" in work.special:
        finish.earlier_kept(path, 1, figures(made.box.desk(work), "Patient: {pat}, NHS {nhs}"))
    return drawn
