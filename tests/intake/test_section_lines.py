"""Where a section begins whose heading is not set as one, is repeated, runs in, or stands in its own annex."""

import pytest

from mrse_assess.intake.inspection import inspection

BASE = {"1.1": "Evidence 1", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}
BODY = ["Text of the work"] * 20


@pytest.fixture
def where(drawn, read):
    """The pages on which the place begins that a row names in item 2, whose three pages (5 to 7) hold these lines."""

    def look(cited, *second_item):
        portfolio = drawn()
        page = portfolio.page(title="Experience Cross Reference Table")
        portfolio.table(page, [("Sub-category", "Evidence"), *BASE.items(), ("1.2", cited)], (90, 300))
        for item in range(1, 6):
            for place, said in enumerate(second_item if item == 2 else [(), (), ()]):
                head = said[0].removeprefix("# ") if said and said[0].startswith("# ") else ""
                title = f"Evidence {item} work" if not place else head
                portfolio.page(*said[bool(head) :], *BODY, title=title)
        found = inspection(read(portfolio))["cross_references"]
        return next(each["section_pages"] for each in found if each["subcategory"] == "1.2")

    return look


CAPITALS = (["1. SCOPE", "Text", "2. METHOD"], ["3. RESULTS"], ["4. ADVICE"])
LETTERED = (["(A) Scope"], ["(B) Method"], ["(C) Results"])


def test_numbers_in_a_row_are_sections_where_none_is_set_as_a_heading(where):
    assert where("Evidence 2 section 3", *CAPITALS) == [6]
    assert where("Evidence 2 sections 2-4", *CAPITALS) == [5, 6, 7]
    assert where("Evidence 2 section B", *LETTERED) == [6]


def test_numbers_of_a_list_are_no_sections_where_sections_have_headings(where):
    pages = (["1. first", "2. Second"], ["# 1 Scope", "# 3 Results", "2. Second of a list", "3. Third"], ["# 4 Advice"])
    assert where("Evidence 2 section 2", *pages) is None


def test_a_heading_that_goes_on_is_found_where_it_begins(where):
    assert where("Evidence 2 section 2", [], ["# 2 Method"], ["# 2 Method (continued)"]) == [6]
    assert where("Evidence 2 section 2", [], ["# 2 Method"], ["# 2 Method"]) == [6]
    assert where('Evidence 2, under "Method used"', [], ["# Method used"], ["# Method used (cont'd)"]) == [6]


def test_a_list_of_the_items_own_sections_is_not_where_they_begin(where):
    listed = ["Section 1: Scope", "Section 2: Method", "Section 3: Results"]
    assert where("Evidence 2 section 2", listed, ["Section 2: Method"], []) == [6]


def test_a_table_is_looked_for_in_the_annex_that_is_named_with_it(where):
    pages = (["Annex A: doses", "Table 1: before"], ["Annex B: times", "Table 1: before"], ["Table 2: after"])
    assert where("Evidence 2 Annex B, table 1", *pages) == [6]
    assert where("Evidence 2 Annex A, table 1", *pages) == [5]
    assert where("Evidence 2 table 1", *pages) is None


@pytest.mark.parametrize("line", ["Q3 How was it found?", "Question 3: how was it found?", "Q3. How was it found?"])
def test_a_question_is_found_by_its_number(where, line):
    assert where("Evidence 2 Q3", [], [line], []) == [6]


@pytest.mark.parametrize(
    "line", ["Duties of staff. They are", "Duties of staff \u2013 they are", "4.1 Duties of staff: all"]
)
def test_a_heading_may_run_into_its_text(where, line):
    assert where('Evidence 2, under "Duties of staff"', [], [], [line]) == [7]


def test_the_beginning_of_a_heading_stands_for_it(where):
    assert where('Evidence 2, under "Image quality"', [], ["# Image quality as agreed"], []) == [6]


def test_minutes_counted_through_a_year_are_found_by_their_numbers(where):
    assert where("Evidence 2 minute 23/042", ["23/041 Apologies"], ["23/042 Door"], ["as in minute 23/042"]) == [6]


@pytest.mark.parametrize("line", ["3 May 2023", "Wednesday 3 May 2023: visit", "03/05/2023 Visit"])
def test_an_entry_of_a_diary_begins_with_its_date(where, line):
    assert where("Evidence 2, entry for 3 May 2023", ["seen on 3 May 2023"], [line], ["4 May 2023"]) == [6]
