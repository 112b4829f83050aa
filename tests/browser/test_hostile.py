"""Hostile text in names, titles, cells, mail and properties is shown as it was written and runs nothing."""

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from .conftest import workspace_of
from .hands import Hands
from .hostile import PAYLOADS, PLACES, Hostile, portfolios

TITLE_SHOWN = 60  # characters of a title that are compared: longer ones are shortened on the way
INJECTED = """() => [...document.querySelectorAll("#hz,hz,[onerror],[onload],[onfocus],[ontoggle],[onbegin],[srcdoc]")]
  .map(one => one.outerHTML.slice(0, 120))"""
SAID = """parts => parts.flatMap(part =>
  [part.textContent, ...[...part.querySelectorAll("[title]")].map(one => one.title)]).join(" ")"""
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
    assert squeezed(attack.payloads["1"])[:TITLE_SHOWN] in squeezed(seen.page.inner_text("body"))
    hands.open("EX-66")
    missing = [item for item in attack.payloads if not shown_as_written(hands, item, attack.payloads[item])]
    look_everywhere(hands)
    assert seen.page.evaluate("() => window.__ran") is None
    assert seen.page.evaluate(INJECTED) == []
    assert seen.dialogs == []
    assert seen.errors == []
    assert seen.foreign_requests() == []
    assert [line for line in seen.said if "Content Security Policy" in line] == []
    assert missing == []


def shown_as_written(hands: Hands, item: str, payload: str) -> bool:
    """Go to the item's claim: its title in worklist and viewer and its words on the page are those of the payload."""
    claim = hands.page.locator(f"[data-testid^='claim-'][data-testid$='-{item}']")
    if not claim.is_visible():
        hands.page.keyboard.press("j")
    expect(hands.page.get_by_role("heading", name=re.compile(rf"^Item {item} for "))).to_be_visible()
    expect(hands.page.locator(".words")).to_contain_text("Words before")
    words = squeezed(hands.page.locator(".words").text_content())
    wanted = squeezed(payload)[:TITLE_SHOWN]
    return wanted in squeezed(titles(hands.page)) and wanted in words


def titles(page: Page) -> str:
    """What the viewer's head and the worklist say, shortened texts by their tooltips."""
    return page.locator(".mrse-page, .mrse-list").evaluate_all(SAID)


def look_everywhere(hands: Hands) -> None:
    """Open what else shows the applicant's words."""
    hands.page.keyboard.press("l")
    expect(hands.at("letter-draft")).not_to_be_empty()
    hands.at("close-letter").click()
