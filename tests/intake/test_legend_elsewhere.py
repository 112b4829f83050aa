"""A legend that falls on the page after its table still says what the table's marks mean."""

import pytest

from mrse_assess.intake.table.listed_codes import read_listed

SIMULATED = ("simulated",)


def noted(portfolio):
    return {entry.evidence_id for entry in portfolio.cross_references if entry.notes == SIMULATED}


def test_the_legend_of_a_table_may_be_on_the_next_page(segments):
    made = segments.drawn()
    claims = {**segments.claims, "7.1": "Evidence 12*"}
    segments.with_table(made, claims)
    made.page("* simulated evidence", "Further words.")
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1)
    assert "12" in noted(segments.read(made))


def test_the_legend_of_a_matrix_may_be_on_the_next_page(segments):
    made = segments.drawn()
    page = made.page(title="Experience Cross Reference Table")
    codes = ["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3"]
    rows = [("Item", *codes)]
    rows += [(f"Evidence {n}", *("1*" if n == place == 3 else "2" if n == place else "" for place in range(1, 9)))
             for n in range(1, 9)]  # fmt: skip
    made.table(page, rows, (90, *([45] * 8)), top=120)
    made.page("* simulated evidence", "A number is the page to look at.")
    for number in range(1, 9):
        made.evidence(f"Evidence {number}", 2)
    assert noted(segments.read(made)) == {"3"}


@pytest.mark.parametrize(("text", "mark"), [("7.1 [S] 7.2", "[s]"), ("7.1 (S) 7.2", "(s)")])
def test_a_letter_in_brackets_of_either_kind_marks_a_listed_code(text, mark):
    said = read_listed(text, ["7.1", "7.2"], marks={mark}).said
    assert [(each.code, each.simulated) for each in said] == [("7.1", True), ("7.2", False)]
