"""Looking a portfolio over: every check in turn, their answers put together. Run in the worker."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from mrse_assess.model.observation import ItemFacts, Screening
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.vocabulary import Vocabulary, load_vocabulary

SCREENING_VERSION: Final = 1
"""Goes up when the same portfolio would be answered otherwise."""


def screen(material: Material, vocabulary: Vocabulary | None = None) -> Screening:
    """What every check says of the material, observations in the order of the checks and of the pages.

    Raises:
        SchemeError: the scheme's screening data are not valid.
    """
    data = load_vocabulary(material.scheme) if vocabulary is None else vocabulary
    answers = {check: look(material, data[check]) for check, look in CHECKS.items()}
    return Screening(
        version=SCREENING_VERSION,
        looked=tuple(answers),
        observations=tuple(each for answer in answers.values() for each in answer.observations),
        items=_items(material, list(answers.values())),
        passages=tuple(each for answer in answers.values() for each in answer.passages),
    )


def _items(material: Material, answers: Sequence[Looked]) -> Mapping[str, ItemFacts]:
    """The facts of each item, every field from the check that knows it."""
    known: dict[str, dict[str, Any]] = {item.id: {} for item in material.portfolio.evidence}
    for answer in answers:
        for item, fields in answer.items.items():
            known.setdefault(item, {}).update(fields)
    return {item: ItemFacts(evidence_id=item, **fields) for item, fields in known.items()}
