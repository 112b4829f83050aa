"""The pass rules as the screen counts them, live."""

from collections.abc import Iterator, Sequence

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ReadingChoice
from mrse_assess.model.decision import Decision, RuleFinding
from mrse_assess.model.listing import listed
from mrse_assess.model.scheme import Reading, Scheme
from mrse_assess.terms import Direction, RuleStatus
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.outcome_views import ReadingOption, ReadingQuestion, RuleLine, Standing
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.views import Receipt

MOST_NAMED = 4


def standing(decision: Decision, scheme: Scheme, chosen: Sequence[ReadingChoice] = ()) -> Standing:
    """Every deciding rule with its count, and the sentence that says what decides. ``chosen``: readings recorded."""
    lines = tuple(_line(finding, decision, scheme, chosen) for finding in decision.rules if not finding.advisory)
    first = next(line for line in lines if line.rule == scheme.rules[0].id)
    return Standing(
        rules=lines,
        outcome=decision.outcome,
        because=_because(decision, scheme),
        needed=f"{first.threshold} of {first.bound} needed",
    )


def choose_reading(assessment: Assessment, clause: str, value: str, ground: str) -> Receipt:
    """Record how this assessor has been told to read an ambiguous clause.

    Raises:
        BadRequestError: the scheme has no such reading or value, or no ground is given.
    """
    known = {reading.id: reading.values for reading in assessment.scheme.readings}
    if value not in known.get(clause, ()):
        raise BadRequestError("The scheme has no such reading. Reload the page.")
    if not ground.strip():
        raise BadRequestError("A reading needs the authority for it in words; the letter says it.")
    return record(assessment, ReadingChoice(**case_of(assessment), setting=clause, value=value, ground=ground.strip()))


def _line(finding: RuleFinding, decision: Decision, scheme: Scheme, chosen: Sequence[ReadingChoice]) -> RuleLine:
    rule = scheme.rule(finding.rule)
    bound = _bound(finding, scheme)
    at_most = finding.direction is Direction.AT_MOST
    return RuleLine(
        rule=finding.rule,
        label=rule.label,
        status=finding.status,
        direction=finding.direction,
        observed=finding.observed,
        threshold=finding.threshold,
        bound=bound,
        done=finding.observed,
        pending=max(0, finding.highest - finding.observed),
        lost=0 if at_most else max(0, bound - finding.highest),
        sentence=_sentence(finding, rule.requirement),
        second_reading=_second_reading(finding, decision, scheme),
        readings=tuple(_questions(finding, decision, scheme, chosen)),
    )


def _questions(
    finding: RuleFinding, decision: Decision, scheme: Scheme, chosen: Sequence[ReadingChoice]
) -> Iterator[ReadingQuestion]:
    """The clauses of the rule that would count otherwise when read otherwise, and those that a person settled."""
    used = dict(decision.readings_used)
    for reading in scheme.readings:
        if reading.rule != finding.rule:
            continue
        said = next((choice for choice in chosen if choice.setting == reading.id), None)
        options = tuple(_options(finding, decision, reading, used[reading.id]))
        if said or len({option.observed for option in options}) > 1:
            yield ReadingQuestion(
                id=reading.id,
                question=reading.question,
                clause=scheme.clause_words(reading.clause),
                options=options,
                used=used[reading.id],
                ground=said.ground if said else "",
                default_ground=reading.default_ground,
            )


def _options(finding: RuleFinding, decision: Decision, reading: Reading, used: str) -> Iterator[ReadingOption]:
    otherwise = {result.value: result for result in decision.readings if result.setting == reading.id}
    for value, name in zip(reading.values, reading.names, strict=True):
        result = otherwise.get(value)
        if value == used:
            yield ReadingOption(value=value, name=name, observed=finding.observed, outcome=decision.outcome)
        elif result is not None and result.observed is not None:
            yield ReadingOption(value=value, name=name, observed=result.observed, outcome=result.outcome)


def _bound(finding: RuleFinding, scheme: Scheme) -> int:
    """What is printed after the slash: everything that could be counted where that is what the rule counts."""
    totals = {
        "sub_categories": len(scheme.codes),
        "major_categories": len(scheme.categories),
        "parts": sum(part.rule == finding.rule for part in scheme.parts),
    }
    return totals.get(scheme.rule(finding.rule).counts, finding.threshold)


def _sentence(finding: RuleFinding, requirement: str) -> str:
    """The rule in words with its bound; how it stands is said beside it."""
    bound = "at most" if finding.direction is Direction.AT_MOST else "at least"
    pending = f", {finding.pending} open" if finding.pending else ""
    return f"{requirement}: {finding.observed}, {bound} {finding.threshold} needed{pending}"


def _second_reading(finding: RuleFinding, decision: Decision, scheme: Scheme) -> str:
    """What the count would be under another reading of an ambiguous clause, "" where it would be the same."""
    named = {reading.id: reading for reading in scheme.readings if reading.rule == finding.rule}
    for result in decision.readings:
        reading = named.get(result.setting)
        if reading and result.observed is not None and result.observed != finding.observed:
            name = reading.names[reading.values.index(result.value)]
            return f"{result.observed} if counted by {name}"
    return ""


def _because(decision: Decision, scheme: Scheme) -> str:
    """One sentence under the rules. The panel's word on the outcome is never anticipated."""
    if decision.outcome is RuleStatus.MET:
        return "The outcome is for a person to choose."
    if decision.outcome is RuleStatus.NOT_MET:
        labels = [scheme.rule(one.rule).label for one in decision.rules if one.status is RuleStatus.NOT_MET]
        return f"{', '.join(labels)}."
    return _what_is_open(decision)


def _what_is_open(decision: Decision) -> str:
    open_rules = [one for one in decision.rules if one.status is RuleStatus.UNDETERMINED and not one.advisory]
    sets = decision.pivotal
    if len(sets) == 1 and len(sets[0]) <= MOST_NAMED:
        members = [member.partition(":")[2] or member for member in sets[0]]
        return f"{listed(members)} {'decides' if len(sets[0]) == 1 else 'decide'}."
    return f"{len(open_rules)} {'rule' if len(open_rules) == 1 else 'rules'} still open."
