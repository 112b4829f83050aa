"""The README of the sample portfolios: its table is made from what was built."""

from pathlib import Path

import pymupdf

from .assemble import Made

TEMPLATE = Path(__file__).with_name("readme.md")


def text(portfolios: list[Made]) -> str:
    """The whole README, with one row for each portfolio."""
    rows = "\n".join(_row(made) for made in portfolios)
    return TEMPLATE.read_text(encoding="utf-8").replace("{table}", rows)


def _row(made: Made) -> str:
    plan = made.plan
    return f"| `{plan.name}` | {plan.application} | {plan.shows} | {len(made.files)} | {_pages(made.files)} | {plan.expected} |"


def _pages(files: dict[str, bytes]) -> int:
    """Pages of the PDF files; a picture and an e-mail are one page, a Word file none."""
    return sum(_count(name, data) for name, data in files.items())


def _count(name: str, data: bytes) -> int:
    if name.endswith(".docx"):
        return 0
    if not name.endswith(".pdf"):
        return 1
    with pymupdf.open("pdf", data) as document:
        return len(document)
