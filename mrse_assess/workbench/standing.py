"""The pass rules as the screen counts them, live."""

from mrse_assess.model.decision import Decision, RuleFinding
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Direction, RuleStatus
from mrse_assess.workbench.outcome_views import RuleLine, Standing

STATUS_WORDS = {
    RuleStatus.MET: "Met",
    RuleStatus.NOT_MET: "Not met",
    RuleStatus.UNDETERMINED: "Undetermined",
    RuleStatus.NOT_ASSESSED: "Not assessed",
}
MOST_NAMED = 4


def standing(decision: Decision, scheme: Scheme) -> Standing:
    """Every deciding rule with its count, and the sentence that says what decides."""
    lines = tuple(_line(finding, decision, scheme) for finding in decision.rules if not finding.advisory)
    first = next(line for line in lines if line.rule == scheme.rules[0].id)
    return Standing(
        rules=lines,
        outcome=decision.outcome,
        because=_because(decision, scheme),
        needed=f"{first.threshold} of {first.bound} needed",
    )


def _line(finding: RuleFinding, decision: Decision, scheme: Scheme) -> RuleLine:
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
    )


def _bound(finding: RuleFinding, scheme: Scheme) -> int:
    """What is printed after the slash: everything that could be counted where that is what the rule counts."""
    totals = {
        "sub_categories": len(scheme.codes),
        "major_categories": len(scheme.categories),
        "parts": sum(part.rule == finding.rule for part in scheme.parts),
    }
    return totals.get(scheme.rule(finding.rule).counts, finding.threshold)


def _sentence(finding: RuleFinding, requirement: str) -> str:
    bound = "at most" if finding.direction is Direction.AT_MOST else "at least"
    pending = f", {finding.pending} open" if finding.pending else ""
    status = STATUS_WORDS[finding.status].lower()
    return f"{requirement}: {finding.observed}, {bound} {finding.threshold} needed{pending}: {status}"


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
        return f"{_listed(sets[0])} {'decides' if len(sets[0]) == 1 else 'decide'}."
    return f"{len(open_rules)} {'rule' if len(open_rules) == 1 else 'rules'} still open."


def _listed(members: tuple[str, ...]) -> str:
    words = [member.partition(":")[2] or member for member in members]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
