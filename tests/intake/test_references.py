"""The grammar of reference cells: one table of cells as applicants write them, and round trips."""

import dataclasses
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mrse_assess.intake.cells.references import CellReading, Known, read_cell

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
        ("E7 Appendix B", [("7", None, "B", ())]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Evidence 7-9, 12",
            [("7", None, None, ()), ("8", None, None, ()), ("9", None, None, ()), ("12", None, None, ())],
        ),
        ("Evidence No. 5 & 6", [("5", None, None, ()), ("6", None, None, ())]),
        ("Tab 3", [("3", None, None, ())]),
        ("#5; No. 6", [("5", None, None, ()), ("6", None, None, ())]),
        ("E3:\n12; E4: 2", [("3", "12", None, ()), ("4", "2", None, ())]),
        ("survey of 3 rooms, E7: 1.5 T magnet 2, p 4", [("7", "4", None, ())]),
        ("3 5 7", [("3", None, None, ()), ("5", None, None, ()), ("7", None, None, ())]),
        ("[5], [6]", [("5", None, None, ()), ("6", None, None, ())]),
        ("1. 5\n2. 6", [("5", None, None, ()), ("6", None, None, ())]),
        ("E7 page 4 of 9", [("7", "4", None, ())]),
        ("E7 p. 12 bottom", [("7", "12", None, ())]),
        ("E7 p 3ff", [("7", "3", None, ())]),
        ("E7, pp. 3, 5 and 7-9", [("7", "3, 5, 7-9", None, ())]),
        ("Ev. 3 Section 2.1, 2.2", [("3", None, "2.1, 2.2", ())]),
        ("E7 section 2, 4", [("7", None, "2, 4", ())]),
        ("E7 section 3(b)", [("7", None, "3(b)", ())]),
        ("E7 paragraph 3", [("7", None, "3", ())]),
        ("E7 Table 2", [("7", None, "table 2", ())]),
        ("E7 Fig 1", [("7", None, "figure 1", ())]),
        ("E7 slides 3-5", [("7", None, "slide 3-5", ())]),
        ("E7 (i) and (ii)", [("7", None, "i, ii", ())]),
        ("4(a), (b)", [("4a", None, None, ()), ("4b", None, None, ())]),
        ("E4, page 2 para 3", [("4", "2", "3", ())]),
    ],
)
def test_hints_of_the_less_common_kinds_are_read(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "simulated"),
    [
        ("1-3 (simulated: 2)", {"2"}),
        ("1-3 (2 simulated)", {"2"}),
        ("E1, E2 (simulated: E2)", {"2"}),
        ("E1-E3 (simulated)", {"1", "2", "3"}),
        ("Simulated: E1, E2", {"1", "2"}),
        ("E3; simulated: E1", {"1"}),
        ("E3, simulated E1", {"1"}),
        ("E3 simulated, E1", {"3"}),
        ("E1, E2 - both hypothetical", {"1", "2"}),
        ("E1 sim.", {"1"}),
        ("E1 (desk exercise)", {"1"}),
        ("E1 - desk-top exercise; E2", {"1"}),
        ("E1 (not simulated)", set()),
        ("E1, a non-simulated case", set()),
    ],
)
def test_a_note_belongs_to_the_items_it_speaks_of(text: str, simulated: set[str]):
    assert {each.evidence_id for each in read_cell(text, PLAIN).references if each.notes} == simulated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07_quench_\nemail.pdf", ["7"]),
        ("07_quench_em\nail.pdf", ["7"]),
        ("07 quench email", ["7"]),
        ("Evidence/07_quench_email.pdf", ["7"]),
        ("Local_rules_2024", ["12"]),
        ("Local rules\n2024", ["12"]),
        ("09_new_\nfile.pdf", ["9"]),
        ("05_first.pdf\n06_second.pdf", ["5", "6"]),
    ],
)
def test_a_file_name_may_be_broken_spaced_or_without_its_ending(text: str, expected: list[str]):
    names = {**FILES.files, "local rules 2024": "12"}
    assert ids(read_cell(text, Known(ids=NUMBERS, codes=CODES, files=names))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E l2", ["12"]),
        ("E1O", ["10"]),
        ("O7", ["7"]),
        ("E O7", ["7"]),
        ("ltem 5", ["5"]),
        ("Evldence 7", ["7"]),
        ("Evidance 7", ["7"]),
        ("Item l", ["1"]),
    ],
)
def test_what_text_recognition_mixes_up_is_put_right_with_less_confidence(text: str, expected: list[str]):
    cell = read_cell(text, dataclasses.replace(PLAIN, recognised=True))
    assert ids(cell) == expected
    assert max(each.confidence for each in cell.references) < 0.9


