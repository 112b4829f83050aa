"""Editions of the cohort that is written down by hand in ``tests/cohort/measures``, and tables made for one purpose."""

from datetime import date
from pathlib import Path

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.measures import Period, of_cohort
from mrse_assess.cohort.report import Audience, Edition, GuidanceCohort
from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit

from ..frames.conftest import SCHEME
from ..measures.conftest import cases, final, first, nobody

__all__ = ["cases", "final", "first", "nobody"]

GOLDEN = Path(__file__).parent / "golden"


def tables_of(*studies):
    return tuple(table for study in studies for table in of_cohort(study, Period.YEAR, default_rng(0)))


def edition_of(*studies, audience=Audience.INTERNAL, **said):
    """An edition of these studies, the first of which says how many there are. Without pictures."""
    whole = studies[0]
    cohort = GuidanceCohort(guidance=whole.guidance, applications=whole.size, undecided=whole.size - whole.decided.size)
    known = {"recorded": date(2027, 1, 5), "cohorts": (cohort,), "figures": {}, "tables": tables_of(*studies)}
    return Edition(audience=audience, scheme=SCHEME, **known | said)


def share(count, of, low=None, high=None):
    interval = None if low is None else Interval(low=low, high=high, level=0.95, how="Wilson")
    return Cell(
        count=count, of=of, value=count / of, interval=interval, applications=tuple(f"A{n}" for n in range(count))
    )


def made(*rows, columns=("n",), **said):
    """A table of these rows: a label and its cells each."""
    known = {
        "id": "made", "question": "How many?", "title": "Made", "guidance": "2025", "unit": Unit.APPLICATION,
        "shape": Shape.BARS, "applications": 12, "attempts": "first",
    }  # fmt: skip
    return CohortTable(
        columns=tuple((key, key.title()) for key in columns),
        rows=tuple(Row(key=(label,), label=label, cells=tuple(cells)) for label, *cells in rows),
        **known | said,
    )


@pytest.fixture
def golden(request):
    """Compare a text with the golden file of that name; ``--report-update`` rewrites the file instead."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("report_update", default=False):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


def pytest_addoption(parser):
    parser.addoption(
        "--report-update", action="store_true", help="rewrite the golden reports (pytest tests/cohort/report)"
    )
