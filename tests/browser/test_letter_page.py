"""The letter's page in Chromium: from a chosen outcome to an issued letter by two persons, and what becomes of it."""

import hashlib
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.workspace import Workspace

from ..workbench.conftest import write_portfolio
from ..workbench.letter_life.conftest import CHOSE, ISSUES, SIGNS, Settled
from ..workspace.conftest import RECEIVED, quiet
from . import axe
from .conftest import serve

REFERENCE, LETTER = "EX-1", "EX-1-1-A"
DRAWING_MS = 60_000  # Word and PDF files are made by a worker that is started for it
FEEDBACK = "Item 2 sets out each hazard step by step."


@pytest.fixture(scope="session")
def chosen_workspace(tmp_path_factory):
    """The certificate awarded by the chair on two sealed assessments that agree; nothing signed off."""
    folder = tmp_path_factory.mktemp("letter")
    source = write_portfolio(folder / "Portfolio.pdf")
    with Workspace.create(folder / "workspace", clock=now, new_id=new_id) as workspace:
        application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference=REFERENCE)
        settled = Settled(workspace, application)
        for who in ("A1", "A2"):
            row = settled.written.items.pop((who, "5.2", "E5.2"))  # an item that the portfolio has, with its pages
            settled.written.items[who, "5.2", "2"] = replace(row, evidence_id="2", feedback=FEEDBACK)
        settled.register().persons().settings().sealed().parts().met().chose()
    return folder / "workspace"


@pytest.fixture
def at_letter(visit, chosen_workspace, tmp_path):
    """The letter's page of a person. Several persons work in one workspace, each at a server of their own."""
    shared = Path(shutil.copytree(chosen_workspace, tmp_path / "shared"))
    servers = []

    def opened(person, page="assess"):
        servers.append(serve(shared, "--assessor", person, "--page", page))
        join = "&" if "?" in servers[-1].url else "?"
        shown = visit(f"{servers[-1].url}{join}letter={REFERENCE}", script=axe.SCRIPT).page
        expect(shown.get_by_role("heading", name=f"Letter on {REFERENCE}")).to_be_visible()
        return shown

    opened.workspace = shared
    yield opened
    for server in servers:
        server.stop()


def said(page):
    return page.get_by_test_id("letter-status")


def credit_of(page):
    return page.get_by_test_id("letter-sheet").locator(".lp-s", has_text="The assessors noted")


def confirm(page, why=None):
    if why is not None:
        page.get_by_test_id("letter-why").fill(why)
    page.get_by_test_id("letter-confirm").click()
    expect(page.get_by_test_id("letter-ask")).to_be_hidden(timeout=DRAWING_MS)


def audited(page, state):
    found = axe.findings(page, state)
    page.emulate_media(color_scheme="dark")
    found += axe.findings(page, f"{state}, dark", axe.COLOURS)
    page.emulate_media(color_scheme="light")
    assert found == []


