"""How tables stand on the page."""

from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit
from mrse_assess.ui.cohort import present

CELL = Cell(count=1, of=20, value=0.05, interval=Interval(low=0.01, high=0.24, level=0.95, how="Wilson"))


def table(many, columns, cell=CELL, **said):
    given = {
        "id": "t", "question": "Q?", "title": "T", "guidance": "2025", "unit": Unit.APPLICATION, "shape": Shape.BARS,
        "columns": tuple((f"c{n}", f"Column {n}") for n in range(columns)), "applications": 20,
        "rows": tuple(Row(key=(f"r{n}",), label=f"Row {n}", cells=(cell,) * columns) for n in range(many)),
    }  # fmt: skip
    return present.table(CohortTable(**given | said))


def test_a_share_says_what_it_is_of_and_its_interval():
    (row,) = table(1, 1)["rows"]
    (cell,) = row["cells"]
    assert (cell["main"], cell["detail"]) == ("5\N{NO-BREAK SPACE}%", ["1 of 20", "1 to 24\N{NO-BREAK SPACE}%"])
    assert cell["share"] == 0.05


def test_a_number_that_is_no_share_has_no_bar():
    (row,) = table(1, 1, Cell(value=41.0, of=12), numbers={"c0": "days"})["rows"]
    assert (row["cells"][0]["main"], row["cells"][0]["share"]) == ("41", None)


def test_tables_that_are_wide_and_low_stand_on_their_side_and_cells_keep_their_place():
    turned = table(3, 12)
    assert [row["label"] for row in turned["rows"]] == [f"Column {n}" for n in range(12)]
    assert turned["columns"] == ["Row 0", "Row 1", "Row 2"]
    assert turned["rows"][11]["cells"][2]["at"] == [2, 11]
    assert [row["label"] for row in table(1, 3)["rows"]] == ["Column 0", "Column 1", "Column 2"]
    assert [row["label"] for row in table(1, 2)["rows"]] == ["Row 0"]
    assert [row["label"] for row in table(5, 8)["rows"]] == [f"Row {n}" for n in range(5)]
    assert table(0, 12)["rows"] == []


def test_each_sentence_on_cells_has_a_mark_and_stands_once():
    few, nobody = Cell(count=1, of=3, why="Too few."), Cell(why="Nobody.")
    rows = (Row(key=("a",), label="A", cells=(few, nobody)), Row(key=("b",), label="B", cells=(few, CELL)))
    shown = table(0, 2, rows=rows)
    assert [[cell["mark"] for cell in row["cells"]] for row in shown["rows"]] == [["a", "b"], ["a", ""]]
    assert shown["marks"] == [{"mark": "a", "words": "Too few."}, {"mark": "b", "words": "Nobody."}]
    many = tuple(Row(key=(f"{n}",), label="", cells=(Cell(why=f"{n}"), CELL)) for n in range(28))
    assert [one["mark"] for one in table(0, 2, rows=many)["marks"]][25:] == ["z", "aa", "ab"]


def test_how_many_stand_behind_is_said_or_withheld():
    assert table(1, 1, applications=1)["counted"] == "Counted: applications. 1 application stands behind the table."
    assert "is withheld" in table(1, 1, applications=None)["counted"]
