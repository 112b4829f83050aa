"""Which counts are withheld for their own sake (primary suppression)."""

import math

from mrse_assess.cohort.disclosure.counts import Count, Why
from mrse_assess.cohort.disclosure.policy import Policy


def why_sensitive(count: Count, policy: Policy) -> Why | None:
    """Why the count must not be known, None if it may be."""
    if count.structural or not count.guarded:
        return None
    if count.value == 0:
        return None if policy.zeros_published else Why.ZERO
    if count.behind < policy.threshold:
        return Why.SMALL
    return Why.DOMINATED if count.most > policy.dominance * count.value else None


def width_needed(count: Count, policy: Policy) -> int:
    """How far apart the bounds of a sensitive count must lie that a reader can work out."""
    return max(policy.width, math.ceil(policy.width_share * count.value))
