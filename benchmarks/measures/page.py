"""How the page feels: until it is usable, a page turn, a key until its save is painted; a plain notebook beside it."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HELLO = """import ipywidgets
button = ipywidgets.Button(description='count 0')
button.on_click(lambda _: setattr(button, 'description', f"count {int(button.description.split()[1]) + 1}"))
button"""
TURN = """number => new Promise(done => {
  const begun = performance.now();
  const look = () => document.querySelector(`.sheet[data-page="${number}"]`)
    ? requestAnimationFrame(() => done((performance.now() - begun) / 1000)) : requestAnimationFrame(look);
  const key = {key: "ArrowRight", code: "ArrowRight", bubbles: true};
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
  look();
})"""
PRESS = """key => new Promise(done => {
  const verdict = {1: "satisfactory", 3: "referred_to_panel"}[key];
  const heard = () => document.querySelector("[data-testid=saved]").textContent;
  const before = heard(), begun = performance.now();
  const look = () => {
    const on = document.querySelector(`[data-testid=verdict-${verdict}][aria-checked=true]`);
    if (on && heard() !== before) requestAnimationFrame(() => done((performance.now() - begun) / 1000));
    else requestAnimationFrame(look);
  };
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key, code: `Digit${key}`, bubbles: true, composed: true}));
  look();
})"""
CLICK = """() => new Promise(done => {
  const button = document.querySelector("button.jupyter-button"), before = button.textContent;
  const begun = performance.now();
  const look = () => button.textContent !== before
    ? requestAnimationFrame(() => done((performance.now() - begun) / 1000)) : requestAnimationFrame(look);
  button.click();
  look();
})"""


@dataclass
class Seen:
    """Seconds of each run."""

    usable: list[float] = field(default_factory=list)
    hello_usable: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    key_to_saved: list[float] = field(default_factory=list)
    button: list[float] = field(default_factory=list)


def measure(folder: Path, chromium: str, runs: int) -> Seen:
    """Both pages in turns, in the same browser on the same machine."""
    seen = Seen()
    with _workbench(folder) as ours, hello(folder) as plain, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for number in range(runs + 1):
            hello_usable, button = visit_hello(browser, plain)
            usable, turns, saved = _visit_ours(browser, ours)
            if number:  # the first visit of each warms the disk
                seen.hello_usable.append(hello_usable)
                seen.button.extend(button)
                seen.usable.append(usable)
                seen.turns.extend(turns)
                seen.key_to_saved.extend(saved)
        browser.close()
    return seen


def visit_hello(browser: Browser, url: str) -> tuple[float, list[float]]:
    """Seconds until the button of the plain notebook answers, and of some round trips after it."""
    page = browser.new_page()
    begun = time.perf_counter()
    page.goto(url)
    page.get_by_role("button", name="count 0").wait_for()
    page.evaluate(CLICK)
    usable = time.perf_counter() - begun
    clicks = [page.evaluate(CLICK) for _ in range(8)]
    page.close()
    return usable, clicks


def _visit_ours(browser: Browser, url: str) -> tuple[float, list[float], list[float]]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    begun = time.perf_counter()
    page.goto(f"{url}&application=clear_award")
    page.locator(".sheet img, .sheet canvas").first.wait_for()
    page.locator("[data-testid=verdict-satisfactory]:enabled").wait_for()
    usable = time.perf_counter() - begun
    turns = _turns(page)
    saved = []
    for number in range(8):
        saved.append(page.evaluate(PRESS, "31"[number % 2]))
        page.wait_for_timeout(1100)  # the line says seconds: only a new second can be seen
    page.close()
    return usable, turns, saved


def _turns(page: Page) -> list[float]:
    """Turns from the first page of an item to its last, each once its neighbour had time to arrive."""
    page.get_by_test_id("page-number").fill("1")
    page.keyboard.press("Enter")
    page.locator('.sheet[data-page="1"]').wait_for()
    page.get_by_test_id("page-scroll").focus()
    times = []
    for number in (2, 3):
        page.wait_for_timeout(300)
        times.append(page.evaluate(TURN, number))
    return times


@contextmanager
def _workbench(folder: Path) -> Iterator[str]:
    workspace = folder / "workspace"
    command = [sys.executable, "-m", "mrse_assess", "demo", "--workspace", str(workspace), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process.stdout.readline().partition(": ")[2].strip()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


@contextmanager
def hello(folder: Path) -> Iterator[str]:
    """A notebook of one button under Voilà as it is shipped."""
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None, "source": HELLO}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = folder / "hello.ipynb"
    notebook.write_text(
        json.dumps({"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("Voila did not start")
