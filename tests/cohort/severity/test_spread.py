"""How much assessors and evidence differ: sums counted pair by pair, and numbers worked out another way."""

from itertools import combinations

import numpy as np
import pytest
from numpy.random import default_rng
from scipy import stats

from mrse_assess.cohort.severity import of_severity
from mrse_assess.cohort.severity.fitting import Severities
from mrse_assess.cohort.severity.judgements import judgements_of
from mrse_assess.cohort.severity.spread import evidence, scatter
from mrse_assess.cohort.severity.together import Common, pairs_of

from .conftest import BAD, GOOD, study_of


def small():
    """Three applications with items under two sub-categories, some under both, by two or three assessors."""
    random = default_rng(3)
    rows = []
    for application in "ABC":
        people = random.permutation(["jo", "kim", "lee", "max"])[: 3 if application == "A" else 2]
        for code in ("2.1", "2.2"):
            for item in random.permutation(["1", "2", "3", "4"])[:3]:
                rows += [(application, who, code, item, GOOD if random.random() < 0.6 else BAD) for who in people]
    return rows


def has_in_common(one, other):
    """What two rows have in common, None where a sum leaves them out."""
    if one[1] == other[1]:
        return None
    same = one[0] == other[0], one[2] == other[2], one[3] == other[3]
    return {
        (True, True, True): Common.ITEM,
        (True, True, False): Common.BOTH,
        (True, False, False): Common.APPLICATION,
        (False, True, True): Common.SUB_CATEGORY,
        (False, True, False): Common.SUB_CATEGORY,
    }.get(same)


def counted(rows, weights):
    """Covariances by going through every pair: applications with a weight of 2 stand there twice."""
    several = [(name + str(copy), *rest) for name, *rest in rows for copy in range(weights[name])]
    found = {}
    for one, other in combinations(several, 2):
        if common := has_in_common(one, other):
            both = [one[4] == GOOD, other[4] == GOOD]
            found.setdefault(common, []).append((sum(both) / 2, all(both)))
    means = {common: np.mean(pairs, axis=0) for common, pairs in found.items()}
    return {common: both - one**2 for common, (one, both) in means.items()}


@pytest.mark.parametrize("weights", [{"A": 1, "B": 1, "C": 1}, {"A": 2, "B": 0, "C": 1}])
def test_covariances_are_those_of_every_pair_of_judgements_by_two_assessors(weights):
    rows = small()
    pairs = pairs_of(judgements_of(study_of(rows).judged.apart, 10**6, default_rng(1)))
    expected = counted(rows, weights)
    drawn = np.array([weights[name] for name in "ABC"], dtype=float)
    assert set(expected) == set(Common)
    for common in Common:
        assert pairs.covariance(common, drawn) == pytest.approx(expected[common]), common
    several = [row for row in rows for _ in range(weights[row[0]])]
    assert pairs.rate(drawn) == pytest.approx(np.mean([row[4] == GOOD for row in several]))


NORMAL = np.linspace(-8, 8, 401)
DENSITY = stats.norm.pdf(NORMAL)


def chances(mean, variance):
    """The chance of "satisfactory" at each mean, by the trapezium rule."""
    logits = np.asarray(mean)[..., None] + np.sqrt(variance) * NORMAL
    return np.trapezoid(stats.logistic.cdf(logits) * DENSITY, NORMAL, axis=-1)


class Exactly:
    """Sums of endless evidence with a mean and variances, worked out on a fine grid."""

    def __init__(self, mean, assessors, parts):
        self.mean, self.assessors, self.parts = mean, assessors, parts
        self.whole = sum(parts.values()) + assessors

    def rate(self, _weights):
        return float(chances(self.mean, self.whole))

    def covariance(self, common, _weights):
        application, code = self.parts["applications"], self.parts["sub_categories"]
        shared = {
            Common.APPLICATION: application,
            Common.SUB_CATEGORY: code,
            Common.BOTH: application + code + self.parts["within"],
            Common.ITEM: sum(self.parts.values()),
        }[common]
        given = chances(self.mean + np.sqrt(shared) * NORMAL, self.whole - shared)
        both = float(np.trapezoid(given**2 * DENSITY, NORMAL))
        return both - self.rate(_weights) ** 2


