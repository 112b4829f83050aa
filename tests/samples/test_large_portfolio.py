"""The portfolio of 500 pages holds what it promises and is read as its builder knows it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from mrse_assess.documents import read_document, take_in
from mrse_assess.intake import inspection, read_portfolio
from mrse_assess.isolation import WorkerPool
from mrse_assess.scheme import load_scheme

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("built-large")]
BUILD = Path(__file__).resolve().parents[2] / "sample_portfolios" / "build.py"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("large")
    subprocess.run([sys.executable, str(BUILD), "--large", str(out)], check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def expected(built) -> dict[str, Any]:
    return json.loads((built / "_expected" / "large" / "reading.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(built, tmp_path_factory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("read")
    with WorkerPool() as pool:
        taken = take_in(built / "large", folder / "originals", pool)
        originals, cache = folder / "originals", folder / "cache"
        readings = [read_document(file, originals, cache, pool, recognise=False) for file in taken.files]
    return inspection(read_portfolio(readings, load_scheme()))


def by_cell(reading: dict[str, Any], *keys: str) -> dict[tuple[str, str], list[Any]]:
    return {
        (each["subcategory"], each["evidence"]): [each.get(key) for key in keys] for each in reading["cross_references"]
    }


def by_item(reading: dict[str, Any], *keys: str) -> dict[str, list[Any]]:
    return {each["id"]: [each.get(key) for key in keys] for each in reading["evidence"]}


def differing(found: dict[Any, Any], expected: dict[Any, Any]) -> dict[Any, Any]:
    """What is not as expected: found and expected beside each other."""
    keys = {**expected, **found}
    return {key: (found.get(key), expected.get(key)) for key in keys if found.get(key) != expected.get(key)}


def test_it_holds_what_it_promises(built, expected):
    pages = sum(len(pymupdf.open(file)) for file in (built / "large").rglob("*.pdf"))
    claims = [each["subcategory"] for each in expected["cross_references"]]
    assert 490 <= pages <= 520
    assert len(expected["evidence"]) == 60
    assert len(set(claims)) == 16
    assert claims.count("3") == 12
    assert any(len(each["title"]) == 90 for each in expected["evidence"])
    assert len(expected["unresolved"]) == 3
    assert len(expected["orphans"]) == 4


def test_its_front_and_its_loose_ends_are_found(found, expected):
    for key in ("applicant", "submission_date", "unresolved", "orphans", "table", "contents_list"):
        assert found[key] == expected[key], key
    assert found["authentication"]["referee_name"] == expected["authentication"]["referee_name"]


def test_every_item_is_found_where_it_stands(found, expected):
    worded = {each["id"] for each in expected["evidence"] if not each["file"].endswith(".docx")}
    assert differing(by_item(found, "title", "file"), by_item(expected, "title", "file")) == {}
    pages = ({item: at for item, at in by_item(one, "pages").items() if item in worded} for one in (found, expected))
    assert differing(*pages) == {}


def test_every_claim_is_read_as_it_was_written(found, expected):
    assert differing(by_cell(found, "page_hint", "notes"), by_cell(expected, "page_hint", "notes")) == {}


def test_every_claim_leads_to_its_pages(found, expected):
    worded = {
        (each["subcategory"], each["evidence"])
        for each in expected["cross_references"]
        if not (each["file"] or "").endswith(".docx")
    }

    leads = (
        {cell: at for cell, at in by_cell(one, "file", "pages").items() if cell in worded} for one in (found, expected)
    )
    assert differing(*leads) == {}
