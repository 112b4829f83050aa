"""The decision: every result, finding, reading and pivotal set for one application."""

from collections.abc import Mapping

from mrse_assess.model.decision import Decision, ReadingCombination, ReadingResult, SubCategoryResult
from mrse_assess.model.judgement import Judgements
from mrse_assess.model.scheme import Reading, Scheme
from mrse_assess.rules import readings as read
from mrse_assess.rules.case import Case, case, case_of
from mrse_assess.rules.findings import rule_findings
from mrse_assess.rules.pivotal import pivotal
from mrse_assess.terms import RuleStatus


def decide(judgements: Judgements, scheme: Scheme, readings: Mapping[str, str] | None = None) -> Decision:
    """What the scheme's rules say of everything in force for one application.

    ``readings`` gives a value for readings of ambiguous clauses, by their id; the rest are read as the scheme sets by
    default.

    Raises:
        BadRequestError: rows of several applications; a sub-category, part, reading or value that the scheme lacks.
        SchemeError: a deciding rule that nothing here can count.
    """
    values = read.chosen(scheme, readings)
    found = case(judgements, scheme, values)
    sets, complete = pivotal(found)
    return Decision(
        application=judgements.application,
        attempt=judgements.attempt,
        outcome=found.outcome,
        rules=rule_findings(found),
        sub_categories=_results(found),
        readings=tuple(
            _read_otherwise(found, values, reading, value)
            for reading in scheme.readings
            for value in reading.values
            if value != values[reading.id]
        ),
        pivotal=sets,
        problems=tuple(problem for facts in found.units for problem in facts.problems),
        scheme_version=scheme.version,
        readings_used=tuple(values.items()),
        combinations=_combined(found, values),
        pivotal_complete=complete,
    )


def outcome(judgements: Judgements, scheme: Scheme, readings: Mapping[str, str] | None = None) -> RuleStatus:
    """The outcome alone, several times faster; raises as :func:`decide` does."""
    return case(judgements, scheme, read.chosen(scheme, readings)).outcome


def sub_category_results(
    judgements: Judgements, scheme: Scheme, readings: Mapping[str, str] | None = None
) -> tuple[SubCategoryResult, ...]:
    """Each sub-category under the rules, in the scheme's order; raises as :func:`decide` does."""
    return _results(case(judgements, scheme, read.chosen(scheme, readings)))


def _results(found: Case) -> tuple[SubCategoryResult, ...]:
    return tuple(
        SubCategoryResult(
            code=facts.unit.code,
            state=facts.state,
            counted=facts.counted,
            independent=facts.independent.low,
            rests_on_simulated=facts.simulated,
            mhra=known.counted_reference,
            disagreement=facts.disagreement,
            contradiction=facts.contradiction,
            events=facts.events,
        )
        for facts, known in zip(found.units, found.facts, strict=True)
    )


def _read_otherwise(found: Case, values: Mapping[str, str], reading: Reading, value: str) -> ReadingResult:
    """The outcome, and the count of the rule that the reading bears on, had this one clause been read otherwise."""
    other = case_of(found.scheme, {**values, reading.id: value}, found.units, found.parts)
    counted = [one for one in rule_findings(other) if one.rule == reading.rule]
    assessed = [one.observed for one in counted if one.status != RuleStatus.NOT_ASSESSED]
    return ReadingResult(
        setting=reading.id, value=value, outcome=other.outcome, observed=assessed[0] if assessed else None
    )


def _combined(found: Case, values: Mapping[str, str]) -> tuple[ReadingCombination, ...]:
    return tuple(
        ReadingCombination(
            values=pairs,
            outcome=case_of(found.scheme, {**values, **dict(pairs)}, found.units, found.parts).outcome,
        )
        for pairs in read.combinations(found.scheme)
    )
