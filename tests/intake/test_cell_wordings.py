"""Wordings of reference cells: sections of the portfolio, titles, hints before their item, words that join, denials."""

import pytest

from mrse_assess.intake.cells.legend import legend_marks, says_paged
from mrse_assess.intake.cells.references import CellReading, Known, read_cell

CODES = frozenset(["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2"])
NUMBERS = frozenset(str(number) for number in range(1, 13))
TITLES = {
    "3": "Local rules for the MR unit",
    "5": "Gap analysis against MHRA 2021, sections 4.1 to 4.11",
    "8": "Audit of local rules",
    "9": "Audit of local rules",
}
PLAIN = Known(ids=NUMBERS, codes=CODES, titles=TITLES)
LETTERS = Known(ids=frozenset("ABCDE"), codes=CODES)
ROMAN = Known(ids=frozenset({"I", "II", "III", "V"}), codes=CODES)


def said(cell: CellReading) -> list[tuple[str, str | None, str | None]]:
    return [(each.evidence_id, each.page_hint, each.section_hint) for each in cell.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 9 of portfolio, p 2", [("9", "2", None)]),
        ("Portfolio section 3", [("3", None, None)]),
        ("Portfolio sect. 3, sections 1 and 2", [("3", None, "1, 2")]),
        ("Portfolio sections 5/9", [("5", None, None), ("9", None, None)]),
        ("Sections 3 and 4 of the portfolio", [("3", None, None), ("4", None, None)]),
        ("p. 2 [row 5] of Portfolio section 3", [("3", "2", "row 5")]),
    ],
)
def test_a_section_of_the_portfolio_is_an_item(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E1, p 1; p 2, step 3 in E5", [("1", "1", None), ("5", "2", "step 3")]),
        ("E1, p 1, step 3 in E5", [("1", "1", None), ("5", None, "step 3")]),
        ("E1 + pp. 3-4 / clauses 1.2 and 2.1 in E5", [("1", None, None), ("5", "3-4", "1.2, 2.1")]),
        ("E1: step 6 + step 1 (p 1) of E5", [("1", None, "step 6"), ("5", "1", "step 1")]),
        ("E1 p 2 as well as Slide 1 (at page 9) in E4", [("1", "2", None), ("4", "9", "slide 1")]),
        ("page 3 onwards of \u201cLocal rules for the MR unit\u201d", [("3", "3-", None)]),
        ("App A on page 4 in E5", [("5", "4", "A")]),
    ],
)
def test_hints_before_an_item_are_its_own(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cLocal rules for the MR unit\u201d, p 4", [("3", "4", None)]),
        ("'Local rules for the MR unit' together with E4", [("3", None, None), ("4", None, None)]),
        ("Local rules for the\nMR unit; E4", [("3", None, None), ("4", None, None)]),
        ('E4; "Local rules for the MR unit": table 2', [("4", None, None), ("3", None, "table 2")]),
        ("Local rules for the MR unit (E3)", [("3", None, None)]),
        ("E5 - Gap analysis against MHRA 2021, sections 4.1 to 4.11, p 2", [("5", "2", None)]),
        ("E7 \u201cLocal rules for the MR unit\u201d", [("7", None, None)]),
        ("\u201cNotes on 3 rooms, section 2\u201d, E4", [("4", None, None)]),
    ],
)
def test_a_title_names_its_item_and_its_numbers_name_nothing(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


def test_a_title_that_two_items_bear_names_neither():
    cell = read_cell("\u201cAudit of local rules\u201d", PLAIN)
    assert (cell.references, cell.blank) == ((), False)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("E7, page 3 onwards", "3-"),
        ("E7 p3 to end", "3-"),
        ("E7 (from page 3 to the end)", "3-"),
        ("E7 pages 3 - last page", "3-"),
        ("E7, between pages 2 and 4", "2-4"),
        ("E7 p4+5", "4, 5"),
        ("E7, p 25 & 28", "25, 28"),
        ("E7 p3 and 5", "3, 5"),
    ],
)
def test_pages_are_said_in_many_ways(text: str, hint: str):
    assert said(read_cell(text, PLAIN)) == [("7", hint, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- E3\n- E5", [("3", None, None), ("5", None, None)]),
        ("1) E3 2) E5", [("3", None, None), ("5", None, None)]),
        ("(i) E3 (ii) E5", [("3", None, None), ("5", None, None)]),
        ("p3 E7; p4 E8", [("7", "3", None), ("8", "4", None)]),
        ("Evidence [7], p. 2", [("7", "2", None)]),
        ("E7 (2023)", [("7", None, None)]),
        ("E1, E2 and E7 (pages 3, 4 and 5 respectively)", [("1", "3", None), ("2", "4", None), ("7", "5", None)]),
        ("E5 (except pages 3-4)", [("5", None, None)]),
        ("E5 and E6 but not E7", [("5", None, None), ("6", None, None)]),
    ],
)
def test_lists_years_and_exceptions_name_no_items_or_pages_of_their_own(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


def test_a_legend_that_the_last_cell_took_in_says_nothing_of_its_item():
    known = Known(ids=NUMBERS, codes=CODES, marks=frozenset({"*"}))
    assert read_cell("Ev. 6\n* simulated", known).references[0].notes == ()
    assert read_cell("Ev. 6*\n* = simulated", known).references[0].notes == ("simulated",)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("E7, Appendix B", "B"),
        ("E7 (App. A)", "A"),
        ("E7, its Appendix 2", "2"),
        ("E7 (annexes A-C)", "A-C"),
        ("E7, sections A to C", "A-C"),
        ("E7 \u00a7\u00a72, 3", "2, 3"),
        ("E7 slide 1 to slide 3", "slide 1-3"),
        ("E7, item 2.3 of the text", "2.3"),
        ("E7, agenda item 5", "5"),
        ("E7 (row #4)", "row 4"),
        ("E7, sec. H and I", "H, I"),
        ("E7 table 1, 3", "table 1, 3"),
    ],
)
def test_parts_of_an_item_are_said_in_many_ways(text: str, hint: str):
    assert said(read_cell(text, PLAIN)) == [("7", None, hint)]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Appendix B", LETTERS, ["B"]),
        ("Exh. C; Ex. D", LETTERS, ["C", "D"]),
        ("Ev. K, p 2", LETTERS, ["K"]),  # not sent, and still claimed
        ("Evidence VIII, p 2", ROMAN, ["VIII"]),
        ("Evidence III\nAppendix A", ROMAN, ["III"]),
        ("Evidence I have written", LETTERS, []),
        ("sections D + E3", PLAIN, ["3"]),
        ("E7; Appendix 2", PLAIN, ["7", "2"]),
    ],
)
def test_letters_and_numerals_are_labels_where_items_bear_such(text: str, known: Known, expected: list[str]):
    assert [each.evidence_id for each in read_cell(text, known).references] == expected


