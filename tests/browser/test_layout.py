"""Where things stand: nothing leaves the window, lies over another, is cut without saying so or is too small to hit."""

import pytest
from playwright.sync_api import expect

from .geometry import cut_texts, not_whole, overlaps, small_targets, sticking_out
from .hands import SAVED, Hands

FOOT = (".mrse-judge .verd", ".mrse-judge [data-testid=note]", ".mrse-judge .concl .q")
HEADER = ".mrse-head .head"
PANES = (".mrse-head", ".mrse-list", ".mrse-page", ".mrse-judge")
WINDOWS = [(1366, 625), (1366, 768), (1920, 1080)]
REFLOWED = (683, 384)
DOUBLE = "() => { document.documentElement.style.fontSize = '162.5%'; }"


@pytest.fixture
def hands(workbench, visit):
    """Hands at a claim for category 3 of the clear award, where the form is longest."""
    hands = Hands(visit(workbench("--assessor", "A7").url).page)
    hands.open("clear_award")
    hands.choose("3", "7")
    expect(hands.page.locator(".sheet").first).to_be_visible()
    return hands


def resize(hands: Hands, size: tuple[int, int]) -> None:
    """Give the window a size and wait until the page was laid out in it."""
    hands.page.set_viewport_size({"width": size[0], "height": size[1]})
    hands.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def faults(hands: Hands, *whole: str) -> dict[str, list[str]]:
    """Everything that is wrong with the layout as it is now."""
    found = {
        "not whole": not_whole(hands.page, *whole),
        "overlapping": overlaps(hands.page, *PANES),
        "sticking out": sticking_out(hands.page),
        "cut": cut_texts(hands.page),
        "small": small_targets(hands.page),
    }
    return {fault: where for fault, where in found.items() if where}


def test_every_window_shows_verdict_note_and_conclusion_whole_and_nothing_over_another(hands):
    found = {}
    for size in WINDOWS:
        resize(hands, size)
        found[size] = faults(hands, HEADER, *FOOT)
    assert found == {size: {} for size in WINDOWS}


def test_the_foot_stays_whole_with_the_reasons_of_a_refusal_on_a_small_laptop(hands):
    hands.page.keyboard.press("2")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Escape")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    resize(hands, WINDOWS[0])
    assert faults(hands, HEADER, *FOOT) == {}


def test_panes_flow_under_each_other_in_half_a_laptop_without_sideways_scrolling(hands):
    resize(hands, REFLOWED)
    assert faults(hands) == {}


def test_words_of_double_size_push_nothing_over_another_or_out_of_the_window(hands):
    hands.page.evaluate(DOUBLE)
    resize(hands, WINDOWS[1])
    assert faults(hands) == {}


def test_the_start_page_fits_every_window(workbench, visit):
    hands = Hands(visit(workbench("--assessor", "A7").url).page)
    expect(hands.at("open-clear_award")).to_be_visible()
    found = {}
    for size in (WINDOWS[0], REFLOWED):
        resize(hands, size)
        found[size] = faults(hands)
    assert found == {WINDOWS[0]: {}, REFLOWED: {}}
