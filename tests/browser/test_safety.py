"""What must not go wrong at the page: lost words, a dead kernel, a second tab, a stranger at the door."""

import os
import re
import signal
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from mrse_assess.ui.server.settings import content_security_policy

from .hands import SAVED, Hands
from .processes import descendants_of, kernels_of, running

SENTENCE = "Please also show how the images were assessed"


@pytest.fixture
def desk(workbench, visit):
    """A server, and hands at the first claim of the clear award."""
    server = workbench("--assessor", "A7")
    return server, at_first_claim(server, visit)


def at_first_claim(server, visit) -> Hands:
    hands = Hands(visit(server.url).page)
    hands.open("clear_award")
    hands.choose("1.1", "1")
    return hands


def eventually(page, holds) -> None:
    """Wait until something outside the page holds; the page keeps drawing meanwhile."""
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        page.evaluate("() => new Promise(requestAnimationFrame)")


def status_of(url: str, **headers: str) -> int:
    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    opener = urllib.request.build_opener(NoRedirect)
    try:
        return opener.open(urllib.request.Request(url, headers=headers), timeout=20).status  # noqa: S310 - our own server
    except urllib.error.HTTPError as error:
        return error.code


def test_a_reload_in_the_middle_of_a_sentence_brings_the_sentence_back(desk):
    _, hands = desk
    hands.page.keyboard.press("w")
    hands.page.keyboard.type(SENTENCE)
    hands.page.reload()
    expect(hands.at("note")).to_have_value(SENTENCE)
    expect(hands.at("note")).to_be_focused()


def test_a_judgement_is_still_there_after_the_kernel_was_killed(desk):
    server, hands = desk
    hands.page.keyboard.press("1")
    expect(hands.at("unit-saved")).to_have_text(SAVED)
    hands.page.keyboard.press("w")
    hands.page.keyboard.type(SENTENCE)
    for pid in kernels_of(server):
        os.kill(pid, signal.SIGKILL)
    expect(hands.page.get_by_role("alert").filter(visible=True)).to_contain_text("Not saving", timeout=8000)
    expect(hands.at("verdict-satisfactory")).to_be_disabled()
    hands.page.keyboard.type(", please")
    hands.at("reconnect").click()
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible(timeout=30_000)
    expect(hands.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")
    expect(hands.at("note")).to_have_value(f"{SENTENCE}, please")


def test_the_bar_comes_when_the_server_is_gone(desk):
    server, hands = desk
    os.killpg(server.process.pid, signal.SIGKILL)
    expect(hands.page.get_by_role("alert").filter(visible=True)).to_contain_text("Not saving", timeout=8000)
    expect(hands.at("verdict-satisfactory")).to_be_disabled()


def test_a_second_tab_is_told_that_it_is_stale_and_overwrites_nothing(desk, visit):
    server, first = desk
    second = Hands(visit(server.url).page)
    second.open("clear_award")
    second.choose("1.1", "1")
    first.page.keyboard.press("1")
    expect(first.at("unit-saved")).to_have_text(SAVED)
    second.page.keyboard.press("3")
    expect(second.at("stale")).to_be_visible()
    second.at("catch-up").click()
    expect(second.at("verdict-satisfactory")).to_have_attribute("aria-checked", "true")


def test_a_reload_leaves_one_kernel(workbench, visit):
    server = workbench("--assessor", "A7", own=True)
    hands = at_first_claim(server, visit)
    hands.page.reload()
    expect(hands.at("worklist")).to_be_visible()
    expect(hands.page.get_by_role("heading", name="Item 1 for 1.1", exact=True)).to_be_visible()
    eventually(hands.page, lambda: len(kernels_of(server)) == 1)


def test_digits_are_silent_while_a_note_is_typed(desk):
    _, hands = desk
    hands.page.keyboard.press("w")
    hands.page.keyboard.type("items 1, 2 and 3 on page 4")
    hands.page.keyboard.press("Escape")
    for verdict in ("satisfactory", "not_satisfactory", "referred_to_panel"):
        expect(hands.at(f"verdict-{verdict}")).to_have_attribute("aria-checked", "false")


def test_no_request_leaves_the_machine_and_the_token_leaves_the_address(workbench, visit):
    server = workbench()
    seen = visit(server.url)
    Hands(seen.page).open("clear_award")
    expect(seen.page.locator(".sheet img, .sheet canvas").first).to_be_visible()
    assert seen.requests
    assert seen.foreign_requests() == []
    assert "token" not in seen.page.url


def test_strangers_are_refused(workbench):
    server = workbench()
    base = f"{urlsplit(server.url).scheme}://{urlsplit(server.url).netloc}"
    assert status_of(base) in (302, 403)
    assert status_of(server.url, Host="workbench.example.org") == 403
    assert status_of(f"{base}/voila/files/assess.ipynb") == 403
    assert status_of(f"{base}/api/kernels/00000000-0000-0000-0000-000000000000") in (302, 403)
    assert status_of(f"{base}/api/contents") in (302, 403, 404)


def test_the_page_carries_the_policy_and_a_nonce_of_this_start(workbench):
    server, again = workbench(), workbench(own=True)
    first, second = (urllib.request.urlopen(one.url, timeout=60) for one in (server, again))  # noqa: S310 - our own server
    policies = [answer.headers["Content-Security-Policy"] for answer in (first, second)]
    nonces = [re.search(r"'nonce-([^']+)'", policy).group(1) for policy in policies]
    assert policies == [content_security_policy(nonce) for nonce in nonces]
    assert nonces[0] != nonces[1]
    page = first.read().decode()
    assert all(f'nonce="{nonces[0]}"' in tag for tag in re.findall(r"<script(?![^>]*(?:src=|type=))[^>]*>", page))
    assert not re.search(r"(?:src|href)=[\"']?https?:", page)


def test_the_token_is_on_no_command_line_and_in_no_log(workbench):
    server = workbench()
    token = urlsplit(server.url).query.removeprefix("token=")
    status_of(server.url.replace("/?", "/nothing-here?"), Referer=server.url)
    for pid in (server.process.pid, *kernels_of(server)):
        assert token not in Path(f"/proc/{pid}/cmdline").read_text()
    server.stop()
    assert token not in server.said.read_text()
    assert token not in server.process.stdout.read()


def test_the_server_stops_cleanly_and_leaves_no_process(desk):
    server, hands = desk
    below = set(descendants_of(server.process.pid))
    assert len(below) > 1
    assert server.stop() == 0
    eventually(hands.page, lambda: not below & running())
