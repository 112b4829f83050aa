"""An application whose letter asked for further evidence on 1.1, 4.3 and 8.1, and what the applicant then sent."""

import shutil

import pytest

from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.resubmission.opening import resubmit
from mrse_assess.workspace.attempts import Submission

from ...workspace.conftest import RECEIVED, quiet
from ..conftest import CLAIMS, ITEMS, write_portfolio
from ..letter_life.conftest import opened
from ..letter_life.test_every_outcome import SHORT, settled_with

REFERENCE = "EX-1"
SENT_AGAIN = {
    **ITEMS,
    "2": ["Another protocol altogether"],
    "4": ["A new piece on governance"],
    "5": ["Nobody cites this"],
}
"""Item 1 as before, item 2 with other words, item 3 under the id 5 too, item 4 new."""


def handed(source, by="O"):
    return Submission(source=source, received_on=RECEIVED, by=by)


@pytest.fixture(scope="session")
def asked_once(taken_in, tmp_path_factory):
    """The folder of a workspace whose letter asks for further evidence."""
    folder = shutil.copytree(taken_in[0], tmp_path_factory.mktemp("asked") / "workspace")
    with opened(folder, 0) as workspace:
        settled_with(workspace, workspace.application(REFERENCE), OutcomeKind.FURTHER_EVIDENCE).signed().issued()
    return folder


@pytest.fixture(scope="session")
def second_portfolio(tmp_path_factory):
    claims = {**CLAIMS, "1.1": "E4 p1", "8.1": "E5"}
    return write_portfolio(tmp_path_factory.mktemp("second") / "Second.pdf", claims, SENT_AGAIN)


@pytest.fixture(scope="session")
def second_once(asked_once, second_portfolio, tmp_path_factory):
    """The folder of a workspace in which the second attempt has come."""
    folder = shutil.copytree(asked_once, tmp_path_factory.mktemp("again") / "workspace")
    with opened(folder, 1) as workspace:
        resubmit(workspace, REFERENCE, handed(second_portfolio), quiet)
    return folder


@pytest.fixture
def asked(asked_once, tmp_path):
    with opened(shutil.copytree(asked_once, tmp_path / "workspace"), 2) as workspace:
        yield workspace


@pytest.fixture
def second(second_once, tmp_path):
    with opened(shutil.copytree(second_once, tmp_path / "workspace"), 2) as workspace:
        yield workspace


__all__ = ["SHORT"]
