"""Looking a portfolio over: every check in turn, their answers put together. Run in the worker."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from mrse_assess.errors import SchemeError
from mrse_assess.model.observation import ItemFacts, Observation, Screening
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.failing import BROKEN, NOT_VALID, could_not_answer
from mrse_assess.screening.material import Material
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.version import SCREENING_VERSION
from mrse_assess.screening.vocabulary import Vocabulary, load_vocabulary

_LOG = logging.getLogger(__name__)


def screen(material: Material, vocabulary: Vocabulary | None = None) -> Screening:
    """What every check says of the material, observations in the order of the checks and of the pages.

    A check whose data are not valid, or that breaks off, says so in one observation and costs no other's answer.
    """
    data = load_vocabulary(material.scheme) if vocabulary is None else vocabulary
    answers = {check: _answer(check, material, data) for check in CHECKS}
    looked = {check: answer for check, answer in answers.items() if isinstance(answer, Looked)}
    return Screening(
        version=SCREENING_VERSION,
        looked=tuple(looked),
        observations=tuple(each for answer in answers.values() for each in _said(answer)),
        items=_items(material, list(looked.values())),
        passages=tuple(each for answer in looked.values() for each in answer.passages),
    )


def _answer(check: str, material: Material, vocabulary: Vocabulary) -> Looked | Observation:
    """What a check found, or that it could not look."""
    if check not in vocabulary:
        return could_not_answer(material, check, NOT_VALID)
    try:
        return CHECKS[check](material, vocabulary[check])
    except SchemeError:
        return could_not_answer(material, check, NOT_VALID)
    except Exception as error:  # noqa: BLE001 - whatever one check raises costs that check only
        _LOG.error("the check %s broke off: %s", check, type(error).__name__)
        return could_not_answer(material, check, BROKEN)


def _said(answer: Looked | Observation) -> Sequence[Observation]:
    return answer.observations if isinstance(answer, Looked) else (answer,)


def _items(material: Material, answers: Sequence[Looked]) -> Mapping[str, ItemFacts]:
    """The facts of each item, every field from the check that knows it."""
    known: dict[str, dict[str, Any]] = {item.id: {} for item in material.portfolio.evidence}
    for answer in answers:
        for item, fields in answer.items.items():
            known.setdefault(item, {}).update(fields)
    return {item: ItemFacts(evidence_id=item, **fields) for item, fields in known.items()}