@pytest.mark.parametrize("text", ["S", "l", "E4, S", "Evidence 3, l", "Item l"])
def test_a_letter_of_written_text_is_no_digit(text: str):
    written = ids(read_cell(text, PLAIN))
    assert written == re.findall(r"\d", text)
    assert len(ids(read_cell(text, dataclasses.replace(PLAIN, recognised=True)))) == len(written) + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E7 p, 2", [("7", "2", None, ())]),
        ("E7 (p, 2)", [("7", "2", None, ())]),
        ("E7 pagc 2", [("7", "2", None, ())]),
        ("E7 scction 3", [("7", None, "3", ())]),
        ("E7 p. 1O", [("7", "10", None, ())]),
        ("E7 pp. 9, l1", [("7", "9, 11", None, ())]),
        ("E7: I5", [("7", "15", None, ())]),
        ("E7 p1 para 2and E9", [("7", "1", "2", ()), ("9", None, None, ())]),
        ("Ev. 09pp 3-4", [("9", "3-4", None, ())]),
        ("Docurnent 3", [("3", None, None, ())]),
        ("E7 andE9", [("7", None, None, ()), ("9", None, None, ())]),
        ("E7 (hypothctical)", [("7", None, None, ("simulated",))]),
    ],
)
def test_hints_are_read_through_the_slips_of_recognition(text: str, expected: list[tuple[str, ...]]):
    assert said(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Item 4,1", ["4.1"]), ("E4.l, E4.2", ["4.1", "4.2"]), ("ExhibitA", ["A"])]
)
def test_labels_with_points_and_letters_are_put_right_where_only_so_they_exist(text: str, expected: list[str]):
    assert ids(read_cell(text, Known(ids=frozenset({"4.1", "4.2", "A"}), codes=CODES))) == expected


def test_a_label_unlike_those_of_all_items_is_doubted():
    known = Known(ids=frozenset({"4.1", "4.2", "5.1"}), codes=CODES)
    unlike, alike = (read_cell(text, known).references[0] for text in ("E33", "E7.7"))
    assert unlike.confidence < 0.9 < alike.confidence


def test_letters_that_are_labels_are_not_taken_for_digits():
    known = Known(ids=frozenset({"O", "I", "B", "1", "8"}), codes=CODES)
    assert ids(read_cell("Exhibit O, Exhibit I and Exhibit B", known)) == ["O", "I", "B"]


@pytest.mark.parametrize(("text", "expected"), [("Appendix IV", ["4"]), ("Item iv", ["4"]), ("Evidence IX p 2", ["9"])])
def test_roman_numerals_are_the_numbers_that_exist(text: str, expected: list[str]):
    assert ids(read_cell(text, PLAIN)) == expected


@pytest.mark.parametrize("text", ["Folder 2/Doc 4", "Folder 2, Item 4", "folder 02 / 4"])
def test_the_folder_tells_items_of_one_label_apart(text: str):
    known = Known(ids=frozenset({"Folder 1/4", "Folder 2/4", "4", "2"}), codes=CODES)
    assert ids(read_cell(text, known)) == ["Folder 2/4"]


@pytest.mark.parametrize("text", ["as for 4.1", "see 4.1 above", "same as 4.1", "see category 4.1"])
def test_a_code_that_is_another_row_is_no_item_even_where_one_bears_it(text: str):
    cell = read_cell(text, DOTTED)
    assert (ids(cell), cell.codes) == ([], ("4.1",))


def test_numbers_of_a_title_that_follows_its_label_are_no_hints():
    known = Known(
        ids=NUMBERS, codes=CODES, titles={"2": "MR safety policy, sections 2 to 5", "3": "3 T scanner, page 9 plot"}
    )
    assert said(
        read_cell("Item 2: MR safety policy, sections 2 to 5, p 7\nItem 3 - 3 T scanner, page 9 plot", known)
    ) == [
        ("2", "7", None, ()),
        ("3", None, None, ()),
    ]


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


