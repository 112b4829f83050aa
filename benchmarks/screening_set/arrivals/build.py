"""The portfolio of a seed, on disk, with its answers."""

import io
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PIL import Image

from ..apart import finish, pictures  # noqa: TID252 - the set is imported by two names
from ..apart.model import Later as Done  # noqa: TID252 - as above
from ..apart.sheet import LIBRARY  # noqa: TID252 - as above
from ..case import ScreeningCase  # noqa: TID252 - as above
from ..strangers.files import text_of, write_mail  # noqa: TID252 - as above
from ..strangers.model import Drawn, Later, Mark, Work  # noqa: TID252 - as above
from ..strangers.paper import draw  # noqa: TID252 - as above
from ..strangers.shots import photo  # noqa: TID252 - as above
from ..strangers.truth import truth_of  # noqa: TID252 - as above
from ..strangers.wordfile import write_word  # noqa: TID252 - as above
from .box import Box
from .chance import chance
from .choose import alike, chosen
from .front import front, lone_certificate
from .plan import Plan, plan
from .signals import put_in
from .special import HANGERS, special
from .subject import noticed

UNREADABLE: Final = {"blurred", "outlines"}
DOTS: Final = 170
PAPER: Final = 247


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
            said = self.box.desk(work).say("{titled} {national} MRI advice")
            document.set_metadata({"title": said, "author": self.box.people.name})
        self.found(work, file)

    def found(self, work: Work, file: str) -> None:
        """Note what belongs to the file."""
        for one in work.file_marks:
            data = {key: value for key, value in one.data.items() if key != "running"}
            self.more.append((file, 1, Mark(key=one.key, data=data)))

    def kept(self, path: Path) -> None:
        """Keep an earlier version in the file where the plan says so."""
        for one in self.drawn:
            if "revision" in one.work.special and one.file == path.name:
                finish.earlier_kept(path, 1, self.box.desk(one.work).say("{pat}, {national}, {dob}"))


def build(seed: int, folder: Path) -> ScreeningCase:
    """Make the portfolio of this seed inside ``folder``."""
    box = chosen(plan(seed))
    put_in(box)
    alike(box)
    special(box)
    for work in box.works:
        noticed(box.desk(work), work)
    made, p = Made(box=box), box.plan
    where = _folder(made, folder) if p.form == "folder" else _single(made, folder)
    truth = truth_of(p, made.drawn, made.more)  # type: ignore[arg-type] # of the plan it reads the exam and the referee
    traits = (p.form, *p.traps, *p.scopes, *p.leaks, p.of_file, p.bad, *p.good, p.similar, p.active, p.exam, p.scan)
    named = tuple(trait for trait in dict.fromkeys(traits) if trait)
    return ScreeningCase(name=f"arrivals-{seed}", portfolio=where, truth=truth, traits=named)


def _finished(document: Any, later: list[tuple[int, Later]]) -> None:
    finish.finish(document, [(page, Done(kind=one.kind, page=page, box=one.box, text=one.text)) for page, one in later])


def _on_pages(made: Made, number: int, stamp: str) -> tuple[Any, Drawn]:
    """A work on its pages, as it came from the printer or through the scanner."""
    work = made.box.works[number - 1]
    document, drawn = draw(made.plan.seed, number, work, stamp)
    if "scan" in work.special:
        document = scanned(document, made.plan.seed, number)
    if "blurred" in work.special:
        document = pictures.dotted(document, dots=DOTS, blurred=True)
    if "outlines" in work.special:
        document = pictures.outlined(document)
    if UNREADABLE & set(work.special):
        drawn.marks = []
    return document, drawn


def scanned(document: Any, seed: int, number: int) -> Any:
    """The pages as an office scanner gives them: grey, a little askew, with a dark edge."""
    made, rng = LIBRARY.open(), chance("scanner", seed, number)
    for page in document:
        pixels = page.get_pixmap(dpi=DOTS, colorspace=LIBRARY.csGRAY)
        image = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
        image = image.point(lambda grey: min(grey, PAPER))
        image = image.rotate(rng.uniform(-0.5, 0.5), fillcolor=PAPER, resample=Image.Resampling.BICUBIC)
        image.paste(120, (0, 0, rng.randint(2, 6), image.height))
        image.save(raw := io.BytesIO(), "JPEG", quality=68)
        made.new_page(width=page.rect.width, height=page.rect.height).insert_image(page.rect, stream=raw.getvalue())
    return made


def _single(made: Made, folder: Path) -> Path:
    """One file with everything."""
    p, path, bodies = made.plan, folder / "portfolio.pdf", []
    for number, work in enumerate(made.box.works, start=1):
        document, drawn = _on_pages(made, number, f"{p.label} {number}: {work.title}")
        bodies.append(document)
        made.drawn.append(drawn)
    book = _fronted(made, bodies)
    later: list[tuple[int, Later]] = []
    for drawn, document in zip(made.drawn, bodies, strict=True):
        drawn.file, drawn.offset = path.name, len(book)
        book.insert_pdf(document)
        later += [(drawn.offset + one.page, one) for one in drawn.later]
        made.whole(book, drawn.work, path.name)
    _finished(book, later)
    finish.saved(book, path)
    made.kept(path)
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
        named = next((one.removeprefix("file ") for one in work.special if one.startswith("file ")), "")
        name = re.sub(r"[^A-Za-z0-9 -]", "", f"{named} {work.title}".strip())[:44].strip()
        made.drawn.append(_item(made, root / f"{p.label} {number} {name}", number))
    apart = p.exam != "none" and p.seed % 2 == 1
    finish.saved(front(p, people, made.drawn, [], exam=not apart), root / "00 Contents and cross reference.pdf")
    if apart:
        finish.saved(lone_certificate(p, people), root / "01 Certificate.pdf")
    for file in sorted(root.glob("*.pdf")):
        made.kept(file)
    return root


def _item(made: Made, stem: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    drawn = Drawn(number=number, work=work)
    if work.carrier == "photo":
        path = Path(f"{stem}.jpg")
        path.write_bytes(photo(chance("photo", made.plan.seed), place=True))
    elif work.carrier == "png":
        path = Path(f"{stem}.png")
        path.write_bytes(_shot(work))
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
    made.found(work, drawn.file)
    return drawn


def _pages(made: Made, path: Path, number: int) -> Drawn:
    work = made.box.works[number - 1]
    stamp = f"{made.plan.label} {number}" if made.plan.seed % 2 else ""
    document, drawn = _on_pages(made, number, stamp)
    drawn.file = path.name
    _finished(document, [(one.page, one) for one in drawn.later])
    made.whole(document, work, path.name)
    finish.saved(document, path)
    return drawn


def _shot(work: Work) -> bytes:
    """A mail as a picture of the screen."""
    top = [block.text for block in work.blocks[: work.body_from - 2]]
    lines = [part for text in [*top, "", *text_of(work).split("\n")] for part in textwrap.wrap(text, 84) or [""]]
    return pictures.screen(lines)
