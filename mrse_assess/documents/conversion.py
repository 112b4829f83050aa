"""Files without pages of their own, turned into a PDF. Runs in the worker."""

from dataclasses import replace
from pathlib import Path

from mrse_assess.documents.codec import Header, decode_header, encode_header
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.layout import Laid, lay_out
from mrse_assess.documents.mail import mail_sheet
from mrse_assess.documents.office import WAYS, OfficeError, converted, find_office
from mrse_assess.documents.outlook import UnreadableMessageError
from mrse_assess.documents.pictures import UnreadablePictureError
from mrse_assess.documents.plain import sheet_of_words, text_sheet
from mrse_assess.documents.reader_tasks import open_task, write_privately
from mrse_assess.documents.rich_text import rich_text
from mrse_assess.documents.sheets import Mark, NativeCell, ProtectedFileError, Sheet
from mrse_assess.documents.slides import slides_sheet
from mrse_assess.documents.sniffing import UNKNOWN_WORDS, UNSUPPORTED_WORDS
from mrse_assess.documents.spreadsheets import DamagedTablesError, spreadsheet
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.documents.word.convert import word_sheet
from mrse_assess.documents.word.package import DamagedPackageError
from mrse_assess.model.pages import NativeTable, TableCell
from mrse_assess.terms import MediaKind

CONVERTER_VERSION = 2
"""Goes up with every change of what a conversion gives, so that old ones are made anew."""

RENDERED_BY = {
    MediaKind.DOCX: f"own Word layout {CONVERTER_VERSION} (layout may differ)",
    MediaKind.EMAIL: f"own e-mail layout {CONVERTER_VERSION}",
    MediaKind.TEXT: f"own text layout {CONVERTER_VERSION}",
    MediaKind.IMAGE: f"picture re-encoded {CONVERTER_VERSION}",
    MediaKind.SPREADSHEET: f"own spreadsheet layout {CONVERTER_VERSION} (layout may differ)",
    MediaKind.SLIDES: f"own slide layout {CONVERTER_VERSION} (layout may differ)",
}
_RICH_TEXT_BYTES = 64 * 1024 * 1024


def convert_task(source: str, media: MediaKind, form: str, target: str, limits: ReadingLimits) -> bytes:
    """Write the PDF to ``target``; its header as JSON. A file that cannot be converted has no pages and a finding."""
    try:
        return encode_header(_converted(Path(source), media, form, Path(target), limits))
    except _unreadable():
        return encode_header(Header(pages=0, findings=(Finding("document-damaged"),)))
    except OfficeError as error:
        return encode_header(Header(pages=0, findings=(Finding(error.code, None, {"what": _what(form)}),)))
    except ProtectedFileError:
        return encode_header(Header(pages=0, findings=(Finding("document-protected"),)))


def _converted(source: Path, media: MediaKind, form: str, target: Path, limits: ReadingLimits) -> Header:
    if form in WAYS and (form != "rtf" or find_office() is not None):
        with converted(source, form, target.parent) as (made, name):
            if made.suffix == ".pdf":
                return _ready_made(made, name, target, limits)
            header = _laid_out(word_sheet(made), media, target, limits)
            return header._replace(rendered_by=f"{name}, {header.rendered_by}")
    if media is MediaKind.IMAGE:
        return _picture(source, target, limits)
    if form == "rtf":
        return _laid_out(_plain_rich_text(source), MediaKind.TEXT, target, limits)
    return _laid_out(_sheet(source, media, form), media, target, limits)


def _ready_made(made: Path, name: str, target: Path, limits: ReadingLimits) -> Header:
    """A PDF that LibreOffice made."""
    header = decode_header(open_task(str(made), None, limits), limits)
    if header.pages:
        write_privately(target, made.read_bytes())
    return header._replace(rendered_by=f"{name} (layout may differ)")


def _laid_out(sheet: Sheet, media: MediaKind, target: Path, limits: ReadingLimits) -> Header:
    laid = lay_out(sheet, limits.pages)
    write_privately(target, laid.pdf)
    return _header(sheet, laid, media, limits)


def _what(form: str) -> str:
    return UNSUPPORTED_WORDS.get(form, UNKNOWN_WORDS)[0]


def _unreadable() -> tuple[type[Exception], ...]:
    return (DamagedPackageError, UnreadablePictureError, UnreadableMessageError, DamagedTablesError)


def _sheet(source: Path, media: MediaKind, form: str) -> Sheet:
    if media is MediaKind.DOCX:
        return word_sheet(source)
    if media is MediaKind.EMAIL:
        return mail_sheet(source, form)
    if media is MediaKind.SPREADSHEET:
        return spreadsheet(source, form)
    if media is MediaKind.SLIDES:
        return slides_sheet(source)
    return text_sheet(source, form)


def _plain_rich_text(source: Path) -> Sheet:
    with source.open("rb") as stream:
        words = rich_text(stream.read(_RICH_TEXT_BYTES))
    sheet = sheet_of_words(words)
    return replace(sheet, marks=(*sheet.marks, Mark(code="words-only", slots={"what": _what("rtf")})))


def _picture(source: Path, target: Path, limits: ReadingLimits) -> Header:
    from mrse_assess.documents.scans import picture_pages

    scanned = picture_pages(source)
    write_privately(target, scanned.pdf)
    findings = [Finding("page-failed", page, {"why": "the picture is damaged"}) for page in scanned.failed]
    if scanned.located:
        findings.append(Finding("picture-location"))
    if scanned.frames > scanned.pages:
        findings.append(Finding("document-too-many-pages", None, {"count": scanned.frames, "limit": scanned.pages}))
    return Header(
        pages=min(scanned.pages, limits.pages), findings=tuple(findings), rendered_by=RENDERED_BY[MediaKind.IMAGE]
    )


def _header(sheet: Sheet, laid: Laid, media: MediaKind, limits: ReadingLimits) -> Header:
    findings = [_placed(mark, laid) for mark in sheet.marks]
    if media is MediaKind.DOCX:
        findings.append(Finding("layout-differs"))
        if sheet.saved_pages and sheet.saved_pages > 1 and sheet.saved_pages != laid.pages:
            findings.append(Finding("layout-page-count", None, {"count": sheet.saved_pages, "here": laid.pages}))
    if laid.cut:
        findings.append(Finding("layout-cut", None, {"count": laid.pages}))
    tables = tuple(_table(rows, laid) for rows in sheet.tables if rows)
    if any(cell.page is None and cell.text for table in tables for row in table.rows for cell in row):
        findings.append(Finding("table-not-placed"))
    return Header(
        pages=min(laid.pages, limits.pages), tables=tables, findings=tuple(findings), rendered_by=RENDERED_BY[media]
    )


def _placed(mark: Mark, laid: Laid) -> Finding:
    """A mark with the first page that its element stands on."""
    places = laid.places.get(mark.id or "", ())
    slots = {name: value if isinstance(value, int) else str(value) for name, value in mark.slots.items()}
    return Finding(mark.code, places[0][0] if places else None, slots)


def _table(rows: tuple[tuple[NativeCell, ...], ...], laid: Laid) -> NativeTable:
    cells = tuple(tuple(_cell(cell, laid) for cell in row) for row in rows)
    return NativeTable(
        rows=cells, pages=tuple(sorted({cell.page for row in cells for cell in row if cell.page is not None}))
    )


def _cell(cell: NativeCell, laid: Laid) -> TableCell:
    places = laid.places.get(cell.id, ())
    if not places:
        return TableCell(text=cell.text, page=None, box=None)
    page, box = places[0]
    return TableCell(
        text=cell.text, page=page, box=(round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
    )
