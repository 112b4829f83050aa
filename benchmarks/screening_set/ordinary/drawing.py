"""Items as pages of a PDF, and on which page each mark came to stand."""

from random import Random
from typing import Any

from .chance import chance
from .covers import cover
from .model import Block, Item, Mark
from .pen import FACES, LEFT, LIBRARY, RIGHT, Pen, width
from .pictures import blurred, console, icon, photograph, scanned

DRIVES = (
    "file:///S:/Imaging/MR%20safety/evidence.docx",
    "https://carrowvale.sharepoint.com/sites/mr/Shared%20Documents/evidence.docx",
    "file://nas04/physics/mr/evidence.pdf",
    "https://onedrive.live.com/edit?id=evidence",
)
SHOWN = {
    "file:///S:/Imaging/MR%20safety/evidence.docx": r"S:\Imaging\MR safety\evidence.docx",
    "file://nas04/physics/mr/evidence.pdf": r"\\nas04\physics\mr\evidence.pdf",
}

LABELS = {"dead_icon": "The document stands below.", "launch": "Open", "attachment": "Attached:"}
ACTIONS = {
    "link_drive": "/S/URI/URI({target})",
    "web link": "/S/URI/URI(https://www.hse.gov.uk/work-equipment)",
    "mail link": "/S/URI/URI(mailto:mr.physics@carrowvale.example)",
    "launch": "/S/Launch/F(figures.xlsx)",
    "javascript": "/S/JavaScript/JS(app.alert\\('read me'\\);)",
}


def drawn(document: Any, item: Item, seed: int, style: tuple[str, float]) -> None:
    """Draw the item on new pages at the end of the document; fills ``found`` and ``pages`` of the item."""
    rng = chance("draw", seed, item.id)
    started = len(document)
    pen = Pen(document, style[0], style[1], f"Evidence {item.id}")
    item.found = []
    for at, block in enumerate(item.blocks):
        page = _block(pen, item, block, rng, ahead=item.blocks[at + 1 : at + 2])
        item.found += [(mark, page) for mark in block.marks]
    pen.close()
    item.pages = len(document) - started
    if item.unseen or item.metadata.get("scan"):
        for number in range(started, len(document)):
            _unread(document, number, item)
    if item.unseen:
        item.found = [(Mark("unseen", {"why": item.unseen}), page + 1) for page in range(item.pages)]


def _block(pen: Pen, item: Item, block: Block, rng: Random, ahead: list[Block]) -> int:
    """Draw one block; returns the page on which it stands."""
    if block.kind == "break":
        if not pen.fresh:
            pen.new_page()
    elif block.kind == "title":
        pen.para(f"Evidence {item.id}: {block.text}", bold=True, size=pen.size + 5, gap=10)
    elif block.kind == "heading":
        tall = len(pen.lines(ahead[0].text, RIGHT - LEFT)) if ahead else 0
        pen.need((tall + 3) * pen.size * 1.42)
        pen.y += 5
        pen.para(block.text, bold=True, size=pen.size + 1.5, gap=3)
    elif block.kind in {"picture", "active"}:
        (_picture if block.kind == "picture" else _active)(pen, block, rng)
    elif block.kind in KINDS:
        KINDS[block.kind](pen, block)
    elif block.kind != "revision":
        pen.para(block.text, gap=3 if block.kind == "line" else 8)
    return pen.number


def _rows(pen: Pen, block: Block) -> None:
    if block.how == "head":
        pen.table(block.rows, (2, 4))
        return
    tall = sum(len(pen.lines(row[1], (RIGHT - LEFT) * 0.7)) for row in block.rows)
    pen.need((tall + len(block.rows)) * pen.size * 1.5)
    pen.table(block.rows, (1.2, 3), head="none")


def _mail(pen: Pen, block: Block) -> None:
    pen.need(90)
    for line in block.text.split("\n"):
        pen.para(line, gap=1)
    pen.page.draw_line((LEFT, pen.y + 6), (RIGHT, pen.y + 6), width=0.8)
    pen.y += 16


def _hidden(pen: Pen, block: Block) -> None:
    pen.need(30)
    pen.y += 16
    if block.how == "white":
        pen.at(LEFT, pen.y, block.text, colour=(1.0, 1.0, 1.0))
    elif block.how == "invisible":
        pen.at(LEFT, pen.y, block.text, invisible=True)
    elif block.how == "tiny":
        pen.at(LEFT, pen.y, block.text, size=0.6)
    else:
        pen.page.insert_text((LEFT, 900), block.text, fontsize=9)


KINDS = {"rows": _rows, "mail": _mail, "cover": cover, "hidden": _hidden}


def _picture(pen: Pen, block: Block, rng: Random) -> None:
    pen.need(250)
    stream = photograph(rng) if block.how == "exif" else console(rng, block.text)
    pen.page.insert_image((LEFT, pen.y + 4, LEFT + 300, pen.y + 236), stream=stream)
    pen.y += 250


def _active(pen: Pen, block: Block, rng: Random) -> None:
    pen.need(110)
    kind, target = block.how, rng.choice(DRIVES)
    shown = f"{LABELS.get(kind, 'See')} {block.text}"
    if kind == "link_drive" and rng.random() < 0.5:
        shown = f"See {SHOWN.get(target, target)}"
    if kind == "web link":
        shown = "See https://www.hse.gov.uk/work-equipment"
    pen.para(shown, gap=4)
    wide = min(width(FACES[pen.face][0], shown, pen.size), RIGHT - LEFT)
    rect = LIBRARY.Rect(LEFT, pen.y - pen.size * 1.5, LEFT + wide, pen.y)
    if kind in ACTIONS:
        _link(pen.page, rect, ACTIONS[kind].format(target=target))
    elif kind == "inner link":
        pen.page.insert_link({"kind": LIBRARY.LINK_GOTO, "from": rect, "page": pen.started, "to": LIBRARY.Point(0, 0)})
    elif kind == "attachment":
        pen.page.add_file_annot((LEFT, pen.y + 4), b"point,value\n1,0.4\n", "values.csv")
        pen.y += 24
    elif kind == "dead_icon":
        pen.page.insert_image((LEFT, pen.y + 2, LEFT + 45, pen.y + 57), stream=icon())
        pen.y += 70
        pen.para(rng.choice(("Risk assessment.docx", "Double-click to open.docx", "Values.xlsx")), size=8, gap=10)


def _link(page: Any, rect: Any, action: str) -> None:
    """A link with an action of the format's own; the library makes one that is then altered."""
    page.insert_link({"kind": LIBRARY.LINK_URI, "from": rect, "uri": "https://example.org"})
    xref = int(page.parent.xref_get_key(page.xref, "Annots")[1].strip("[]").split()[-3])
    page.parent.xref_set_key(xref, "A", f"<<{action}>>")


def _unread(document: Any, number: int, item: Item) -> None:
    """Replace the page by a picture that nobody can read or by its outlines; the stamp is written again."""
    page = document[number]
    if item.unseen == "outlines":
        drawing = page.get_svg_image(text_as_path=True).encode()
        with LIBRARY.open(stream=drawing, filetype="svg") as svg:
            turned = LIBRARY.open("pdf", svg.convert_to_pdf())
        document.delete_page(number)
        new = document.new_page(number, width=595, height=842)
        new.show_pdf_page(new.rect, turned, 0)
    else:
        picture = blurred(page) if item.unseen else scanned(page)
        document.delete_page(number)
        new = document.new_page(number, width=595, height=842)
        new.insert_image(new.rect, stream=picture)
    new.insert_text((RIGHT - 64, 24), f"Evidence {item.id}", fontsize=10)
