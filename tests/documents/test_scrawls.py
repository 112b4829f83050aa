"""Signatures drawn in short straight strokes, as pens on tablets give them."""

import pymupdf
import pytest

from mrse_assess.documents.rulings import curved_boxes

SIGNATURE = [(120 + 6 * step, 300 + (0, 12, 4, 15, -3)[step % 5]) for step in range(14)]


def boxes(points, **drawn):
    page = pymupdf.open().new_page()
    page.draw_polyline(points, width=1.3, **drawn)
    return curved_boxes(page.get_cdrawings())


def test_a_stroke_that_goes_up_and_down_is_ink():
    (box,) = boxes(SIGNATURE)
    assert box == pytest.approx((120, 297, 198, 315), abs=3)


@pytest.mark.parametrize(
    "points",
    [
        [(100 + 10 * step, 300 - step**2) for step in range(12)],
        [(100 + 10 * (step // 2), 300 + 20 * ((step + 1) // 2 % 2)) for step in range(14)],
        [(100 + 6 * step, 300 + 90 * (step % 2)) for step in range(14)],
        SIGNATURE[:4],
    ],
    ids=["a rising curve", "a level and upright outline", "taller than a signature", "too few strokes"],
)
def test_charts_outlines_and_ticks_are_none(points):
    assert boxes(points) == []


def test_a_filled_shape_is_none():
    assert boxes(SIGNATURE, fill=(0, 0, 0)) == []
