"""Two items side by side: shared runs of words, their share, their places, and the sentence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents import PageWords, open_words, stored_file
from mrse_assess.errors import BadRequestError, WorkerTimeoutError
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.workbench import comparing
from mrse_assess.workbench.comparing import compare, percent, sentence
from mrse_assess.workbench.shared_runs import SHORTEST_RUN, Shared, matches, tokens
from mrse_assess.workbench.views import Unit


def page(*lines: str) -> PageWords:
    texts = tuple(word for line in lines for word in line.split())
    numbers = tuple(number for number, line in enumerate(lines) for _ in line.split())
    boxes = tuple((float(at), float(line), at + 1.0, line + 1.0) for at, line in enumerate(numbers))
    return PageWords(texts=texts, boxes=boxes, lines=numbers)


def test_words_are_compared_without_marks_capitals_and_broken_lines():
    found = tokens([page("The Opti-", "misation (of)", "it."), page("\u2013 Next")])
    assert [(token.text, token.number) for token in found] == [
        ("the", 1), ("optimisation", 1), ("of", 1), ("it", 1), ("next", 2),
    ]  # fmt: skip
    assert (found[1].first, found[1].last) == (1, 2)


def test_a_run_has_six_words_or_more():
    six, five = [*"abcdef"], [*"abcde"]
    assert [*matches([*"xy", *six], [*six, "z"])] == [(2, 0, 6)]
    assert [*matches(five, five)] == []


def test_of_several_places_the_longest_run_is_taken():
    run = [*"abcdefgh"]
    assert [*matches(run, [*run[:6], "x", *run])] == [(0, 7, 8)]


LETTERS = st.lists(st.sampled_from("abc"), max_size=40)


@given(LETTERS, LETTERS, LETTERS)
def test_runs_are_the_same_words_and_no_word_is_used_twice(before, shared, after):
    one, other = [*before, *shared], [*shared, *after]
    last = 0
    for begin, there, length in matches(one, other):
        assert length >= SHORTEST_RUN
        assert one[begin : begin + length] == other[there : there + length]
        assert begin >= last
        last = begin + length
    if len(shared) >= SHORTEST_RUN:
        assert last


@given(LETTERS)
def test_all_words_of_an_item_stand_in_its_copy(words):
    expected = len(words) if len(words) >= SHORTEST_RUN else 0
    assert sum(length for _, _, length in matches(words, words)) == expected


def test_items_of_the_portfolio_are_compared_with_places_on_both(bench):
    found = bench.evidence.compare("2", "1").result(timeout=60)
    assert (found.evidence_id, found.other) == ("2", "1")
    assert 0.8 < found.shared < 1
    assert found.sentence.startswith(f"{percent(found.shared)} of the words of item 2 stand in item 1 too.")
    assert {run.number for run in found.runs} == {1}
    assert {run.other_number for run in found.runs} <= {1, 2}
    for box in (box for run in found.runs for box in (*run.boxes, *run.other_boxes)):
        assert 0 <= box[0] < box[2] <= 595
        assert 0 <= box[1] < box[3] <= 842


def test_a_comparison_turned_round_has_the_same_share_and_its_places_turned(bench):
    one = bench.evidence.compare("2", "1").result(timeout=60)
    other = bench.evidence.compare("1", "2").result(timeout=60)
    assert (one.shared, one.sentence) == (other.shared, other.sentence)
    assert {(run.number, run.boxes, run.other_number, run.other_boxes) for run in one.runs} == {
        (run.other_number, run.other_boxes, run.number, run.boxes) for run in other.runs
    }


def test_a_run_over_a_page_s_end_has_a_piece_on_each_page(bench):
    found = bench.evidence.compare("1", "file:1").result(timeout=60)
    assert found.shared == 1
    assert found.sentence == "100 % of the words of item 1 stand in file 1 too."
    assert [(run.number, run.other_number) for run in found.runs] == [(1, 3), (2, 4)]


def test_the_sentence_says_what_was_not_compared():
    one, other = (EvidenceItem(id=name, label=name, title="", spans=()) for name in ("6", "8"))
    shared = Shared(1000, 100, 91, ())
    assert sentence(shared, one, other, 2) == (
        "91 % of the words of item 8 stand in item 6 too. 2 pages have no words and were not compared."
    )
    assert sentence(Shared(10, 10, 0, ()), one, other, 1) == (
        "No 6 words in a row stand in both items. 1 page has no words and was not compared."
    )
    assert sentence(Shared(10, 0, 0, ()), one, other, 3) == "Item 8 has no words, so the two were not compared."


@pytest.mark.parametrize(
    ("share", "words"), [(0.57, "57 %"), (0.9999, "99 %"), (1, "100 %"), (0.0001, "1 %"), (0.5, "50 %")]
)
def test_all_is_said_only_of_all(share, words):
    assert percent(share) == words


def test_items_without_words_are_not_compared(bench, workspace, tmp_path):
    portfolio = bench._assessment.portfolio
    words = open_words(stored_file(portfolio.documents[0]), workspace.layout.cache)
    words.path.write_bytes(b"MRSE words 1\n" + bytes([6, 0, 0, 0]) + bytes([8, 0, 0, 0]) * 6 + bytes(8 * 6))
    document = replace(portfolio.documents[0], pages_without_text=(1, 2, 3, 4, 5, 6))
    found = compare(workspace, replace(portfolio, documents=(document,)), "1", "2")
    assert found.shared is None
    assert found.sentence == "Item 1 has no words, so the two were not compared."


@pytest.mark.parametrize(("one", "other"), [("1", "1"), ("1", "9"), ("9", "1"), ("1", "77")])
def test_what_cannot_be_compared_is_refused(bench, one, other):
    with pytest.raises(BadRequestError):
        bench.evidence.compare(one, other)


def test_items_claimed_beside_it_for_a_sub_category_of_independent_pieces_come_first(bench):
    offered = bench.evidence.comparable(Unit("3", "1")).result(timeout=60)
    assert [(one.evidence_id, one.label) for one in offered] == [("2", "2"), ("3", "3")]
    assert offered[0].why == "also for 3, shares wording"
    assert offered[1].why == "shares wording"


@pytest.mark.parametrize(
    ("unit", "order", "whys"),
    [
        (Unit("3", "1"), ["2", "3"], ["also for 3", "shares wording"]),
        (Unit("1.1", "1"), ["2", "3"], ["also for 3", "shares wording"]),
        (Unit("", "2"), ["1", "3"], ["also for 3", "shares wording"]),
        (Unit("", "3"), ["2", "1"], ["shares wording", ""]),  # cited for nothing
    ],
)
def test_claims_come_before_likeness_and_likeness_before_the_order(bench, monkeypatch, unit, order, whys):
    monkeypatch.setattr(comparing, "_likeness", lambda *_: (0.0, 0.9))  # in the order of the portfolio
    offered = bench.evidence.comparable(unit).result(timeout=60)
    assert [one.evidence_id for one in offered] == order
    assert [one.why for one in offered] == whys


def test_a_likeness_that_cannot_be_had_leaves_the_order_of_the_portfolio(bench, workspace, monkeypatch):
    def gone(*_, **__):
        raise WorkerTimeoutError("the task was ended at its time limit")

    monkeypatch.setattr(workspace.pool, "run", gone)
    offered = bench.evidence.comparable(Unit("1.1", "3")).result(timeout=60)
    assert [(one.evidence_id, one.why) for one in offered] == [("1", ""), ("2", "")]


def test_an_item_without_pages_has_nothing_to_compare_with(bench):
    assert bench.evidence.comparable(Unit("5.2", "9")).result(timeout=60) == ()
