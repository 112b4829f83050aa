"""Parts of items in further forms: mail dates month first, short headings, case studies, letters below a number."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.leading.said_parts import date_in

BASE = {"1.1": "Evidence 1", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}
BODY = ["Text of the work"] * 20


@pytest.fixture
def section_of(drawn, read):
    def look(cited, *second_item):
        portfolio = drawn()
        page = portfolio.page(title="Experience Cross Reference Table")
        portfolio.table(page, [("Sub-category", "Evidence"), *BASE.items(), ("1.2", cited)], (90, 300))
        for item in range(1, 6):
            for place, lines in enumerate(second_item if item == 2 else [(), ()]):
                title = f"Evidence {item} work" if not place else ""
                portfolio.page(*lines, *BODY, title=title)
        found = read(portfolio).cross_references
        entry = next(each for each in found if each.sub_category == "1.2")
        return entry.section_hint, [page for span in entry.section_spans for page in span.pages]

    return look


@pytest.mark.parametrize(
    ("cited", "hint", "first", "second"),
    [
        (*("Evidence 2, case study 2", "case 2"), ["Case study 1"], ["Case study 2: a clip"]),
        (*("Evidence 2, section 2(b)", "2(b)"), ["1. Scope"], ["2. Access", "(a) one", "(b) two"]),
        (
            *("Evidence 2, e-mail of 3 May 2023", "3 May 2023"),
            ["Sent: Monday, May 1, 2023 10:10 AM"],
            ["Sent: Wednesday, May 3, 2023 9:00 AM"],
        ),
    ],
)
def test_the_part_is_found_on_its_page(section_of, cited, hint, first, second):
    assert section_of(cited, first, second) == (hint, [5])


def test_a_letter_that_no_line_begins_with_leads_nowhere(section_of):
    assert section_of("Evidence 2, section 2(b)", ["1. Scope"], ["2. Access"]) == ("2(b)", [])


def test_a_short_heading_is_one_where_the_word_section_follows():
    known = Known(ids=frozenset({"2"}), headings={"2": frozenset({"Results"})})
    hints = [
        each.section_hint
        for text in ("Evidence 2, the Results section", "Evidence 2, the results of it")
        for each in read_cell(text, known).references
    ]
    assert hints == ["Results", None]


def test_a_date_may_have_its_month_first():
    assert date_in("Wednesday, May 3, 2023 9:00 AM") == (3, 5, 2023)
