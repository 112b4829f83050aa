"""Which of the required parts are confirmed present."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """``because`` are the parts confirmed absent; where none is, those that nobody has confirmed yet."""
    said = {part.id: case.parts.get(part.id) for part in case.scheme.parts if part.rule == rule.id}
    absent = [part for part, confirmed in said.items() if confirmed is False]
    pending = [part for part, confirmed in said.items() if confirmed is None]
    present = len(said) - len(absent) - len(pending)
    return counted_finding(
        rule,
        case,
        Numbers(present, present, present + len(pending)),
        pending=len(pending),
        because=absent or pending,
    )
