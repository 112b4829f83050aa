"""Pages of an item ranked for a sub-category: BM25 over weighted terms, lowered where a page speaks for another.

Rarity is counted within the item: a term on each of its pages tells none from another.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from mrse_assess.screening.checks.passages.terms import PageTerms, Ranking, Terms

_LEAST_LENGTH: Final = 1.0  # words


def page_scores(pages: Sequence[PageTerms], terms: Terms, ranking: Ranking) -> Sequence[Mapping[str, float]]:
    """For each page its score for each sub-category, 0 where none of its terms stands there."""
    rarity = _rarity(pages)
    usual = max(_LEAST_LENGTH, sum(page.length for page in pages) / max(1, len(pages)))
    raw = [_raw(page, terms, ranking, rarity, usual) for page in pages]
    return [{code: _against_others(code, scores, ranking.others) for code in scores} for scores in raw]


def best_lines(page: PageTerms, weights: Mapping[int, float], count: int) -> tuple[int, int]:
    """The first and the one after the last of so many lines that hold most of the sub-category's terms."""
    values = [sum(weights.get(term, 0.0) for term in found) for found in page.by_line]
    if not any(values):
        return 0, 0
    starts = range(max(1, len(values) - count + 1))
    first = max(starts, key=lambda at: (sum(values[at : at + count]), -at))
    end = min(len(values), first + count)
    while not values[first]:
        first += 1
    while not values[end - 1]:
        end -= 1
    return first, end


def _rarity(pages: Sequence[PageTerms]) -> Mapping[int, float]:
    holding = Counter(term for page in pages for term in page.counts)
    return {term: log(1 + (len(pages) - held + 0.5) / (held + 0.5)) for term, held in holding.items()}


def _raw(
    page: PageTerms, terms: Terms, ranking: Ranking, rarity: Mapping[int, float], usual: float
) -> Mapping[str, float]:
    half = ranking.saturation * (1 - ranking.length + ranking.length * page.length / usual)
    whole = min(1.0, page.length / (ranking.title_page * usual))
    said = {term: whole * rarity[term] * count / (count + half) for term, count in page.counts.items()}
    return {
        code: sum(weights[term] * value for term, value in said.items() if term in weights)
        for code, weights in terms.weights.items()
    }


def _against_others(code: str, scores: Mapping[str, float], power: float) -> float:
    """The score, lowered by its share of itself and the page's best score for another sub-category."""
    own = scores[code]
    other = max((score for each, score in scores.items() if each != code), default=0.0)
    return own * (own / (own + other)) ** power if own > 0 else 0.0
