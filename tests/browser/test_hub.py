"""Several assessors at once: a hub on loopback, a page for each of them, one database that holds them apart."""

import os
import re
import subprocess
import sys
from unittest import mock

import psutil
import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.cli.singleuser import SAMPLE
from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.records import Store, in_force
from mrse_assess.terms import Role
from mrse_assess.ui.hub.server import TOKENS
from mrse_assess.ui.server.settings import content_security_policy
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.server import granting

from ..workbench.conftest import write_portfolio
from ..workspace.conftest import RECEIVED, quiet
from .conftest import KERNEL
from .hands import SAVED, VERDICT_KEYS, Hands
from .hub import PASSWORD, start_hub
from .test_safety import status_of

pytestmark = pytest.mark.slow

REFERENCE = "EX-1"
VERDICTS = {"A1": "satisfactory", "A2": "not_satisfactory"}
ASK_KERNEL = """address => new Promise(settle => {
  const socket = new WebSocket(address);
  const header = { msg_id: "1", session: "1", username: "", date: "", msg_type: "kernel_info_request", version: "5.3" };
  const asked = { header, parent_header: {}, metadata: {}, content: {}, buffers: [], channel: "shell" };
  socket.onopen = () => socket.send(JSON.stringify(asked));
  socket.onmessage = () => { settle("answered"); socket.close(); };
  socket.onclose = () => settle("closed");
})"""
OFFICE = "scheme_office"
START = 120_000  # milliseconds for a page that the hub has yet to start


@pytest.fixture
def shared(jupyterhub, server, database, tmp_path):
    """A workspace on the server whose URL names no user, one application of two assessors, a login for each."""
    url = f"postgresql:///{database}?host={server.folder}&port={server.port}"
    people = {"O": (Role.OFFICE,), "C": (Role.CHAIR,), "A1": (Role.ASSESSOR,), "A2": (Role.ASSESSOR,)}
    with (
        mock.patch.dict(os.environ, PGUSER=OFFICE),
        Workspace.create(tmp_path / "workspace", clock=now, new_id=new_id, server=url) as workspace,
    ):
        source = write_portfolio(tmp_path / "Portfolio.pdf")
        application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference=REFERENCE)
        register = People(workspace)
        for person, roles in people.items():
            register.register(acts.Person(person=person, roles=roles), "O")
        for person in VERDICTS:
            register.allocate(application, person, "O")
            register.declare(application, person, conflicted=False)
            workspace.store.database.carry_out(granting(workspace.store, person, person))
    yield tmp_path / "workspace", url
    logins = ", ".join(f'"{person}"' for person in VERDICTS)
    server.sql(f"DROP OWNED BY {logins}", f"DROP ROLE {logins}", database=database)


@pytest.fixture
def hub(shared, tmp_path):
    running = start_hub(tmp_path / "hub", SAMPLE, MRSE_ASSESS_WORKSPACE=str(shared[0]), PGUSER=OFFICE)
    yield running
    running.stop()


def log_in(hub, visit, person, page="") -> Hands:
    hands = Hands(visit(hub.address(person, page)).page)
    hands.page.get_by_label("Username").fill(person)
    hands.page.get_by_label("Password").fill(PASSWORD)
    hands.page.get_by_role("button", name="Sign in").click()
    return hands


def judgements_of(url, login):
    """Who judged which item how, as this login sees it."""
    with mock.patch.dict(os.environ, PGUSER=login), Store.open(url, clock=now, new_id=new_id) as store:
        found = in_force(store.events(application=REFERENCE), REFERENCE, 1).judgements
        return {(row.assessor, row.evidence_id): row.verdict for row in found.judgements}


def at_first_item(hub, visit, person) -> Hands:
    hands = log_in(hub, visit, person)
    hands.at(f"open-{REFERENCE}").click(timeout=START)
    expect(hands.at("worklist")).to_be_visible(timeout=START)
    hands.choose("1.1", "1")
    return hands


def settled(hands):
    """Wait until the item's page is drawn and its kernel answers: the other one's is starting on the same machine."""
    expect(hands.page.locator(".sheet img, .sheet canvas").first).to_be_visible(timeout=START)
    expect(hands.at("lost")).to_be_hidden(timeout=START)


