"""What axe finds at every state of the page (WCAG 2.2, A and AA), in both colour schemes and two sizes: nothing."""

import os
import signal

import pytest
from playwright.sync_api import Page, expect

from . import axe
from .hands import SAVED, Hands
from .processes import kernels_of

SIZES = {"laptop": (1366, 768), "reflowed": (683, 384)}
LIGHT, DARK = "light", "dark"


class Audit:
    """One window of one size, and what axe found in it so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[str] = []

    def look(self, state: str) -> None:
        """Run axe at the page as it is: everything in the light scheme, colours alone in the dark one."""
        self.page.emulate_media(color_scheme=LIGHT)
        self.found += axe.findings(self.page, state)
        self.page.emulate_media(color_scheme=DARK)
        self.found += axe.findings(self.page, f"{state}, dark", axe.COLOURS)
        self.page.emulate_media(color_scheme=LIGHT)

    def report(self) -> str:
        return "\n".join(["axe found:", *dict.fromkeys(self.found)])


@pytest.fixture(params=["laptop", pytest.param("reflowed", marks=pytest.mark.slow)])
def room(request, workbench, visit):
    """A server, hands at its start page, and an audit of them."""
    server = workbench("--assessor", "A7")
    width, height = SIZES[request.param]
    page = visit(server.url, width, height, script=axe.SCRIPT).page
    return server, Hands(page), Audit(page)


def closed_by_escape(hands: Hands, opened: str, name: str, audit: Audit) -> None:
    """Look at a dialog that a key or a button has opened, and close it again."""
    expect(hands.at(opened)).to_be_visible()
    audit.look(name)
    hands.page.keyboard.press("Escape")
    expect(hands.at(opened)).to_be_hidden()


def test_axe_finds_nothing_while_a_portfolio_is_judged(room):
    _, hands, audit = room
    expect(hands.at("open-clear_award")).to_be_visible()
    audit.look("start page")
    hands.open("clear_award")
    audit.look("assess page, fresh")
    hands.choose("1.1", "1")
    expect(hands.page.locator(".sheet").first).to_be_visible()
    hands.page.keyboard.press("2")
    expect(hands.page.locator(".options")).to_be_visible()
    audit.look("reasons open")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Escape")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    audit.look("judged with a reason")
    hands.page.keyboard.press("l")
    expect(hands.at("letter-draft")).not_to_be_empty()
    audit.look("letter drawer")
    hands.at("close-letter").click()
    assert not audit.found, audit.report()


def test_axe_finds_nothing_in_the_dialogs(room):
    _, hands, audit = room
    hands.open("missing_and_uncited")
    hands.choose("1.1", "1")
    hands.page.keyboard.press("?")
    closed_by_escape(hands, "help", "help", audit)
    hands.at("open-preferences").click()
    closed_by_escape(hands, "settings", "settings", audit)
    hands.at("seal").click()
    closed_by_escape(hands, "seal-dialog", "seal", audit)
    hands.choose("5.1", "19")
    audit.look("a reference that leads nowhere")
    hands.page.keyboard.press("e")
    closed_by_escape(hands, "correction", "correction", audit)
    assert not audit.found, audit.report()


def test_axe_finds_nothing_while_evidence_is_searched_and_compared(room):
    _, hands, audit = room
    hands.open("clear_award")
    hands.choose("3", "7")
    expect(hands.page.locator(".sheet").first).to_be_visible()
    hands.page.keyboard.press("/")
    hands.page.keyboard.type("B1+rms")
    hands.page.keyboard.press("Enter")
    expect(hands.at("hits")).to_be_visible()
    audit.look("search hits")
    hands.page.keyboard.press("Escape")
    hands.page.keyboard.press("Escape")
    hands.at("marks").click()
    expect(hands.at("marks-menu")).to_be_visible()
    audit.look("highlight sets")
    hands.page.keyboard.press("Escape")
    hands.page.keyboard.press("c")
    expect(hands.at("compare")).to_be_visible()
    audit.look("two items compared")
    assert not audit.found, audit.report()


def test_axe_finds_nothing_when_the_tab_is_stale_or_the_connection_lost(room, visit):
    server, hands, audit = room
    hands.open("clear_award")
    hands.choose("1.1", "1")
    other = Hands(visit(server.url).page)
    other.open("clear_award")
    other.choose("1.1", "1")
    other.page.keyboard.press("1")
    expect(other.at("unit-saved")).to_have_text(SAVED)
    other.page.close()
    hands.page.keyboard.press("3")
    expect(hands.at("stale")).to_be_visible()
    audit.look("stale tab")
    for pid in kernels_of(server):
        os.kill(pid, signal.SIGKILL)
    expect(hands.at("lost")).to_be_visible()
    audit.look("connection lost")
    assert not audit.found, audit.report()
