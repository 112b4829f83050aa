"""The built wheel holds everything, and runs the demo from an empty environment."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy of what is committed or about to be."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_data_templates_static_files_notebooks_and_samples(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("scheme/data", "rendering/templates", "ui/static", "ui/jupyter"):
        expected = (path for path in (ROOT / "mrse_assess" / folder).rglob("*") if path.is_file())
        assert {str(path.relative_to(ROOT)) for path in expected} <= names
    for folder in ("notebooks", "sample_portfolios"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        files = [path for path in files if ".ipynb_checkpoints" not in path.parts]
        assert {f"mrse_assess/_share/{path.relative_to(ROOT)}" for path in files} <= names


def test_the_wheel_takes_a_sample_in_away_from_the_checkout(wheel, tmp_path):
    """Installed alone into a folder, with only the dependencies of this environment beside it."""
    site, workspace = tmp_path / "site", str(tmp_path / "workspace")
    zipfile.ZipFile(wheel).extractall(site)
    sample = site / "mrse_assess" / "_share" / "sample_portfolios" / "clear_award"
    code = "import mrse_assess.cli; assert 'site' in mrse_assess.cli.__file__; mrse_assess.cli.main()"
    environment = {"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    for arguments in (["init", workspace], ["add", str(sample), "--workspace", workspace, "--application", "EX-1"]):
        command = [sys.executable, "-c", code, *arguments]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
        assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "EX-1\n"


@pytest.mark.proof
def test_the_wheel_installs_into_an_empty_environment_and_runs_the_demo(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--constraint",
        str(ROOT / "constraints.txt"),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True, text=True)
    demo = subprocess.Popen(
        [str(tmp_path / "venv" / "bin" / "mrse-assess"), "demo", "--no-browser", "--workspace", str(tmp_path / "demo")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
    )  # fmt: skip
    try:
        assert demo.stdout.readline().startswith("Workbench ready: http://127.0.0.1:")
    finally:
        demo.terminate()
        assert demo.wait(timeout=30) == 0
