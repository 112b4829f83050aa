"""What the cells of a matrix say: a mark, no mark, pages, a sub-category's last figure, "simulated"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.table.marking import is_empty, is_mark
from mrse_assess.intake.table.pages_beside import page_hint_of
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import plain, read_label

_FIGURES: Final = re.compile(
    r"(?:pp?|pgs?|pages?)?\.?\s*\d{1,3}(?:\s*(?:-|to|,|&|;|\band\b)\s*\d{1,3})*\Z", re.IGNORECASE
)
_LONE: Final = re.compile(r"\d\Z")
_SAYS_PAGES: Final = re.compile(r"\bpages?\b|\bpp?\.", re.IGNORECASE)
_NUMBERS_ARE_PAGES: Final = re.compile(
    r"(?<!\bpage )\b(?:numbers?|figures?|digits?)\b(?!\s+of\b)[^.;]{0,40}\bpages?\b", re.IGNORECASE
)
_LEGEND: Final = re.compile(
    r"(?:^|[\s,;(\[:])([^\W\d_]|[*\u2020\u2021#+^]|[^\w\s.,;:()\[\]=-])\s*(?:=|:|-|\bmeans\b|\bfor\b|\bis\b)\s*"
    r"([^,;=|\[\]()]{2,40}?)(?=\s*(?:[,;.|\])]|\s\S\s*(?:=|:)|$))",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\bnot?\b|\bnone\b|\bnil\b|\bblank\b|\babsent\b|\bempty\b|\bdoes not\b|\bn/a\b", re.IGNORECASE
)
_WORDS: Final = frozenset({"all", "whole", "full", "y", "yes", "tick", "true", "ok", "sim", "simulated", "real"})
_CROSSES: Final = frozenset({"x", "\u2717", "\u2718", "\u2715", "\u2716", "\u00d7", "\u2612"})
_TICKS: Final = frozenset({"\u2713", "\u2714", "\u2611", "\u221a", "y", "yes", "\uf0fc", "\u00fc"})
_EMPTY: Final = frozenset(
    {"\u2610", "\u25a1", "\u25fb", "[]", "()", "[ ]", "( )", "false", "none", "nil", "blank", "not used"}
)
_OPEN: Final = frozenset({"\u25cb", "\u25ef", "\u25e6", "o"})
_MOST_WORDS: Final = 4  # different texts of cells that are marks by being so few
_REPEATED: Final = 3.0  # how often each is there, on average
_LONGEST: Final = 12  # characters of a word that is a mark
_CROWDED: Final = 0.7  # share of cells that are filled from which crosses between ticks deny
_MOST_PLACES: Final = 0.6  # share of cells with one sign from which it denies, the others being filled otherwise
_STARS: Final = "*\u2020\u2021#^"


class Legend(NamedTuple):
    """What the lines about a matrix say of its marks: which are of simulated work, which deny; and whether of pages.

    ``numbered``: they say that a number is the page to look at.
    """

    simulated: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    pages: bool = False
    numbered: bool = False


class Mark(NamedTuple):
    """What one filled cell says; ``claims`` false where it denies. ``known`` false where it was not understood."""

    claims: bool
    known: bool = True
    pages: str | None = None
    simulated: bool = False


_NOTHING: Final = Mark(claims=False)


class Manner(NamedTuple):
    """How all cells of one matrix are marked: ``figures``: by pages; ``denied`` and ``words``: what the texts mean."""

    figures: bool
    denied: frozenset[str]
    words: frozenset[str]
    legend: Legend


def legend_of(lines: Iterable[str]) -> Legend:
    """The legend that stands among lines of text."""
    texts = [plain(line) for line in lines]
    simulated, denied = set(legend_marks(texts)), set[str]()
    for text in texts:
        for mark, meaning in _LEGEND.findall(text):
            if says_simulated(meaning):
                simulated.add(mark.lower())
            elif _DENIED.search(meaning):
                denied.add(mark.lower())
    simulated |= {mark.strip("()[]") for mark in simulated}
    numbered = any(map(_NUMBERS_ARE_PAGES.search, texts))
    return Legend(frozenset(simulated), frozenset(denied), any(map(_SAYS_PAGES.search, texts)), numbered)


def manner_of(texts: Sequence[str], places: int, legend: Legend) -> Manner:
    """How the filled cells of a matrix with so many places are to be read, judged by all of them together."""
    low = [_flat(text) for text in texts]
    counts = Counter(text.rstrip(_STARS).strip() or text for text in low)
    figures = {text for text in counts if _FIGURES.match(text)}
    paged = any(not _LONE.match(text) for text in figures) or (legend.pages and len(figures) > 1) or legend.numbered
    denied = set(legend.denied) | _crossed(counts, places) | _opened(counts) | _filling(counts, places)
    words = {text for text in counts if _is_word(text)}
    few = len(words) <= _MOST_WORDS and sum(counts[text] for text in words) >= _REPEATED * len(words)
    return Manner(paged, frozenset(denied), frozenset(words if few else ()), legend)


def read_mark(text: str, manner: Manner) -> Mark:
    """What a cell's text says."""
    low = _flat(text)
    if is_empty(low):
        return _NOTHING
    bare = low.rstrip(_STARS).strip()
    star = low[len(bare) :].strip()
    simulated = bool(set(star) & manner.legend.simulated) or low in manner.legend.simulated or says_simulated(low)
    bare = bare or low
    if bare in manner.denied or is_empty(bare):
        return _NOTHING
    if _FIGURES.match(bare):
        pages = page_hint_of(bare, Known()) if manner.figures else None
        return Mark(claims=True, known=manner.figures or bool(_LONE.match(bare)), pages=pages, simulated=simulated)
    known = is_mark(bare) or bare in _WORDS or bare in manner.words or simulated
    return Mark(claims=known, known=known, simulated=simulated)


