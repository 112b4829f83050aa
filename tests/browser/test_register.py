"""A workspace with a register: interests are declared before anything opens, and the office keeps the settings."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.app import new_id, now
from mrse_assess.model.acts import Person
from mrse_assess.terms import Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

from ..workbench.conftest import write_portfolio
from . import axe
from .conftest import workspace_of
from .hands import Hands

CLOSED, OTHER, NOT_GIVEN = "EX-1", "EX-2", "EX-3"
PERSONS = (
    Person(person="O", roles=(Role.OFFICE,)),
    Person(person="A1", roles=(Role.ASSESSOR,), name="Dr Una Ashgrove", other_names="B Referee"),
    Person(person="A2", roles=(Role.ASSESSOR,), name="Dr Tam Oyelaran"),
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
