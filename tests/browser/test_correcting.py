"""The reading corrected at the page: by keys alone, kept over a reload, and a table typed by hand."""

import re

from playwright.sync_api import expect

from .conftest import Visit
from .hands import SAVED, Hands

SAMPLE = "missing_and_uncited"  # 5.1 cites an item 19 that is not there; items 6, 11 and 18 are cited nowhere


def start(workbench, visit) -> Hands:
    return opened(visit(workbench("--assessor", "A7").url))


def opened(seen: Visit) -> Hands:
    hands = Hands(seen.page)
    hands.at(f"open-{SAMPLE}").focus()
    seen.page.keyboard.press("Enter")
    expect(hands.at("worklist")).to_be_visible()
    return hands


def to_row(hands: Hands, code: str) -> None:
    """Walk to a sub-category in the worklist by arrow keys and open it."""
    keyboard = hands.page.keyboard
    hands.page.locator("[data-testid=worklist] [role=row][tabindex='0']").focus()
    keyboard.press("Home")
    for _ in range(40):
        if hands.page.evaluate("() => document.activeElement.dataset.testid") == f"sub-{code}":
            break
        keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(hands.page.locator(f"[data-testid='sub-{code}'].here")).to_be_visible()


def bytes_of(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


def type_row(hands: Hands, cell: str) -> None:
    """Replace what stands in the field that has the focus, and save."""
    hands.page.keyboard.press("Control+a")
    hands.page.keyboard.type(cell)
    hands.page.keyboard.press("Enter")


def test_a_broken_reference_is_corrected_with_four_keys_and_outlives_a_reload(workbench, visit):
    hands = start(workbench, visit)
    page, keyboard = hands.page, hands.page.keyboard
    to_row(hands, "5.1")
    expect(hands.at("claim-5.1-19")).to_be_visible()
    keyboard.press("e")
    expect(hands.at("correction")).to_be_visible()
    expect(hands.at("correct-item-0")).to_be_focused()
    expect(hands.at("correct-item-0")).to_have_value("19")
    expect(hands.at("cell-picture").get_by_role("img")).to_have_attribute("alt", re.compile("Row 5.1 reads: Item 19"))
    expect(hands.at("correction")).to_contain_text("leads nowhere")
    keyboard.type("18")
    keyboard.press("Enter")
    expect(hands.at("correction")).to_be_hidden()
    expect(hands.at("saved")).to_have_text(SAVED)
    expect(hands.at("claim-5.1-18")).to_be_visible()
    expect(hands.at("claim-5.1-19")).to_have_count(0)
    expect(hands.at("corrected-tag")).to_be_visible()
    expect(page.get_by_role("heading", name="Item 18 for 5.1", exact=True)).to_be_visible()
    page.reload()
    expect(hands.at("claim-5.1-18")).to_be_visible()
    expect(hands.at("corrected-tag")).to_have_text("corrected by you")
    page.locator("[data-testid=worklist] [role=row][tabindex='0']").focus()
    keyboard.press("u")
    expect(hands.at("claim-5.1-19")).to_be_visible()
    expect(hands.at("claim-5.1-18")).to_have_count(0)


def test_a_table_is_typed_row_by_row(workbench, visit):
    hands = start(workbench, visit)
    keyboard = hands.page.keyboard
    to_row(hands, "7.2")
    keyboard.press("e")
    expect(hands.at("correct-item-0")).to_be_focused()
    hands.at("correct-go-on").check()
    hands.at("correct-item-0").focus()
    type_row(hands, "16 p2; 12; 13 p 2-3")
    expect(hands.at("correct-row-choice")).to_have_value("8.1")
    expect(hands.at("correct-status")).to_contain_text("7.2 is read as items 16, 12 and 13, corrected by you.")
    keyboard.press("Enter")  # read rightly: nothing to save, on to the next
    expect(hands.at("correct-row-choice")).to_have_value("8.2")
    expect(hands.at("correct-item-0")).to_be_focused()
    type_row(hands, "7, 18")
    expect(hands.at("correct-status")).to_contain_text("This was the last row.")
    keyboard.press("PageUp")
    keyboard.press("PageUp")
    expect(hands.at("correct-pages-0")).to_have_value("2")
    expect(hands.at("correct-pages-2")).to_have_value("2-3")
    keyboard.press("Escape")
    expect(hands.at("correction")).to_be_hidden()
    expect(hands.at("sub-7.2")).to_contain_text("0/3")
    expect(hands.at("sub-8.2")).to_contain_text("0/2")


def test_a_cell_typed_and_left_at_once_is_taken_apart_in_its_own_row(workbench, visit):
    seen = visit(workbench("--assessor", "A7").url)
    hands, keyboard = opened(seen), seen.page.keyboard
    to_row(hands, "7.2")
    keyboard.press("e")
    expect(hands.at("correct-item-0")).to_be_focused()
    keyboard.press("Control+a")
    keyboard.type("16 p2; 12")
    with seen.sockets[-1].expect_event("framereceived", lambda frame: b'"split"' in bytes_of(frame)):
        keyboard.press("PageDown")
    expect(hands.at("correct-row-choice")).to_have_value("8.1")
    expect(hands.at("correct-item-0")).to_have_value("17")
    expect(hands.at("correct-item-1")).to_have_count(0)
    keyboard.press("PageUp")
    expect(hands.at("correct-item-0")).to_have_value("16")
    expect(hands.at("correct-item-1")).to_have_value("12")


def test_what_the_portfolio_does_not_have_is_refused_in_the_sheet_and_the_typed_words_stay(workbench, visit):
    hands = start(workbench, visit)
    keyboard = hands.page.keyboard
    to_row(hands, "4.1")
    keyboard.press("e")
    expect(hands.at("correct-item-0")).to_have_value("8")
    keyboard.press("Tab")
    expect(hands.at("correct-pages-0")).to_be_focused()
    type_row(hands, "7")
    expect(hands.at("correct-status")).to_have_text("Item 8 has pages 1-3; page 7 is not among them.")
    expect(hands.at("correct-pages-0")).to_have_value("7")
    keyboard.press("Escape")
    keyboard.press("e")
    expect(hands.at("correct-pages-0")).to_have_value("1, 3")
    hands.at("correct-tab-table").focus()
    keyboard.press("ArrowRight")
    expect(hands.at("correct-tab-items")).to_be_focused()
    hands.at("correct-new-item").click()
    hands.at("item-id").fill("30")
    hands.at("item-title").fill("<b>Cover letter</b>")
    hands.at("span-last-0").fill("2")
    hands.at("item-save").click()
    expect(hands.at("correct-pick-30")).to_contain_text("<b>Cover letter</b>")
    hands.at("correct-tab-files").click()
    hands.at("offset-page-0").fill("3")
    expect(hands.at("correct-files")).to_contain_text("Then “p 5” in the table opens page 7 of the file")
    hands.at("offset-save-0").click()
    expect(hands.at("correct-files")).to_contain_text("corrected by you")
    hands.at("offset-back-0").click()
    expect(hands.at("correct-files")).to_contain_text("as the program found")
