"""The sets ``places`` and ``shapes``: the same seed gives the same, and every answer fits its portfolio."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pymupdf
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from reading_set import places, shapes
from reading_set.case import AXES

LIBERATION = Path("/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf")
HAS_FONTS = pytest.mark.skipif(
    not LIBERATION.exists() and os.environ.get("REQUIRE_FONTS") != "1",
    reason="the set shapes is drawn with Liberation fonts (Debian: apt install fonts-liberation)",
)
SETS = pytest.mark.parametrize(
    "made_by", [places, pytest.param(shapes, marks=[pytest.mark.slow, HAS_FONTS])], ids=["places", "shapes"]
)


@SETS
@pytest.mark.parametrize("seed", [1, 20])
def test_the_same_seed_gives_the_same_bytes_and_answers(tmp_path: Path, made_by: ModuleType, seed: int):
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        case = made_by.build(seed, tmp_path / name)
        files = [path.read_bytes() for path in sorted((tmp_path / name).rglob("*")) if path.is_file()]
        made.append((case.truth, files))
    assert made[0] == made[1]


@SETS
@pytest.mark.parametrize("seed", [2, 12, 41])
def test_every_answer_fits_its_portfolio(tmp_path: Path, made_by: ModuleType, seed: int):
    case = made_by.build(seed, tmp_path)
    assert all(case.axes[axis] in values for axis, values in AXES.items())
    lengths = page_counts(case.portfolio)
    sent = {item["id"]: item["spans"] for item in case.truth["evidence"]}
    for span in (span for spans in sent.values() for span in spans):
        assert 1 <= span["pages"][0] <= span["pages"][1] <= lengths[span["file"]]
    not_sent = {(entry["subcategory"], entry["evidence"]) for entry in case.truth["unresolved"]}
    for entry in case.truth["cross_references"]:
        if entry["evidence"] in sent:
            own = {page for span in sent[entry["evidence"]] for page in range(span["pages"][0], span["pages"][1] + 1)}
            assert set(entry["pages"]) <= own
        else:
            assert (entry["subcategory"], entry["evidence"]) in not_sent
    cited = {entry["evidence"] for entry in case.truth["cross_references"]}
    assert set(case.truth["orphans"]) == set(sent) - cited


def page_counts(portfolio: Path) -> dict[str, int]:
    """The pages of every PDF of a portfolio, by its path inside."""
    files = [portfolio] if portfolio.is_file() else sorted(portfolio.rglob("*.pdf"))
    counts = {}
    for path in files:
        with pymupdf.open(path) as document:
            counts[path.name if path == portfolio else path.relative_to(portfolio).as_posix()] = document.page_count
    return counts
