"""A workspace with a register: interests are declared before anything opens, and the office keeps the settings."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id, now
from mrse_assess.model.acts import Person
from mrse_assess.terms import Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

from ..workbench.conftest import write_portfolio
from ..workbench.panel.conftest import Judged
from . import axe
from .conftest import workspace_of
from .hands import Hands

CLOSED, OTHER, NOT_GIVEN = "EX-1", "EX-2", "EX-3"
PERSONS = (
    Person(person="O", roles=(Role.OFFICE,)),
    Person(person="A1", roles=(Role.ASSESSOR,), name="Dr Una Ashgrove", other_names="B Referee"),
    Person(person="A2", roles=(Role.ASSESSOR,), name="Dr Tam Oyelaran"),
    Person(person="A3", roles=(Role.ASSESSOR,), name="Mr Piers Lindqvist"),
)
LOOKING_MS = 60_000  # names are looked for by a worker that is started for it
NAME_OF_APPLICANT = "Ada Example"


@pytest.fixture(scope="session")
def registered_once(tmp_path_factory) -> Path:
    """Two applications given to A1 and A2, a third one to A2 alone; nobody has declared anything."""
    folder = tmp_path_factory.mktemp("registered")
    source = write_portfolio(folder / "Portfolio.pdf")
    made = workspace_of(folder / "workspace", dict.fromkeys((CLOSED, OTHER, NOT_GIVEN), source))
    with Workspace.open(made, clock=now, new_id=new_id) as workspace:
        people = People(workspace)
        for person in PERSONS:
            people.register(person, "O")
        for reference, assessors in ((CLOSED, ("A1", "A2")), (OTHER, ("A1", "A2")), (NOT_GIVEN, ("A2",))):
            for assessor in assessors:
                people.allocate(workspace.application(reference), assessor, "O")
    return made


@pytest.fixture
def registered(registered_once, tmp_path) -> Path:
    return Path(shutil.copytree(registered_once, tmp_path / "registered"))


@pytest.fixture
def start(workbench, visit, registered):
    def opened(person: str, size: tuple[int, int] = (1366, 768)) -> Hands:
        server = workbench("--assessor", person, workspace=registered)
        hands = Hands(visit(server.url, *size, script=axe.SCRIPT).page)
        expect(hands.page.get_by_role("heading", name="Applications")).to_be_visible()
        hands.server = server
        return hands

    return opened


def audited(hands: Hands, state: str) -> None:
    """Nothing that axe finds, in light and in dark."""
    found = axe.findings(hands.page, state)
    hands.page.emulate_media(color_scheme="dark")
    found += axe.findings(hands.page, f"{state}, dark", axe.COLOURS)
    hands.page.emulate_media(color_scheme="light")
    assert found == []


def test_an_interest_is_declared_and_the_application_is_gone_from_list_and_address(start):
    hands = start("A1")
    page = hands.page
    expect(hands.at(f"declare-{CLOSED}")).to_be_visible()
    words = page.locator("body").inner_text()
    assert NAME_OF_APPLICANT not in words, "nothing of it opens before interests are declared"
    assert NOT_GIVEN not in words
    assert "Take a portfolio in" not in words
    hands.at(f"declare-{CLOSED}").click()
    sheet = hands.at("declaration")
    expect(sheet).to_contain_text("Dr Bea Referee (referee)", timeout=LOOKING_MS)
    expect(sheet.locator("li", has_text="Dr Bea Referee")).to_contain_text("possible: in your list")
    audited(hands, "the sheet")
    page.get_by_label("Dr Bea Referee").check()
    hands.at("declare-none").click()
    expect(hands.at("sheet-refused")).to_contain_text("take the tick away")
    hands.at("declare-interest").click()
    expect(hands.at("sheet-refused")).to_have_text("Say which kind of interest it is.")
    page.get_by_label("Knows the referee").check()
    hands.at("declare-interest").press("Enter")
    expect(hands.at("told")).to_have_text(f"{CLOSED} was handed back. You see nothing more of it.")
    expect(page.get_by_role("heading", name="Applications")).to_be_focused()
    expect(page.locator(f"[data-application={CLOSED}]")).to_have_count(0)
    expect(hands.at(f"declare-{OTHER}")).to_be_visible()
    join = "&" if "?" in hands.server.url else "?"
    page.goto(f"{hands.server.url}{join}application={CLOSED}")
    expect(hands.at(f"declare-{OTHER}")).to_be_visible()
    assert CLOSED not in page.locator("main").inner_text()


def test_without_an_interest_it_opens_by_keyboard_alone(start):
    hands = start("A1")
    page = hands.page
    hands.at(f"declare-{OTHER}").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Dr Bea Referee")).to_be_visible(timeout=LOOKING_MS)
    hands.at("declare-none").press("Enter")
    expect(hands.at("worklist")).to_be_visible()
    page.goto(hands.server.url)
    expect(hands.at(f"open-{OTHER}")).to_be_visible()
    expect(hands.at(f"hand-back-{OTHER}")).to_be_visible()


def test_the_office_sees_what_is_unset_and_sets_it_in_place(start):
    hands = start("O")
    page = hands.page
    hands.at("scheme-settings").click()
    expect(page.get_by_role("heading", name="Settings of the scheme")).to_be_focused()
    count = page.locator("[data-setting]").count()
    expect(hands.at("unset-count")).to_contain_text(f"{count} of {count} settings are not set.")
    audited(hands, "the settings")
    row = page.locator("[data-setting=attempts_allowed]")
    expect(row).to_contain_text("choosing “Further evidence”")
    hands.at("edit-attempts_allowed").press("Enter")
    expect(hands.at("setting-value")).to_be_focused()
    audited(hands, "a setting's form")
    page.keyboard.type("two")
    hands.at("setting-source").fill("Minute 4 of 3 June 2026")
    page.keyboard.press("Enter")
    expect(hands.at("setting-refused")).to_contain_text("is a whole number")
    expect(hands.at("setting-source")).to_have_value("Minute 4 of 3 June 2026")
    hands.at("setting-value").fill("2")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Minute 4 of 3 June 2026. Set by O, ")
    expect(hands.at("edit-attempts_allowed")).to_be_focused()
    expect(hands.at("unset-count")).to_contain_text(f"{count - 1} of {count} settings are not set.")
    hands.at("shown-unset").check()
    expect(row).to_have_count(0)
    hands.at("leave-settings").click()
    expect(hands.at("scheme-settings")).to_be_visible()


# -------------------------------------------------------------------- the register under the office's hands


def test_the_office_finds_what_waits_for_it_by_keyboard_alone(start):
    hands = start("O")
    page, rows = hands.page, hands.page.locator("[data-application]")
    expect(hands.at("listed")).to_have_text("3 listed")
    audited(hands, "the register")
    expect(page.locator(f"[data-application={NOT_GIVEN}]")).to_contain_text("Dr Tam Oyelaran not declared yet")
    hands.at("sort-application").press("Enter")
    hands.at("sort-application").press("Enter")
    expect(page.get_by_role("columnheader", name="Application")).to_have_attribute("aria-sort", "descending")
    expect(hands.at("sort-application")).to_be_focused()
    expect(rows.first).to_have_attribute("data-application", NOT_GIVEN)
    hands.at("filter-words").focus()
    page.keyboard.type("ashgrove")
    expect(hands.at("listed")).to_have_text("2 of 3 listed")
    page.keyboard.press("Escape")
    expect(hands.at("listed")).to_have_text("3 listed")
    hands.at("filter-waiting").focus()
    page.keyboard.press("ArrowDown")
    expect(hands.at("filter-waiting")).to_have_value("assessors")
    expect(rows).to_have_count(3)


def test_the_office_replaces_an_assessor_and_writes_down_what_it_knows(start):
    hands = start("O")
    page = hands.page
    hands.at(f"register-{NOT_GIVEN}").press("Enter")
    expect(page.get_by_role("heading", name=f"{NOT_GIVEN}: assessors and register")).to_be_focused()
    audited(hands, "an application's register")
    hands.at("off-A2").press("Enter")
    expect(hands.at("off-why")).to_be_focused()
    audited(hands, "taking off")
    page.keyboard.type("On leave")
    hands.at("off-to").select_option("A1")
    hands.at("off-do").press("Enter")
    expect(hands.at("register-said")).to_contain_text(f"{NOT_GIVEN} is given to Dr Una Ashgrove.")
    expect(hands.at("register-assessors")).to_contain_text("Dr Una Ashgrove A1: not declared yet")
    expect(hands.at("register-noticed")).to_contain_text("Dr Bea Referee (referee)", timeout=LOOKING_MS)
    hands.at("fact-employer").fill("Northmere Hospitals")
    hands.at("fact-professional_role").select_option("mr_engineer")
    hands.at("fact-follows").fill("EX-99")
    page.keyboard.press("Enter")
    expect(hands.at("register-refused")).to_contain_text("EX-99")
    expect(hands.at("fact-employer")).to_have_value("Northmere Hospitals")
    hands.at("fact-follows").fill("")
    page.keyboard.press("Enter")
    expect(hands.at("register-said")).to_have_text(f"{NOT_GIVEN}: saved.")
    expect(hands.at("known-by")).to_contain_text("Last changed by O, ")
    audited(hands, "after saving")
    page.keyboard.press("Escape")
    expect(hands.at(f"register-{NOT_GIVEN}")).to_be_focused()
    expect(page.locator(f"[data-application={NOT_GIVEN}]")).to_contain_text("Engineer, Northmere Hospitals")


def test_what_another_tab_did_meanwhile_is_said_and_nothing_typed_is_lost(start):
    hands = start("O")
    other = Hands(hands.page.context.new_page())
    other.page.goto(hands.server.url)
    for one in (hands, other):
        one.at(f"register-{CLOSED}").click()
        one.at("fact-employer").fill("Northmere" if one is other else "Southgate")
    other.at("give-to").select_option("A3")
    other.at("give").click()
    expect(other.at("register-said")).to_contain_text("is given to Mr Piers Lindqvist")
    other.at("known-save").click()
    expect(other.at("register-said")).to_contain_text("saved")
    hands.at("give-to").select_option("A3")
    hands.at("give").click()
    expect(hands.at("register-refused")).to_contain_text("was changed meanwhile")
    expect(hands.at("register-assessors")).to_contain_text("Mr Piers Lindqvist")
    expect(hands.at("fact-employer")).to_have_value("Southgate")
    expect(hands.page.get_by_text("recorded: Northmere")).to_be_visible()


@pytest.fixture
def differing(registered) -> Path:
    """EX-1, sealed by both, who come to different outcomes, where the scheme then asks for a third assessment."""
    with Workspace.open(registered, clock=now, new_id=new_id) as workspace:
        judged = Judged(workspace, workspace.application(CLOSED))
        for person in ("A1", "A2"):
            judged.people.declare(judged.application, person, conflicted=False)
        for code in ("1.1", "5.2", "8.2"):
            judged.written.fail(code, "A1")
        judged.sealed()
        workspace.set_setting("third_assessor_when", "outcome_differs", "minute 4", by="O")
    return registered


def test_a_third_assessor_is_asked_for_and_allocated_in_one_act(differing, start):
    hands = start("O")
    row = hands.page.locator(f"[data-application={CLOSED}]")
    expect(hands.at(f"third-{CLOSED}")).to_contain_text("the assessors' own outcomes differ")
    expect(row).to_contain_text("Office: allocate a third assessor")
    hands.at(f"register-{CLOSED}").press("Enter")
    expect(hands.at("register-third")).to_be_visible()
    hands.at("give-to").select_option("A3")
    hands.at("give").press("Enter")
    expect(hands.at("register-said")).to_contain_text("Third assessment, asked for by the panel")
    expect(hands.at("register-third")).to_be_hidden()
    hands.page.keyboard.press("Escape")
    expect(row).to_contain_text("Mr Piers Lindqvist to declare interests")
    audited(hands, "a third assessor")
