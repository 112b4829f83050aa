"""Editions that came out after an item's date, and sections that an edition does not have (clause G4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mrse_assess.model.dates import date_in_words
from mrse_assess.model.observation import MhraReference, Observation
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.ages import first_day, last_day
from mrse_assess.screening.dating import item_date
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import named
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData, lists_of
from mrse_assess.terms import Likelihood, Look


def anachronisms(
    material: Material, data: CheckData, item: EvidenceItem, references: Sequence[MhraReference]
) -> Iterator[Observation]:
    """What does not fit: each edition and each section once."""
    editions = {edition["id"]: edition for edition in data.tables["edition"]}
    yield from _sections(material, data, item, references, editions)
    if any(each.edition for each in references):
        yield from _editions(material, data, item, references, editions)


def _editions(
    material: Material,
    data: CheckData,
    item: EvidenceItem,
    references: Sequence[MhraReference],
    editions: Mapping[str, Mapping[str, Any]],
) -> Iterator[Observation]:
    applicant = named(material.portfolio.applicant_name)
    found = item_date(material.pages_of(item), lists_of("dates"), applicant, material.submitted_on)
    if found is None:
        return
    newer = {each.edition: each for each in reversed(references) if each.edition in editions}
    for edition, reference in newer.items():
        if edition and last_day(found.iso) < first_day(editions[edition]["released"]):
            words: dict[str, Any] = {"date": date_in_words(found.iso), "edition": edition}
            places = [reference.place, found.place]
            likely = Likelihood.POSSIBLE
            yield say(
                material, data, "newer_edition", Look.CONCERN, item=item.id, places=places, likelihood=likely, **words
            )


def _sections(
    material: Material,
    data: CheckData,
    item: EvidenceItem,
    references: Sequence[MhraReference],
    editions: Mapping[str, Mapping[str, Any]],
) -> Iterator[Observation]:
    since = {each["number"]: each["edition"] for each in data.tables["section_since"]}
    told: set[tuple[str, str]] = set()
    for each in references:
        edition, section = each.edition or "", each.section or ""
        if edition not in editions or not section or (edition, section) in told:
            continue
        first = next((begun for number, begun in since.items() if _is_in(section, number)), edition)
        if _chapter(section) > editions[edition]["chapters"] or edition < first:
            told.add((edition, section))
            words: dict[str, Any] = {"section": section, "edition": edition}
            likely = Likelihood.POSSIBLE
            yield say(
                material,
                data,
                "no_such_section",
                Look.CONCERN,
                item=item.id,
                places=[each.place],
                likelihood=likely,
                **words,
            )


def _chapter(section: str) -> int:
    return int(section.partition(".")[0])


def _is_in(section: str, number: str) -> bool:
    return section == number or section.startswith(f"{number}.")
