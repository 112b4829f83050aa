"""What must hold of any ratings."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from krippendorff import alpha as published_alpha

from mrse_assess.agreement import Level, Measure, Rating
from mrse_assess.agreement.kappa import contingency, kappa, kappa_value
from mrse_assess.agreement.nominal import alpha, alpha_value
from mrse_assess.agreement.reasons import reason_agreement
from mrse_assess.agreement.sets import distances, set_alpha, set_alpha_value
from mrse_assess.agreement.table import layout_of, tabulate
from mrse_assess.agreement.verdicts import verdict_agreement

SCALE = ("1", "2", "3")
FEW = settings(max_examples=40, deadline=None)
REASON_SETS = st.frozensets(st.sampled_from(["undated", "relay_only", "too_basic", "unclear"]))


def ratings_by(raters):
    """Ratings by so many assessors of up to 12 units in up to 6 applications, some of them missing."""
    said = st.lists(
        st.tuples(st.integers(0, 5), *(st.none() | st.sampled_from(SCALE) for _ in range(raters))),
        min_size=2,
        max_size=12,
    )
    return said.map(made)


def made(rows):
    return [
        rating(f"A{row[0]}", str(place), name, category)
        for place, row in enumerate(rows)
        for name, category in zip("abcd", row[1:], strict=False)
        if category is not None
    ]


def rating(application, evidence_id, assessor, category, reasons=()):
    unit = {"application": application, "attempt": 1, "sub_category": "4.2", "evidence_id": evidence_id}
    return Rating(**unit, assessor=assessor, category=category, reasons=reasons)


def figures(ratings, low, seed=1):
    found = verdict_agreement(ratings, level=Level.ITEM, seed=seed, limits=low(3, resamples=100)).overall
    return {figure.measure: figure for figure in found.figures}


def same(found, expected):
    assert found.keys() == expected.keys()
    for measure, figure in found.items():
        assert figure.unsaid == expected[measure].unsaid
        if figure.value is not None:
            assert figure.value == pytest.approx(expected[measure].value, abs=1e-12)


def renamed(ratings, **names):
    changes = [{field: of[getattr(one, field)] for field, of in names.items()} for one in ratings]
    return [
        Rating(**{**{field: getattr(one, field) for field in one.__dataclass_fields__}, **change})
        for one, change in zip(ratings, changes, strict=True)
    ]


@FEW
@given(ratings=st.sampled_from([2, 3, 4]).flatmap(ratings_by), names=st.permutations("abcd"))
def test_who_is_called_what_does_not_matter(ratings, names, low):
    other = renamed(ratings, assessor=dict(zip("abcd", names, strict=True)))
    same(figures(other, low), figures(ratings, low))


@FEW
@given(ratings=st.sampled_from([2, 3]).flatmap(ratings_by), names=st.permutations(SCALE))
def test_what_a_category_is_called_does_not_matter(ratings, names, low):
    other = renamed(ratings, category=dict(zip(SCALE, names, strict=True)))
    same(figures(other, low), figures(ratings, low))


@FEW
@given(data=st.data())
def test_the_order_of_ratings_does_not_matter_to_figures_or_intervals(data, low):
    ratings = data.draw(st.sampled_from([2, 3]).flatmap(ratings_by))
    shuffled = data.draw(st.permutations(ratings))
    assert figures(shuffled, low) == figures(ratings, low)


@FEW
@given(categories=st.lists(st.sampled_from(SCALE), min_size=2, max_size=12), raters=st.integers(2, 4))
def test_perfect_agreement_is_1_where_it_is_defined(categories, raters, low):
    assume(len(set(categories)) > 1)
    ratings = made([(place, *[category] * raters) for place, category in enumerate(categories)])
    for measure, figure in figures(ratings, low).items():
        if measure is not Measure.KAPPA or raters == 2:
            assert figure.value == pytest.approx(1), measure


@FEW
@given(ratings=st.sampled_from([2, 3, 4]).flatmap(ratings_by))
def test_a_figure_has_a_number_or_a_reason_and_an_interval_contains_it(ratings, low):
    for figure in figures(ratings, low).values():
        assert (figure.value is None) == (figure.unsaid is not None) == bool(figure.why)
        assert (figure.interval is None) == (figure.no_interval is not None) == bool(figure.why_no_interval)
        if figure.value is not None:
            assert -1 - 1e-12 <= figure.value <= 1 + 1e-12
        if figure.interval:
            assert figure.interval.low - 1e-9 <= figure.value <= figure.interval.high + 1e-9


@FEW
@given(ratings=ratings_by(2))
def test_kappa_from_sums_is_the_library_s(ratings):
    table = tabulate(ratings, SCALE)
    assume(len(table.layout.raters_of_pairs) == 2)
    cells = contingency(table)
    assume(min(np.count_nonzero(cells.sum(axis=axis)) for axis in (0, 1)) > 1)
    found = kappa(table)
    assert found.value(found.parts.sum(axis=0)) == pytest.approx(kappa_value(table), abs=1e-12)


@FEW
@given(ratings=st.sampled_from([2, 3, 4]).flatmap(ratings_by))
def test_alpha_from_sums_is_the_library_s(ratings):
    table = tabulate(ratings, SCALE)
    assume(table.used > 1)
    found = alpha(table)
    assert found.value(found.parts.sum(axis=0)) == pytest.approx(alpha_value(table), abs=1e-12)


@FEW
@given(rows=st.lists(st.tuples(REASON_SETS, REASON_SETS, st.none() | REASON_SETS), min_size=2, max_size=10))
def test_alpha_of_sets_is_the_library_s_for_the_jaccard_distance(rows):
    ratings = [
        rating(f"A{place}", "7", name, "not_satisfactory", tuple(said))
        for place, row in enumerate(rows)
        for name, said in zip("abc", row, strict=True)
        if said is not None
    ]
    kinds = sorted({frozenset(one.reasons) for one in ratings}, key=sorted)
    assume(len(kinds) > 1)
    counts = [[sum(said == kind for said in row) for kind in kinds] for row in rows]

    def jaccard(first, second, **_):
        return np.vectorize(lambda a, b: apart(kinds[a], kinds[b]))(first, second)

    expected = published_alpha(value_counts=counts, level_of_measurement=jaccard)
    found = set_alpha(layout_of(ratings), [frozenset(one.reasons) for one in ratings])
    assert set_alpha_value(found) == pytest.approx(expected, abs=1e-12)


def apart(one, other):
    return 1 - len(one & other) / len(one | other) if one | other else 0.0


@FEW
@given(kinds=st.lists(REASON_SETS, min_size=1, max_size=8, unique=True))
def test_the_distance_of_sets_is_jaccard_s(kinds):
    expected = [[apart(one, other) for other in kinds] for one in kinds]
    assert distances(kinds) == pytest.approx(np.array(expected))


@FEW
@given(data=st.data())
def test_the_order_of_ratings_does_not_matter_to_agreement_on_reasons(data, low):
    row = st.tuples(REASON_SETS, REASON_SETS)
    rows = data.draw(st.lists(row, min_size=2, max_size=6))
    ratings = [
        rating(f"A{place}", "7", name, "not_satisfactory", tuple(said))
        for place, pair in enumerate(rows)
        for name, said in zip("ab", pair, strict=True)
    ]
    limits = low(resamples=100)
    found = reason_agreement(ratings, level=Level.ITEM, seed=1, limits=limits)
    assert reason_agreement(data.draw(st.permutations(ratings)), level=Level.ITEM, seed=1, limits=limits) == found