PIECES = st.sampled_from(
    [
        "Evidence ",
        "E",
        "item ",
        "p ",
        "pp. ",
        " (",
        ")",
        ", ",
        "; ",
        "-",
        " to ",
        "\n",
        " section ",
        "table ",
        "see ",
        "as for ",
        "(simulated)",
        " of ",
        ".",
        "/",
        ": ",
        "a",
        "l",
        "O",
        "Appendix ",
        "B",
        "1.5 T",
        "2024",
        "12/03/2024",
        "07_x.pdf",
        "[",
        "]",
        "Folder ",
        "desk exercise",
        "(i)",
    ]
)
CELLS = st.lists(st.one_of(PIECES, st.integers(0, 130).map(str)), max_size=14).map("".join)


def kept(cell: CellReading) -> str:
    hints = [hint for each in cell.references for hint in (each.evidence_id, each.page_hint, each.section_hint) if hint]
    return " ".join([*hints, *cell.loose_pages, *cell.loose_sections, *cell.codes, *cell.leftover, *cell.passed])


@settings(max_examples=300, deadline=None)
@example("0B", PLAIN)
@given(CELLS, st.sampled_from([PLAIN, LETTERS, DOTTED, FILES, Known(codes=CODES)]))
def test_no_number_of_a_cell_is_lost_in_silence(text: str, known: Known):
    cell = read_cell(text, known)
    if cell.blank:
        return
    counted = re.sub(r"(?<!\d)0+(?=[A-Za-z])", "", text)  # "0B" is 08 misread, and that is item 8
    missing = [number for number in re.findall(r"\d+", counted) if (number.lstrip("0") or "0") not in kept(cell)]
    assert not [number for number in missing if number not in "".join(known.files)]


def test_an_item_above_a_file_that_was_not_sent_is_no_part_of_its_name():
    assert ids(read_cell("Evidence 4\n07_other.pdf", PLAIN)) == ["4", "7"]


@pytest.mark.parametrize("text", ["I rely on App. A", "A list of policies, Appendix A"])
def test_the_words_i_and_a_are_no_items(text):
    assert ids(read_cell(text, Known(ids=frozenset("ABI"), codes=CODES))) == ["A"]


@pytest.mark.parametrize("text", ["Appendix I", "A, I"])
def test_an_item_i_is_read_where_it_is_named(text):
    assert ids(read_cell(text, Known(ids=frozenset("ABI"), codes=CODES)))[-1] == "I"


@pytest.mark.parametrize(
    "note", ["mock", "mock case", "fictitious case", "not a real case", "invented scenario", "made-up incident"]
)
def test_work_that_was_not_real_is_simulated_whatever_it_is_called(note):
    assert said(read_cell(f"E4 ({note})", PLAIN)) == [("4", None, None, ("simulated",))]


@pytest.mark.parametrize(
    ("text", "pages", "sections"),
    [
        ("E3 p.3f", "3-4", None),
        ("pp 3 \u2192 4 in evidence 3", "3-4", None),
        ("E3 Tbl. 3", None, "table 3"),
        ("E3 cl. 4", None, "4"),
        ("E3 Sctn 2", None, "2"),
        ("E3 [row no. 6]", None, "row 6"),
        ("E3 (section A and section B)", None, "A, B"),
        ("E3 Sections B & D", None, "B, D"),
        ("Enc. 3", None, None),
        ("Paper 3", None, None),
    ],
)
def test_hints_in_more_wordings(text, pages, sections):
    assert said(read_cell(text, PLAIN)) == [("3", pages, sections, ())]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("E4 box 7", "box 7"),
        ("E4 (actions 3 and 5)", "action 3, 5"),
        ("E4, p2, hazard 4", "hazard 4"),
        ("E4 form B", "form B"),
        ("E4 Q3", "3"),
        ("E4 log entry 12", "entry 12"),
        ("E4 attachment 2", "attachment 2"),
    ],
)
def test_a_part_of_an_item_keeps_its_word_and_is_no_item(text, section):
    cell = read_cell(text, PLAIN)
    assert [(each.evidence_id, each.section_hint) for each in cell.references] == [("4", section)]


@pytest.mark.parametrize("text", ["Entry 4, Entry 5", "Attachment 4 and attachment 5", "E4, Attachment 5"])
def test_a_word_that_names_the_items_names_no_part_of_one(text):
    assert ids(read_cell(text, PLAIN)) == ["4", "5"]
