"""What each column of a table holds, and what is doubted of what was read there."""

from dataclasses import replace

import pytest

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Known, Reference
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.claims import Claim, RowReading, read_rows
from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.intake.table.interpretation import interpret
from mrse_assess.intake.table.table_doubt import doubted_rows
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.pages import PageReading, Word
from mrse_assess.model.places import Locator
from mrse_assess.terms import TextSource

TITLES = {"1": "Quench drill", "2": "Report of a fall", "3": "Fringe field survey", "4": "Local rules"}


def grid(*rows):
    found = tuple(
        Row(tuple(Cell(text, 1, (60, 20 * place, 90, 20 * place + 10)) for text in row), 1)
        for place, row in enumerate(rows)
    )
    return Grid("Portfolio.pdf", found, (1,), ruled=True)


def hints(table, known=None):
    rows = read_rows(table, known or Known())
    return {(row.code, claim.reference.evidence_id): claim.reference.page_hint for row in rows for claim in row.claims}


def read(case, rows, **known):
    table = interpret(grid(*rows), case.codes, Known(codes=frozenset(case.codes), **known))
    assert table is not None
    return hints(table, Known(codes=frozenset(case.codes), **known))


@pytest.mark.parametrize("head", ["Pg", "Pgs", "Page(s)"])
def test_a_column_of_pages_may_be_headed_in_short(case, head):
    rows = [("Code", "Evidence", "Title of evidence", head)]
    rows += [(code, "Ev. 1\nEv. 3", "Quench drill\nFringe field survey", "2\n4-5") for code in case.codes]
    found = read(case, rows, ids=frozenset(TITLES), titles=TITLES)
    assert found == {(code, item): page for code in case.codes for item, page in (("1", "2"), ("3", "4-5"))}


def test_titles_without_a_heading_are_neither_pages_nor_the_column_of_items(case):
    rows = [(str(place % 4 + 1), TITLES[str(place % 4 + 1)], "2", code) for place, code in enumerate(case.codes)]
    found = read(case, [("Ref", "", "", "Code"), *rows], ids=frozenset(TITLES), titles=TITLES)
    assert found == {(row[3], row[0]): "2" for row in rows}


def test_a_column_of_clauses_of_guidance_names_no_items(case):
    rows = [("Code", "Evidence", "MHRA ref.")] + [(code, "E1", "4.9") for code in case.codes]
    assert read(case, rows, ids=frozenset({"1", "4"})) == dict.fromkeys((code, "1") for code in case.codes)


SCALES = ["Confidence (1 to 5)", "Self-assessment", "Score", "Rating, 1-5", "Years", "How often", "Level", "Out of 5"]


@pytest.mark.parametrize("head", SCALES)
def test_a_mark_on_a_scale_is_no_item(case, head):
    """Applicants rate themselves for each sub-category before they begin, and enclose it."""
    rows = [("Sub-category", head)] + [(code, str(place % 4 + 2)) for place, code in enumerate(case.codes)]
    assert not read(case, rows, ids=frozenset("12345"))


@pytest.mark.parametrize("head", SCALES)
def test_items_beside_a_mark_on_a_scale_are_read(case, head):
    rows = [("Code", head, "Evidence")] + [(code, str(place % 4 + 2), "1, 7") for place, code in enumerate(case.codes)]
    assert set(read(case, rows, ids=frozenset("1234567"))) == {(code, item) for code in case.codes for item in "17"}


@pytest.mark.parametrize(
    "head", ["Evidence", "Item no.", "Evidence (1 to 17)", "Level of evidence, item", "Numbers", ""]
)
def test_bare_numbers_under_other_heads_are_items(case, head):
    rows = [("Sub-category", head)] + [(code, str(place % 4 + 2)) for place, code in enumerate(case.codes)]
    assert {item for _, item in read(case, rows, ids=frozenset("12345"))} == {"2", "3", "4", "5"}


def test_a_supporting_item_may_stand_in_a_column_with_its_page(case):
    rows = [("Code", "Item", "Page", "Item (page)")] + [(code, "Ev. 1", "2", "Ev. 3 (p 4)") for code in case.codes]
    assert read(case, rows) == {(code, item): page for code in case.codes for item, page in (("1", "2"), ("3", "4"))}


