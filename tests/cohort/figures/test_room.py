"""Words on a figure: none is cut, none lies over another, none leaves the picture."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.drawing import picture_of
from mrse_assess.cohort.figures.measuring import extent, font, lines, width
from mrse_assess.cohort.figures.printing import parameters
from mrse_assess.cohort.figures.style import style
from mrse_assess.cohort.figures.told import sentence
from mrse_assess.cohort.tables import Shape

from .conftest import TABLES, WIDEST, crowded, told, withholding


def test_words_keep_apart_on_every_small_figure(table):
    assert crowded(picture_of(told(table)).sheet) == ([], [])


def test_words_keep_apart_on_the_widest_figures(wide):
    assert crowded(picture_of(told(wide)).sheet) == ([], [])


def test_words_keep_apart_where_cells_are_withheld(wide):
    some = withholding(wide, *((r, c) for r in range(len(wide.rows)) for c in range(len(wide.columns)) if (r + c) % 3))
    assert crowded(picture_of(told(some)).sheet) == ([], [])


@pytest.mark.parametrize("name", TABLES)
def test_long_labels_are_there_to_their_last_word(name):
    table = TABLES[name]
    long = "a label that goes on and on for longer than anybody would like, up to its very end"
    rows = tuple(replace(row, label=f"{row.label} {long}" if len(row.key) == 1 else row.label) for row in table.rows)
    columns = tuple((key, f"{label} {long}") for key, label in table.columns)
    changed = replace(table, rows=rows, columns=columns, title=f"{table.title} {long} {long}")
    picture = picture_of(told(changed))
    sheet = picture.sheet
    assert crowded(sheet) == ([], [])
    words = " ".join(text.words for text in sheet.texts())
    assert words.count("very") >= 2  # of the title
    if table.shape not in (Shape.TREND, Shape.COMBINATIONS):  # which name some periods, and members once
        assert all(sentence(row.label) in words for row in picture.rows if len(row.key) == 1)


def test_a_word_that_is_too_wide_is_broken_and_nothing_of_it_lost():
    word = "Wellenausbreitungsgeschwindigkeit" * 3
    found = lines(f"of {word} now", 30.0, 8.0)
    assert "".join(found).replace(" ", "") == f"of{word}now"
    assert all(width(line, 8.0) <= 30.0 for line in found)


def test_words_are_as_wide_as_they_are_drawn():
    """What is measured is what the library draws: otherwise the tests above would say nothing."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import RendererAgg

    with rc_context(parameters(style())):
        renderer = RendererAgg(10, 10, style().page.dots)
        for text in picture_of(told(WIDEST[2])).sheet.texts():
            pixels, _, _ = renderer.get_text_width_height_descent(text.words, font(text.points, bold=text.bold), False)
            assert extent(text.words, text.points, bold=text.bold)[0] == pytest.approx(
                pixels / style().page.dots * 25.4, abs=0.1
            )


def test_there_is_paper_all_round_the_widest_figures(wide):
    picture = np.asarray(Image.open(io.BytesIO(figure_for(wide).png)).convert("L"))
    edge = int(style().page.margin / 2 / 25.4 * style().page.dots)
    for side in (picture[:edge], picture[-edge:], picture[:, :edge], picture[:, -edge:]):
        assert side.min() == 255
