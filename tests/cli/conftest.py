"""Commands run as a person runs them: in a process of their own.

Most of them in one forked from a process that has imported them already, which saves the second that Python takes to
import them; those that need a surrounding of their own are started from nothing.
"""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mrse_assess.cli import app

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


PATIENCE_S = 300
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["mrse_assess.cli.app"])


def run(*arguments: str | Path, cwd: Path | None = None, **options: Any) -> Ran:
    """Run a command in a folder, from nothing with other options of ``subprocess.run``."""
    ran = _started(arguments, {"cwd": cwd, **options}) if options else _forked(arguments, cwd)
    assert "Traceback" not in ran.err, ran.err
    return ran


def _started(arguments: tuple[str | Path, ...], options: dict[str, Any]) -> Ran:
    command = [sys.executable, "-m", "mrse_assess", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S, **options)
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


def _forked(arguments: tuple[str | Path, ...], cwd: Path | None) -> Ran:
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = FORKING.Process(target=_as_a_command, args=([*map(str, arguments)], str(out), str(err), cwd))
        process.start()
        process.join(PATIENCE_S)
        assert process.exitcode is not None, f"{arguments} did not end"
        said = [each.read_text(encoding="utf-8") for each in (out, err)]
    return Ran(code=process.exitcode, out=said[0], err=said[1])


def _as_a_command(arguments: list[str], out: str, err: str, cwd: Path | None) -> None:
    if cwd:
        os.chdir(cwd)
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    sys.argv = ["mrse-assess", *arguments]
    app.main()


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
