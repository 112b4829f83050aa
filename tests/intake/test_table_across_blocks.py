"""A table on its side may be broken into blocks of a few sub-categories each, and a list may be spoken of above it."""

import pytest

from mrse_assess.intake.text.part_headings import names_list

TITLE = "Experience Cross Reference Table"


def short(text):
    return text.replace("Evidence ", "Encl. ").replace(", E", "\nE").replace(" (simulated)", "\n(simulated)")


def blocks(case, of):
    return [case.codes[place : place + of] for place in range(0, 16, of)]


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_blocks_of_four_are_read_with_titles_in_their_heads(case, style):
    portfolio = case.drawn()
    page, low = portfolio.page(title=TITLE, top=60, landscape=True), 110
    for codes in blocks(case, 4):
        heads = [f"{code} {case.titles[code].splitlines()[0][:24]}" for code in codes]
        rows = [("Competency", *heads), ("Evidence", *(short(case.claims[code]) for code in codes))]
        low = portfolio.table(page, rows, (90, *[150] * 4), style=style, left=40, top=low) + 18
    assert case.cells_read(portfolio) == case.cells


def test_blocks_that_do_not_go_on_in_the_scheme_are_no_table(case):
    portfolio = case.drawn()
    page, low = portfolio.page(title=TITLE, top=60, landscape=True), 110
    for codes in (("2.1", "2.2"), ("1.1", "1.2"), ("7.1", "7.2")):
        rows = [("Clause", *codes), ("Found", *("Encl. 1" for _ in codes))]
        low = portfolio.table(page, rows, (90, *[150] * 2), left=40, top=low) + 18
    assert not case.cells_read(portfolio)


def test_a_sentence_about_the_list_makes_a_table_by_item_no_list(case):
    portfolio = case.drawn()
    page = portfolio.page("Please read this with the list of evidence.", title="Evidence mapped to sub-categories")
    claims = {number: [code for code, each in sorted(case.cells) if each == str(number)] for number in range(1, 13)}
    rows = [("Evidence", "Document", "Maps to")]
    rows += [(f"Evidence {number}", f"Work number {number}", ", ".join(codes)) for number, codes in claims.items()]
    portfolio.table(page, rows, (90, 200, 120), top=150)
    assert case.cells_read(portfolio) == case.cells


def test_a_typed_table_is_found_below_a_table_of_the_files_own(case):
    portfolio = case.drawn()
    lines = [f"{code} {case.claims[code]}" for code in case.codes]
    portfolio.page(*lines, title=TITLE)
    listed = case.native([("Evidence no.", "Title"), *((f"Evidence {n}", f"Work number {n}") for n in range(1, 13))])
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    read = portfolio.reading()
    found = case.read(case.document(read.file, read.pages, tables=(listed,)))
    assert case.cells_of(found) == case.cells


def test_a_head_in_two_lines_is_a_head(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    rows = [("IPEM sub-\ncategory", "Evidence items", "Simulated?")]
    rows += [(code, f"Evidence {place % 12 + 1}", "Y" if place % 3 else "") for place, code in enumerate(case.codes)]
    portfolio.table(page, rows, (90, 150, 120), style="none")
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    noted = {each.sub_category for each in found.cross_references if each.notes}
    assert noted == {code for place, code in enumerate(case.codes) if place % 3}


def test_a_sentence_that_speaks_of_a_list_is_no_heading_of_one():
    assert names_list("List of evidence")
    assert names_list("Table of contents .")
    assert not names_list("Please read this with the list of evidence.")


def test_a_column_of_places_is_known_by_what_it_says(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    places = ["agenda item 1", "section 3", "table 2", '"Changes made"', "all pages", "slide 5"] * 3
    rows = [("Sub-category", "Evidence", "Where")]
    items = [f"Evidence {number}" for number in [*range(1, 13), 1, 2, 3, 4]]
    rows += list(zip(case.codes, items, places[:16], strict=True))
    rows[1] = ("1.1", "Evidence 1\nEvidence 2", "page 1\nfigure 2")
    portfolio.table(page, rows, (80, 150, 150))
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    said = {
        (each.sub_category, each.evidence_id): (each.page_hint, each.section_hint) for each in found.cross_references
    }
    assert said["1.1", "1"] == ("1", None)
    assert said["1.1", "2"] == (None, "figure 2")
    assert said["2.2", "4"] == (None, "Changes made")


def test_what_follows_a_matrix_is_not_in_its_last_row(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE, top=60)
    rows = [("No.", *(f"E{number}" for number in range(1, 13)))]
    for place, code in enumerate(case.codes):
        rows.append(
            (f"SC {code}", *(("X" if place % 2 else "p2") if place % 12 == column else "" for column in range(12)))
        )
    low = portfolio.table(page, rows, (60, *[35] * 12), style="none", left=40, top=80)
    page.insert_text((40, low + 16), "Authentication", fontsize=11)
    statement = "To the best of my knowledge the evidence listed is wholly the own work of the applicant."
    page.insert_text((40, low + 30), statement, fontsize=10)
    portfolio.table(page, [("Print name", "Dr Ida Holm"), ("Post", "Head of MR Physics")], (80, 300), top=low + 40)
    for number in range(1, 13):
        portfolio.evidence(f"E{number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    assert case.cells_of(found) == {(code, str(place % 12 + 1)) for place, code in enumerate(case.codes)}
