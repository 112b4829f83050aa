"""Nodes as a Word file."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from .chance import chance
from .typeset import Node

_MADE: Final = (2025, 3, 1, 9, 0, 0)
_ALIGN: Final = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_STYLES: Final = {
    "booktabs": "Light List",
    "lines": "Light Grid",
    "zebra": "Light Shading",
    "bare": "Normal Table",
    "head": "Normal Table",
}


def plain(said: Any) -> str:
    """Words of a node without their looks."""
    if isinstance(said, str):
        return said
    if isinstance(said, dict):
        return str(said.get("t", ""))
    return "".join(plain(one) for one in said)


class WordFile:
    """A Word document that grows node by node."""

    def __init__(self, seed: int, look: str = "ruled") -> None:
        rng = chance("word", seed)
        self.file: Any = docx.Document()
        self.file.core_properties.created = self.file.core_properties.modified = datetime(2025, 3, 1, tzinfo=UTC)
        self.file.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Aptos", "Verdana", "Times New Roman"))
        self.file.styles["Normal"].font.size = Pt(rng.choice((10, 11, 11, 12)))
        self.style = _STYLES.get(look, "Table Grid")
        self.titled = rng.random() < 0.75  # whether headings are headings or only bold

    def flip(self) -> None:
        """Lie on its side."""
        section = self.file.sections[-1]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def top(self, said: str) -> None:
        """A heading of the first level, on a new page."""
        self.file.add_page_break()
        self.file.add_heading(said, level=1)

    def add(self, nodes: Sequence[Node]) -> None:
        """Write nodes."""
        for node in nodes:
            self._node(node)

    def _node(self, node: Node) -> None:
        makers: dict[str, Callable[[Node], Any]] = {
            "h": self._heading,
            "p": self._paragraph,
            "list": self._list,
            "kv": self._labels,
            "tab": lambda one: self._line("\t".join(plain(cell) for cell in one["cells"]).replace("\n", "; ")),
            "leader": lambda one: self._line(f"{plain(one['t'])}\t{one['to']}"),
            "table": self._table,
            "box": lambda one: self.add(one["nodes"]),
            "keep": lambda one: self.add(one["nodes"]),
            "side": lambda one: self.add([each for part in one["parts"] for each in part]),
            "plot": lambda one: self._line(plain(one["cap"])) if "cap" in one else None,
            "break": lambda _: self.file.add_page_break(),
        }
        if node["k"] in makers:
            makers[node["k"]](node)

    def _line(self, said: str) -> None:
        self.file.add_paragraph(said)

    def _list(self, node: Node) -> None:
        for _, said in node["items"]:
            self.file.add_paragraph(plain(said), style="List Bullet")

    def _labels(self, node: Node) -> None:
        for name, said in node["items"]:
            line = self.file.add_paragraph()
            line.add_run(f"{name} ").bold = True
            line.add_run(plain(said))

    def _heading(self, node: Node) -> None:
        said = plain(node["t"])
        if self.titled:
            self.file.add_heading(said, level=2)
        else:
            run = self.file.add_paragraph().add_run(said)
            run.bold, run.font.size = True, Pt(node.get("size", 12))

    def _paragraph(self, node: Node) -> None:
        line = self.file.add_paragraph()
        for one in node["t"] if isinstance(node["t"], list) else [node["t"]]:
            run = line.add_run(plain(one))
            run.bold = bool(node.get("b")) or (isinstance(one, dict) and bool(one.get("b"))) or None
        if node.get("al") in _ALIGN:
            line.alignment = _ALIGN[node["al"]]

    def _table(self, node: Node) -> None:
        lines = [*node["heads"], *node["rows"]]
        columns = len(node["widths"])
        table = self.file.add_table(rows=len(lines), cols=columns)
        table.style = self.style if node["heads"] else "Table Grid"
        places = [row.cells for row in table.rows]
        taken: set[tuple[int, int]] = set()
        share = 16.0 / sum(node["widths"])
        for down, line in enumerate(lines):
            across = 0
            for one in line:
                while (down, across) in taken:
                    across += 1
                rows, wide = one.get("rs", 1), one.get("cs", 1)
                taken |= {(down + y, across + x) for y in range(rows) for x in range(wide)}
                place = places[down][across]
                if rows > 1 or wide > 1:
                    place = place.merge(places[down + rows - 1][across + wide - 1])
                place.text = plain(one["t"])
                place.width = Cm(share * sum(node["widths"][across : across + wide]))
                for paragraph in place.paragraphs:
                    for run in paragraph.runs:
                        run.bold = bool(one.get("b")) or None
                across += wide

    def saved(self) -> bytes:
        """The file's bytes, the same every time."""
        self.file.save(raw := io.BytesIO())
        return rezipped(raw.getvalue())


def rezipped(raw: bytes) -> bytes:
    """The same archive with one time on all its members."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), old.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
