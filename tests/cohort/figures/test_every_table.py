"""Every table of the cohort written down by hand in ``tests/cohort/measures``, three times over: in print and drawn.

Rewrite with: pytest tests/cohort/figures --figures-update.
"""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.measures import MEASURES, Period
from mrse_assess.cohort.report.printing import blocks_of
from mrse_assess.model.letter import Picture, Sentence, StructuredDocument
from mrse_assess.rendering.payload import in_words, payload_of
from mrse_assess.rendering.plain_text import plain_text

from ..measures.conftest import cases, copied, study_of
from .test_golden import ROUNDING, in_grey

__all__ = ["cases"]

KEPT = Path(__file__).parent / "tables"
SAID_BETTER = {
    "time_in_states", "time_to_decision", "changes_short", "pass_trend_by_year", "reason_trend_by_year",
    "item_trend_by_year", "satisfactory_trend_by_year", "time_trend_by_year", "screening_against_judgement",
    "agreement_on_conclusion_verdicts", "agreement_on_item_verdicts", "agreement_on_reasons", "effect_of_moderation",
    "before_and_after", "reasons_that_split", "drift_by_year", "with_another_assessor",
}  # fmt: skip
"""Of which so small a cohort has no picture: the table says it better."""


@pytest.fixture(scope="session")
def tables(cases):
    study = study_of(copied(case, f"{case.application}-{turn}") for case in cases for turn in range(3))
    return [measure.of(study, Period.YEAR, 0) for measure in MEASURES]


@pytest.mark.parametrize("number", range(len(MEASURES)))
def test_a_table_is_printed_and_drawn_as_agreed(number, tables, request):
    for table in tables[number]:
        figure = figure_for(table)
        assert (figure is None) == (table.id in SAID_BETTER), table.id
        agreed(table, figure, anew=request.config.getoption("figures_update", default=False))


def test_every_golden_file_is_used(tables):
    names = {table.id for own in tables for table in own}
    assert {path.name for path in KEPT.iterdir()} == {f"{name}.txt" for name in names} | {
        f"{name}.png" for name in names - SAID_BETTER
    }
    assert names > SAID_BETTER


def agreed(table, figure, *, anew):
    """Compare with what was kept, or keep it."""
    words, picture = KEPT / f"{table.id}.txt", KEPT / f"{table.id}.png"
    if anew:
        words.write_text(text_of(table, figure), encoding="utf-8")
    assert text_of(table, figure) == words.read_text(encoding="utf-8")
    if figure is None:
        return
    made = in_grey(figure.png).quantize(64)
    if anew:
        made.save(picture)
    both = [np.asarray(one.convert("L"), dtype=int) for one in (made, Image.open(picture))]
    assert both[0].shape == both[1].shape
    assert np.abs(both[0] - both[1]).max() <= ROUNDING


def text_of(table, figure):
    """The table as the report prints it; of its picture the words that stand for it."""
    shown = Picture(svg=figure.svg, alt=Sentence(text=figure.alt)) if figure else None
    document = StructuredDocument(
        title="", language="en-GB", head=(), blocks=tuple(blocks_of(table, shown, to_files=True)), foot=(), mark=""
    )
    return plain_text(in_words(payload_of(document))).decode().replace("\N{NO-BREAK SPACE}", " ")