def repeats_head(text: str, code: str, item: tuple[str, str], codes: Sequence[str]) -> bool:
    """Whether a place says the sub-category or the item that meet there, which is as good as a mark.

    ``item`` is its id and how its head is written.
    """
    said = read_code(text, codes) if "." in code and any(map(str.isdecimal, text)) else None
    label = read_label(text) if item[1].strip()[:1].isalpha() else None
    alone = said is not None and not said.also and not said.rest
    return (said is not None and alone and said.code == code) or (
        label is not None and not label.rest and label.id == item[0]
    )


def last_figures(text: str, category: str, codes: Sequence[str]) -> tuple[str, ...] | None:
    """The sub-categories that a cell of a category's row names by figures or in full, () for none; None: not read."""
    low = _flat(text)
    if is_empty(low):
        return ()
    if category in codes:  # a category without sub-categories: any mark claims it
        return (category,) if is_mark(low) or low in _WORDS or low in {category, "1"} else None
    found = []
    for part in re.split(r"\s*(?:,|;|&|\+|/|\band\b|\s)\s*", low):
        code = part if part.startswith(f"{category}.") else f"{category}.{part.lstrip('.')}"
        if code not in codes:
            return None
        found.append(code)
    return tuple(found)


def _flat(text: str) -> str:
    return " ".join(plain(text).split()).lower()


def _is_word(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not is_empty(text) and text[0].isalpha() and not any(map(str.isdecimal, text))


def _crossed(counts: Mapping[str, int], places: int) -> set[str]:
    """Crosses that deny: they stand beside ticks, and nearly every place is filled."""
    filled = sum(counts.values())
    crosses, ticks = set(counts) & _CROSSES, set(counts) & _TICKS
    return crosses if crosses and ticks and filled >= _CROWDED * places else set()


def _filling(counts: Mapping[str, int], places: int) -> set[str]:
    """The sign that stands in most places of a matrix where nearly all are filled: it says that nothing is there."""
    text, count = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    crowded = len(counts) > 1 and sum(counts.values()) >= _CROWDED * places and count >= _MOST_PLACES * places
    return {text} if crowded and len(text) == 1 and text not in _TICKS and not text.isdecimal() else set()


def _opened(counts: Mapping[str, int]) -> set[str]:
    """Open boxes, and open circles where other marks are there too."""
    return (set(counts) & _EMPTY) | ((set(counts) & _OPEN) if set(counts) - _OPEN else set())
