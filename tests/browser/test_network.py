"""Under a system-call trace of the whole run, no process of the workbench connects to anything but this machine."""

import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from .conftest import READY
from .hands import SAVED, Hands

CONNECT = re.compile(
    r"connect\(.*?sa_family=(AF_INET6?), .*?(?:inet_addr\(\"([^\"]+)\"\)|inet_pton\(AF_INET6, \"([^\"]+)\")"
)
HERE = {"127.0.0.1", "::1"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (Debian: apt install strace)")
def test_no_process_of_the_workbench_connects_to_anything_but_this_machine(demo_workspace, visit, tmp_path):
    workspace = shutil.copytree(demo_workspace, tmp_path / "workspace")
    trace = tmp_path / "trace"
    serve = [sys.executable, "-m", "mrse_assess", "serve", "--workspace", str(workspace), "--no-browser"]
    command = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(trace), *serve]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        url = process.stdout.readline().removeprefix(READY).strip()
        hands = Hands(visit(url).page)
        hands.open("clear_award")
        hands.choose("1.1", "1")
        hands.page.keyboard.press("1")
        expect(hands.at("unit-saved")).to_have_text(SAVED)
        hands.page.keyboard.press("l")
        with hands.page.expect_download():
            hands.at("download-pdf").click()
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=60)
    calls = trace.read_text(errors="replace")
    addresses = {first or second for _, first, second in CONNECT.findall(calls)}
    assert "AF_UNIX" in calls  # the trace saw the kernels' own sockets
    assert addresses <= HERE
