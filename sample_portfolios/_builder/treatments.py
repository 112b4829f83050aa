"""What happens to some pages on their way into a portfolio: scanned, or details blacked out well or badly."""

from .plan import Item
from .typeset import Sheet


def treat(sheet: Sheet, item: Item, *, seed: str) -> bytes:
    """The pages of a document as the applicant sends them."""
    if not item.treatment:
        return sheet.pdf
    raise NotImplementedError(f"{item.treatment} {seed}")
