"""Matrices whose heads do not say the scheme's codes, or call the items by their initial."""

import dataclasses

import pytest

from mrse_assess.terms import MediaKind

TITLE = "Experience cross reference table"
ITEMS = [str(number) for number in range(1, 13)]
LEFT, TOP, HIGH, WIDE, SIDE = 40, 260, 16, 30, 70
SAID = [
    *("Governance", "Framework", "Local rules", "Review", "Sequences", "Conditional", "Unlabelled", "Adornments"),
    *("Training needs", "Incidents", "Specification", "Siting", "Acceptance", "Checks", "Events", "Groups"),
]
ROMAN = {"1": "i", "2": "ii", "3": "iii"}


def roman(code):
    category, _, figure = code.partition(".")
    return category + ROMAN.get(figure, "")


def matrix(case, heads, *, upright=False, ruled=True, over=None, label="E{}", mark="x"):
    """A portfolio with items down, and over the heads the numbers of the categories, each across its columns."""
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE, top=60)
    edges = [LEFT, *(LEFT + SIDE + WIDE * column for column in range(17))]
    bottom, start = TOP + HIGH * len(ITEMS), TOP - (90 if upright else 24)
    for at, head in enumerate(heads):
        if upright:
            page.insert_text((edges[at + 1] + 17, TOP - 6), head, fontsize=7, rotate=90)
        else:
            page.insert_text((edges[at + 1] + 2, TOP - 8), head, fontsize=4)
    for number, (first, last) in (over or {}).items():
        left, right = edges[first + 1], edges[last + 2]
        page.insert_text(((left + right) / 2 - 2, start - 6), number, fontsize=8)
        if ruled:
            page.draw_rect((left, start - 16, right, start))
    for down, item in enumerate(ITEMS):
        y = TOP + down * HIGH + 11
        page.insert_text((LEFT + 3, y), label.format(item), fontsize=8)
        for at in (place for place, code in enumerate(case.codes) if (code, item) in case.cells):
            page.insert_text((edges[at + 1] + 12, y), mark, fontsize=8)
    if ruled:
        rule(page, edges, (start, *range(TOP, bottom + 1, HIGH)))
    return portfolio


def rule(page, edges, heights):
    for x in edges:
        page.draw_line((x, heights[0]), (x, heights[-1]))
    for y in heights:
        page.draw_line((edges[0], y), (edges[-1], y))


def spans_of_categories(case):
    return {
        number: (places[0], places[-1])
        for number in "12345678"
        if (places := [at for at, code in enumerate(case.codes) if code[0] == number])
    }


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("form", [roman, lambda code: roman(code).upper().lower(), lambda code: code.replace(".", "-")])
def test_heads_may_have_the_codes_in_another_form(case, ruled, form):
    assert case.cells_read(matrix(case, [form(code) for code in case.codes], ruled=ruled)) == case.cells


@pytest.mark.parametrize(("upright", "ruled"), [(True, True), (True, False), (False, True)])
def test_heads_in_words_are_the_sub_categories_of_the_number_above(case, upright, ruled):
    portfolio = matrix(case, SAID, upright=upright, ruled=ruled, over=spans_of_categories(case))
    assert case.cells_read(portfolio) == case.cells


def test_heads_in_words_that_are_too_few_are_not_guessed(case):
    portfolio = matrix(case, [*SAID[:3], "", *SAID[4:]], upright=True, ruled=False, over=spans_of_categories(case))
    found = case.read(with_documents(portfolio, "Evidence"))
    assert all(entry.confidence < 0.5 for entry in found.cross_references)


def word_file(case, rows):
    front = case.drawn(file="front.docx")
    front.page("The table stands here.", title=TITLE)
    evidence = case.drawn(file="evidence.pdf")
    for each in ITEMS:
        evidence.evidence(f"E{each}", pages=2, title=f"Work number {each}")
    return dataclasses.replace(front.reading(), tables=(case.native(rows),), media=MediaKind.DOCX), evidence


def marked(case):
    return [(f"E{each}", *("x" if (code, each) in case.cells else "" for code in case.codes)) for each in ITEMS]


def test_heads_in_another_form_are_read_in_a_word_file(case):
    rows = [("Item", *map(roman, case.codes)), *marked(case)]
    assert case.cells_of(case.read(*word_file(case, rows))) == case.cells


def test_heads_in_words_below_categories_are_read_in_a_word_file(case):
    rows = [("", *(code[0] for code in case.codes)), ("What I send", *SAID), *marked(case)]
    assert case.cells_of(case.read(*word_file(case, rows))) == case.cells


def with_documents(portfolio, word):
    for each in ITEMS:
        portfolio.evidence(f"{word} {each}", pages=2, title=f"Work number {each}")
    return portfolio


def test_items_may_be_called_by_the_initial_of_their_word(case):
    portfolio = with_documents(matrix(case, case.codes, label="D{}"), "Document")
    assert case.cells_of(case.read(portfolio)) == case.cells


def test_a_letter_that_is_no_initial_stays_as_it_is(case):
    portfolio = with_documents(matrix(case, case.codes, label="D{}"), "Annex")
    assert {each for _, each in case.cells_of(case.read(portfolio))} == {f"D{each}" for _, each in case.cells}


def test_an_initial_in_a_cell_names_the_item(case):
    portfolio = case.drawn()
    claims = {code: text.replace("Evidence ", "D") for code, text in case.claims.items()}
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Shown by"), *claims.items()], (90, 300))
    found = case.read(with_documents(portfolio, "Document"))
    assert case.cells_of(found) == case.cells
    assert all(entry.confidence > 0.9 for entry in found.cross_references)
