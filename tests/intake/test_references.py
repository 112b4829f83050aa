"""The grammar of reference cells: one table of cells as applicants write them, and round trips."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.intake.references import CellReading, Known, read_cell

CODES = frozenset(
    ["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2"]
)
NUMBERS = frozenset(str(number) for number in range(1, 21))
PLAIN = Known(ids=NUMBERS | {"4a", "4b", "4c"}, codes=CODES)
LETTERS = Known(ids=frozenset("ABCD"), codes=CODES)
DOTTED = Known(ids=frozenset({"1.1", "4.1", "4.2", "7"}), codes=CODES)
FILES = Known(
    ids=NUMBERS, codes=CODES, files={"07_quench_email.pdf": "7", "07_quench_email": "7", "local rules 2024.docx": "12"}
)


def said(cell: CellReading) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [(each.evidence_id, each.page_hint, each.section_hint, each.notes) for each in cell.references]


def ids(cell: CellReading) -> list[str]:
    return [each.evidence_id for each in cell.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Evidence 7", ["7"]),
        ("evidence 07", ["7"]),
        ("E7", ["7"]),
        ("E07", ["7"]),
        ("E 7", ["7"]),
        ("EV-07", ["7"]),
        ("Ev. 7", ["7"]),
        ("Evidence no. 7", ["7"]),
        ("Evidence item 7", ["7"]),
        ("Evidence #7", ["7"]),
        ("Item 12", ["12"]),
        ("7", ["7"]),
        ("4a, 4b", ["4a", "4b"]),
        ("4A & 4B", ["4a", "4b"]),
        ("4a, b", ["4a", "4b"]),
        ("4a-c", ["4a", "4b", "4c"]),
        ("4a-4c", ["4a", "4b", "4c"]),
        ("3, 5-7", ["3", "5", "6", "7"]),
        ("3, 5\u20137", ["3", "5", "6", "7"]),
        ("E5-E7", ["5", "6", "7"]),
        ("E5 to E7", ["5", "6", "7"]),
        ("Evidence 5 to Evidence 7", ["5", "6", "7"]),
        ("Evidence 5 - 7", ["5", "6", "7"]),
        ("Documents 1 and 9", ["1", "9"]),
        ("Documents 1, 4 and 9", ["1", "4", "9"]),
        ("Doc. 3; Doc. 8", ["3", "8"]),
        ("E3/E8", ["3", "8"]),
        ("E3 + E8", ["3", "8"]),
        ("E3\nE8", ["3", "8"]),
        ("3\n8", ["3", "8"]),
        ("Evidence\n7", ["7"]),
        ("Evidence 3 Evidence 8", ["3", "8"]),
        ("1. Evidence 3\n2. Evidence 8", ["3", "8"]),
        ("Quench pipe e-mail (Evidence 7)", ["7"]),
        ("Evidence 7 - Quench pipe e-mail, 12 March 2024", ["7"]),
        ("Evidence 7: risk assessment for the 3T scanner", ["7"]),
        ("Item 7 (Siemens 3 T)", ["7"]),
        ("(7)", ["7"]),
        ("See E7 and also E9", ["7", "9"]),
        ("Exhibit 3", ["3"]),
        ("Attachment 3", ["3"]),
        ("7 - 3 T scanner specification", ["7"]),
    ],
)
def test_items_are_named_in_many_ways(text: str, expected: list[str]):
    assert ids(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Item 12 (pp 3-5)", [("12", "3-5", None, ())]),
        ("Item 12 (pages 3 to 5)", [("12", "3-5", None, ())]),
        ("Item 12, pp. 3\u20135, 8", [("12", "3-5, 8", None, ())]),
        ("Ev. 03 section 2", [("3", None, "2", ())]),
        ("Ev. 03, sections 2 and 4", [("3", None, "2, 4", ())]),
        ("see E4, page 2 para 3", [("4", "2", "3", ())]),
        ("E7, page 2 para 3", [("7", "2", "3", ())]),
        ("E7 p2", [("7", "2", None, ())]),
        ("E7 p.2", [("7", "2", None, ())]),
        ("E7 (p2)", [("7", "2", None, ())]),
        ("E7 pg 2", [("7", "2", None, ())]),
        ("E7 page 2 of 4", [("7", "2", None, ())]),
        ("page 3 of E7", [("7", "3", None, ())]),
        ("E7 p2, E9 p4", [("7", "2", None, ()), ("9", "4", None, ())]),
        ("7 p2, 9 p4", [("7", "2", None, ()), ("9", "4", None, ())]),
        ("7 (p2), 9 (p4)", [("7", "2", None, ()), ("9", "4", None, ())]),
        ("7 (2-3)", [("7", "2-3", None, ())]),
        ("E7 12-15", [("7", "12-15", None, ())]),
        ("7: 12-15", [("7", "12-15", None, ())]),
        ("E7 (p 3), 9", [("7", "3", None, ()), ("9", None, None, ())]),
        ("E7, pp 3, 5 and 7", [("7", "3, 5, 7", None, ())]),
        ("E7 p2, 4", [("7", "2, 4", None, ())]),
        ("7 (p2, 4), 9 (p1)", [("7", "2, 4", None, ()), ("9", "1", None, ())]),
        ("E7 p2 and p4", [("7", "2, 4", None, ())]),
        ("E7 pp 2-2", [("7", "2", None, ())]),
        ("E7 pp 2-3 (survey and plot), p4 (findings)", [("7", "2-3, 4", None, ())]),
        ("E7 pp 123-5", [("7", "123-125", None, ())]),
        ("E7 \u00a72.1", [("7", None, "2.1", ())]),
        ("E7 s2", [("7", None, "2", ())]),
        ("E7 section 4.1", [("7", None, "4.1", ())]),
        ("E7 slide 4", [("7", None, "slide 4", ())]),
        ("E7 Appendix B", [("7", None, "Appendix B", ())]),
        ("Evidence 7 (simulated)", [("7", None, None, ("simulated",))]),
        ("Evidence 7 (hypothetical case)", [("7", None, None, ("simulated",))]),
        ("Evidence 7, simulated", [("7", None, None, ("simulated",))]),
        ("E7 p2 (simulated); E9", [("7", "2", None, ("simulated",)), ("9", None, None, ())]),
        ("E7, E9 (both simulated)", [("7", None, None, ("simulated",)), ("9", None, None, ("simulated",))]),
        ("E7 (joint work)", [("7", None, None, ())]),
    ],
)
def test_pages_sections_and_notes_belong_to_their_item(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Appendix B p.2", [("B", "2", None, ())]),
        ("Appendix B", [("B", None, None, ())]),
        ("App. B", [("B", None, None, ())]),
        ("Appendices A and C", [("A", None, None, ()), ("C", None, None, ())]),
        ("Appendices B-D", [("B", None, None, ()), ("C", None, None, ()), ("D", None, None, ())]),
        ("B, D", [("B", None, None, ()), ("D", None, None, ())]),
        ("Annex A", [("A", None, None, ())]),
    ],
)
def test_lettered_items_keep_their_capital(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, LETTERS)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07_quench_email.pdf", ["7"]),
        ("see 07_quench_email.pdf, p 2", ["7"]),
        ("Local rules 2024.docx", ["12"]),
        ("09_unknown.docx", ["9"]),
    ],
)
def test_a_file_name_names_its_item(text: str, expected: list[str]):
    assert ids(read_cell(text, FILES)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "-",
        "\u2013",
        "\u2014",
        "N/A",
        "n/a",
        "None",
        "nil",
        "Not applicable",
        "not claimed",
        "No evidence submitted for this",
    ],
)
def test_an_empty_cell_claims_nothing(text: str):
    assert read_cell(text, PLAIN).blank
    assert not read_cell(text, PLAIN).references


def test_see_above_claims_nothing_and_says_so():
    cell = read_cell("See above", PLAIN)
    assert (cell.blank, cell.above) == (True, True)


def test_an_item_called_4_1_is_not_sub_category_4_1():
    assert ids(read_cell("4.1", DOTTED)) == ["4.1"]
    assert ids(read_cell("Evidence 4.1, 4.2", DOTTED)) == ["4.1", "4.2"]


def test_a_sub_category_code_is_no_item_where_no_item_bears_it():
    cell = read_cell("see 4.1", PLAIN)
    assert ids(cell) == []
    assert cell.codes == ("4.1",)


def test_a_bare_range_is_items_where_they_all_exist():
    assert ids(read_cell("12-15", PLAIN)) == ["12", "13", "14", "15"]


def test_a_bare_range_is_pages_where_the_items_do_not_exist():
    cell = read_cell("42-45", PLAIN)
    assert ids(cell) == []
    assert cell.loose_pages == ("42-45",)


def test_a_bare_range_that_half_exists_is_kept_with_low_confidence():
    cell = read_cell("18-21", PLAIN)
    assert ids(cell) == ["18", "19", "20", "21"]
    assert max(each.confidence for each in cell.references) <= 0.6


def test_confidence_falls_from_labelled_to_bare_to_missing():
    labelled = read_cell("Evidence 7", PLAIN).references[0].confidence
    bare = read_cell("7", PLAIN).references[0].confidence
    missing = read_cell("77", PLAIN).references[0].confidence
    assert labelled > bare > missing
    assert missing < 0.9


def test_years_and_dates_are_no_items():
    assert ids(read_cell("Evidence 7 (12/03/2024)", PLAIN)) == ["7"]
    assert ids(read_cell("Minutes 2024", PLAIN)) == []


def test_a_very_long_cell_is_read_in_bounded_time():
    assert read_cell("Evidence 7, " + "((a.b.c-" * 40_000, PLAIN).references[0].evidence_id == "7"


STYLES = {"E{}": True, "Evidence {}": True, "Item {}": True, "Ev. 0{}": True, "{}": False}
HINTS = {"": None, " p {}": "{}", " (page {})": "{}", ", p.{}": "{}"}


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, list[tuple[str, str | None]]]:
    style = draw(st.sampled_from(sorted(STYLES)))
    numbers = draw(st.lists(st.integers(1, 20), min_size=1, max_size=5, unique=True))
    separator = draw(st.sampled_from([", ", "; ", " and ", " & ", "\n", ",\n"]))
    pieces, expected = [], []
    for number in numbers:
        hint, page = draw(st.sampled_from(sorted(HINTS))), draw(st.integers(1, 40))
        pieces.append(style.format(number) + hint.format(page))
        expected.append((str(number), str(page) if hint else None))
    return separator.join(pieces), expected


@settings(max_examples=150, deadline=None)
@given(cells())
def test_what_is_written_in_one_style_is_read_back(cell: tuple[str, list[tuple[str, str | None]]]):
    text, expected = cell
    found = read_cell(text, PLAIN)
    assert [(each.evidence_id, each.page_hint) for each in found.references] == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_stops_the_reader(text: str):
    assert isinstance(read_cell(text, PLAIN), CellReading)
