"""Finding many phrases at once in running words."""

import pytest

from mrse_assess.screening.phrases import Phrases, words_of


def found(phrases, text):
    known = Phrases.of(phrases)
    return [phrases[hit.phrase] for hit in known.find(words_of(text))]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("quench pipe", "The quench pipe ends on the roof."),
        ("quench pipe", "QUENCH-PIPE"),
        ("quench pipe", "The quench\npipe"),
        ("audit*", "It was audited."),
        ("reporting line*|route*", "Two reporting routes"),
        ("local rules|sop", "the local SOP"),
        ("off-label", "off label use"),
        ("db/dt", "a lower dB/dt"),
    ],
)
def test_a_phrase_is_found_as_whole_words_over_hyphens_and_ends_of_lines(phrase, text):
    assert found([phrase], text) == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("quench pipe", "the quench, and later a piper"),
        ("ring", "during the string"),
        ("sig", "significant"),
        ("local rules", "local"),
        ("audit", "audited"),
    ],
)
def test_other_words_are_no_phrase(phrase, text):
    assert found([phrase], text) == []


def test_a_phrase_says_where_it_stands():
    known = Phrases.of(["quench pipe"])
    [hit] = known.find(words_of("The quench pipe ends"))
    assert (hit.first, hit.end) == (1, 3)


def test_each_of_several_phrases_that_begin_at_one_word_is_found():
    assert sorted(found(["quench", "quench pipe", "qu*"], "quench pipe")) == ["qu*", "quench", "quench pipe"]


def test_a_phrase_of_which_two_alternatives_fit_is_found_once():
    assert found(["training need*|needs", "tape*|taped"], "Training needs, taped") == [
        "training need*|needs",
        "tape*|taped",
    ]
