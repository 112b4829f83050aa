"""Files that lie beside the evidence and are none of it."""

from typing import Any

from .binding import LIBRARY, saved
from .model import Story
from .plan import Plan


def strays(plan: Plan, story: Story) -> dict[str, bytes]:
    """A CV or a covering letter, in a few folders."""
    if plan.seed % 4 != 1:
        return {}
    person = story.person
    if plan.seed % 8 == 1:
        lines = [
            "Curriculum vitae",
            person.name,
            person.job,
            person.hospital,
            "2012 MSc Medical Physics",
            "2016 Registration",
        ]
        return {"CV.pdf": _page(lines)}
    lines = ["Dear Sir or Madam,", "Please find enclosed my portfolio.", "Yours faithfully", person.name]
    return {"Covering letter.pdf": _page(lines)}


def _page(lines: list[str]) -> bytes:
    with LIBRARY.open() as made:
        page: Any = made.new_page(width=595, height=842)
        for at, line in enumerate(lines):
            page.insert_text((72, 90 + 24 * at), line, fontsize=15 if at == 0 else 11, fontname="helv")
        return saved(made)
