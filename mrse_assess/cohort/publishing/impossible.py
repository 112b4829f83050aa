"""What the scheme makes impossible, as every reader can look up: zeros that protect nothing."""

from collections.abc import Callable, Sequence
from math import inf, isinf

from mrse_assess.model.scheme import PassRule, Scheme
from mrse_assess.terms import Direction


def margins_of(rule_id: str, schemes: Sequence[Scheme]) -> Callable[[int], bool]:
    """Whether a rule can be missed or reached by so many under any of the schemes."""
    ranges = [_range(rule, one) for one in schemes for rule in one.rules if rule.id == rule_id]
    if not ranges:
        return lambda _margin: True
    return lambda margin: any(low <= margin <= high for low, high in ranges)


def reasons_of(schemes: Sequence[Scheme]) -> Callable[[str, str], bool]:
    """Whether a reason is offered for a sub-category under any of the schemes, or is unknown to all of them."""
    known = {reason.id for one in schemes for reason in one.reasons}
    offered = {(reason.id, code) for one in schemes for code in one.codes for reason in one.reasons_for(code)}
    return lambda reason, code: reason not in known or (reason, code) in offered


def clauses_of(reason_id: str, schemes: Sequence[Scheme]) -> frozenset[str]:
    """The clauses that can stand behind a reason, by the sub-category and by where the evidence belongs."""
    found = set()
    for one in schemes:
        if reason_id not in {reason.id for reason in one.reasons}:
            continue
        targets = [("", code) for code in one.codes]
        targets += [(pair.target, pair.offered_for) for pair in one.elsewhere]
        found |= {one.reason_clauses(reason_id, code, target)[0] for target, code in targets}
    return frozenset(found)


def _range(rule: PassRule, scheme: Scheme) -> tuple[float, float]:
    """The least and the greatest margin. Margins that are told together stand under the number nearest to 0."""
    most = {
        "sub_categories": len(scheme.codes),
        "major_categories": len(scheme.categories),
        "simulated": len(scheme.codes),
        "mhra_references": len(scheme.codes),
        "parts": len(scheme.parts),
    }.get(str(rule.counts), inf)
    if rule.threshold is None and isinf(most):
        return -inf, inf
    threshold = most if rule.threshold is None else rule.threshold
    if rule.direction is Direction.AT_MOST:
        return threshold - most, threshold
    return -threshold, most - threshold
