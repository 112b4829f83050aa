"""Hostile text in names, titles, cells, mail and properties is shown as it was written and runs nothing."""

import re
import unicodedata

import pytest
from playwright.sync_api import expect

from .conftest import workspace_of
from .hands import Hands
from .hostile import PAYLOADS, PLACES, Hostile, portfolios

COMPARED = 60  # characters that are compared: longer texts are shortened on the way
INJECTED = """() => [...document.querySelectorAll("#hz,hz,[onerror],[onload],[onfocus],[ontoggle],[onbegin],[srcdoc]")]
  .map(one => one.outerHTML.slice(0, 120))"""
SAID = """parts => parts.flatMap(part =>
  [part.textContent, ...[...part.querySelectorAll("[title]")].map(one => one.title)]).join(" ")"""
LAST_PRINTED = "\uffff"
SIGNS = re.compile(r"\u27e8U\+[0-9A-F]+\u27e9")


def squeezed(text: str) -> str:
    """The text without blanks, controls, direction marks and the signs that stand for them."""
    kept = SIGNS.sub("", text)
    return "".join(
        each for each in kept if unicodedata.category(each)[0] not in "CZ" and each not in "\u2424\u2409\u240d"
    )


@pytest.fixture(scope="session")
def attacks(tmp_path_factory) -> list[Hostile]:
    return portfolios(tmp_path_factory.mktemp("hostile"))


def test_five_hundred_payloads_are_tried():
    assert len(PAYLOADS) * len(PLACES) >= 500


@pytest.mark.parametrize("at", [0, *(pytest.param(number, marks=pytest.mark.proof) for number in (1, 2, 3))])
def test_hostile_text_is_shown_as_written_and_runs_nothing(at, attacks, workbench, visit, tmp_path):
    attack = attacks[at]
    workspace = workspace_of(tmp_path / "hostile", {"EX-66": attack.path})
    seen = visit(workbench("--assessor", "A7", workspace=workspace).url)
    hands = Hands(seen.page)
    expect(hands.at("open-EX-66")).to_be_visible()
    front = squeezed(seen.page.inner_text("body"))
    assert squeezed(attack.payloads["1"])[:COMPARED] in front or squeezed("name not found") in front
    hands.open("EX-66")
    hands.page.keyboard.press("j")
    expect(hands.page.locator(".form h3")).to_contain_text("Item")
    look_at_files(hands)
    titles, words = walk(hands)
    look_everywhere(hands)
    assert seen.page.evaluate("() => window.__ran") is None
    assert seen.page.evaluate(INJECTED) == []
    assert seen.dialogs == []
    assert seen.errors == []
    assert seen.foreign_requests() == []
    assert [line for line in seen.said if "Content Security Policy" in line] == []
    assert [each for each in attack.payloads.values() if squeezed(each)[:COMPARED] not in titles] == []
    assert [each for each in printable(attack.payloads) if squeezed(each)[:COMPARED] not in words] == []


def printable(payloads: dict[str, str]) -> list[str]:
    """The payloads that a page can show: what its fonts have, which is no emoji, and in this PDF nothing but ASCII."""
    return [
        each for item, each in payloads.items() if each.isascii() or (int(item) % 3 != 1 and max(each) <= LAST_PRINTED)
    ]


def walk(hands: Hands) -> tuple[str, str]:
    """From claim to claim to the last: what worklist and viewer say of the items, and the words on their pages."""
    titles, words = [], []
    heading = hands.page.locator(".form h3")
    for _ in range(40):
        before = heading.inner_text()
        titles.append(hands.page.locator(".mrse-page, .mrse-list").evaluate_all(SAID))
        if words_are_shown(hands, re.fullmatch(r"Item (.*) for \S+", before)[1]):
            words.append(" ".join(hands.page.locator(".words").all_text_contents()))
        hands.page.keyboard.press("j")
        try:
            expect(heading).not_to_have_text(before, timeout=6000)
        except AssertionError:
            break
    return squeezed(" ".join(titles)), squeezed(" ".join(words))


def words_are_shown(hands: Hands, item: str) -> bool:
    """Give the words of the item's page some time to come; an item that leads nowhere has none."""
    for _ in range(100):
        if hands.at("nowhere").is_visible():
            return False
        label = hands.at("page-scroll").first.get_attribute("aria-label") or ""
        if label.endswith(f"item {item}") and hands.page.locator(".sheet:not([data-page='']) .words span").count():
            return True
        hands.page.wait_for_timeout(50)
    return False


def look_at_files(hands: Hands) -> None:
    """Open what is said of the item's original file, and close it."""
    expect(hands.page.locator(".sheet:not([data-page='']) .words span").first).to_be_attached()
    hands.at("file-info").click()
    expect(hands.at("files")).to_contain_text(re.compile("SHA-256|No file stands behind"))
    hands.page.keyboard.press("Escape")
    expect(hands.at("files")).to_be_hidden()


def look_everywhere(hands: Hands) -> None:
    """Open what else shows the applicant's words: the correction and the letter."""
    hands.page.keyboard.press("e")
    expect(hands.at("correction")).to_be_visible()
    for tab in hands.at("correction").get_by_role("tab").all():
        tab.click()
    hands.page.keyboard.press("Escape")
    expect(hands.at("correction")).to_be_hidden()
    hands.page.keyboard.press("l")
    expect(hands.at("letter-draft")).not_to_be_empty()
    hands.at("close-letter").click()
