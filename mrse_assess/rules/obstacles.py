"""What stands in the way of an outcome, said to the person who would choose it."""

from collections.abc import Sequence

from mrse_assess.model.decision import Decision
from mrse_assess.model.problem import Problem
from mrse_assess.model.scheme import Reading, Scheme
from mrse_assess.terms import RuleStatus, Severity


def undetermined(decision: Decision) -> Problem:
    """Rules are open, whether or not the outcome depends on them."""
    open_rules = [one for one in decision.rules if one.status == RuleStatus.UNDETERMINED and not one.advisory]
    advice = "Confirm the parts and settle the judgements that are pending."
    if decision.outcome == RuleStatus.UNDETERMINED:
        advice = f"Settle what the outcome depends on: {', '.join(decision.pivotal[0])}."
    return _problem(
        "rules-undetermined",
        f"These rules cannot be answered yet: {', '.join(one.rule for one in open_rules)}.",
        advice,
    )


def not_yet_judged(codes: Sequence[str]) -> Problem:
    """Sub-categories are pending; a letter speaks of every one."""
    return _problem(
        "sub-categories-pending",
        f"Not yet judged or settled: {', '.join(codes)}.",
        "Conclude on every sub-category; where assessors differ or refer to the panel, the panel has to settle it.",
    )


def reading_open(reading: Reading) -> Problem:
    """The outcome hangs on how an ambiguous clause is read."""
    return _problem(
        "reading-not-recorded",
        f"The outcome depends on how a clause is read. {reading.question}",
        f"Let the panel record the reading it uses, {' or '.join(reading.names)}, and why.",
    )


def rules_say_otherwise(decision: Decision) -> Problem:
    """The rules are met where the outcome needs one that is not, or the other way round."""
    if decision.outcome == RuleStatus.MET:
        return _problem(
            "rules-are-met", "Every deciding rule is met.", "Choose an outcome that goes with rules that are met."
        )
    broken = [
        finding.rule for finding in decision.rules if finding.status == RuleStatus.NOT_MET and not finding.advisory
    ]
    return _problem(
        "rules-are-not-met",
        f"Not every deciding rule is met: {', '.join(broken)}.",
        "Choose an outcome that goes with rules that are not met.",
    )


def setting_unset(scheme: Scheme, setting: str) -> Problem:
    """The outcome needs a setting that has no value."""
    return _problem(
        "setting-unset",
        f"The outcome needs a setting that has no value: {_label(scheme, setting)}.",
        f"Set {setting} with its source, or as not applicable.",
    )


def setting_no_number(scheme: Scheme, setting: str) -> Problem:
    """A setting should be a number and is none."""
    return _problem(
        "setting-not-a-number",
        f"A setting that should be a whole number is not: {_label(scheme, setting)}.",
        f"Set {setting} to a whole number, or as not applicable.",
    )


def no_attempt_left(attempt: int, allowed: int) -> Problem:
    """Another submission is not open."""
    return _problem(
        "no-attempt-left",
        f"This is attempt {attempt}, and {allowed} may be made.",
        "Choose another outcome, or correct the number of attempts allowed.",
    )


def nothing_missing(absent_but_due_later: bool) -> Problem:
    """No part that was due with the portfolio is confirmed absent."""
    found = "No required part is confirmed absent, and no evidence is known that could not be opened."
    if absent_but_due_later:
        found = "The part that is absent is not due with the portfolio."
    return _problem("nothing-missing", found, "Confirm which part is absent, or choose an outcome after judging.")


def _label(scheme: Scheme, setting: str) -> str:
    return next((spec.label for spec in scheme.settings if spec.id == setting), setting)


def _problem(code: str, found: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, found=found, advice=advice)
