"""A page in the order in which its file gives the words: a cell or a column in one go, where lines would mix them."""

from itertools import groupby

from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.model.pages import Word
from mrse_assess.screening.page_text import PageText


def flowing(page: PageText) -> PageText:
    """The same page, its lines those of the file's own blocks; boxes and places are the same."""
    words = page.lines.page.words
    lines = tuple(_line(tuple(group)) for _, group in groupby(words, key=lambda word: (word.block, word.line)))
    return PageText(PageLines(page.file, page.lines.page, lines))


def _line(words: tuple[Word, ...]) -> Line:
    return Line(words, words[0].y0, words[0].y1)
