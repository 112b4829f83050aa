"""The portfolio of a seed, on disk, with its answers."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ..apart import finish, pictures  # noqa: TID252 - the set is imported by two names
from ..apart.model import Later as Done  # noqa: TID252 - as above
from ..case import ScreeningCase  # noqa: TID252 - as above
from ..strangers.files import write_mail  # noqa: TID252 - as above
from ..strangers.model import Drawn, Later, Mark, Work  # noqa: TID252 - as above
from ..strangers.paper import draw  # noqa: TID252 - as above
from ..strangers.truth import truth_of  # noqa: TID252 - as above
from ..strangers.wordfile import write_word  # noqa: TID252 - as above
from .chance import chance
from .choose import Box, chosen
from .front import front, lone_certificate
from .plan import Plan, plan
from .signals import put_in
from .special import alike, special

HANGERS: Final = ("macro", "embedded_object", "external_relationship")
UNREADABLE: Final = {"blurred", "outlines"}
DOTS: Final = 150


@dataclass(kw_only=True)
class Made:
    """What was drawn so far."""

    box: Box
    drawn: list[Drawn] = field(default_factory=list)
    more: list[tuple[str, int, Mark]] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        """The plan of the seed."""
        return self.box.plan


def build(seed: int, folder: Path) -> ScreeningCase:
    """Make the portfolio of this seed inside ``folder``."""
    box = chosen(plan(seed))
    put_in(box)
    alike(box)
    special(box)
    made, p = Made(box=box), box.plan
    where = _folder(made, folder) if p.form == "folder" else _single(made, folder)
    truth = truth_of(p, made.drawn, made.more)  # type: ignore[arg-type] # of the plan it reads the exam and the referee
    traits = (p.form, *p.traps, *p.scopes, p.pictured, p.of_file, p.bad, *p.good, p.similar, p.active, p.exam, p.scan)
    named = tuple(trait for trait in dict.fromkeys(traits) if trait)
    return ScreeningCase(name=f"callers-{seed}", portfolio=where, truth=truth, traits=named)


def _finished(document: Any, later: list[tuple[int, Later]]) -> None:
    finish.finish(document, [(page, Done(kind=one.kind, page=page, box=one.box, text=one.text)) for page, one in later])


def _whole(made: Made, document: Any, work: Work, file: str) -> None:
    """What is done to a whole file, and where it is found."""
    if "attachment" in work.special:
        finish.attached(document)
    if "javascript" in work.special:
        finish.scripted(document)
    if "metadata" in work.special:
        title = made.box.desk(work).say("Reply about {pat} {hosp}")
        document.set_metadata({"title": title, "author": made.box.people.name})
    made.more += [(file, 1, mark) for mark in work.file_marks]


def _kept(made: Made, path: Path) -> None:
    """Keep an earlier version in the file where the plan says so."""
    for one in made.drawn:
        if "revision" in one.work.special and one.file == path.name:
            finish.earlier_kept(path, 1, made.box.desk(one.work).say("Copy for {pat}, unit number {hosp}, born {dob}"))


def _single(made: Made, folder: Path) -> Path:
    """One file with everything."""
    p, path, bodies = made.plan, folder / "portfolio.pdf", []
    for number, work in enumerate(made.box.works, start=1):
        document, drawn = draw(p.seed, number, work, f"{p.label} {number}: {work.title}")
        bodies.append(document)
        made.drawn.append(drawn)
    book = _fronted(made, bodies)
    later: list[tuple[int, Later]] = []
    for drawn, document in zip(made.drawn, bodies, strict=True):
        drawn.file, drawn.offset = path.name, len(book)
        book.insert_pdf(document)
        later += [(drawn.offset + one.page, one) for one in drawn.later]
        _whole(made, book, drawn.work, path.name)
    _finished(book, later)
    finish.saved(book, path)
    _kept(made, path)
    return path


def _fronted(made: Made, bodies: list[Any]) -> Any:
    """The front with the right pages: set once to know how long it is, and again."""
    p, people = made.plan, made.box.people
    at = len(front(p, people, made.drawn, [999] * len(bodies), exam=True)) + 1
    starts = []
    for document in bodies:
        starts.append(at)
        at += len(document)
    return front(p, people, made.drawn, starts, exam=True)


def _folder(made: Made, folder: Path) -> Path:
    """A file for each item, and one for what stands before."""
    p, people, root = made.plan, made.box.people, folder / "portfolio"
    root.mkdir()
    for number, work in enumerate(made.box.works, start=1):
        name = re.sub(r"[^A-Za-z0-9 -]", "", work.title).strip()[:36].strip()
        made.drawn.append(_item(made, root / f"{p.label} {number:02d} {name}", number))
    apart = p.exam != "none" and p.seed % 2 == 0
    finish.saved(front(p, people, made.drawn, [], exam=not apart), root / "00 Contents and table.pdf")
    if apart:
        finish.saved(lone_certificate(p, people), root / "01 Certificate.pdf")
    for file in sorted(root.glob("*.pdf")):
        _kept(made, file)
    return root


def _item(made: Made, stem: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    drawn = Drawn(number=number, work=work)
    if work.carrier == "photo":
        path = Path(f"{stem}.jpg")
        path.write_bytes(pictures.photo(chance("photo", made.plan.seed), place=True))
    elif work.carrier == "eml":
        path = Path(f"{stem}.eml")
        write_mail(work, path, made.box.people.domain)
    elif work.carrier == "docx":
        extra = next((kind for kind in HANGERS if kind in work.special), "")
        path = Path(f"{stem}.{'docm' if extra == 'macro' else 'docx'}")
        write_word(work, path, extra=extra)
    else:
        return _pages(made, Path(f"{stem}.pdf"), number)
    drawn.file = path.name
    drawn.marks = [(1, mark) for block in work.blocks for mark in block.marks if mark.key != "passage"]
    made.more += [(drawn.file, 1, mark) for mark in work.file_marks]
    return drawn


def _pages(made: Made, path: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    stamp = f"{made.plan.label} {number}" if made.plan.seed % 2 and "scan" not in work.special else ""
    document, drawn = draw(made.plan.seed, number, work, stamp)
    drawn.file = path.name
    _finished(document, [(one.page, one) for one in drawn.later])
    if {"scan", "blurred"} & set(work.special):
        document = pictures.dotted(document, dots=DOTS, blurred="blurred" in work.special)
    if "outlines" in work.special:
        document = pictures.outlined(document)
    _whole(made, document, work, path.name)
    if UNREADABLE & set(work.special):
        drawn.marks = []
    finish.saved(document, path)
    return drawn
