"""Letters on paper: as long as they should be, and the same bytes for the same records."""

from collections.abc import Iterator, Mapping

import pymupdf
import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.gate import prepare
from mrse_assess.rendering.render import render


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as opened:
        yield opened


@pytest.mark.parametrize(("name", "pages"), [("award", (1, 2)), ("further_evidence", (2, 4)), ("not_awarded", (2, 4))])
def test_a_letter_is_no_longer_than_it_should_be(
    name: str, pages: tuple[int, int], goldens: Mapping[str, LetterCase], pool: WorkerPool
) -> None:
    letter, _ = prepare(goldens[name], head_now=goldens[name].record_head)
    made = render(letter, ".pdf", pool)
    assert pages[0] <= len(pymupdf.open(stream=made)) <= pages[1]
    assert made == render(prepare(goldens[name], head_now=goldens[name].record_head)[0], ".pdf", pool)


def test_every_page_of_a_draft_says_that_it_cannot_be_issued(
    goldens: Mapping[str, LetterCase], pool: WorkerPool
) -> None:
    letter, _ = prepare(goldens["draft_with_gaps"], head_now="moved")
    pages = list(pymupdf.open(stream=render(letter, ".pdf", pool)))
    assert len(pages) > 1
    assert all("DRAFT, CANNOT BE ISSUED" in page.get_text() for page in pages)
    assert "Period for further evidence" in pages[0].get_text()
