"""The worklist: every sub-category with the items claimed for it, and what comes next."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mrse_assess.model.acts import Parking
from mrse_assess.model.portfolio import CrossReferenceEntry, Portfolio
from mrse_assess.model.scheme import SubCategory
from mrse_assess.terms import Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import cited_number
from mrse_assess.workbench.finding_views import Finding
from mrse_assess.workbench.findings import findings_view
from mrse_assess.workbench.half_typed import spoken_of
from mrse_assess.workbench.resubmission.counting import is_settled_before
from mrse_assess.workbench.resubmission.version import own_look_again, units_of
from mrse_assess.workbench.views import ClaimRow, RowState, UncitedItem, Unit, Worklist, WorklistRow

_OF_READING = "reading"


def worklist(assessment: Assessment) -> Worklist:
    """The sub-categories to judge, in the order of the guidance, and the items that none of them cites."""
    today = assessment.workspace.today()  # it says for how many days an item is parked
    return assessment.once(f"worklist of {today}", lambda: _worklist(assessment))


def _worklist(assessment: Assessment) -> Worklist:
    spoken = spoken_of(assessment)
    scope = assessment.scope
    rows = tuple(_row(assessment, unit, spoken) for unit in assessment.scheme.sub_categories if unit.code in scope)
    items = {item.id: item for item in assessment.portfolio.evidence}
    uncited = (items[evidence_id] for evidence_id in assessment.portfolio.orphans if evidence_id in items)
    return Worklist(
        rows=rows,
        uncited=tuple(UncitedItem(evidence_id=item.id, label=item.id, title=item.title) for item in uncited),
    )


def entries_of(assessment: Assessment, sub_category: str) -> tuple[CrossReferenceEntry, ...]:
    """The references of the table for the sub-category, one for each item."""
    return assessment.once_of_portfolio("entries", _entries_by_code).get(sub_category, ())


def _entries_by_code(portfolio: Portfolio) -> dict[str, tuple[CrossReferenceEntry, ...]]:
    found: dict[str, dict[str, CrossReferenceEntry]] = {}
    for entry in portfolio.cross_references:
        found.setdefault(entry.sub_category, {}).setdefault(entry.evidence_id, entry)
    return {code: tuple(entries.values()) for code, entries in found.items()}


def next_unjudged(assessment: Assessment, after: Unit | None) -> Unit | None:
    """The next unit to judge after this one, going round the worklist; parked ones only when nothing else is left.

    A sub-category is offered for its conclusion once every item of it is judged, so one with a parked item waits.
    """
    rows = worklist(assessment).rows
    units = list(_units(rows))
    start = units.index(after) + 1 if after in units else _start_of(units, after)
    ordered = units[start:] + units[:start]
    to_judge = set(_waiting(rows))
    waiting = [unit for unit in ordered if unit in to_judge]
    unparked = (unit for unit in waiting if assessment.parking(*unit) is None)
    return next(unparked, waiting[0] if waiting else None)


def claims_and_judged(assessment: Assessment) -> tuple[int, int]:
    """How many claims the worklist holds, and how many of them are judged."""
    claims = [claim for row in worklist(assessment).rows for claim in row.claims if is_asked_for(claim)]
    return len(claims), sum(claim.verdict is not None for claim in claims)


def _row(assessment: Assessment, unit: SubCategory, spoken: Sequence[Unit]) -> WorklistRow:
    claims = tuple(_claims(assessment, unit.code, spoken))
    return WorklistRow(
        code=unit.code,
        category=unit.category,
        short_name=unit.short_name,
        title=unit.title,
        state=_state(assessment, unit.code, claims),
        claims=claims,
        prompts=sum(claim.prompts for claim in claims),
    )


def _state(assessment: Assessment, code: str, claims: tuple[ClaimRow, ...]) -> RowState:
    conclusion = assessment.conclusion(code)
    if conclusion is not None:
        return RowState(conclusion.verdict.value)
    if any(claim.verdict is not None for claim in claims):
        return RowState.IN_PROGRESS
    return RowState.NOT_YET_JUDGED


def _claims(assessment: Assessment, code: str, spoken: Sequence[Unit]) -> Iterator[ClaimRow]:
    """What the table claims, then what is judged without a claim, then what something else was said of."""
    entries = entries_of(assessment, code)
    for entry in entries:
        yield _claim(assessment, code, entry.evidence_id, entry)
    cited = {entry.evidence_id for entry in entries}
    for judgement in assessment.own.judgements:
        if judgement.sub_category == code and judgement.evidence_id not in cited:
            cited.add(judgement.evidence_id)
            yield _claim(assessment, code, judgement.evidence_id, None)
    for unit in spoken:
        if unit.sub_category == code and unit.evidence_id not in cited:
            yield _claim(assessment, code, unit.evidence_id, None)


def is_asked_for(claim: ClaimRow) -> bool:
    """Whether the claim is to be judged, or is; one that nothing cites may be kept for words on it only."""
    return claim.verdict is not None or not (claim.uncited or claim.counts_on)


def claims_of(assessment: Assessment) -> frozenset[Unit]:
    """Every claim on the worklist."""
    return frozenset(Unit(row.code, claim.evidence_id) for row in worklist(assessment).rows for claim in row.claims)


def _claim(assessment: Assessment, code: str, evidence_id: str, entry: CrossReferenceEntry | None) -> ClaimRow:
    item = assessment.portfolio.item(evidence_id)
    prompts = findings_view(assessment, Unit(code, evidence_id)).prompts
    judgement = assessment.judgement(code, evidence_id)
    parked = assessment.parking(code, evidence_id)
    since = assessment.compared.at_hand
    came = since.of_item(evidence_id) if since else None
    return ClaimRow(
        evidence_id=evidence_id,
        label=evidence_id,
        title=item.title if item else "not in the portfolio",
        verdict=judgement.verdict if judgement else None,
        cited=f"p {cited_number(item, entry)}" if item and entry and (entry.page_hint or entry.section_spans) else "",
        parked=parked is not None,
        leads_nowhere=item is None,
        reason_missing=bool(judgement and judgement.verdict is Verdict.NOT_SATISFACTORY and not judgement.reasons),
        reminder=parked.words if parked else "",
        waiting=_since(assessment, parked) if parked else "",
        prompts=len(prompts),
        prompt_kinds=_kinds(prompts),
        uncited=entry is None,
        corrected=bool(entry and entry.corrected),
        came=came.words if came else "",
        came_said=came.sentence if came else "",
        look_again=Unit(code, evidence_id) in _to_look_again(assessment),
        counts_on=judgement is None and is_settled_before(assessment, code, evidence_id),
    )


def _to_look_again(assessment: Assessment) -> tuple[Unit, ...]:
    return assessment.once("look again", lambda: units_of(own_look_again(assessment)))


def _kinds(prompts: Sequence[Finding]) -> str:
    """How many there are of each kind, in words ("dates 1, personal data 2")."""
    counted = Counter(one.about or _OF_READING for one in prompts)
    return ", ".join(f"{about} {number}" for about, number in counted.items())


def _since(assessment: Assessment, parked: Parking) -> str:
    """How long ago it was put aside, in days as people count them."""
    if parked.recorded_at is None:
        return ""
    days = (assessment.workspace.today() - assessment.scheme.day_of(parked.recorded_at)).days
    return {0: "today", 1: "1 day"}.get(days, f"{days} days")


def _units(rows: Sequence[WorklistRow]) -> Iterator[Unit]:
    for row in rows:
        yield from (Unit(row.code, claim.evidence_id) for claim in row.claims)
        yield Unit(row.code, "")


def _waiting(rows: Sequence[WorklistRow]) -> Iterator[Unit]:
    """Every item to judge, and every sub-category to conclude whose items are all judged."""
    for row in rows:
        asked = filter(is_asked_for, row.claims)
        unjudged = [Unit(row.code, claim.evidence_id) for claim in asked if claim.verdict is None]
        yield from unjudged
        if not unjudged and row.state in {RowState.IN_PROGRESS, RowState.NOT_YET_JUDGED}:
            yield Unit(row.code, "")


def _start_of(units: list[Unit], after: Unit | None) -> int:
    """Where the sub-category of a unit that is not on the list begins."""
    codes = [unit.sub_category for unit in units]
    return codes.index(after.sub_category) if after and after.sub_category in codes else 0
