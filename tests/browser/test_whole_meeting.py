"""From two sealed assessments to a second attempt by hand in Chromium: on one machine, by bundles, at a hub."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.cli.singleuser import SAMPLE
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.bundles import Asked, export_bundle, import_bundle, open_bundle
from mrse_assess.workspace.people import People
from mrse_assess.workspace.server import granting
from mrse_assess.workspace.verification import verification

from . import evening
from .conftest import Server, serve
from .evening import PEOPLE, REFERENCE
from .hub import start_hub
from .test_hub import OFFICE, log_in
from .test_register import LOOKING_MS

pytestmark = pytest.mark.slow
SECRET = "correct horse battery"  # noqa: S105 - of a bundle made in this test


def opened(folder: Path) -> Workspace:
    return Workspace.open(folder, clock=now, new_id=new_id)


@pytest.fixture
def at(visit) -> Iterator:
    """Somebody's page on a workspace, at a server of their own that ends with the test."""
    servers: list[Server] = []

    def page_of(folder, person, page="assess", letter=""):
        servers.append(serve(folder, "--assessor", person, "--page", page))
        url = servers[-1].url
        return visit(f"{url}{'&' if '?' in url else '?'}letter={letter}" if letter else url).page

    yield page_of
    for server in servers:
        server.stop()


@pytest.fixture
def office(tmp_path) -> Path:
    """The office's workspace, the application prepared."""
    with Workspace.create(tmp_path / "office", clock=now, new_id=new_id) as workspace:
        evening.prepare(workspace, tmp_path)
    return tmp_path / "office"


def letter_and_second_attempt(at, folder, tmp_path) -> str:
    evening.sign_off(at(folder, "O2", letter=REFERENCE))
    evening.issue(at(folder, "O", letter=REFERENCE))
    with opened(folder) as workspace:
        letter = evening.assert_it_stands(workspace)
        assert verification(workspace).problems == ()
        evening.send_again(workspace, tmp_path)
    return letter


def test_on_one_machine(at, office, tmp_path):
    with opened(office) as workspace:
        evening.judge(workspace, "A1")
        evening.judge(workspace, "A2")
        People(workspace).allocate(workspace.application(REFERENCE), "A3", "O")
    hand_back(at(office, "A3"))
    for person in ("A1", "A2"):
        evening.seal(at(office, person))
    evening.meet(at(office, "C", page="panel"))
    letter_and_second_attempt(at, office, tmp_path)
    with opened(office) as workspace:
        evening.declare_again(workspace)
    evening.opens_on_the_gaps(at(office, "A1"))


def hand_back(page):
    """Somebody given the application declares an interest, and sees nothing more of it."""
    page.get_by_test_id(f"declare-{REFERENCE}").click()
    page.get_by_label("Dr Bea Referee").check(timeout=LOOKING_MS)
    page.get_by_label("Knows the referee").check()
    page.get_by_test_id("declare-interest").click()
    page.get_by_test_id("told").get_by_text("was handed back").wait_for()
    evening.sees_nothing_of_it(page)
    page.goto(f"{page.url.partition('?')[0]}?application={REFERENCE}")
    evening.sees_nothing_of_it(page)
    assert REFERENCE not in page.locator("body").inner_text()


def test_by_bundles_between_two_workspaces(at, office, tmp_path):
    laptop = tmp_path / "laptop"
    Workspace.create(laptop, clock=now, new_id=new_id).close()
    carry(office, laptop, tmp_path / "out.mrseb", by="O", with_originals=True)
    with opened(laptop) as workspace:
        evening.judge(workspace, "A1")
    with opened(office) as workspace:
        evening.judge(workspace, "A2")
    evening.seal(at(laptop, "A1"))
    evening.seal(at(office, "A2"))
    carry(laptop, office, tmp_path / "sealed.mrseb", by="A1")
    evening.meet(at(office, "C", page="panel"))
    letter = letter_and_second_attempt(at, office, tmp_path)
    carry(office, laptop, tmp_path / "back.mrseb", by="O", whose=("C", "A2"), with_originals=True)
    with opened(laptop) as there, opened(office) as here:
        assert evening.assert_it_stands(there) == letter
        assert verification(there).problems == ()
        assert there.store.heads(REFERENCE) == here.store.heads(REFERENCE)
        evening.declare_again(there)
    evening.opens_on_the_gaps(at(laptop, "A1"))


@pytest.fixture
def at_hub(jupyterhub, server, database, tmp_path):
    """A workspace on the server, a login for everybody in it, and a hub over it; both assessors have judged."""
    url = f"postgresql:///{database}?host={server.folder}&port={server.port}"
    people = [person for person in PEOPLE if person != "A3"]
    with mock.patch.dict(os.environ, PGUSER=OFFICE):
        with Workspace.create(tmp_path / "shared", clock=now, new_id=new_id, server=url) as workspace:
            evening.prepare(workspace, tmp_path)
            for person in ("A1", "A2"):
                evening.judge(workspace, person)
            for person in people:
                workspace.store.database.carry_out(granting(workspace.store, person, person))
        hub = start_hub(tmp_path / "hub", SAMPLE, MRSE_ASSESS_WORKSPACE=str(tmp_path / "shared"), PGUSER=OFFICE)
        yield hub, tmp_path / "shared"
        hub.stop()
    logins = ", ".join(f'"{person}"' for person in people)
    server.sql(f"DROP OWNED BY {logins}", f"DROP ROLE {logins}", database=database)


def test_at_a_hub_with_the_records_on_a_server(at_hub, visit, tmp_path):
    hub, folder = at_hub
    assessors = {person: log_in(hub, visit, person).page for person in ("A1", "A2")}
    for page in assessors.values():
        evening.seal(page)
    evening.meet(log_in(hub, visit, "C", "panel").page)
    for person, act in (("O2", evening.sign_off), ("O", evening.issue)):
        page = log_in(hub, visit, person).page
        expect(page.get_by_role("heading", name="Applications")).to_be_visible(timeout=evening.START)
        page.goto(f"{hub.address(person)}?letter={REFERENCE}")
        act(page)
    with opened(folder) as workspace:
        evening.assert_it_stands(workspace)
        assert [one.code for one in verification(workspace).problems] == ["not-checked"]  # the server's own files
        evening.send_again(workspace, tmp_path)
        evening.declare_again(workspace)
    assessors["A1"].goto(hub.address("A1"))
    evening.opens_on_the_gaps(assessors["A1"])


def carry(source, target, file, **asked):
    with opened(source) as workspace:
        export_bundle(workspace, Asked(references=(REFERENCE,), **asked), file, SECRET)
    with opened(target) as workspace:
        imported = import_bundle(workspace, open_bundle(file, SECRET))
    assert imported.merged.refusals == ()
