"""Text files as sheets, and HTML as text. Runs in the worker; nothing that HTML refers to is fetched."""

import codecs
from html.parser import HTMLParser
from pathlib import Path

from mrse_assess.documents.sheets import Flow, Mark, Sheet, lines

_MOST_BYTES = 1024 * 1024
_LINES_IN_FLOW = 400
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})
_BREAKS = frozenset(
    {"p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_PARAGRAPHS = _BREAKS - {"br", "li", "tr"}


def text_sheet(path: Path, form: str) -> Sheet:
    """The words of a text, CSV, Markdown or HTML file, line by line in type of one width."""
    with path.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    cut = len(content) > _MOST_BYTES
    text = decoded(content[:_MOST_BYTES], cut=cut)
    if form == "html":
        text = html_to_text(text)
    return sheet_of_words(text, cut=cut)


def sheet_of_words(text: str, *, cut: bool = False) -> Sheet:
    """Text line by line in type of one width, up to its limit."""
    cut = cut or len(text) > _MOST_BYTES
    text = text[:_MOST_BYTES]
    marks = (Mark(code="document-cut", slots={"limit": f"{_MOST_BYTES // 1024 // 1024} MB"}),) if cut else ()
    rows = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    flows = ("\n".join(rows[at : at + _LINES_IN_FLOW]) for at in range(0, len(rows), _LINES_IN_FLOW))
    return Sheet(segments=tuple(Flow(html=f'<div class="mono">{lines(flow)}</div>') for flow in flows), marks=marks)


def decoded(content: bytes, *, cut: bool = False) -> str:
    """Bytes as text: by their byte order mark, else UTF-8 (``cut`` anywhere), else Western European."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if cut and error.start >= len(content) - 3:  # only the last character was cut off
            return content.decode("utf-8", "ignore")
        return content.decode("cp1252", "replace")


def html_to_text(html: str) -> str:
    """The words that HTML shows, a line for each block; cells of a row are separated by a bar."""
    reader = _Words()
    try:
        reader.feed(html)
        reader.close()
    except (AssertionError, ValueError, RecursionError):  # the parser's own way of giving up on a broken declaration
        reader.parts.append("")
    return _tidied("".join(reader.parts))


def _tidied(text: str) -> str:
    rows = [" ".join(row.split()).strip(" |") for row in text.split("\n")]
    kept: list[str] = []
    for row in rows:
        if row or (kept and kept[-1]):
            kept.append(row)
    return "\n".join(kept).strip("\n")


class _Words(HTMLParser):
    """Collects text; skips what a browser does not show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent = 0  # a head that was never closed ends here
        elif tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
            if tag == "li":
                self.parts.append("\u2022 ")
        elif tag in {"td", "th"}:
            self.parts.append(" | ")
        elif tag == "img":
            described = dict(attrs).get("alt") or ""
            self.parts.append(f" [picture: {described}] " if described else " [picture] ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _PARAGRAPHS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))
