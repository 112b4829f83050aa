"""A real workbench server and a real Chromium for the tests that drive the page."""

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect, sync_playwright

from mrse_assess.cli import serving
from mrse_assess.cli.opening import new_id, now

from .processes import marked, wait_for_end

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
expect.set_options(timeout=PATIENCE_MS)  # the kernel answers late on a machine that is busy
LARGE = "EX-500"
SLOW_TO_READ = {"scanned_pages"}  # half a minute of text recognition, which no test here looks at
MARK = "MRSE_ASSESS_TESTED_SERVER"  # in the environment of a server and of all that it starts
KERNEL = re.compile(r"ipykernel_launcher.*kernel-([0-9a-f-]{36})\.json")


ALWAYS = {"test_judging", "test_safety", "test_panel"}
"""What `make test` drives in the browser: judging, nothing lost, and the panel. `make test-slow` has the rest."""


def pytest_collection_modifyitems(items):
    """Mark everything in this folder as a browser test, and as slow what is not run each time."""
    for item in items:
        path = Path(str(item.fspath))
        if path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            if path.stem not in ALWAYS and item.get_closest_marker("proof") is None:
                item.add_marker(pytest.mark.slow)


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


@pytest.fixture
def jupyterhub():
    """JupyterHub, which comes with the tests' own dependencies; REQUIRE_BROWSER=1 makes its absence a failure."""
    if importlib.util.find_spec("jupyterhub") is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER is set and JupyterHub is not installed")
        pytest.skip("JupyterHub is not installed (pip install '.[hub]')")


@dataclass
class Visit:
    """One browser window at the workbench, with every request it made."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # what the browser's console says
    dialogs: list[str] = field(default_factory=list)
    sockets: list[WebSocket] = field(default_factory=list)

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
        opened.page.on("websocket", lambda socket: opened.sockets.append(socket))  # noqa: PLW0108 - Playwright marks what it is given
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
    """The demo's workspace but for its scans, built once for all processes of the run; tests work on copies."""
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # then this folder is one process's, and the one above it the run's
        common = common.parent
    folder = common / "demo-workspace"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            written = tuple(sample for sample in serving.samples() if sample.name not in SLOW_TO_READ)
            with mock.patch.object(serving, "samples", return_value=written):
                serving.build_demo(folder, now, new_id)
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
    said: Path  # what it wrote to its standard error

    def end_kernels(self) -> None:
        """End every kernel, as the page does when it is left, and wait for it: it may still write to the workspace."""
        started = marked(MARK, str(self.said))
        for command in started.values():
            if kernel := KERNEL.search(command):
                address = urlsplit(self.url)
                asked = address._replace(path=f"/voila/api/shutdown/{kernel[1]}").geturl()
                urllib.request.urlopen(asked, data=b"", timeout=30).close()  # noqa: S310 - our own server
        wait_for_end({*started, *marked(MARK, str(self.said))} - {self.process.pid})

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


def serve(workspace: Path, *options: str) -> Server:
    command = [sys.executable, "-m", "mrse_assess", "serve", "--workspace", str(workspace), "--no-browser", *options]
    said = workspace.with_name(f"{workspace.name}.said")
    with said.open("w") as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
            env={**os.environ, MARK: str(said)},
        )
    line = process.stdout.readline()
    assert line.startswith(READY), said.read_text()
    return Server(process=process, url=line.removeprefix(READY).strip(), workspace=workspace, said=said)


@pytest.fixture(scope="session")
def lasting_servers(tmp_path_factory) -> Iterator[Callable[..., Server]]:
    """A server for each set of options that outlives the tests: to start one takes longer than most of them."""
    running: dict[tuple[str, ...], Server] = {}

    def serve_copy(source: Path, *options: str) -> Server:
        server = running.get(options)
        if server:
            server.end_kernels()  # one that was starting when its test ended
        workspace = server.workspace if server else tmp_path_factory.mktemp("served") / "workspace"
        if workspace.exists():  # moved away in one step, whatever the server still has open in it
            workspace.rename(tmp_path_factory.mktemp("left") / "workspace")
        shutil.copytree(source, workspace, dirs_exist_ok=True)
        if server is None or server.process.poll() is not None:
            running[options] = serve(workspace, *options)
        return running[options]

    yield serve_copy
    for server in running.values():
        server.stop()


@pytest.fixture
def workbench(demo_workspace, lasting_servers, tmp_path) -> Iterator[Callable[..., Server]]:
    """A workbench over a copy of a workspace, the demo's unless another is named.

    Its server has served other tests before; ``own`` asks for one that is started for this test.
    """
    own_servers: list[Server] = []
    lent: list[Server] = []

    def start(*options: str, workspace: Path = demo_workspace, own: bool = False) -> Server:
        if not own:
            lent.append(lasting_servers(workspace, *options))
            return lent[-1]
        folder = tmp_path / f"workspace-{len(own_servers)}"
        shutil.copytree(workspace, folder)
        own_servers.append(serve(folder, *options))
        return own_servers[-1]

    yield start
    for server in lent:
        server.end_kernels()
    for server in own_servers:
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
