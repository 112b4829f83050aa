"""Tables by item in blocks: cards, sentences, stacked rows, and boxes beside every sub-category."""

import pytest

from mrse_assess.intake.table.listed_codes import read_listed

TITLE = "Experience Cross Reference Table"
SERVED = {
    1: ("1.1 - section 2", "3 - pages 1 and 2"),
    2: ("1.2 - step 3", "4.1"),
    3: ("2.1 (simulated)",),
    4: ("2.2", "5.1 - paragraph 1.2, p.2", "7.1"),
    5: (),
    6: ("6.1", "8.1"),
}
CELLS = {(said.split()[0], str(number)) for number, codes in SERVED.items() for said in codes}
HINTS = {
    ("1.1", "1"): (None, "2"),
    ("3", "1"): ("1, 2", None),
    ("1.2", "2"): (None, "step 3"),
    ("5.1", "4"): ("2", "1.2"),
}


def work(number):
    return f"Evidence {number}", f"Review of {number}.5 T scanners, rooms 3 and 6.2"


def cards(portfolio):
    page = portfolio.page(title=TITLE)
    top = 130
    for number, codes in SERVED.items():
        rows = [work(number), ("Supports", "\n".join(codes) or "none")]
        top = portfolio.table(page, rows, (90, 300), top=top) + 12


def cards_of_fields(portfolio):
    page = portfolio.page(title=TITLE)
    top = 130
    for number, codes in SERVED.items():
        label, title = work(number)
        rows = [(label,), (f"Title: {title}",), ("Date: 3.1.2024",), (f"Sub-categories: {'; '.join(codes) or 'none'}",)]
        top = portfolio.table(page, rows, (400,), top=top) + 12


def sentences(portfolio):
    lines = []
    for number, codes in SERVED.items():
        lines += [" ".join(work(number)), f"   Supports: {'; '.join(codes) or 'none'}", ""]
    portfolio.page(*lines, title=TITLE)


def stacked(portfolio):
    page = portfolio.page(title=TITLE)
    top = portfolio.table(page, [("Code", "Description", "Where")], (60, 180, 180))
    for number, codes in SERVED.items():
        top = portfolio.table(page, [(" - ".join(work(number)),)], (420,), top=top)
        for said in codes:
            code, _, where = said.partition(" ")
            row = (code, "Design and siting", where.removeprefix("- ") or "whole item")
            top = portfolio.table(page, [row], (60, 180, 180), top=top)


@pytest.mark.parametrize("draw", [cards, cards_of_fields, sentences, stacked])
def test_blocks_below_the_labels_of_items_name_their_sub_categories(case, draw):
    portfolio = case.drawn()
    draw(portfolio)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("draw", [cards, stacked])
def test_what_stands_behind_a_sub_category_is_a_place_in_the_item(case, draw):
    portfolio = case.drawn()
    draw(portfolio)
    for number in SERVED:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    entries = {(entry.sub_category, entry.evidence_id): entry for entry in case.read(portfolio).cross_references}
    assert {key: (entries[key].page_hint, entries[key].section_hint) for key in HINTS} == HINTS
    assert [key for key, entry in entries.items() if entry.notes] == [("2.1", "3")]


def test_cards_that_are_tables_of_the_file_itself_are_read_together(case):
    tables = [
        case.native([work(number), ("Supports sub-categories", "\n".join(codes) or "none")])
        for number, codes in SERVED.items()
    ]
    front = case.drawn()
    front.page(title=TITLE)
    evidence = case.drawn("Evidence.pdf")
    for number in SERVED:
        evidence.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    document = case.document("Table.docx", front.reading().pages, tables=tuple(tables))
    assert case.cells_of(case.read(document, evidence.reading())) == CELLS


def test_items_under_sub_categories_are_no_blocks_of_items(case):
    lines = []
    for code, number in (("1.1", 1), ("1.2", 2), ("2.1", 3), ("2.2", 4), ("3", 5), ("4.1", 6), ("4.2", 7)):
        lines += [f"{code}:", f"Evidence {number}"]
    portfolio = case.drawn()
    portfolio.page(*lines, title=TITLE)
    assert ("1.2", "1") not in case.cells_read(portfolio)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("\u2612 1.1 \u2610 1.2 \u2610 2.1\n\u2611 3 \u2610 4.1", ["1.1", "3"]),
        ("1.1 \u2610 1.2 \u2611 2.1 \u2610\n3 \u2611", ["1.2", "3"]),
        ("[ ] 1.1 [x] 1.2 [ ] 2.1 [X] 2.2", ["1.2", "2.2"]),
        ("\u25a1 1.1 \u25a0 1.2", ["1.2"]),
        ("\u25cb 1.1\n\u25cb 2.1", ["1.1", "2.1"]),  # bullets
    ],
)
def test_of_boxes_only_those_that_are_ticked_claim(case, text, codes):
    assert [said.code for said in read_listed(text, case.codes).said] == codes


def test_a_cell_in_which_no_box_is_ticked_claims_nothing(case):
    listed = read_listed(" ".join(f"\u2610 {code}" for code in case.codes), case.codes)
    assert listed.blank
    assert not listed.said


def test_items_that_all_list_every_sub_category_claim_nothing(case):
    portfolio = case.drawn()
    every = " ".join(case.codes[:8]) + "\n" + " ".join(case.codes[8:])
    rows = [("Evidence", "Supports (circled)"), *((f"Evidence {number}", every) for number in range(1, 7))]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 300))
    assert case.cells_read(portfolio) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.1 - \u00a7 3, page 4\n5.1", [("2.1", "4", "3"), ("5.1", None, None)]),
        ("2.1: section 4;\n7.1: pages\n3 and 5", [("2.1", None, "4"), ("7.1", "3, 5", None)]),
        ("1.1 (simulated), 1.2", [("1.1", None, None), ("1.2", None, None)]),
        ("6.1 (step 5; p2)\n8.1 (whole item)\n8.2", [("6.1", "2", "step 5"), ("8.1", None, None), ("8.2", None, None)]),
        ("7.2 - sections 2.1 and 2.2", [("7.2", None, "2.1, 2.2")]),
    ],
)
def test_numbers_behind_a_sub_category_are_places_and_no_further_sub_categories(case, text, said):
    assert [(each.code, each.pages, each.section) for each in read_listed(text, case.codes).said] == said
