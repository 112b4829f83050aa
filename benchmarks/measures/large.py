"""The portfolio of 500 pages: until evidence is seen, turns, jumps, searches, the kernel's memory, an evening."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from measures.page import FLAGS, TURN, hello, visit_hello

BUILD = Path(__file__).resolve().parents[2] / "sample_portfolios" / "build.py"
APPLICATION = "EX-500"
RARE, COMMON, ONCE = "helium vent stack inspection", "quench pipe", "LQ-31-03"  # what texts.py writes
SECONDS = 60_000
MOST_ACTS = 300  # an evening that does not end is a fault
HEADING = ".form h3"
REASON = ".chosen [data-reason=authorship_unclear]"
JUDGED = re.compile("All judged and concluded")
GOTO = """number => new Promise(done => {
  const begun = performance.now(), field = document.querySelector("[data-testid=page-number]");
  const painted = () => document.querySelector(`.sheet[data-page="${number}"] .pic`)
    ? requestAnimationFrame(() => done((performance.now() - begun) / 1000)) : requestAnimationFrame(painted);
  field.focus();
  field.value = `${number}`;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", code: "Enter", bubbles: true}));
  field.dispatchEvent(new Event("change", {bubbles: true}));
  painted();
})"""
NEXT_CLAIM = """() => new Promise(done => {
  const heading = document.querySelector(".form h3"), before = heading.textContent, begun = performance.now();
  const painted = () => heading.textContent !== before && document.querySelector('.sheet:not([data-page=""]) .pic')
    ? requestAnimationFrame(() => done((performance.now() - begun) / 1000)) : requestAnimationFrame(painted);
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "j", code: "KeyJ", bubbles: true, composed: true}));
  painted();
})"""


@dataclass
class Seen:
    """Seconds of each run, megabytes, and how many of what."""

    first_evidence: list[float] = field(default_factory=list)
    hello_usable: list[float] = field(default_factory=list)
    button: list[float] = field(default_factory=list)
    cached: list[float] = field(default_factory=list)
    uncached: list[float] = field(default_factory=list)
    cited: list[float] = field(default_factory=list)
    first_search: float = 0.0
    searches: list[float] = field(default_factory=list)
    unshared: float = 0.0
    workers: list[float] = field(default_factory=list)
    presses: int = 0
    evening: float = 0.0
    units: int = 0


def measure(folder: Path, chromium: str, runs: int, seen: Seen) -> Seen:
    """Both pages in turns, in the same browser on the same machine; then an evening at the large portfolio."""
    with _workbench(folder) as (url, server), hello(folder) as plain, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for number in range(runs + 1):
            usable, button = visit_hello(browser, plain)
            opened = _open(browser, url)
            if number:  # the first visit of each warms the disk
                seen.hello_usable.append(usable)
                seen.button.extend(button)
                seen.first_evidence.append(opened)
        page = _page(browser, url)
        _turns(page, seen)
        _searches(page, seen)
        seen.unshared, seen.workers = _unshared(server)
        seen.presses = _one_judgement(page)
        _evening(page, seen)
        browser.close()
    return seen


def _page(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(SECONDS)
    page.goto(f"{url}&application={APPLICATION}")
    page.locator(".sheet .pic").first.wait_for()
    page.locator("[data-testid=verdict-satisfactory]:enabled").wait_for()
    return page


def _open(browser: Browser, url: str) -> float:
    """Seconds from nothing to evidence seen and a verdict that can be given."""
    begun = time.perf_counter()
    page = _page(browser, url)
    passed = time.perf_counter() - begun
    page.close()
    return passed


def _turns(page: Page, seen: Seen) -> None:
    """Turns to the neighbour that was fetched ahead, jumps past it, and from claim to claim at its cited page."""
    for _ in range(12):
        seen.cited.append(page.evaluate(NEXT_CLAIM))
        last = int(page.locator(".sheet").first.get_attribute("aria-label").split(" of ")[-1])
        if last < 8:
            continue
        page.wait_for_timeout(400)
        seen.uncached.append(page.evaluate(GOTO, last - 1 if _shown(page) < last // 2 else 2))
        page.get_by_test_id("page-scroll").focus()
        page.wait_for_timeout(400)
        seen.cached.append(page.evaluate(TURN, _shown(page) + 1))


def _shown(page: Page) -> int:
    return int(page.locator('.sheet:not([data-page=""])').first.get_attribute("data-page") or 1)


def _searches(page: Page, seen: Seen) -> None:
    """A first search, which reads every page's words, and others after it."""
    seen.first_search = _search(page, COMMON)
    seen.searches = [_search(page, words) for words in (RARE, ONCE, "oxygen sensor", "paediatric list")]


