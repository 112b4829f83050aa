"""Undo across a reload, and the seal: refused with its list, read-only while sealed, reopened with a reason."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import SAMPLES, run_command
from .hands import SAVED, Hands, rows_of

JUDGED = (("1.1", "1", "satisfactory"), ("1.1", "2", "not_satisfactory"), ("1.2", "3", "satisfactory"))
KEYS = {"satisfactory": "1", "not_satisfactory": "2"}


def judge_three(hands: Hands) -> None:
    for code, item, verdict in JUDGED:
        hands.choose(code, item)
        hands.page.keyboard.press(KEYS[verdict])
        expect(hands.at("unit-saved")).to_have_text(SAVED)
        hands.page.keyboard.press("Escape")


def expect_verdict(hands: Hands, code: str, item: str, verdict: str | None) -> None:
    expect(hands.page.get_by_role("heading", name=f"Item {item} for {code}", exact=True)).to_be_visible()
    for name in ("satisfactory", "not_satisfactory", "referred_to_panel"):
        expect(hands.at(f"verdict-{name}")).to_have_attribute("aria-checked", str(name == verdict).lower())


@pytest.fixture
def hands(workbench, visit):
    opened = Hands(visit(workbench("--assessor", "A7").url).page)
    opened.open("clear_award")
    return opened


def test_three_verdicts_are_undone_across_a_reload_and_done_again(hands):
    expect(hands.at("undo")).to_be_disabled()
    judge_three(hands)
    expect(hands.at("undo")).to_contain_text("verdict on 3 for 1.2")
    hands.page.keyboard.press("u")
    expect(hands.at("toast")).to_contain_text("Undone: verdict on 3 for 1.2, not yet judged again.")
    expect_verdict(hands, "1.2", "3", None)
    hands.page.reload()
    expect(hands.at("undo")).to_contain_text("verdict on 2 for 1.1")
    hands.at("undo").click()
    expect_verdict(hands, "1.1", "2", None)
    hands.page.keyboard.press("u")
    expect_verdict(hands, "1.1", "1", None)
    expect(hands.at("undo")).to_be_disabled()
    hands.page.keyboard.press("u")
    expect(hands.at("toast")).to_have_text("There is nothing to undo.")
    for code, item, verdict in JUDGED:
        hands.page.keyboard.press("y")
        expect_verdict(hands, code, item, verdict)
    hands.page.keyboard.press("y")
    expect(hands.at("toast")).to_have_text("There is nothing to do again.")


def test_redo_stands_in_the_toast_until_the_next_act(hands):
    judge_three(hands)
    hands.at("undo").click()
    hands.at("redo").click()
    expect_verdict(hands, "1.2", "3", "satisfactory")
    hands.page.keyboard.press("u")
    expect(hands.at("redo")).to_be_visible()
    hands.page.keyboard.press("3")
    expect(hands.at("redo")).to_be_hidden()
    expect_verdict(hands, "1.2", "3", "referred_to_panel")


def test_keys_pressed_faster_than_the_answers_undo_one_act_each(hands):
    judge_three(hands)
    for _ in JUDGED:
        hands.page.keyboard.press("u")
    expect(hands.at("undo")).to_be_disabled()
    for _ in JUDGED:
        hands.page.keyboard.press("y")
    expect(hands.at("undo")).to_contain_text("verdict on 3 for 1.2")
    expect_verdict(hands, "1.2", "3", "satisfactory")


def test_a_note_recorded_by_pressing_undo_is_not_undone_in_its_stead(hands):
    judge_three(hands)
    hands.page.keyboard.press("w")
    hands.page.keyboard.type("Please date it.")
    hands.at("undo").click()
    expect(hands.at("toast")).to_contain_text("Next would be: note on 3 for 1.2.")
    expect(hands.at("note")).to_have_value("Please date it.")
    expect(hands.at("undo")).to_contain_text("note on 3 for 1.2")
    hands.at("undo").click()
    expect(hands.at("note")).to_have_value("")
    expect_verdict(hands, "1.2", "3", "satisfactory")


def test_a_tab_that_fell_behind_is_told_what_was_done(workbench, visit):
    server = workbench("--assessor", "A7")
    first, second = (Hands(visit(server.url).page) for _ in range(2))
    for tab in (first, second):
        tab.open("clear_award")
        tab.choose("1.1", "1")
    first.page.keyboard.press("1")
    expect(first.at("unit-saved")).to_have_text(SAVED)
    second.page.keyboard.press("3")
    expect(second.at("stale")).to_contain_text(re.compile(r"You went on in another tab at \d\d:\d\d:\d\d\."))
    expect(second.at("stale")).to_contain_text("1 record was made there: verdict on 1 for 1.1.")
    second.at("catch-up").click()
    expect(second.at("stale")).to_be_hidden()
    expect(second.at("undo")).to_contain_text("verdict on 1 for 1.1")


# ---------------------------------------------------------------- sealing


def all_but_the_last(path: Path, assessor: str) -> Path:
    """The expected rows of the clear award for this assessor, without the conclusion of 8.2."""
    rows = rows_of(SAMPLES / "_expected" / "clear_award" / "frame.csv")
    assert (rows[-1]["sub_category"], rows[-1]["evidence_id"]) == ("8.2", "")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, "application": "clear_award", "assessor": assessor} for row in rows[:-1])
    return path


@pytest.fixture
def judged(workbench, visit, demo_workspace, tmp_path):
    """The clear award judged but for the conclusion of 8.2."""
    workspace = tmp_path / "workspace"
    shutil.copytree(demo_workspace, workspace)
    frame = all_but_the_last(tmp_path / "frame.csv", "A7")
    ran = run_command("record", "clear_award", "--workspace", workspace, "--frame", frame, "--assessor", "A7")
    assert ran.returncode == 0, ran.stderr
    server = workbench("--assessor", "A7", workspace=workspace)
    opened = Hands(visit(server.url).page)
    opened.open("clear_award")
    return server, opened, frame


def test_the_seal_is_refused_with_its_list_then_closes_and_is_reopened(judged):
    server, hands, frame = judged
    hands.at("seal").click()
    expect(hands.at("seal-dialog")).to_be_visible()
    expect(hands.at("check-concluded")).to_contain_text("15 of 16 sub-categories concluded, 1 to do")
    expect(hands.at("check-judged")).to_have_attribute("data-kind", "done")
    expect(hands.at("seal-now")).to_be_disabled()
    hands.at("check-concluded-0").click()
    expect(hands.at("seal-dialog")).to_be_hidden()
    hands.conclude("8.2", "satisfactory", "The sentence to the panel.")
    hands.at("seal").click()
    hands.at("seal-now").click()
    expect(hands.at("sealed")).to_contain_text(re.compile(r"Sealed \d+ \w+ 20\d\d, \d\d:\d\d:\d\d\."))
    expect(hands.at("seal-dialog")).to_be_hidden()
    expect(hands.at("undo")).to_be_disabled()
    expect(hands.at("verdict-satisfactory")).to_be_disabled()
    expect(hands.at("conclude-satisfactory")).to_be_disabled()
    hands.page.reload()
    expect(hands.at("sealed")).to_be_visible()
    expect(hands.at("conclude-satisfactory")).to_be_disabled()
    expect(hands.at("verdict-satisfactory")).to_be_disabled()
    hands.page.keyboard.press("u")
    expect(hands.at("toast")).to_contain_text("sealed")
    changed = frame.read_text(encoding="utf-8").replace(",satisfactory,", ",referred_to_panel,")
    frame.write_text(changed, encoding="utf-8")
    arguments = ("--workspace", server.workspace, "--frame", frame, "--assessor", "A7")
    ran = run_command("record", "clear_award", *arguments)
    assert ran.returncode != 0
    assert "the assessment of A7 is sealed" in ran.stderr
    hands.at("reopen").click()
    expect(hands.at("reopen-now")).to_be_disabled()
    hands.at("reopen-why").fill("Item 9 arrived late.")
    hands.at("reopen-now").click()
    expect(hands.at("sealed")).to_be_hidden()
    expect(hands.at("verdict-satisfactory")).to_be_enabled()
    expect(hands.at("undo")).to_be_enabled()
