"""Nobody is named or ranked unless the chair asks, and what cannot be told apart is said to be so."""

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.severity import of_severity, severity_wording
from mrse_assess.cohort.severity.wording import SHIPPED
from mrse_assess.cohort.tables import Shape
from mrse_assess.errors import SchemeError

from .conftest import differing, drawn, study_of


def rows_of_six(share):
    """Of every two of six, the earlier one is severe in so many of ten items, one in an application each."""
    people = [f"person-{letter}" for letter in "uvwxyz"]
    pairs = [(one, other) for place, one in enumerate(people) for other in people[place + 1 :]]
    return [
        row
        for first, second in pairs
        for number in range(10)
        for row in differing(f"{first}{second}{number}", "1", *((first, second) if number < share else (second, first)))
    ]


@pytest.fixture(scope="module")
def six():
    return study_of(rows_of_six(8))


def test_codes_hide_names_and_tell_no_order(six):
    tables = of_severity(six, default_rng(1))
    assert "person-" not in repr(tables)
    severity = tables[0]
    assert [row.label for row in severity.rows] == [f"Assessor {letter}" for letter in "ABCDEF"]
    assert not any(cell.applications for table in tables for _, _, cell in table.cells())
    drawn_orders = set()
    for seed in range(5):
        values = [row.cells[0].value for row in of_severity(six, default_rng(seed))[0].rows]
        drawn_orders.add(tuple(sorted(range(6), key=values.__getitem__)))
    assert len(drawn_orders) > 3


def test_names_are_in_their_own_order_whoever_is_severe(six):
    names = {
        f"person-{letter}": name
        for letter, name in zip("uvwxyz", ["Ito", "Amin", "Zoe", "Bell", "Ng", "Fox"], strict=True)
    }
    severity = of_severity(six, default_rng(1), names=names)[0]
    assert [row.label for row in severity.rows] == ["Amin", "Bell", "Fox", "Ito", "Ng", "Zoe"]
    values = [row.cells[0].value for row in severity.rows]
    assert values != sorted(values)
    assert values != sorted(values, reverse=True)
    assert all(row.cells[0].applications for row in severity.rows)


def test_it_is_said_to_be_no_league_table_and_is_not_drawn(six):
    tables = of_severity(six, default_rng(1))
    for table in tables:
        assert table.shape is Shape.NONE
        assert "Private to the chair." in table.notes
    assert tables[0].notes[0].startswith("This is no league table")


def test_where_every_interval_crosses_nought_no_difference_can_be_told(six):
    sentence = "Every interval crosses nought: no difference between these assessors can be told."
    alike = of_severity(study_of(rows_of_six(5)), default_rng(1))
    assert sentence in alike[0].notes
    assert alike[1].rows[0].cells[0].value == 0
    notes = of_severity(six, default_rng(1))[0].notes
    assert sentence not in notes
    assert any(note.startswith("Of 6 intervals about 1 would miss") for note in notes)


def test_one_interval_that_misses_nought_is_a_difference():
    """Jo is severe on 30 of 40 items against Kim, so neither interval crosses nought."""
    rows = [row for number in range(40) for row in differing(
        f"A{number:02}", "1", *(("jo", "kim") if number % 4 else ("kim", "jo")))]  # fmt: skip
    notes = of_severity(study_of(rows), default_rng(1))[0].notes
    assert not any("no difference" in note for note in notes)


def test_what_the_chances_mean_is_said_in_words():
    table = of_severity(drawn(1, 60, 3).study, default_rng(1))[2]
    lenient, severe, difference = table.rows[0].cells
    assert difference.value == pytest.approx(lenient.value - severe.value)
    assert difference.value > 0
    (words,) = [note for note in table.notes if note.startswith("What a severe assessor")]
    shares = [round(100 * cell.value) for cell in (severe, lenient)]
    assert "{} %, a lenient one does with {} %".format(*shares) in words
    assert f": {shares[1] - shares[0]} percentage points apart" in words
    low, high = (f"{100 * bound:.0f}" for bound in (difference.interval.low, difference.interval.high))
    assert words.endswith(f"({low} to {high}).")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("applications = 10 ", "applications = 1 "),
        ("tail = 0.1", "tail = 0.6"),
        ("resamples = 500", "resamples = 5"),
        ("level = 0.95", "level = 95"),
        ("judgements = 300_000", "judgements = 0"),
        ("widest = 100.0", "widest = 0"),
        ("[tables.severity]", "[tables.severity]\nothers = 1\n[tables.x]"),
        ("[numbers]", "[others]"),
    ],
)
def test_data_that_cannot_be_meant_are_refused(tmp_path, before, after):
    path = tmp_path / "severity.toml"
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SchemeError, match=r"severity\.toml"):
        severity_wording(path)
