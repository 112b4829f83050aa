"""A section that a reference names without a page is found by its heading, and only where one page has it."""

import pytest

from mrse_assess.intake.inspection import inspection

BASE = {"1.1": "Evidence 1", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}
BODY = ["Text of the work"] * 20


def portfolio_of(drawn, cited, second_item):
    """Five items of three pages; the pages of the second begin with the lines given."""
    portfolio = drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *BASE.items(), ("1.2", cited)], (90, 300))
    for item in range(1, 6):
        for place, said in enumerate(second_item if item == 2 else [(), (), ()]):
            head = said[0].removeprefix("# ") if said and said[0].startswith("# ") else ""
            title = f"Evidence {item} work" if not place else head
            portfolio.page(*said[bool(head) :], *BODY, title=title)
    return portfolio


@pytest.fixture
def found_on(drawn, read):
    def look(cited, *second_item):
        found = inspection(read(portfolio_of(drawn, cited, second_item)))
        return next(each for each in found["cross_references"] if each["subcategory"] == "1.2")

    return look


NUMBERED = ([], ["# 2 Method"], ["# 3. Results"])


def test_a_section_is_found_by_its_heading_and_the_reference_still_leads_to_the_whole_item(found_on):
    entry = found_on("Evidence 2 section 2", *NUMBERED)
    assert (entry["section_pages"], entry["pages"]) == ([6], [5, 6, 7])


def test_several_sections_are_found_each_on_its_page(found_on):
    assert found_on("Evidence 2 sections 2 and 3", *NUMBERED)["section_pages"] == [6, 7]


@pytest.mark.parametrize("line", ["2", "2 Siemens scanners were measured", "2. Second in a list"])
def test_a_number_that_begins_a_line_is_no_section(found_on, line):
    assert found_on("Evidence 2 section 2", [], [], [line])["section_pages"] is None


def test_a_section_may_call_itself_so_without_a_larger_type(found_on):
    assert found_on("Evidence 2 section 2", [], ["section 2 is left out here"], ["Section 2"])["section_pages"] == [7]


def test_headings_of_one_number_on_two_pages_are_doubtful_and_lead_nowhere(found_on):
    assert found_on("Evidence 2 section 2", [], ["# 2 Method"], ["# 2 Method again"])["section_pages"] is None


def test_a_paragraph_is_not_the_section_of_its_number(found_on):
    assert found_on("Evidence 2 para 2", *NUMBERED)["section_pages"] is None
    assert found_on("Evidence 2 para 2", [], ["# 2 Method"], ["Paragraph 2: advice"])["section_pages"] == [7]


def test_a_section_that_no_heading_bears_leads_nowhere(found_on):
    assert found_on("Evidence 2 section 7", *NUMBERED)["section_pages"] is None
    assert found_on("Evidence 2 sections 2 and 7", *NUMBERED)["section_pages"] is None


def test_a_caption_comes_before_a_line_that_speaks_of_the_table(found_on):
    pages = (["Table 2 shows what was measured"], ["Table 1: rates"], ["Table 2: doses"])
    assert found_on("Evidence 2 table 2", *pages)["section_pages"] == [7]


def test_a_reference_with_a_page_looks_for_its_section_on_that_page_only(found_on):
    assert found_on("Evidence 2, p 2, section 3", *NUMBERED)["section_pages"] is None
    assert found_on("Evidence 2, p 2, section 2", *NUMBERED)["section_pages"] == [6]


PARAGRAPHS = (
    ["1.1 The room was measured", "1.2 The door was closed"],
    ["2.1 was the version in force"],
    ["2.1 Later work"],
)


def test_numbers_of_paragraphs_are_found_where_they_go_on_in_their_order(found_on):
    assert found_on("Evidence 2 para 2.1", *PARAGRAPHS)["section_pages"] == [7]
    assert found_on("Evidence 2 clause 1.2", *PARAGRAPHS)["section_pages"] == [5]


def test_rows_are_found_by_their_numbers_and_one_number_alone_is_none(found_on):
    pages = (["1 Door", "2 Window"], ["3 Ceiling"], ["4 Roof"])
    assert found_on("Evidence 2 row 3", *pages)["section_pages"] == [6]
    assert found_on("Evidence 2 rows 2-4", *pages)["section_pages"] == [5, 6, 7]
    assert found_on("Evidence 2 row 3", [], ["3 Ceiling"], [])["section_pages"] is None


def test_a_range_of_captions_leads_to_each_of_them(found_on):
    pages = (["Table 1: rates", "Table 2: doses"], [], ["Table 3: times"])
    assert found_on("Evidence 2 tables 1-3", *pages)["section_pages"] == [5, 7]


def test_pages_onwards_lead_to_the_end_of_the_item(found_on):
    entry = found_on("Evidence 2, page 2 onwards", [], [], [])
    assert (entry["page_hint"], entry["pages"]) == ("2-3", [6, 7])


def test_pages_onwards_of_an_item_that_was_not_sent_stay_as_they_are(found_on):
    entry = found_on("Evidence 9, page 2 onwards", [], [], [])
    assert (entry["page_hint"], entry["pages"]) == ("2 onwards", None)


def test_a_row_is_one_of_the_tables_and_not_the_section_of_its_number(found_on):
    pages = (["# 1 Method", "# 2. Findings"], ["1 Projectile", "2 Heating", "3 Noise"], ["# 3. Outcome"])
    assert found_on("Evidence 2 row 2", *pages)["section_pages"] == [6]
