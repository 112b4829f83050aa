"""Keys in Chromium: the list, the settings, other keys for acts, none at all, and silence in fields."""

import re

import pytest
from playwright.sync_api import expect

from .hands import SAVED, Hands


@pytest.fixture
def hands(workbench, visit) -> Hands:
    at_work = Hands(visit(workbench("--assessor", "A7").url).page)
    at_work.open("clear_award")
    at_work.choose("1.1", "1")
    return at_work


def settings(hands: Hands) -> None:
    """Open the settings by keyboard alone."""
    hands.page.keyboard.press("?")
    expect(hands.at("help")).to_be_visible()
    hands.at("open-settings").press("Enter")
    expect(hands.at("settings")).to_be_visible()


def give(hands: Hands, act: str, key: str) -> None:
    """Ask for another key for an act, and press it."""
    hands.at(f"key-{act}").press("Enter")
    expect(hands.at(f"key-{act}")).to_have_text("Press a key")
    hands.page.keyboard.press(key)


def close(hands: Hands) -> None:
    hands.at("close-settings").press("Enter")
    expect(hands.at("settings")).to_be_hidden()


def checked(hands: Hands, verdict: str):
    return expect(hands.at(f"verdict-{verdict}"))


def test_the_list_of_keys_names_every_act_and_closes(hands):
    hands.page.keyboard.press("?")
    for words in ("Search the portfolio", "Pin the selected words", "Correct the reference", "Undo, redo", "Next pane"):
        expect(hands.at("help")).to_contain_text(words)
    hands.page.keyboard.press("Escape")
    expect(hands.at("help")).to_be_hidden()


def test_verdict_reason_and_conclusion_take_three_key_presses_also_where_the_sentence_needs_words(hands):
    hands.page.keyboard.press("2")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Shift+Digit2")
    expect(hands.at("conclude-not_satisfactory")).to_have_attribute("aria-checked", "true")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    expect(hands.at("seen")).to_have_class(re.compile("needed"))
    expect(hands.at("seen")).to_have_value("")


def test_w_leads_to_what_the_sentence_needs_and_then_to_the_note(hands):
    hands.page.keyboard.press("2")
    hands.page.keyboard.press("Enter")
    expect(hands.at("spoken")).to_contain_text("The sentence still needs what was seen and where it belongs: w.")
    hands.page.keyboard.press("w")
    expect(hands.at("seen")).to_be_focused()
    hands.page.keyboard.type("a training slide set")
    hands.page.keyboard.press("Enter")
    expect(hands.at("target")).to_be_focused()
    hands.page.keyboard.press("ArrowDown")
    hands.page.keyboard.press("Enter")
    expect(hands.at("target")).not_to_be_focused()
    hands.page.keyboard.press("w")
    expect(hands.at("note")).to_be_focused()


def test_an_edition_is_chosen_with_the_arrows_and_enter_goes_on_to_its_section(hands):
    hands.page.keyboard.press("m")
    hands.page.keyboard.press("ArrowDown")
    hands.page.keyboard.press("ArrowDown")
    expect(hands.at("mhra-edition")).to_be_focused()
    hands.page.keyboard.press("Enter")
    expect(hands.at("mhra-section")).to_be_focused()
    hands.page.keyboard.type("2.4")
    hands.page.keyboard.press("Enter")
    expect(hands.at("mhra-section")).not_to_be_focused()
    hands.page.keyboard.press("1")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "true")


def test_verdict_reason_and_conclusion_take_four_key_presses_where_the_reason_is_the_second(hands):
    hands.page.keyboard.press("2")
    expect(hands.page.get_by_role("listbox", name="Reasons")).to_be_visible()
    hands.page.keyboard.press("ArrowDown")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Shift+Digit2")
    expect(hands.at("conclude-not_satisfactory")).to_have_attribute("aria-checked", "true")
    expect(hands.at("unit-saved")).to_have_text(SAVED)


def test_another_key_does_the_act_is_printed_and_stays_after_a_reload(hands):
    settings(hands)
    give(hands, "satisfactory", "x")
    expect(hands.at("key-satisfactory")).to_have_text("x")
    close(hands)
    button = hands.at("verdict-satisfactory")
    expect(button).to_have_attribute("aria-keyshortcuts", "x")
    expect(button.locator("kbd")).to_have_text("x")
    hands.page.keyboard.press("1")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "false")
    hands.page.keyboard.press("x")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "true")
    hands.page.reload()
    expect(hands.at("verdict-satisfactory").locator("kbd")).to_have_text("x")


