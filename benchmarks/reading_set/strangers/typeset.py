"""Sections become pages of a PDF; each named place comes back with its page.

A section is a mapping: ``name``, ``font``, ``size``, ``nodes``, and what its paper is like. A node is a mapping with
its kind under ``k``; ``paper.typ`` draws each.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf as pymupdf_
import typst

from sample_portfolios._builder.fonts import matplotlib_fonts, write_office_fonts

from .data import HERE

pymupdf: Any = pymupdf_  # its types are not known
Node = dict[str, Any]
Section = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """Typeset pages: ``marks`` are the pages, from 1, of each named place."""

    pdf: bytes
    marks: Mapping[str, tuple[int, ...]]

    def first(self, name: str) -> int:
        """The page on which a place begins."""
        return self.marks[name][0]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(page for pages in self.marks.values() for page in pages)


@cache
def _faces() -> Any:
    """The faces of an office, made once for each process; none of the machine's own."""
    folder = tempfile.mkdtemp(prefix="strangers-fonts-")
    write_office_fonts(Path(folder))
    return typst.Fonts(include_system_fonts=False, font_paths=[folder, str(matplotlib_fonts())])


def typeset(sections: Sequence[Section], pictures: Mapping[str, bytes] | None = None) -> Sheets:
    """Typeset sections one after another, each on a new page; pictures are named by nodes of kind ``img``."""
    with tempfile.TemporaryDirectory(prefix="strangers-") as root:
        (Path(root) / "paper.typ").write_bytes((HERE / "paper.typ").read_bytes())
        for name, data in (pictures or {}).items():
            (Path(root) / name).write_bytes(data)
        compiler = typst.Compiler(
            input=str(Path(root) / "paper.typ"),
            root=root,
            font_paths=_faces(),
            sys_inputs={"papers": json.dumps(list(sections))},
        )
        pdf: Any = compiler.compile(format="pdf", timestamp=0, pdf_tags=False)
        marks = json.loads(compiler.query("<mark>", field="value"))
    pages: dict[str, list[int]] = {}
    for mark in marks:
        pages.setdefault(mark["name"], []).append(mark["page"])
    return Sheets(pdf=bytes(pdf), marks={name: tuple(sorted(found)) for name, found in pages.items()})


def saved(document: Any) -> bytes:
    """The bytes of a document, the same every time."""
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def opened(pdf: bytes) -> Any:
    """A PDF to work on."""
    return pymupdf.open("pdf", pdf)
