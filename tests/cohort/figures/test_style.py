"""The house style: what can be read by whom, on paper, on a copier, and on every machine."""

import tomllib
from itertools import pairwise

import pytest

from mrse_assess.cohort.figures import style as styles
from mrse_assess.cohort.figures.style import SHIPPED, style
from mrse_assess.cohort.tables import Shape, Unit
from mrse_assess.errors import SchemeError

COLOURS = style().colours
BLUES = (  # ColorBrewer, nine classes
    "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b",
)  # fmt: skip


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [COLOURS.ink, COLOURS.soft])
def test_words_can_be_read_on_paper(ink):
    assert contrast(ink, COLOURS.paper) >= 7


@pytest.mark.parametrize("mark", [COLOURS.mark, COLOURS.flow, COLOURS.edge, COLOURS.ink])
def test_marks_can_be_seen_on_paper(mark):
    assert contrast(mark, COLOURS.paper) >= 3


def test_intervals_and_lines_can_be_seen_on_bars_and_bands():
    assert contrast(COLOURS.ink, COLOURS.pale) >= 7
    assert contrast(COLOURS.mark, COLOURS.pale) >= 3


def test_numbers_can_be_read_on_every_step_of_a_grid():
    from mrse_assess.cohort.figures.heat import _DARK

    for place, step in enumerate(COLOURS.steps):
        assert contrast(COLOURS.paper if place > _DARK else COLOURS.ink, step) >= 4.5
    assert contrast(COLOURS.soft, COLOURS.zero) >= 4.5


def test_steps_are_of_one_hue_and_stay_in_order_and_apart_in_grey():
    grey = [luminance(step) for step in (COLOURS.zero, *COLOURS.steps)]
    assert grey == sorted(grey, reverse=True)
    assert all(contrast(*pair) >= 1.15 for pair in pairwise((COLOURS.zero, *COLOURS.steps)))
    assert {COLOURS.mark, COLOURS.flow, COLOURS.pale, *COLOURS.steps} <= set(BLUES)


def test_the_type_ships_with_the_drawing_library():
    from pathlib import Path

    import matplotlib as mpl
    from matplotlib.font_manager import findfont

    from mrse_assess.cohort.figures.measuring import font

    for bold in (True, False):
        found = Path(findfont(font(8.0, bold=bold), fallback_to_default=False))
        assert found.is_relative_to(mpl.get_data_path())
        assert style().page.font.replace(" ", "") in found.name


def test_no_type_is_smaller_than_can_be_read_in_print():
    assert min(style().type.small, style().type.text, style().type.title) >= 6.5
    assert style().page.width == 160.0


def test_every_shape_and_unit_has_its_words():
    assert set(style().kinds) == {str(shape) for shape in Shape if shape is not Shape.NONE}
    assert set(style().units) == {str(unit) for unit in Unit}


def test_every_word_is_used_and_none_is_missing():
    modules = [path.read_text(encoding="utf-8") for path in SHIPPED.parent.glob("*.py")]
    known = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    for name in (*known["words"], *known["spoken"]):
        assert any(f'"{name}"' in text for text in modules), name


def test_a_style_that_lacks_something_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "style.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace("[limits]", "[limit]"), encoding="utf-8")
    with pytest.raises(SchemeError, match="compare the file"):
        styles.style(path)
