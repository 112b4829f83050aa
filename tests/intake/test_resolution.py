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


def test_where_no_table_was_read_nothing_is_said_of_what_it_cites(drawn, read):
    portfolio = drawn()
    for item in (1, 2, 3):
        portfolio.page(*["Text of the work"] * 20, title=f"Evidence {item} work")
    found = read(portfolio)
    assert found.orphans == ("1", "2", "3")
    assert "table-not-found" in problem_codes(found)
    assert "item-not-cited" not in problem_codes(found)


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
    assert entry.confidence < 0.7
    assert found.unresolved == ()


def test_pages_without_an_item_lead_to_the_items_there(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.2": "pages 6-9"}))
    entry = next(each for each in found.cross_references if each.sub_category == "4.2")
    assert entry.evidence_id == "2"
    assert "pages-without-item" in problem_codes(found)


@pytest.mark.parametrize(
    ("said", "highest"), [("Quench pipe correspondence", 0.96), ('"Quench pipe mail correspondence"', 0.7)]
)
def test_a_title_alone_names_its_item_with_less_confidence(drawn, read, said, highest):
    portfolio = portfolio_of(drawn, BASE | {"4.2": said})
    portfolio.page(*["Text"] * 20, title="Evidence 6 Quench pipe correspondence")
    found = read(portfolio)
    entry = next(each for each in found.cross_references if each.sub_category == "4.2")
    assert (entry.evidence_id, entry.confidence < highest) == ("6", True)


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


def entries_of(found, code):
    return [(each.evidence_id, each.page_hint) for each in found.cross_references if each.sub_category == code]


@pytest.mark.parametrize("cell", ["as for 1.2", "see 1.2 above", "Same as 1.2", "see row 1.2"])
def test_a_row_that_points_at_another_has_that_row_s_items_with_less_confidence(drawn, read, cell):
    found = read(portfolio_of(drawn, BASE | {"1.2": "Evidence 2, p 2; Evidence 3", "4.2": cell}))
    assert entries_of(found, "4.2") == [("2", "2"), ("3", None)]
    assert max(each.confidence for each in found.cross_references if each.sub_category == "4.2") < 0.9
    problem = next(each for each in found.problems if each.code == "cell-names-sub-category")
    assert "given those of 1.2" in problem.found
    assert problem.locator.page == 1


def test_see_above_is_the_row_above(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.2": "See above"}))
    assert entries_of(found, "4.2") == [("5", None)]
    assert "cell-points-elsewhere" in problem_codes(found)


def test_a_row_that_points_at_an_empty_row_claims_nothing(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.2": "as for 4.3", "4.3": "N/A"}))
    assert entries_of(found, "4.2") == []
    assert "cell-names-sub-category" in problem_codes(found)


def test_numbers_that_were_not_understood_are_said_beside_what_was_read(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.2": "Evidence 2; notebook 31b sheet 77"}))
    assert entries_of(found, "4.2")[0] == ("2", None)
    problem = next(each for each in found.problems if each.code in {"cell-partly-read", "reference-uncertain"})
    assert "4.2" in problem.found
    assert problem.locator.box is not None


def test_a_title_with_a_page_names_its_item_and_page(drawn, read):
    portfolio = portfolio_of(drawn, BASE | {"1.2": "Evidence 2, p 2", "4.2": "Quench pipe correspondence, page 1"})
    portfolio.page(*["Text"] * 20, title="Evidence 6 Quench pipe correspondence")
    assert entries_of(read(portfolio), "4.2") == [("6", "1")]


def test_a_title_that_is_only_partly_said_of_two_items_names_none(drawn, read):
    portfolio = portfolio_of(drawn, BASE | {"4.2": "Quench pipe"})
    portfolio.page(*["Text"] * 20, title="Evidence 6 Quench pipe correspondence")
    portfolio.page(*["Text"] * 20, title="Evidence 7 Quench pipe survey")
    found = read(portfolio)
    assert entries_of(found, "4.2") == []
    assert "cell-not-understood" in problem_codes(found)


def test_a_file_s_folder_tells_items_of_one_label_apart(drawn, read):
    front = portfolio_of(drawn, BASE | {"4.2": "Folder 2/Doc 1"}, items=0)
    files = [drawn(file=f"Folder {folder}/Doc {number}.pdf") for folder in (1, 2) for number in (1, 2)]
    for file in files:
        file.evidence("", pages=2)
    found = read(front, *files)
    entry = next(each for each in found.cross_references if each.sub_category == "4.2")
    assert (entry.evidence_id, entry.spans[0].file) == ("Folder 2/1", "Folder 2/Doc 1.pdf")


def test_a_section_without_a_page_leads_to_the_whole_item(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"1.2": "Evidence 2 section 3"}))
    assert pages_of(found, "1.2") == [6, 7, 8, 9]
    assert next(each for each in found.cross_references if each.sub_category == "1.2").section_hint == "3"


def test_a_doubtful_reference_says_what_makes_it_doubtful(drawn, read):
    found = read(portfolio_of(drawn, BASE | {"4.1": "Evidence 5b"}))
    problem = next(each for each in found.problems if each.code == "reference-uncertain")
    assert "a part of an item" in problem.found
