"""Small phrases for the slots of passages: lists, items, places. Every word of them is a passage too."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.places import Place, first_place, place_of
from mrse_assess.letter.wording import Wording
from mrse_assess.model.letter import Slot
from mrse_assess.model.places import Locator

_LONGEST_NUMBER = 9
_RUN = 3  # items in a row from which on they are written as "5 to 7"


class Phrases:
    """Phrases about one case, in the words of its scheme."""

    def __init__(self, case: LetterCase, wording: Wording) -> None:
        self._case = case
        self._wording = wording
        self._order = {item.id: place for place, item in enumerate(case.items)}

    def unit(self, code: str) -> str:
        """A sub-category inside a sentence: "5.2", "category 3"."""
        return self._case.scheme.sub_category(code).letter_name or code

    def category(self, number: str) -> str:
        """A major category inside a sentence: "category 3"."""
        return self._wording.text("sub.category", code=number)

    def comma(self, parts: Iterable[str]) -> str:
        """Parts one after another: "2.2, 6.2, 7.2"."""
        return self._wording.text("list.comma").join(parts)

    def listed(self, parts: Sequence[str]) -> str:
        """Parts as a list in a sentence: "1.1, 4.3 and 6.1"."""
        *others, last = parts
        return self._wording.text("list.and").join((self.comma(others), last)) if others else last

    def number(self, count: int) -> str:
        """A number in words as far as the scheme has them, else in digits."""
        passage = f"number.{count}"
        return self._wording.text(passage) if self._wording.has(passage) else str(count)

    def in_order(self, evidence_ids: Iterable[str]) -> tuple[str, ...]:
        """Item ids without repeats in the order of the portfolio's item list; others after them, by name."""
        unplaced = len(self._order)
        return tuple(sorted(set(evidence_ids), key=lambda item: (self._order.get(item, unplaced), natural(item))))

    def items(self, evidence_ids: Iterable[str]) -> Slot:
        """Items in a sentence: "item 3", "items 8 and 9", "items 5 to 7"."""
        ids = self.in_order(evidence_ids)
        listed = self.listed([part for run in _runs(ids) for part in self._run(run)])
        text = self._wording.text("items.one" if len(ids) == 1 else "items.many", list=listed)
        return Slot(name="items", text=text, value=self.comma(ids))

    def page(self, evidence_id: str, said: str) -> Slot:
        """The place that a person named for an item, or where the item begins; a marked gap when neither is known."""
        item = self._case.item(evidence_id)
        place = place_of(said, item)
        if isinstance(place, str):
            return Slot(name="page", text=place, value=place)
        return self._place(place) if place else self._wording.person_gap("page")

    def first_page(self, evidence_id: str) -> Slot:
        """Where an item begins; a marked gap when it is not in the portfolio."""
        place = first_place(self._case.item(evidence_id))
        return self._place(place) if place else self._wording.person_gap("other_page")

    def _place(self, place: Place) -> Slot:
        """In words: file and page, and the page of the item where that is another number."""
        slots = {"page_number": str(place.page), "file": place.file}
        if place.item_page is None or place.item_page == place.page:
            text = self._wording.text("place.page_of_file", **slots)
        else:
            text = self._wording.text("place.page", item_page=str(place.item_page), **slots)
        return Slot(name="page", text=text, place=Locator(file=place.path, page=place.page))

    def _run(self, run: Sequence[str]) -> tuple[str, ...]:
        if len(run) < _RUN:
            return tuple(run)
        return (self._wording.text("items.range", first=run[0], last=run[-1]),)


def natural(label: str) -> tuple[tuple[int, str], ...]:
    """A key that puts "2" before "10" and "4a" after "4"."""
    parts = groupby(label, key=str.isdecimal)
    pieces = ((digits, "".join(group)) for digits, group in parts)
    return tuple((len(text.lstrip("0")), text.lstrip("0")) if digits else (-1, text) for digits, text in pieces)


def _runs(ids: Sequence[str]) -> list[list[str]]:
    """The ids in groups whose numbers follow each other."""
    runs: list[list[str]] = []
    for item in ids:
        if runs and _follows(item, runs[-1][-1]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _follows(item: str, before: str) -> bool:
    """Whether both are numbers, none so long that no item could bear it, and the one comes after the other."""
    numbers = item.isdecimal() and before.isdecimal() and max(len(item), len(before)) <= _LONGEST_NUMBER
    return numbers and int(item) == int(before) + 1
