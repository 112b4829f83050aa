"""The rows that one application and attempt comes to: a pure function, fit to be run anywhere and in any order."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mrse_assess.cohort.frames.agreed import Agreed, agreed, by_unit
from mrse_assess.cohort.frames.case import CaseRows, CohortCase, Row
from mrse_assess.cohort.frames.columns import SHAPES
from mrse_assess.cohort.frames.profiles import Ruling, Rulings, as_text, profile_of, readings_as_text
from mrse_assess.cohort.frames.screened import answers
from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records.replay import natural
from mrse_assess.rules import readings as read
from mrse_assess.rules.standing import open_facts
from mrse_assess.rules.units import UnitFacts, unit_facts
from mrse_assess.terms import Phase, SubCategoryState, Verdict

AgreedUnits = dict[tuple[str, str], Agreed]
"""By sub-category and evidence id, "" for the conclusion, in the order of the scheme and of the ids."""
_NO_FLAGS: Final[Row] = (None, None, None)
"""Of a conclusion, and of what was withdrawn."""


def rows_of(case: CohortCase, rulings: Rulings | None = None) -> CaseRows:
    """The rows of a case in every frame. Nothing of it depends on the order in which assessors are named.

    Args:
        case: the application in one attempt.
        rulings: what the rules of the case's scheme were found to say before; it only saves asking them again.

    Raises:
        BadRequestError: a record names a sub-category, part, reason or reading that the scheme does not have.
        SchemeError: a deciding rule that nothing can count.
    """
    _refuse_unknown(case)
    facts = unit_facts(case.counted, case.scheme)
    profile = profile_of(facts, case.counted.parts, case.scheme)
    ruling = (rulings or Rulings(case.scheme)).of(profile, case.readings)
    units = _agreed_units(case)
    return CaseRows(
        applications=(_application(case, facts, ruling, as_text(profile)),),
        rules=tuple((*_key(case), *cells) for cells in ruling.rules),
        sub_categories=tuple(_sub_categories(case, facts, units)),
        items=tuple(_items(case, units)),
        reasons=tuple(_reasons(case, units)),
        assessments=tuple(_assessments(case)),
        moments=tuple((*_key(case), str(one.state), one.since, one.until) for one in case.moments),
        screened=tuple(_screened(case, units)),
    )


def together(rows: Iterable[CaseRows]) -> CaseRows:
    """The rows of several cases as those of one."""
    given = tuple(rows)
    return CaseRows(**{name: tuple(row for one in given for row in getattr(one, name)) for name in SHAPES})


def _refuse_unknown(case: CohortCase) -> None:
    """Refuse words that the columns of the scheme do not have, before they would spoil the frames of everybody."""
    codes, reasons = {"", *case.scheme.codes}, {"", *(reason.id for reason in case.scheme.reasons)}
    for row in (*case.own.judgements, *case.own.conclusions, *case.counted.judgements, *case.counted.conclusions):
        for what, given, known in (
            ("sub-category", (row.sub_category, row.target), codes),
            ("reason", (row.primary_reason, *row.reasons), reasons),
        ):
            if odd := [one for one in given if one not in known]:
                raise BadRequestError(f"a row names the {what} {odd[0]!r}, which the scheme does not have")


def _key(case: CohortCase) -> tuple[str, int]:
    return (case.application, case.attempt)


def _application(case: CohortCase, facts: Iterable[UnitFacts], ruling: Ruling, profile: str) -> Row:
    chosen = case.outcome
    return (
        *_key(case),
        case.attempt == 1 and not case.follows,
        case.is_final,
        case.follows or None,
        case.guidance or None,
        case.scheme.version,
        case.role or None,
        case.route or None,
        case.received,
        case.sealed,
        case.scheme.day_of(chosen.recorded_at) if chosen else None,
        case.issued,
        str(case.state),
        str(chosen.outcome) if chosen else None,
        str(ruling.outcome),
        sum(one.state is SubCategoryState.SATISFACTORY for one in facts),
        ruling.short_of,
        len(case.assessors),
        profile,
        readings_as_text(case.readings),
    )


def _agreed_units(case: CohortCase) -> AgreedUnits:
    order = {code: place for place, code in enumerate(case.scheme.codes)}
    items = by_unit(case.counted.judgements, lambda row: (row.sub_category, row.evidence_id))
    wholes = by_unit(case.counted.conclusions, lambda row: (row.sub_category, ""))
    found = {unit: agreed(rows) for unit, rows in items} | {unit: agreed(rows) for unit, rows in wholes}
    return dict(sorted(found.items(), key=lambda pair: (order[pair[0][0]], natural(pair[0][1]))))


def _sub_categories(case: CohortCase, facts: Iterable[UnitFacts], units: AgreedUnits) -> Iterator[Row]:
    readings = read.in_force(read.chosen(case.scheme, case.readings))
    verdicts: dict[str, list[Verdict | None]] = {code: [] for code in case.scheme.codes}
    for (code, evidence_id), item in units.items():
        if evidence_id:
            verdicts[code].append(item.verdict)
    for one in facts:
        code, satisfactory = one.unit.code, one.state is SubCategoryState.SATISFACTORY
        yield (
            *_key(case),
            code,
            str(one.state),
            len(verdicts[code]),
            verdicts[code].count(Verdict.SATISFACTORY),
            satisfactory and one.independent.low == one.unit.minimum_items,
            str(one.simulated),
            str(open_facts(one, readings, 0).counted_reference),  # how many pieces are asked for is no matter here
            one.disagreement,
        )


def _items(case: CohortCase, units: AgreedUnits) -> Iterator[Row]:
    for (code, evidence_id), one in units.items():
        if evidence_id:
            yield (*_key(case), code, evidence_id, one.verdict and str(one.verdict), one.primary or None)


def _reasons(case: CohortCase, units: AgreedUnits) -> Iterator[Row]:
    known = {reason.id: reason for reason in case.scheme.reasons}
    for (code, evidence_id), one in units.items():
        for reason in one.reasons:
            target = one.target if "target" in known[reason].needs else ""
            clause = case.scheme.reason_clauses(reason, code, target)[0]
            yield (
                *_key(case), code, evidence_id, one.verdict and str(one.verdict),
                reason, reason == one.primary, clause, target or None,
            )  # fmt: skip


def _screened(case: CohortCase, units: AgreedUnits) -> Iterator[Row]:
    """What each check says of the items judged in this attempt: what stands from before was looked at before."""
    looked = case.looked_over
    if looked is None:
        return
    own = {(row.sub_category, row.evidence_id) for row in case.own.judgements}
    asked = [unit for unit in units if unit in own]
    for unit, answer in answers(looked, asked, tuple(case.scheme.check_names), case.put_aside):
        verdict = units[unit].verdict
        yield (*_key(case), *unit, answer.check, str(answer.said), answer.put_aside, verdict and str(verdict))


def _assessments(case: CohortCase) -> Iterator[Row]:
    """What each person recorded, and what they had said when they first sealed, withdrawn since or not."""
    rows: tuple[Judgement | Conclusion, ...] = (*case.own.judgements, *case.own.conclusions)
    sealed = dict(case.first_sealed)
    pieces = _pieces(case.own.judgements)
    for row in sorted(rows, key=_place):
        unit = (row.assessor, row.sub_category, getattr(row, "evidence_id", ""))
        first = sealed.pop(unit, None) if row.phase is Phase.INDIVIDUAL else None
        said = (str(row.verdict), row.primary_reason or None, row.recorded_at, first and str(first))
        task = case.tasks.get(row.assessor) or None
        yield (*_key(case), row.assessor, task, str(row.phase), *unit[1:], *said, *_flags(row, pieces))
    for unit, first in sorted(sealed.items()):
        task = case.tasks.get(unit[0]) or None
        gone = (None, None, None, str(first))
        yield (*_key(case), unit[0], task, str(Phase.INDIVIDUAL), *unit[1:], *gone, *_NO_FLAGS)


def _flags(row: Judgement | Conclusion, pieces: Mapping[object, int]) -> Row:
    return (row.simulated, row.mhra_reference, pieces.get(row.key)) if isinstance(row, Judgement) else _NO_FLAGS


def _pieces(rows: Iterable[Judgement]) -> dict[object, int]:
    """The groups that a person put items in, numbered in each sub-category: what they are called is the person's."""
    numbers: dict[tuple[str, ...], dict[str, int]] = {}
    found: dict[object, int] = {}
    for row in sorted(rows, key=_place):
        if row.independent_group:
            own = numbers.setdefault((row.assessor, str(row.phase), row.sub_category), {})
            found[row.key] = own.setdefault(row.independent_group, len(own) + 1)
    return found


def _place(row: Judgement | Conclusion) -> tuple[str, ...]:
    return (row.assessor, str(row.phase), row.sub_category, getattr(row, "evidence_id", ""))
