"""Finding words in every page of the portfolio, listed by item."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from mrse_assess.documents import PageWords
from mrse_assess.errors import BadRequestError
from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.evidence_views import ItemHits, SearchHit, SearchResult
from mrse_assess.workbench.folding import forms
from mrse_assess.workbench.page_text import Run, apart, places_of
from mrse_assess.workbench.whole_files import whole_file, whole_id
from mrse_assess.workbench.words import PortfolioText

MOST_HITS = 400
WORDS_AROUND = 6  # on either side of a hit
MOST_AROUND = 160  # characters

FilePage = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """An item or a whole file, and which page of it each of its file's pages is."""

    item: EvidenceItem
    whole: bool
    numbers: dict[FilePage, int]


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
    found = {
        (document.name, page): runs
        for document in portfolio.documents
        for page, spelt in enumerate(text.of(document), start=1)
        if (runs := apart(places_of(spelt, words)))
    }
    listed = _in_order(portfolio, found)
    counts = [(one, sum(len(found[place]) for place in one.numbers if place in found)) for one in listed]
    return SearchResult(
        words=words,
        items=tuple(
            ItemHits(evidence_id=one.item.id, label=one.item.label, title=one.item.title, count=count, whole=one.whole)
            for one, count in counts
        ),
        hits=_hits(portfolio, text, listed, found),
        total=sum(count for _, count in counts),
        unsearched=_unsearched(portfolio, text),
    )


def _unsearched(portfolio: Portfolio, text: PortfolioText) -> int:
    """How many pages have no words that could be searched."""
    return sum(
        len(document.pages_without_text) if text.of(document) else document.pages for document in portfolio.documents
    )


def _in_order(portfolio: Portfolio, found: dict[FilePage, tuple[Run, ...]]) -> list[Listed]:
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
    portfolio: Portfolio, text: PortfolioText, listed: list[Listed], found: dict[FilePage, tuple[Run, ...]]
) -> tuple[SearchHit, ...]:
    """The first few hundred, with their boxes read from disk."""
    wanted: list[tuple[Listed, FilePage, Run]] = [
        (one, place, run) for one in listed for place in one.numbers for run in found.get(place, ())
    ][:MOST_HITS]
    words = _words_of(portfolio, text, sorted({place for _, place, _ in wanted}))
    return tuple(
        SearchHit(
            evidence_id=one.item.id,
            number=one.numbers[place],
            boxes=words[place].boxes_of(*run),
            around=around(words[place], run),
        )
        for one, place, run in wanted
        if run.last < len(words[place].texts)
    )


def _words_of(portfolio: Portfolio, text: PortfolioText, places: Iterable[FilePage]) -> dict[FilePage, PageWords]:
    documents: dict[str, Document] = {document.name: document for document in portfolio.documents}
    words: dict[FilePage, PageWords] = {}
    for file, on_pages in groupby(places, key=lambda place: place[0]):
        pages = [page for _, page in on_pages]
        words.update(zip([(file, page) for page in pages], text.words(documents[file], pages), strict=True))
    return words


def around(words: PageWords, run: Run) -> str:
    """The words of the run with a few before and after, as they are printed."""
    first, last = max(run.first - WORDS_AROUND, 0), min(run.last + WORDS_AROUND, len(words.texts) - 1)
    said = " ".join(words.texts[first : last + 1])
    return said if len(said) <= MOST_AROUND else " ".join(words.texts[run.first : run.last + 1])[:MOST_AROUND]
