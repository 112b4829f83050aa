"""What is done to a finished file: annotations, links, scripts, attachments, its own data, an earlier version kept."""

from pathlib import Path
from typing import Any

from .model import Later
from .sheet import BLACK, LIBRARY


def finish(document: Any, later: list[tuple[int, Later]]) -> None:
    """Do to each page (from 1) what waits for it."""
    for at, one in later:
        page, box = document[at - 1], LIBRARY.Rect(*one.box)
        if one.kind == "square":
            made = page.add_rect_annot(box)
            made.set_colors(stroke=BLACK, fill=BLACK)
            made.update()
        elif one.kind == "redact":
            page.add_redact_annot(box, fill=BLACK)
        elif one.kind == "highlight":
            page.add_highlight_annot(box)
        elif one.kind == "uri":
            page.insert_link({"kind": LIBRARY.LINK_URI, "from": box, "uri": one.text})
        elif one.kind == "launch":
            page.insert_link({"kind": LIBRARY.LINK_LAUNCH, "from": box, "file": one.text})
    for page in document:
        for made in page.annots():
            _unnamed(document, made)


def _unnamed(document: Any, made: Any) -> None:
    """The library writes the hour into annotations; a set is the same at every hour."""
    for key in ("CreationDate", "M"):
        if document.xref_get_key(made.xref, key)[0] != "null":
            document.xref_set_key(made.xref, key, "(D:20260101090000Z)")


def attached(document: Any) -> None:
    """A file hung into the document."""
    document.embfile_add("readings.csv", b"x,y,mT\n0,0,0.41\n", filename="readings.csv", desc="readings")
    for xref in range(1, document.xref_length()):
        for key in ("Params/CreationDate", "Params/ModDate"):
            if document.xref_get_key(xref, key)[0] != "null":
                document.xref_set_key(xref, key, "(D:20260101090000Z)")


def scripted(document: Any) -> None:
    """A script that runs when the file is opened."""
    xref = document.get_new_xref()
    document.update_object(xref, "<</S/JavaScript/JS(app.alert\\('Print in colour'\\))>>")
    document.xref_set_key(document.pdf_catalog(), "OpenAction", f"{xref} 0 R")


def saved(document: Any, path: Path) -> None:
    """Write the file; the same bytes for the same pages."""
    document.save(path, garbage=4, deflate=True, no_new_id=True)


def earlier_kept(path: Path, page: int, text: str) -> None:
    """Put the text on the page, and take it off again in a second version within the same file."""
    with LIBRARY.open(path) as document:
        spot = LIBRARY.Point(66, 822)
        document[page - 1].insert_text(spot, text, fontsize=9)
        whole = document.tobytes(garbage=4, deflate=True, no_new_id=True)
    path.write_bytes(whole)
    with LIBRARY.open(path) as document:
        on = document[page - 1]
        for box in on.search_for(text):
            on.add_redact_annot(box)
        on.apply_redactions()
        document.save(path, incremental=True, no_new_id=True, encryption=LIBRARY.PDF_ENCRYPT_KEEP)
