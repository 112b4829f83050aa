"""A hub on loopback with the sample configuration, over a workspace whose records are on a server."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from .processes import wait_for_end

PASSWORD = "try-it-on-loopback"  # noqa: S105 - of the hub's dummy authenticator, for this test's own people
PATIENCE = 90  # seconds until the hub answers


@dataclass
class Hub:
    """A running hub."""

    process: subprocess.Popen[str]
    url: str
    said: Path

    def address(self, person: str, page: str = "") -> str:
        """The address of a person's page."""
        return f"{self.url}/user/{person}/{page}"

    def started(self) -> dict[int, str]:
        """Everything that runs because of it, with its command line."""
        below = psutil.Process(self.process.pid).children(recursive=True)
        return {process.pid: " ".join(process.cmdline()) for process in below}

    def stop(self) -> int:
        """Stop it as an administrator does, and wait until nothing of it runs."""
        started: set[int] = set()
        if self.process.poll() is None:
            started = {*self.started()}
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        wait_for_end(started)
        return code


def start_hub(folder: Path, configuration: Path, **environment: str) -> Hub:
    """A hub that answers; its own files go into the folder."""
    folder.mkdir()
    port, said = three_free_ports(), folder / "said"
    settings = {"MRSE_ASSESS_HUB_PORT": str(port), "MRSE_ASSESS_HUB_PASSWORD": PASSWORD}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    with said.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(configuration)],
            cwd=folder,
            stdout=errors,
            stderr=errors,
            text=True,
            start_new_session=True,
            env={**kept, **settings, **environment},
        )
    hub = Hub(process=process, url=f"http://127.0.0.1:{port}", said=said)
    until_it_answers(hub)
    return hub


def until_it_answers(hub: Hub) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{hub.url}/hub/health", timeout=5).close()  # noqa: S310 - our own hub
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert hub.process.poll() is None, hub.said.read_text()
            assert time.monotonic() < deadline, hub.said.read_text()
            time.sleep(0.2)
        else:
            return


def three_free_ports() -> int:
    """The first of three free ports in a row."""
    for first in range(20_000 + os.getpid() % 10_000, 32_000):
        with ExitStack() as held:
            try:
                for port in range(first, first + 3):
                    held.enter_context(socket.create_server(("127.0.0.1", port)))
            except OSError:
                continue
            return first
    raise OSError("no three free ports in a row")