@pytest.mark.parametrize(
    "text",
    [
        "I do not claim this sub-category",
        "No claim made",
        "Not addressed in this portfolio",
        "This is not claimed.",
        "Intentionally left blank",
        "(none)",
    ],
)
def test_a_denial_claims_nothing(text: str):
    assert read_cell(text, PLAIN).blank


@pytest.mark.parametrize("text", ["I have no label for this work", "Evidence 3 not included", "To follow"])
def test_other_words_are_no_denial(text: str):
    assert not read_cell(text, PLAIN).blank


@pytest.mark.parametrize("text", ["(as above)", "See previous row", "as for the previous sub-category", '"', "\u3003"])
def test_a_cell_may_point_at_the_row_above_in_other_words(text: str):
    assert read_cell(text, PLAIN).above


@pytest.mark.parametrize(
    ("text", "simulated"),
    [
        ("E1 p 3; Simulated: slide 1 (p 9) in E4", {"4"}),
        ("E1 p 3 & Simulated \u2013\ndoc 4", {"4"}),
        ("E1 (sim) / p. 2, section 3 of E4", {"1"}),
    ],
)
def test_a_note_before_the_hints_of_an_item_is_that_item_s(text: str, simulated: set[str]):
    assert {each.evidence_id for each in read_cell(text, PLAIN).references if each.notes} == simulated


def test_a_legend_may_give_the_letter_of_a_bracket_alone():
    assert legend_marks(["H: hypothetical exercise"]) == {"h"}
    assert legend_marks(["M: Monday"]) == frozenset()


@pytest.mark.parametrize(
    "heading", ["Evidence (page numbers)", "Evidence: pages", "Evidence / pages", "Item & page no."]
)
def test_a_heading_says_that_numbers_behind_items_are_pages(heading: str):
    known = Known(ids=NUMBERS, codes=CODES, paged=says_paged([heading]))
    assert said(read_cell("Item 2 / 1-2, Item 3 (4)", known)) == [("2", "1-2", None), ("3", "4", None)]
    assert [each[0] for each in said(read_cell("Item 2 / 3", PLAIN))] == ["2", "3"]


def test_a_mark_of_the_legend_in_recognised_text_is_no_digit():
    known = Known(ids=NUMBERS, codes=CODES, marks=frozenset({"(s)"}), recognised=True)
    assert read_cell("11 (S)", known).references[0].notes == ("simulated",)


@pytest.mark.parametrize("text", ["E7, measured at 1.5 T and 3.0\nT", "E7: 3.0\nT scanner"])
def test_a_field_strength_is_no_item_even_with_its_unit_on_the_next_line(text):
    assert [each.evidence_id for each in read_cell(text, Known(ids=NUMBERS, codes=CODES)).references] == ["7"]


def test_a_letter_that_is_a_word_too_is_a_label_where_a_page_follows():
    known = Known(ids=frozenset("ABI"), codes=CODES)
    (reference,) = read_cell("Governance mechanism A p1 Led the work", known).references
    assert (reference.evidence_id, reference.page_hint) == ("A", "1")
    assert [each.evidence_id for each in read_cell("I drafted the paper, see A", known).references] == ["A"]


def test_a_files_name_that_is_cut_from_a_title_leaves_the_title_whole():
    known = Known(
        ids=frozenset({"12", "13"}),
        codes=CODES,
        files={"13_staff_training": "13"},
        titles={"12": "Staff training matrix", "13": "Staff training matrix, part B"},
    )
    (reference,) = read_cell("Evidence 13 Staff training matrix, part B", known).references
    assert (reference.evidence_id, reference.section_hint) == ("13", None)
