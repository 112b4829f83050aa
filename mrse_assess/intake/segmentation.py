"""One file cut into items: where each begins, told by agreement of marks, and where it ends."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.labels import Label, id_key, read_label, singular
from mrse_assess.intake.lines import FileLines, PageLines
from mrse_assess.intake.marks import Mark, Source

_STAMPED: Final = 0.6  # share of the pages after the first stamped one that must bear a stamp
_FIRM: Final = 4.0
_MOST: Final = 1500
_PART_HEADING: Final = re.compile(r"\s*(?:category|section|part|major category|sub-?category)\b", re.IGNORECASE)
_BACK_MATTER: Final = re.compile(
    r"\s*(?:end of (?:the )?portfolio|this page is intentionally|end of evidence)", re.IGNORECASE
)
_FEW_WORDS: Final = 30


class Piece(NamedTuple):
    """Pages of one file that belong to one item, in order, and what said so."""

    id: str
    label: Label
    pages: tuple[int, ...]
    sources: tuple[Source, ...]


def cut(
    file: FileLines, marks: Sequence[Mark], words: Collection[str], skipped: Collection[int], expected: Collection[str]
) -> tuple[Piece, ...]:
    """The items of a file, in the order of its pages; () when no mark is trusted. No page is in two items."""
    trusted = [
        mark for mark in marks if singular(mark.label.word) in words and (not expected or _is_expected(mark, expected))
    ]
    if not trusted:
        return ()
    stamped = _by_stamps(file, trusted, skipped)
    starts = stamped or _by_starts(trusted)
    return tuple(_pieces(file, starts, trusted, skipped))


def _is_expected(mark: Mark, expected: Collection[str]) -> bool:
    """Whether the mark's id is expected, or stands where only an item's label would."""
    return mark.label.id in expected or mark.source in {Source.DIVIDER, Source.BOOKMARK, Source.STAMP, Source.HEADING}


def _by_stamps(file: FileLines, marks: Sequence[Mark], skipped: Collection[int]) -> dict[int, Mark]:
    """The first page of each run of equal stamps, where nearly every page bears one."""
    stamps: dict[int, Mark] = {}
    for mark in marks:
        if mark.source is Source.STAMP:
            stamps.setdefault(mark.page, mark)
    if not stamps:
        return {}
    first = min(stamps)
    pages = [page.number for page in file.pages if page.number >= first and page.number not in skipped]
    if len(stamps) < _STAMPED * len(pages) or len(stamps) == 1:
        return {}
    starts: dict[int, Mark] = {}
    current = ""
    for number in pages:
        stamp = stamps.get(number)
        if stamp is not None and stamp.label.id != current:
            current = stamp.label.id
            starts[number] = stamp
    return _with_dividers(starts, marks)


def _with_dividers(starts: dict[int, Mark], marks: Sequence[Mark]) -> dict[int, Mark]:
    """Starts moved to an unstamped divider page of the same item right before them."""
    dividers = {(mark.page, mark.label.id): mark for mark in marks if mark.source in {Source.DIVIDER, Source.BOOKMARK}}
    moved: dict[int, Mark] = {}
    for page, mark in starts.items():
        earlier = dividers.get((page - 1, mark.label.id))
        moved[page - 1 if earlier else page] = earlier or mark
    return moved


def _by_starts(marks: Sequence[Mark]) -> dict[int, Mark]:
    """One start for each item: the chain of rising pages and rising ids that the most marks speak for."""
    votes: dict[tuple[int, str], float] = defaultdict(float)
    best: dict[tuple[int, str], Mark] = {}
    counted: set[tuple[int, str, Source]] = set()
    for mark in marks:
        key = (mark.page, mark.label.id)
        if (*key, mark.source) not in counted:  # one source votes once for a page
            counted.add((*key, mark.source))
            votes[key] += mark.weight
        if key not in best or mark.weight > best[key].weight:
            best[key] = mark
    chain = _heaviest_chain(votes)
    starts = {page: best[page, each] for page, each in chain}
    there = {mark.label.id for mark in starts.values()}
    for (page, each), weight in sorted(votes.items(), key=lambda item: (-item[1], item[0][0])):
        if each not in there and page not in starts and weight >= _FIRM:
            starts[page] = best[page, each]
            there.add(each)
    return starts


def _heaviest_chain(votes: Mapping[tuple[int, str], float]) -> list[tuple[int, str]]:
    places = sorted(votes, key=lambda key: (key[0], id_key(key[1])))[:_MOST]
    totals: list[float] = []
    before: list[int | None] = []
    for index, (page, each) in enumerate(places):
        earlier = [
            (totals[other], -other)
            for other in range(index)
            if places[other][0] < page and id_key(places[other][1]) < id_key(each)
        ]
        total, other = max(earlier, default=(0.0, 1))
        totals.append(total + votes[page, each] + 0.001 / (1 + page))
        before.append(-other if other <= 0 else None)
    chain: list[tuple[int, str]] = []
    here: int | None = max(range(len(totals)), key=totals.__getitem__, default=None)
    while here is not None:
        chain.append(places[here])
        here = before[here]
    return chain[::-1]


def _pieces(
    file: FileLines, starts: Mapping[int, Mark], marks: Sequence[Mark], skipped: Collection[int]
) -> list[Piece]:
    ordered = sorted(starts)
    pieces: dict[str, Piece] = {}
    for index, start in enumerate(ordered):
        end = ordered[index + 1] - 1 if index + 1 < len(ordered) else len(file.pages)
        pages = [number for number in range(start, end + 1) if number not in skipped]
        while len(pages) > 1 and _is_between(file.page(pages[-1])):
            pages.pop()
        mark = starts[start]
        sources = tuple(
            sorted({other.source for other in marks if other.label.id == mark.label.id and other.page in pages})
        )
        label = _best_label(file, mark, marks, pages)
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
    texts = [heading.text for heading in page.page.headings] or [line.text for line in page.lines[:6]]
    place = next((i for i, text in enumerate(texts) if (found := read_label(text)) and found.id == label.id), None)
    following = texts[place + 1 : place + 2] if place is not None else []
    if not following and page.word_count <= _FEW_WORDS:
        lines = [line.text for line in page.lines]
        place = next((i for i, text in enumerate(lines) if (found := read_label(text)) and found.id == label.id), None)
        following = lines[place + 1 : place + 2] if place is not None else []
    return " ".join(following).strip()


def _is_between(page: PageLines) -> bool:
    """A page that belongs to no item: the divider of a category, or the end of the portfolio."""
    if page.word_count > _FEW_WORDS or not page.lines:
        return False
    return any(_PART_HEADING.match(line.text) or _BACK_MATTER.match(line.text) for line in page.lines[:4])