def test_a_key_that_is_taken_is_refused_with_words_and_the_usual_ones_come_back(hands):
    settings(hands)
    give(hands, "next", "k")
    expect(hands.at("settings")).to_contain_text("k is taken: Previous claim.")
    hands.page.keyboard.press("z")
    expect(hands.at("key-next")).to_have_text("z")
    give(hands, "park", "Escape")
    expect(hands.at("key-park")).to_have_text("p")
    hands.at("usual-keys").press("Enter")
    expect(hands.at("key-next")).to_have_text("n")


def test_single_keys_can_be_switched_off_and_are_not_printed_then(hands):
    settings(hands)
    hands.at("set-single_keys").press("Space")
    expect(hands.at("set-single_keys")).not_to_be_checked()
    close(hands)
    expect(hands.at("verdict-satisfactory").locator("kbd")).to_be_hidden()
    expect(hands.at("verdict-satisfactory")).not_to_have_attribute("aria-keyshortcuts", re.compile("."))
    for key in ("1", "Shift+Digit1", "p", "?"):
        hands.page.keyboard.press(key)
    expect(hands.at("help")).to_be_hidden()
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "false")
    hands.page.keyboard.press("F6")  # no character: it goes on working
    hands.at("verdict-satisfactory").press("Enter")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "true")


def test_keys_are_silent_in_fields_and_escape_gives_them_back(hands):
    hands.page.keyboard.press("w")
    expect(hands.at("note")).to_be_focused()
    hands.page.keyboard.type("123 npw?")
    expect(hands.at("note")).to_have_value("123 npw?")
    hands.page.keyboard.press("Escape")
    hands.page.keyboard.press("m")
    expect(hands.at("mhra-edition")).to_be_focused()
    hands.page.keyboard.press("1")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "false")
    hands.page.keyboard.press("Escape")
    hands.page.keyboard.press("1")
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "true")


def test_the_page_goes_on_after_a_verdict_when_asked_to(hands):
    settings(hands)
    hands.at("set-go_on").press("Space")
    expect(hands.at("set-go_on")).to_be_checked()
    close(hands)
    hands.page.keyboard.press("1")
    expect(hands.page.get_by_role("heading", name="Item 2 for 1.1", exact=True)).to_be_visible()
    expect(hands.at("claim-1.1-1")).to_have_attribute("aria-label", re.compile("satisfactory"))


def test_a_click_out_of_the_grown_note_is_not_lost(hands):
    hands.page.keyboard.press("w")
    hands.page.keyboard.type("Please also show how the images were assessed.")
    hands.at("tab-to_panel").click()
    expect(hands.at("tab-to_panel")).to_have_attribute("aria-selected", "true")
    hands.page.keyboard.type("Page 4 has no images.")
    expect(hands.at("note")).to_have_value("Page 4 has no images.")
    hands.at("verdict-satisfactory").click()
    checked(hands, "satisfactory").to_have_attribute("aria-checked", "true")


def test_reasons_chosen_faster_than_they_are_saved_are_all_kept(hands):
    hands.page.keyboard.press("2")
    for name in ("older", "basic", "undated"):
        hands.at("reason-field").click()
        hands.page.keyboard.type(name)
        hands.page.keyboard.press("Enter")
    expect(hands.page.locator(".chosen li[data-reason]")).to_have_count(3)
    hands.page.keyboard.press("Escape")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    hands.page.reload()
    expect(hands.page.locator(".chosen li[data-reason]")).to_have_count(3)


def test_the_sentence_to_the_applicant_is_shown_filled_and_can_be_said_otherwise(hands):
    hands.page.keyboard.press("2")
    hands.page.keyboard.type("older")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("w")
    expect(hands.at("evidence-date")).to_be_focused()
    hands.page.keyboard.type("5/3/2016")
    hands.page.keyboard.press("Tab")
    expect(hands.at("evidence-date")).to_have_value("5 March 2016")
    expect(hands.at("reason-sentence")).to_contain_text("is dated 5 March 2016, more than five years before")
    hands.at("edit-words").click()
    said = hands.at("own-words").input_value()
    hands.at("own-words").fill("It is old.")
    expect(hands.at("own-words-remark")).to_contain_text("item, page and counts stay")
    hands.at("own-words").fill(said.replace("Older work", "Work of that age"))
    hands.page.keyboard.press("Enter")
    expect(hands.at("reason-sentence")).to_contain_text("Your words: ")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    hands.page.keyboard.press("l")
    expect(hands.at("letter-drawer")).to_be_visible()
    hands.at("close-letter").click()
    hands.page.reload()
    expect(hands.at("reason-sentence")).to_contain_text("Work of that age")
