"""Hostile text costs no check more than its length: twice the text, at most about twice the work.

Work is counted in steps of the interpreter, not in seconds. What patterns do inside is not counted so: for that there
is ``benchmarks/hostile_text.py``.
"""

import sys
from types import FrameType
from typing import Any

import pytest

from benchmarks.hostile_text import HOSTILE
from mrse_assess.screening.look_over import screen
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.terms import Look

SHORT = 400  # signs
MOST = 2.6  # times the work for twice the text
LITTLE = 20_000  # steps, below which what does not grow hides what does
CITED = {"1": ["4.1", "8.1"], "2": ["3"]}


def steps(look: Any) -> int:
    """How many steps the interpreter takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if event == "opcode":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        look()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def vocabulary(scheme):
    return load_vocabulary(scheme)


def test_the_counter_tells_work_that_grows_with_the_square():
    def square(length):
        return steps(lambda: [None for _ in range(length) for _ in range(length)])

    assert square(200) > MOST * square(100)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_about_twice_the_work(material, vocabulary, name):
    def work(check, length):
        text = HOSTILE[name](length)
        made = material({"1": text, "2": text}, cited=CITED)
        assert len(made.pages) == 2
        return steps(lambda: CHECKS[check](made, vocabulary[check]))

    grown = {check: (work(check, SHORT), work(check, 2 * SHORT)) for check in CHECKS}
    assert {check: each for check, each in grown.items() if each[1] > max(MOST * each[0], LITTLE)} == {}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_check_answers_and_places_are_few(material, name):
    made = material({"1": HOSTILE[name](4000), "2": HOSTILE[name](4000)}, cited=CITED)
    found = screen(made)
    assert set(found.looked) == set(CHECKS)
    assert all(len(each.places) <= 100 for each in found.observations)
    assert all(each.outcome in Look for each in found.observations)
