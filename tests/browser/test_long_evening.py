"""The portfolio of 500 pages judged for an evening: by script to the last conclusion, by keys 500 times and back."""

import csv

import pytest
from playwright.sync_api import expect

from .conftest import LARGE, run_command
from .hands import SAVED, Hands, rows_of

pytestmark = [pytest.mark.xdist_group("large")]
JUDGEMENTS = 500


@pytest.fixture
def evening(large_workspace, workbench, visit, tmp_path):
    """A server at the large portfolio, and hands at its worklist."""
    server = workbench("--assessor", "A1", workspace=large_workspace)
    seen = visit(server.url)
    hands = Hands(seen.page)
    hands.open(LARGE)
    return server, hands, seen


def in_force(server, folder) -> list[dict[str, str]]:
    """The judgements in force, as the frame says."""
    out = folder / "frame.csv"
    done = run_command("frame", LARGE, "--workspace", server.workspace, "--out", out)
    assert done.returncode == 0, done.stderr
    with out.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def verdicts(rows: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    return {(row["sub_category"], row["evidence_id"]): row["verdict"] for row in rows}


@pytest.mark.proof
def test_the_whole_large_portfolio_is_judged_by_script(evening, large_portfolio, tmp_path):
    server, hands, seen = evening
    rows = rows_of(large_portfolio / "_expected" / "large" / "frame.csv")
    for row in rows:
        if row["evidence_id"]:
            hands.judge({**row, "simulated": "false"})
        else:
            hands.conclude(row["sub_category"], row["verdict"], row["feedback"])
    assert verdicts(in_force(server, tmp_path)) == verdicts(rows)
    assert seen.errors == []
    assert seen.foreign_requests() == []


@pytest.mark.proof
def test_500_judgements_by_keys_are_undone_one_by_one_across_a_reload(evening, tmp_path):
    server, hands, _ = evening
    for number in range(JUDGEMENTS):
        judge_and_go_on(hands, number)
    assert in_force(server, tmp_path)
    hands.page.reload()
    expect(hands.at("undo")).to_be_enabled()
    for number in range(JUDGEMENTS):
        undo_one(hands)
        if number == JUDGEMENTS // 2:
            hands.page.reload()
            expect(hands.at("undo")).to_be_enabled()
    expect(hands.at("undo")).to_be_disabled()
    assert in_force(server, tmp_path) == []


def judge_and_go_on(hands: Hands, number: int) -> None:
    """A verdict that is not the one in force, and the next claim; after the last the first."""
    heading = hands.page.locator(".form h3")
    before = heading.inner_text()
    hands.page.keyboard.press("j")
    try:
        expect(heading).not_to_have_text(before, timeout=3000)
    except AssertionError:  # the last claim: from the top again
        hands.page.locator("[data-testid=worklist] [role=row][tabindex='0']").focus()
        hands.page.keyboard.press("Home")
        hands.page.keyboard.press("Enter")
        hands.page.keyboard.press("j")
        expect(heading).not_to_have_text(before)
    held = hands.at("verdict-satisfactory").get_attribute("aria-checked") == "true"
    wanted, key = ("referred_to_panel", "3") if held else ("satisfactory", "1")
    hands.page.keyboard.press(key)
    expect(hands.at(f"verdict-{wanted}")).to_have_attribute("aria-checked", "true")
    expect(hands.at("unit-saved")).to_have_text(SAVED)


def undo_one(hands: Hands) -> None:
    """Take the latest act back, and wait until the button names another one or nothing is left."""
    button = hands.at("undo")
    named = button.text_content()
    hands.page.keyboard.press("u")
    expect(button).not_to_have_text(named)
