"""Each reference leads to exact pages; what leads nowhere, and what nobody cites, is said."""

import pytest

BASE = {"1.1": "Evidence 1", "1.2": "Evidence 2", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}


def portfolio_of(drawn, claims, *, printed_from=None, pages=4, items=5, foot=""):
    portfolio = drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    number = 2
    for item in range(1, items + 1):
        for place in range(pages):
            text = f"Page {number - printed_from}" if printed_from is not None else foot
            portfolio.page(*["Text of the work"] * 20, title=f"Evidence {item} work" if not place else "", foot=text)
            number += 1
    return portfolio


def pages_of(found, code):
    return [
        page
        for entry in found.cross_references
        if entry.sub_category == code
        for span in entry.spans
        for page in span.pages
    ]


def problem_codes(found):
    return {problem.code for problem in found.problems}


def test_without_a_hint_a_reference_leads_to_every_page_of_the_item(drawn, read):
    assert pages_of(read(portfolio_of(drawn, BASE)), "1.2") == [6, 7, 8, 9]


def test_page_hints_count_within_the_item_where_that_fits_most(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"1.2": "Evidence 2, p 2", "2.1": "Evidence 3 (pp 3-4)"}))
    assert (pages_of(found, "1.2"), pages_of(found, "2.1")) == ([7], [12, 13])
    note = next(problem for problem in found.problems if problem.code == "page-counting")
    assert "first page of each item" in note.found


def test_page_hints_count_within_the_file_where_that_fits_most(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"1.2": "Evidence 2, p 7", "2.1": "Evidence 3 (pp 12-13)"}))
    assert (pages_of(found, "1.2"), pages_of(found, "2.1")) == ([7], [12, 13])


def test_page_hints_are_printed_numbers_where_those_are_offset(drawn, read):
    claims = BASE | {"1.2": "Evidence 2, p 17", "2.1": "Evidence 3 (pp 22-23)"}
    found = read(portfolio_of(drawn, claims, printed_from=-10))
    assert (pages_of(found, "1.2"), pages_of(found, "2.1")) == ([7], [12, 13])
    note = next(problem for problem in found.problems if problem.code == "page-counting")
    assert "printed" in note.found


def test_an_ambiguous_counting_is_said_and_lowers_the_confidence(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"1.1": "Evidence 1, p 3"}))
    assert "page-counting-open" in problem_codes(found)
    assert min(entry.confidence for entry in found.cross_references) <= 0.7


def test_a_hint_beyond_the_item_leads_to_the_whole_item_with_a_problem(drawn, read):
    found = read(
        portfolio_of(drawn, BASE | {"1.2": "Evidence 2, p 2", "2.1": "Evidence 3, p 3", "2.2": "Evidence 4, p 99"})
    )
    assert pages_of(found, "2.2") == [14, 15, 16, 17]
    problem = next(each for each in found.problems if each.code == "page-hint-out-of-range")
    assert "page 99 of item 4" in problem.found
    assert problem.locator is not None


def test_what_is_not_in_the_portfolio_is_unresolved_and_what_is_not_cited_an_orphan(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.1": "Evidence 9"}))
    assert found.unresolved == (("4.1", "9"),)
    assert found.orphans == ("5",)
    assert {"reference-unresolved", "item-not-cited"} <= problem_codes(found)


def test_a_part_of_an_item_leads_to_the_item_with_low_confidence(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.1": "Evidence 5b"}))
    entry = next(each for each in found.cross_references if each.sub_category == "4.1")
    assert (entry.evidence_id, pages_of(found, "4.1")) == ("5b", [18, 19, 20, 21])
    assert entry.confidence <= 0.5
    assert found.unresolved == ()


def test_pages_without_an_item_lead_to_the_items_there(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.2": "pages 6-9"}))
    entry = next(each for each in found.cross_references if each.sub_category == "4.2")
    assert entry.evidence_id == "2"
    assert "pages-without-item" in problem_codes(found)


def test_a_title_alone_names_its_item_with_less_confidence(drawn, read):
    portfolio = portfolio_of(drawn, BASE | {"4.2": "Quench pipe correspondence"})
    portfolio.page(*["Text"] * 20, title="Evidence 6 Quench pipe correspondence")
    found = read(portfolio)
    entry = next(each for each in found.cross_references if each.sub_category == "4.2")
    assert (entry.evidence_id, entry.confidence < 0.7) == ("6", True)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("See above", "cell-points-elsewhere"),
        ("see 1.2", "cell-names-sub-category"),
        ("Various pieces of documentation", "cell-not-understood"),
    ],
)
def test_a_cell_that_names_no_item_is_said(drawn, read, cell, code):
    found = read(portfolio_of(drawn, BASE | {"4.2": cell}))
    problem = next(each for each in found.problems if each.code == code)
    assert "4.2" in problem.found
    assert problem.locator.page == 1


def test_rows_that_are_missing_are_named(drawn, read):
    found = read(portfolio_of(drawn, BASE))
    problem = next(each for each in found.problems if each.code == "sub-category-without-row")
    assert "8.2" in problem.found
    assert "4.1" not in problem.found


def test_raw_text_and_place_of_each_cell_are_kept(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"1.2": "See Evidence 2, page 2 (simulated)"}))
    entry = next(each for each in found.cross_references if each.sub_category == "1.2")
    assert entry.text == "See Evidence 2, page 2 (simulated)"
    assert entry.notes == ("simulated",)
    assert entry.cell.page == 1
    assert entry.cell.box[0] > 140
