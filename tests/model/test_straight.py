"""A page that lies askew, put straight and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.model.pages import Heading, PageReading, Ruling, Word
from mrse_assess.model.straight import Straight, straightened

skews = st.floats(-20, 20) | st.sampled_from([90.0, 91.5, -89.0, 180.0, -178.5])
sizes = st.floats(100, 1000)


def page(skew: float, **given_) -> PageReading:
    return PageReading(
        number=1, width=400, height=600, words=given_.pop("words", ()), rulings=given_.pop("rulings", ()),
        has_text=True, picture_share=1.0, skew=skew, **given_,
    )  # fmt: skip


@given(sizes, sizes, skews, st.floats(0, 900), st.floats(0, 900))
def test_a_point_comes_back_to_where_it_was(width, height, skew, x, y):
    turn = Straight(width, height, skew)
    assert turn.shown(*turn.level(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(skews, st.floats(0, 300), st.floats(0, 500), st.floats(8, 80), st.floats(6, 20))
def test_a_box_comes_back_to_its_own_size(skew, left, top, width, height):
    turn = Straight(400, 600, skew)
    box = (left, top, left + width, top + height)
    assert turn.level_box(turn.shown_box(box)) == pytest.approx(box, abs=0.1)


def test_lines_that_fall_to_the_right_are_level_on_the_straight_page():
    turn = Straight(400, 600, 5.0)
    ends = (*turn.shown(50, 100), *turn.shown(350, 100))
    assert ends[3] - ends[1] > 20
    box = turn.shown_box((50, 80, 90, 95))
    askew = page(
        5.0,
        rulings=(Ruling(*ends),),
        words=(Word(*box, "Item", 0, 0),),
        headings=(Heading(text="Item", size=12.0, bold=False, box=box),),
    )
    level = straightened(askew)
    assert level.skew == 0
    assert level.rulings == (Ruling(50, 100, 350, 100),)
    assert level.words[0][:4] == pytest.approx((50, 80, 90, 95), abs=0.05)
    assert level.headings[0].box == level.words[0][:4]


def test_a_page_on_its_side_is_put_upright_with_its_sides_exchanged():
    level = straightened(page(90.0, rulings=(Ruling(100, 50, 100, 250),)))
    assert (level.width, level.height) == (600, 400)
    assert level.rulings == (Ruling(50, 300, 250, 300),)


def test_a_page_that_lies_straight_is_left_alone():
    flat = page(0.0, words=(Word(1, 2, 3, 4, "a", 0, 0),))
    assert straightened(flat) is flat
