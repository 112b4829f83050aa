"""From a seed to files and answers."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Final

from ..case import ScreeningCase  # noqa: TID252 - the set is imported by two names
from .chance import chance
from .drawing import drawn
from .front import Front
from .model import Item, Mark, Portfolio
from .pen import LEFT, LIBRARY
from .pictures import console, photograph
from .plan import plan
from .truth import truth_of
from .wordfile import macro_file, word_file

SINGLE: Final = "Portfolio.pdf"
FRONT: Final = "00 Portfolio.pdf"
STYLES: Final = (("sans", 10.0), ("sans", 10.5), ("serif", 11.0), ("sans", 9.5), ("serif", 10.5))


def build(seed: int, folder: Path) -> ScreeningCase:
    """The portfolio of this seed, made inside the folder."""
    return made(seed, folder)[0]


def made(seed: int, folder: Path) -> tuple[ScreeningCase, Portfolio]:
    """The case, and the portfolio from which its answers were taken."""
    folio = plan(seed)
    if folio.single:
        portfolio, front, front_file = _one_file(folio, folder / SINGLE), folio_front(folio), SINGLE
    else:
        portfolio, front_file = folder / "portfolio", FRONT
        portfolio.mkdir()
        front = _files(folio, portfolio)
    case = ScreeningCase(
        name=f"ordinary {seed}",
        portfolio=portfolio,
        truth=truth_of(folio, front, front_file),
        traits=(f"emphasis {folio.emphasis}", "one file" if folio.single else "folder"),
    )
    return case, folio


def folio_front(folio: Portfolio) -> dict[str, int]:
    """Where the parts of the front stand."""
    with LIBRARY.open() as document:
        return Front(document, folio).draw()


def _style(folio: Portfolio, item: Item) -> tuple[str, float]:
    return chance("style", folio.seed, item.form).choice(STYLES)


def _one_file(folio: Portfolio, path: Path) -> Path:
    """Drawn once to learn where items begin, and once more."""
    for item in folio.items:
        item.file, item.carrier = SINGLE, "pdf"
    end = 4
    for _ in range(3):
        with LIBRARY.open() as document:
            front = Front(document, folio).draw()
            settled = front["end"] == end and all(item.first > 1 for item in folio.items)
            end = front["end"]
            for item in folio.items:
                before = item.first
                item.first = len(document) + 1
                settled = settled and item.first == before
                drawn(document, item, folio.seed, _style(folio, item))
            if settled:
                document.set_toc([[1, f"Evidence {item.id}: {item.title}", item.first] for item in folio.items])
                _save(document, path)
                return path
    raise ValueError(f"the pages of seed {folio.seed} do not settle")


def _files(folio: Portfolio, root: Path) -> dict[str, int]:
    for item in folio.items:
        item.file, item.first = f"Evidence {int(item.id):02d} - {_plain(item.title)}.{item.carrier}", 1
        path = root / item.file
        if item.carrier == "docx":
            word_file(item, folio.seed, folio.people, path)
        elif item.carrier == "eml":
            _mail(item, path)
        elif item.carrier in {"png", "jpg"}:
            rng, block = chance("picture", folio.seed), item.blocks[0]
            path.write_bytes(photograph(rng) if item.carrier == "jpg" else console(rng, block.text))
            item.found = [(mark, 1) for mark in block.marks]
        else:
            _item_file(folio, item, path)
    if folio.emphasis == "active":
        form = Item(id="0", title="Form with a button", form="note", codes=(), file="Form with a button.docm")
        macro_file(root / form.file)
        form.found = [(Mark("active", {"kind": "macro"}), 1)]
        folio.loose.append(form)
    with LIBRARY.open() as document:
        front = Front(document, folio).draw()
        _save(document, root / FRONT)
    return front


def _plain(title: str) -> str:
    return "".join(letter for letter in title if letter.isalnum() or letter in " -")[:50].strip()


def _item_file(folio: Portfolio, item: Item, path: Path) -> None:
    with LIBRARY.open() as document:
        drawn(document, item, folio.seed, _style(folio, item))
        if item.metadata.get("title"):
            document.set_metadata({"title": item.metadata["title"], "creator": "Scanner"})
            item.found.append((Mark("phi", {"kind": "metadata"}), 1))
        _opens(document, item)
        revision = next((block for block in item.blocks if block.kind == "revision"), None)
        if revision is None:
            _save(document, path)
            return
        document[0].insert_text((LEFT, 806), revision.text, fontsize=9)
        _save(document, path)
    _taken_out(path, revision.secret)
    item.found.append((Mark("phi", {"kind": "revision"}), 1))


def _opens(document: Any, item: Item) -> None:
    """What belongs to the file and to no page."""
    kind = item.metadata.get("opens")
    if kind == "javascript":
        document.xref_set_key(document.pdf_catalog(), "OpenAction", "<</S/JavaScript/JS(app.beep\\(0\\);)>>")
    elif kind == "attachment":
        document.embfile_add("values.csv", b"point,value\n1,0.4\n", "values.csv")
    if kind:
        item.found.append((Mark("active", {"kind": kind, "of": "file"}), 1))


def _taken_out(path: Path, secret: str) -> None:
    """Take the words out in a second revision; the first stays in the file."""
    with LIBRARY.open(path) as document:
        page = document[0]
        for rect in page.search_for(secret):
            page.add_redact_annot(rect)
        page.apply_redactions()
        document.save(path, incremental=True, encryption=LIBRARY.PDF_ENCRYPT_KEEP, no_new_id=True)


def _save(document: Any, path: Path) -> None:
    document.subset_fonts()
    for xref in range(1, document.xref_length()):
        if "/EmbeddedFile/" in document.xref_object(xref, compressed=True):
            document.xref_set_key(xref, "Params", "<</Size 18>>")  # the library says when by the clock
    document.save(path, garbage=3, deflate=True, no_new_id=True)


def _mail(item: Item, path: Path) -> None:
    """The message as the mail program keeps it; its date stands in its head."""
    mail = EmailMessage()
    body = []
    for block in item.blocks:
        if block.kind == "mail":
            heads = dict(line.partition(": ")[::2] for line in block.text.split("\n"))
            mail["From"], mail["To"], mail["Subject"] = heads["From"], heads["To"], item.title
            mail["Date"] = format_datetime(datetime.fromisoformat(f"{item.date}T10:20:00").replace(tzinfo=UTC))
        elif block.kind == "rows":
            body.append("\n".join(" | ".join(row) for row in block.rows))
        elif block.kind != "title":
            body.append(block.text)
    mail.set_content("\n\n".join(body))
    path.write_bytes(mail.as_bytes())
    item.found = [(mark, 1) for block in item.blocks for mark in block.marks]
