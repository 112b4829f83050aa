"""What the heads of papers have in common."""

from collections.abc import Callable
from datetime import date

from .desk import Byline, Desk
from .model import Block, Work

Manner = Callable[[Desk, Work, Byline, date], None]


def title_of(work: Work) -> Block:
    """The title on top."""
    return Block(kind="title", text=work.title)


def lines_of(who: Byline) -> list[Block]:
    """Who made it, a line each."""
    return [Block(kind="line", text=f"{label}: {name}") for label, name in who.lines]


def dated(work: Work, when: str | None, kind: str | None) -> None:
    """What is true of the work's date."""
    work.date, work.date_kind = when, kind


def number_of(desk: Desk) -> str:
    """A document's number."""
    return desk.rng.choice(["MR-SOP-{}", "MP/MRI/{}", "RAD-{}", "DOC{}", "MPE-MR-{}"]).format(desk.rng.randint(11, 98))
