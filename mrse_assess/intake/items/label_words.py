"""The words that this applicant puts before the labels of items, told from those of documents inside the evidence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.items.marks import FROM_THE_LIST, Mark, Source
from mrse_assess.intake.text.labels import singular

_SEEN: Final = 0.4  # share of the ids of the best word that another must have
_NEW: Final = 0.5  # share of a word's ids that no better word has, for it to count beside that
_AGREEING: Final = 0.5  # share of a word's marks that stand where the better words' marks do
_BARE: Final = 0.6  # what a number without a word counts on a page, where works number their chapters


_FEW: Final = 2  # ids that may be an exception where another word names more than twice as many
_SURE: Final = frozenset({Source.BOOKMARK, Source.DIVIDER})


class Kind(NamedTuple):
    """One way of labelling: the word before the label, "" for none, and whether in the outline or on pages."""

    word: str
    outline: bool


def kind_of(mark: Mark) -> Kind:
    """The way of labelling that a mark shows. Words count alike in the outline and on pages, bare numbers do not."""
    word = singular(mark.label.word)
    return Kind(word, not word and mark.source is Source.BOOKMARK)


def chosen_words(marks: Sequence[Mark], expected: Collection[str], listed: Collection[str] = ()) -> frozenset[Kind]:
    """The ways of labelling whose labels are the expected ones. ``listed``: ids that the contents list names.

    Evidence has appendices, agenda items and chapters of its own, so a word counts only as far as it names expected
    items that no better word names, or names the same ones in the same places.
    """
    seen = [mark for mark in marks if mark.source not in FROM_THE_LIST]
    if not expected:
        return frozenset({Kind("evidence", outline=False)} & {kind_of(mark) for mark in seen}) or _commonest(seen)
    places: dict[Kind, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mark in seen:
        if mark.label.id in expected:
            places[kind_of(mark)][mark.label.id].add(mark.page)
    ordered = sorted(places, key=lambda kind: -_weight(kind, places[kind]))
    chosen: list[Kind] = []
    sure = set(listed) | {mark.label.id for mark in seen if mark.source in _SURE}
    for kind in ordered:
        better = [places[other] for other in chosen]
        if not chosen or (_adds(places[kind], better) and not _is_exception(places[kind], better, sure)):
            chosen.append(kind)
    return frozenset(chosen)


def _weight(kind: Kind, ids: Mapping[str, Collection[int]]) -> float:
    return len(ids) * (1.0 if kind.word or kind.outline else _BARE)


def _adds(ids: Mapping[str, Collection[int]], better: Sequence[Mapping[str, Collection[int]]]) -> bool:
    new = [each for each in ids if not any(each in other for other in better)]
    if len(new) >= _NEW * len(ids):
        return True
    best = max(len(other) for other in better)
    agreeing = sum(_meet(pages, [other.get(each, ()) for other in better]) for each, pages in ids.items())
    return len(ids) >= _SEEN * best and agreeing + len(new) >= _AGREEING * len(ids)


def _is_exception(ids: Collection[str], better: Sequence[Collection[str]], sure: Collection[str]) -> bool:
    """Whether a word names next to nothing beside the others: an appendix of an item that a reference names with it."""
    most = max(len(other) for other in better)
    return len(ids) <= _FEW and most > _FEW * _FEW and not any(each in sure for each in ids)


def _meet(pages: Collection[int], others: Sequence[Collection[int]]) -> bool:
    return any(abs(page - other) <= 1 for page in pages for there in others for other in there)


def _commonest(marks: Sequence[Mark]) -> frozenset[Kind]:
    counts = Counter(kind for kind, _ in {(kind_of(mark), mark.label.id) for mark in marks if mark.label.word})
    return frozenset(kind for kind, _ in counts.most_common(1))
