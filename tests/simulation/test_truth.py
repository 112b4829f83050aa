"""What is known of a cohort can be found again in its records, and only within chance."""

import json
import math
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from mrse_assess.records import from_event
from mrse_assess.rules import sub_category_results
from mrse_assess.simulation.cohort import TRUTH_FILE
from mrse_assess.terms import EventKind, Phase, RuleStatus, Verdict
from mrse_assess.workbench.whole import WholeCase

SIGMAS = 4.0
"""So far off by chance is one count in 16,000."""


@pytest.fixture(scope="module")
def rows(strict_and_mild):
    """Every judgement of an item that an assessor made alone."""
    with strict_and_mild.opened() as workspace:
        values = [from_event(event) for event in workspace.store.events(kind=EventKind.JUDGEMENT)]
    return [row for row in values if row.phase is Phase.INDIVIDUAL]


def within_chance(count, number, chance):
    return abs(count - number * chance) <= SIGMAS * math.sqrt(number * chance * (1 - chance)) + 0.5


def test_severity_is_seen_where_two_judge_the_same_differently(rows, strict_and_mild):
    """Of the units on which two differ, the share that the stricter one refuses follows from their severities alone."""
    severity = {one.person: one.severity for one in strict_and_mild.truth.assessors}
    sides = defaultdict(dict)
    for row in rows:
        sides[row.application, row.sub_category, row.evidence_id][row.assessor] = row.verdict
    compared = 0
    for one, other in combinations(sorted(severity), 2):
        both = [unit for unit in sides.values() if one in unit and other in unit]
        differing = [unit for unit in both if unit[one] is not unit[other]]
        passed = sum(unit[one] is Verdict.SATISFACTORY for unit in differing)
        chance = 1 / (1 + math.exp(severity[one] - severity[other]))
        assert within_chance(passed, len(differing), chance), (one, other, passed, len(differing), chance)
        compared += len(differing)
    assert compared > 1000


def test_the_strictest_passes_least_and_the_mildest_most(rows, strict_and_mild):
    by_severity = [one.person for one in sorted(strict_and_mild.truth.assessors, key=lambda one: one.severity)]
    passed, judged = Counter(), Counter(row.assessor for row in rows)
    for row in rows:
        passed[row.assessor] += row.verdict is Verdict.SATISFACTORY
    rates = [passed[person] / judged[person] for person in by_severity]
    apart = SIGMAS * math.sqrt(sum(rate * (1 - rate) / judged[person] for rate, person in
                                   ((rates[0], by_severity[0]), (rates[-1], by_severity[-1]))))  # fmt: skip
    assert rates[0] - rates[-1] > apart
    assert max(rates) == rates[0]
    assert min(rates) == rates[-1]


def test_reasons_are_given_as_often_as_they_hold(rows, strict_and_mild):
    """Each application once: assessors who name the true reason name the same one."""
    chances = {one.code: one.reasons for one in strict_and_mild.truth.sub_categories}
    first = {}
    for row in rows:
        if row.verdict is Verdict.NOT_SATISFACTORY:
            unit = (row.application, row.sub_category, row.evidence_id)
            assert first.setdefault(unit, row.primary_reason) == row.primary_reason
    short = Counter(code for _, code, _ in first)
    named = Counter(first.values())
    expected = defaultdict(list)
    for code, number in short.items():
        for reason, chance in chances[code].items():
            expected[reason].append((number, chance))
    assert sum(named.values()) > 500
    for reason, parts in expected.items():
        if reason == "not_independent":
            continue  # needs another item, which not every unit has beside it
        mean = sum(number * chance for number, chance in parts)
        spread = math.sqrt(sum(number * chance * (1 - chance) for number, chance in parts))
        beside = 4 if reason == "too_basic_or_minimal" else 0  # what is said where another item would be needed
        assert abs(named[reason] - mean) <= SIGMAS * spread + 0.5 + beside, (reason, named[reason], mean)


def test_quality_decides_more_often_than_not(strict_and_mild):
    """The rules say of the panel's records mostly what they say of the truth, and not always."""
    attempts = [attempt for one in strict_and_mild.truth.applications for attempt in one.attempts if attempt.outcome]
    alike = sum(attempt.on_truth is attempt.on_record for attempt in attempts)
    assert len(attempts) == 50
    assert 0.75 * len(attempts) < alike
    assert {attempt.on_truth for attempt in attempts} == {RuleStatus.MET, RuleStatus.NOT_MET}


def test_truth_counts_what_the_records_hold(cohort, workspace):
    """Units and items are those judged; nobody judges what is not there."""
    for one in cohort.truth.applications:
        for attempt in one.attempts:
            if attempt.on_record is None:
                continue
            rows = [from_event(event) for event in workspace.store.events(one.application, EventKind.JUDGEMENT)]
            own = {(row.sub_category, row.evidence_id) for row in rows if row.attempt == attempt.attempt}
            assert len(own) == attempt.units
            assert len({item for _, item in own}) == attempt.items
            assert attempt.satisfactory_units + sum(attempt.reasons.values()) == attempt.units


def test_a_sub_category_truly_satisfactory_is_mostly_found_so(cohort, workspace):
    found, missed = 0, 0
    for one in cohort.truth.applications:
        for attempt in one.attempts:
            if attempt.attempt == 1 and attempt.on_record is not None and len(one.attempts) == 1:
                judged = WholeCase(workspace, workspace.application(one.application)).judgements
                states = {result.code: result.state.value for result in sub_category_results(judged, workspace.scheme)}
                found += sum(states[code] == "satisfactory" for code in attempt.sub_categories)
                missed += sum(states[code] != "satisfactory" for code in attempt.sub_categories)
    assert found > 8 * missed > 0


def test_the_file_says_what_was_returned(cohort):
    told = json.loads((cohort.folder / TRUTH_FILE).read_text(encoding="utf-8"))
    assert [one["application"] for one in told["applications"]] == [
        one.application for one in cohort.truth.applications
    ]
    assert [one["severity"] for one in told["assessors"]] == [one.severity for one in cohort.truth.assessors]
    first = cohort.truth.applications[0].attempts[0]
    assert told["applications"][0]["attempts"][0]["received"] == first.received.isoformat()
    assert told["parameters"]["judging"] == 3
