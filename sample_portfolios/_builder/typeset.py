"""Typesets one document of a portfolio: a typst file and the case it is set in become PDF bytes and marked pages."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf
import typst

from .fonts import matplotlib_fonts

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A typeset document. ``marks`` gives the page, from 1, of each place that the text names for later reference.

    ``mhra`` are the sections of the MHRA guidelines that it cites with their edition; ``identifiers`` the kind, page
    and words of each (invented) patient detail in it.
    """

    pdf: bytes
    pages: int
    marks: dict[str, int]
    mhra: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Typesetter:
    """Compiles files of this folder with the faces in ``fonts`` and no others."""

    fonts: Path

    def sheet(self, source: str, context: dict[str, Any]) -> Sheet:
        """Typesets ``source`` (a path in this folder) with ``context`` as the values that its text names."""
        compiler = typst.Compiler(
            input=str(HERE / source),
            root=str(HERE),
            font_paths=[str(self.fonts), str(matplotlib_fonts())],
            ignore_system_fonts=True,
            sys_inputs={"ctx": json.dumps(context)},
        )
        try:
            pdf = compiler.compile(format="pdf", pdf_tags=False, timestamp=0)
            marks, sections, details = (
                json.loads(compiler.query(f"<{label}>", field="value")) for label in ("mark", "mhra", "identifier")
            )
        except Exception as fault:
            raise RuntimeError(f"{source} cannot be typeset: {fault} {getattr(fault, 'diagnostic', '')}") from fault
        with pymupdf.open("pdf", pdf) as document:
            return Sheet(
                pdf=pdf,
                pages=len(document),
                marks={mark["name"]: mark["page"] for mark in marks},
                mhra=tuple(sorted(set(sections))),
                identifiers=tuple(
                    dict.fromkeys((detail["kind"], detail["page"], detail["text"]) for detail in details)
                ),
            )
