"""Search over the whole portfolio, and the folding beneath it."""

import re
from concurrent.futures import Future
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents import PageWords, open_words, stored_file
from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import PageSpan
from mrse_assess.workbench import searching
from mrse_assess.workbench.folding import folded, folded_phrase
from mrse_assess.workbench.page_text import Run, places_of, sought, spellings
from mrse_assess.workbench.words import PortfolioText


def page(*lines: str) -> PageWords:
    texts = tuple(word for line in lines for word in line.split())
    numbers = tuple(number for number, line in enumerate(lines) for _ in line.split())
    boxes = tuple((float(at), float(line), at + 1.0, line + 1.0) for at, line in enumerate(numbers))
    return PageWords(texts=texts, boxes=boxes, lines=numbers)


PRINTED = page(
    "The opti-", "misation of pre- and post-", "contrast ﬁne Müller naïve well-", "known “scans” \u2013 2020"
)


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ("optimisation", Run(1, 2)),
        ("OPTI- MISATION", Run(1, 2)),
        ("misation of", Run(2, 3)),
        ("pre- and post-contrast", Run(4, 7)),
        ("pre and post contrast", Run(4, 7)),
        ("post-\ncontrast", Run(6, 7)),
        ("fine muller NAIVE", Run(8, 10)),
        ("well-known", Run(11, 12)),
        ('wellknown "scans"', Run(11, 13)),
        ('"scans" 2020', Run(13, 15)),
        ("sc", Run(13, 13)),
    ],
)
def test_words_are_found_as_a_person_types_them(words, run):
    assert places_of(spellings(PRINTED), words) == (run,)


@pytest.mark.parametrize("words", ["fine  mullers", "the of", "preand", ".*", "sc[a-z]+", "\\w", "(", "optimi sation"])
def test_other_words_are_not_found_and_no_sign_has_a_meaning(words):
    assert places_of(spellings(PRINTED), words) == ()
    assert sought(words).hits(spellings(page("plain words of one line"))) == ()


def test_signs_are_found_as_themselves():
    spelt = spellings(page("some (v4.3) and v4x3 [a]"))
    assert sought("v4.3").hits(spelt) == sought("(").hits(spelt) == (Run(1, 1),)
    assert sought("[a]").hits(spelt) == (Run(4, 4),)


def test_places_that_share_a_word_are_one_hit():
    spelt = spellings(page("banana a b a b a"))
    assert sought("an").hits(spelt) == (Run(0, 0),)
    assert sought("a b a").hits(spelt) == (Run(1, 3),)
    assert sought("b a").hits(spelt) == (Run(2, 3), Run(4, 5))


@given(
    st.lists(st.lists(st.sampled_from(["a", "b-", "ab", "ba-", "aa"]), min_size=1, max_size=5), min_size=1, max_size=4)
)
def test_a_search_counts_a_place_wherever_there_is_one_and_no_word_twice(lines):
    spelt = spellings(page(*map(" ".join, lines)))
    for words in ("a", "ab a", "a b", "ba-"):
        every, counted = places_of(spelt, words), sought(words).hits(spelt)
        assert set(counted) <= set(every)
        assert sought(words).count(spelt) == len(counted)
        assert all(one.last < other.first for one, other in pairwise(counted))
        for run in every:
            assert any(run.first <= other.last and other.first <= run.last for other in counted)


def test_a_hit_over_a_line_s_end_has_a_box_on_each_line():
    assert PRINTED.boxes_of(0, 3) == ((0.0, 0.0, 2.0, 1.0), (2.0, 1.0, 4.0, 2.0))


SIGN = st.characters(codec="utf-8", exclude_categories=("C",)) | st.sampled_from("aA-ﬁéÉ\u2019\u00ad\u2013ß½ İ")
TEXT = st.text(SIGN, max_size=12)


@given(TEXT, TEXT)
def test_a_part_of_a_text_folds_to_a_part_of_its_folding(one, other):
    assert folded_phrase(f"{one} {other}") == " ".join(filter(None, (folded_phrase(one), folded_phrase(other))))
    assert folded(one).replace(" ", "") + folded(other).replace(" ", "") == folded(one + other).replace(" ", "")


@given(TEXT)
def test_folding_twice_is_folding_once_and_case_does_not_count(text):
    assert folded(folded(text)) == folded(text)
    if text.isascii():
        assert folded(text.upper()) == folded(text)


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=6)
SOME = st.sampled_from(["the", "MR", "opti-", "misation", "ﬁeld", "Müller", "\u2013", "(v4.3,", "a-", "b"]) | WORD


