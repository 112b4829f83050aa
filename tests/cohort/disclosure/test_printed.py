"""Nothing in what is printed tells of a withheld number: not its place, not its company, not the words below."""

import json
from dataclasses import asdict, replace

import pytest

from mrse_assess.cohort.disclosure import Count, Earlier, Row, State, Statistics, Sum, Table, protect
from mrse_assess.errors import BadRequestError

from .building import statistics_of


def one_column(values, fields=("reason",)):
    counts = tuple(Count(id=f"c{place}", value=value) for place, value in enumerate(values))
    rows = tuple(Row(name=f"reason {place}", cells=(count.id,)) for place, count in enumerate(counts))
    return Statistics(counts=counts, tables=(Table(id="t", fields=fields, columns=("n",), rows=rows),))


def as_printed(protected):
    return json.dumps([asdict(table) for table in protected.published.tables])


def test_rows_without_a_number_are_folded_into_one_at_the_end(policy):
    table = protect(one_column([3, 20, 1, 0, 9]), policy(zeros_published=False)).published.tables[0]
    assert [row.name for row in table.rows] == ["reason 1", "reason 4", "other, withheld"]
    assert [cell.value for row in table.rows for cell in row.cells] == [20, 9, None]
    assert any("other, withheld" in sentence for sentence in table.statement)


def test_all_that_could_have_been_in_the_withheld_cells_prints_the_same(policy):
    """1, 2, 3 or 4, or 0, in any order."""
    strict = policy(zeros_published=False)
    every = {as_printed(protect(one_column([20, *small, 9]), strict)) for small in ([3, 1], [1, 3], [4, 0], [0, 0])}
    assert len(every) == 1


def test_the_words_do_not_say_which_reason_holds(policy):
    """Withheld as small or to protect a small one: the sentences are the same."""
    small = protect(one_column([20, 3, 2]), policy()).published.tables[0]
    both = protect(statistics_of([[3, 20], [30, 40]]), policy()).published.tables[0]
    sentence = next(words for words in small.statement if "withheld" in words)
    assert sentence in both.statement
    assert "fewer than 5 applications" in sentence
    assert "none included" in "".join(
        protect(one_column([20, 3, 0]), policy(zeros_published=False)).published.tables[0].statement
    )


def test_rows_by_size_put_the_withheld_last_in_the_order_of_the_scheme(policy):
    cells = [[5, 30], [3, 10], [9, 4], [1, 80]]
    counts = tuple(Count(id=f"{r}{c}", value=cells[r][c]) for r in range(4) for c in range(2))
    rows = tuple(Row(name=f"row {r}", cells=(f"{r}0", f"{r}1")) for r in range(4))
    table = Table(id="t", fields=("reason",), columns=("a", "b"), rows=rows)
    printed = protect(Statistics(counts=counts, tables=(table,)), policy()).published.tables[0]
    assert [row.name for row in printed.by_size(0)] == ["row 2", "row 0", "row 1", "row 3"]
    swapped = tuple(replace(count, value={"10": 1, "30": 3}.get(count.id, count.value)) for count in counts)
    again = protect(Statistics(counts=swapped, tables=(table,)), policy()).published.tables[0]
    assert [row.name for row in again.by_size(0)] == ["row 2", "row 0", "row 1", "row 3"]


def test_a_table_of_small_counts_only_is_withheld_whole_with_words(policy):
    protected = protect(statistics_of([[1, 0], [0, 2]]), policy(zeros_published=False))
    table = protected.published.tables[0]
    assert (table.rows, table.columns) == ((), ())
    assert table.statement == (
        "This table is withheld as a whole: too few applications stand behind its cells to publish any of it.",
    )
    assert protected.published.counts == {}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (("outcome", "employer"), "employer and outcome are never shown against each other"),
        (("employer", "year", "outcome"), "employer and outcome are never shown against each other"),
        (("sub_category", "note"), "note are never published"),
        (("assessor",), "assessor are never published"),
    ],
)
def test_some_fields_are_never_published_however_large_the_counts(policy, fields, words):
    protected = protect(one_column([500, 600], fields), policy())
    assert protected.published.tables[0].rows == ()
    assert words in protected.published.tables[0].statement[0]
    assert protected.published.counts == {}
    assert set(protected.withheld) == {"c0", "c1"}
    assert protect(one_column([500, 600], ("employer",)), policy()).published.counts == {"c0": 500, "c1": 600}


def test_withheld_cells_carry_no_number_anywhere(policy):
    """Numbers of withheld cells are looked for in all that leaves the office and in what is kept for next year."""
    protected = protect(statistics_of([[4, 771], [883, 997]]), policy())
    text = as_printed(protected) + repr(protected.published) + json.dumps(protected.afterwards.as_data())
    hidden = {"4", "771", "883", "997"} - {str(value) for value in protected.published.counts.values()}
    assert hidden == {"4", "771", "883", "997"}
    assert not any(f'"{number}"' in text or f" {number}," in text or f"={number}" in text for number in hidden)
    states = [cell.state for table in protected.published.tables for row in table.rows for cell in row.cells]
    assert states.count(State.WITHHELD) == 4


def test_rounded_numbers_are_said_to_be_rounded(policy):
    statement = protect(one_column([20, 33]), policy(round_to=5)).published.tables[0].statement
    assert statement[0].startswith("Counts are rounded to the nearest 5")


def test_what_is_kept_for_next_year_can_be_read_again(policy):
    """Bounds of what was printed, ids of what was not; a second publication narrows and never widens."""
    first = protect(one_column([3, 21, 9]), policy(round_to=5)).afterwards
    assert first.as_data() == {"published": {"c1": [18, 22], "c2": [8, 12]}, "withheld": ["c0"]}
    assert Earlier.from_data(json.loads(json.dumps(first.as_data()))) == first
    second = protect(one_column([3, 21, 9]), policy(round_to=3), first).afterwards
    assert second.published == {"c1": (20, 22), "c2": (8, 10)}
    assert second.withheld == {"c0"}
    assert protect(one_column([]), policy(), second).afterwards == second, "also what is not in this year's report"


@pytest.mark.parametrize("data", [{}, {"published": {"c": 3}, "withheld": []}, {"published": [], "withheld": []}])
def test_a_damaged_memory_of_earlier_reports_is_refused(data):
    with pytest.raises(BadRequestError, match="published before"):
        Earlier.from_data(data)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"value": 3, "applications": 4}, "rest on 4"),
        ({"value": 0, "applications": 1}, "rest on 1"),
        ({"value": 9, "applications": 3, "largest": 2}, "can have 2"),
        ({"value": 9, "applications": 3, "largest": 10}, "can have 10"),
        ({"value": 9, "structural": True}, "impossible by the scheme"),
    ],
)
def test_counts_that_contradict_themselves_are_refused(said, words):
    with pytest.raises(BadRequestError, match=words):
        Count(id="c", **said)


def test_ids_that_are_double_or_missing_are_named(policy):
    one = one_column([20, 30])
    with pytest.raises(BadRequestError, match="Two counts are called c1"):
        protect(replace(one, counts=(*one.counts, one.counts[1])), policy())
    with pytest.raises(BadRequestError, match="names c1"):
        protect(replace(one, counts=one.counts[:1]), policy())
    with pytest.raises(BadRequestError, match="relation names 'c7'"):
        protect(replace(one, relations=(Sum(total="c7", parts=("c0", "c1")),)), policy())
    with pytest.raises(BadRequestError, match="2 cells for 1"):
        Table(id="t", fields=(), columns=("n",), rows=(Row(name="r", cells=("c0", "c1")),))
