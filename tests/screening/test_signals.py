"""Phrases of several lists on a page, with the sentence each stands in."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.material import Material
from mrse_assess.screening.phrases import Signal, book_of, distinct

Build = Callable[..., Material]


def found(material: Build, text: str, **lists: tuple[str, ...]) -> tuple[Signal, ...]:
    """What a book of these lists finds on a page of this text."""
    pages = tuple(material({"1": text}).pages.values())
    return book_of(lists).signals(pages)[pages[0].file, pages[0].number]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("B1+rms", "a b1+rms of 2"),
        ("x ray", "an X-ray of the orbit"),
        ("simulat*", "it was Simulated here"),
        ("annual|yearly report", "the yearly report"),
        ("sar .. fell", "SAR of the spine fell"),
        ("sar .. fell", "SAR fell"),
        ("local rules", "of the local\nrules of it"),
        ("manufacturer* conditions", "the manufacturer's conditions"),
    ],
)
def test_a_phrase_is_found_as_it_may_be_written(material: Build, phrase: str, text: str) -> None:
    assert [one.phrase for one in found(material, text, words=(phrase,))] == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("sar", "sarcoma"),
        ("sar .. fell", "SAR is given. The rate fell"),
        ("sar .. fell", "SAR here. It fell"),
        ("sar .. fell", "SAR of this and that and the other thing fell"),
        ("local rules", "local. Rules"),
        ("annual|yearly report", "the report"),
        ("safe label", "safe"),
        ("sar .. fell", "SAR of the"),
    ],
)
def test_a_phrase_is_not_found_in_other_words_or_over_the_end_of_a_sentence(
    material: Build, phrase: str, text: str
) -> None:
    assert not found(material, text, words=(phrase,))


def test_a_signal_says_where_it_stands(material: Build) -> None:
    text = "The door. The SAR fell."
    (signal,) = found(material, text, words=("sar fell",))

    assert text[signal.start : signal.end] == "SAR fell"
    assert signal.sentence == 1


def test_of_phrases_of_one_list_that_overlap_the_longest_counts(material: Build) -> None:
    lists = {"one": ("risk", "risk assessment", "assessment"), "two": ("assessment",)}
    signals = found(material, "A risk assessment.", **lists)

    assert [(one.group, one.phrase) for one in signals] == [("one", "risk assessment"), ("two", "assessment")]


def test_a_short_line_ends_a_sentence(material: Build) -> None:
    text = "Induction\nThis risk assessment is for a hypothetical patient who was never\nreferred to the unit at all."
    signals = found(material, text, words=("induction", "hypothetical", "unit"))

    assert [one.sentence for one in signals] == [0, 1, 1]


def test_a_text_without_full_stops_is_cut_into_sentences(material: Build) -> None:
    line = "metal " + "word " * 30
    signals = found(material, "\n".join([line] * 8), words=("metal",))

    assert signals[0].sentence < signals[-1].sentence


def test_different_phrases_are_counted_and_not_how_often_they_stand_there(material: Build) -> None:
    signals = found(material, "SAR, SAR and heating.", one=("sar", "heat*"), two=("sar",))

    assert distinct(signals, ["one"]) == 2
    assert distinct(signals, ["one", "two"]) == 3
    assert distinct(signals, []) == 0


def test_a_page_that_comes_twice_is_looked_at_once(material: Build) -> None:
    pages = tuple(material({"1": "SAR"}).pages.values())

    assert len(book_of({"words": ("sar",)}).signals([*pages, *pages])) == 1


def test_a_title_is_looked_at_for_one_list(material: Build) -> None:
    book = book_of({"rules": ("local rules",), "other": ("audit",)})

    assert book.found_in("MR Local Rules", "rules")
    assert not book.found_in("MR Local Rules", "other")
    assert not book.found_in("Local magnet rules", "rules")
    assert not book.found_in("", "rules")
