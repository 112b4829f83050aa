"""The set-aside portfolios: every kind occurs, the same seed gives the same bytes, and their answers hold together."""

import json
from collections import Counter
from pathlib import Path

import pymupdf
import pytest

from benchmarks.reading_set.case import AXES, Case
from benchmarks.reading_set.set_aside import build
from benchmarks.reading_set.set_aside.plan import plan
from benchmarks.reading_set.set_aside.story import draw_story

REPORTED = range(80)
CHEAP = (3, 6)


def test_sixty_seeds_have_each_value_of_each_axis_at_least_twice():
    for start in (0, 20):
        plans = [plan(seed).axes for seed in range(start, start + 60)]
        for axis, values in AXES.items():
            seen = Counter(one[axis] for one in plans)
            assert set(seen) == set(values)
            assert start or min(seen.values()) >= 2


@pytest.mark.parametrize("seed", CHEAP)
def test_the_same_seed_gives_the_same_bytes(seed, tmp_path):
    first, second = _built(seed, tmp_path / "first"), _built(seed, tmp_path / "second")
    assert _files(first) == _files(second)
    assert first.truth == second.truth


def test_a_table_whose_pages_are_counted_names_enough_of_them():
    for seed in REPORTED:
        story = draw_story(seed, plan(seed).axes)
        named = sum(ref.pages is not None for ref in story.claims.refs)
        assert (named >= 5) == (story.axes["counting"] != "none")


@pytest.mark.parametrize("seed", CHEAP)
def test_answers_hold_together(seed, tmp_path):
    case = _built(seed, tmp_path / "case")
    truth = json.loads(json.dumps(case.truth))
    lengths = {name: pymupdf.open(stream=data).page_count for name, data in _files(case).items() if name[-4:] == ".pdf"}
    spans = {item["id"]: item["spans"][0] for item in truth["evidence"]}
    assert len(spans) == len(truth["evidence"])
    for span in spans.values():
        assert 1 <= span["pages"][0] <= span["pages"][1] <= lengths[span["file"]]
    missing = {(one["subcategory"], one["evidence"]) for one in truth["unresolved"]}
    for one in truth["cross_references"]:
        _leads(one, spans, missing)
    assert set(truth["orphans"]) == set(spans) - {one["evidence"] for one in truth["cross_references"]}


def _leads(reference, spans, missing):
    if reference["pages"] is None:
        assert (reference["subcategory"], reference["evidence"]) in missing
        assert reference["evidence"] not in spans
        return
    span = spans[reference["evidence"]]
    assert reference["file"] == span["file"]
    assert reference["pages"] == sorted(set(reference["pages"]))
    assert span["pages"][0] <= reference["pages"][0] <= reference["pages"][-1] <= span["pages"][1]


def _built(seed: int, folder: Path) -> Case:
    folder.mkdir()
    return build(seed, folder)


def _files(case: Case) -> dict[str, bytes]:
    if case.portfolio.is_file():
        return {case.portfolio.name: case.portfolio.read_bytes()}
    found = sorted(path for path in case.portfolio.rglob("*") if path.is_file())
    return {str(path.relative_to(case.portfolio)): path.read_bytes() for path in found}
