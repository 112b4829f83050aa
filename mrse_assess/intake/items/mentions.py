"""Words before a label that make it another item's: "This should be read with Evidence 7", "see also Appendix B"."""

import re
from typing import Final

from mrse_assess.intake.text.labels import plain

_RIGHT_BEFORE: Final = re.compile(
    r"\b(?:(?:see|cf|compare|also|with|by|in|than|like)\.?|cross-?\s?ref(?:erence)?s?:?)\s*[(\[\"']?\s*$", re.IGNORECASE
)
_SHORTLY_BEFORE: Final = re.compile(
    r"\b(?:read|refers?|referred|relates?|related|relating|linked|supports|complements?|supplements?|accompan(?:y|ies)"
    r"|replaces?|supersedes?|discussed|described|mentioned|compared|similar)\b"
    r"[^.;:|\u2013\u2014]{0,24}$",
    re.IGNORECASE,
)


def mentions(before: str) -> bool:
    """Whether a label behind these words is mentioned rather than the page's own."""
    before = plain(before)
    return bool(_RIGHT_BEFORE.search(before) or _SHORTLY_BEFORE.search(before))
