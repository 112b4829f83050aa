"""Places inside an item that a cell says in words: headings, tabs, dated e-mails, the third page."""

import pytest

from mrse_assess.intake.cells.legend import abbreviations, legend_marks
from mrse_assess.intake.cells.references import Known, read_cell

IDS = frozenset({"1", "2", "3", "4", "4c", "5", "6", "7", "8", "9", "10", "11"})
HEADINGS = {"2": frozenset({"Hearing protection", "Image quality"}), "5": frozenset({"Residual risk"})}
KNOWN = Known(ids=IDS, headings=HEADINGS)


def said(text, known=KNOWN):
    return [(each.evidence_id, each.page_hint, each.section_hint) for each in read_cell(text, known).references]


@pytest.mark.parametrize(
    "place",
    [
        *("section “Exclusion zone”", "under the heading Exclusion zone", "section: Exclusion zone"),
        *('section entitled "Exclusion zone"', "'Exclusion zone' section", "the part called “Exclusion zone”"),
        *("paragraph headed \u2018Exclusion zone\u2019", "see heading: Exclusion zone", "under Exclusion\nzone"),
    ],
)
def test_a_heading_is_known_by_the_words_round_it(place):
    assert said(f"Evidence 6, {place}, p. 4; Evidence 7") == [("6", "4", "Exclusion zone"), ("7", None, None)]


def test_words_alone_are_a_heading_where_the_item_has_it():
    assert said("Evidence 2, see Hearing protection; Evidence 5 (Residual risk)") == [
        ("2", None, "Hearing protection"),
        ("5", None, "Residual risk"),
    ]
    assert said("Evidence 6, see Hearing protection") == [("6", None, None)]


@pytest.mark.parametrize(
    "words", ["section 2 (Image quality)", "section 2, “Image quality”", "Sect. 2 - Image quality"]
)
def test_the_heading_of_a_numbered_section_adds_nothing(words):
    assert said(f"Evidence 2 {words}") == [("2", None, "2")]


def test_the_heading_before_a_numbered_section_adds_nothing():
    assert said("Evidence 2, the section on Image quality (section 2)") == [("2", None, "2")]


@pytest.mark.parametrize(
    "place", ["the SAR log tab", "sheet “SAR log”", "tab: SAR log", "worksheet SAR log", "“SAR log” worksheet"]
)
def test_a_tab_of_a_workbook_is_named(place):
    assert said(f"Evidence 4 - {place}, p. 3") == [("4", "3", "sheet SAR log")]


@pytest.mark.parametrize("mail", ["my e-mail of", "email dated", "the message of", "email,", "correspondence of"])
def test_a_message_is_named_by_its_date(mail):
    assert said(f"E 4 {mail} 20 September 2023 on P.18 / E 9") == [("4", "18", "20 September 2023"), ("9", None, None)]


@pytest.mark.parametrize("words", ["final paragraph", "second half", "opening paragraph"])
def test_a_part_without_a_number_is_told_in_its_words(words):
    assert said(f"Ref. 4 - the {words} and Ref 5 (on p. 1)") == [("4", None, words), ("5", "1", None)]


@pytest.mark.parametrize(("words", "page"), [("the 3rd page", "3"), ("second page", "2"), ("see first page", "1")])
def test_a_page_may_be_counted_in_words(words, page):
    assert said(f"doc 8 ({words}); doc 9") == [("8", page, None), ("9", None, None)]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        *(
            ("bullet point 3", "bullet 3"),
            ("bullet no. 3", "bullet 3"),
            ("sub-section 3", "3"),
            ("subclause 7.2", "7.2"),
        ),
        *(("line 4 of the table", "row 4"), ("item 4 of the minutes", "4"), ("agenda item 4.1", "4.1"), ("Ch. 2", "2")),
        *(("minute 8.3", "8.3"), ("pt. 1", "1"), ("sl. 3", "slide 3"), ("sE", "E"), ("Tab. 2", "table 2")),
        *(("app. 1", "1"), ("Annexe 1", "1")),
    ],
)
def test_parts_are_named_by_many_words(words, hint):
    assert said(f"Supp. evidence 7, {words} + Supp. evidence 9") == [("7", None, hint), ("9", None, None)]


def test_a_word_for_a_page_behind_a_dash_ends_no_range_of_letters():
    assert said("Att. 4C - p. 31; Att. 5") == [("4c", "31", None), ("5", None, None)]


def test_no_before_a_number_begins_the_next_item_after_a_section():
    assert said("no. 3, section 2 + no. 10 + no. 11") == [("3", None, "2"), ("10", None, None), ("11", None, None)]


def test_brackets_name_items_after_hints_too():
    assert said("[2], ch. 1; [9], p.33; [10]") == [("2", None, "1"), ("9", "33", None), ("10", None, None)]


def test_a_key_explains_abbreviations():
    key = abbreviations(["Key: Item = item; s = section; t = table; p = page"])
    assert said("Ref 1, t2; Ref 2", Known(ids=IDS, abbreviations=key)) == [("1", None, "table 2"), ("2", None, None)]


def test_a_raised_figure_is_a_mark_and_no_digit():
    known = Known(ids=IDS, marks=legend_marks(["¹ simulated"]))
    found = read_cell("Evidence 5: s. 1¹", known).references[0]
    assert (found.section_hint, found.notes) == ("1", ("simulated",))


def test_what_is_denied_behind_simulated_denies_nothing():
    assert read_cell("Evidence 2 (simulated, not a patient)", KNOWN).references[0].notes == ("simulated",)
    assert read_cell("Evidence 2 (real case, not simulated)", KNOWN).references[0].notes == ()
