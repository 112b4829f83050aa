"""The left pane in Chromium: the tree by keyboard, the check list, the second look, references that lead nowhere."""

import re

import pytest
from playwright.sync_api import Page, expect

from .hands import Hands

OPEN_POINTS = "missing_and_uncited"


@pytest.fixture
def at_work(workbench, visit):
    def open_application(name: str, **size: int) -> Hands:
        hands = Hands(visit(workbench("--assessor", "A7").url, **size).page)
        hands.open(name)
        expect(hands.page.locator("[data-testid^=sub-]")).to_have_count(16)
        return hands

    return open_application


def focused(page: Page) -> str:
    return page.evaluate("() => document.activeElement?.dataset?.testid ?? ''")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_tree_grid_is_walked_opened_and_shut_by_keyboard_alone(at_work):
    hands = at_work("clear_award")
    page = hands.page
    page.get_by_test_id("sub-1.1").focus()
    press(page, "ArrowLeft")
    expect(hands.at("sub-1.1")).to_have_attribute("aria-expanded", "false")
    assert focused(page) == "sub-1.1"
    press(page, "ArrowDown", "ArrowRight", "ArrowRight")
    expect(hands.at("sub-1.2")).to_have_attribute("aria-expanded", "true")
    claim = focused(page)
    assert claim.startswith("claim-1.2-")
    press(page, "ArrowLeft")
    assert focused(page) == "sub-1.2"
    press(page, "End")
    assert focused(page) == "sub-8.2"
    press(page, "Home")
    assert focused(page) == "sub-1.1"
    assert page.locator("[data-testid=worklist] [tabindex='0']").count() == 1
    press(page, "ArrowDown", "ArrowDown", "Enter")
    expect(page.get_by_role("heading", name=re.compile(r"Item \S+ for 1\.2"))).to_be_visible()
    assert focused(page) == claim
    press(page, "F6", "F6", "F6")
    assert focused(page) == claim


def test_a_row_opened_by_hand_stays_open_wherever_one_goes(at_work):
    hands = at_work("clear_award")
    hands.at("sub-2.1").focus()
    press(hands.page, "ArrowRight")
    hands.at("sub-5.1").click()
    expect(hands.at("sub-5.1")).to_have_attribute("aria-expanded", "true")
    expect(hands.at("sub-2.1")).to_have_attribute("aria-expanded", "true")
    hands.at("sub-6.1").click()
    expect(hands.at("sub-6.1")).to_have_attribute("aria-expanded", "true")
    expect(hands.at("sub-5.1")).to_have_attribute("aria-expanded", "false")


def test_before_the_start_every_point_jumps_and_the_start_leads_to_the_evidence(at_work):
    hands = at_work(OPEN_POINTS)
    page = hands.page
    expect(hands.at("points")).to_contain_text("Before you start: 4 points")
    for jump, heading in (
        ("jump-unit-5.1-19", "Item 19 for 5.1 leads nowhere"),
        ("jump-unit--6", "Item 6"),
        ("jump-unit-8.2-", "Conclude 8.2"),
    ):
        hands.at(jump).focus()
        press(page, "Enter")
        expect(page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
        expect(hands.at(jump)).to_be_focused()
    hands.at("start").click()
    expect(page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible()
    expect(hands.at("points")).to_be_hidden()
    expect(hands.at("show-points")).to_be_visible()
    hands.at("show-points").click()
    expect(hands.at("points")).to_contain_text("Still open: 4 points")


def test_a_portfolio_without_open_points_says_so_and_starts_with_n(at_work):
    hands = at_work("clear_award")
    expect(hands.at("points")).to_contain_text("Before you start: no open points")
    press(hands.page, "n")
    expect(hands.at("points")).to_be_hidden()
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible()
    press(hands.page, "n")
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_hidden()


def test_parked_items_wait_in_the_second_look_with_the_words_to_oneself(at_work):
    hands = at_work("clear_award")
    page = hands.page
    hands.choose("3", "7")
    press(page, "p")
    page.keyboard.type("Compare with item 8 before deciding.")
    press(page, "Enter")
    expect(hands.at("show-second")).to_have_text("Second look 1")
    hands.at("sub-8.2").click()
    hands.at("show-second").click()
    parked = hands.at("parked-3-7")
    expect(parked).to_contain_text("Compare with item 8 before deciding.")
    expect(parked).to_contain_text("today")
    expect(hands.at("list-hint")).to_have_text("It must be empty before you seal.")
    parked.focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Item 7 for 3", exact=True)).to_be_visible()
    press(page, "p")
    expect(hands.at("list-hint")).to_have_text("Nothing is parked.")
    expect(hands.at("show-second")).to_be_focused()


def test_the_item_meant_by_a_broken_reference_is_looked_at_chosen_and_taken_back_by_undo(at_work):
    hands = at_work(OPEN_POINTS)
    page = hands.page
    hands.at("sub-5.1").click()
    expect(hands.at("nowhere")).to_contain_text("3 items are cited nowhere")
    expect(hands.at("use-item")).to_be_disabled()
    hands.at("look-11").click()
    expect(hands.at("nowhere")).to_be_hidden()
    expect(page.get_by_role("heading", name="Item 11", exact=True).first).to_be_visible()
    hands.at("claim-for").select_option("5.1")
    hands.at("sub-5.1").click()
    hands.at("meant-11").check()
    hands.at("use-item").click()
    expect(page.get_by_role("heading", name="Item 11 for 5.1", exact=True)).to_be_visible()
    expect(hands.at("claim-5.1-11")).to_be_visible()
    expect(hands.at("claim-5.1-19")).to_have_count(0)
    press(page, "u")
    expect(hands.at("claim-5.1-19")).to_be_visible()
    expect(hands.at("claim-5.1-11")).to_have_count(0)


def test_not_in_the_portfolio_is_recorded_with_its_reason(at_work):
    hands = at_work(OPEN_POINTS)
    hands.at("sub-6.2").click()
    hands.at("not-there").click()
    expect(hands.at("verdict-not_satisfactory")).to_have_attribute("aria-checked", "true")
    expect(hands.page.locator(".chosen [data-reason=missing_item]")).to_be_visible()
    expect(hands.at("claim-6.2-14")).to_have_attribute("data-state", "not_satisfactory")


def test_an_uncited_item_is_taken_into_account_for_a_sub_category(at_work):
    hands = at_work(OPEN_POINTS)
    hands.at("jump-unit--18").click()
    hands.at("claim-for").select_option("8.2")
    hands.at("claim-add").click()
    expect(hands.page.get_by_role("heading", name="Item 18 for 8.2", exact=True)).to_be_visible()
    hands.page.keyboard.press("1")
    expect(hands.at("claim-8.2-18")).to_have_attribute("data-state", "satisfactory")


def test_the_left_pane_holds_sixteen_rows_three_claims_and_six_rules_without_scrolling(at_work):
    hands = at_work("clear_award")
    hands.page.keyboard.press("n")
    hands.at("sub-3").click()
    while hands.page.locator(".wi").count() < 3:
        hands.page.locator("[data-testid^=sub-][aria-expanded=false]").first.focus()
        hands.page.keyboard.press("ArrowRight")
    overflow = hands.at("worklist").evaluate("(node) => node.scrollHeight - node.clientHeight")
    assert overflow <= 0
    assert hands.page.locator(".rules .rule").count() == 6
    low = hands.page.locator(".rules").evaluate("(node) => node.getBoundingClientRect().bottom - innerHeight")
    assert low <= 0
