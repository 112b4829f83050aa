"""The portfolio of a seed, on disk, with its answers."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..apart import finish  # noqa: TID252 - the set is imported by two names
from ..apart.model import Later as Done  # noqa: TID252 - as above
from ..arrivals.build import scanned  # noqa: TID252 - as above
from ..case import ScreeningCase  # noqa: TID252 - as above
from ..strangers.files import write_mail  # noqa: TID252 - as above
from ..strangers.model import Drawn, Later, Mark, Work  # noqa: TID252 - as above
from ..strangers.paper import draw  # noqa: TID252 - as above
from ..strangers.truth import truth_of  # noqa: TID252 - as above
from ..strangers.wordfile import write_word  # noqa: TID252 - as above
from .choose import Box, chosen
from .front import front, lone_proof
from .plan import HUNG, Plan, plan
from .special import made_special


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

    def whole(self, document: Any, work: Work, file: str) -> None:
        """What is done to a whole file, and where it is found."""
        if "attachment" in work.special:
            finish.attached(document)
        if "javascript" in work.special:
            finish.scripted(document)
        if "metadata" in work.special:
            said = self.box.desk(work).say("{full} {nat} query")
            document.set_metadata({"title": said, "author": self.box.people.name})
        self.more += [(file, 1, one) for one in work.file_marks]


def build(seed: int, folder: Path) -> ScreeningCase:
    """Make the portfolio of this seed inside ``folder``."""
    made = Made(box=made_special(chosen(plan(seed))))
    p = made.plan
    where = _folder(made, folder) if p.form == "folder" else _single(made, folder)
    truth = truth_of(p, made.drawn, made.more)  # type: ignore[arg-type] # of the plan it reads the exam and the referee
    traits = (p.form, *p.covers, p.similar, p.active, p.of_file, p.exam, "scan" if p.scan else "")
    return ScreeningCase(name=f"boarders-{seed}", portfolio=where, truth=truth, traits=tuple(t for t in traits if t))


def _finished(document: Any, later: list[tuple[int, Later]]) -> None:
    finish.finish(document, [(page, Done(kind=one.kind, page=page, box=one.box, text=one.text)) for page, one in later])


def _on_pages(made: Made, number: int, stamp: str) -> tuple[Any, Drawn]:
    """A work on its pages, as it came from the printer or through the scanner."""
    work = made.box.works[number - 1]
    document, drawn = draw(made.plan.seed, number, work, stamp)
    if "scan" in work.special:
        document = scanned(document, made.plan.seed, number)
    return document, drawn


def _front(made: Made, starts: list[int]) -> Any:
    lone = made.plan.form == "folder" and _lone(made.plan)
    return front(made.plan, made.box.people, made.drawn, starts, exam=not lone)


def _lone(plan: Plan) -> bool:
    """Whether the proof of the examination is a file of its own."""
    return plan.seed % 3 == 0 and plan.exam != "none"


def _single(made: Made, folder: Path) -> Path:
    """One file with everything."""
    p, path, bodies = made.plan, folder / "portfolio.pdf", []
    for number, work in enumerate(made.box.works, start=1):
        document, drawn = _on_pages(made, number, f"{p.label} {number}: {work.title}")
        bodies.append(document)
        made.drawn.append(drawn)
    at, starts = len(_front(made, [999] * len(bodies))) + 1, []
    for document in bodies:
        starts.append(at)
        at += len(document)
    book = _front(made, starts)
    later: list[tuple[int, Later]] = []
    for drawn, document in zip(made.drawn, bodies, strict=True):
        drawn.file, drawn.offset = path.name, len(book)
        book.insert_pdf(document)
        later += [(drawn.offset + one.page, one) for one in drawn.later]
        made.whole(book, drawn.work, path.name)
    _finished(book, later)
    finish.saved(book, path)
    return path


def _folder(made: Made, folder: Path) -> Path:
    """A file for each item, and one for what stands before."""
    root = folder / "portfolio"
    root.mkdir()
    for number, work in enumerate(made.box.works, start=1):
        named = next((one.removeprefix("file ") for one in work.special if one.startswith("file ")), "")
        name = re.sub(r"[^A-Za-z0-9 '-]", "", f"{named} {work.title}".strip())[:46].strip()
        made.drawn.append(_item(made, root / f"{made.plan.label} {number} {name}", number))
    finish.saved(_front(made, []), root / "00 Front matter.pdf")
    if _lone(made.plan):
        finish.saved(lone_proof(made.plan, made.box.people), root / "00 Examination.pdf")
    return root


def _item(made: Made, stem: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    if work.carrier == "pdf":
        document, drawn = _on_pages(made, number, f"{made.plan.label} {number}" if made.plan.seed % 2 else "")
        drawn.file = f"{stem.name}.pdf"
        _finished(document, [(one.page, one) for one in drawn.later])
        made.whole(document, work, drawn.file)
        finish.saved(document, stem.with_name(drawn.file))
        return drawn
    drawn = Drawn(number=number, work=work)
    if work.carrier == "eml":
        drawn.file = f"{stem.name}.eml"
        write_mail(work, stem.with_name(drawn.file), made.box.people.domain)
    elif work.carrier == "photo":
        drawn.file = f"{stem.name}.png"
        stem.with_name(drawn.file).write_bytes(work.blocks[0].stream)
    else:
        extra = next((kind for kind in work.special if kind in HUNG), "")
        drawn.file = f"{stem.name}.{'docm' if extra == 'macro' else 'docx'}"
        write_word(work, stem.with_name(drawn.file), extra=extra)
    drawn.marks = [(1, mark) for block in work.blocks for mark in block.marks if mark.key != "passage"]
    made.more += [(drawn.file, 1, one) for one in work.file_marks]
    return drawn
