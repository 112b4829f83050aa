"""Numbered chapters of a work ("5. Roles", "6. Findings"), told from bare labels of items by the run that they form."""

from collections.abc import Sequence

from mrse_assess.intake.text.labels import Label


def chapters(labels: Sequence[Label | None]) -> frozenset[int]:
    """The places in a page's headings whose numbers go on from one to the next: of a work, not of items.

    Of a number that stands twice the first may be the item's: "2 Quench pipe" above "1. Aim" and "2. Method".
    """
    numbers = [_number(label) for label in labels]
    return frozenset(
        place
        for place, number in enumerate(numbers)
        if number is not None
        and (number - 1 in numbers[:place] or number + 1 in numbers[place + 1 :])
        and number not in numbers[place + 1 :]
    )


def goes_on(labels: Sequence[Label | None], before: int | None) -> bool:
    """Whether the first number among a page's headings follows the last chapter of the page before."""
    first = next((number for label in labels if (number := _number(label)) is not None), None)
    return before is not None and first == before + 1


def last_chapter(labels: Sequence[Label | None], *, goes_on: bool) -> int | None:
    """The number of the last chapter that the page has among its headings; None where it has no run of them."""
    numbers = [number for label in labels if (number := _number(label)) is not None]
    return numbers[-1] if numbers and (goes_on or chapters(labels)) else None


def _number(label: Label | None) -> int | None:
    """The number of a label without a word; None for any other."""
    return int(label.id) if label is not None and not label.word and label.id.isdecimal() else None
