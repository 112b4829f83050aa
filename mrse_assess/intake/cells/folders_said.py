"""Folders that a cell names beside an item: "Evidence 1 (folder Category 6)" is put as "Folder 6/Evidence 1"."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS

_FOLDER: Final = (
    r"(?:folder|directory|binder)\s+(?:named\s+|called\s+)?['\"\u2018\u201c]?"
    r"(?:(?:major\s+)?(?:sub-?)?(?:category|categories|cat|section|part|folder)\.?\s*)?"
    r"(?P<folder>\d+(?:\.\d+)*)(?![\w.]*\d)['\"\u2019\u201d]?"
)
_WORDS: Final = "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True))
_ITEM: Final = rf"(?P<item>\b(?:{_WORDS})\.?\s*(?:nos?\.?\s*)?#?(?:\d+(?:\.\d+)*[a-z]?|(?-i:[A-Z]))\b)"
_BETWEEN: Final = rf"(?P<place>(?:(?!\b(?:{_WORDS})\.?\s*#?\d)[^()\[\]\n;|/]){{0,40}}?)"  # "Evidence 1, p 3 (folder 6)"
_BEHIND: Final = re.compile(
    rf"{_ITEM}{_BETWEEN}\s*"
    rf"(?:[(\[]\s*(?:(?:in|from|of|under)\s+)?(?:the\s+)?{_FOLDER}\s*[)\]]"
    rf"|,?\s+(?:in|from|of|under)\s+(?:the\s+)?{_FOLDER.replace('<folder>', '<other>')})",
    re.IGNORECASE,
)
_PATH: Final = re.compile(rf"(?<![\w./])(?P<folder>\d+(?:\.\d+)*)\s*[/\\]\s*{_ITEM}", re.IGNORECASE)


def folders_of(evidence_id: str) -> frozenset[str]:
    """The words and numbers, with points or without, in the name of an id's folder, without zeros before them."""
    name = evidence_id.rpartition("/")[0].lower()
    words = re.findall(r"[^\W\d_]+|\d+(?:\.\d+)*", name)
    return frozenset(word.lstrip("0") for word in words)


def folders_first(text: str, ids: Collection[str]) -> str:
    """The text with a folder named behind an item set before it, where such a folder holds items of the label."""
    there = frozenset(_numbers(ids))
    if not there:
        return text

    def moved(match: re.Match[str]) -> str:
        said = match.groupdict()
        folder = (said["folder"] or said.get("other") or "").lstrip("0")
        return f"Folder {folder}/{said['item']}{said.get('place') or ''}" if folder in there else match.group()

    return _PATH.sub(moved, _BEHIND.sub(moved, text))


def _numbers(ids: Collection[str]) -> Iterator[str]:
    for each in ids:
        if "/" in each:
            yield from (word for word in folders_of(each) if word[:1].isdecimal())
