"""Minutes and actions that are counted through a year, "22/21", are one number and not two."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

CODES = frozenset({"1.1", "3"})
NUMBERS = Known(ids=frozenset(str(number) for number in range(1, 16)), codes=CODES)
HEADED = Known(ids=NUMBERS.ids, codes=CODES, begun=lambda words: frozenset({"7"} if words == "14/15" else ()))
LETTERS = Known(ids=frozenset("EFH"), codes=CODES)


def said(text: str, known: Known = NUMBERS) -> list[tuple[str, str | None, str | None]]:
    return [(each.evidence_id, each.page_hint, each.section_hint) for each in read_cell(text, known).references]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Evidence 7: minute 22/21", "22/21"),
        ("E7, min. 24/07 and 24/11", "24/07, 24/11"),
        ("E7 (minutes 24/07, 24/11)", "24/07, 24/11"),
        ("E7, minute 2023/14", "2023/14"),
        ("E7, minute ref 24-07", "24/07"),
        ("E7 (minutes 4/5)", "4, 5"),
        ("E7, sections 12/13", "12, 13"),
        ("E7, minute 51/52", "51, 52"),
    ],
)
def test_a_year_and_a_number_behind_a_minute_are_one(text, section):
    assert said(text) == [("7", None, section)]


def test_the_line_of_an_item_says_that_two_figures_are_one_number():
    assert said("E7, sections 14/15", HEADED) == [("7", None, "14/15")]
    assert said("E7, sections 14/15", NUMBERS) == [("7", None, "14, 15")]


def test_such_a_minute_may_stand_before_its_item():
    expected = [("E", "11", None), ("H", None, "23/61")]
    assert said("page 11 of Annex E, minute 23/61 of Annex H", LETTERS) == expected
