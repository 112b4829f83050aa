"""How a portfolio was read is said in sentences."""

from dataclasses import replace

import pytest

from mrse_assess.model.portfolio import PageCounting, TableLocation
from mrse_assess.terms import Counting
from mrse_assess.workbench.read_as import read_as


@pytest.fixture
def portfolio(bench):
    return bench._assessment.portfolio


def test_the_place_of_the_table_and_of_the_contents_list_is_said(portfolio):
    table = TableLocation(file="P.pdf", pages=(3, 4, 5, 9))
    said = read_as(replace(portfolio, tables=(table,), contents_list=TableLocation(file="P.pdf", pages=(2,))))
    assert "Cross reference table: P.pdf, pages 3 to 5 and 9." in said
    assert "Contents list: P.pdf, page 2." in said


def test_a_second_table_is_said_not_to_be_used(portfolio):
    tables = (TableLocation(file="P.pdf", pages=(3,)), TableLocation(file="Old.pdf", pages=(1,)))
    assert "Another table, not used: Old.pdf, page 1." in read_as(replace(portfolio, tables=tables))


@pytest.mark.parametrize("counting", Counting)
def test_what_page_numbers_count_is_said_with_what_it_rests_on(portfolio, counting):
    said = read_as(replace(portfolio, page_counting=PageCounting(counted=counting, fitting=31, total=33)))
    assert any(one.startswith("Page numbers in references count ") and one.endswith("31 of 33 fit.") for one in said)


def test_a_counting_that_fits_as_well_is_to_be_looked_at(portfolio):
    found = PageCounting(counted=Counting.IN_ITEM, fitting=2, total=2, rivals=(Counting.IN_FILE, Counting.PRINTED))
    (said,) = [one for one in read_as(replace(portfolio, page_counting=found)) if one.startswith("Page numbers")]
    assert said.endswith(
        "Counting from the first page of the file and as the numbers printed on the pages would fit as well: "
        "check the first ones."
    )


def test_references_read_with_doubt_are_counted_with_their_sub_categories(portfolio):
    entries = tuple(replace(one, confidence=0.95) for one in portfolio.cross_references)
    assert not any("with doubt" in one for one in read_as(replace(portfolio, cross_references=entries)))
    doubtful = (replace(entries[0], confidence=0.4), *entries[1:])
    said = read_as(replace(portfolio, cross_references=doubtful))
    assert f"1 reference of {len(entries)} was read with doubt: {entries[0].sub_category}." in said
    corrected = (replace(entries[0], confidence=0.4, corrected=True), *entries[1:])
    assert not any("with doubt" in one for one in read_as(replace(portfolio, cross_references=corrected)))


def test_recognised_pages_are_counted(portfolio):
    documents = tuple(replace(one, pages_recognised=(1, 2)) for one in portfolio.documents[:1])
    said = read_as(replace(portfolio, documents=documents))
    assert any(one.startswith("The words of 2 pages were recognised from pictures") for one in said)
