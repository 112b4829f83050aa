"""What a cell that lists sub-categories says: each of them with its pages, its section and its note."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.table.code_tokens import PAGES

_ONLY_PAGES: Final = re.compile(rf"\s*{PAGES}(?:\s?(?:,|and|&)\s?{PAGES})*\s*")
_YEAR: Final = re.compile(r"\s*(?:19|20)\d\d\s*")


class Said(NamedTuple):
    """One sub-category that a cell names. ``guessed``: it was not written out ("all of category 4", a lone "2")."""

    code: str
    pages: str | None = None
    simulated: bool = False
    guessed: bool = False
    section: str | None = None


class Listed(NamedTuple):
    """What a cell lists. ``begins``: it begins with a code, as a cell of codes does; ``blank``: it says "none".

    ``unread`` are words with numbers that are no codes, ``words`` counts the words beside the codes.
    """

    said: tuple[Said, ...] = ()
    blank: bool = False
    begins: bool = False
    unread: tuple[str, ...] = ()
    words: int = 0
    dotted: bool = False


def is_only_pages(text: str) -> bool:
    """Whether a text is nothing but pages; a year is none."""
    if _YEAR.fullmatch(text):
        return False
    return bool(_ONLY_PAGES.fullmatch(re.sub(r"^\s*(?:pages?|pgs?\.?|pp?\.?)\s?", "", text, flags=re.IGNORECASE)))


def pages_of(text: str) -> str:
    """Pages in one form: "3-5, 8"."""
    parts = re.split(r"\s?(?:,|and|&)\s?", text.strip())
    return ", ".join(re.sub(r"\s?(?:-|to)\s?", "-", part.strip()) for part in parts if part.strip())


def each_once(said: Sequence[Said]) -> list[Said]:
    """Each code once, with what is said of it anywhere."""
    found: dict[str, Said] = {}
    for each in said:
        before = found.get(each.code)
        if before is not None:
            pages = ", ".join(dict.fromkeys(part for part in (before.pages, each.pages) if part)) or None
            simulated = before.simulated or each.simulated
            found[each.code] = Said(each.code, pages, simulated, before.guessed and each.guessed)
        else:
            found[each.code] = each
    return list(found.values())
