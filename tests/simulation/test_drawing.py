"""What is drawn of evidence, people and time, whatever the seed."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.model.judgement import Judgement, Judgements
from mrse_assess.panel.comparing import OF_VERDICT, topics
from mrse_assess.scheme import load_scheme
from mrse_assess.simulation.days import evenings, later
from mrse_assess.simulation.evidence import drawn_units, offered
from mrse_assess.simulation.judging import Judge, reaches, verdict_of
from mrse_assess.simulation.moderating import Moderation
from mrse_assess.simulation.population import drawn_population
from mrse_assess.terms import Phase, Verdict

from .conftest import said

SCHEME = load_scheme()
SEEDS = st.integers(0, 2**32)
BEGIN = datetime(2024, 2, 28, 9, tzinfo=UTC)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_reasons_are_the_schemes_and_their_chances_add_up(seed):
    population = drawn_population(SCHEME, said(), np.random.default_rng(seed))
    assert [one.code for one in population.sub_categories] == list(SCHEME.codes)
    for one in population.sub_categories:
        known = {reason.id: reason for reason in SCHEME.reasons_for(one.code)}
        assert set(one.reasons) <= set(known)
        assert not any(known[name].never_alone or known[name].for_missing for name in one.reasons)
        assert sum(one.reasons.values()) == pytest.approx(1.0)
        if "wrong_sub_category" in one.reasons:
            assert population.targets[one.code]


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, items=st.integers(1, 70), first=st.integers(1, 90), number=st.integers(1, 16))
def test_units_are_numbered_in_order_and_leave_no_sub_category_out(seed, items, first, number):
    random = np.random.default_rng(seed)
    population = drawn_population(SCHEME, said(), random)
    codes = SCHEME.codes[:number]
    units = drawn_units(population, random, codes, ability=1.0, first=first, items=items)
    keys = [(unit.sub_category, int(unit.evidence_id)) for unit in units]
    assert keys == sorted(set(keys), key=lambda key: (codes.index(key[0]), key[1]))
    assert {item for _, item in keys} == set(range(first, first + items))
    if items >= number:
        assert {code for code, _ in keys} == set(codes)
    for unit in units:
        beside = [item for code, item in keys if code == unit.sub_category and str(item) != unit.evidence_id]
        assert bool(unit.group) == (unit.sub_category == "3")
        assert (unit.other_item in map(str, beside)) == bool(beside)
        assert beside or unit.reason != "not_independent"


def test_something_is_always_offered():
    nothing = said(evidence={"nothing_offered": 1.0}).evidence
    assert offered(nothing, np.random.default_rng(1), SCHEME.codes) == ("1.1",)


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, number=st.integers(1, 200))
def test_evenings_come_one_after_another(seed, number):
    moments = evenings(np.random.default_rng(seed), BEGIN, number, said().course)
    assert len(moments) == number
    assert moments[0] > BEGIN
    assert all(one < other for one, other in pairwise(moments))
    assert len({moment.date() for moment in moments}) >= -(-number // 18)


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, days=st.floats(0.01, 200))
def test_later_is_later_and_in_working_hours(seed, days):
    then = later(np.random.default_rng(seed), BEGIN, days)
    assert then > BEGIN
    assert then - BEGIN < timedelta(days=days * 30 + 1)
    assert 9 <= then.hour < 17 or then == BEGIN + timedelta(minutes=1)


def judged(code, verdict, *, item="1", group=""):
    return Judgement(
        application="A", attempt=1, phase=Phase.INDIVIDUAL, assessor="jo", sub_category=code, evidence_id=item,
        verdict=verdict, independent_group=group,
    )  # fmt: skip


YES, NO, REFERRED = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.REFERRED_TO_PANEL


@pytest.mark.parametrize(
    ("code", "rows", "verdict"),
    [
        ("4.1", [], Verdict.NOTHING_OFFERED),
        ("4.1", [(NO, "a")], NO),
        ("4.1", [(NO, "a"), (YES, "a")], YES),
        ("4.1", [(NO, "a"), (REFERRED, "a")], REFERRED),
        ("3", [(YES, "a")], NO),
        ("3", [(YES, "a"), (YES, "a")], NO),
        ("3", [(YES, "a"), (YES, "b")], YES),
        ("3", [(YES, "a"), (REFERRED, "b")], REFERRED),
    ],
)
def test_a_conclusion_follows_from_the_items(code, rows, verdict):
    made = [judged(code, said_of, item=str(place), group=group) for place, (said_of, group) in enumerate(rows)]
    assert verdict_of(SCHEME, code, made) is verdict
    assert reaches(made, 0, independent=False, also=())


def test_a_severe_judge_passes_less_of_the_same():
    random = np.random.default_rng(4)
    population = drawn_population(SCHEME, said(assessors={"referred": 0.0}), random)
    units = drawn_units(population, random, SCHEME.codes, ability=0.0, first=1, items=400)
    passed = []
    for severity in (-3.0, 0.0, 3.0):
        judge = Judge(
            population=population, random=np.random.default_rng(1), case={"application": "A", "attempt": 1},
            person="assessor-01", severity=severity,
        )  # fmt: skip
        passed.append(sum(row.verdict is YES for row in judge.judge(units)))
    quality = np.array([unit.quality for unit in units])
    for severity, number in zip((-3.0, 0.0, 3.0), passed, strict=True):
        chances = 1 / (1 + np.exp(severity - quality))
        assert abs(number - chances.sum()) < 4 * np.sqrt((chances * (1 - chances)).sum())


def test_the_panel_sees_more_clearly_than_one_assessor():
    """Where two differ, how often it finds satisfactory follows from the quality alone."""
    random = np.random.default_rng(8)
    population = drawn_population(SCHEME, said(), random)
    units = drawn_units(population, random, SCHEME.codes, ability=0.0, first=1, items=700)
    case = {"application": "A", "attempt": 1}

    def judge(person):
        return Judge(population=population, random=random, case=case, person=person, severity=0.0)

    sides = [row for person in ("assessor-01", "assessor-02") for row in judge(person).judge(units)]
    found = topics(Judgements(**case, judgements=tuple(sides)), ("assessor-01", "assessor-02"), SCHEME)
    of_key = {(unit.sub_category, unit.evidence_id): unit for unit in units}
    moderation = Moderation(chair=judge("chair"), units=of_key, topics=found, standing={})
    settled = [(topic, row) for topic, row in moderation.rows() if topic.differences & OF_VERDICT]
    quality = np.array([of_key[topic.key].quality for topic, _ in settled])
    chances = 1 / (1 + np.exp(-said().sureness * quality))
    passed = [row.verdict is YES for _, row in settled]
    assert len(settled) > 150
    assert abs(sum(passed) - chances.sum()) < 4 * np.sqrt((chances * (1 - chances)).sum())
    right = sum(row.verdict is (YES if of_key[topic.key].satisfactory else NO) for topic, row in settled)
    expected = np.maximum(chances, 1 - chances)
    assert abs(right - expected.sum()) < 4 * np.sqrt((chances * (1 - chances)).sum())
    assert all(row.phase is Phase.MODERATION and row.to_panel for _, row in settled)
