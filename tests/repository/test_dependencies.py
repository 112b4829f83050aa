"""pyproject.toml, environment.yml and constraints.txt name the same dependencies."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONDA_NAMES = {"jupyter-server": "jupyter_server", "matplotlib": "matplotlib-base", "tzdata": "python-tzdata"}
FLOORS = {"pymupdf": (1, 28, 2), "jupyter-server": (2, 21), "nbconvert": (7, 17, 1), "voila": (0, 5, 6)}


def project_requirements() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return dict(split_requirement(line) for line in project["dependencies"])


def split_requirement(line: str) -> tuple[str, str]:
    name, bounds = re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?\s*(.*)", line.strip()).groups()
    return name, bounds


def conda_requirements() -> dict[str, str]:
    lines = (ROOT / "environment.yml").read_text().splitlines()
    entries = [re.sub(r"^\s*- ", "", line) for line in lines[lines.index("dependencies:") + 1 :]]
    return dict(split_requirement(entry) for entry in entries if entry not in ("pip", "pip:"))


def pinned_versions() -> dict[str, tuple[int, ...]]:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {normalised(name): tuple(int(part) for part in re.findall(r"\d+", version)) for name, version in pins}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_environment_has_every_dependency_of_the_project_with_the_same_bounds():
    expected = {CONDA_NAMES.get(name, name): bounds for name, bounds in project_requirements().items()}
    found = conda_requirements()
    del found["python"]
    assert found == expected


def test_every_dependency_is_pinned():
    assert {normalised(name) for name in project_requirements()} <= set(pinned_versions())


@pytest.mark.parametrize("extra", ["test", "bench", "cluster", "hub"])
def test_every_optional_dependency_is_pinned_within_its_bounds(extra):
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"][extra]
    pins = pinned_versions()
    for name, bounds in map(split_requirement, extra):
        lowest = re.search(r">=([\d.]+)", bounds)
        below = re.search(r"<([\d.]+)", bounds)
        pin = pins[normalised(name)]
        assert pin >= numbers(lowest[1]), name
        assert below is None or pin < numbers(below[1]), name


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_pins_stand_above_known_holes(name, floor):
    assert pinned_versions()[name] >= floor


def test_pymupdf_stays_below_the_version_with_telemetry():
    assert pinned_versions()["pymupdf"] < (2,)
    assert project_requirements()["pymupdf"].endswith("<2")


@pytest.mark.parametrize("unwanted", ["x-ray", "opencv-python", "pymupdf4llm"])
def test_unwanted_packages_are_not_pinned(unwanted):
    assert unwanted not in pinned_versions()


def test_what_only_the_benchmarks_compare_with_is_no_dependency():
    assert not {"openpyxl", "camelot-py", "pdfplumber"} & set(project_requirements())


@pytest.mark.parametrize("file", ["pyproject.toml", "environment.yml", "constraints.txt", "Makefile", ".ci/run"])
def test_no_registry_address_stands_in_the_repository(file):
    assert not re.search(r"https?://|index-url|find-links", (ROOT / file).read_text())
