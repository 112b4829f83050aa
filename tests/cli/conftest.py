"""Commands run as a person runs them: in a process of their own."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ..workbench.conftest import write_portfolio


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*arguments: str | Path, **options: Any) -> Ran:
    command = [sys.executable, "-m", "mrse_assess", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **options)
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


@pytest.fixture(scope="session")
def small_portfolio(tmp_path_factory) -> Path:
    return write_portfolio(tmp_path_factory.mktemp("portfolio") / "Portfolio.pdf")


@pytest.fixture(scope="session")
def taken_once(tmp_path_factory, small_portfolio) -> Path:
    folder = tmp_path_factory.mktemp("taken") / "workspace"
    assert run("init", folder).code == 0
    ran = run("add", small_portfolio, "--workspace", folder, "--application", "EX-1", "--received", "2026-09-14")
    assert (ran.code, ran.out) == (0, "EX-1\n")
    return folder


@pytest.fixture
def taken(taken_once, tmp_path) -> Path:
    """A workspace with the small portfolio as EX-1."""
    return Path(shutil.copytree(taken_once, tmp_path / "workspace"))
