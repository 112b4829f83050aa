"""Where days, months and years stand in a text."""

import re
from typing import Final

from mrse_assess.intake.text.dates import apart, every_date
from mrse_assess.intake.text.words import MONTHS

_MORE_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]([01]\d)[-/.]([0-3]\d)(?!\d)")
_COMPACT: Final = re.compile(r"(?<![\w.])((?:19|20)\d\d)([01]\d)([0-3]\d)(?![\w.])")
_NAMES: Final = f"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}"
_DAY_OF: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\sday\sof\s({_NAMES}),?\s(\d{{4}})\b", re.IGNORECASE)
_GLUED: Final = re.compile(rf"(?<!\w)(\d{{1,2}})({_NAMES})(\d{{4}}|\d{{2}})(?!\w)", re.IGNORECASE)
_SHORT_MONTH: Final = re.compile(rf"\b({_NAMES})(?:-|\s?')(\d{{2}})(?![\w/\-])", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<![\w./\-])((?:19[89]|20[0-4])\d)(?![\w/\-]|\.\d)")


def spans_in(text: str) -> list[tuple[int, int, str]]:
    """Every day, month and year in the text, whole dates before parts of them."""
    others = [
        (match, "-".join(match.groups())) for pattern in (_MORE_ISO, _COMPACT) for match in pattern.finditer(text)
    ]
    others += [(match, " ".join(match.groups())) for pattern in (_DAY_OF, _GLUED) for match in pattern.finditer(text)]
    others += [(match, f"{match.group(1)} 20{match.group(2)}") for match in _SHORT_MONTH.finditer(text)]
    said = [(*match.span(), known[0][2]) for match, plain in others if (known := every_date(plain))]
    years = [(*match.span(), match.group(1)) for match in _YEAR.finditer(text)]
    return sorted(apart([*said, *every_date(text), *years], len(text)))
