"""The pages of one item for one sub-category, in the order in which to look at them.

Pages that the table names come first; a section hint that led nowhere is looked for in headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.intake.text.lines import Line
from mrse_assess.intake.text.running import RunningKeys, body_lines, running_keys
from mrse_assess.model.observation import Passage
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem
from mrse_assess.screening.checks.passages.contents_page import is_contents_page
from mrse_assess.screening.checks.passages.ranking import best_lines, page_scores
from mrse_assess.screening.checks.passages.terms import PageTerms, Ranking, Terms, page_terms
from mrse_assess.screening.material import Material
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import words_of
from mrse_assess.screening.vocabulary import CheckData

_NO_TERMS: Final = PageTerms({}, 0, ())


@dataclass(frozen=True, kw_only=True)
class ScoredPage:
    """One page of an item: its lines without running heads, its terms and its scores by sub-category."""

    page: PageText
    lines: Sequence[Line]
    terms: PageTerms
    scores: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Ranker:
    """Ranks pages of the material by the terms of the data."""

    material: Material
    data: CheckData
    terms: Terms
    ranking: Ranking

    @cached_property
    def _running(self) -> Mapping[str, RunningKeys]:
        return {file.file: running_keys(file) for file in self.material.files}

    def pages_of(self, item: EvidenceItem) -> Sequence[ScoredPage]:
        """The pages of an item with their scores, those that could not be read without any."""
        pages = [(page, self._lines(page)) for page in self.material.pages_of(item)]
        found = [page_terms(page, lines, self.terms, self.ranking.heading) for page, lines in pages if page.seen]
        scores = iter(zip(found, page_scores(found, self.terms, self.ranking), strict=True))
        return [self._scored(page, lines, *(next(scores) if page.seen else (_NO_TERMS, {}))) for page, lines in pages]

    def _lines(self, page: PageText) -> Sequence[Line]:
        return body_lines(page.lines, self._running[page.file]) if page.seen else ()

    def _scored(
        self, page: PageText, lines: Sequence[Line], terms: PageTerms, scores: Mapping[str, float]
    ) -> ScoredPage:
        less = self.ranking.contents_page if is_contents_page(lines, self.data.lists["contents_heading"]) else 1.0
        worth = {code: score * less for code, score in scores.items()}
        return ScoredPage(page=page, lines=lines, terms=terms, scores=worth)

    def ranked(
        self, code: str, pages: Sequence[ScoredPage], entries: Sequence[CrossReferenceEntry]
    ) -> Iterator[ScoredPage]:
        """The pages that the table names first, then others that speak of the sub-category; each by its score."""
        named = _named(entries, pages)
        hinted = _hint_words(entries)
        top = max((each.scores.get(code, 0.0) for each in pages), default=0.0) + 1
        worth = {id(each): each.scores.get(code, 0.0) + top * _heads_with(each, hinted) for each in pages}
        wanted = [each for each in pages if worth[id(each)] > 0 or id(each) in named]
        yield from sorted(wanted, key=lambda each: (named.get(id(each), 2), -worth[id(each)]))

    def passage(self, code: str, item: str, page: ScoredPage, rank: int) -> Passage:
        """The page as a place: the box of the lines that hold most of the sub-category's terms."""
        first, end = best_lines(page.terms, self.terms.weights.get(code, {}), self.ranking.lines)
        box = _around(page.lines[first:end]) if end > first else None
        place = Locator(file=page.page.file, page=page.page.number, box=box)
        return Passage(
            sub_category=code, evidence_id=item, place=place, rank=rank, score=round(page.scores.get(code, 0.0), 3)
        )


def _named(entries: Sequence[CrossReferenceEntry], pages: Sequence[ScoredPage]) -> Mapping[int, int]:
    """0 for pages on which a cited section begins, 1 for other cited pages; nothing where the whole item is cited."""
    found: dict[int, int] = {}
    for each in pages:
        for entry in entries:
            if any(_holds(span.file, span.pages, each) for span in entry.section_spans):
                found[id(each)] = 0
            elif any(_holds(span.file, span.pages, each) for span in entry.spans):
                found.setdefault(id(each), 1)
    return {each: rank for each, rank in found.items() if rank == 0 or len(found) < len(pages)}


def _holds(file: str, numbers: Sequence[int], each: ScoredPage) -> bool:
    return each.page.file == file and each.page.number in numbers


def _hint_words(entries: Sequence[CrossReferenceEntry]) -> frozenset[str]:
    """The words of section hints that led to no page."""
    return frozenset(
        word
        for entry in entries
        if entry.section_hint and not entry.section_spans
        for word in words_of(entry.section_hint)
    )


def _heads_with(each: ScoredPage, hinted: frozenset[str]) -> float:
    """The share of a hint's words that one heading of the page has, 0 where that is half of them or less."""
    if not hinted:
        return 0.0
    shares = [len(hinted.intersection(words_of(head.text))) / len(hinted) for head in each.page.lines.page.headings]
    return max((share for share in shares if share > 1 / 2), default=0.0)


def _around(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    boxes = [line.box for line in lines]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
