"""From a seed to files and answers."""

import re
from pathlib import Path
from typing import Any, Final

from ..apart import letters, pictures  # noqa: TID252 - the set is imported by two names
from ..apart.draw import DRESSES, Writer  # noqa: TID252 - as above
from ..apart.finish import attached, earlier_kept, finish, saved, scripted  # noqa: TID252 - as above
from ..apart.model import Drawn, Later, Work  # noqa: TID252 - as above
from ..case import ScreeningCase  # noqa: TID252 - as above
from .desk import mark
from .front import Front
from .personal import told
from .plan import Plan
from .truth import Found, truth_of

SINGLE: Final = "MRSE portfolio.pdf"
FRONT: Final = "0 Cover, contents, cross reference.pdf"


def build(seed: int, folder: Path) -> ScreeningCase:
    """The portfolio of this seed, made inside the folder, which exists and is empty."""
    plan = Plan(seed)
    made = _Made(plan)
    for number, work in enumerate(_named(plan.works), 1):
        made.add(number, work)
    portfolio = made.apart(folder) if plan.folder else made.together(folder)
    traits = [f"emphasis {plan.emphasis}", "folder" if plan.folder else "pdf"]
    traits += sorted({f"file {one.work.carrier}" for one in made.drawn if one.work.carrier != "pdf"})
    traits += sorted({f"pages {one.work.extra['scan']}" for one in made.drawn if "scan" in one.work.extra})
    truth = truth_of(seed, made.drawn, made.more)
    return ScreeningCase(name=f"unseen {seed}", portfolio=portfolio, truth=truth, traits=tuple(traits))


def _named(works: list[Work]) -> list[Work]:
    """No two titles are the same."""
    seen: dict[str, int] = {}
    for work in works:
        seen[work.title] = seen.get(work.title, 0) + 1
        if seen[work.title] > 1:
            work.title += f" ({seen[work.title]})"
    return works


class _Made:
    """The items as they are drawn, and the files they go into."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.drawn: list[Drawn] = []
        self.documents: dict[int, Any] = {}
        self.more: list[Found] = []

    def add(self, number: int, work: Work) -> None:
        """Draw a work, unless it is a file of another kind."""
        if work.carrier != "pdf":
            marks = [(1, one) for block in work.blocks for one in block.marks]
            self.drawn.append(Drawn(number=number, work=work, marks=marks))
            return
        work.extra.setdefault("dress", self.plan.desk("dress", number).rng.randrange(len(DRESSES)))
        writer = Writer(self.plan.seed + 7000, number, work)
        writer.sheet.para(f"Evidence {number}: {work.title}", weight=1, gap=8)
        document, drawn = writer.draw()
        if how := work.extra.get("scan"):
            document = (
                pictures.outlined(document)
                if how == "outlines"
                else pictures.dotted(document, dots=140, blurred=how == "blurred")
            )
        self.documents[number] = document
        self.drawn.append(drawn)

    def together(self, folder: Path) -> Path:
        """One file."""
        length = len(self._front([1] * len(self.drawn)))
        begins = []
        for one in self.drawn:
            one.file, one.offset = SINGLE, length
            begins.append(length + 1)
            length += one.pages
        whole = self._front(begins)
        for one in self.drawn:
            whole.insert_pdf(self.documents[one.number])
        later = [(one.offset + wait.page, wait) for one in self.drawn for wait in one.later]
        whole.set_toc([[1, f"Evidence {one.number}: {one.work.title}", one.offset + 1] for one in self.drawn])
        self._save(whole, folder / SINGLE, later, self.plan.whole)
        return folder / SINGLE

    def apart(self, folder: Path) -> Path:
        """A file for each item, and one for the front."""
        root = folder / "portfolio"
        root.mkdir()
        saved(self._front([one.pages for one in self.drawn]), root / FRONT)
        hosts = [one for one in self.drawn if one.work.carrier == "pdf" and "scan" not in one.work.extra]
        chosen: dict[int, list[str]] = {one.number: [] for one in self.drawn}
        for at, what in enumerate(self.plan.whole):
            chosen[hosts[(at + self.plan.seed) % len(hosts)].number].append(what)
        for one in self.drawn:
            name = re.sub(r"[^\w ,-]", "", one.work.title)[:44].strip()
            one.file = f"Evidence {one.number} - {name}.{one.work.carrier}"
            if one.work.carrier == "pdf":
                later = [(wait.page, wait) for wait in one.later]
                self._save(self.documents[one.number], root / one.file, later, chosen[one.number])
            else:
                (root / one.file).write_bytes(self._other(one))
        return root

    def _front(self, begins: list[int]) -> Any:
        return Front(self.plan.seed, self.plan.people, self.drawn).draw(begins, paged=not self.plan.folder)

    def _other(self, one: Drawn) -> bytes:
        """A work as a file that is no PDF."""
        work, desk = one.work, self.plan.desk("other", one.number)
        if work.carrier == "eml":
            return letters.mail(work, one.number)
        if work.carrier == "docx":
            return letters.word(desk, work, f"Evidence {one.number}: {work.title}")  # type: ignore[arg-type] # only its chance and say are used
        if work.carrier == "jpg":
            return pictures.photo(desk.rng, place=bool(work.extra["place"]))
        return pictures.screen(work.extra["lines"])

    def _save(self, document: Any, path: Path, later: list[tuple[int, Later]], whole: list[str]) -> None:
        """Finish the file and write it."""
        desk = self.plan.desk("whole", path.name)
        finish(document, later)
        words = {"title": "", "author": "Multifunction device 2", "subject": ""}
        if "metadata" in whole:
            words["subject"] = f"{told(desk, 'patient_name')} {told(desk, 'nhs_number')}"
            self.more.append((path.name, 1, mark("phi", kind="metadata")))
        document.set_metadata(words)
        for what, do in (("attachment", attached), ("javascript", scripted)):
            if what in whole:
                do(document)
                self.more.append((path.name, 1, mark("active", kind=what)))
        saved(document, path)
        if "earlier" in whole:
            earlier_kept(path, 1, f"{told(desk, 'patient_name')} {told(desk, 'nhs_number')}")
            self.more.append((path.name, 1, mark("phi", kind="revision")))
