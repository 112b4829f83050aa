"""What stands where on the page, as the browser measures it (geometry.js)."""

from pathlib import Path

from playwright.sync_api import Page

MEASURES = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def cut_texts(page: Page) -> list[str]:
    """Texts that are cut and say nowhere what the whole is."""
    return page.evaluate(MEASURES, ["cut", []])


def small_targets(page: Page) -> list[str]:
    """Controls under 24 by 24 pixels."""
    return page.evaluate(MEASURES, ["small", []])


def overlaps(page: Page, *parts: str) -> list[str]:
    """Controls and headings of these parts of the page that lie over each other."""
    return page.evaluate(MEASURES, ["overlaps", parts])


def sticking_out(page: Page) -> list[str]:
    """What makes the page scroll sideways."""
    return page.evaluate(MEASURES, ["wider", []])


def not_whole(page: Page, *parts: str) -> list[str]:
    """Parts of the page of which none is wholly to be seen in the window."""
    return page.evaluate(MEASURES, ["outside", parts])
