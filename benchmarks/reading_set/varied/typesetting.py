"""Blocks become pages: papers are typeset together, and each named place comes back with its page."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
import typst

from sample_portfolios._builder.fonts import matplotlib_fonts, write_office_fonts

HERE = Path(__file__).parent
Block = dict[str, Any]


class Sheets(NamedTuple):
    """Typeset pages. ``marks`` gives the pages, from 1, of each named place; ``count`` the number of pages."""

    pdf: bytes
    marks: Mapping[str, tuple[int, ...]]
    count: int


@cache
def _fonts() -> str:
    """A folder of office faces, made once for each process."""
    folder = tempfile.mkdtemp(prefix="reading-set-fonts-")
    write_office_fonts(Path(folder))
    return folder


def typeset(papers: Sequence[Mapping[str, Any]], pictures: Mapping[str, bytes] | None = None) -> Sheets:
    """Typesets papers one after another, each on a new page. ``pictures`` are named by blocks of kind image."""
    with tempfile.TemporaryDirectory(prefix="reading-set-") as root:
        (Path(root) / "paper.typ").write_bytes((HERE / "paper.typ").read_bytes())
        for name, data in (pictures or {}).items():
            (Path(root) / name).write_bytes(data)
        compiler = typst.Compiler(
            input=str(Path(root) / "paper.typ"),
            root=root,
            font_paths=[_fonts(), str(matplotlib_fonts())],
            ignore_system_fonts=True,
            sys_inputs={"papers": json.dumps(list(papers))},
        )
        pdf = compiler.compile(format="pdf", pdf_tags=False, timestamp=0)
        marks = json.loads(compiler.query("<mark>", field="value"))
    with pymupdf.open("pdf", pdf) as document:
        count = len(document)
    pages: dict[str, list[int]] = {}
    for mark in marks:
        pages.setdefault(mark["name"], []).append(mark["page"])
    return Sheets(pdf, {name: tuple(sorted(found)) for name, found in pages.items()}, count)
