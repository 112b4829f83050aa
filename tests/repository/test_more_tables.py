"""The second development set, tables: one seed gives one portfolio, every design comes, truth agrees with the file."""

from collections import Counter
from pathlib import Path

import pymupdf
import pytest

from benchmarks.reading_set.case import AXES
from benchmarks.reading_set.more_tables import build
from benchmarks.reading_set.more_tables.designs import DESIGNS, of_seed
from benchmarks.reading_set.more_tables.plan import make_plan

SEEDS = range(200)
WEAK = {"inverted", "two_column", "ticks", "two_headers", "picture", "bare", "docx", "per_category"}
PDF_WITH_PAGES_NAMED = "inverted: like a contents list with pages"


def seed_of(design: str) -> int:
    return next(seed for seed in SEEDS if of_seed(seed).name == design)


@pytest.mark.parametrize("design", [PDF_WITH_PAGES_NAMED, "docx: inverted"])
def test_the_same_seed_gives_the_same_bytes(design: str, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(build(seed_of(design), tmp_path / name))
    assert made[0].portfolio.read_bytes() == made[1].portfolio.read_bytes()
    assert made[0].truth == made[1].truth


def test_two_hundred_seeds_hold_every_design() -> None:
    assert {of_seed(seed).name for seed in SEEDS} == set(DESIGNS)


def test_every_kind_of_table_has_its_number_of_designs() -> None:
    found = Counter(design.axis for design in DESIGNS.values())
    assert set(found) == set(AXES["table"]) - {"none"}
    assert all(number >= (12 if axis in WEAK else 5) for axis, number in found.items())


def test_every_reference_of_a_plan_says_what_its_design_can_show() -> None:
    for seed in SEEDS:
        design = of_seed(seed)
        plan = make_plan(seed, design.name, design.axis, design.able)
        assert len({(one.code, one.item.id) for one in plan.references}) == len(plan.references)
        assert all(page <= one.item.pages for one in plan.references for page in one.pages)
        assert design.able.simulated or not any(one.simulated for one in plan.references)
        assert (plan.counting == "none") == (not any(one.pages for one in plan.references))


def test_items_and_table_stand_where_the_truth_says(tmp_path: Path) -> None:
    case = build(seed_of(PDF_WITH_PAGES_NAMED), tmp_path)
    with pymupdf.open(case.portfolio) as pdf:
        for item in case.truth["evidence"]:
            first, last = item["spans"][0]["pages"]
            assert f"{item['title']}" in pdf[first - 1].get_text()
            assert last <= len(pdf)
        table = pdf[case.truth["table"]["pages"][0] - 1].get_text().casefold()
    assert "cross" in table
    assert all(item["title"].casefold() in table for item in case.truth["evidence"])
