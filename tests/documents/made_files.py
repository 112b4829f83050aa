"""Builders of small files of every kind, all of invented content: real bytes, made by the usual libraries."""

import io
import struct
from datetime import UTC, datetime
from email.message import EmailMessage

import pillow_heif
import pptx
import pymupdf
import xlsxwriter
from extract_msg import OleWriter
from PIL import Image
from pptx.util import Cm

TABLE = (("Sub-category", "Evidence"), ("1.1", "E1, page 2"), ("4.2", "E2"))

_UNICODE, _BINARY, _LONG, _TIME = 0x001F, 0x0102, 0x0003, 0x0040
_READABLE = 0x06  # property flags: readable and writable
_UNICODE_STRINGS = (0x340D, _LONG, 0x00040000)


def msg(
    subject: str = "Quench pipe",
    body: str | None = "The outlet is clear.",
    *,
    html: bytes | None = None,
    attached: tuple[tuple[str, bytes], ...] = (),
    embedded: tuple[dict, ...] = (),
) -> bytes:
    """An Outlook message as Outlook lays one out: a compound file with a stream for each property.

    ``embedded`` are arguments of messages that lie inside this one.
    """
    writer = OleWriter()
    for name in ("__substg1.0_00020102", "__substg1.0_00030102", "__substg1.0_00040102"):
        writer.addEntry(["__nameid_version1.0", name], b"")
    _fill(writer, (), subject, body, html=html, attached=attached, embedded=embedded)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _fill(writer, place, subject, body=None, *, html=None, attached=(), embedded=()) -> None:
    """The streams of one message below ``place``."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x0C1A: "A. Person", 0x0C1F: "a@example.org", 0x0E04: "B. Reader"}
    if body is not None:
        texts[0x1000] = body
    sent = int((datetime(2026, 3, 2, 10, 15, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10**7)
    count = len(attached) + len(embedded)
    head = struct.pack("<8xIIII", 0, count, 0, count) + (bytes(8) if not place else b"")
    binaries = {} if html is None else {0x1013: html}
    _properties(writer, place, head, texts, binaries, [_UNICODE_STRINGS, (0x0039, _TIME, sent)])
    for number, (name, content) in enumerate(attached):
        at = (*place, f"__attach_version1.0_#{number:08X}")
        _properties(writer, at, bytes(8), {0x3707: name, 0x3704: name}, {0x3701: content}, [(0x3705, _LONG, 1)])
    for number, inner in enumerate(embedded, start=len(attached)):
        at = (*place, f"__attach_version1.0_#{number:08X}")
        _properties(writer, at, bytes(8), {}, {}, [(0x3705, _LONG, 5)])
        _fill(writer, (*at, "__substg1.0_3701000D"), **inner)


def _properties(writer, place, head, texts, binaries, fixed) -> None:
    """The streams of texts and bytes, and the stream that lists every property with its length or value."""
    rows = []
    for number, text in texts.items():
        content = text.encode("utf-16-le")
        writer.addEntry([*place, f"__substg1.0_{number:04X}001F"], content)
        rows.append(struct.pack("<HHIII", _UNICODE, number, _READABLE, len(content) + 2, 0))
    for number, content in binaries.items():
        writer.addEntry([*place, f"__substg1.0_{number:04X}0102"], content)
        rows.append(struct.pack("<HHIII", _BINARY, number, _READABLE, len(content), 0))
    rows += [struct.pack("<HHIQ", kind, number, _READABLE, value) for number, kind, value in fixed]
    writer.addEntry([*place, "__properties_version1.0"], head + b"".join(rows))


def eml(*attached: tuple[str, bytes], body: str = "See attached.") -> bytes:
    built = EmailMessage()
    built["From"], built["To"], built["Subject"] = "a@example.org", "b@example.org", "Quench pipe"
    built.set_content(body)
    for name, content in attached:
        built.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return built.as_bytes()


def xlsx(rows=TABLE, *, fill=None) -> bytes:
    """A workbook of one sheet; ``fill`` gets the book and the sheet for more."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Cross reference")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if fill is not None:
            fill(book, sheet)
    return out.getvalue()


def slides(fill=None) -> bytes:
    """A presentation of two slides; ``fill`` gets it for more."""
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Zones of the scanner"
    first.placeholders[1].text = "Zone IV is locked\nZone III is supervised"
    first.notes_slide.notes_text_frame.text = "Said at the safety meeting"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Experience"
    table = second.shapes.add_table(len(TABLE), 2, Cm(2), Cm(5), Cm(16), Cm(4)).table
    for row, texts in enumerate(TABLE):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    if fill is not None:
        fill(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def heic(size: tuple[int, int] = (160, 96), **options) -> bytes:
    """A telephone picture, red on the left and white on the right."""
    image = Image.new("RGB", size, "white")
    image.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, **options)
    return out.getvalue()


def binder(*attached: tuple[str, bytes], pinned: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A PDF of one page with files attached to it as a whole, and pinned to its page."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((60, 60), "Open the attachments")
        for name, content in attached:
            document.embfile_add(name, content, filename=name, ufilename=name)
        for name, content in pinned:
            page.add_file_annot((300, 300), content, name)
        return document.tobytes()


def rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}" + body.encode("cp1252") + b"}"
