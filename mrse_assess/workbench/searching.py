"""Finding words in every page of the portfolio, listed by item."""

from dataclasses import dataclass
from itertools import groupby, islice

from mrse_assess.documents import PageWords
from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import Box
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.evidence_views import ItemHits, SearchHit, SearchResult
from mrse_assess.workbench.folding import forms
from mrse_assess.workbench.page_text import Run, Sought, sought
from mrse_assess.workbench.whole_files import whole_file, whole_id
from mrse_assess.workbench.words import PageText, PortfolioText

MOST_HITS = 1500
WORDS_AROUND = 6  # on either side of a hit
MOST_AROUND = 160  # characters

FilePage = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """An item or a whole file, and which page of it each of its file's pages is."""

    item: EvidenceItem
    whole: bool
    numbers: dict[FilePage, int]

    @property
    def label(self) -> str:
        """How the screen calls it."""
        return self.item.label if self.whole else self.item.id


@dataclass(frozen=True, kw_only=True)
class Found:
    """A page that has the words, and how often. Where they stand is asked of the few hundred hits that are sent."""

    spelt: PageText
    count: int


def check_words(words: str) -> str:
    """The words without white space around them.

    Raises:
        BadRequestError: nothing is left to search for.
    """
    if not forms(words):
        raise BadRequestError("There is nothing to search for. Type a word, or a part of one.")
    return " ".join(words.split())


def search(portfolio: Portfolio, text: PortfolioText, words: str) -> SearchResult:
    """Every place of the words. A page that several items share is listed under each of them."""
    wanted = sought(words)
    found = {
        (document.name, page): Found(spelt=spelt, count=count)
        for document in portfolio.documents
        for page, spelt in enumerate(text.of(document), start=1)
        if (count := wanted.count(spelt))
    }
    listed = _in_order(portfolio, found)
    counts = [(one, sum(found[place].count for place in one.numbers if place in found)) for one in listed]
    return SearchResult(
        words=words,
        items=tuple(
            ItemHits(evidence_id=one.item.id, label=one.label, title=one.item.title, count=count, whole=one.whole)
            for one, count in counts
        ),
        hits=_hits(portfolio, text, listed, found, wanted),
        total=sum(count for _, count in counts),
        unsearched=_unsearched(portfolio, text),
    )


def _unsearched(portfolio: Portfolio, text: PortfolioText) -> int:
    """How many pages have no words that could be searched."""
    return sum(
        len(document.pages_without_text) if text.of(document) else document.pages for document in portfolio.documents
    )


def _in_order(portfolio: Portfolio, found: dict[FilePage, Found]) -> list[Listed]:
    """Those that have a hit, in the order in which they begin in the portfolio."""
    files = {document.name: number for number, document in enumerate(portfolio.documents)}
    items = [_listed(item, whole=False) for item in portfolio.evidence]
    covered = {place for one in items for place in one.numbers}
    for document in portfolio.documents:
        item = whole_file(portfolio, whole_id(portfolio, document))
        if item is not None:
            one = _listed(item, whole=True)
            rest = {place: number for place, number in one.numbers.items() if place not in covered}
            items.append(Listed(item=item, whole=True, numbers=rest))
    with_hits = [one for one in items if any(place in found for place in one.numbers)]
    return sorted(with_hits, key=lambda one: min((files.get(file, len(files)), page) for file, page in one.numbers))


def _listed(item: EvidenceItem, *, whole: bool) -> Listed:
    numbers: dict[FilePage, int] = {}
    for number, place in enumerate(item_places(item), start=1):
        numbers.setdefault(place, number)
    return Listed(item=item, whole=whole, numbers=numbers)


def _hits(
    portfolio: Portfolio, text: PortfolioText, listed: list[Listed], found: dict[FilePage, Found], sought_for: Sought
) -> tuple[SearchHit, ...]:
    """The first few hundred, with their boxes read from disk."""
    every = (
        (one, place, run)
        for one in listed
        for place in one.numbers
        if place in found
        for run in sought_for.hits(found[place].spelt)
    )
    wanted = list(islice(every, MOST_HITS))
    seen = _seen(portfolio, text, sorted({(place, run) for _, place, run in wanted}))
    return tuple(
        SearchHit(evidence_id=one.item.id, number=one.numbers[place], boxes=boxes, around=words)
        for one, place, run in wanted
        for boxes, words in (seen[place, run],)
    )


def _seen(
    portfolio: Portfolio, text: PortfolioText, wanted: list[tuple[FilePage, Run]]
) -> dict[tuple[FilePage, Run], tuple[tuple[Box, ...], str]]:
    """Boxes of each run and the words around it. One page is in memory at a time: its words take a hundred kB."""
    documents = {document.name: document for document in portfolio.documents}
    seen = {}
    for file, in_file in groupby(wanted, key=lambda one: one[0][0]):
        runs: dict[int, list[Run]] = {}
        for (_, page), run in in_file:
            runs.setdefault(page, []).append(run)
        for page, words in zip(runs, text.words(documents[file], [*runs]), strict=True):
            for run in runs[page]:
                seen[(file, page), run] = words.boxes_of(*run), around(words, run)
    return seen


def around(words: PageWords, run: Run) -> str:
    """The words of the run with a few before and after, as they are printed."""
    first, last = max(run.first - WORDS_AROUND, 0), min(run.last + WORDS_AROUND, len(words.texts) - 1)
    said = " ".join(words.texts[first : last + 1])
    return said if len(said) <= MOST_AROUND else " ".join(words.texts[run.first : run.last + 1])[:MOST_AROUND]
