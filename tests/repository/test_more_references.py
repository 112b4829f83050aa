"""The second development set of wordings: the same seed gives the same, and every wording comes up."""

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from reading_set.more_references import build, people, vouching, wordings
from reading_set.more_references.labels import STYLES
from reading_set.more_references.naming import FILE_NAMES, FOLDER_NAMES
from reading_set.more_references.plan import HEADING_FORMS, LISTS, plan
from reading_set.more_references.topics import LIST_HEADINGS
from reading_set.more_references.truth import joined

PLANS = [plan(seed) for seed in range(200)]


@pytest.mark.parametrize("seed", [6, 14])
def test_the_same_seed_gives_the_same_bytes_and_answers(tmp_path: Path, seed: int):
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        case = build(seed, tmp_path / name)
        made.append(
            (case.truth, [path.read_bytes() for path in sorted((tmp_path / name).rglob("*")) if path.is_file()])
        )

    assert made[0] == made[1]


def _all(*kinds: Iterable[str]) -> set[str]:
    return {words for kind in kinds for words in kind}


@pytest.mark.parametrize(
    "kind",
    [
        _all(wordings.ONE_PAGE, wordings.NEXT_PAGES, wordings.APART, wordings.MIXED, wordings.TO_THE_END),
        _all(*wordings.SECTION_HINTS.values(), *wordings.TWO_SECTIONS.values(), *wordings.A_RANGE.values()),
        _all(wordings.BOTH, wordings.JOINS),
        _all(wordings.BETWEEN, wordings.BEFORE, wordings.WHOLE),
        _all(wordings.SIMULATED, (legend for _, legend in wordings.MARKED)),
        set(wordings.NOT_CLAIMED) - {""},
    ],
    ids=["pages", "sections", "joins", "separators", "notes", "blanks"],
)
def test_every_way_of_writing_a_reference_comes_up(kind: set[str]):
    assert kind - _all(*(planned.wordings for planned in PLANS)) == set()


def test_every_way_of_calling_naming_listing_and_vouching_comes_up():
    assert {planned.style.name for planned in PLANS} == {style.name for style in STYLES}
    assert {planned.listed for planned in PLANS} == set(LISTS)
    assert {planned.list_heading for planned in PLANS} == set(LIST_HEADINGS)
    assert {planned.heading_form for planned in PLANS} == set(HEADING_FORMS)
    assert {planned.naming for planned in PLANS if planned.carrier != "pdf"} == set(FILE_NAMES + FOLDER_NAMES)
    assert {planned.people.form for planned in PLANS} == {*vouching.FORMS, "absent"}
    assert {planned.people.cover for planned in PLANS} == set(people.COVERS)
    assert {planned.people.submitted_words for planned in PLANS if planned.people.submitted} == set(people.SUBMITTED)


def test_pages_are_written_as_runs():
    assert joined([8, 3, 5, 4]) == "3-5, 8"
