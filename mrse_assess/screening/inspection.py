"""What screening found of each item as keys of ``inspect --json``. Of personal data kinds and pages only."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mrse_assess.model.observation import ItemFacts, Observation, Screening
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.terms import Look

_WEAK_DATE: Final = "metadata"


def item_keys(screening: Screening, portfolio: Portfolio) -> Mapping[str, Mapping[str, Any]]:
    """By evidence id: date, author, simulated, mhra_sections, phi, bad_redactions."""
    return {item.id: _keys(item, screening, portfolio.applicant_name) for item in portfolio.evidence}


def _keys(item: EvidenceItem, screening: Screening, applicant: str | None) -> dict[str, Any]:
    facts = screening.items.get(item.id, ItemFacts(evidence_id=item.id))
    dated = facts.dated
    return {
        "date": dated.date if dated is not None and dated.kind != _WEAK_DATE else None,
        "author": applicant if facts.author == "applicant" else facts.author_name or None,
        "simulated": facts.simulated,
        "mhra_sections": _sections(facts, screening),
        "phi": _places(item, screening, "personal_data", kinds=True),
        "bad_redactions": _places(item, screening, "redactions", kinds=False),
    }


def _sections(facts: ItemFacts, screening: Screening) -> list[str] | None:
    """The sections of the MHRA guidelines that the item names; None where there are none on what could be looked at."""
    found = sorted({each.section for each in facts.mhra if each.section})
    unseen = facts.simulated is None or "mhra" not in screening.looked
    return found or (None if unseen else [])


def _places(item: EvidenceItem, screening: Screening, check: str, *, kinds: bool) -> list[dict[str, Any]] | None:
    """The pages of the concerns of a check, in order; None where it was not looked for, or could not be."""
    answers = [each for each in screening.observations if each.check == check and each.evidence_id == item.id]
    found = [
        {"kind": each.kind, **_page(place, item)} if kinds else _page(place, item) for each, place in _concerns(answers)
    ]
    if not found and not any(each.outcome is Look.CLEAR for each in answers):
        return None
    return sorted({tuple(each.items()): each for each in found}.values(), key=lambda each: each["page"])


def _page(place: Locator, item: EvidenceItem) -> dict[str, Any]:
    """The page, with its file where that is not the item's first."""
    return {"page": place.page} if place.file == item.spans[0].file else {"page": place.page, "file": place.file}


def _concerns(answers: list[Observation]) -> Iterator[tuple[Observation, Locator]]:
    return ((each, place) for each in answers if each.outcome is Look.CONCERN for place in each.places)


def observations(screening: Screening) -> list[dict[str, Any]]:
    """Every observation as plain values; boxes in points with one decimal. Confidential ones are left out."""
    return [
        {
            "check": each.check,
            "kind": each.kind,
            "outcome": each.outcome.value,
            "title": each.title,
            "detail": each.detail,
            "clause": each.clause,
            "evidence": each.evidence_id,
            "subcategory": each.sub_category,
            "likelihood": each.likelihood.value if each.likelihood else None,
            "places": [_place(place) for place in each.places],
        }
        for each in screening.observations
        if not each.confidential
    ]


def _place(place: Locator) -> dict[str, Any]:
    box = [round(side, 1) for side in place.box] if place.box else None
    return {"file": place.file, "page": place.page, "box": box}
