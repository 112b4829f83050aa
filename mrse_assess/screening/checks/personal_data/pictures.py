"""What consoles write into the corners of pictures, as recognition read it: a patient's name, number and birth date."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.stickers import FEW_WORDS, OVERLAY

_STAR: Final = re.compile(r"(?<![\w*])\*\s?\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?!\d)")
_SEX_AND_AGE: Final = re.compile(
    r"(?<!\w)[MFO]\s?[/,]\s?0?\d{2,3}\s?Y(?!\w)|(?<!\w)0?\d{2,3}\s?Y\s?[/,]?\s?[MFO](?!\w)"
)
_ID: Final = re.compile(r"(?:^|Pat(?:ient)?\.?\s?)ID\s?[:.#]?\s?[A-Z]{0,3}-?\d[\d-]{4,12}[A-Z]?(?!\w)", re.MULTILINE)
_CARET: Final = re.compile(r"(?<!\w)[A-Z][A-Z'-]{2,24}\s?[\^~*]\s?[A-Z][A-Z'-]{1,24}(?!\w)")


def overlays(sheet: Sheet, others: Sequence[Hit]) -> Iterator[Hit]:
    """Places in a recognised picture of the form of a console's, and what else was found in one with few words."""
    if not sheet.is_recognised:
        return
    seen = [hit for hit in others if sheet.page.is_recognised(hit.start, hit.end)]
    few = sheet.page.recognised_count <= FEW_WORDS
    if few:
        yield from (hit._replace(kind=OVERLAY) for hit in seen)
    for shape in (_STAR, _ID, _CARET, _SEX_AND_AGE):
        for match in shape.finditer(sheet.text):
            words = re.findall(r"[a-z]+", match.group().lower())
            if any(word in sheet.lists["no_names"] for word in words) or _is_nobodys(sheet, *match.span()):
                continue
            if sheet.page.is_recognised(*match.span()):
                yield Hit(OVERLAY, *match.span(), likely=shape in {_STAR, _CARET} and bool(few or seen))


def _is_nobodys(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the lines about it speak of a phantom or a test."""
    return sheet.has("nobody", max(0, start - 60), end + 60)
