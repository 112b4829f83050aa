"""A second attempt on the judging page: only the gaps are open, and a version that comes meanwhile is guarded."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.resubmission.opening import resubmit
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

from ..workbench.conftest import CLAIMS, ITEMS, write_portfolio
from ..workbench.letter_life.conftest import Settled
from ..workbench.letter_life.test_every_outcome import SHORT, fall_short
from ..workbench.resubmission.conftest import handed
from ..workspace.conftest import quiet
from . import axe
from .conftest import run_command, workspace_of
from .hands import SAVED, Hands

REFERENCE, ASSESSOR = "EX-1", "A3"
SECOND = {**ITEMS, "2": ["Another protocol altogether"], "4": ["A new piece on governance"], "5": ["An audit of scans"]}
THIRD = {**SECOND, "4": ["The same piece on governance, signed now"], "6": ["A page that was missing"]}
CITED = {**CLAIMS, "1.1": "E4", "4.3": "E3", "8.1": "E5"}
BEHIND = {"1.2": "1", "4.1": "2"}  # the items on which findings of the first attempt rest
COMPARING_MS = 60_000  # words of pages are made by a worker that is started for it


def first_attempt(workspace: Workspace) -> None:
    """Two assessors' judgements, short of three sub-categories, and the letter that asks for them."""
    settled = Settled(workspace, workspace.application(REFERENCE))
    fall_short(settled)
    rows = settled.written.items
    rows.update({key: replace(row, evidence_id=BEHIND[key[1]]) for key, row in rows.items() if key[1] in BEHIND})
    settled.register().persons().settings().sealed().parts().met()
    settled.chose(OutcomeKind.FURTHER_EVIDENCE, "as minuted").signed().issued()


@pytest.fixture(scope="session")
def resubmitted_once(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("resubmitted")
    made = workspace_of(folder / "workspace", {REFERENCE: write_portfolio(folder / "First.pdf")})
    with Workspace.open(made, clock=now, new_id=new_id) as workspace:
        first_attempt(workspace)
        second = write_portfolio(folder / "Second.pdf", CITED, SECOND)
        application = resubmit(workspace, REFERENCE, handed(second), quiet)
        people = People(workspace)
        people.allocate(application, ASSESSOR, "O")
        people.declare(application, ASSESSOR, conflicted=False)
    return made


@pytest.fixture
def hands(workbench, visit, resubmitted_once, tmp_path) -> Hands:
    workspace = Path(shutil.copytree(resubmitted_once, tmp_path / "resubmitted"))
    server = workbench("--assessor", ASSESSOR, workspace=workspace)
    opened = Hands(visit(server.url, script=axe.SCRIPT).page)
    opened.server = server
    opened.open(REFERENCE)
    return opened


def audited(hands: Hands, state: str) -> None:
    """Nothing that axe finds, in light and in dark."""
    found = axe.findings(hands.page, state)
    hands.page.emulate_media(color_scheme="dark")
    found += axe.findings(hands.page, f"{state}, dark", axe.COLOURS)
    hands.page.emulate_media(color_scheme="light")
    assert found == []


def test_a_second_attempt_opens_on_the_gaps_and_says_what_was_asked_and_what_stands(hands):
    page = hands.page
    expect(hands.at("asked")).to_contain_text("asked for: 1.1 Governance, 4.3 Non-medical items, 8.1")
    expect(hands.at("open-words")).to_have_text("Open for this attempt: 3 of 16")
    assert tuple(row.get_attribute("data-code") for row in page.locator("[data-testid=worklist] .wr").all()) == SHORT
    expect(hands.at("claim-1.1-4")).to_contain_text("new", timeout=COMPARING_MS)
    expect(hands.at("stood-1.2")).to_be_hidden()
    stood = hands.at("stood").locator("summary")
    expect(stood).to_have_text("13 stand from before")
    stood.focus()
    page.keyboard.press("Enter")
    expect(hands.at("stood-1.2")).to_contain_text("stands from attempt 1: satisfactory; item 1same words.")
    expect(hands.at("stood-4.1")).to_contain_text("item 2changed.")
    expect(hands.at("stood")).to_contain_text("Only the panel can settle one of them anew")
    audited(hands, "a second attempt")
    hands.at("stood-1.2-1").press("Enter")
    expect(page.locator(".mrse-guide")).to_contain_text("The finding on 1.2 (attempt 1) stands on item 1.")
    hands.at("open-asked").press("Enter")
    sheet = hands.at("asked-sheet")
    expect(sheet.get_by_role("table", name="Asked for")).to_contain_text("1.1 Governancenot satisfactory")
    expect(sheet).to_contain_text("Reasons and words of attempt 1 stay closed to you while you judge.")
    expect(sheet.get_by_role("row", name=re.compile("^Sub-categories"))).to_contain_text("13 of 16, not met")
    expect(hands.at("came").locator("li").first).to_have_text(re.compile("^4 .*New: attempt 1 had no item"))
    audited(hands, "what was asked for")
    page.keyboard.press("Escape")
    expect(hands.at("open-asked")).to_be_focused()


def test_a_version_that_comes_meanwhile_is_said_and_nothing_typed_is_lost(hands, tmp_path):
    page = hands.page
    expect(hands.at("claim-1.1-4")).to_contain_text("new", timeout=COMPARING_MS)
    hands.choose("1.1", "4")
    page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    page.keyboard.press("w")
    page.keyboard.type("Please date it.")
    third = write_portfolio(tmp_path / "Third.pdf", {**CITED, "8.1": "E5, E6"}, THIRD)
    came = ("--application", REFERENCE, "--replaces", "--why", "a page was missing", "--by", "O")
    done = run_command("add", third, "--workspace", hands.server.workspace, *came)
    assert done.returncode == 0, done.stderr
    bar = hands.at("version")
    expect(bar).to_contain_text("Third.pdf. Reason: a page was missing.")
    expect(bar).to_contain_text("Changed: 4. New: 6.", timeout=COMPARING_MS)
    expect(bar).to_contain_text("Carried over: 1 judgement, 0 conclusions, and every word you wrote.")
    expect(bar).to_contain_text("To be looked at again: 4 for 1.1.")
    audited(hands, "another version")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(hands.at("toast")).to_contain_text("Another version of the portfolio has come.")
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")
    hands.at("take-version").press("Enter")
    expect(page.get_by_text("signed now").first).to_be_visible()
    expect(page.get_by_label("To applicant", exact=True).or_(page.locator(".chbox textarea")).first).to_have_value(
        "Please date it."
    )
    expect(hands.at("again-1.1-4")).to_be_visible(timeout=COMPARING_MS)
    expect(hands.at("claim-1.1-4")).to_contain_text("again")
    expect(hands.at("claim-8.1-6")).to_have_count(0)  # 8.1 is folded
    expect(hands.at("look-again")).to_contain_text("the item was changed since")
    audited(hands, "to be looked at again")
    hands.at("holds").press("Enter")
    expect(bar).to_be_hidden()
    expect(hands.at("look-again")).to_be_hidden()
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")
    hands.choose("8.1", "6")
    page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
