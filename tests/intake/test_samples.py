"""Every sample portfolio is read as its expected reading says, for the keys that intake answers for."""

import json
from pathlib import Path
from typing import Any

import pytest

from mrse_assess.documents import read_document, take_in
from mrse_assess.intake import inspection, read_portfolio
from mrse_assess.isolation import WorkerPool
from mrse_assess.scheme import load_scheme

SAMPLES = Path(__file__).parents[2] / "sample_portfolios"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("_expected/*/reading.json"))


@pytest.fixture(scope="module")
def pool():
    with WorkerPool() as pool:
        yield pool


@pytest.fixture
def both(pool, tmp_path, request) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected of the sample and what was found."""
    name = request.param
    taken = take_in(SAMPLES / name, tmp_path / "originals", pool)
    folders = (tmp_path / "originals", tmp_path / "cache")
    readings = [read_document(file, *folders, pool, recognise=False) for file in taken.files]
    expected = json.loads((SAMPLES / "_expected" / name / "reading.json").read_text(encoding="utf-8"))
    return expected, inspection(read_portfolio(readings, load_scheme()))


def only(entry: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: entry.get(key) for key in keys}


def by_cell(reading: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    keys = ("page_hint", "notes", "file", "pages")
    return {(each["subcategory"], each["evidence"]): only(each, keys) for each in reading["cross_references"]}


def by_item(reading: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["id"]: only(each, ("title", "file", "pages")) for each in reading["evidence"]}


def as_stated(found: dict[Any, dict[str, Any]], expected: dict[Any, dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    """What was found, without the pages that the expectation leaves open: in Word files they depend on the setting."""
    paths = {key: each["file"] or "" for key, each in expected.items() if each["pages"] is None}
    open_pages = {key for key, path in paths.items() if path.endswith(".docx")}
    return {key: {**each, "pages": None} if key in open_pages else each for key, each in found.items()}


@pytest.mark.parametrize("both", NAMES, indirect=True)
def test_a_sample_is_read_as_expected(both: tuple[dict[str, Any], dict[str, Any]]):
    expected, found = both
    for key in ("applicant", "submission_date", "unresolved", "orphans"):
        assert found[key] == expected[key], key
    for key in ("table", "contents_list"):
        assert only(found[key], tuple(expected[key])) == expected[key], key
    assert as_stated(by_cell(found), by_cell(expected)) == by_cell(expected)
    assert as_stated(by_item(found), by_item(expected)) == by_item(expected)
    stated = {"signed": None, **expected["authentication"]}
    assert only(found["authentication"], tuple(stated)) == stated
