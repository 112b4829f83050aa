"""Names of the portfolio's files inside a cell: with or without folder and ending, spaced or broken over lines."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.intake.text.words import FILE_ENDINGS

_BROKEN: Final = re.compile(
    r"[^\W_][\w\-.]*(?:(?<=[_\-])\n|\n(?=[_\-.])|(?<=[^\W\d])\n(?=\w+[_\-.]\w))[\w\-.\n]*?\.(?:"
    + "|".join(FILE_ENDINGS)
    + r")(?!\w)",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"\.(?:" + "|".join(FILE_ENDINGS) + r")\n", re.IGNORECASE)
_PATH: Final = re.compile(r"[^\s;,()/\\]+[/\\](?:[^;,()/\\\n]*[/\\])*$")
_IGNORED: Final = frozenset("_-\u00ad")
_LONGEST_BREAK: Final = 6  # lines over which a name is broken


class Named(NamedTuple):
    """A file named in a text: up to where, and its name as the portfolio has it, or as it stands joined together."""

    end: int
    name: str


def named_files(text: str, names: Iterable[str]) -> dict[int, Named]:
    """Files named in the text, by the place where each name begins. ``names`` are in lower case."""
    found: dict[int, Named] = {}
    squeezed, places = _squeezed(text)
    taken = [False] * len(text)
    for name in sorted(names, key=len, reverse=True):
        _find(text, squeezed, places, name, found, taken)
    for match in _BROKEN.finditer(text):
        whole = match.group().count("\n") <= _LONGEST_BREAK and not _ENDED.search(match.group())
        if whole and not any(taken[match.start() : match.end()]):
            found[match.start()] = Named(match.end(), "".join(match.group().split()))
    return found


def _find(text: str, squeezed: str, places: list[int], name: str, found: dict[int, Named], taken: list[bool]) -> None:
    """Every place where a name stands, white space, dashes and underscores set aside, as whole words."""
    wanted = _squeezed_name(name)
    start = squeezed.find(wanted) if wanted else -1
    while start >= 0:
        first, last = places[start], places[start + len(wanted) - 1]
        if not _inside_word(text, first, last) and not any(taken[first : last + 1]):
            path = _PATH.search(text[:first])
            begin = path.start() if path and not any(taken[path.start() : first]) else first
            found[begin] = Named(last + 1, name)
            taken[begin : last + 1] = [True] * (last + 1 - begin)
        start = squeezed.find(wanted, start + 1)


def _inside_word(text: str, first: int, last: int) -> bool:
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    return before.isalnum() or after.isalnum() or (text[last].isdigit() and after == ".")


@lru_cache(maxsize=4096)
def _squeezed_name(name: str) -> str:
    """A file's name squeezed; the same names are looked for in every cell."""
    return _squeezed(name)[0]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text in lower case without spaces, dashes and underscores, and the place of each character kept."""
    kept = [(character.lower()[:1], place) for place, character in enumerate(text) if not _is_ignored(character)]
    return "".join(character for character, _ in kept), [place for _, place in kept]


def _is_ignored(character: str) -> bool:
    return character.isspace() or character in _IGNORED
