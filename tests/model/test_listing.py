"""Lists and numbers inside sentences."""

import pytest

from mrse_assess.model.listing import counted, listed, pages_named, runs_of_pages


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["21"], "21"), (["21", "22"], "21 and 22"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names, said):
    assert listed(names) == said


def test_pages_that_follow_each_other_are_said_as_one():
    assert runs_of_pages([9, 2, 3, 4, 3]) == "2 to 4 and 9"
    assert runs_of_pages([]) == ""


def test_one_is_counted_in_the_singular():
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((5,), "page 5"),
        ((1, 2), "pages 1 to 2"),
        ((2, 3, 4, 9), "pages 2 to 4 and 9"),
        ((1, 3, 5, 6), "pages 1, 3 and 5 to 6"),
    ],
)
def test_runs_of_pages_are_said_in_words(pages, said):
    assert pages_named(pages) == said
