"""Hints that stand before their item, with a heading, a quotation or words in between, and words that name both."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

IDS = frozenset(str(number) for number in range(1, 13))
LINES = {"3": "controls at the door of the magnet room", "5": "oxygen alarm"}


def begun(words):
    return frozenset(each for each, line in LINES.items() if line.startswith(words.lower()))


KNOWN = Known(ids=IDS, begun=begun)


def said(text, known=KNOWN):
    return [(each.evidence_id, each.page_hint, each.section_hint) for each in read_cell(text, known).references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "section 7 in Att. 8; sec 3-5 in Attachment 4; section 5 in Attachment 2",
            [("8", None, "7"), ("4", None, "3-5"), ("2", None, "5")],
        ),
        ("section 2 in Att. 5; p1 in Attachment 3", [("5", None, "2"), ("3", "1", None)]),
        ("Attachment 4, section 2, att 5 p 3", [("4", None, "2"), ("5", "3", None)]),
        ("Tab. 3 in item 9; Fig. 2 in item 3", [("9", None, "table 3"), ("3", None, "figure 2")]),
        ("Tab. 5 (p.3) in Item 1", [("1", "3", "table 5")]),
    ],
)
def test_a_word_that_names_a_part_or_an_item_names_an_item_behind_in(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "heading", ["(Effect of gradients)", "“Effect of gradients”", "- Effect of gradients", ": Levels in the bore"]
)
def test_the_heading_of_a_section_stands_between_it_and_its_item(heading):
    assert said(f"Evidence 4, p 2; section 4 {heading} in Evidence 5") == [("4", "2", None), ("5", None, "4")]


@pytest.mark.parametrize("words", ["as shown by evidence", "see evidence", "please refer to Evidence", "the evidence"])
def test_words_stand_between_of_and_the_item(words):
    assert said(f"Evidence 7; sec 3 & 5, p1 of {words} 1") == [("7", None, None), ("1", "1", "3, 5")]


@pytest.mark.parametrize("document", ["of the document", "of the report"])
def test_a_part_of_the_document_is_not_a_part_of_the_next_item(document):
    assert said(f"Doc 8, appendix A {document}; Doc 1, p. 7") == [("8", None, "A"), ("1", "7", None)]


def test_all_hints_go_with_the_item_behind_them_where_the_cell_begins_so():
    assert said("s.2 p.4 of Ev. 3, s.3 p.6 of Ev. 5") == [("3", "4", "2"), ("5", "6", "3")]


def test_a_closed_bracket_parts_the_hints_of_two_items():
    assert said("Item 2, section D (page 1) entry of 26 May 2022 of item 5") == [
        ("2", "1", "D"),
        ("5", None, "26 May 2022"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("case 3 of Evidence 7", [("7", None, "case 3")]),
        ("Evidence 5 (risk no. 12)", [("5", None, "risk 12")]),
        ("Evidence 10, schedule 2 and box 3", [("10", None, "schedule 2, box 3")]),
        ("Item 7 item 4.2", [("7", None, "4.2")]),
    ],
)
def test_parts_that_keep_their_word_stand_before_or_behind_the_item(text, expected):
    assert said(text) == expected


def test_a_cell_of_places_alone_names_parts_of_the_items_in_another_column():
    assert read_cell("box 3\nstep 8", KNOWN).loose_sections == ("box 3", "step 8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u2018Controls at the door\u2019 of Evidence 3", [("3", None, "Controls at the door")]),
        ("Evidence 7; p. 2, “Oxygen alarm” in Evidence 5", [("7", None, None), ("5", "2", "Oxygen alarm")]),
        ("Evidence 3: “Controls at the door” Evidence 7", [("3", None, "Controls at the door"), ("7", None, None)]),
        ("Evidence 7: “Controls at the door”", [("7", None, None)]),
        ("Evidence 3 “Notes of my own”", [("3", None, None)]),
    ],
)
def test_quoted_words_are_a_place_where_a_line_of_the_item_begins_so(text, expected):
    assert said(text) == expected


def test_a_quoted_title_is_no_place_although_a_line_begins_so():
    known = Known(ids=IDS, begun=begun, titles={"3": "Controls at the door of the magnet room"})
    assert said("Evidence 3 “Controls at the door of the magnet room”", known) == [("3", None, None)]


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        ("section VIII", "VIII"),
        ("s. II and VII", "II, VII"),
        ("sections II-IV", "II-IV"),
        ("(Sect. II)", "II"),
        ("minute 23/041", "23/041"),
        ("minutes 23/041 and 23/042", "23/041, 23/042"),
        ("item 25/045 of the minutes", "25/045"),
        ("agenda item 23/061", "23/061"),
        ("see the entry for 20 May 2022", "20 May 2022"),
        ("diary entry of 3 June 2023", "3 June 2023"),
    ],
)
def test_numerals_numbers_by_the_year_and_dated_entries_are_hints(hint, expected):
    assert said(f"Evidence 4 {hint}; Evidence 6") == [("4", None, expected), ("6", None, None)]


def test_a_stroke_between_numbers_of_items_joins_two_items():
    assert [each[0] for each in said("Evidence 4/5")] == ["4", "5"]


def test_a_numeral_before_of_is_no_heading():
    assert said("especially section III of Evidence 7") == [("7", None, "III")]
