"""A real workbench server and a real Chromium for the tests that drive the page."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_portfolios"
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = "Workbench ready: "
PATIENCE_MS = 30_000
LARGE = "EX-500"


def pytest_collection_modifyitems(items):
    """Mark everything in this folder as a browser test."""
    for item in items:
        if Path(str(item.fspath)).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def find_chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = find_chromium()
    if executable is None:
        reason = "Chromium is not installed (Debian: apt install chromium)"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"{reason}, and REQUIRE_BROWSER=1 asks for it")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """One browser window at the workbench, with every request it made."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # what the browser's console says
    dialogs: list[str] = field(default_factory=list)

    def foreign_requests(self) -> list[str]:
        local = ("data", "blob", "about")
        return [
            url for url in self.requests if urlsplit(url).scheme not in local and urlsplit(url).hostname != "127.0.0.1"
        ]


@pytest.fixture
def visit(chromium: Browser, request) -> Iterator[Callable[..., Visit]]:
    contexts: list[BrowserContext] = []
    request.node.opened_pages = []

    def open_page(
        url: str, width: int = 1366, height: int = 768, script: str | None = None, **options: object
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale="en-GB", accept_downloads=True, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        opened = Visit(context=context, page=context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on("console", lambda message: opened.said.append(message.text))
        opened.page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.accept()))
        if script:
            opened.page.add_init_script(script)
        request.node.opened_pages.append(opened.page)
        opened.page.goto(url)
        return opened

    yield open_page
    for context in contexts:
        context.close()


def run_command(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mrse_assess", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **options)


@pytest.fixture(scope="session")
def demo_workspace(tmp_path_factory) -> Path:
    """The demo's workspace, built once; tests work on copies."""
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    built = run_command("demo", "--workspace", folder, "--build-only")
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="session")
def large_portfolio(tmp_path_factory) -> Path:
    """The portfolio of 500 pages, and in ``large_workspace`` taken in; both built once, tests work on copies."""
    folder = tmp_path_factory.mktemp("large")
    subprocess.run([sys.executable, str(SAMPLES / "build.py"), "--large", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def large_workspace(large_portfolio) -> Path:
    return workspace_of(large_portfolio / "workspace", {LARGE: large_portfolio / "large"})


def workspace_of(folder: Path, portfolios: dict[str, Path]) -> Path:
    """A workspace into which these portfolios were taken, each under its reference."""
    for arguments in (
        ("init", folder),
        *(("add", source, "--workspace", folder, "--application", name) for name, source in portfolios.items()),
    ):
        done = run_command(*arguments)
        assert done.returncode == 0, done.stderr
    return folder


@dataclass
class Server:
    """A running workbench."""

    process: subprocess.Popen[str]
    url: str
    workspace: Path

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


@pytest.fixture
def workbench(demo_workspace, tmp_path) -> Iterator[Callable[..., Server]]:
    started: list[Server] = []

    def start(*extra: str, workspace: Path | None = None) -> Server:
        if workspace is None:
            workspace = tmp_path / "workspace"
            shutil.copytree(demo_workspace, workspace)
        command = [sys.executable, "-m", "mrse_assess", "serve", "--workspace", str(workspace), "--no-browser", *extra]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        line = process.stdout.readline()
        assert line.startswith(READY), process.stderr.read()
        started.append(Server(process=process, url=line.removeprefix(READY).strip(), workspace=workspace))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of the page when a test fails."""
    outcome = yield
    if outcome.get_result().failed and call.when == "call" and os.environ.get("MRSE_ASSESS_PICTURES"):
        folder = Path(os.environ["MRSE_ASSESS_PICTURES"])
        opened = getattr(item, "opened_pages", [])
        for number, page in enumerate(opened):
            page.screenshot(path=folder / f"{item.name}-{number}.png")
