"""The judgement form of one unit, and the conclusion of a sub-category, as the screen shows them."""

from datetime import datetime

from mrse_assess.model.judgement import Judgement
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import SubCategoryState, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.entries import entry_from_text
from mrse_assess.workbench.evidence import section_found
from mrse_assess.workbench.groups import groups_offered
from mrse_assess.workbench.half_typed import draft_slot, recorded_entry
from mrse_assess.workbench.history import history
from mrse_assess.workbench.quotes import quote_views
from mrse_assess.workbench.reasons import Reasons
from mrse_assess.workbench.resubmission.counting import counting_on, is_settled_before
from mrse_assess.workbench.resubmission.version import why_look_again
from mrse_assess.workbench.views import (
    Choice,
    ConclusionView,
    JudgementView,
    Parking,
    Unit,
)
from mrse_assess.workbench.where_to_look import likely_pages, opening_page
from mrse_assess.workbench.worklist import entries_of


def judgement_view(assessment: Assessment, unit: Unit) -> JudgementView:
    """The form of a unit: what is in force, with any draft laid over it, and what can be chosen."""
    judgement = assessment.judgement(*unit)
    item = assessment.portfolio.item(unit.evidence_id)
    scheme = assessment.scheme
    recorded = recorded_entry(assessment, unit)
    draft = assessment.workspace.store.draft(assessment.application.reference, assessment.assessor, draft_slot(unit))
    half_typed = entry_from_text(draft.text) if draft else None
    entries = [entry for entry in entries_of(assessment, unit.sub_category) if entry.evidence_id == unit.evidence_id]
    sub_category = scheme.sub_category(unit.sub_category)
    parked = assessment.parking(*unit)
    reasons, also_for = Reasons(assessment, unit, judgement), _also_for(assessment, unit)
    return JudgementView(
        unit=unit,
        entry=half_typed or recorded,
        saved_at=_local(judgement),
        drafted=half_typed is not None and half_typed != recorded,
        cited="; ".join(entry.text for entry in entries),
        corrected=any(entry.corrected for entry in entries) or bool(item and item.corrected),
        cited_page=opening_page(assessment, unit),
        likely_pages=likely_pages(assessment, unit),
        section_found=section_found(item, entries[0]) if item and entries else "",
        also_for=also_for,
        also_open=tuple(code for code in also_for if assessment.judgement(code, unit.evidence_id) is None),
        reasons=reasons.offered(),
        contributions=scheme.contributions if sub_category.contribution else (),
        editions=scheme.reference_editions,
        groups=groups_offered(_judged_of(assessment, unit.sub_category), *unit) if sub_category.independent else (),
        targets=_targets(assessment, unit.sub_category),
        other_items=reasons.other_items(),
        parking=Parking(since=parked.recorded_at.astimezone(), reminder=parked.words)
        if parked and parked.recorded_at
        else None,
        quotes=quote_views(assessment, unit),
        history=history(assessment, unit),
        look_again=why_look_again(assessment, unit),
    )


def conclusion_view(assessment: Assessment, code: str) -> ConclusionView:
    """Where the conclusion on the sub-category stands, and why one may hesitate."""
    conclusion = assessment.conclusion(code)
    return ConclusionView(
        sub_category=code,
        verdict=conclusion.verdict if conclusion else None,
        saved_at=conclusion.recorded_at.astimezone() if conclusion and conclusion.recorded_at else None,
        hesitate=_hesitation(assessment, code),
        needs_sentence=_contradicting(assessment, code),
        feedback=conclusion.feedback if conclusion else "",
        to_panel=conclusion.to_panel if conclusion else "",
        history=history(assessment, Unit(code, "")),
    )


def satisfactory_so_far(assessment: Assessment, code: str) -> int:
    """How many satisfactory items the sub-category has, counting groups where they must be independent."""
    unit = assessment.scheme.sub_category(code)
    items = [one for one in _judged_of(assessment, code) if _counts(one, code)]
    return len({one.independent_group for one in items if one.independent_group}) if unit.independent else len(items)


def _judged_of(assessment: Assessment, code: str) -> tuple[Judgement, ...]:
    """One's own judgements, and of the sub-category those of an attempt before that count with them."""
    return (*assessment.own_judgements.values(), *counting_on(assessment, code))


def _counts(judgement: Judgement, code: str) -> bool:
    return judgement.sub_category == code and judgement.verdict is Verdict.SATISFACTORY


def _contradicting(assessment: Assessment, code: str) -> tuple[Verdict, ...]:
    """The conclusions that the items as judged speak against."""
    found = satisfactory_so_far(assessment, code)
    contradicting = []
    if found < assessment.scheme.sub_category(code).minimum_items:
        contradicting.append(Verdict.SATISFACTORY)
    if entries_of(assessment, code):
        contradicting.append(Verdict.NOTHING_OFFERED)
    return tuple(contradicting)


def _hesitation(assessment: Assessment, code: str) -> str:
    unit = assessment.scheme.sub_category(code)
    remarks = []
    found = satisfactory_so_far(assessment, code)
    if found < unit.minimum_items:
        kind = "independent item" if unit.independent else "satisfactory item"
        remarks.append(f"{found} {kind}{'' if found == 1 else 's'} of {unit.minimum_items}")
    entries = entries_of(assessment, code)
    open_items = [
        entry.evidence_id
        for entry in entries
        if assessment.judgement(code, entry.evidence_id) is None
        and not is_settled_before(assessment, code, entry.evidence_id)
    ]
    if open_items:
        named = f"item {open_items[0]}" if len(open_items) == 1 else f"items {', '.join(open_items)}"
        remarks.append(f"{named} not yet judged")
    if assessment.decision.result(code).state is SubCategoryState.NOTHING_OFFERED and entries:
        remarks.append("items are claimed")
    return "; ".join(remarks) if entries else "; ".join([*remarks, "nothing claimed"])


def _also_for(assessment: Assessment, unit: Unit) -> tuple[str, ...]:
    cited = {one.sub_category for one in assessment.portfolio.cross_references if one.evidence_id == unit.evidence_id}
    open_codes = cited & assessment.scope
    return tuple(code for code in assessment.scheme.codes if code in open_codes and code != unit.sub_category)


def _targets(assessment: Assessment, code: str) -> tuple[Choice, ...]:
    """Where the evidence may belong instead: first what the guidance names for this sub-category, then the others."""
    scheme = assessment.scheme
    likely = [pair.target for pair in scheme.elsewhere if pair.offered_for == code and pair.target in scheme.codes]
    others = [other for other in scheme.codes if other != code and other not in likely]
    return tuple(_target(scheme, one) for one in (*likely, *others))


def _target(scheme: Scheme, code: str) -> Choice:
    unit = scheme.sub_category(code)
    return Choice(id=code, name=f"{code} {unit.short_name}", place=unit.letter_name or code)


def _local(judgement: Judgement | None) -> datetime | None:
    return judgement.recorded_at.astimezone() if judgement and judgement.recorded_at else None