def test_two_persons_take_a_letter_from_the_chosen_outcome_to_its_issue(at_letter):
    first = at_letter(SIGNS)
    expect(first.get_by_test_id("next-step")).to_contain_text("O or O2 reads the letter and signs it off.")
    audited(first, "a draft")

    credit_of(first).click()
    expect(first.get_by_test_id("row").first).to_contain_text("Item 2 for 5.2")
    first.get_by_test_id("show-2").first.click()
    expect(first.get_by_test_id("panel-picture")).to_be_visible()
    first.get_by_test_id("reword").click()
    expect(first.get_by_test_id("edit-text")).to_be_focused()
    first.get_by_test_id("edit-text").fill("The assessors noted that item 2 names each hazard step by step.")
    first.get_by_test_id("edit-save").click()
    expect(first.get_by_test_id("edit-refused")).to_contain_text("Write why the sentence is changed")
    audited(first, "a sentence and its form")
    first.get_by_test_id("edit-why").fill("plainer")
    first.get_by_test_id("edit-why").press("Enter")
    expect(said(first)).to_contain_text("stands in your words.")
    expect(first.get_by_test_id("composed")).to_contain_text(FEEDBACK.removeprefix("Item 2 "))

    first.get_by_test_id("do-next").click()
    expect(first.get_by_test_id("letter-ask")).to_contain_text("Another person issues the letter.")
    audited(first, "the question before a sign-off")
    confirm(first)
    expect(said(first)).to_have_text(f"{LETTER} is signed off.")
    expect(first.get_by_test_id("act-issue")).to_be_disabled()
    expect(first.get_by_test_id("next-step")).to_have_text("O issues the letter. O2 signed it off, so cannot.")

    second = at_letter(ISSUES)
    second.get_by_test_id("do-next").click()
    expect(second.get_by_test_id("letter-ask")).to_contain_text(f"It goes out on the sign-off by {SIGNS}.")
    confirm(second)
    expect(said(second)).to_have_text(f"{LETTER} is issued, and its files are frozen.")
    expect(second.get_by_test_id("told-text")).to_contain_text(LETTER)
    expect(second.get_by_test_id("letter-sheet")).to_contain_text("names each hazard")
    audited(second, "an issued letter")
    for form in ("docx", "pdf"):
        with second.expect_download() as waiting:
            second.get_by_test_id(f"download-{LETTER}-{form}").click()
        stored = at_letter.workspace / "letters" / LETTER / f"letter.{form}"
        assert waiting.value.suggested_filename == f"{LETTER}.{form}"
        assert digest(Path(waiting.value.path())) == digest(stored)

    expect(first.get_by_test_id("elsewhere")).to_contain_text("O issued the letter at ")
    first.get_by_test_id("act-hold").click()
    first.get_by_test_id("letter-why").fill("a query")
    first.get_by_test_id("letter-confirm").click()
    expect(first.get_by_test_id("letter-refused")).to_contain_text("this page was behind: O issued the letter")
    expect(first.get_by_test_id("letter-why")).to_have_value("a query")
    expect(first.get_by_test_id("issued-" + LETTER)).to_be_attached()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_by_keyboard_alone_a_sentence_is_reworded_and_composed_again(at_letter):
    page = at_letter(ISSUES)
    page.keyboard.press("F6")
    page.keyboard.press("F6")
    page.keyboard.press("F6")
    expect(page.get_by_test_id("sentence-1")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sentence 2", exact=True)).to_be_visible()
    expect(page.get_by_test_id("why-not-edit")).to_contain_text("is not put into other words")
    credit_of(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("reword")).to_be_visible()
    page.keyboard.press("F6")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("edit-text")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("The assessors noted that item 2 names each hazard.")
    page.reload()  # what is half typed is kept
    expect(page.get_by_role("heading", name=f"Letter on {REFERENCE}")).to_be_visible()
    credit_of(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("edit-text")).to_have_value("The assessors noted that item 2 names each hazard.")
    page.get_by_test_id("edit-why").focus()
    page.keyboard.type("shorter")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("stands in your words.")
    page.get_by_test_id("as-composed").press("Enter")
    expect(page.get_by_test_id("letter-why")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("letter-ask")).to_be_hidden()
    page.get_by_test_id("as-composed").press("Enter")
    page.keyboard.type("the first was better")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("stands as it was composed again.")
    expect(page.get_by_test_id("next-step")).to_be_focused()


def test_the_chair_sees_what_keeps_a_letter_back_and_goes_back_to_the_panel(at_letter):
    page = at_letter(CHOSE, page="panel")
    expect(page.get_by_test_id("act-sign_off")).to_be_disabled()
    expect(page.get_by_test_id("act-issue")).to_be_disabled()
    page.get_by_test_id("act-hold").click()
    confirm(page, "a question from the applicant")
    expect(page.get_by_test_id("next-step")).to_contain_text("The letter is held: a question from the applicant.")
    page.get_by_test_id("act-release").click()
    confirm(page, "answered")
    expect(said(page)).to_have_text(f"{LETTER} is released.")
    assert re.search(rf"letter={REFERENCE}", page.url)
    page.get_by_test_id("leave-letter").click()
    expect(page.get_by_role("heading", name=REFERENCE)).to_be_visible()
    assert "letter=" not in page.url
