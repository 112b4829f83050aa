"""The committed sample portfolios are what their builder makes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rebuild")]
SAMPLES = Path(__file__).parents[2] / "sample_portfolios"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rebuilt")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, str(SAMPLES / "build.py"), "--out", str(out)], check=True, capture_output=True, env=environment
    )
    return out


def files(folder: Path, names: set[str]) -> dict[str, bytes]:
    found = [path for name in names for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_rebuild_gives_the_committed_bytes(rebuilt: Path):
    names = {path.name for path in rebuilt.iterdir() if path.is_dir()}
    new, old = files(rebuilt, names), files(SAMPLES, names)
    assert sorted(new) == sorted(old)
    assert [name for name in new if new[name] != old[name]] == []


def test_the_readme_is_the_one_that_the_builder_writes(rebuilt: Path):
    assert (rebuilt / "README.md").read_text(encoding="utf-8") == (SAMPLES / "README.md").read_text(encoding="utf-8")


def test_no_portfolio_lies_there_that_the_builder_does_not_make(rebuilt: Path):
    committed = {
        path.name for path in SAMPLES.iterdir() if path.is_dir() and path.name not in {"_builder", "__pycache__"}
    }
    assert committed == {path.name for path in rebuilt.iterdir() if path.is_dir()}
