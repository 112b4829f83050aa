"""Each statistic equals the worked examples that were published for it."""

import pytest

from mrse_assess.agreement import Level, Measure
from mrse_assess.agreement.reasons import reason_agreement
from mrse_assess.agreement.verdicts import agreement_of_pairs, verdict_agreement

COHEN_1960 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 37-46,
table 2: 200 subjects, two judges, three categories; kappa .492 from an agreement of .70 where chance gives .41."""

GWET_ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition: two abstractors, 100 cases. The figures are printed
in the overview of the R package irrCAC, dataset cont3x3abstractors."""

GWET_MISSING = [
    (1, 1, None, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (None, 5, 5, 5),
    (None, None, 1, 1),
    (None, None, 3, None),
]
"""Krippendorff (2011), Computing Krippendorff's alpha-reliability, example C: four observers, 12 units, missing values;
nominal alpha .743. Gwet (2014) works the same data; irrCAC prints his figures, dataset cac.raw4raters."""

FLEISS_1971 = [
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
]
"""Psychiatric diagnoses by six raters after Fleiss (1971), in Gwet (2014); irrCAC prints the figures, dataset
distrib.6raters."""


def units_of(table):
    return [
        (row + 1, column + 1) for row, cells in enumerate(table) for column, n in enumerate(cells) for _ in range(n)
    ]


@pytest.fixture
def values(rated, low):
    """The value of each statistic for a table of ratings on a scale of so many categories."""

    def compute(rows, size):
        found = verdict_agreement(rated(rows), level=Level.CONCLUSION, seed=1, limits=low(size, resamples=100))
        return {figure.measure: figure.value for figure in found.overall.figures}

    return compute


def test_raw_agreement_and_kappa_of_cohen_1960(values):
    found = values(units_of(COHEN_1960), 3)
    assert found[Measure.RAW] == pytest.approx(0.70)
    assert found[Measure.KAPPA] == pytest.approx(0.492, abs=5e-4)


def test_all_statistics_of_two_abstractors_in_gwet_2014(values):
    found = values(units_of(GWET_ABSTRACTORS), 3)
    assert found[Measure.RAW] == pytest.approx(0.89)
    assert found[Measure.KAPPA] == pytest.approx(0.7964094, abs=5e-8)
    assert found[Measure.AC1] == pytest.approx(0.8493305, abs=5e-8)
    assert found[Measure.ALPHA] == pytest.approx(0.7972585, abs=5e-8)


def test_raw_agreement_ac1_and_alpha_with_missing_ratings(values):
    found = values(GWET_MISSING, 5)
    assert found[Measure.RAW] == pytest.approx(0.8181818, abs=5e-8)
    assert found[Measure.AC1] == pytest.approx(0.77544, abs=5e-6)
    assert found[Measure.ALPHA] == pytest.approx(0.743, abs=5e-4)  # as Krippendorff prints it
    assert found[Measure.ALPHA] == pytest.approx(0.74342, abs=5e-6)  # as irrCAC prints it


def test_raw_agreement_ac1_and_alpha_of_six_raters(values):
    rows = [[k + 1 for k, times in enumerate(row) for _ in range(times)] for row in FLEISS_1971]
    found = values(rows, 5)
    assert found[Measure.RAW] == pytest.approx(0.5511111, abs=5e-8)
    assert found[Measure.AC1] == pytest.approx(0.4448007, abs=5e-8)
    assert found[Measure.ALPHA] == pytest.approx(0.4204384, abs=5e-8)


def test_kappa_of_a_pair_among_more_assessors_is_that_of_the_two_alone(rated, low):
    rows = [(first, second, 1 + place % 3) for place, (first, second) in enumerate(units_of(COHEN_1960))]
    pairs = agreement_of_pairs(rated(rows), level=Level.CONCLUSION, seed=1, limits=low(3, resamples=100))
    assert [(pair.first, pair.second) for pair in pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert pairs[0].agreement.figure(Measure.KAPPA).value == pytest.approx(0.492, abs=5e-4)
    assert pairs[0].agreement.behind.raters == 2


def test_sets_of_one_reason_have_the_alpha_of_krippendorff_2011(rated, low):
    rows = [[None if said is None else {f"reason {said}"} for said in row] for row in GWET_MISSING]
    found = reason_agreement(rated(rows), level=Level.CONCLUSION, seed=1, limits=low(resamples=100))
    assert found.sets.figure(Measure.SET_ALPHA).value == pytest.approx(0.743, abs=5e-4)
