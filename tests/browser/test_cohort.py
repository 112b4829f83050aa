"""The cohort page in Chromium: filter, drill down, download, publish; by keyboard, and seen by axe."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from mrse_assess.cli.opening import new_id
from mrse_assess.workspace import Workspace

from ..workbench.cohort.conftest import Days, Office
from ..workbench.cohort.looking.conftest import fill
from . import axe
from .conftest import PATIENCE_MS

FIRST = "Outcomes, first attempts"
PUBLISHING_MS = 4 * PATIENCE_MS  # every table together is made safe before one is shown


@pytest.fixture(scope="session")
def cohort_workspace(tmp_path_factory):
    """The small cohort that is counted by hand in tests/workbench/cohort/looking."""
    folder = tmp_path_factory.mktemp("cohort") / "workspace"
    clock = Days()
    with Workspace.create(folder, clock=clock, new_id=new_id) as workspace:
        office = Office(workspace, clock)
        office.register()
        fill(office)
    return folder


def begin(workbench, visit, cohort_workspace, person="C", **options):
    server = workbench("--assessor", person, "--page", "cohort", workspace=cohort_workspace)
    seen = visit(server.url, **options)
    expect(seen.page.get_by_test_id("cohort-title")).to_have_text(FIRST, timeout=PATIENCE_MS)
    return seen


def quiet(_done, _total):
    """Says nothing of how far it is."""


def rows(page):
    return page.get_by_test_id("cohort-table").locator("tbody tr").all_inner_texts()


def test_from_a_filter_to_a_number_its_applications_and_back(workbench, visit, cohort_workspace):
    page = begin(workbench, visit, cohort_workspace).page
    expect(page.get_by_test_id("cohort-size")).to_have_text("4 applications, 1 without an outcome yet")
    page.get_by_test_id("cohort-role").select_option("radiographer")
    expect(page.get_by_test_id("cohort-size")).to_have_text("2 applications, all decided")
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("1 of 2")
    page.get_by_test_id("cohort-clear").click()
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("2 of 3")
    page.get_by_test_id("cohort-from").fill("2026-03-31")
    expect(page.get_by_test_id("cohort-size")).to_have_text("2 applications, all decided")
    page.get_by_test_id("cohort-clear").click()
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("2 of 3")

    page.get_by_test_id("cell-0-1").click()
    expect(page.get_by_test_id("behind-title")).to_have_text("First attempts, Award: 2 applications")
    expect(page.get_by_test_id("behind-title")).to_be_focused()
    expect(page.get_by_test_id("behind-table").locator("tbody th")).to_have_text(["W-1", "W-2"])
    page.get_by_test_id("behind-open-W-1").click()  # these were made without a portfolio
    expect(page.get_by_test_id("cohort-status")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("cohort-table")).to_be_visible()
    expect(page.get_by_test_id("cell-0-1")).to_be_focused()


def test_by_keyboard_alone(workbench, visit, cohort_workspace):
    page = begin(workbench, visit, cohort_workspace).page
    page.keyboard.press("F6")
    expect(page.get_by_test_id("cohort-guidance")).to_be_focused()
    page.keyboard.press("F6")
    expect(page.get_by_test_id("ask-outcomes")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_test_id("ask-outcomes_by_role")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("cohort-title")).to_have_text("Outcomes by professional role, first attempts")
    expect(page.get_by_test_id("ask-outcomes_by_role")).to_be_focused()
    expect(page.get_by_test_id("ask-outcomes_by_role")).to_have_attribute("aria-current", "true")
    page.get_by_test_id("cell-2-0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")  # over the rows of roles that nobody has, to those whose role is not recorded
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("behind-title")).to_contain_text("Radiographer, Award: 1 application")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("cell-2-1")).to_be_focused()


def test_rows_and_figure_are_downloaded(workbench, visit, cohort_workspace):
    page = begin(workbench, visit, cohort_workspace).page
    page.get_by_test_id("ask-sub_categories").click()
    expect(page.get_by_test_id("cohort-title")).to_have_text("Sub-categories, first attempts")
    with page.expect_download() as download:
        page.get_by_test_id("file-csv").click()
    assert download.value.suggested_filename == "2025-applicant-guidance_first_sub_categories_internal.csv"
    text = download.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    found = {(row["row_key"], row["column_key"]): row for row in csv.DictReader(io.StringIO(text.decode("utf-8-sig")))}
    assert (found["2.1", "not_satisfactory"]["count"], found["2.1", "not_satisfactory"]["of"]) == ("1", "3")
    assert len(rows(page)) == len({row for row, _ in found}) == 16
    with page.expect_download() as download:
        page.get_by_test_id("file-xlsx").click()
    assert download.value.path().read_bytes().startswith(b"PK")


def test_a_press_on_a_bar_of_the_figure_lists_its_applications(workbench, visit, large_cohort):
    page = visit(workbench("--assessor", "chair", "--page", "cohort", workspace=large_cohort).url).page
    page.get_by_test_id("ask-sub_categories").click()
    expect(page.get_by_test_id("cohort-figure")).to_be_visible()
    spot = page.locator("[data-testid^=spot-]").last
    place = spot.get_attribute("data-testid").removeprefix("spot-")
    label = page.get_by_test_id(f"cell-{place}").get_attribute("aria-label")
    assert spot.get_attribute("title") == label
    spot.click()
    expect(page.get_by_test_id("behind-title")).to_contain_text(label.rsplit(": ", 1)[0])
    page.keyboard.press("Escape")
    expect(page.get_by_test_id(f"cell-{place}")).to_be_focused()


def test_a_figure_stands_beside_its_table_in_words_and_as_files(workbench, visit, large_cohort):
    server = workbench("--assessor", "chair", "--page", "cohort", workspace=large_cohort)
    page = visit(server.url).page
    page.get_by_test_id("ask-sub_categories").click()
    picture = page.get_by_test_id("cohort-figure")
    expect(picture).to_be_visible(timeout=PATIENCE_MS)
    assert "Sub-categories" in picture.get_attribute("alt")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 100
    for kind, begins in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_test_id(f"file-{kind}").click()
        assert download.value.path().read_bytes().startswith(begins)


@pytest.fixture(scope="session")
def large_cohort(tmp_path_factory):
    """Of forty simulated applications, enough for figures."""
    import numpy as np

    from mrse_assess.simulation import default_parameters, simulate

    folder = tmp_path_factory.mktemp("large-cohort") / "workspace"
    simulate(folder, applications=40, parameters=default_parameters(), random=np.random.default_rng(5), tell=quiet)
    return folder


def test_numbers_to_publish_are_refused_under_other_filters(workbench, visit, cohort_workspace):
    page = begin(workbench, visit, cohort_workspace, "O").page
    page.get_by_test_id("cohort-role").select_option("radiographer")
    expect(page.get_by_test_id("cohort-size")).to_have_text("2 applications, all decided")
    page.get_by_test_id("cohort-publishable").click()
    expect(page.get_by_test_id("cohort-refused")).to_contain_text("subtracted from one another")
    expect(page.get_by_test_id("cohort-table")).to_be_hidden()
    page.get_by_test_id("cohort-internal").click()
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("1 of 2")


WATCH = """() => {
  window.internalSeen = false;
  const look = () => {
    const pressed = document.querySelector("[data-testid=cohort-publishable]").getAttribute("aria-pressed") === "true";
    const table = document.querySelector("[data-testid=cohort-table]");
    if (pressed && table.checkVisibility() && table.innerText.includes("2 of 3")) window.internalSeen = true;
    requestAnimationFrame(look);
  };
  look();
}"""


def test_no_internal_number_stands_under_the_word_publishable(workbench, visit, cohort_workspace):
    page = begin(workbench, visit, cohort_workspace, "O").page
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("2 of 3")
    page.evaluate(WATCH)
    page.get_by_test_id("cohort-publishable").click()
    expect(page.get_by_test_id("cohort-beware")).to_be_visible(timeout=PUBLISHING_MS)
    assert not page.evaluate("window.internalSeen")
    expect(page.get_by_test_id("cohort-table").locator("button")).to_have_count(0)
    expect(page.get_by_test_id("cohort-size")).to_have_text("all applications, as published")
    page.get_by_test_id("cohort-internal").click()
    expect(page.get_by_test_id("cell-0-1")).to_contain_text("2 of 3")


def test_from_the_start_page_and_back_and_a_reload_stays(workbench, visit, cohort_workspace):
    server = workbench("--assessor", "O", workspace=cohort_workspace)
    page = visit(server.url).page
    page.get_by_test_id("open-cohort").click()
    expect(page.get_by_test_id("cohort-title")).to_have_text(FIRST, timeout=PATIENCE_MS)
    expect(page.get_by_test_id("ask-drift_by_year")).to_have_count(0)  # the office is not the chair
    page.reload()
    expect(page.get_by_test_id("cohort-title")).to_have_text(FIRST, timeout=PATIENCE_MS)
    page.get_by_test_id("cohort-leave").click()
    expect(page.get_by_test_id("open-cohort")).to_be_visible()
    assert "cohort" not in page.url


def test_everybody_else_is_told_in_one_sentence(workbench, visit, cohort_workspace):
    server = workbench("--assessor", "A1", "--page", "cohort", workspace=cohort_workspace)
    page = visit(server.url).page
    expect(page.get_by_role("alert")).to_have_text(re.compile("^Statistics of the whole cohort are for the chair"))
    expect(page.get_by_test_id("cohort-table")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_leaves_the_window(workbench, visit, cohort_workspace, scheme):
    seen = begin(workbench, visit, cohort_workspace, script=axe.SCRIPT, color_scheme=scheme)
    page = seen.page
    found = axe.findings(page, "outcomes")
    for question in ("sub_categories", "reasons_by_sub_category"):
        page.get_by_test_id(f"ask-{question}").click()
        expect(page.get_by_test_id(f"ask-{question}")).to_have_attribute("aria-current", "true")
        expect(page.locator(".ch-answer.stale")).to_have_count(0)
        found += axe.findings(page, question)
    page.get_by_test_id("ask-outcomes").click()
    page.get_by_test_id("cell-0-1").click()
    expect(page.get_by_test_id("behind-title")).to_be_visible()
    found += axe.findings(page, "behind")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.foreign_requests() == []
    assert seen.errors == []
