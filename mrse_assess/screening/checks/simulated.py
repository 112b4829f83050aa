"""Simulated or hypothetical work: words of it in an item, and what the table declares (guidance, clause G3).

Simulated evidence is allowed for a limited number of sub-categories, so that an assessor has to know where it stands,
and above all where the table does not say so. Words are weighed in their sentence: simulation of fields, training of
staff and drills are real work, and a mock scanner is a thing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import PhraseBook, Signal, book_of
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look

_MOST_PLACES: Final = 20
_DECLARED: Final = "simulated"
_FICTION: Final = ("fiction", "fiction_of_a_case")


class _Found(NamedTuple):
    """Where the words say that the item is simulated, and where they may; ``titled``: its title says so."""

    strong: tuple[Locator, ...]
    weak: tuple[Locator, ...]
    titled: bool


def look(material: Material, data: CheckData) -> Looked:
    """Every item with words of simulated work, with whether the table declares it; unread pages are said to be so."""
    book = book_of(data.lists)
    observations: list[Observation] = []
    facts = {}
    for item in material.portfolio.evidence:
        pages = material.pages_of(item)
        found = _found(item, pages, book)
        declared = _declared(material, item)
        is_read = all(page.seen for page in pages)
        observations.extend(_said(material, data, item, found, declared))
        if not is_read:
            observations.append(say(material, data, "unread", Look.NOT_CHECKABLE, item=item.id))
        elif pages and not (declared or found.strong or found.weak or found.titled):
            observations.append(say(material, data, "clear", Look.CLEAR, item=item.id))
        is_simulated = bool(declared or found.strong or found.titled)
        facts[item.id] = {"simulated": is_simulated if is_simulated or is_read else None}
    return Looked(observations=tuple(observations), items=facts)


def _said(
    material: Material, data: CheckData, item: EvidenceItem, found: _Found, declared: Sequence[str]
) -> Iterator[Observation]:
    """What the table declares, else what the words say, else what they may say."""
    if declared:
        codes = ", ".join(declared)
        yield say(material, data, "declared", Look.CONCERN, item=item.id, places=found.strong, codes=codes)
    elif found.strong or found.titled:
        yield _worded(material, data, "said", item, found.strong, Likelihood.LIKELY)
    elif found.weak:
        yield _worded(material, data, "undeclared", item, found.weak, Likelihood.POSSIBLE)


def _worded(
    material: Material,
    data: CheckData,
    kind: str,
    item: EvidenceItem,
    places: Sequence[Locator],
    likelihood: Likelihood,
) -> Observation:
    return say(material, data, kind, Look.CONCERN, item=item.id, places=places, likelihood=likelihood)


def _found(item: EvidenceItem, pages: Sequence[PageText], book: PhraseBook) -> _Found:
    signals = book.signals(pages)
    strong: list[Locator] = []
    weak: list[Locator] = []
    for page in pages:
        whole = (one for one in signals[page.file, page.number] if page.text[one.start - 1 : one.start] != "-")
        for _, sentence in groupby(whole, key=lambda one: one.sentence):
            says, may = _weighed(tuple(sentence))
            strong.extend(page.place(one.start, one.end) for one in says[: _MOST_PLACES - len(strong)])
            weak.extend(page.place(one.start, one.end) for one in may[: _MOST_PLACES - len(weak)])
    titled = _is_titled(item.title, book)
    return _Found(tuple(strong), tuple(weak), titled)


def _is_titled(title: str, book: PhraseBook) -> bool:
    """Whether the item's title says it: "Simulated incident", "Mock tender"."""
    if book.found_in(title, "other_meaning"):
        return False
    return book.found_in(title, "says_so") or (
        any(book.found_in(title, group) for group in _FICTION) and book.found_in(title, "case")
    )


def _weighed(sentence: Sequence[Signal]) -> tuple[list[Signal], list[Signal]]:
    """The words of a sentence that say it, and those that may; none where it means something else.

    What ``says_so`` holds unless the words of the other meaning lie over it ("not a simulated case").
    """
    others = [one for one in sentence if one.group == "other_meaning"]
    plain = [one for one in sentence if one.group == "says_so" and not any(_touch(one, other) for other in others)]
    if plain or others:
        return plain, []
    fiction = [one for one in sentence if one.group in _FICTION]
    if fiction and any(one.group == "case" for one in sentence):
        return fiction, []
    return [], [one for one in sentence if one.group in {"fiction", "may_say_so"}]


def _touch(one: Signal, other: Signal) -> bool:
    return one.start < other.end and other.start < one.end


def _declared(material: Material, item: EvidenceItem) -> tuple[str, ...]:
    """The sub-categories for which the table notes that the item is simulated."""
    entries = (entry for entry in material.portfolio.cross_references if entry.evidence_id == item.id)
    return tuple(dict.fromkeys(entry.sub_category for entry in entries if _DECLARED in entry.notes))
