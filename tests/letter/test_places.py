"""From what was written as a place to a page that a reader can find."""

import pytest

from mrse_assess.letter.places import Place, first_place, place_of
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import EvidenceItem

ONE_FILE = EvidenceItem(id="7", label="E7", title="", spans=(PageSpan(file="Portfolio.pdf", first=30, last=32),))
TWO_FILES = EvidenceItem(
    id="8",
    label="E8",
    title="",
    spans=(PageSpan(file="a/notes.pdf", first=1, last=4), PageSpan(file="b/notes.pdf", first=1, last=2)),
)


@pytest.mark.parametrize(
    "said",
    [
        "31",
        "page 31",
        "p. 31",
        "Portfolio.pdf, page 31",
        "Portfolio.pdf#31",
        "Portfolio.pdf:31",
        "Portfolio.pdf p31",
        "page 31 of Portfolio.pdf",
        "page 31 of Portfolio.pdf, page 2 of the item",
    ],
)
def test_many_ways_of_naming_a_page_mean_the_same_page(said: str) -> None:
    assert place_of(said, ONE_FILE) == Place(path="Portfolio.pdf", file="Portfolio.pdf", page=31, item_page=2)


def test_without_a_page_the_item_is_cited_where_it_begins() -> None:
    assert place_of("", ONE_FILE) == first_place(ONE_FILE)
    assert first_place(ONE_FILE) == Place(path="Portfolio.pdf", file="Portfolio.pdf", page=30, item_page=1)


def test_the_page_of_the_item_runs_on_through_its_files() -> None:
    assert place_of("b/notes.pdf:2", TWO_FILES) == Place(path="b/notes.pdf", file="b/notes.pdf", page=2, item_page=6)


def test_a_page_outside_the_item_is_cited_without_a_page_of_the_item() -> None:
    assert place_of("Portfolio.pdf:90", ONE_FILE) == Place(
        path="Portfolio.pdf", file="Portfolio.pdf", page=90, item_page=None
    )


def test_a_page_alone_that_the_item_does_not_have_stays_as_it_was_said() -> None:
    assert place_of("90", ONE_FILE) == "90"


def test_words_that_name_no_page_stay_words() -> None:
    assert place_of("the second photograph", ONE_FILE) == "the second photograph"


def test_nothing_is_made_up_for_an_item_that_is_not_there() -> None:
    assert place_of("", None) is None
    assert first_place(None) is None
