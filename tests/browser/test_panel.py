"""A whole meeting in Chromium: who is present, the agenda by consequence, moderated judgements, the outcome."""

import shutil
import zipfile
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.records import in_force
from mrse_assess.terms import EventKind, Phase, Verdict
from mrse_assess.workbench.panel import PanelSession
from mrse_assess.workspace import Workspace

from ..workbench.conftest import write_portfolio
from ..workbench.panel.conftest import Judged
from ..workspace.conftest import RECEIVED, quiet
from . import axe

REFERENCE = "EX-1"
WHY = "Agreed after reading page 1 again."


@pytest.fixture(scope="session")
def sealed_workspace(tmp_path_factory):
    """One application that two assessors sealed: 5.2 decides, 7.1 may be simulated, 8.2 for other reasons."""
    folder = tmp_path_factory.mktemp("panel")
    source = write_portfolio(folder / "Portfolio.pdf")
    with Workspace.create(folder / "workspace", clock=now, new_id=new_id) as workspace:
        application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference=REFERENCE)
        judged = Judged(workspace, application).register().setting(panel_quorum="3", sample_share="10")
        written = judged.written
        for code in ("1.1", "8.2"):
            written.fail(code)
        written.item("A1", "8.2", "E8.2", reasons=("undated",), primary_reason="undated")
        written.fail("5.2", "A1", reason="undated")
        written.item("A1", "7.1", "E7.1", simulated=True)
        for who in ("A1", "A2"):  # an item that the portfolio has, so that its page can be shown
            row = written.items.pop((who, "5.2", "E5.2"))
            written.items[who, "5.2", "2"] = replace(row, evidence_id="2")
        judged.sealed().parts()
    return folder / "workspace"


def begin(workbench, visit, sealed_workspace, person="C"):
    server = workbench("--assessor", person, "--page", "panel", workspace=sealed_workspace)
    hands = visit(server.url)
    hands.page.get_by_test_id(f"moderate-{REFERENCE}").click()
    return server, hands.page


def rows_of_panel(server):
    with Workspace.open(server.workspace, clock=now, new_id=new_id) as workspace:
        found = in_force(workspace.store.events(), REFERENCE, 1).judgements
    rows = (*found.judgements, *found.conclusions)
    return {(row.sub_category, getattr(row, "evidence_id", "")): row for row in rows if row.phase is Phase.MODERATION}


def settle(page, unit, verdict, why=WHY):
    page.get_by_test_id(f"agenda-{unit}").click()
    expect(page.get_by_test_id(f"agenda-{unit}")).to_have_attribute("aria-selected", "true")
    page.get_by_test_id(f"panel-{verdict}").click()
    if verdict == "not_satisfactory" and not unit.endswith("-whole"):
        page.get_by_test_id("panel-reason").select_option("too_basic_or_minimal")
        page.get_by_test_id("panel-seen").fill("a list of meetings attended")
    page.get_by_test_id("panel-why").fill(why)
    page.get_by_test_id("panel-record").click()
    expect(page.get_by_test_id("settled")).to_contain_text("recorded by the panel")


def find_simulated(page):
    """A flag on which the assessors differ has to be said before the effect is known and anything is recorded."""
    page.get_by_test_id("agenda-7.1-E7.1").click()
    expect(page.get_by_role("heading", name="7.1, item E7.1: simulated?")).to_be_visible()
    page.get_by_test_id("panel-satisfactory").click()
    expect(page.get_by_test_id("missing")).to_contain_text("The assessors differ on whether it is simulated")
    page.get_by_test_id("panel-simulated").select_option("yes")
    expect(page.get_by_test_id("effect")).to_contain_text("0 to 1")
    page.get_by_test_id("panel-why").fill(WHY)
    page.get_by_test_id("panel-record").click()
    expect(page.get_by_test_id("settled")).to_contain_text("Simulated")


