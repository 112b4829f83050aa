"""Lines of an item that may head a section: not those of its own list of contents, and of repeated ones the first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.leading.said_parts import is_contents_line, is_continued
from mrse_assess.intake.text.labels import plain, squeezed
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.intake.text.page_numbers import Place

_LONGEST_HEADING: Final = 14  # words
_TOP_LINES: Final = 3
_COUNTED: Final = re.compile(
    r"(?:(?:section|part|chapter|appendix|annexe?)\s+)?\(?(?:\d{1,2}|[A-Z])[.):]?\s+\S", re.IGNORECASE
)
_LIST_LINES: Final = 2  # neighbours that begin with numbers or letters too


class HeadingLine(NamedTuple):
    """A line that heads a section. ``top``: it is among the first of its page; ``listed``: others are beside it."""

    text: str
    top: bool
    listed: bool


class PageTexts(NamedTuple):
    """A page's lines as plain text, each with whether it may be a heading, and the headings of its own."""

    lines: tuple[str, ...]
    may_head: tuple[bool, ...]
    set_so: frozenset[str]


def page_texts(page: PageLines) -> PageTexts:
    """A page made ready, since every section is looked for on every page of its item."""
    texts = tuple(plain(line.text).strip() for line in page.lines)
    fit = tuple(map(_is_fit, texts))
    may_head = tuple(fits and _may_head(line) for fits, line in zip(fit, page.lines, strict=True))
    set_so = (plain(heading.text).strip() for heading in page.page.headings)
    return PageTexts(texts, may_head, frozenset(filter(_is_fit, set_so)))


def heading_lines(page: PageTexts, called: re.Pattern[str], headed: re.Pattern[str] | None) -> Iterator[HeadingLine]:
    """The lines of a page that call themselves so, and those set as headings that begin so."""
    headings = {text for text in page.set_so if headed is not None and headed.match(text)}
    for at, (text, may_head) in enumerate(zip(page.lines, page.may_head, strict=True)):
        if (may_head and called.match(text)) or text in headings:
            headings.discard(text)
            beside = page.lines[max(0, at - 1) : at] + page.lines[at + 1 : at + 2]
            listed = sum(_COUNTED.match(other) is not None for other in beside) >= _LIST_LINES
            yield HeadingLine(squeezed(text), at < _TOP_LINES, listed)
    for text in headings:  # of several lines
        yield HeadingLine(squeezed(text), top=False, listed=False)


def _may_head(line: Line) -> bool:
    """Whether a line is short, or begins a paragraph with a word of its own ("Step 4: ...")."""
    return len(line.words) <= _LONGEST_HEADING or line.words[0].text[:1].isupper()


def beginnings(found: Mapping[Place, Sequence[HeadingLine]], *, repeated: bool) -> set[Place]:
    """The pages on which a section may begin: of a heading repeated at the top of its further pages the first.

    A page that only lists the headings is none where another bears one. ``repeated``: such lines may be repeated; the
    captions of tables are not.
    """
    told = {place: lines for place, lines in found.items() if not all(line.listed for line in lines)}
    told = told or dict(found)
    first, *others = told
    alike = {line.text for line in told[first]}
    running = repeated and all(place == (first[0], first[1] + after) for after, place in enumerate(others, 1))
    if running and all(line.top and line.text in alike for place in others for line in told[place]):
        return {first}
    return set(told)


def _is_fit(text: str) -> bool:
    """Whether a line neither goes on with a section begun before nor stands in a list of contents."""
    return not is_continued(text) and not is_contents_line(text)
