"""What screening noticed, in Chromium: listed, boxed, put aside with a reason, undone, and still so after a reload."""

import pytest
from playwright.sync_api import expect

from .hands import Hands


@pytest.fixture
def hands(workbench, visit):
    """Hands at the portfolio whose redactions can still be read."""
    opened = Hands(visit(workbench("--assessor", "A9").url).page)
    opened.open("text_under_black_box")
    opened.choose("5.2", "11")
    return opened


def test_a_prompt_is_listed_boxed_put_aside_with_a_reason_undone_and_kept(hands):
    page, finds = hands.page, hands.page.locator(".finds")
    first = hands.at("finding-1")
    expect(first).to_contain_text("Date of birth")
    expect(first).to_contain_text("possible")
    hands.at("sheet").locator(".pic").wait_for()
    expect(page.locator(".ov.noticed.possible").first).to_be_visible()
    before = finds.locator(".fr").count()
    assert "1" in page.locator(".ov.noticed .k").all_inner_texts()[0].split()

    first.get_by_role("button", name="Say it in full").click()
    expect(hands.at("finding-full")).to_contain_text("date of birth")
    expect(page.locator(".ov.noticed.ring").first).to_be_visible()
    hands.at("dismiss").click()
    expect(hands.at("toast")).to_contain_text("Say in a few words why")
    hands.at("dismiss-words").fill("a volunteer's, with consent")
    hands.at("dismiss").click()
    expect(hands.at("dismissed")).to_have_text("1 put aside")
    expect(finds.locator(".fr")).to_have_count(before - 1)

    page.reload()
    hands.at("sheet").wait_for()
    expect(hands.at("dismissed")).to_have_text("1 put aside")
    hands.at("dismissed").click()
    expect(finds).to_contain_text("a volunteer's, with consent")
    hands.at("bring-back").click()
    expect(finds.locator(".fr")).to_have_count(before)
    page.keyboard.press("u")
    expect(hands.at("dismissed")).to_have_text("1 put aside")