def test_a_meeting_from_who_is_present_to_the_outcome(workbench, visit, sealed_workspace):
    server, page = begin(workbench, visit, sealed_workspace)
    page.get_by_test_id("present-A2").uncheck()
    page.get_by_test_id("sit").click()
    expect(page.get_by_test_id("presence")).to_contain_text("2 of 3 present, no quorum")
    page.get_by_test_id("rise").click()
    page.get_by_test_id("meeting-name").fill("second evening")
    page.get_by_test_id("sit").click()
    expect(page.get_by_test_id("presence")).to_contain_text("3 of 3 present, quorum met")

    agenda = page.get_by_role("listbox", name="Agenda, by consequence")
    expect(agenda.locator(".agh")).to_have_text(
        ["Could change the outcome: 2", "Changes a rule, not the outcome: 1", "Same verdict, other reason: 1"]
    )
    expect(agenda.get_by_role("option")).to_have_count(4)

    page.keyboard.press("n")
    expect(page.get_by_test_id("side-1")).to_contain_text("First judgement")
    expect(page.get_by_test_id("panel-picture")).to_be_visible()
    page.keyboard.press("1")
    expect(page.get_by_test_id("panel-satisfactory")).to_have_attribute("aria-checked", "true")
    page.keyboard.press("w")
    page.keyboard.type(WHY)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("settled")).to_contain_text("recorded by the panel")

    page.get_by_test_id("agenda-5.2-whole").click()
    expect(page.get_by_role("heading", name="5.2 as a whole: verdicts differ")).to_be_visible()
    page.get_by_test_id("panel-not_satisfactory").click()
    expect(page.get_by_test_id("becomes")).to_have_text("UndeterminedbecomesNot met")
    settle(page, "5.2-whole", "satisfactory")
    settle(page, "8.2-E8.2", "not_satisfactory")
    find_simulated(page)

    for code in page.locator("[data-testid^=drawn-]").all_inner_texts():
        page.get_by_test_id(f"drawn-{code}").click()
        expect(page.get_by_test_id(f"drawn-{code}")).to_have_text(f"{code} looked at")
    page.get_by_test_id("accept").click()
    expect(page.get_by_test_id("accept")).to_have_text("Accepted")
    page.get_by_test_id("panel-ground").fill("All requirements are met.")
    page.get_by_test_id("panel-outcome-award").click()
    expect(page.get_by_test_id("panel-outcome-award")).to_have_class("btn on")

    rows = rows_of_panel(server)
    assert rows["5.2", ""].verdict is Verdict.SATISFACTORY
    assert rows["5.2", "2"].to_panel == WHY
    assert rows["8.2", "E8.2"].primary_reason == "too_basic_or_minimal"
    assert rows["7.1", "E7.1"].simulated
    assert all(row.assessor == "C" for row in rows.values())


def test_what_was_recorded_is_undone_and_a_reload_comes_back_with_the_half_typed_sentence(
    workbench, visit, sealed_workspace
):
    server, page = begin(workbench, visit, sealed_workspace)
    page.get_by_test_id("sit").click()
    settle(page, "5.2-whole", "not_satisfactory")
    page.keyboard.press("Escape")
    page.get_by_test_id("panel-undo").click()
    expect(page.get_by_test_id("settled")).to_be_empty()
    assert rows_of_panel(server) == {}
    page.get_by_test_id("panel-why").fill("Half a sent")
    page.reload()
    page.get_by_test_id("agenda-5.2-whole").click()
    expect(page.get_by_test_id("panel-why")).to_have_value("Half a sent")


