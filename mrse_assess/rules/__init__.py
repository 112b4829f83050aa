"""The pass rules: judgements and a scheme to results, findings, a decision, and what would flip it. Pure functions."""

from mrse_assess.rules.as_json import decision_as_json
from mrse_assess.rules.decide import decide, outcome, sub_category_results
from mrse_assess.rules.independence import agreed_groups
from mrse_assess.rules.outcomes import OutcomeOption, allowed_outcomes, unsettled_readings

__all__ = [
    "OutcomeOption",
    "agreed_groups",
    "allowed_outcomes",
    "decide",
    "decision_as_json",
    "outcome",
    "sub_category_results",
    "unsettled_readings",
]
