"""The line between browser and server dies: the page says so, keeps the words, and nothing is lost or doubled."""

import csv
import os
import re
import signal

import pytest
from playwright.sync_api import expect

from .conftest import run_command
from .hands import SAVED, Hands
from .wire import Wire

SENTENCE = "Please also show how the images were assessed"
BAR = re.compile("Not saving since")


@pytest.fixture
def far(workbench, visit):
    """A server, a wire to it, and hands at the first claim of the clear award at the other end."""
    server = workbench("--assessor", "A7")
    wire = Wire(server.url)
    hands = Hands(visit(wire.url).page)
    hands.open("clear_award")
    hands.choose("1.1", "1")
    yield server, wire, hands
    wire.close()


def recorded(server, tmp_path) -> list[dict[str, str]]:
    """The judgements in force, as the frame says."""
    out = tmp_path / "frame.csv"
    done = run_command("frame", "clear_award", "--workspace", server.workspace, "--out", out)
    assert done.returncode == 0, done.stderr
    with out.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def bar_is_up(hands: Hands) -> None:
    expect(hands.page.get_by_role("alert").filter(has_text=BAR)).to_be_visible(timeout=5500)
    expect(hands.at("verdict-satisfactory")).to_be_disabled()


def same_item_and_words(hands: Hands, words: str) -> None:
    """By itself or by one click, the item, its verdict and the half-typed words are there again."""
    if line_is_still_lost(hands):
        hands.at("reconnect").click()
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible(timeout=60_000)
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")
    expect(hands.at("note")).to_have_value(words)
    expect(hands.at("lost")).to_be_hidden()


def line_is_still_lost(hands: Hands) -> bool:
    """Whether the page did not find its kernel again by itself within a few heartbeats."""
    try:
        expect(hands.at("lost")).to_be_hidden(timeout=4000)
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize("seconds", [6, pytest.param(120, marks=pytest.mark.proof)])
def test_a_dead_line_is_said_within_five_seconds_and_one_click_brings_everything_back(far, tmp_path, seconds):
    server, wire, hands = far
    hands.page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    hands.page.keyboard.press("w")
    hands.page.keyboard.type(SENTENCE)
    wire.hold()
    bar_is_up(hands)
    hands.page.keyboard.type(", please")
    hands.page.wait_for_timeout(seconds * 1000)
    bar_is_up(hands)
    wire.mend()
    same_item_and_words(hands, f"{SENTENCE}, please")
    hands.choose("1.1", "2")
    hands.page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    rows = recorded(server, tmp_path)
    assert [(row["evidence_id"], row["verdict"]) for row in rows] == [("1", "satisfactory"), ("2", "satisfactory")]
    assert rows[0]["feedback"] in {"", f"{SENTENCE}, please"}


def test_a_verdict_given_while_the_line_is_dead_is_recorded_once_or_not_at_all(far, tmp_path):
    server, wire, hands = far
    wire.hold()
    hands.page.keyboard.press("1")
    bar_is_up(hands)
    wire.mend()
    expect(hands.at("verdict-satisfactory")).to_be_enabled(timeout=30_000)
    pressed = hands.at("verdict-satisfactory").get_attribute("aria-checked") == "true"
    hands.page.reload()
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible()
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true" if pressed else "false")
    assert len(events_of(server)) == (1 if pressed else 0)


def test_connections_that_break_off_are_said_and_mended(far):
    _, wire, hands = far
    hands.page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    wire.hold()
    wire.sever()
    bar_is_up(hands)
    wire.mend()
    same_item_and_words(hands, "")


def test_a_reload_in_the_middle_of_a_save_keeps_what_was_acknowledged_each_once(workbench, visit):
    server = workbench("--assessor", "A7")
    hands = Hands(visit(server.url).page)
    hands.open("clear_award")
    hands.choose("1.1", "1")
    hands.page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    hands.choose("1.1", "2")
    os.killpg(server.process.pid, signal.SIGSTOP)
    try:
        hands.page.keyboard.press("3")
        hands.page.evaluate("() => setTimeout(() => location.reload(), 0)")
        hands.page.wait_for_timeout(1500)
    finally:
        os.killpg(server.process.pid, signal.SIGCONT)
    expect(hands.page.get_by_role("heading", name=re.compile("^Item [12] for 1.1"))).to_be_visible(timeout=60_000)
    hands.choose("1.1", "1")
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")
    hands.choose("1.1", "2")
    taken = hands.at("verdict-referred_to_panel").get_attribute("aria-checked") == "true"
    assert events_of(server) == ["1", "2"] if taken else ["1"]


def events_of(server) -> list[str]:
    """The item of each judgement that was ever recorded, superseded ones too."""
    import json
    import sqlite3

    (path,) = server.workspace.rglob("records.sqlite")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as records:
        rows = records.execute("select payload from events where kind = 'judgement' order by rowid").fetchall()
    return [json.loads(payload)["evidence_id"] for (payload,) in rows]