def _search(page: Page, words: str) -> float:
    box = page.get_by_label("Search the whole portfolio")
    box.fill(words)
    before = page.get_by_test_id("hit-count").inner_text()
    begun = time.perf_counter()
    box.press("Enter")
    expect(page.get_by_test_id("hit-count")).not_to_have_text(before)
    expect(page.get_by_test_id("hit-count")).to_have_text(re.compile(r"of \d|^\d+ hit"), timeout=SECONDS)
    return time.perf_counter() - begun


def _unshared(server: int) -> tuple[float, list[float]]:
    """Megabytes that only the latest kernel of the server holds, and the same of each of the workers below it."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()[1:]]
    kernel = max(pid for pid, args in _below(server, rows).items() if "ipykernel_launcher" in args)
    return _private(kernel), [_private(pid) for pid in _below(kernel, rows)]


def _below(process: int, rows: list[list[str]]) -> dict[int, str]:
    """The processes that this one started, and those that they started, with their command lines."""
    below: dict[int, str] = {}
    above = {process}
    while above:
        found = {int(pid): args for pid, parent, args in rows if int(parent) in above and int(pid) not in below}
        below |= found
        above = set(found)
    return below


def _private(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def _one_judgement(page: Page) -> int:
    """Key presses for a verdict with the reason used most and a conclusion; raises when they do not lead there."""
    page.get_by_test_id("page-scroll").focus()
    page.keyboard.press("2")
    page.keyboard.type("authorship")
    page.keyboard.press("Enter")
    expect(page.locator(REASON)).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate(NEXT_CLAIM)
    pressed = ["2", "Enter", "Shift+Digit2"]
    for key in pressed:
        page.keyboard.press(key)
    concluded = page.locator("[data-testid=conclude-not_satisfactory][aria-checked=true]")
    asked = page.locator("[data-testid=conclude-with-words]:visible")
    expect(concluded.or_(asked).first).to_be_visible()
    if asked.count():  # a sentence is asked for: its words are no key presses of the judgement, leaving the box is one
        page.keyboard.type("The pages do not show whose work it is.")
        pressed.append("Enter")
        page.keyboard.press("Enter")
    expect(concluded).to_be_visible()
    expect(page.locator(REASON)).to_be_visible()
    expect(page.locator("[data-testid=verdict-not_satisfactory][aria-checked=true]")).to_be_visible()
    return len(pressed)


def _evening(page: Page, seen: Seen) -> None:
    """Everything judged and concluded by keys, from one unjudged to the next."""
    begun = time.perf_counter()
    toast, heading = page.locator("[data-testid=toast]:visible"), page.locator(HEADING)
    due, done = toast.filter(has_text="Conclude it"), toast.filter(has_text=JUDGED)
    while seen.units < MOST_ACTS:
        before = heading.inner_text()
        page.keyboard.press("n")
        expect(heading.filter(has_not_text=before).or_(due).or_(done)).not_to_have_count(0, timeout=SECONDS)
        if done.count():
            break
        seen.units += 1
        if due.count():
            _conclude(page)
        else:
            _judge(page)
    seen.evening = time.perf_counter() - begun


def _judge(page: Page) -> None:
    page.keyboard.press("1")
    expect(page.get_by_test_id("verdict-satisfactory")).to_have_attribute("aria-checked", "true")


def _conclude(page: Page) -> None:
    """Conclude satisfactory, with a sentence to the panel where one is asked for."""
    page.keyboard.press("Shift+Digit1")
    asked = page.locator("[data-testid=conclude-with-words]:visible")
    concluded = page.locator("[data-testid=conclude-satisfactory][aria-checked=true]")
    expect(concluded.or_(asked).first).to_be_visible()
    if asked.count():
        page.keyboard.type("As the items show.")
        page.keyboard.press("Enter")
    expect(concluded).to_be_visible()


@contextmanager
def _workbench(folder: Path) -> Iterator[tuple[str, int]]:
    """A workbench at the large portfolio, taken in before: its address and its process."""
    built, workspace = folder / "large", folder / "large-workspace"
    command = [sys.executable, "-m", "mrse_assess"]
    subprocess.run([sys.executable, str(BUILD), "--large", str(built)], check=True, capture_output=True)
    subprocess.run([*command, "init", str(workspace)], check=True, capture_output=True)
    added = ("add", str(built / "large"), "--workspace", str(workspace), "--application", APPLICATION)
    subprocess.run([*command, *added], check=True, capture_output=True)
    serve = [*command, "serve", "--workspace", str(workspace), "--no-browser", "--assessor", "A1"]
    process = subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process.stdout.readline().partition(": ")[2].strip(), process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
