"""Commands run inside the test process, where starting Python a hundred times would take minutes."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mrse_assess.cli import app as commands
from mrse_assess.cli.edge import run_at_the_edge

SAMPLES = Path(__file__).resolve().parents[2] / "sample_portfolios"
EXPECTED = SAMPLES / "_expected"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.is_dir() and path.name[0] not in "_.")


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(monkeypatch, capfd):
    def invoke(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["mrse-assess", *map(str, arguments)])
        capfd.readouterr()
        code = run_at_the_edge(commands._run)
        said = capfd.readouterr()
        return Ran(code=code, out=said.out, err=said.err)

    return invoke


def source_of(name: str) -> Path:
    """What the applicant sent: the one file, or the folder of several."""
    inside = list((SAMPLES / name).iterdir())
    return inside[0] if len(inside) == 1 else SAMPLES / name
