"""Blocks written into an OpenDocument file."""

import io
import zipfile
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from .blocks import Block, Cell, Gap, Grid, Head, Para, Points, Sheets, Sketch, spread

_MADE: Final = (2025, 2, 3, 0, 0, 0)
_TYPE: Final = "application/vnd.oasis.opendocument.text"
_SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("fo", "xsl-fo-compatible"), ("manifest", "manifest")),
    )
)
_STYLES: Final = (
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid '
    '#000000" fo:padding="0.1cm"/></style:style><style:style style:name="New" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)


def odt_file(sheets: Sequence[Sheets]) -> bytes:
    """The sheets one after the other, each on a new page."""
    body = '<text:p text:style-name="New"/>'.join("".join(map(_block, one.blocks)) for one in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _TYPE), ("content.xml", "text/xml"))
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {_SPACES} manifest:version="1.2">'
        f"{entries}</manifest:manifest>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype", _MADE), _TYPE, zipfile.ZIP_STORED)
        for name, text in (("content.xml", content), ("META-INF/manifest.xml", manifest)):
            package.writestr(zipfile.ZipInfo(name, _MADE), text.encode(), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _block(block: Block) -> str:
    match block:
        case Head():
            return f'<text:h text:outline-level="{block.level}">{_words(block.text)}</text:h>'
        case Para():
            return f"<text:p>{_words(block.text, bold=block.bold)}</text:p>"
        case Points():
            items = "".join(f"<text:list-item><text:p>{_words(line)}</text:p></text:list-item>" for line in block.lines)
            return f"<text:list>{items}</text:list>"
        case Grid():
            return _table(block)
        case Sketch():
            said = block.caption or ("(signed)" if block.kind == "ink" else "")
            return f"<text:p>{_words(said)}</text:p>"
        case Gap():
            return "<text:p/>"


def _words(text: str, *, bold: bool = False) -> str:
    words = "<text:line-break/>".join(escape(line) for line in text.split("\n"))
    return f'<text:span text:style-name="Bold">{words}</text:span>' if bold else words


def _table(grid: Grid) -> str:
    cells = {(row, column): cell for row, column, cell in spread(grid)}
    rows = []
    for row in range(len(grid.rows)):
        inner = "".join(_cell(cells.get((row, column))) for column in range(len(grid.widths)))
        tag = f"<table:table-row>{inner}</table:table-row>"
        rows.append(
            f"<table:table-header-rows>{tag}</table:table-header-rows>" if row == 0 and grid.heads == 1 else tag
        )
    columns = f'<table:table-column table:number-columns-repeated="{len(grid.widths)}"/>'
    return f"<table:table>{columns}{''.join(rows)}</table:table>"


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<table:covered-table-cell/>"
    text = "(signed)" if cell.ink else cell.text
    spans = f'table:number-columns-spanned="{cell.span}" table:number-rows-spanned="{cell.down}"'
    inner = "".join(f"<text:p>{_words(line, bold=cell.bold)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell table:style-name="Cell" office:value-type="string" {spans}>{inner}</table:table-cell>'
