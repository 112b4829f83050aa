"""A reader who knows the policy and all that was ever published cannot place a withheld count within the width."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mrse_assess.cohort.disclosure import Count, Overlap, Rate, Row, Statistics, Sum, Table, protect

from .building import Reader, asked_for, count_id, counts_of, statistics_of, table_of, together

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELL = st.one_of(st.integers(0, 6), st.integers(0, 40))
POLICIES = st.fixed_dictionaries({"round_to": st.sampled_from([1, 1, 3, 5]), "zeros_published": st.booleans()})


def cells(*shape):
    return arrays(np.int64, shape, elements=CELL)


def is_safe(statistics, protected, policy, *before, others=frozenset()):
    """See that each count that is asked for and not printed is uncertain, and that none is printed that may not be."""
    reader = Reader(statistics, policy, *before, protected.published)
    withheld = (asked_for(statistics) | others) - set(protected.published.counts) - set(protected.exposed)
    assert {name: width for name in sorted(withheld) if (width := reader.width(name)) < policy.width} == {}
    small = {count.id for count in statistics.counts if 0 < count.value < policy.threshold}
    nought = set() if policy.zeros_published else {c.id for c in statistics.counts if not c.value and not c.structural}
    assert not (small | nought) & set(protected.published.counts)


@FEW
@given(table=st.integers(2, 4).flatmap(lambda rows: cells(rows, 3)), said=POLICIES)
def test_of_two_ways(policy, table, said):
    statistics = statistics_of(table)
    protected = protect(statistics, policy(**said))
    assert protected.exposed == ()
    is_safe(statistics, protected, policy(**said))


@FEW
@given(table=cells(2, 3, 2), said=POLICIES)
def test_of_three_ways_with_all_margins(policy, table, said):
    statistics = statistics_of(table)
    protected = protect(statistics, policy(**said))
    assert protected.exposed == ()
    is_safe(statistics, protected, policy(**said))


@FEW
@given(table=cells(3, 2, 2), said=POLICIES)
def test_of_tables_that_share_a_margin(policy, table, said):
    """Reasons by sub-category and reasons by role: the crossing of all three is printed nowhere, and yet guarded."""
    counts, sums = counts_of(table)
    first, second = (
        table_of((3, 2), more=("all",)),
        Table(
            id="by role",
            fields=("reason", "role"),
            columns=("0", "1", "all"),
            rows=tuple(
                Row(name=str(row), cells=tuple(count_id("t", (row, "all", role)) for role in (0, 1, "all")))
                for row in (0, 1, 2)
            ),
        ),
    )
    statistics = Statistics(counts=tuple(counts), relations=tuple(sums), tables=(first, second))
    protected = protect(statistics, policy(**said))
    small = {count.id for count in counts if 0 < count.value < policy().threshold}
    is_safe(statistics, protected, policy(**said), others=small)


@FEW
@given(first=cells(2, 3), second=cells(2, 3), said=POLICIES, round_then=st.sampled_from([1, 5]))
def test_of_two_years_and_both_together(policy, first, second, said, round_then):
    """The first year was published when nobody thought of the second; then come the second and the years together."""
    year_1, year_2, both = (
        statistics_of(table, name) for table, name in ((first, "y1"), (second, "y2"), (first + second, "both"))
    )
    then, now = policy(**{**said, "round_to": round_then}), policy(**said)
    before = protect(year_1, then)
    links = tuple(
        Sum(total=count_id("both", key), parts=(count_id("y1", key), count_id("y2", key)))
        for key in [(row, column) for row in (0, 1, "all") for column in (0, 1, 2, "all")]
    )
    statistics = together(year_1, year_2, both, relations=links)
    protected = protect(statistics, now, before.afterwards)
    reader = Reader(statistics, now, protected.published)
    reader.read(before.published, then)
    withheld = asked_for(statistics) - set(protected.published.counts) - set(protected.exposed)
    unknown = withheld - set(before.published.counts)
    assert {name for name in unknown if reader.width(name) < now.width} == set()
    assert not before.afterwards.withheld & set(protected.published.counts)
    of_exposed = {
        table.id for table in statistics.tables for row in table.rows if set(row.cells) & set(protected.exposed)
    }
    assert not any(table.rows for table in protected.published.tables if table.id in of_exposed)


@FEW
@given(given_in=arrays(np.bool_, (9, 3), elements=st.booleans()), times=st.integers(1, 4), said=POLICIES)
def test_of_reasons_that_overlap_and_their_rates(policy, given_in, times, said):
    """Applications with each reason, among those with any: an application may have several."""
    given_in = np.repeat(given_in, times, axis=0)
    any_of_them, each = int(given_in.any(axis=1).sum()), given_in.sum(axis=0)
    names = [f"reason {number}" for number in range(3)]
    statistics = Statistics(
        counts=(
            Count(id="any", value=any_of_them),
            Count(id="none", value=len(given_in) - any_of_them),
            Count(id="of all", value=len(given_in)),
            *(Count(id=name, value=int(value)) for name, value in zip(names, each, strict=True)),
        ),
        relations=(Overlap(total="any", parts=tuple(names)), Sum(total="of all", parts=("any", "none"))),
        rates=tuple(Rate(id=f"rate of {name}", part=name, whole="of all") for name in names),
        tables=(
            Table(
                id="reasons",
                fields=("reason",),
                columns=("applications", "per cent"),
                rows=(
                    *(Row(name=name, cells=(name, f"rate of {name}")) for name in names),
                    *(Row(name=name, cells=(name, "")) for name in ("any", "of all")),
                ),
            ),
        ),
    )
    lax = policy(**said, smallest=5)
    protected = protect(statistics, lax)
    rests = tuple(
        Count(id=f"rest of {name}", value=len(given_in) - int(n)) for name, n in zip(names, each, strict=True)
    )
    sums = tuple(Sum(total="of all", parts=(name, f"rest of {name}")) for name in names)
    known = together(statistics, Statistics(counts=rests, relations=sums))
    reader = Reader(known, lax, protected.published)
    withheld = asked_for(statistics) - set(protected.published.counts) - {rate.id for rate in statistics.rates}
    assert {name for name in withheld if reader.width(name) < lax.width} == set()
    small = {rest.id for rest in rests if 0 < rest.value < lax.threshold}
    assert {name for name in small if reader.width(name) < lax.width} == set()


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_of_a_sparse_table_as_a_year_has_it(policy, seed):
    """Eight reasons in six sub-categories for two roles, most of them never or once."""
    generator = np.random.default_rng(seed)
    table = generator.poisson(generator.gamma(0.4, 5, size=(8, 6, 2)))
    statistics = statistics_of(table)
    for said in ({"round_to": 1}, {"round_to": 5, "zeros_published": False}):
        protected = protect(statistics, policy(**said))
        assert protected.exposed == ()
        is_safe(statistics, protected, policy(**said))
