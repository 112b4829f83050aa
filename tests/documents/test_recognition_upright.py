"""Matrices on scans whose heads run upwards: which way the page lies, and where a head ends."""

from mrse_assess.documents.recognition.looking import lies_on_side
from mrse_assess.documents.recognition.regions import Region
from mrse_assess.documents.recognition.upright import stacks

HEADS = [Region(200 + 40 * number, 300, 30, 300, 0) for number in range(16)]
ROWS = [Region(60, 500 + 30 * number, 40, 28, 0) for number in range(6)]
TITLE = Region(300, 60, 500, 36, 0)


def test_long_upright_heads_below_a_title_do_not_turn_a_wide_page():
    assert not lies_on_side([TITLE, *HEADS, *ROWS], is_wide=True)


def test_a_page_of_upright_lines_lies_on_its_side():
    assert lies_on_side([*HEADS, *ROWS], is_wide=True)
    assert lies_on_side([Region(300, 60, 60, 36, 0), *HEADS], is_wide=False)


def test_a_mark_below_the_line_under_a_head_is_no_part_of_it():
    head, mark = Region(200, 100, 20, 80, 0), Region(200, 150, 18, 16, 0)
    assert stacks([head, mark], lambda _one, _two: False) == [(0, 1)]
    assert stacks([head, mark], lambda _one, _two: True) == [(0,), (1,)]
