"""The third development set: the same seed gives the same, and every family and form comes up."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from reading_set.more_again import build
from reading_set.more_again.plan import FAMILIES, plan
from reading_set.more_again.tables import FORMS
from reading_set.more_again.wordfile import FORMS as WORD_FORMS
from reading_set.more_references.topics import CODES

PLANS = [plan(seed) for seed in range(120)]


@pytest.mark.parametrize("seed", [1, 6, 59])
def test_the_same_seed_gives_the_same_bytes_and_answers(tmp_path: Path, seed: int):
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        case = build(seed, tmp_path / name)
        made.append(
            (case.truth, [path.read_bytes() for path in sorted((tmp_path / name).rglob("*")) if path.is_file()])
        )

    assert made[0] == made[1]


def test_every_family_and_form_of_the_table_comes_up():
    assert {planned.family for planned in PLANS} == set(FAMILIES)
    assert {planned.form for planned in PLANS} == {*FORMS, *WORD_FORMS}


def test_every_table_has_a_row_for_each_sub_category():
    assert {tuple(row.code for row in planned.rows) for planned in PLANS} == {CODES}


def test_sections_begin_on_pages_of_their_items():
    for planned in PLANS:
        for item in planned.items:
            assert all(1 <= part.page <= item.pages for part in item.parts)
