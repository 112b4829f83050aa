"""Nodes as a file of LibreOffice Writer (OpenDocument text)."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from .typeset import Node
from .wordfile import plain

_MADE: Final = (2025, 3, 1, 9, 0, 0)
_TYPE: Final = "application/vnd.oasis.opendocument.text"
_SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
_STYLES: Final = (
    "<office:automatic-styles>"
    '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="C" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>'
    '<style:style style:name="N" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    "</office:automatic-styles>"
)


def odt(nodes: Sequence[Node]) -> bytes:
    """The bytes of the file."""
    body = "".join(_node(node) for node in nodes)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">{_STYLES}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _MADE), _TYPE, zipfile.ZIP_STORED)
        archive.writestr(zipfile.ZipInfo("content.xml", _MADE), content, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml", _MADE), manifest, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _line(said: str, style: str = "") -> str:
    words = escape(said).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return f"<text:p{style}>{words}</text:p>"


def _node(node: Node) -> str:
    maker = _MAKERS.get(node["k"])
    return maker(node) if maker else ""


def _heading(node: Node) -> str:
    return f'<text:h text:outline-level="2">{escape(plain(node["t"]))}</text:h>'


def _listed(node: Node) -> str:
    lead = "\u2022 " if node["k"] == "list" else ""
    return "".join(_line(f"{lead or name + ' '}{plain(said)}") for name, said in node["items"])


def _inside(node: Node) -> str:
    parts = node["parts"] if "parts" in node else [node["nodes"]]
    return "".join(_node(one) for part in parts for one in part)


def _table(node: Node) -> str:
    columns = len(node["widths"])
    lines = [*node["heads"], *node["rows"]]
    taken: set[tuple[int, int]] = set()
    rows = []
    for down, line in enumerate(lines):
        cells, left = [], list(line)
        for across in range(columns):
            if (down, across) in taken:
                cells.append("<table:covered-table-cell/>")
                continue
            one = left.pop(0)
            tall, wide = one.get("rs", 1), one.get("cs", 1)
            taken |= {(down + y, across + x) for y in range(tall) for x in range(wide)}
            spans = (
                f' table:number-rows-spanned="{tall}" table:number-columns-spanned="{wide}"'
                if tall > 1 or wide > 1
                else ""
            )
            bold = ' text:style-name="B"' if one.get("b") else ""
            words = "".join(_line(part, bold) for part in plain(one["t"]).split("\n"))
            cells.append(f'<table:table-cell table:style-name="C"{spans}>{words}</table:table-cell>')
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    many = len(node["heads"])
    head = f"<table:table-header-rows>{''.join(rows[:many])}</table:table-header-rows>" if many else ""
    wide_of = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f"<table:table>{wide_of}{head}{''.join(rows[many:])}</table:table>"


_MAKERS: Final[Mapping[str, Callable[[Node], str]]] = {
    "h": _heading,
    "p": lambda node: _line(plain(node["t"])),
    "list": _listed,
    "kv": _listed,
    "tab": lambda node: _line("\t".join(plain(one) for one in node["cells"])),
    "leader": lambda node: _line(f"{plain(node['t'])}\t{node['to']}"),
    "table": _table,
    "box": _inside,
    "keep": _inside,
    "side": _inside,
    "plot": lambda node: _line(plain(node["cap"])) if "cap" in node else "",
    "break": lambda _: _line("", ' text:style-name="N"'),
}