@given(st.lists(st.lists(SOME, min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_any_phrase_copied_from_a_page_is_found_there(lines, data):
    printed = page(*map(" ".join, lines))
    text = " ".join(printed.texts)
    begin = data.draw(st.integers(0, len(text) - 1))
    phrase = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    first, last = text[:begin].count(" "), text[: begin + len(phrase)].rstrip().count(" ")
    runs = places_of(spellings(printed), phrase)
    if folded_phrase(phrase):
        assert any(first <= run.first <= run.last <= last for run in runs)
    else:
        assert runs == ()


def result(future: "Future[searching.SearchResult]") -> searching.SearchResult:
    return future.result(timeout=60)


def test_hits_are_listed_by_item_in_the_order_of_the_portfolio(bench):
    found = result(bench.evidence.search("  mr\nSAFETY "))
    assert found.words == "mr SAFETY"
    assert [(one.evidence_id, one.label, one.whole) for one in found.items] == [
        ("file:1", "File 1", True),
        ("1", "1", False),
        ("2", "2", False),
        ("3", "3", False),
    ]
    assert sum(one.count for one in found.items) == found.total == len(found.hits)
    assert [hit.evidence_id for hit in found.hits] == sorted(
        (hit.evidence_id for hit in found.hits), key=["file:1", "1", "2", "3"].index
    )


def test_a_hit_has_its_boxes_on_the_page_and_a_few_words_around(bench):
    found = result(bench.evidence.search("reporting lines"))
    (hit,) = found.hits
    assert (hit.evidence_id, hit.number) == ("1", 2)
    assert "Reporting lines Prepared by A Example" in hit.around
    picture = bench.page_picture("1", 2, 72).result(timeout=60)
    (box,) = hit.boxes
    there = [word for word in picture.words if word.text in {"Reporting", "lines"}]
    assert box == pytest.approx((there[0].x0, there[0].y0, there[1].x1, there[1].y1), abs=0.02)


def test_pages_outside_all_items_are_listed_under_the_whole_file(bench):
    found = result(bench.evidence.search("Experience Cross Reference Table"))
    assert [(hit.evidence_id, hit.number) for hit in found.hits] == [("file:1", 2)]
    assert bench.item("file:1").pages[1].file_page == 2


def test_a_page_of_two_items_is_listed_under_both(bench):
    portfolio = bench._assessment.portfolio
    item = portfolio.evidence[0]
    twice = replace(portfolio, evidence=(item, replace(item, id="1a", spans=(replace(item.spans[0], first=4),))))
    found = searching.search(twice, PortfolioText(bench._assessment.workspace), "Reporting lines")
    assert [(hit.evidence_id, hit.number) for hit in found.hits] == [("1", 2), ("1a", 1)]
    assert found.total == 2


def test_more_hits_than_are_sent_are_counted(bench, monkeypatch):
    monkeypatch.setattr(searching, "MOST_HITS", 5)
    found = result(bench.evidence.search("the page"))
    assert len(found.hits) == 5
    assert found.total == 24


def test_pages_without_words_are_counted(bench):
    portfolio = bench._assessment.portfolio
    without = replace(portfolio, documents=(replace(portfolio.documents[0], pages_without_text=(1, 5)),))
    found = searching.search(without, PortfolioText(bench._assessment.workspace), "nothing like it")
    assert (found.total, found.hits, found.items, found.unsearched) == (0, (), (), 2)


@pytest.mark.parametrize("words", ["", "  \n", "-", "\u00ad \u2013"])
def test_nothing_to_search_for_is_refused(bench, words):
    with pytest.raises(BadRequestError, match="nothing to search"):
        bench.evidence.search(words)


def test_words_that_are_missing_beside_the_reading_are_made_again(bench, workspace):
    document = bench._assessment.portfolio.documents[0]
    file = open_words(stored_file(document), workspace.layout.cache)
    before = file.path.read_bytes()
    file.path.unlink()
    assert result(bench.evidence.search("Reporting lines")).total == 1
    assert file.path.read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"MRSE words 1\n\xff\xff\xff\xff", b"something else altogether, and longer"])
def test_damaged_words_are_made_again(bench, workspace, damage):
    file = open_words(stored_file(bench._assessment.portfolio.documents[0]), workspace.layout.cache)
    file.path.write_bytes(damage)
    assert result(bench.evidence.search("Reporting lines")).total == 1


def test_a_portfolio_whose_cache_was_emptied_is_read_again(bench, workspace):
    for file in workspace.layout.cache.iterdir():
        file.unlink()
    assert result(bench.evidence.search("Reporting lines")).total == 1


def test_a_file_whose_words_cannot_be_had_counts_as_not_searched(bench, workspace):
    portfolio = bench._assessment.portfolio
    (document,) = portfolio.documents
    lost = replace(document, name="Lost.pdf", sha256="0" * 64, pages=7)
    item = replace(portfolio.evidence[0], id="lost", spans=(PageSpan(file="Lost.pdf", first=1, last=7),))
    both = replace(portfolio, documents=(document, lost), evidence=(*portfolio.evidence, item))
    found = searching.search(both, PortfolioText(workspace), "Reporting lines")
    assert (found.total, found.unsearched) == (1, 7)


def test_words_around_a_hit_are_cut_to_a_line():
    words = page("x" * 300 + " safety")
    assert len(searching.around(words, Run(1, 1))) <= searching.MOST_AROUND
    assert re.fullmatch("x+", searching.around(words, Run(0, 0)))
