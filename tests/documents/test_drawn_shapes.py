"""Small drawn shapes that may be marks of a table, in files and on pictures."""

import pymupdf
import pytest

from mrse_assess.documents.drawn_shapes import MOST_DRAWN, drawn_shapes
from mrse_assess.documents.extraction import read_page
from mrse_assess.documents.values import ReadingLimits

BLUE = 0x3380CC


@pytest.fixture
def page():
    return pymupdf.open().new_page()


def shapes(page):
    return drawn_shapes(page.get_cdrawings())


def test_the_strokes_of_a_tick_are_one_shape(page):
    page.draw_line((100, 104), (103, 107))
    page.draw_line((103, 107), (108, 100))
    assert [tuple(round(side) for side in shape[:4]) for shape in shapes(page)] == [(100, 100, 108, 107)]


def test_the_strokes_of_a_cross_are_one_shape_and_two_crosses_are_two(page):
    for x in (100, 140):
        page.draw_line((x, 100), (x + 7, 107))
        page.draw_line((x + 7, 100), (x, 107))
    assert len(shapes(page)) == 2


def test_a_dot_and_a_shaded_cell_are_filled_and_have_their_colour(page):
    page.draw_circle((100, 100), 2.6, color=None, fill=(0, 0, 0))
    page.draw_rect((200, 100, 230, 116), color=None, fill=(0.2, 0.5, 0.8))
    assert [(shape.filled, shape.colour) for shape in shapes(page)] == [(True, 0), (True, BLUE)]


def test_lines_boxes_without_filling_bands_and_white_are_no_shapes(page):
    page.draw_line((50, 50), (300, 50))
    page.draw_rect((50, 60, 80, 76))
    page.draw_rect((50, 80, 500, 96), color=None, fill=(0.9, 0.9, 0.9))
    page.draw_rect((50, 100, 80, 116), color=None, fill=(1, 1, 1))
    assert shapes(page) == ()


def test_a_chart_gives_no_shapes():
    dot = {"type": "f", "fill": (0, 0, 0), "items": [("re", (0, 0, 5, 5), 1)]}
    assert len(drawn_shapes([dot] * MOST_DRAWN)) == MOST_DRAWN
    assert drawn_shapes([dot] * (MOST_DRAWN + 1)) == ()


def test_shapes_stand_where_the_turned_page_shows_them(page):
    page.draw_circle((100, 50), 3, color=None, fill=(0, 0, 0))
    page.set_rotation(90)
    (shape,) = read_page(page, None, ReadingLimits(), full=True)[0].drawn
    assert round((shape.x0 + shape.x1) / 2) == round(page.rect.width - 50)
    assert round((shape.y0 + shape.y1) / 2) == 100


def test_ticks_and_dots_on_a_picture_are_found_and_rulings_are_not(page):
    import numpy as np

    from mrse_assess.documents.recognition.drawn_ink import drawn_ink

    for y in range(100, 240, 20):
        page.draw_line((60, y), (400, y))
    page.draw_circle((150, 110), 2.6, color=None, fill=(0, 0, 0))
    page.draw_line((248, 131), (251, 134), width=1.1)
    page.draw_line((251, 134), (256, 127), width=1.1)
    drawn = page.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)
    picture = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.width)
    marks = drawn_ink(picture, 150, 0.0, []).marks
    middles = [(round((x0 + x1) / 2), round((y0 + y1) / 2)) for x0, y0, x1, y1 in marks]
    assert len(middles) == 2
    assert middles[0] == (150, 110)
    assert abs(middles[1][0] - 252) <= 1
    assert abs(middles[1][1] - 130) <= 1


def test_upright_heads_of_columns_on_a_picture_are_read(page):
    from mrse_assess.documents.recognition.engine import engine
    from mrse_assess.documents.recognition.looking import look
    from mrse_assess.documents.recognition.pages import page_picture

    for number in range(1, 7):
        page.insert_text((60 + 60 * number, 140), f"Item {number}", fontsize=11, rotate=90)
    for row, code in enumerate(("1.1 Management structure", "1.2 Requirements for documents", "2.1 Writing rules")):
        page.insert_text((60, 170 + 20 * row), code, fontsize=11)
    seen = look(engine(), *page_picture(page))
    said = ["".join(word.text for word in line.words).replace(" ", "") for line in seen.lines]
    assert {f"Item{number}" for number in range(1, 7)} <= set(said)
