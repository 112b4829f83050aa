"""Titles inside a cell, whole or in quotation marks: they name items, and their numbers name nothing."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.intake.text.labels import plain, read_label
from mrse_assess.intake.text.words import ITEM_WORDS

_LEAST_LETTERS: Final = 10  # of a title that is looked for without quotation marks
_LEAST_WORDS: Final = 2
_SHARED: Final = 0.75  # of the words of a quotation, or of a title, that the other must have
_QUOTED: Final = re.compile(
    r"\u201c([^\u201c\u201d]{3,240})\u201d|\"([^\"]{3,240})\"|\u201e([^\u201e\u201c\u201d]{3,240})[\u201c\u201d]"
    r"|\u00ab([^\u00ab\u00bb]{3,240})\u00bb|\u2018([^\u2018]{3,240}?)['\u2019](?!\w)|(?<![\w'])'([^']{3,240}?)'(?![\w'])"
)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_SMALL: Final = frozenset({"the", "and", "for", "of", "to", "in", "on", "an", "at", "by", "with", "from"})


class Said(NamedTuple):
    """A title said in a text: up to where; the item's id, None where none or several bear it; whether it is whole."""

    end: int
    item: str | None
    whole: bool


def said_titles(text: str, titles: Mapping[str, str]) -> dict[int, Said]:
    """Titles in the text by the place where they begin: those of items, and all else that is quoted."""
    found: dict[int, Said] = {}
    for match in _QUOTED.finditer(text):
        inside = next(group for group in match.groups() if group is not None)
        if len(_WORDS.findall(inside)) >= _LEAST_WORDS and not _names_label(inside):
            found[match.start()] = Said(match.end(), *_item_of(inside, titles))
    for place, said in _unquoted(text, titles):
        if not any(start < said.end and place < other.end for start, other in found.items()):
            found[place] = said
    return found


def _names_label(text: str) -> bool:
    label = read_label(text)
    return label is not None and label.word in ITEM_WORDS


def _item_of(quoted: str, titles: Mapping[str, str]) -> tuple[str | None, bool]:
    """The item that a quotation means, and whether it is its whole title."""
    wanted = _squeezed(quoted)
    whole = [each for each, title in titles.items() if _squeezed(title) == wanted]
    if whole:
        return (whole[0] if len(whole) == 1 else None), True
    said = _words(quoted)
    fits = [each for each, title in titles.items() if _alike(said, _words(title))]
    begun = [each for each in titles if _squeezed(titles[each]).startswith(wanted) and len(wanted) >= _LEAST_LETTERS]
    near = begun or fits
    return (near[0] if len(near) == 1 else None), False


def _alike(said: frozenset[str], title: frozenset[str]) -> bool:
    shared = len(said & title)
    return shared >= _LEAST_WORDS and shared >= _SHARED * max(len(said), 1) and 2 * shared >= len(title)


def _unquoted(text: str, titles: Mapping[str, str]) -> list[tuple[int, Said]]:
    """Whole titles that stand in the text, the longest first."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    squeezed = "".join(text[place].lower()[:1] for place in places)
    bearers: dict[str, list[str]] = {}
    for each, title in titles.items():
        if len(_WORDS.findall(title)) >= _LEAST_WORDS and len(wanted := _squeezed(title)) >= _LEAST_LETTERS:
            bearers.setdefault(wanted, []).append(each)
    found: list[tuple[int, Said]] = []
    for wanted in sorted(bearers, key=len, reverse=True):
        start = squeezed.find(wanted)
        while start >= 0:
            first, last = places[start], places[start + len(wanted) - 1]
            inside = text[first - 1 : first].isalnum() or text[last + 1 : last + 2].isalnum()
            if not inside and not any(place <= last and first < said.end for place, said in found):
                one = bearers[wanted]
                found.append((first, Said(last + 1, one[0] if len(one) == 1 else None, whole=True)))
            start = squeezed.find(wanted, start + 1)
    return found


@lru_cache(maxsize=4096)
def _squeezed(text: str) -> str:
    return "".join(character for character in plain(text).lower() if character.isalnum())


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(plain(text).lower())) - _SMALL
