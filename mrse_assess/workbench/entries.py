"""Between what stands in the judgement form and the record of it, drafts of half-typed entries included."""

import json
from dataclasses import asdict

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from mrse_assess.errors import BadRequestError
from mrse_assess.model.dates import is_evidence_date
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.scheme import Scheme
from mrse_assess.model.wordings import Wording, on_one_line
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import item_places, place_in_words
from mrse_assess.workbench.quotes import quote_and_place
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit

MOST_WORDS_SEEN = 25
_JOINT = ", "


def judgement_of(assessment: Assessment, unit: Unit, entry: Entry) -> Judgement:
    """The record of the entry, by this assessor.

    Raises:
        BadRequestError: the entry holds something that the scheme does not have, or no verdict.
    """
    _check(assessment.scheme, unit, entry)
    item = assessment.portfolio.item(unit.evidence_id)
    quote, place = quote_and_place(assessment, unit)
    standing = assessment.judgement(*unit)
    return Judgement(
        application=assessment.application.reference,
        attempt=assessment.application.attempt,
        phase=Phase.INDIVIDUAL,
        assessor=assessment.assessor,
        sub_category=unit.sub_category,
        evidence_id=unit.evidence_id,
        verdict=entry.verdict or Verdict.REFERRED_TO_PANEL,  # _check refused None
        reasons=entry.reasons,
        primary_reason=entry.primary_reason,
        simulated=entry.simulated,
        mhra_reference=bool(entry.mhra_edition),
        mhra_section=_JOINT.join(filter(None, (entry.mhra_edition, entry.mhra_section))),
        independent_group=entry.independent_group,
        contribution=entry.contribution,
        feedback=entry.feedback,
        to_panel=entry.to_panel,
        seen=entry.seen,
        target=entry.target,
        other_item=entry.other_item,
        quote=quote or (standing.quote if standing else ""),  # one from a frame is pinned nowhere
        page=place or _place(item, entry.page, standing),
        evidence_date=entry.evidence_date,
        wording=_said_otherwise(entry),
    )


def entry_of(scheme: Scheme, judgement: Judgement, item: EvidenceItem | None, private: str) -> Entry:
    """What stands in the form when the judgement is in force."""
    edition, section = _edition_and_section(scheme, judgement)
    return Entry(
        verdict=judgement.verdict,
        reasons=judgement.reasons,
        primary_reason=judgement.primary_reason,
        contribution=judgement.contribution,
        mhra_edition=edition,
        mhra_section=section,
        simulated=judgement.simulated,
        independent_group=judgement.independent_group,
        feedback=judgement.feedback,
        to_panel=judgement.to_panel,
        private=private,
        seen=judgement.seen,
        target=judgement.target,
        other_item=judgement.other_item,
        page=_number_of_place(judgement.page, item),
        evidence_date=judgement.evidence_date,
        wording=judgement.wording,
    )


def conclusion_of(assessment: Assessment, sub_category: str, entry: ConclusionEntry) -> Conclusion:
    """The record of a conclusion, by this assessor."""
    return Conclusion(
        application=assessment.application.reference,
        attempt=assessment.application.attempt,
        phase=Phase.INDIVIDUAL,
        assessor=assessment.assessor,
        sub_category=sub_category,
        verdict=entry.verdict,
        feedback=entry.feedback,
        to_panel=entry.to_panel,
    )


def entry_to_text(entry: Entry) -> str:
    """A half-typed entry as the text of a draft."""
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True)


def entry_from_text(text: str) -> Entry | None:
    """The half-typed entry of a draft; None when the draft was written by another version and cannot be read."""
    try:
        entry: Entry = make_converter(detailed_validation=False).loads(text, Entry)
    except (ValueError, TypeError, AttributeError, KeyError, BaseValidationError):
        return None
    return entry


def _said_otherwise(entry: Entry) -> tuple[Wording, ...]:
    """The own words of the reasons that are given, each on one line, in the order of the reasons."""
    said = {one.reason: on_one_line(one.sentence) for one in entry.wording}
    return tuple(Wording(reason, said[reason]) for reason in entry.reasons if said.get(reason))


def _check(scheme: Scheme, unit: Unit, entry: Entry) -> None:
    """Refuse what the page must not send: everything from the page is checked against the scheme."""
    if entry.verdict not in (Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.REFERRED_TO_PANEL):
        raise BadRequestError(
            "Choose a verdict first; an item is satisfactory, not satisfactory or referred to the panel."
        )
    _check_known("reason", entry.reasons, tuple(reason.id for reason in scheme.reasons))
    _check_known("kind of contribution", entry.contribution, scheme.contributions)
    _check_known("sub-category", tuple(filter(None, (unit.sub_category, entry.target))), scheme.codes)
    _check_known("edition", tuple(filter(None, (entry.mhra_edition,))), scheme.reference_editions)
    if bool(entry.reasons) != bool(entry.primary_reason) or entry.primary_reason not in (*entry.reasons, ""):
        raise BadRequestError("Exactly one of the reasons is the primary one; choose it among them.")
    if len(entry.seen.split()) > MOST_WORDS_SEEN:
        raise BadRequestError(f"Say what the page shows in at most {MOST_WORDS_SEEN} words; the letter prints it.")
    if not is_evidence_date(entry.evidence_date):
        raise BadRequestError("Give the date of the evidence as a day, a month or a year: 2021-03-05, 2021-03 or 2021.")


def _check_known(what: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for value in given:
        if value not in known:
            raise BadRequestError(f"The scheme has no {what} {value!r}.")


def _edition_and_section(scheme: Scheme, judgement: Judgement) -> tuple[str, str]:
    """The stored reference, taken apart again. A section without an edition keeps the last one, "not stated"."""
    if not judgement.mhra_reference:
        return "", ""
    for edition in scheme.reference_editions:
        if judgement.mhra_section == edition:
            return edition, ""
        if judgement.mhra_section.startswith(edition + _JOINT):
            return edition, judgement.mhra_section.removeprefix(edition + _JOINT)
    return scheme.reference_editions[-1], judgement.mhra_section


def _number_of_place(words: str, item: EvidenceItem | None) -> int:
    """The page of the item, from 1, that the place in words names; 0 when it names none."""
    if item is None or not words:
        return 0
    named = [number for number, place in enumerate(item_places(item), start=1) if _is_of(words, place)]
    exact = (number for number in named if place_in_words(item, number) == words)
    return next(exact, named[0] if named else 0)


def _is_of(words: str, place: tuple[str, int]) -> bool:
    """Whether the words name this page of this file, wherever in the item it lay then."""
    file, page = place
    start = f"page {page} of {file}"
    return words == start or (words.startswith(f"{start}, page ") and words.endswith(" of the item"))


def _place(item: EvidenceItem | None, number: int, standing: Judgement | None) -> str:
    """The page chosen, in words; where none is, a place recorded before that is no page of the item stays."""
    said = standing.page if standing else ""
    if item is None or (number == 0 and _number_of_place(said, item) == 0):
        return said
    return place_in_words(item, number)
