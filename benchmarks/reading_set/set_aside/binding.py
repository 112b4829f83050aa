"""A whole portfolio set as one document: set again until its page numbers agree with where things came to stand."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.reading_set.set_aside.claims import Ref
from benchmarks.reading_set.set_aside.engine import Sheets, typeset
from benchmarks.reading_set.set_aside.evidence import evidence_source
from benchmarks.reading_set.set_aside.opening import Numbers, closing_source, opening_source
from benchmarks.reading_set.set_aside.setting import preamble
from benchmarks.reading_set.set_aside.story import Story

MOST_ROUNDS = 16


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The set document, the first page of each item in it, and the numbering that was used."""

    sheets: Sheets
    firsts: dict[str, int]
    numbers: Numbers

    def pages(self, mark: str) -> list[int]:
        """Every page on which the mark stands."""
        return sorted(set(self.sheets.places.get(mark, ())))


def bind(story: Story) -> Bound:
    """Set the portfolio.

    Raises:
        AssertionError: The pages do not settle, or a page of evidence does not fit its sheet.
    """
    firsts = {item.id: 5 + 2 * place for place, item in enumerate(story.claims.items)}
    offset, small, noted, nudge = 1, frozenset[str](), False, 0
    for _ in range(MOST_ROUNDS):
        numbers = Numbers(story=story, firsts=firsts, offset=offset, noted=noted, nudge=nudge)
        pictures: dict[str, bytes] = {}
        source = (
            preamble(story.look)
            + opening_source(numbers, pictures)
            + evidence_source(story, offset, small)
            + closing_source(numbers, pictures)
        )
        sheets = typeset(source, pictures)
        found = {item.id: sheets.places[f"i:{item.id}:1"][0] for item in story.claims.items}
        crowded = frozenset(item.id for item in story.claims.items if not _fits(story, sheets, item.id))
        ahead = min(found.values()) - 1 if story.shape["roman"] == "yes" else 1
        doubtful = noted or _doubtful(Numbers(story=story, firsts=found, offset=ahead, noted=noted))
        settled = (found, ahead, small | crowded, doubtful) == (firsts, offset, small, noted)
        whole = story.axes["table"] == "broken_rows" and not _broken(sheets)
        if settled and not whole:
            return Bound(sheets=sheets, firsts=firsts, numbers=numbers)
        firsts, offset, small, noted, nudge = found, ahead, small | crowded, doubtful, nudge + (settled and whole)
    raise AssertionError(
        f"The pages of seed {story.seed} do not settle in {MOST_ROUNDS} rounds; crowded: {sorted(small)}."
    )


def _broken(sheets: Sheets) -> bool:
    """Whether a row of the table is broken over two pages."""
    return any(len(set(pages)) > 1 for mark, pages in sheets.places.items() if mark.startswith("b:"))


def _fits(story: Story, sheets: Sheets, item_id: str) -> bool:
    item = story.claims.item(item_id)
    assert item is not None
    first = sheets.places[f"i:{item_id}:1"][0]
    return all(sheets.places[f"i:{item_id}:{page}"] == [first + page - 1] * 2 for page in range(1, item.length + 1))


def _doubtful(numbers: Numbers) -> bool:
    """Whether another way of counting fits nearly as many references, so that the applicant has to say which it is."""
    refs = [ref for ref in numbers.story.claims.refs if ref.pages is not None]
    if not refs:
        return False
    own = numbers.story.axes["counting"]
    rivals = [back for name, back in numbers.backwards().items() if name != own]
    return any(sum(_other(numbers, ref, back) for ref in refs) < 3 for back in rivals)


def _other(numbers: Numbers, ref: Ref, back: Callable[[str, int], int]) -> bool:
    """Whether a rival counting leads this reference out of its item."""
    item = numbers.story.claims.item(ref.item)
    assert item is not None
    assert ref.pages is not None
    led = [back(ref.item, numbers.page_of(ref.item, page)) for page in ref.pages]
    return any(not item.first <= page <= item.length for page in led)
