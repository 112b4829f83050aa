"""One file cut into items: where each begins, told by agreement of marks, and where it ends."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.items.back_matter import end_of_last, is_between
from mrse_assess.intake.items.chain import heaviest_chain
from mrse_assess.intake.items.label_words import Kind, kind_of
from mrse_assess.intake.items.marks import FROM_THE_LIST, Mark, Source, is_part
from mrse_assess.intake.items.page_heads import cut_together, heading_texts
from mrse_assess.intake.items.stamping import starts_by_stamps
from mrse_assess.intake.text.labels import Label, read_label
from mrse_assess.intake.text.lines import FileLines, PageLines

_FIRM: Final = 4.0
_UNEXPECTED: Final = 0.4  # what a mark counts whose item neither the table nor the contents list names
_FEW_WORDS: Final = 30
_LONG_SENTENCE: Final = 9  # words
_SAID_BY_PAGE: Final = frozenset({Source.HEADING, Source.DIVIDER, Source.STAMP})


class Piece(NamedTuple):
    """Pages of one file that belong to one item, in order, and what said so."""

    id: str
    label: Label
    pages: tuple[int, ...]
    sources: tuple[Source, ...]


def cut(
    file: FileLines, marks: Sequence[Mark], words: Collection[Kind], skipped: Collection[int], expected: Collection[str]
) -> tuple[Piece, ...]:
    """The items of a file, in the order of its pages; () when no mark is trusted. No page is in two items."""
    trusted = [mark for mark in marks if mark.source in FROM_THE_LIST or kind_of(mark) in words]
    trusted = [mark for mark in trusted if not expected or _is_expected(mark, expected)]
    trusted = _without_wholes(trusted, expected)
    if not trusted:
        return ()
    starts = starts_by_stamps(file, trusted, skipped) or _by_starts(trusted, expected)
    return tuple(_pieces(file, starts, trusted, skipped))


def _is_expected(mark: Mark, expected: Collection[str]) -> bool:
    """Whether the mark's id is expected, or stands where only an item's label would."""
    return mark.label.id in expected or mark.source in {Source.DIVIDER, Source.BOOKMARK, Source.STAMP, Source.HEADING}


def _by_starts(marks: Sequence[Mark], expected: Collection[str]) -> dict[int, Mark]:
    """One start for each item: the chain of rising pages and rising ids that the most marks speak for."""
    votes: dict[tuple[int, str], float] = defaultdict(float)
    best: dict[tuple[int, str], Mark] = {}
    counted: set[tuple[int, str, Source]] = set()
    for mark in marks:
        key = (mark.page, mark.label.id)
        if (*key, mark.source) not in counted:  # one source votes once for a page
            counted.add((*key, mark.source))
            votes[key] += mark.weight * (1.0 if not expected or mark.label.id in expected else _UNEXPECTED)
        if key not in best or mark.weight > best[key].weight:
            best[key] = mark
    _gather_runs(votes, _said(marks))
    chain = heaviest_chain(votes)
    starts = {page: best[page, each] for page, each in chain}
    there = {mark.label.id for mark in starts.values()}
    for (page, each), weight in sorted(votes.items(), key=lambda item: (-item[1], item[0][0])):
        if each not in there and page not in starts and weight >= _FIRM:
            starts[page] = best[page, each]
            there.add(each)
    return starts


def _without_wholes(marks: Sequence[Mark], expected: Collection[str]) -> list[Mark]:
    """The marks without those of items that come in parts: "E6" stands above "E6(a)" where it is first seen."""
    parts: dict[int, set[str]] = defaultdict(set)
    firsts: dict[str, int] = {}
    for mark in marks:
        if mark.source not in FROM_THE_LIST:
            firsts[mark.label.id] = min(mark.page, firsts.get(mark.label.id, mark.page))
            if mark.label.word:
                parts[mark.page].add(mark.label.id)
    every = set[str]().union(*parts.values())
    wholes = {
        each
        for each, page in firsts.items()
        if any(is_part(part, each) for part in parts[page])
        and (any(is_part(part, each) for part in expected) or sum(is_part(part, each) for part in every) > 1)
    }
    return [mark for mark in marks if mark.label.id not in wholes]


def _said(marks: Sequence[Mark]) -> set[tuple[int, str]]:
    """Where pages themselves name an item, by a word with its label: bare numbers are of chapters as well."""
    return {(mark.page, mark.label.id) for mark in marks if mark.source in _SAID_BY_PAGE and mark.label.word}


def _gather_runs(votes: dict[tuple[int, str], float], said: Collection[tuple[int, str]]) -> None:
    """Give the votes of pages that follow one another and name the same item to the first of them."""
    for page, each in sorted(votes, reverse=True):
        if (page - 1, each) in said:
            votes[page - 1, each] += votes.pop((page, each))


def _pieces(
    file: FileLines, starts: Mapping[int, Mark], marks: Sequence[Mark], skipped: Collection[int]
) -> list[Piece]:
    ordered = sorted(starts)
    pieces: dict[str, Piece] = {}
    for index, start in enumerate(ordered):
        end = ordered[index + 1] - 1 if index + 1 < len(ordered) else len(file.pages)
        pages = [number for number in range(start, end + 1) if number not in skipped]
        while len(pages) > 1 and is_between(file.page(pages[-1])):
            pages.pop()
        mark = starts[start]
        sources = tuple(
            sorted({other.source for other in marks if other.label.id == mark.label.id and other.page in pages})
        )
        label = _best_label(file, mark, marks, pages)
        if start == ordered[-1]:
            back = end_of_last(file, pages, label.rest)
            pages = [number for number in pages if back is None or number < back]
        earlier = pieces.get(mark.label.id)
        pages_all = (*(earlier.pages if earlier else ()), *pages)
        pieces[mark.label.id] = Piece(mark.label.id, earlier.label if earlier else label, tuple(pages_all), sources)
    return list(pieces.values())


def _best_label(file: FileLines, mark: Mark, marks: Sequence[Mark], pages: Collection[int]) -> Label:
    """The mark of the item that says most about its title: bookmark, divider, heading before stamps."""
    same = [other for other in marks if other.label.id == mark.label.id and other.page in pages and other.label.rest]
    best = max(same, key=lambda other: other.weight, default=None)
    return best.label if best is not None else mark.label._replace(rest=_title_below(file.page(mark.page), mark.label))


def _title_below(page: PageLines, label: Label) -> str:
    """The heading, or on a divider page the line, that follows the label."""
    texts = heading_texts(page) or cut_together([line.text for line in page.lines[:6]])
    found = _following(texts, label)
    if not found and page.word_count <= _FEW_WORDS:
        found = _following(cut_together([line.text for line in page.lines]), label)
    return found


def _following(texts: Sequence[str], label: Label) -> str:
    """The text after the one that begins with the label and after its commentary, "" when there is none."""
    place = next((i for i, text in enumerate(texts) if (found := read_label(text)) and found.id == label.id), None)
    after = texts[place + 1 : place + 3] if place is not None else ()
    return next((text.strip() for text in after if not _is_sentence(text)), "")


def _is_sentence(text: str) -> bool:
    """Whether a text of so many words ends as a sentence does: no title."""
    return len(text.split()) >= _LONG_SENTENCE and text.rstrip().endswith(".")