def test_two_assessors_judge_the_same_item_at_once_and_neither_sees_the_others(hub, visit, shared):
    desks = {person: at_first_item(hub, visit, person) for person in VERDICTS}
    for desk in desks.values():
        settled(desk)
    for person, verdict in VERDICTS.items():
        desks[person].page.keyboard.press(VERDICT_KEYS[verdict])
    for desk in desks.values():
        expect(desk.at("unit-saved")).to_have_text(SAVED, timeout=START)
    for person, desk in desks.items():
        for other, verdict in VERDICTS.items():
            chosen = str(other == person).lower()
            expect(desk.at(f"verdict-{verdict}")).to_have_attribute("aria-checked", chosen)
        assert desk.page.get_by_text(f"Assessor {person}", exact=True).is_visible()

    recorded = {(person, "1"): verdict for person, verdict in VERDICTS.items()}
    assert judgements_of(shared[1], OFFICE) == recorded
    for person, verdict in VERDICTS.items():
        assert judgements_of(shared[1], person) == {(person, "1"): verdict}
    assert_strangers_get_nothing(hub, visit)
    assert_others_pages_are_refused(hub, desks["A1"].page.context.new_page())
    assert_a_page_is_all_there_is(hub, desks["A1"].page.context.new_page())
    assert_it_ends_cleanly(hub)


def kernels(hub) -> dict[str, psutil.Process]:
    """The kernels' ids and processes."""
    return {
        found[1]: psutil.Process(pid) for pid, command in hub.started().items() if (found := KERNEL.search(command))
    }


def assert_strangers_get_nothing(hub, visit):
    """Without a login, or with a token that the hub never gave, everything leads to the login or is refused."""
    for path in ("", "panel", f"api/kernels/{next(iter(kernels(hub)))}", "voila/files/page.ipynb", "api/contents"):
        assert status_of(hub.address("A2", path)) in {302, 403}, path
        assert status_of(hub.address("A2", path), Authorization="token 0") in {302, 403}, path
    page = visit(hub.address("A2")).page
    expect(page.get_by_label("Password")).to_be_visible()
    assert REFERENCE not in page.locator("body").inner_text()


def assert_others_pages_are_refused(hub, page):
    """A1, logged in, at A2's address: not the page, not the panel, not a kernel, not its socket."""
    found = {process.environ()["JUPYTERHUB_USER"]: kernel for kernel, process in kernels(hub).items()}
    for path in ("", "panel", f"api/kernels/{found['A2']}"):
        assert page.goto(hub.address("A2", path)).status in {403, 404}, path
        assert REFERENCE not in page.locator("body").inner_text()
    page.goto(hub.address("A1"))
    sockets = {person: f"ws{hub.address(person, f'api/kernels/{found[person]}/channels')[4:]}" for person in VERDICTS}
    assert page.evaluate(ASK_KERNEL, sockets["A1"]) == "answered"
    assert page.evaluate(ASK_KERNEL, sockets["A2"]) == "closed"


def assert_a_page_is_all_there_is(hub, page):
    """One's own server has two pages under our policy; no files, notebooks, terminals. No kernel holds its token."""
    for path in ("api/contents", "api/terminals", "lab", "tree", "files/page.ipynb", "voila/files/page.ipynb"):
        assert page.goto(hub.address("A1", path)).status in {403, 404}, path
    answer = page.goto(hub.address("A1", "panel"))
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["content-security-policy"])[1]
    assert answer.headers["content-security-policy"] == content_security_policy(nonce)
    expect(page.get_by_text("Seal your own assessment first")).to_be_visible(timeout=START)
    assert not [process for process in kernels(hub).values() if {*TOKENS} & {*process.environ()}]


def assert_it_ends_cleanly(hub):
    assert hub.stop() == 0
    log = hub.said.read_text()
    assert (
        "/mrse_assess/" not in log
    )  # no traceback through our own code; the proxy logs one when a socket closes on it
    assert "MR safety" not in log


def test_without_a_login_of_ones_own_to_the_records_no_page_is_served(shared):
    """The hub says A1, the database is told A2: nothing starts, and the sentence names both ways out."""
    said = {
        "JUPYTERHUB_USER": "A1",
        "JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:1/user/A1/",
        "JUPYTERHUB_SERVICE_PREFIX": "/user/A1/",
        "JUPYTERHUB_API_TOKEN": "0",
        "MRSE_ASSESS_WORKSPACE": str(shared[0]),
    }
    for login, whose in (("A2", "A2's"), (OFFICE, "the office's")):
        done = subprocess.run(
            [sys.executable, "-m", "mrse_assess.cli.singleuser"],
            env={**os.environ, **said, "PGUSER": login},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == BadRequestError.exit_code
        assert whose in done.stderr
        assert "PGUSER" in done.stderr
