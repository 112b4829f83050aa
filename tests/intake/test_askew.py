"""A table on a scan that lies askew is read level, and its cells are given where they are seen."""

from dataclasses import replace

import pytest

from mrse_assess.intake.text.askew import level
from mrse_assess.model.pages import DocumentReading, PageReading, Ruling, Word
from mrse_assess.model.straight import Straight


def laid_askew(page: PageReading, skew: float) -> PageReading:
    """The page as if it had been scanned so."""
    turn = Straight(page.width, page.height, skew)
    words = tuple(Word(*turn.shown_box(word[:4]), *word[4:]) for word in page.words)
    rulings = tuple(Ruling(*turn.shown(line.x0, line.y0), *turn.shown(line.x1, line.y1)) for line in page.rulings)
    headings = tuple(replace(heading, box=turn.shown_box(heading.box)) for heading in page.headings)
    return replace(page, words=words, rulings=rulings, headings=headings, skew=skew)


@pytest.mark.parametrize("skew", [-3.0, 2.0])
def test_a_table_that_lies_askew_is_read_and_its_cells_stand_where_they_are_seen(case, skew):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *case.claims.items()], (90, 300))
    for number in range(1, 4):
        portfolio.evidence(f"Evidence {number}")
    straight: DocumentReading = portfolio.reading()
    askew = replace(straight, pages=(laid_askew(straight.pages[0], skew), *straight.pages[1:]))
    expected, found = case.read(straight), case.read(askew)
    assert case.cells_of(found) == case.cells_of(expected) != set()
    turn = Straight(askew.pages[0].width, askew.pages[0].height, skew)
    for one, other in zip(expected.cross_references, found.cross_references, strict=True):
        assert other.cell.box == pytest.approx(turn.shown_box(one.cell.box), abs=1.5)
    assert [document.name for document in found.documents] == [document.name for document in expected.documents]


def test_a_reading_that_lies_straight_is_left_alone(case):
    straight = case.document("p.pdf", ())
    assert level(straight) is straight
