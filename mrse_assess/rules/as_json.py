"""A decision as the command line prints it."""

from typing import Any

from mrse_assess.model.decision import Decision, RuleFinding, SubCategoryResult
from mrse_assess.model.problem import Problem
from mrse_assess.terms import RuleStatus


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """One entry of ``applications`` in the answer of ``decide --json``: plain dicts, lists, text, numbers and booleans.

    Counts of a rule that was not assessed are null: not looked at, which is not nought.
    """
    return {
        "application": decision.application,
        "attempt": decision.attempt,
        "outcome": decision.outcome.value,
        "rules": [_rule(finding) for finding in decision.rules],
        "sub_categories": {result.code: _sub_category(result) for result in decision.sub_categories},
        "readings": [
            {
                "setting": result.setting,
                "value": result.value,
                "outcome": result.outcome.value,
                "observed": result.observed,
            }
            for result in decision.readings
        ],
        "readings_used": dict(decision.readings_used),
        "pivotal": [list(members) for members in decision.pivotal],
        "pivotal_complete": decision.pivotal_complete,
        "problems": [_problem(problem) for problem in decision.problems],
        "scheme_version": decision.scheme_version,
    }


def _rule(finding: RuleFinding) -> dict[str, Any]:
    counted = finding.status != RuleStatus.NOT_ASSESSED
    return {
        "rule": finding.rule,
        "status": finding.status.value,
        "direction": finding.direction.value,
        "observed": finding.observed if counted else None,
        "threshold": finding.threshold if counted else None,
        "lowest": finding.lowest if counted else None,
        "highest": finding.highest if counted else None,
        "pending": finding.pending if counted else None,
        "clause": finding.clause,
        "because": list(finding.because),
        "advisory": finding.advisory,
    }


def _sub_category(result: SubCategoryResult) -> dict[str, Any]:
    return {
        "state": result.state.value,
        "counted": list(result.counted),
        "rests_on_simulated": result.rests_on_simulated.value,
        "mhra": result.mhra.value,
        "independent": result.independent,
        "disagreement": result.disagreement,
        "contradiction": _problem(result.contradiction) if result.contradiction else None,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.locator
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.found,
        "hint": problem.advice,
        "file": place.file if place else None,
        "page": place.page if place else None,
    }
