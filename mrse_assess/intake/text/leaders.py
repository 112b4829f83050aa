"""Rows of dots that lead the eye from one column to the next: they are no words of a table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.text.lines import FileLines, PageLines, lines_of
from mrse_assess.model.pages import Word

_LEADER: Final = re.compile(r"[.\u2024-\u2026\u00b7_]{4,}")
_LEAST: Final = 3  # lines with a row of dots


def without_leaders(files: Sequence[FileLines]) -> list[FileLines]:
    """The files without rows of dots between the words of their lines."""
    return [file._replace(pages=tuple(map(_unled, file.pages))) for file in files]


def _unled(page: PageLines) -> PageLines:
    """The page without the dots; itself where few lines have them between words."""
    led = [line for line in page.lines if any(map(_is_leader, line.words[1:-1]))]
    if len(led) < _LEAST:
        return page
    dots = {id(word) for line in led for word in line.words[1:-1] if _is_leader(word)}
    words = tuple(word for word in page.page.words if id(word) not in dots)
    return page._replace(page=replace(page.page, words=words, certainty=()), lines=lines_of(words))


def _is_leader(word: Word) -> bool:
    return _LEADER.fullmatch(word.text) is not None
