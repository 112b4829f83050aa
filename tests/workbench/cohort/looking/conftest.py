"""A small cohort, counted by hand; all of it is invented.

W-1  award, decided 21 March 2026; radiographer, first application
W-2  award, decided 31 March 2026; academic, first application
W-3  further evidence for 2.1, decided 30 April 2026; radiographer, renewal. Its second attempt is judged.
W-4  is judged; neither role nor route is recorded
W-5  award, decided 21 March 2026, under the guidance of 2020; radiographer

So under the guidance of 2025 four applied at first, three of whom were decided. Of final attempts two were decided.
"""

import shutil
import uuid
from concurrent.futures import Future

import pytest

from mrse_assess.model import acts
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.cohort.looking import Looking
from mrse_assess.workspace import Workspace

from ....workspace.conftest import counting_ids
from ..conftest import SCHEME, Days, Office

NOW = SCHEME.guidance_name
BEFORE = "2020"


class AtOnce:
    """Does what it is given before it answers, in place of threads that a test would have to wait for."""

    def submit(self, task, *args, **said):
        future = Future()
        try:
            future.set_result(task(*args, **said))
        except Exception as error:  # noqa: BLE001 - as a thread's future does
            future.set_exception(error)
        return future

    def shutdown(self, **_):
        return None


def registered(office, own, role="", route="", **said):
    office.said(acts.Registration(**own, professional_role=role, route=route, **said), by="O")


def fill(office):
    registered(office, office.decided("W-1"), "radiographer", "first_application")
    registered(office, office.decided("W-2", day=10), "academic", "first_application")
    third = office.decided("W-3", OutcomeKind.FURTHER_EVIDENCE, fails=("2.1",), day=40)
    registered(office, third, "radiographer", "renewal")
    registered(office, office.decided("W-5"), "radiographer", guidance_version=BEFORE)
    office.judging("W-4")
    office.clock.to(60)
    office.give(office.receive("W-3", attempt=2), "A1", "A2")


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory):
    """The cohort above, written once."""
    folder = tmp_path_factory.mktemp("small") / "workspace"
    clock = Days()
    with Workspace.create(folder, clock=clock, new_id=counting_ids()) as workspace:
        office = Office(workspace, clock)
        office.register()
        fill(office)
        opened(workspace, "C")  # so that its rows are kept
    return folder


def at_once(folder):
    """The workspace in this folder, whose futures are done when they are given."""
    workspace = Workspace.open(folder, clock=Days(), new_id=lambda: str(uuid.uuid4()))
    workspace.background.shutdown()
    workspace.background = AtOnce()
    return workspace


def opened(workspace, person):
    looking = Looking(workspace, person)
    looking.read(lambda _done, _all: None).result()
    return looking


@pytest.fixture(scope="session")
def shared(small_folder, tmp_path_factory):
    """For tests that write nothing."""
    with at_once(shutil.copytree(small_folder, tmp_path_factory.mktemp("shared") / "workspace")) as workspace:
        yield workspace


@pytest.fixture
def small(small_folder, tmp_path):
    """For those that do."""
    with at_once(shutil.copytree(small_folder, tmp_path / "small")) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def chair(shared):
    return opened(shared, "C")


@pytest.fixture
def of_office(shared):
    return opened(shared, "O")


@pytest.fixture
def said(small):
    """Records something in ``small``, by a person."""
    return Office(small, Days()).said
