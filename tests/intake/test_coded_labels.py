"""Items called by codes of the applicant's own are read as numbered items and given back as they were written."""

import re

import pytest

from mrse_assess.intake.text.coded_labels import coded_labels

CODES = ("EM1", "RP1", "LR1", "AU1", "SQ1", "SQ2", "SQ3", "LR2", "EM2", "RA1", "RP2", "CPD1")


def portfolio_of(case, codes, claims=None):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    said = {
        code: re.sub(r"Evidence (\d+)", lambda match: codes[int(match[1]) - 1], text)
        for code, text in (claims or case.claims).items()
    }
    portfolio.table(page, [("Sub-category", "Supporting evidence"), *said.items()], (90, 300))
    for number, code in enumerate(codes, start=1):
        portfolio.evidence(code, pages=2, title=f"- Work in {chr(64 + number) * 3}")
    return portfolio


def cells(case, codes):
    return {(code, codes[int(item) - 1]) for code, item in case.cells}


@pytest.mark.parametrize("sign", ["", "-", "/"])
def test_codes_are_read_and_given_back(case, sign):
    codes = [code.rstrip("123") + sign + code[-1] for code in CODES]
    found = case.read(portfolio_of(case, codes))
    assert case.cells_of(found) == cells(case, codes)
    assert [item.id for item in found.evidence] == codes
    assert not found.orphans
    assert {each.text for each in found.cross_references if each.sub_category == "3"} == {f"{codes[4]}, {codes[5]}"}
    noted = {(each.sub_category, each.evidence_id) for each in found.cross_references if each.notes}
    assert noted == {("8.1", codes[1])}


def test_a_range_of_codes_is_each_of_them(case):
    claims = case.claims | {"3": "Evidence 5-Evidence 7"}
    found = case.read(portfolio_of(case, CODES, claims))
    assert {item for code, item in case.cells_of(found) if code == "3"} == {"SQ1", "SQ2", "SQ3"}


def test_files_are_named_as_the_applicant_named_them(case):
    front = case.drawn(file="00 Portfolio.pdf")
    page = front.page(title="Experience Cross Reference Table")
    rows = [(code, CODES[place % 12]) for place, code in enumerate(case.codes)]
    front.table(page, [("Sub-category", "Evidence"), *rows], (90, 300))
    files = [case.drawn(file=f"{code}_work on {chr(97 + place)}.pdf") for place, code in enumerate(CODES)]
    for file in files:
        file.page("Text of the work itself.", title="A title")
    found = case.read(front, *files)
    assert case.cells_of(found) == set(rows)
    assert {item.id: item.spans[0].file for item in found.evidence} == {
        code: file.file for code, file in zip(CODES, files, strict=True)
    }
    assert {document.name for document in found.documents} == {"00 Portfolio.pdf", *(file.file for file in files)}


def test_usual_labels_and_codes_that_no_item_bears_are_left_alone(case):
    usual = [f"Evidence {number}" for number in range(1, 13)]
    assert coded_labels([portfolio_of(case, usual).reading()]) is None
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [(code, f"{CODES[place % 12]}") for place, code in enumerate(case.codes)]
    portfolio.table(page, [("Sub-category", "Scanner"), *rows], (90, 300))
    for number in range(1, 13):
        portfolio.evidence(f"Work {number}", pages=2)
    assert coded_labels([portfolio.reading()]) is None
