"""A claim that names a section of its item opens where that section begins, and says so."""

import pytest
from playwright.sync_api import expect

from ..workbench.conftest import CLAIMS, ITEMS, write_portfolio
from .conftest import workspace_of
from .hands import Hands


@pytest.fixture
def hands(workbench, visit, tmp_path):
    """Hands at a portfolio whose row 1.1 names item 1 by a section that begins on the item's third page."""
    titles = ("1 Purpose", "2 Responsibilities", "3 Emergency arrangements")
    claims = {**CLAIMS, "1.1": "Evidence 1 section 3", "1.2": "Evidence 2"}
    portfolio = write_portfolio(tmp_path / "Portfolio.pdf", claims, {**ITEMS, "1": list(titles)})
    workspace = workspace_of(tmp_path / "sections", {"EX-7": portfolio})
    opened = Hands(visit(workbench("--assessor", "A7", workspace=workspace).url).page)
    opened.open("EX-7")
    return opened


def test_a_claim_that_names_a_section_opens_at_its_heading(hands):
    hands.choose("1.1", "1")
    expect(hands.at("claim-1.1-1")).to_contain_text("p 3")
    expect(hands.page.get_by_text("section 3, found on page 3", exact=True)).to_be_visible()
    expect(hands.at("page-number")).to_have_value("3")
