"""Pages that belong to no item: dividers of categories between items, and what stands after the last."""

import re
from collections.abc import Collection
from typing import Final

from mrse_assess.intake.items.page_heads import heading_texts
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, PageLines

_FEW_WORDS: Final = 30
_TOP_LINES: Final = 4
_PART: Final = re.compile(r"\s*(?:major\s+|sub-?)?(?:category|section|part|volume|chapter)\b(?!\s+of\b)", re.IGNORECASE)
_CLOSING_PAGE: Final = re.compile(
    r"\s*(?:end of (?:the )?(?:portfolio|evidence|document|submission)|this page (?:is|has been|was) intentionally"
    r"|(?:page )?intentionally (?:left )?blank)",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"\s*(?:(?:appendix|annex)\s*\w{0,2}\s*[:.-]\s*)?(?:curriculum vitae|c\.?v\.?|r.sum.|end of (?:the )?portfolio"
    r"|end of (?:the )?evidence|(?:the )?referee'?s? (?:letter|statement|reference|report|authentication)"
    r"|letter (?:of support )?from (?:the |my )?(?:referee|line manager|head of)"
    r"|(?:letter|statement) of (?:support|recommendation)|supporting letter|authentication"
    r"|declaration (?:by|of) (?:the )?(?:applicant|candidate|referee))\b",
    re.IGNORECASE,
)
_BACK_BOOKMARK: Final = re.compile(
    r"\s*(?:glossary|abbreviations|acknowledge?ments|references|bibliography|end matter|back (?:matter|cover)"
    r"|declaration)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 10  # words of a heading


def is_between(page: PageLines) -> bool:
    """A page that belongs to no item: the divider of a category, or the end of the portfolio."""
    if page.word_count > _FEW_WORDS or not page.lines:
        return False
    return any(_PART.match(line.text) or _CLOSING_PAGE.match(line.text) for line in page.lines[:_TOP_LINES])


def end_of_last(file: FileLines, pages: Collection[int], title: str) -> int | None:
    """The first of the last item's pages that is back matter, or None. An item that is such a thing itself has none."""
    if _BACK.match(plain(title)):
        return None
    first = min(pages, default=0)
    marked = {
        bookmark.page
        for bookmark in file.reading.bookmarks
        if is_back_matter(bookmark.title) or _BACK_BOOKMARK.match(plain(bookmark.title))
    }
    return next(
        (number for number in sorted(pages) if number > first and (number in marked or _heads(file.page(number)))), None
    )


def is_back_matter(text: str) -> bool:
    """Whether a heading is that of what follows the evidence: a CV, a referee's letter, the end."""
    return len(text.split()) <= _LONGEST and bool(_BACK.match(plain(text)))


def _heads(page: PageLines) -> bool:
    texts = heading_texts(page)[:2] or tuple(line.text for line in page.lines[:2])
    return any(is_back_matter(text) for text in texts)
