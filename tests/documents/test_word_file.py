"""The words of pages kept beside a reading: written, read back page by page, refused when damaged."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.word_file import PageWords, WordFile, packed, page_words
from mrse_assess.model.pages import Word

EDGE = st.integers(-200_000, 200_000).map(lambda hundredths: hundredths / 100)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=8)
WORDS = st.lists(st.builds(Word, EDGE, EDGE, EDGE, EDGE, TEXT, st.integers(0, 3), st.integers(0, 3)), max_size=8)


@given(st.lists(WORDS, max_size=5))
def test_every_page_comes_back_as_it_was(tmp_path_factory, pages):
    path = tmp_path_factory.mktemp("words") / "some.words"
    path.write_bytes(packed(pages))
    file = WordFile(path)
    assert file.pages == len(pages)
    assert [*file.some(range(1, len(pages) + 1))] == [page_words(words) for words in pages]
    without_boxes = [replace(page_words(words), boxes=()) for words in pages]
    assert [*file.texts(range(len(pages) + 2))] == [PageWords(), *without_boxes, PageWords()]
    assert file.page(0) == file.page(len(pages) + 1) == PageWords()


def test_lines_are_numbered_as_they_change():
    words = [Word(0, 0, 1, 1, "x", *place) for place in [(0, 0), (0, 0), (0, 1), (1, 1), (1, 1), (0, 0)]]
    assert page_words(words).lines == (0, 0, 1, 2, 2, 3)


def test_a_box_goes_about_all_words_of_a_line():
    words = [Word(5, 10, 9, 12, "a", 0, 0), Word(10, 9, 20, 13, "b", 0, 0), Word(5, 20, 8, 22, "c", 0, 1)]
    assert page_words(words).boxes_of(0, 2) == ((5, 9, 20, 13), (5, 20, 8, 22))
    assert page_words(words).boxes_of(1, 1) == ((10, 9, 20, 13),)


GOOD = packed([[Word(0, 0, 1, 1, "word", 0, 0), Word(2, 0, 3, 1, "more", 0, 0)]])


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4))
def test_any_damage_is_refused_or_reads_as_words(tmp_path_factory, at, damage):
    path = tmp_path_factory.mktemp("words") / "some.words"
    path.write_bytes(GOOD[:at] + damage + GOOD[at + len(damage) :])
    try:
        words = WordFile(path).page(1)
    except UntrustedAnswerError:
        return
    assert len(words.texts) == len(words.boxes) == len(words.lines)


@pytest.mark.parametrize("length", range(len(GOOD)))
def test_a_file_cut_short_is_refused(tmp_path, length):
    path = tmp_path / "some.words"
    path.write_bytes(GOOD[:length])
    with pytest.raises(UntrustedAnswerError):
        WordFile(path).page(1)
