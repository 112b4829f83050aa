"""Parts of an item that a reference names in words are found on its pages, and only where one page has them."""

import pytest

from mrse_assess.intake.inspection import inspection

BASE = {"1.1": "Evidence 1", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}
BODY = ["Text of the work"] * 20


@pytest.fixture
def row(drawn, read):
    """What is read of one row, its item's three pages (5 to 7) beginning with the lines given; "# " is a heading."""

    def look(cited, *second_item, code="1.2"):
        portfolio = drawn()
        page = portfolio.page(title="Experience Cross Reference Table")
        portfolio.table(page, [("Sub-category", "Evidence"), *BASE.items(), (code, cited)], (90, 300))
        for item in range(1, 6):
            for place, said in enumerate(second_item if item == 2 else [(), (), ()]):
                head = said[0].removeprefix("# ") if said and said[0].startswith("# ") else ""
                title = f"Evidence {item} work" if not place else head
                portfolio.page(*said[bool(head) :], *BODY, title=title)
        found = inspection(read(portfolio))["cross_references"]
        return next(each for each in found if each["subcategory"] == "1.2")

    return look


def test_a_heading_is_found_and_not_its_line_in_the_items_contents(row):
    entry = row("Evidence 2, under My contribution", ["My contribution ... 2"], ["# My contribution"], [])
    assert (entry["section_hint"], entry["section_pages"]) == ("My contribution", [6])


def test_a_dated_message_begins_where_its_header_says_when_it_was_sent(row):
    sent = (["Sent: 3 May 2023"], ["Sent: 4 May 2023", "Subject: the reply of 3 May 2023"], [])
    assert row("Evidence 2, e-mail of 4 May 2023", *sent)["section_pages"] == [6]


def test_a_tab_is_found_by_the_line_that_names_it(row):
    assert row("Evidence 2 (the SAR log tab)", [], [], ["Sheet: SAR log"])["section_pages"] == [7]


@pytest.mark.parametrize(
    ("words", "pages"), [("final paragraph", [7]), ("opening paragraph", [5]), ("second half", None)]
)
def test_the_ends_of_an_item_are_its_first_and_last_pages(row, words, pages):
    assert row(f"Evidence 2, {words}", [], [], [])["section_pages"] == pages


def test_a_slide_is_found_by_the_number_behind_its_title_in_a_run_of_slides(row):
    assert row("Evidence 2, slide 2", ["1"], ["2"], ["3"])["section_pages"] == [6]
    assert row("Evidence 2, slide 2", [], ["2"], [])["section_pages"] is None


def test_an_annex_is_not_the_section_of_its_number(row):
    pages = ([], ["# Section 1: Scope"], ["# Annex 1 - Follow-up"])
    assert row("Evidence 2, section 1", *pages)["section_pages"] == [6]
    assert row("Evidence 2: its Annex 1", *pages)["section_pages"] == [7]


def test_a_page_counted_in_words_is_counted_in_its_item(row):
    entry = row("Evidence 2 (third page)", [], [], [])
    assert (entry["page_hint"], entry["pages"]) == ("3", [7])


def test_simulated_behind_the_code_holds_for_the_row(row):
    assert row("Evidence 2", [], [], [], code="1.2 (simulated)")["notes"] == ["simulated"]
