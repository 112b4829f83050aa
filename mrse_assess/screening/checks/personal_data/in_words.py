"""What could be a patient's in plain words that stand on no page: the sentences of a letter."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.screening.checks.personal_data.births import births
from mrse_assess.screening.checks.personal_data.hits import Sheet
from mrse_assess.screening.checks.personal_data.hospitals import hospital_numbers
from mrse_assess.screening.checks.personal_data.numbers import (
    CHI,
    NHS,
    TEN,
    is_made_up,
    may_be_issued,
    passes,
    patient_numbers,
)
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.vocabulary import lists_of

_CHECK: Final = "personal_data"
_FOLDED: Final = str.maketrans("\u2010\u2011\u2013\u00a0\u2007\u202f", "---   ")


@dataclass(frozen=True)
class _Prose(PageText):
    """Words without a page."""

    words: str = ""

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.words


class _ProseSheet(Sheet):
    """Words in which nothing stands in a column under a head."""

    @property
    def is_recognised(self) -> bool:
        """Typed, not recognised."""
        return False

    def below(self, start: int, end: int, shape: object) -> list[tuple[int, int]]:  # noqa: ARG002 - as the sheet's
        """No cells."""
        return []


def identifiers_in(text: str) -> frozenset[str]:
    """The kinds of identifiers that the words hold: ``nhs_number``, ``chi_number``, ``dob``, ``hospital_number``.

    Stricter than on a page of evidence: ten digits whose last checks the others need no label, since a letter has no
    reason to hold any. The values are not told.
    """
    text = text.translate(_FOLDED)
    sheet = _ProseSheet(_Prose(lines=None, words=text), lists_of(_CHECK), frozenset[str]().__contains__)  # type: ignore[arg-type]
    hits = (*patient_numbers(sheet), *births(sheet, None), *hospital_numbers(sheet))
    return frozenset((*(hit.kind for hit in hits), *_unlabelled(text)))


def _unlabelled(text: str) -> frozenset[str]:
    numbers = ("".join(match.group(1, 3, 5)) for match in TEN.finditer(text))
    sound = [digits for digits in numbers if passes(digits) and not is_made_up(digits)]
    return frozenset(NHS if may_be_issued(digits) else CHI for digits in sound)