@pytest.mark.slow
def test_an_assessor_sits_down_at_a_meeting_that_the_chair_began(workbench, visit, sealed_workspace, tmp_path):
    sitting = shutil.copytree(sealed_workspace, tmp_path / "sitting")
    with Workspace.open(sitting, clock=now, new_id=new_id) as workspace:
        PanelSession(workspace, workspace.application(REFERENCE), "C").sit("evening", ("C", "A1", "A2"), 7)
    server, page = begin(workbench, visit, sitting, person="A1")
    expect(page.get_by_text("Once you sit down, the others' assessments are open to you")).to_be_visible()
    expect(page.get_by_test_id("agenda-5.2-whole")).to_have_count(0)
    page.get_by_test_id("join").click()
    page.get_by_test_id("agenda-5.2-whole").click()
    expect(page.get_by_test_id("side-2")).to_be_visible()
    with Workspace.open(server.workspace, clock=now, new_id=new_id) as workspace:
        shown = workspace.store.events(application=REFERENCE, actor="A1", kind=EventKind.REVEAL)
    assert [event.payload["of"] for event in shown] == ["A2"]


def test_a_pack_for_the_evening_is_taken_along(workbench, visit, sealed_workspace):
    _, page = begin(workbench, visit, sealed_workspace)
    with page.expect_download() as expected:
        page.get_by_test_id("take-away").click()
    assert expected.value.suggested_filename == f"{REFERENCE} panel.zip"
    assert "agenda.pdf" in zipfile.ZipFile(expected.value.path()).namelist()
    expect(page.get_by_test_id("panel-status")).to_have_text(f"Saved by the browser as {REFERENCE} panel.zip.")


@pytest.mark.slow
def test_how_far_assessors_agree_is_worked_out_on_request_or_why_it_cannot_be(workbench, visit, sealed_workspace):
    server = workbench("--assessor", "C", "--page", "panel", workspace=sealed_workspace)
    page = visit(server.url).page
    page.get_by_test_id("agree").click()
    expect(page.get_by_test_id("agree")).to_have_text("Being worked out")
    verdicts = page.get_by_test_id("agreement").first
    verdicts.wait_for(timeout=60_000)  # the statistics libraries take seconds to import
    expect(verdicts).to_contain_text("Too few to say: 1 of the 10 applications needed were rated by two assessors.")
    expect(verdicts.get_by_role("row")).to_have_count(2)


def test_names_are_nowhere_on_the_page_while_they_are_hidden(workbench, visit, sealed_workspace):
    _, page = begin(workbench, visit, sealed_workspace)
    page.get_by_test_id("sit").click()
    page.get_by_test_id("agenda-5.2-whole").click()
    expect(page.get_by_test_id("side-2")).to_be_visible()
    words = page.locator(".mt").inner_text()
    assert "A1" not in words
    assert "A2" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_faults_of_access(workbench, visit, sealed_workspace, scheme):
    server = workbench("--assessor", "C", "--page", "panel", workspace=sealed_workspace)
    page = visit(server.url, script=axe.SCRIPT, color_scheme=scheme).page
    page.get_by_test_id(f"moderate-{REFERENCE}").click()
    page.get_by_test_id("sit").click()
    page.get_by_test_id("agenda-5.2-2").click()
    expect(page.get_by_test_id("panel-picture")).to_be_visible()
    page.get_by_test_id("panel-not_satisfactory").click()
    expect(page.get_by_test_id("panel-not_satisfactory")).to_have_attribute("aria-checked", "true")
    assert axe.findings(page, scheme) == []


def test_somebody_who_has_no_part_in_it_does_not_even_see_that_it_is_there(workbench, visit, sealed_workspace):
    server = workbench("--assessor", "A3", "--page", "panel", workspace=sealed_workspace)
    page = visit(server.url).page
    expect(page.get_by_text("There is no application here for you to moderate.")).to_be_visible()
    assert REFERENCE not in page.locator("body").inner_text()
    page.goto(f"{server.url.split('?')[0]}?application={REFERENCE}")
    expect(
        page.get_by_text("There is no application here for you to moderate.").or_(page.get_by_test_id("why-not"))
    ).to_be_visible()
    assert REFERENCE not in page.locator("body").inner_text()
