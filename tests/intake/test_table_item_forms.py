"""Further forms of tables by item and of matrices: main and other codes, pages of each row, typed strokes, titles."""

import dataclasses

import pytest

from mrse_assess.intake import read_portfolio
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.text.said_units import Titles
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import MediaKind

TITLE = "Experience Cross Reference Table"
SERVED = {
    1: ("1.1", "3"),
    2: ("1.2", "4.1", "4.2", "4.3"),
    3: ("2.1",),
    4: ("2.2", "5.1", "5.2"),
    5: ("6.1", "8.1"),
    6: ("3", "6.2"),
    7: ("7.1", "7.2"),
    8: ("8.2",),
}
CELLS = {(code, str(number)) for number, codes in SERVED.items() for code in codes}
OWN_WORDS = {
    "1.1": "Local MR safety governance",
    "1.2": "Requirements of the MR safety framework",
    "2.1": "Local rules and procedures in the unit",
    "2.2": "Audit of rules",
    "3": "Modification of sequences",
    "4.1": "Implants with an MR Conditional label",
    "4.2": "MR Unlabelled devices",
    "4.3": "Non-medical implants",
    "5.1": "Training",
    "5.2": "Incident investigation",
    "6.1": "Procurement",
    "6.2": "Design and siting",
    "7.1": "Acceptance tests",
    "7.2": "Regular safety checks",
    "8.1": "Update and training events",
    "8.2": "Specialist groups and bodies",
}


@pytest.mark.parametrize("heads", [("Main sub-category", "Also relevant to"), ("Sub-category", "Others"), ("SC", "SC")])
@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_an_item_may_have_a_main_sub_category_and_others(case, style, heads):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", *heads)]
    rows += [
        (f"E{number}", f"Work {number}", codes[0], ", ".join(codes[1:]) or "-") for number, codes in SERVED.items()
    ]
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 150, 110, 130), style=style)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("merge", [(), (0,)])
def test_each_row_of_an_item_may_have_its_own_pages(case, merge):
    portfolio = case.drawn()
    rows = [("Item", "Sub-category", "Pages")]
    for number, codes in SERVED.items():
        rows += [
            (f"Item {number}" if not at else "", code, "all" if at % 2 else str(at + 1))
            for at, code in enumerate(codes)
        ]
    portfolio.table(portfolio.page(title=TITLE), rows, (120, 90, 90), merge=merge, padding=2)
    for number in SERVED:
        portfolio.evidence(f"Item {number}", pages=4, title=f"Work number {number}")
    found = {
        (entry.sub_category, entry.evidence_id): entry.page_hint for entry in case.read(portfolio).cross_references
    }
    assert found == {
        (code, str(number)): None if at % 2 else str(at + 1)
        for number, codes in SERVED.items()
        for at, code in enumerate(codes)
    }


@pytest.mark.parametrize("text", ["2.1, p. 25, 3, p. 24", "2.1, p. 25, 3", "2.1 p. 25 and 3 p. 24"])
def test_a_code_of_one_figure_is_none_of_the_pages_before_it(text):
    codes = list(OWN_WORDS)
    assert [said.code for said in read_listed(text, codes).said] == ["2.1", "3"]
    assert read_listed(text, codes).said[0].pages == "25"


def test_pages_that_rise_are_no_codes():
    said = read_listed("2.1, pp. 1, 3, 4.2", list(OWN_WORDS)).said
    assert [(each.code, each.pages) for each in said] == [("2.1", "1, 3"), ("4.2", None)]


