"""Cells in which figures count pages or pieces, or go on behind words; words for several; misread Roman numerals."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.text.slips import mended_label

KNOWN = Known(ids=frozenset(map(str, range(1, 17))), codes=frozenset({"2.1", "5.1"}))
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


def said(text, known=KNOWN):
    found = read_cell(text, known).references
    return [(each.evidence_id, each.page_hint, each.section_hint, bool(each.notes)) for each in found]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("p. 3, Evidence 4; p. 7, Evidence 6", [("4", "3", None, False), ("6", "7", None, False)]),
        ("E4 screenshots 1-3", [("4", None, "screenshot 1-3", False)]),
        ("E4 emails 2 and 3", [("4", None, "email 2, 3", False)]),
        ("E4 screen grabs 1-3, E5", [("4", None, None, False), ("5", None, None, False)]),
        ("E4 page 3/12", [("4", "3", None, False)]),
        ("E4 pages 3/5", [("4", "3, 5", None, False)]),
        ("E4, 2 pages; E5 3pp", [("4", None, None, False), ("5", None, None, False)]),
        ("E4 Page(s) 2", [("4", "2", None, False)]),
        ("Item(s) 4, 5", [("4", None, None, False), ("5", None, None, False)]),
        ("E4 parts a and b", [("4", None, "a, b", False)]),
        ("E4_1", [("4", None, None, False)]),
        ("Evidence 4 (practice scenario)", [("4", None, None, True)]),
        ("Evidence 4 (mock audit)", [("4", None, None, True)]),
        ("Evidence 4 simualted", [("4", None, None, True)]),
        ("E4, implants labelled MR Conditional", [("4", None, None, False)]),
        ("E4, headed Background", [("4", None, "Background", False)]),
    ],
)
def test_a_figure_names_no_item_where_it_counts_or_goes_on(text, references):
    assert said(text) == references


@pytest.mark.parametrize("text", ["E4_1", "E4 screen grabs 1-3"])
def test_figures_that_were_not_understood_are_kept_as_such(text):
    assert any(word.isdecimal() for word in read_cell(text, KNOWN).leftover)


def test_a_clause_of_guidance_that_is_also_in_a_title_is_no_part_of_the_item():
    known = Known(
        ids=frozenset({"1", "2"}), titles={"1": "Audit of local rules against MHRA guidelines", "2": "Policy"}
    )
    cell = read_cell("Section 4.10 of the MHRA guidelines was used as the reference.", known)
    assert not cell.loose_sections


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Appendix lV", "IV"),
        ("Appendix Il", "II"),
        ("App. VIl", "VII"),
        ("Appendix V1", "VI"),
        ("Appendix 1V", "IV"),
        ("Appendix l", "I"),
        ("Appendix 1", "I"),
        ("lV", "IV"),
    ],
)
def test_strokes_of_a_roman_numeral_are_put_right_in_recognised_text(text, each):
    assert [one[0] for one in said(text, Known(ids=frozenset(ROMAN), recognised=True))] == [each]


@pytest.mark.parametrize("text", ["Appendix lV", "lV", "Appendix l"])
def test_in_written_text_a_letter_is_a_letter(text):
    assert not {one[0] for one in said(text, Known(ids=frozenset(ROMAN)))} & set(ROMAN)


@pytest.mark.parametrize("text", ["Appendix 1", "p 11", "Appendix V1"])
def test_they_are_left_where_an_item_bears_the_label_as_it_stands(text):
    known = Known(ids=frozenset({"1", "2", "V1", "I", "II", "VI"}), recognised=True)
    assert {one[0] for one in said(text, known)} <= {"1", "V1"}


@pytest.mark.parametrize(
    ("text", "expected", "each"),
    [
        ("Appendix lV: Audit", ROMAN, "IV"),
        ("Appendlx Xll", ROMAN, "XII"),
        ("Evidence 5,2: Burn report", ("5.1", "5.2"), "5.2"),
        ("Evldence 5.l", ("5.1", "5.2"), "5.1"),
    ],
)
def test_labels_of_pages_are_put_right_likewise(text, expected, each):
    label = mended_label(text, expected)
    assert label is not None
    assert label.id == each


@pytest.mark.parametrize(
    ("text", "expected"), [("Appendix lV", ("I", "II")), ("Evidence 5,2", ("5",)), ("Section lV", ROMAN)]
)
def test_none_is_made_up(text, expected):
    assert mended_label(text, expected) is None
