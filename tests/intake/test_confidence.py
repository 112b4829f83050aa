"""One number for how sure a reading is: lower with every sign of doubt, and never raised by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.intake.cells.cell import SURE, Known, Sign
from mrse_assess.intake.cells.confidence import WEIGHTS, confidence_of
from mrse_assess.intake.cells.dimness import dim_signs
from mrse_assess.intake.cells.references import Reference, read_cell
from mrse_assess.intake.table.claims import doubted
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.pages import PageReading, Word
from mrse_assess.model.places import Locator
from mrse_assess.terms import TextSource

SIGNS = st.frozensets(st.sampled_from(list(Sign)))
HIGH = 0.9
KNOWN = Known(ids=frozenset({"7", "9", "4.1"}), codes=frozenset({"4.1", "4.2"}))


def test_every_sign_has_its_weight():
    assert set(WEIGHTS) == set(Sign)


@given(SIGNS, st.sampled_from(list(Sign)))
def test_a_sign_never_raises_the_confidence(signs: frozenset[Sign], more: Sign):
    assert 0 < confidence_of(signs | {more}) <= confidence_of(signs) <= SURE


def test_without_a_sign_a_reference_is_as_sure_as_any():
    assert confidence_of(()) == SURE


@pytest.mark.parametrize(
    "sign",
    [
        *(Sign.RANGE_OPEN, Sign.AFTER_WORDS, Sign.TAKEN_APART, Sign.CODE_OR_ITEM, Sign.BY_TITLE, Sign.BY_PAGES),
        Sign.ARROW,
        *(Sign.SPREAD, Sign.STANDS_FOR, Sign.PAGES_OPEN, Sign.PAGES_OUTSIDE, Sign.OTHER_ROW, Sign.RECOGNISED),
    ],
)
def test_what_may_be_read_in_two_ways_is_not_given_a_high_confidence(sign: Sign):
    assert confidence_of({sign}) < HIGH


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("7", Sign.BARE),
        ("Evidence 8", Sign.UNKNOWN),
        ("Evidence 7-9", Sign.RANGE),
        ("survey 7", Sign.AFTER_WORDS),
        ("E7.3", Sign.TAKEN_APART),
        ("E7 12-15", Sign.PAGE_BARE),
        ("7 (2-3)", Sign.PAGE_BRACKETED),
        ("E7 p 2, 4", Sign.PAGE_LISTED),
        ("E7 -> 4", Sign.ARROW),
        ("ltem 7", Sign.RECOGNISED),
        ("Appendix VII", Sign.OTHER_FORM),
        ("see 4.1", Sign.CODE_OR_ITEM),
    ],
)
def test_each_doubt_about_a_cell_leaves_its_sign(text: str, sign: Sign):
    assert sign in {sign for each in read_cell(text, KNOWN).references for sign in each.signs}


def test_further_doubt_never_raises_a_confidence_stated_elsewhere():
    stated = Reference(evidence_id="7", confidence=0.4)
    assert doubted(stated, Sign.BARE).confidence == 0.4
    assert doubted(stated) == stated


def recognised(make_document, certainty, source=TextSource.RECOGNISED):
    words = (Word(10, 10, 60, 20, "Evidence", 0, 0), Word(65, 10, 75, 20, "7", 0, 0), Word(10, 90, 60, 99, "far", 1, 0))
    page = PageReading(
        number=1,
        width=595,
        height=842,
        words=words,
        rulings=(),
        has_text=True,
        picture_share=1.0,
        text_source=source,
        certainty=certainty,
    )
    return {"a.pdf": file_lines(make_document("a.pdf", (page,)))}


CELL = Locator(file="a.pdf", page=1, box=(5, 5, 100, 30))


def test_words_that_recognition_was_not_sure_of_lower_the_confidence_of_their_cell(make_document):
    assert dim_signs(CELL, recognised(make_document, (0.99, 0.6, 0.99))) == {Sign.SCANNED, Sign.DIM}


def test_words_outside_the_cell_do_not(make_document):
    assert dim_signs(CELL, recognised(make_document, (0.99, 0.98, 0.1))) == {Sign.SCANNED}


def test_written_words_leave_no_sign(make_document):
    assert dim_signs(CELL, recognised(make_document, (), TextSource.WRITTEN)) == frozenset()
    assert dim_signs(None, {}) == frozenset()