def test_the_head_of_a_category_without_sub_categories_may_stand_over_both_rows_of_heads(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    codes = list(OWN_WORDS)
    for place, code in enumerate(codes):
        page.insert_text((120 + 28 * place, 133 if code == "3" else 140), code, fontsize=8)
    for number, served in SERVED.items():
        page.insert_text((60, 140 + 20 * number), f"Ev. {number}", fontsize=8)
        for code in served:
            page.insert_text((123 + 28 * codes.index(code), 140 + 20 * number), "x", fontsize=8)
    assert case.cells_read(portfolio) == CELLS


def typed(rows, *, strokes, rules):
    """Rows as lines of typed text with columns of equal width."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [
        strokes.join(["", *(f" {cell:<{wide}} " for cell, wide in zip(row, widths, strict=True)), ""]) for row in rows
    ]
    across = "+".join(["", *("-" * (wide + 2) for wide in widths), ""])
    return [line for each in lines for line in ((each, across) if rules else (each,))]


def type_out(page, lines):
    for place, line in enumerate(lines):
        page.insert_text((50, 120 + 12 * place), line, fontsize=7.5, fontname="cour")


@pytest.mark.parametrize("rules", [True, False])
def test_a_matrix_may_be_typed_with_strokes(case, rules):
    portfolio = case.drawn()
    codes = list(OWN_WORDS)
    rows = [("", *codes)]
    rows += [(f"E{number}", *("x" if code in served else " " for code in codes)) for number, served in SERVED.items()]
    type_out(portfolio.page(title=TITLE), typed(rows, strokes="|", rules=rules))
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("rules", [True, False])
def test_a_table_by_item_may_be_typed_with_strokes(case, rules):
    portfolio = case.drawn()
    rows = [("Ref", "What it is", "Sub-categories")]
    rows += [(f"E{number}", f"Work number {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    type_out(portfolio.page(title=TITLE), typed(rows, strokes="|", rules=rules))
    assert case.cells_read(portfolio) == CELLS


def test_titles_in_the_applicants_words_are_told_apart():
    titles = Titles(load_scheme().sub_categories)
    assert {code: titles.code_of(words) for code, words in OWN_WORDS.items()} == {code: code for code in OWN_WORDS}


@pytest.mark.parametrize(
    "text", ["MR safety policy", "Local rules for scanner 2", "Training matrix for theatre staff", "Whole document", ""]
)
def test_titles_of_items_are_no_sub_categories(text):
    assert Titles(load_scheme().sub_categories).code_of(text) is None


@pytest.mark.parametrize("by_item", [True, False])
@pytest.mark.parametrize("style", ["ruled", "rules"])
def test_a_table_may_have_titles_in_place_of_codes(case, style, by_item):
    portfolio = case.drawn()
    if by_item:
        rows = [("Evidence", "Area of experience")]
        rows += [(f"Evidence {n}", "\n".join(OWN_WORDS[code] for code in codes)) for n, codes in SERVED.items()]
    else:
        served = {code: [f"Evidence {n}" for n, codes in SERVED.items() if code in codes] for code in OWN_WORDS}
        rows = [("Experience", "Where shown"), *((OWN_WORDS[code], ", ".join(each)) for code, each in served.items())]
    portfolio.table(portfolio.page(title=TITLE), rows, (220, 230), style=style)
    for number in SERVED:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    read = read_portfolio((portfolio.reading(),), load_scheme())
    assert case.cells_of(read) == CELLS
    assert max(entry.confidence for entry in read.cross_references) < 0.9
    assert "sub-categories-by-title" in {problem.code for problem in read.problems}


@pytest.mark.parametrize("said", ["code", "item"])
def test_a_place_that_repeats_its_head_claims(case, said):
    portfolio = case.drawn()
    codes = list(OWN_WORDS)
    rows = [("Evidence", *codes)]
    rows += [
        (f"E{n}", *((code if said == "code" else f"E{n}") if code in served else "" for code in codes))
        for n, served in SERVED.items()
    ]
    portfolio.table(portfolio.page(title=TITLE), rows, (50, *[28] * 16))
    assert case.cells_read(portfolio) == CELLS


def test_a_table_of_a_word_file_may_have_titles_in_place_of_codes(case):
    rows = [("Evidence", "Area")]
    rows += [(f"E{n}", "\n".join(OWN_WORDS[code] for code in codes)) for n, codes in SERVED.items()]
    front = case.drawn(file="front.docx")
    front.page("The table stands here.", title=TITLE)
    evidence = case.drawn(file="evidence.pdf")
    for number in SERVED:
        evidence.evidence(f"E{number}", pages=2, title=f"Work number {number}")
    word = dataclasses.replace(front.reading(), tables=(case.native(rows),), media=MediaKind.DOCX)
    assert case.cells_of(read_portfolio((word, evidence.reading()), load_scheme())) == CELLS
