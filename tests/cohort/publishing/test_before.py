"""What was published before is remembered without a number of what was not, and considered."""

import json

import pytest

from mrse_assess.cohort.publishing import Before, publication, read_published, write_published
from mrse_assess.errors import BadRequestError

from .conftest import cells, cohort, named, tables_of


@pytest.fixture(scope="module")
def tables():
    return tables_of(cohort(A1=31, A5=16, D1=14, M1=3, U1=7))[:4]


def test_the_file_holds_published_counts_and_nothing_else(tables, policy, tmp_path):
    found = publication(tables, policy(), period="since 2025")
    path = tmp_path / "published.json"
    write_published(found.afterwards, path)
    assert read_published(path) == found.afterwards
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {"about", "format", "reports"}
    (report,) = data["reports"]
    assert set(report) == {"period", "guidance", "policy", "counts"}
    assert (report["period"], report["guidance"]) == ("since 2025", "2025")
    printed = {cell.count for table in found.tables for *_, cell in table.cells()} | {
        number for table in found.tables for *_, cell in table.cells() if (number := cell.of)
    }
    assert set(report["counts"].values()) <= printed | {table.applications for table in found.tables}
    assert not any("incomplete" in name for name in report["counts"]), "nor the name of what is withheld"


def test_the_same_cohort_twice_gives_the_same(tables, policy):
    once = publication(tables, policy())
    again = publication(tables, policy(), once.afterwards)
    assert again.tables == once.tables
    assert again.afterwards == once.afterwards


def test_a_number_that_moved_is_another_one_and_both_are_kept(policy):
    once = publication(tables_of(cohort(A1=31, A5=16, D1=14))[:1], policy())
    later = publication(tables_of(cohort(A1=61, A5=16, D1=14))[:1], policy(), once.afterwards)
    assert cells(named(later.tables, "outcomes"))["all", "award"].count == 75
    first, second = later.afterwards.reports
    assert first.counts["2025; first; outcome=award"] == 45
    assert second.counts["2025; first; outcome=award #2"] == 75
    assert second.counts["2025; first; outcome=not_awarded"] == 15


def test_by_how_few_an_exact_number_grew_is_not_told(policy):
    """45 then and 47 now would say that two were awarded in between; rounded numbers do not."""
    own = policy(round_to=1)
    once = publication(tables_of(cohort(A1=31, A5=14, D1=14))[:1], own)
    assert cells(named(once.tables, "outcomes"))["all", "award"].count == 45
    later = publication(tables_of(cohort(A1=33, A5=14, D1=14))[:1], own, once.afterwards)
    found = cells(named(later.tables, "outcomes"))
    assert found.get(("all", "award")) is None or found["all", "award"].count is None


@pytest.mark.parametrize("text", ["", "[]", '{"format": 9, "reports": []}', '{"format": 1, "reports": [{}]}'])
def test_a_damaged_file_is_refused(tmp_path, text):
    path = tmp_path / "published.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadRequestError, match="Restore the file"):
        read_published(path)


def test_where_there_is_no_file_nothing_was_published(tmp_path):
    assert read_published(tmp_path / "published.json") == Before()
