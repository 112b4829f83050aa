"""References to the guidelines in the pages of an item: where, which edition and section, and how far they go (G4)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.model.observation import MhraReference
from mrse_assess.screening.checks.mhra.listing import citing, in_columns, named_again
from mrse_assess.screening.checks.mhra.naming import CITED, REACH, Core, cores_in, short_names
from mrse_assess.screening.checks.mhra.placing import Found, is_paged, sections_of, sentence_of
from mrse_assess.screening.checks.mhra.wording import Wording, wording_of
from mrse_assess.screening.flow import flowing
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.vocabulary import CheckData

_ENTRY: Final = re.compile(r"\s*\[(\d{1,2})\]")
_MOST: Final = 40  # of one item


def references_in(pages: Sequence[PageText], data: CheckData) -> tuple[MhraReference, ...]:
    """Every reference of an item, page by page; of a numbered source those that cite it."""
    words = wording_of(data)
    naming = [page for page in pages if words.core.search(page.text)]
    if not naming:
        return ()
    columns = [each for page in naming for each in in_columns(page, words)]
    pages = [flowing(page) if page in naming or CITED.search(page.text) else page for page in pages]
    found = [each for page in pages for each in _of_page(page, words)]
    entries = {each.entry: each for each in found if each.entry}
    cited = [each for page in pages for each in citing(page, entries, words)] if entries else []
    told = {each.entry for each in cited}
    kept = [each for each in found if not each.entry or each.entry not in told] + cited + columns
    if found:
        shorts = {short for page in pages for short in short_names(page.text.replace("\n", " "), words)}
        kept += [each for page in pages for each in named_again(page, found, shorts, words)]
    place = {(page.file, page.number): at for at, page in enumerate(pages)}
    ordered = sorted(kept, key=lambda each: (place[each.page.file, each.page.number], each.start))
    return tuple(_reference(each, words, _only_edition(kept)) for each in ordered[:_MOST])


def _only_edition(found: Sequence[Found]) -> str | None:
    """The edition where all that is said of editions in an item is one."""
    editions = {each.edition for each in found if each.edition}
    return editions.pop() if len(editions) == 1 else None


def _reference(found: Found, words: Wording, only: str | None) -> MhraReference:
    edition = found.edition or (only if found.bare and found.section else None)
    text = sentence_of(found.page.text, found.start, found.end)
    place = found.page.place(found.start, found.end)
    placed = bool(found.section) or found.paged
    applies = bool(edition or placed) and words.applied.search(words.not_applied.sub(" ", text)) is not None
    grade = "applied" if applies else "traceable" if edition and placed else "mention"
    return MhraReference(place=place, grade=grade, edition=edition, section=found.section)


def _of_page(page: PageText, words: Wording) -> Iterator[Found]:
    flat = page.text.replace("\n", " ")
    cores = list(cores_in(flat, words))
    for at, core in enumerate(cores):
        left = cores[at - 1].tail if at else 0
        right = cores[at + 1].begin if at + 1 < len(cores) else len(flat)
        yield from _placed(page, flat, core, (left, right), words)


def _placed(page: PageText, flat: str, core: Core, room: tuple[int, int], words: Wording) -> Iterator[Found]:
    """The reference with each section that stands beside it."""
    numbers, start, end = sections_of(flat, core, room, words)
    paged = is_paged(flat, core, room, end, words)
    entry = _ENTRY.match(page.text, page.text.rfind("\n", 0, core.begin) + 1)
    number = entry.group(1) if entry and core.begin - entry.end() < REACH else ""
    edition = core.edition or (words.edition_right_after(flat, end) if numbers else None)
    for section in numbers or (None,):
        yield Found(page, start, end, edition, section, paged, core.bare, "" if section else number)
