"""The vocabulary of the sub-categories: weighted terms of the data, found on pages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mrse_assess.intake.text.lines import Line
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import Phrases, words_of
from mrse_assess.screening.vocabulary import CheckData


class Ranking(NamedTuple):
    """The constants of the ranking, as the data explain them."""

    saturation: float
    length: float
    heading: float
    others: float
    title_page: float
    contents_page: float
    most: int
    lines: int


@dataclass(frozen=True, kw_only=True)
class Terms:
    """All terms, and for each sub-category the weight of those that are its own, by their place among all."""

    phrases: Phrases
    weights: Mapping[str, Mapping[int, float]]


class PageTerms(NamedTuple):
    """The terms of a page with how often each stands there, in headings as often as the data say; its length in words.

    ``by_line`` are the terms of each line, in the order of the lines.
    """

    counts: Mapping[int, float]
    length: int
    by_line: Sequence[Mapping[int, int]]


def ranking_of(data: CheckData) -> Ranking:
    """The constants of the data."""
    return Ranking(**data.tables["ranking"][0])


def terms_of(data: CheckData) -> Terms:
    """The terms of the data; a phrase of several sub-categories is one term.

    Made anew for each portfolio, since the phrases remember the words that they have met.
    """
    written = dict.fromkeys(phrase for entry in data.tables["terms"] for phrase in entry["phrases"])
    places = {phrase: at for at, phrase in enumerate(written)}
    weights: dict[str, dict[int, float]] = {}
    for entry in data.tables["terms"]:
        mine = weights.setdefault(entry["code"], {})
        for phrase in entry["phrases"]:
            mine[places[phrase]] = max(float(entry["weight"]), mine.get(places[phrase], 0.0))
    return Terms(phrases=Phrases.of(written), weights=weights)


def page_terms(page: PageText, lines: Sequence[Line], terms: Terms, heading: float) -> PageTerms:
    """The terms of these lines of a page. A term over the end of a line belongs to the line where it begins."""
    headings = {" ".join(each.text.split()) for each in page.lines.page.headings}
    words: list[str] = []
    line_of: list[int] = []
    weights: list[float] = []
    for number, line in enumerate(lines):
        found = words_of(line.text)
        words.extend(found)
        line_of.extend([number] * len(found))
        weights.append(heading if line.text in headings else 1.0)
    by_line: list[Counter[int]] = [Counter() for _ in lines]
    totals: dict[int, float] = {}
    for hit in terms.phrases.find(words):
        line_number = line_of[hit.first]
        by_line[line_number][hit.phrase] += 1
        totals[hit.phrase] = totals.get(hit.phrase, 0.0) + weights[line_number]
    return PageTerms(totals, len(words), by_line)
