import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest

from benchmarks.reading_set.case import AXES, Case
from benchmarks.reading_set.varied import axes
from benchmarks.reading_set.varied.build import build
from benchmarks.reading_set.varied.plan import CODES, make_plan

BUILT = (2, 14, 23)  # a bound file, a table by item with letters, a zip with a file for each item


@pytest.fixture(scope="module", params=BUILT)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return build(request.param, tmp_path_factory.mktemp("case"))


@pytest.mark.parametrize("first", [0, 17, 1000])
@pytest.mark.parametrize("axis", sorted(AXES))
def test_sixty_seeds_in_a_row_hold_every_value_of_an_axis(axis: str, first: int) -> None:
    found = Counter(getattr(axes.choose(seed), axis) for seed in range(first, first + 60))
    assert set(found) == set(AXES[axis])
    assert min(found.values()) >= 2


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("wording", axes.WORDINGS),
        ("codes", axes.CODES),
        ("notes", axes.NOTES),
        ("auth", axes.AUTH),
        ("cover", axes.COVER),
    ],
)
def test_sixty_seeds_in_a_row_hold_every_way_of_writing(name: str, values: tuple[str, ...]) -> None:
    assert {getattr(axes.choose(seed), name) for seed in range(60)} >= set(values)


def test_sixty_seeds_in_a_row_hold_every_trait() -> None:
    assert set().union(*(axes.choose(seed).extras for seed in range(60))) == set(axes.EXTRAS)


def test_rows_name_items_that_exist_or_are_said_to_be_missing() -> None:
    for seed in range(60):
        plan = make_plan(axes.choose(seed))
        ids = {item.id for item in plan.items}
        named = {each for row in plan.rows.values() for each in row}
        parents = {each[:-1] for each in ids if each[-1].isalpha()}
        assert named <= ids | parents | set(plan.missing), seed
        assert not named & set(plan.orphans), seed
        assert len(ids) == len(plan.items) >= 8, seed


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made = build(7, tmp_path / name)
        paths = sorted(path for path in made.portfolio.rglob("*") if path.is_file())
        digests.append([(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths])
    assert digests[0] == digests[1]


def test_references_lead_to_pages_of_the_item_that_they_name(case: Case) -> None:
    spans = {item["id"]: item["spans"][0] for item in case.truth["evidence"]}
    for entry in case.truth["cross_references"]:
        assert entry["subcategory"] in CODES
        if entry["evidence"] in spans:
            span = spans[entry["evidence"]]
            assert entry["file"] == span["file"]
            assert ("pages" in entry) == ("pages" in span)
            assert all(span["pages"][0] <= page <= span["pages"][1] for page in entry.get("pages", ()))
        else:
            assert {"subcategory": entry["subcategory"], "evidence": entry["evidence"]} in case.truth["unresolved"]


@pytest.mark.parametrize("seed", [2, 14])
def test_items_follow_one_another_to_the_end_of_a_bound_file(seed: int, tmp_path: Path) -> None:
    case = build(seed, tmp_path)
    with pymupdf.open(case.portfolio) as book:
        spans = [item["spans"][0]["pages"] for item in case.truth["evidence"]]
        assert all(before[1] + 1 == after[0] for before, after in pairwise(spans))
        assert spans[-1][1] == len(book)
        assert max(case.truth["table"]["pages"]) < spans[0][0]