def test_variances_come_back_from_how_often_two_assessors_say_the_same():
    parts = {"applications": 0.6, "sub_categories": 0.25, "within": 1.5, "items": 0.5}
    found = evidence(Exactly(1.2, 0.36, parts), np.ones(1), 0.36, 0.0, 100.0)
    assert found.parts == pytest.approx(parts, abs=0.01)
    assert found.mean == pytest.approx(1.2, abs=0.005)
    lenient = float(chances(1.2 + 0.7, found.variance))
    assert found.chance(-0.7) == pytest.approx(lenient, abs=1e-3)


def test_the_mean_is_as_the_average_assessor_sees_it():
    """Of those who judged most, who are more severe, evidence looks worse than it is."""
    parts = {"applications": 0.6, "sub_categories": 0.25, "within": 1.5, "items": 0.5}
    found = evidence(Exactly(1.2, 0.36, parts), np.ones(1), 0.36, 0.3, 100.0)
    assert found.mean == pytest.approx(1.5, abs=0.005)


def test_verdicts_that_are_all_alike_tell_nothing():
    rows = [(f"A{number}", who, "2.1", "1", GOOD) for number in range(9) for who in ("jo", "kim")]
    pairs = pairs_of(judgements_of(study_of(rows).judged.apart, 10**6, default_rng(1)))
    assert evidence(pairs, np.ones(9), 0.1, 0.0, 100.0) is None


def test_assessors_who_always_say_the_same_of_an_item_have_no_finite_spread_of_evidence():
    rows = [(f"A{number}", who, "2.1", "1", (GOOD, BAD)[number % 2]) for number in range(9) for who in ("jo", "kim")]
    pairs = pairs_of(judgements_of(study_of(rows).judged.apart, 10**6, default_rng(1)))
    assert evidence(pairs, np.ones(9), 0.1, 0.0, 100.0) is None


def test_one_item_to_each_sub_category_cannot_tell_items_from_what_surrounds_them():
    """Six assessors; of items in one sub-category there are never two."""
    random = default_rng(2)
    people = [f"p{number:02}" for number in range(6)]
    rows = [
        (f"A{number:03}", who, code, code, GOOD if random.random() < 0.6 + number % 3 / 10 else BAD)
        for number in range(60)
        for code in ("2.1", "2.2")
        for who in random.permutation(people)[:2]
    ]
    study = study_of(rows)
    pairs = pairs_of(judgements_of(study.judged.apart, 10**6, default_rng(1)))
    found = evidence(pairs, np.ones(60), 0.0, 0.0, 100.0)
    assert np.isnan([found.parts["within"], found.parts["items"]]).all()
    assert not np.isnan([found.variance, found.parts["applications"]]).any()
    cells = {row.key[0]: row.cells[0] for row in of_severity(study, default_rng(1))[1].rows}
    assert cells["items"].why.startswith("Cannot be told from these verdicts")
    assert cells["applications"].value is not None


def equally_sure(values, variance):
    """Severities each as sure as the others: the covariance of values with a common variance, less their mean."""
    size = len(values)
    return Severities(values=np.array(values), covariance=variance * (np.eye(size) - 1 / size))


def test_the_spread_of_assessors_is_what_chance_leaves_over():
    """Squares add up to 5.28; over six degrees of freedom 0.88, less 0.04 that chance makes."""
    values = [-1.2, -0.6, -0.4, 0.0, 0.4, 0.6, 1.2]
    squares = sum(value**2 for value in values)
    found = scatter(equally_sure(values, 0.04), 2000, 100.0, default_rng(1))
    assert found.variance == pytest.approx(squares / 6 - 0.04, rel=0.01)
    low, high = np.quantile(found.drawn, [0.025, 0.975])
    assert low == pytest.approx(squares / stats.chi2.ppf(0.975, 6) - 0.04, rel=0.02)
    assert high == pytest.approx(squares / stats.chi2.ppf(0.025, 6) - 0.04, rel=0.02)


def test_assessors_no_further_apart_than_chance_have_no_spread():
    found = scatter(equally_sure([-0.2, 0.0, 0.2], 0.09), 200, 100.0, default_rng(1))
    assert found.variance == 0
    assert scatter(Severities(values=np.array([0.1, -0.1]), covariance=None), 200, 100.0, default_rng(1)) is None
