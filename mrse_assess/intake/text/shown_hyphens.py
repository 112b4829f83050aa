"""Soft hyphens among a page's words: what a page shows is a hyphen, whichever character its font's table gives."""

from dataclasses import replace

from mrse_assess.model.pages import DocumentReading, PageReading

_SOFT = "\u00ad"


def with_hyphens(reading: DocumentReading) -> DocumentReading:
    """The reading with "pp. 12-13" for the same with a soft hyphen; itself where no page has one.

    Only words of pages are changed. In a file's own text (cells of DOCX tables) a soft hyphen is not seen.
    """
    if not any(map(_has_soft, reading.pages)):
        return reading
    return replace(reading, pages=tuple(_shown(page) if _has_soft(page) else page for page in reading.pages))


def _has_soft(page: PageReading) -> bool:
    return any(_SOFT in word.text for word in page.words) or any(_SOFT in each.text for each in page.headings)


def _shown(page: PageReading) -> PageReading:
    words = tuple(
        word._replace(text=word.text.replace(_SOFT, "-")) if _SOFT in word.text else word for word in page.words
    )
    headings = tuple(replace(each, text=each.text.replace(_SOFT, "-")) for each in page.headings)
    return replace(page, words=words, headings=headings)
