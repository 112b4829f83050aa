"""Where sections and slides begin: headings counted "3.0", clauses of guidance in running text, slides counted off."""

import pytest

TITLE = "Experience Cross Reference Table"


def shown(case, reference, pages, **page):
    """The pages of Evidence 4 on which the place of the reference begins, from 1."""
    portfolio = case.drawn()
    rows = [("Sub-category", "Evidence"), *(case.claims | {"2.2": reference}).items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 300))
    for number in range(1, 13):
        if number == 4:
            first = portfolio.pdf.page_count
            for lines in pages:
                portfolio.page(*lines[1:], title=lines[0], **(page if number == 4 else {}))
        else:
            portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    entry = next(each for each in case.read(portfolio).cross_references if each.sub_category == "2.2")
    return [page - first for span in entry.section_spans for page in span.pages]


REPORT = (
    ("Evidence 4 Survey", "1.0 Summary", "Text of the survey."),
    ("2.0 Method", "The field was measured.", "3.0 T is the field of the other scanner and of the next."),
    ("3.0 Findings", "Section 4.10 of the MHRA guidelines was used as the reference."),
    ("4.0 Advice", "Nobody was harmed."),
)


@pytest.mark.parametrize(("number", "page"), [("2", 2), ("3", 3), ("4", 4), ("4.0", 4)])
def test_a_heading_may_be_counted_with_a_nought(case, number, page):
    assert shown(case, f"Evidence 4, section {number}", REPORT) == [page]


def test_a_line_that_begins_with_a_clause_of_guidance_begins_no_section(case):
    pages = (
        ("Evidence 4 Survey", "1. Summary", "Text of the survey."),
        ("2. Method", "Section 4.10 of the MHRA guidelines was used as the reference."),
        ("4. Advice", "Nobody was harmed."),
    )
    assert shown(case, "Evidence 4, section 4", pages) == [3]


DECK = (
    ("Evidence 4 - Class for porters", "A Person, May 2024"),
    ("Projectiles", "What flies, and why it does so."),
    ("Quench", "Leave the room by the nearest door."),
)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_slides_without_numbers_are_counted_off(case, number):
    assert shown(case, f"Evidence 4, slide {number}", DECK, landscape=True) == [number]


def test_a_slide_that_is_not_there_is_nowhere(case):
    assert shown(case, "Evidence 4, slide 4", DECK, landscape=True) == []


def test_where_the_first_sheet_may_be_none_of_the_slides_nobody_knows(case):
    assert shown(case, "Evidence 4, slide 2", (("Evidence 4",), *DECK[1:], DECK[1]), landscape=True) == []


def test_upright_pages_are_no_slides(case):
    assert shown(case, "Evidence 4, slide 2", DECK) == []


def test_a_title_slide_is_the_first_page_and_no_divider(case):
    portfolio = case.drawn()
    claims = case.claims | {"2.2": "Evidence 4, page 1", "5.2": "Evidence 9, page 2", "1.1": "Evidence 1, page 2"}
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    for number in (*range(1, 4), *range(5, 13)):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    deck = case.drawn(file="Evidence 4.pdf")
    for lines in (("Class for porters", "A Person, May 2024"), *DECK[1:]):
        deck.page(*lines[1:], title=lines[0], landscape=True)
    entry = next(each for each in case.read(portfolio, deck).cross_references if each.sub_category == "2.2")
    assert [(span.file, span.first, span.last) for span in entry.spans] == [("Evidence 4.pdf", 1, 1)]


def pages_of_first_slide(case, feet):
    """Where "Evidence 4 (page 1)" leads, in a portfolio of which that item is the only one with so few words."""
    portfolio = case.drawn()
    rows = [
        ("Sub-category", "Evidence"),
        *(case.claims | {"2.2": "Evidence 4 (page 1)", "2.1": "Evidence 3 (page 2)"}).items(),
    ]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 300))
    for number in range(1, 13):
        if number == 4:
            first = portfolio.pdf.page_count
            for lines, foot in zip(DECK, feet, strict=True):
                portfolio.page(*lines[1:], title=lines[0], foot=foot)
        else:
            portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    entry = next(each for each in case.read(portfolio).cross_references if each.sub_category == "2.2")
    return [page - first for span in entry.spans for page in span.pages]


@pytest.mark.parametrize("foot", ["A hospital   Slide {}", "Slide no. {}", "slide {} of 3"])
def test_a_first_page_that_is_called_the_first_slide_is_no_divider(case, foot):
    assert pages_of_first_slide(case, [foot.format(number) for number in (1, 2, 3)]) == [1]


def test_a_divider_before_the_slides_is_one(case):
    assert pages_of_first_slide(case, ["", "Slide 1", "Slide 2"]) == [2]
