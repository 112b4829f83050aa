"""Small cases in which one can see what has to be withheld."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.disclosure import (
    Count,
    Earlier,
    Rate,
    Row,
    State,
    Statistics,
    Sum,
    Table,
    Why,
    Within,
    protect,
)
from mrse_assess.errors import BadRequestError

from .building import count_id, counts_of, statistics_of, table_of, together


def printed(protected):
    """The first table as printed, cells as numbers or words."""
    return [[cell.text for cell in row.cells] for row in protected.published.tables[0].rows]


def list_of(*values):
    """One column with its total, as statistics."""
    counts = [Count(id=f"c{place}", value=value) for place, value in enumerate(values)]
    rows = [Row(name=count.id, cells=(count.id,)) for count in (*counts, Count(id="sum", value=0))]
    return Statistics(
        counts=(*counts, Count(id="sum", value=sum(values))),
        relations=(Sum(total="sum", parts=tuple(count.id for count in counts)),),
        tables=(Table(id="t", fields=("reason",), columns=("n",), rows=tuple(rows)),),
    )


def test_where_all_is_large_nothing_is_withheld(policy):
    protected = protect(statistics_of([[10, 20], [30, 40]]), policy())
    assert printed(protected) == [["10", "20", "30"], ["30", "40", "70"], ["40", "60", "100"]]
    assert protected.withheld == {}
    assert protected.published.tables[0].statement == ("No cell is withheld.",)


def test_a_small_count_takes_the_cheapest_other_with_it(policy):
    """3 = total - 10 - 20: the next smallest goes too; the total stays."""
    protected = protect(list_of(3, 10, 20), policy())
    assert protected.withheld == {"c0": Why.SMALL, "c1": Why.COMPLEMENTARY}
    assert protected.published.counts == {"c2": 20, "sum": 33}


def test_a_small_cell_takes_a_rectangle_with_it(policy):
    """In a table with margins four cells have to go, at the corners of the cheapest rectangle."""
    protected = protect(statistics_of([[3, 50, 60], [9, 8, 90], [70, 80, 95]]), policy())
    assert set(protected.withheld) == {count_id("t", key) for key in [(0, 0), (0, 1), (1, 0), (1, 1)]}
    assert list(protected.withheld.values()).count(Why.SMALL) == 1


def test_two_small_counts_are_not_enough_where_both_stay_small(policy):
    """1 and 1 of a sum of 2 would be known to lie between 0 and 2, which is less than a width of 5."""
    protected = protect(list_of(1, 1, 20, 30), policy())
    assert protected.withheld == {"c0": Why.SMALL, "c1": Why.SMALL, "c2": Why.COMPLEMENTARY}
    protected = protect(list_of(2, 4, 20, 30), policy())
    assert protected.withheld == {"c0": Why.SMALL, "c1": Why.SMALL}, "0 to 6 each: nothing more is needed"


def test_rounding_protects_what_exact_numbers_give_away(policy):
    """25 and 35 printed of 24 and 36 leave the small count anywhere from 0 to 6."""
    exact, rounded = (protect(list_of(3, 24, 36), policy(round_to=step)) for step in (1, 5))
    assert set(exact.withheld) == {"c0", "c1"}
    assert rounded.withheld == {"c0": Why.SMALL}
    assert rounded.published.counts == {"c1": 25, "c2": 35, "sum": 65}


@pytest.mark.parametrize(
    ("value", "step", "shown", "behind"),
    [
        (5, 5, 5, (5, 7)),
        (7, 5, 5, (5, 7)),
        (8, 5, 10, (8, 12)),
        (12, 5, 10, (8, 12)),
        (15, 10, 20, (15, 24)),
        (14, 10, 10, (5, 14)),
        (9, 1, 9, (9, 9)),
        (10, 3, 9, (8, 10)),
        (0, 5, 0, (0, 0)),
    ],
)
def test_numbers_are_rounded_to_the_nearest_and_halves_upwards(policy, value, step, shown, behind):
    """The interval leaves out what would have been withheld: a 5 of a threshold of 5 was never a 3."""
    own = policy(round_to=step)
    assert own.rounded(value) == shown
    assert own.behind(value) == behind


def test_a_zero_is_withheld_unless_the_scheme_allows_nothing_else(policy):
    """A known zero protects nothing, so it neither goes nor helps."""
    strict = policy(zeros_published=False)
    assert protect(list_of(0, 20, 30), strict).withheld == {"c0": Why.ZERO, "c1": Why.COMPLEMENTARY}
    counts, sums = counts_of([[0, 20, 30]], structural={(0, 0)})
    sums = [one for one in sums if one.total == count_id("t", (0, "all"))]
    table = table_of((1, 3))
    protected = protect(Statistics(counts=tuple(counts), relations=tuple(sums), tables=(table,)), strict)
    row = protected.published.tables[0].rows[0].cells
    assert [cell.state for cell in row][:2] == [State.NOT_POSSIBLE, State.PUBLISHED]
    assert row[0].value is None


def test_a_zero_of_the_scheme_hides_nothing(policy):
    """40 of mostly one application beside an impossible one: all know that none is in there, so another has to go."""
    plain = list_of(40, 0, 50, 60)
    carried = replace(plain.counts[0], applications=9, largest=30)
    impossible = replace(plain.counts[1], structural=True)
    statistics = replace(plain, counts=(carried, impossible, *plain.counts[2:]))
    assert protect(statistics, policy()).withheld == {"c0": Why.DOMINATED, "c2": Why.COMPLEMENTARY}
    possible = replace(plain, counts=(carried, *plain.counts[1:]))
    assert protect(possible, policy()).withheld == {"c0": Why.DOMINATED, "c1": Why.COMPLEMENTARY}


def test_a_count_that_one_application_carries_is_withheld(policy):
    """28 of 40 items from one application; and 40 items of three applications are as three people."""
    for count, why in (
        (Count(id="c", value=40, applications=9, largest=28), Why.DOMINATED),
        (Count(id="c", value=40, applications=3, largest=15), Why.SMALL),
        (Count(id="c", value=40, applications=9, largest=20), None),
    ):
        table = Table(id="t", fields=("reason",), columns=("items",), rows=(Row(name="r", cells=("c",)),))
        protected = protect(Statistics(counts=(count,), tables=(table,)), policy())
        assert protected.withheld.get("c") == why


def test_a_dominated_count_keeps_a_share_of_itself_open(policy):
    """40 items want 8 of uncertainty: one beside it that is known to be 1 to 6 gives 5, so another goes too."""
    counts = [
        Count(id="c0", value=40, applications=9, largest=30),
        Count(id="c1", value=6),
        Count(id="c2", value=90, applications=30, largest=9),
        Count(id="sum", value=136, applications=31, largest=31),
    ]
    rows = tuple(Row(name=count.id, cells=(count.id,)) for count in counts)
    statistics = Statistics(
        counts=tuple(counts),
        relations=(Sum(total="sum", parts=("c0", "c1", "c2")),),
        tables=(Table(id="t", fields=("reason",), columns=("items",), rows=rows),),
    )
    earlier = Earlier(published={"c1": (1, 6)})
    assert set(protect(statistics, policy(width_share=0.1), earlier).withheld) == {"c0", "c1"}
    assert "c2" in protect(statistics, policy(width_share=0.2), earlier).withheld


def rated(part, whole):
    rows = (Row(name="failed", cells=("part", "rate")), Row(name="all", cells=("whole", "")))
    return Statistics(
        counts=(Count(id="part", value=part), Count(id="whole", value=whole)),
        rates=(Rate(id="rate", part="part", whole="whole"),),
        tables=(Table(id="t", fields=("outcome",), columns=("n", "%"), rows=rows),),
    )


def test_a_rate_is_made_of_published_counts_on_enough_applications(policy):
    assert printed(protect(rated(30, 40), policy())) == [["30", "75%"], ["40", ""]]
    few = protect(rated(10, 20), policy())
    assert printed(few) == [["10", "withheld"], ["20", ""]]
    assert protect(rated(31, 42), policy(round_to=5)).published.rates == {"rate": 75.0}, "30 of 40, not 31 of 42"


def test_a_rate_near_all_is_as_telling_as_one_near_nothing(policy):
    """48 of 50: the two that are left are a small count, printed or not."""
    assert printed(protect(rated(48, 50), policy())) == [["50", ""], ["withheld", "withheld"]]
    assert protect(rated(50, 50), policy(zeros_published=False)).withheld != {}
    assert protect(rated(50, 50), policy()).withheld == {}


def test_some_room_above_and_some_below_are_enough_together(policy):
    """A 3 that can be 0 to 6 can neither rise nor fall by 5, and yet nobody can place it within 5."""
    fixed = {"c2": (20, 20), "sum": (30, 30)}
    enough = protect(list_of(3, 7, 20), policy(), Earlier(published={"c1": (4, 10), **fixed}))
    assert enough.withheld == {"c0": Why.SMALL, "c1": Why.COMPLEMENTARY}
    assert enough.exposed == ()
    assert protect(list_of(3, 7, 20), policy(), Earlier(published={"c1": (5, 9), **fixed})).exposed == ("c0",)


def test_a_part_may_tell_of_its_whole(policy):
    """At least 9 must not tell that a withheld one is 9: what lies within bounds it from below only."""
    counts = (Count(id="whole", value=3), Count(id="part", value=3))
    tables = tuple(
        Table(id=name, fields=(name,), columns=("n",), rows=(Row(name=name, cells=(name,)),))
        for name in ("whole", "part")
    )
    statistics = Statistics(counts=counts, relations=(Within(total="whole", part="part"),), tables=tables)
    assert set(protect(statistics, policy()).withheld) == {"whole", "part"}
    counts = (Count(id="whole", value=6), Count(id="part", value=6, applications=2, largest=4))
    statistics = Statistics(counts=counts, relations=(Within(total="whole", part="part"),), tables=tables)
    assert set(protect(statistics, policy()).withheld) == {"part"}, "0 to 6 is wide enough"
    counts = (Count(id="whole", value=8), Count(id="part", value=8, applications=2, largest=7))
    wide = protect(Statistics(counts=counts, relations=statistics.relations, tables=tables), policy(width=9))
    assert wide.withheld == {"whole": Why.COMPLEMENTARY, "part": Why.SMALL}


def test_what_last_years_report_gave_away_cannot_be_taken_back(policy):
    """Known from before: 10 and the sum of 33. Only the third can go with the small one."""
    earlier = Earlier(published={"c1": (10, 10), "sum": (33, 33)})
    protected = protect(list_of(3, 10, 20), policy(), earlier)
    assert protected.withheld == {"c0": Why.SMALL, "c2": Why.COMPLEMENTARY}
    all_out = Earlier(published={"c1": (10, 10), "c2": (20, 20), "sum": (33, 33)})
    protected = protect(list_of(3, 10, 20), policy(), all_out)
    assert protected.exposed == ("c0",)
    assert protected.published.tables[0].rows == ()
    assert "worked out" in protected.published.tables[0].statement[0]
    assert protected.published.counts == {}


def test_what_was_withheld_before_stays_withheld(policy):
    protected = protect(list_of(30, 10, 20), policy(), Earlier(withheld=frozenset({"c2"})))
    assert protected.withheld == {"c1": Why.COMPLEMENTARY, "c2": Why.WITHHELD_BEFORE}


def test_a_number_that_changed_is_not_taken_for_the_old_one(policy):
    with pytest.raises(BadRequestError, match="c1 was published as 12 to 12 and is 10 now"):
        protect(list_of(3, 10, 20), policy(), Earlier(published={"c1": (12, 12)}))


def test_a_year_and_the_next_leave_the_difference_open(policy):
    """40 of both years, 36 of the first: the small second year shows as their difference, so the sum goes."""
    year_1, year_2, pooled = (
        statistics_of([[n, m]], name) for n, m, name in ((36, 50, "y1"), (4, 30, "y2"), (40, 80, "p"))
    )
    links = tuple(
        Sum(total=count_id("p", (0, place)), parts=(count_id("y1", (0, place)), count_id("y2", (0, place))))
        for place in (0, 1, "all")
    )
    before = protect(year_1, policy())
    assert before.withheld == {}
    protected = protect(together(year_1, year_2, pooled, relations=links), policy(), before.afterwards)
    assert protected.withheld[count_id("y2", (0, 0))] is Why.SMALL
    assert count_id("p", (0, 0)) in protected.withheld
    assert count_id("y1", (0, 0)) in protected.published.counts


def test_the_same_input_gives_the_same_publication(policy):
    statistics = statistics_of([[3, 7, 9, 0], [6, 2, 0, 8], [1, 0, 12, 5], [9, 6, 1, 30]])
    first, second = (protect(statistics, policy(round_to=3)) for _ in range(2))
    assert first == second
    assert first.afterwards.as_data() == second.afterwards.as_data()
