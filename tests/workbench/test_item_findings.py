"""What an item says of its own pages, and what it leaves to each page."""

from dataclasses import replace

import pytest

from mrse_assess.model.places import Locator
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity
from mrse_assess.workbench.items import SAID_ON_THE_PAGE, item_view


def with_problem(portfolio, code):
    item = portfolio.evidence[0]
    place = Locator(file=item.spans[0].file, page=item.spans[0].first)
    problem = Problem(code=code, severity=Severity.NOTE, found="Found so.", advice="Look.", locator=place)
    return replace(portfolio, problems=(problem,)), item.id


def messages(bench, code):
    portfolio, item = with_problem(bench._assessment.portfolio, code)
    return [finding.message for finding in item_view(portfolio, item).findings]


def test_a_fault_on_a_page_of_the_item_is_a_finding_of_the_item(bench):
    assert messages(bench, "page-crowded") == ["Found so."]


@pytest.mark.parametrize("code", sorted(SAID_ON_THE_PAGE))
def test_that_words_were_recognised_is_said_on_each_page_and_not_by_one_item_for_all(bench, code):
    assert messages(bench, code) == []
