"""A portfolio that was taken in is looked over in the worker, from what its reading left behind."""

from datetime import date

import pytest

from mrse_assess.model.observation import Screening
from mrse_assess.screening.inspection import item_keys, observations
from mrse_assess.workspace.reading import Folders
from mrse_assess.workspace.screening import screen_portfolio

from ..workbench.conftest import write_portfolio
from .conftest import take_in


@pytest.fixture
def application(workspace, tmp_path):
    return take_in(workspace, write_portfolio(tmp_path / "Portfolio.pdf"))


def screened(workspace, application) -> Screening:
    folders = Folders(originals=workspace.layout.originals, cache=workspace.layout.cache)
    portfolio = workspace.portfolio(application)
    return screen_portfolio(portfolio, folders, workspace.scheme, workspace.pool, received_on=date(2026, 9, 14))


def test_every_check_answers_for_every_item(workspace, application):
    found, portfolio = screened(workspace, application), workspace.portfolio(application)
    assert set(found.items) == {item.id for item in portfolio.evidence}
    assert {each.check for each in found.observations} <= set(found.looked)
    for check in ("personal_data", "redactions", "active"):
        told = {each.evidence_id for each in found.observations if each.check == check}
        assert told >= {item.id for item in portfolio.evidence}


def test_looking_again_gives_the_same_with_the_same_ids(workspace, application):
    one, other = screened(workspace, application), screened(workspace, application)
    assert one == other
    assert len({each.id for each in one.observations}) == len(one.observations)


def test_the_keys_of_an_item_are_those_of_the_contract(workspace, application):
    found, portfolio = screened(workspace, application), workspace.portfolio(application)
    keys = item_keys(found, portfolio)
    contract = {"date", "author", "simulated", "mhra_sections", "phi", "bad_redactions"}
    assert all(set(each) == contract for each in keys.values())
    assert all(each["outcome"] in {"clear", "concern", "not_checkable"} for each in observations(found))
