"""Highlight sets by small word lists: what is marked, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents import PageWords
from mrse_assess.model.scheme import HighlightSet
from mrse_assess.scheme import load_scheme
from mrse_assess.workbench.highlights import Finder
from mrse_assess.workbench.name_words import Name, name_of

SHIPPED = load_scheme().highlights


def page(*lines: str) -> PageWords:
    """Lines of words one point wide and high."""
    texts = tuple(word for line in lines for word in line.split())
    numbers = tuple(number for number, line in enumerate(lines) for _ in line.split())
    boxes = tuple((float(at), float(line), at + 1.0, line + 1.0) for at, line in enumerate(numbers))
    return PageWords(texts=texts, boxes=boxes, lines=numbers)


def marked(set_id: str, *lines: str, name: str | None = "Dr Ada Beth Example, MIPEM") -> list[str]:
    return [mark.text for mark in Finder(SHIPPED, name).marks(page(*lines)) if mark.set == set_id]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The MHRA's advice (MHRA, 2021)", ["MHRA's", "(MHRA,"]),
        ("see mhra/IPEM", ["mhra/IPEM"]),
        (
            "Medicines and Healthcare products Regulatory Agency",
            ["Medicines and Healthcare products Regulatory Agency"],
        ),
        ("DB2007(03), replaced", ["DB2007(03),"]),
        ("Safety Guideline for MRI", ["Safety Guideline for MRI"]),
        ("Medicines and Healthcare", []),
        ("XMHRA MHRAX", []),
    ],
)
def test_the_guidelines_are_found_by_their_names(line, found):
    assert marked("mhra", line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A simulated case, hypothetically", ["simulated", "hypothetically"]),
        ("two case scenarios and a case scenario", ["case scenarios", "case scenario"]),
        ("a mock-up; mock ups", ["mock-up;", "mock"]),
        ("similar, assimilated", []),
        ("hypocrisy", []),
    ],
)
def test_simulated_wording_is_found_with_its_endings(line, found):
    assert marked("simulated", line) == found


def test_a_word_broken_at_the_end_of_a_line_is_found_with_a_box_on_each_line():
    (mark,) = Finder(SHIPPED, None).marks(page("this is simu-", "lated work"))
    assert mark.text == "simu- lated"
    assert mark.boxes == ((2.0, 0.0, 3.0, 1.0), (3.0, 1.0, 4.0, 2.0))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Issue 2, 12 March 2024. Page 1", ["12 March 2024."]),
        ("on 3rd of April, 2024 and 12 March", ["3rd of April, 2024", "12 March"]),
        ("2024-03-12 2024-03 12/03/24 12.3.2024", ["2024-03-12", "2024-03", "12/03/24", "12.3.2024"]),
        ("Mar 12, 2024 MARCH 2024 Sept 2024 12-Mar-2024", ["Mar 12, 2024", "MARCH 2024", "Sept 2024", "12-Mar-2024"]),
        ("section 2.4.12 of v4.3 (2021), 60601-2-33, 8.12.24", []),
        ("12 may be; May this; 42 March; page 3/12/24x; 32/13/2024", []),
    ],
)
def test_dates_are_found_as_they_are_written_here(line, found):
    assert marked("dates", line) == found


def test_a_date_over_the_end_of_a_line_is_found():
    assert marked("dates", "signed on 12", "March 2024 by") == ["12 March 2024"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("by A Example and Ada Example; A.B. Example", ["A Example", "Ada Example;", "A.B. Example"]),
        ("A. B. Example, AB Example", ["A. B. Example,", "AB Example"]),
        ("Dr Example's scanner", ["Dr Example's"]),
        ("Example, Ada wrote; EXAMPLE, A.B. too", ["Example, Ada", "EXAMPLE, A.B."]),
        ("an example of it; C Example; Examples", []),
        ("seen by Ada. Example work", ["Ada. Example"]),
    ],
)
def test_the_applicant_is_found_by_surname_with_given_names_and_initials(line, found):
    assert marked("applicant", line) == found


def test_without_a_name_nobody_is_marked():
    assert marked("applicant", "A Example", name=None) == []
    assert marked("applicant", "A Example", name=" Dr ") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Ada B. Example, MIPEM", Name("example", ("ada", "b"))),
        ("Example, Ada B.", Name("example", ("ada", "b"))),
        ("Prof. Zoë van der Müller-Ng", Name("mullerng", ("zoe", "van", "der"))),
        ("A.B.Example", Name("example", ("a", "b"))),
        ("", None),
        ("X", None),
    ],
)
def test_a_name_is_taken_apart(text, name):
    assert name_of(text) == name


def test_of_phrases_that_begin_alike_the_longest_is_marked():
    sets = (HighlightSet(id="s", name="s", line="wavy", phrases=("case", "case scenario(s)", "case scenario two")),)
    marks = Finder(sets, None).marks(page("case scenario two and case scenarios and case"))
    assert [mark.text for mark in marks] == ["case scenario two", "case scenarios", "case"]


def test_words_are_marked_once_by_a_set():
    sets = (HighlightSet(id="s", name="s", line="wavy", phrases=("case scenario", "scenario two")),)
    assert [mark.text for mark in Finder(sets, None).marks(page("case scenario two"))] == ["case scenario"]


@given(st.lists(st.text(min_size=1, max_size=6).filter(str.strip), max_size=12), st.text(max_size=20))
def test_no_words_and_no_name_upset_the_finder(words, name):
    for mark in Finder(SHIPPED, name).marks(page(" ".join(words))):
        assert mark.boxes
        assert mark.text
