"""What screening said, in the form of the truth: plain values of items, pages and kinds, nothing quoted."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mrse_assess.model.observation import ItemFacts, Observation, Passage, Screening
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.terms import Likelihood, Look

_WEAK_DATE: Final = "metadata"
_COMMENTARY: Final = "commentary_only"
_EXAMS: Final = ("abmrs_mrse", "abmrs_mrso", "abmrs_mrmd", "abmrs_mrst", "abmrs_unclear", "course")
_NO_EXAM: Final = ("said_only", "none_found")
_NO_FINDING: Final = "link_web"  # a link to a public page


def found_in(portfolio: Portfolio, screening: Screening) -> dict[str, Any]:
    """The keys of the truth as screening answers them; places as file and page, of personal data with ``likely``."""
    told = screening.observations
    concerns = [each for each in told if each.outcome is Look.CONCERN]
    return {
        "items": [_item(each, screening, concerns) for each in portfolio.evidence],
        "phi": [
            place | {"likely": each.likelihood is Likelihood.LIKELY} for each, place in _at(concerns, "personal_data")
        ],
        "bad_redactions": [place for _, place in _at(concerns, "redactions")],
        "redactions_unsure": [place for each, place in _at(told, "redactions") if each.kind == "not_checked"],
        "active": [place for each, place in _at(concerns, "active") if each.kind != _NO_FINDING],
        "unread": [place for each, place in _at(told, "personal_data") if each.kind == "unread"],
        "recognised": [
            {"file": document.name, "page": page}
            for document in portfolio.documents
            for page in document.pages_recognised
        ],
        "exam": {"kind": _exam(told)},
        "referee": _referee(told),
        "claims": [
            {"item": entry.evidence_id, "subcategory": entry.sub_category} for entry in portfolio.cross_references
        ],
        "passages": [_passage(each) for each in screening.passages],
    }


def _item(item: EvidenceItem, screening: Screening, concerns: Iterable[Observation]) -> dict[str, Any]:
    facts = screening.items.get(item.id, ItemFacts(evidence_id=item.id))
    dated = facts.dated if facts.dated is not None and facts.dated.kind != _WEAK_DATE else None
    mine = [each for each in concerns if each.evidence_id == item.id]
    return {
        "id": item.id,
        "spans": [{"file": span.file, "pages": [span.first, span.last]} for span in item.spans],
        "date": dated.date if dated else None,
        "date_kind": dated.kind if dated else None,
        "author": facts.author,
        "roles": sorted(facts.roles),
        "simulated": facts.simulated,
        "mhra": [
            {"file": one.place.file, "page": one.place.page, "edition": one.edition, "section": one.section}
            | {"grade": one.grade}
            for one in facts.mhra
        ],
        "scope": [place for _, place in _at(mine, "scope")],
        "traps": sorted(_traps(mine)),
        "alike": [{"id": one.evidence_id, "kind": one.kind} for one in facts.alike],
    }


def _traps(concerns: Iterable[Observation]) -> set[str]:
    """Two checks tell an item that is commentary alone; it counts once."""
    alone = {_COMMENTARY for each in concerns if (each.check, each.kind) == ("similar", "only_commentary")}
    return alone | {each.kind for each in concerns if each.check == "traps"}


def _at(told: Iterable[Observation], check: str) -> Iterator[tuple[Observation, dict[str, Any]]]:
    """The observations of a check with each of their places."""
    for each in told:
        for place in each.places if each.check == check else ():
            yield each, {"kind": each.kind, "file": place.file, "page": place.page}


def _exam(told: Iterable[Observation]) -> str | None:
    """The kind of the certificate found: the wanted one before others, other credentials before courses."""
    kinds = {each.kind for each in told if each.check == "exam"}
    return next((each for each in _EXAMS if each in kinds), "none" if kinds & set(_NO_EXAM) else None)


def _referee(told: Iterable[Observation]) -> dict[str, Any]:
    kinds = {each.kind for each in told if each.check == "referee"}
    signed = next((each.removeprefix("signed_") for each in sorted(kinds) if each.startswith("signed_")), None)
    own = True if "is_applicant" in kinds else False if kinds & {"named", "unnamed"} else None
    return {"is_applicant": own, "signature": signed}


def _passage(passage: Passage) -> dict[str, Any]:
    where = {"file": passage.place.file, "page": passage.place.page}
    return {"subcategory": passage.sub_category, "item": passage.evidence_id, "rank": passage.rank, **where}
