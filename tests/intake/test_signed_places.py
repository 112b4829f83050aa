"""Pages set apart from their item by a sign, times in a recording, dots between items, pages before the next item."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

KNOWN = Known(ids=frozenset(map(str, range(1, 25))), codes=frozenset({"1.1", "2.1", "3", "4.1"}))
SURE = 0.9


def said(text):
    return [(each.evidence_id, each.page_hint) for each in read_cell(text, KNOWN).references]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E3@4", [("3", "4")]),
        ("E3 @ 4-6", [("3", "4-6")]),
        ("Evidence 3 > 4", [("3", "4")]),
        ("Item 3 \u00bb 4; Item 5 \u00bb 2", [("3", "4"), ("5", "2")]),
        ("E3 ........ 4", [("3", "4")]),
        ("E3 ... 4", [("3", "4")]),
        ("E3 @ p4", [("3", "4")]),
    ],
)
def test_a_sign_sets_a_page_apart_from_its_item(text, found):
    assert said(text) == found


def test_a_page_behind_a_sign_is_in_doubt_where_an_item_has_its_number():
    (reference,) = read_cell("E3@4", KNOWN).references
    assert reference.confidence < SURE


@pytest.mark.parametrize("text", ["E3 > E4", "E3. E4", "3 > 4", "E3. 4"])
def test_signs_between_items_set_no_page_apart(text):
    assert said(text) == [("3", None), ("4", None)]


@pytest.mark.parametrize(
    "text", ["E7 @ 2:30", "E7 at 2:30", "E7 (2:30)", "E7, 2:30-4:10", "E7 1:02:30", "Evidence 7 from 02:30 to 04:10"]
)
def test_a_time_in_a_recording_is_no_item_and_no_page(text):
    assert said(text) == [("7", None)]


def test_a_time_behind_an_item_is_left_for_a_person():
    assert read_cell("E7 @ 2:30", KNOWN).leftover


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E7:12", [("7", "12")]),
        ("E7: 12; E9: 30", [("7", "12"), ("9", "30")]),
        ("7:12; 9:30", [("7", "12"), ("9", "30")]),
        ("E7: 12, E9: 3", [("7", "12"), ("9", "3")]),
    ],
)
def test_a_colon_right_behind_an_item_leads_to_its_page(text, found):
    assert said(text) == found


@pytest.mark.parametrize(
    "text", ["E3\u2026E5", "E3...E5", "E3 \u2026 E5", "E3..E5", "3\u20265", "Evidence 3... Evidence 5"]
)
def test_dots_between_items_are_a_range(text):
    assert said(text) == [("3", None), ("4", None), ("5", None)]


def test_dots_between_pages_are_a_range():
    assert said("E3 p 4...6") == [("3", "4-6")]


@pytest.mark.parametrize("text", ["E3...", "E3 ... and more", "See E3\u2026"])
def test_dots_that_end_a_text_are_none(text):
    assert said(text) == [("3", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E4: p1 and 3\nE5: p1 to 2", [("4", "1, 3"), ("5", "1-2")]),
        ("E4: p1 and 3 E5: p1", [("4", "1, 3"), ("5", "1")]),
        ("Evidence 3, p1 and 3\n(hypothetical)\nEvidence 18, p1", [("3", "1, 3"), ("18", "1")]),
        ("Evidence 3, page 1 and 3 (simulated)", [("3", "1, 3")]),
        ("Doc 4 p 1 & 3, Doc 5", [("4", "1, 3"), ("5", None)]),
    ],
)
def test_a_number_joined_to_a_page_is_another_whatever_follows(text, found):
    references = read_cell(text, KNOWN).references
    assert [(each.evidence_id, each.page_hint) for each in references] == found
    assert references[0].confidence < SURE


@pytest.mark.parametrize(
    "text", ["E4 p 3 and 9 p 2", "E4 p 3 and 9 (p 2)", "E4 p 3 and 9: p 2", "E4 p 3 and 9 (2)", "Items 4 p 3 and 9 p 2"]
)
def test_a_number_with_a_page_of_its_own_is_the_next_item(text):
    assert said(text) == [("4", "3"), ("9", "2")]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Appendix 2 of E7", "2"),
        ("Appendix 2 of Evidence 7", "2"),
        ("Annex 3 in E7", "3"),
        ("App. 2 of Evidence 7, p 4", "2"),
    ],
)
def test_an_appendix_of_an_item_is_its_part_whatever_items_exist(text, section):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.section_hint) == ("7", section)


@pytest.mark.parametrize(
    "text", ["Appendix 2, Appendix 7", "Appendix 2 of Appendix 7", "Appendix 2 and E7", "Appendix 2; Annex 7"]
)
def test_appendices_beside_each_other_are_items(text):
    assert [each for each, _ in said(text)] == ["2", "7"]
