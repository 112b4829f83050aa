"""Passages that may lie outside the scope: medical judgement, use of images, other physics (clauses G4 to G6).

Each prompt needs several words that say so together, in one sentence or two; words of another meaning take a sentence
out. A single mention in passing prompts nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import Signal, book_of, distinct
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look

_MOST_PLACES: Final = 12
_SURE: Final = 2  # more different words than asked for

Rule = Mapping[str, Any]


def look(material: Material, data: CheckData) -> Looked:
    """Every item with the kinds of passage that may be out of scope; unread pages are said to be so."""
    pages = [(item, material.pages_of(item)) for item in material.portfolio.evidence]
    signals = book_of(data.lists).signals(page for _, each in pages for page in each)
    observations: list[Observation] = []
    for item, each in pages:
        seen = [(page, signals[page.file, page.number]) for page in each]
        observations.extend(_answers(material, data, item, seen))
    return Looked(observations=tuple(observations))


def _answers(
    material: Material, data: CheckData, item: EvidenceItem, seen: Sequence[tuple[PageText, tuple[Signal, ...]]]
) -> Iterator[Observation]:
    rules = [rule for rule in data.tables["scope"] if not _belongs(material, rule, item, seen)]
    concerns = [found for rule in rules if (found := _concern(material, data, item, rule, seen))]
    yield from concerns
    if not all(page.seen for page, _ in seen):
        yield say(material, data, "unread", Look.NOT_CHECKABLE, item=item.id)
    elif seen and not concerns:
        yield say(material, data, "clear", Look.CLEAR, item=item.id)


def _belongs(
    material: Material, rule: Rule, item: EvidenceItem, seen: Sequence[tuple[PageText, tuple[Signal, ...]]]
) -> bool:
    """Whether such passages are asked for in this item, as image quality is where sequences were changed for safety."""
    asked_for = set(rule["asked_for_in"]).intersection(material.cited_for.get(item.id, ()))
    safety = distinct((one for _, signals in seen for one in signals), (rule["with"],))
    return bool(asked_for) and safety >= rule["with_least"]


def _concern(
    material: Material,
    data: CheckData,
    item: EvidenceItem,
    rule: Rule,
    seen: Sequence[tuple[PageText, tuple[Signal, ...]]],
) -> Observation | None:
    """The observation of one kind with its passages, or None where no page has one."""
    places: list[Locator] = []
    most = 0
    for page, signals in seen:
        for passage in _passages(rule, signals):
            if len(places) < _MOST_PLACES:
                places.append(page.place(passage[0].start, max(each.end for each in passage)))
            most = max(most, distinct(passage, (rule["marks"], rule["signs"])))
    if not places:
        return None
    likelihood = Likelihood.LIKELY if most >= rule["least"] + _SURE else Likelihood.POSSIBLE
    return say(material, data, rule["kind"], Look.CONCERN, item=item.id, places=places, likelihood=likelihood)


def _passages(rule: Rule, signals: Sequence[Signal]) -> Iterator[tuple[Signal, ...]]:
    """The passages of a page that have enough words of the kind, none of them twice."""
    sentences = {at: tuple(each) for at, each in groupby(signals, key=lambda one: one.sentence)}
    last = -1
    for at in sentences:
        if at <= last:
            continue
        near = range(at, at + rule["sentences"])
        passage = tuple(one for each in near for one in _fit(rule, sentences.get(each, ())))
        if _is_enough(rule, passage) and not _is_outweighed(rule, passage, [sentences.get(each, ()) for each in near]):
            last = passage[-1].sentence
            yield passage


def _fit(rule: Rule, sentence: Sequence[Signal]) -> tuple[Signal, ...]:
    """The marks and signs of a sentence, none where it speaks of something else. No word is both."""
    if any(one.group == rule["innocent"] for one in sentence):
        return ()
    marks = tuple(one for one in sentence if one.group == rule["marks"])
    return tuple(
        one
        for one in sentence
        if one in marks
        or (one.group == rule["signs"] and not any(one.start < each.end and each.start < one.end for each in marks))
    )


def _is_enough(rule: Rule, passage: Sequence[Signal]) -> bool:
    """Whether the passage has enough different words, and enough of them marks of the matter."""
    marks, different = distinct(passage, (rule["marks"],)), len({one.phrase for one in passage})
    return bool(marks >= rule.get("marks_least", 1) and different >= rule["least"])


def _is_outweighed(rule: Rule, passage: Sequence[Signal], sentences: Sequence[Sequence[Signal]]) -> bool:
    against = sum(distinct(each, (rule["outweighs"],)) for each in sentences)
    return bool(rule["outweighs"]) and against > 0 and distinct(passage, (rule["marks"],)) <= 2 * against