def test_each_column_of_items_may_have_its_own_column_of_pages(case):
    rows = [("Code", "Item", "Page", "Item", "Page")]
    rows += [(code, "Ev. 1", "2", "Ev. 3\nEv. 4", "4\n6") for code in case.codes]
    wanted = (("1", "2"), ("3", "4"), ("4", "6"))
    assert read(case, rows) == {(code, item): page for code in case.codes for item, page in wanted}


def test_the_colon_of_a_title_does_not_end_the_title_of_the_sub_category(case):
    rows = [
        (f"{code} Work of this kind\nEvidence 2 Reply (p 1)\nEvidence 3 Clip: reasoning (p 2)",) for code in case.codes
    ]
    assert read(case, rows) == {(code, item): page for code in case.codes for item, page in (("2", "1"), ("3", "2"))}


def claimed(code, items, text="", place=None):
    claims = tuple(Claim(code, Reference(evidence_id=item), text, place) for item in items)
    return RowReading(code, claims, blank=False, above=False, codes=(), unread="", place=place, text=text)


def doubted_codes(rows):
    found = doubted_rows(rows, ())
    return {row.code for row in found for each in row.claims if Sign.ROW_IN_DOUBT in each.reference.signs}


def test_many_sub_categories_beside_one_cell_are_doubted_and_three_are_not(case):
    place = Locator(file="Portfolio.pdf", page=1, box=(1, 1, 9, 9))
    few = [claimed(code, [str(number)], "E1", place) for number, code in enumerate(case.codes[:3])]
    many = [claimed(code, [str(number)], "E1", place) for number, code in enumerate(case.codes[:4])]
    assert doubted_codes(few) == set()
    assert doubted_codes(many) == set(case.codes[:4])


def test_sub_categories_that_all_name_the_same_items_are_doubted(case):
    assert doubted_codes([claimed(code, ["1", "2"]) for code in case.codes]) == set(case.codes)
    assert doubted_codes([claimed(code, [code, "2"]) for code in case.codes]) == set()


def test_a_row_that_swallowed_half_of_the_items_is_doubted(case):
    rows = [claimed(code, [str(place)]) for place, code in enumerate(case.codes)]
    swallowed = claimed("4.1", [str(place) for place in range(9)])
    assert doubted_codes([row for row in rows if row.code != "4.1"] + [swallowed]) == {"4.1"}


def test_short_words_that_recognition_made_too_tall_stay_on_their_own_lines(case):
    words = [Word(60 + 30 * place, 100, 85 + 30 * place, 109, "chaired", 0, 0) for place in range(5)]
    tall = [Word(400, 96, 405, 113, "3", 1, 0), Word(400, 103, 405, 124, "8", 1, 1)]
    page = PageReading(
        number=1, width=595, height=842, words=(*words, *tall), rulings=(), has_text=True, picture_share=1.0
    )
    read = replace(page, text_source=TextSource.RECOGNISED)
    lines = [line.text for line in file_lines(case.document("Scan.pdf", (read,))).pages[0].lines]
    assert lines == ["chaired chaired chaired chaired chaired 3", "8"]


def test_a_second_reading_that_loses_most_claims_is_not_taken(case):
    rows = [("Code", "", "Remarks")] + [(f"{code} Annex A p. 5", "", "Led by me") for code in case.codes]
    rows[3] = (rows[3][0], "B", "Led by me")
    known = Known(codes=frozenset(case.codes))
    first = interpret(grid(*rows), case.codes, known)
    assert first is not None
    table = FoundTable("Portfolio.pdf", (1,), read_rows(first, known), 20.0, (1, 0.0), parts=(first,))
    again = table.read_again(replace(known, ids=frozenset("AB")), case.codes)
    assert len({row.code for row in again.rows if row.claims}) == len(case.codes)


@pytest.mark.parametrize("head", ["Number of items", "No. of documents"])
def test_how_many_items_a_row_names_is_no_item(case, head):
    portfolio = case.drawn()
    rows = [(code, text, str(sum(each == code for each, _ in case.cells))) for code, text in case.claims.items()]
    portfolio.table(portfolio.page(title="Cross reference table"), [("Code", "Evidence", head), *rows], (60, 250, 90))
    assert case.cells_read(portfolio) == case.cells
