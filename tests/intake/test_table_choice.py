"""Of what looks like the cross reference table the one in force is taken, and said to be; the rest is left alone."""

import dataclasses

import pytest

from mrse_assess.intake.cells.cell import Reference, Sign
from mrse_assess.intake.table.claims import Claim, RowReading
from mrse_assess.intake.table.judging import Judged

TITLE = "Experience Cross Reference Table"
HEADER = ("Sub-category", "Title", "Evidence")
WIDTHS = (60, 200, 200)


def rows_of(case, claims=None):
    return [HEADER, *((code, case.titles[code], text) for code, text in (claims or case.claims).items())]


def problem_of(found, code):
    return next((problem for problem in found.problems if problem.code == code), None)


@pytest.mark.parametrize(
    ("first", "second"), [("Superseded", ""), ("Draft version", "Final version"), ("Version 1", "Version 2")]
)
def test_what_is_said_above_a_version_decides_which_is_in_force(case, first, second):
    portfolio = case.drawn()
    old = {code: text.replace("Evidence", "Evidence 1,") for code, text in case.claims.items()}
    for said, claims in ((first, old), (second, case.claims)):
        page = portfolio.page(*([said] if said else []), title=TITLE)
        portfolio.table(page, rows_of(case, claims), WIDTHS, top=150)
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    problem = problem_of(found, "tables-several")
    assert problem is not None
    assert (second or first) in problem.advice


def test_a_copy_of_the_guidances_table_with_examples_is_not_the_table(case):
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE, top=40), rows_of(case), WIDTHS, top=60, padding=2)
    examples = "Policies, minutes of meetings\ne-mails, 2 reports, evidence of 3 audits"
    copy = [("No", "Sub-category", "Examples of evidence")]
    copy += [(code, title, examples) for code, title in case.titles.items()]
    portfolio.table(portfolio.page(title="Experience categories", top=40), copy, (50, 200, 200), top=60, padding=2)
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    assert [table.pages for table in found.tables] == [(1,)]


DECOYS = {
    "audit": [
        ("Clause", "Requirement", "Evidence seen", "Met"),
        *((f"{n}.{m}", "Zone marked", f"Report {n}", "yes") for n in range(1, 9) for m in (1, 2)),
    ],
    "risks": [("No.", "Hazard", "Likelihood", "Severity"), *((f"{n}.1", "Force", "2", "4") for n in range(1, 6))],
    "versions": [("Version", "Date", "Change", "Pages"), *((f"{n}.1", "2019", "Signs", f"{n}") for n in range(1, 6))],
    "field": [("Point", "x (m)", "z (m)", "mT"), *((f"{n}.1", "2.5", f"{n}.0", "0.5") for n in range(1, 6))],
    "training": [("Name", *map(str, range(1, 7))), *((f"{n} Porter", *("x" * 6)) for n in range(1, 6))],
}


@pytest.mark.parametrize("decoy", sorted(DECOYS.keys() - {"audit"}))
def test_tables_of_numbers_in_evidence_are_not_the_table(case, decoy):
    portfolio = case.drawn()
    page = portfolio.page(title="Report on the unit")
    portfolio.table(page, DECOYS[decoy], (60, 110, 100, 80, 40, 40, 40)[: len(DECOYS[decoy][0])])
    assert case.read(portfolio).tables == ()


@pytest.mark.parametrize("decoy", sorted(DECOYS))
def test_the_table_is_taken_beside_tables_of_numbers(case, decoy):
    portfolio = case.drawn()
    for _ in range(2):
        page = portfolio.page(title="Report on the unit")
        portfolio.table(page, DECOYS[decoy], (60, 110, 100, 80, 40, 40, 40)[: len(DECOYS[decoy][0])])
    portfolio.table(portfolio.page(title=TITLE), rows_of(case), WIDTHS, style="none")
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    assert found.tables[0].pages == (3,)


def test_a_heading_with_a_picture_below_is_named_where_no_table_was_read(case):
    portfolio = case.drawn()
    portfolio.page("Some words.", title="Cover")
    portfolio.page(title=TITLE)
    reading = portfolio.reading()
    pictured = dataclasses.replace(reading.pages[1], picture_share=0.4)
    found = case.read(dataclasses.replace(reading, pages=(reading.pages[0], pictured)))
    problem = problem_of(found, "table-not-found")
    assert problem is not None
    assert problem.locator is not None
    assert problem.locator.page == 2
    assert "picture" in problem.found


@pytest.mark.parametrize(
    ("sign", "sure"), [(Sign.AFTER_WORDS, set()), (Sign.BY_PAGES, {"1.1"}), (Sign.SPREAD, {"1.1"})]
)
def test_only_a_number_after_words_is_a_guess_however_doubtful_the_others_are(sign, sure):
    claim = Claim("1.1", Reference(evidence_id="4", confidence=0.1, signs=frozenset({sign})), "Evidence 4", None)
    row = RowReading("1.1", (claim,), blank=False, above=False, codes=(), unread="", place=None)
    assert Judged(None, (row,), 1.0, True, None).sure == sure
