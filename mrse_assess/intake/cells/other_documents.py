"""Places of documents that were not sent: "MHRA 2021, section 4.10", "clause 8.1 of ISO 45001"."""

from typing import Final

from mrse_assess.intake.cells.hints import Cursor
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import FILLER_WORDS

_PUBLISHED: Final = frozenset(
    {
        *("mhra", "iso", "iec", "bs", "en", "hse", "ipem", "icnirp", "astm", "acr", "db", "bamrr"),
        *(
            "efomp",
            "ismrm",
            "esmrmb",
            "cqc",
            "nice",
            "mdd",
            "mda",
            "nema",
            "aapm",
            "rcr",
            "sor",
            "bir",
            "nrpb",
            "ukhsa",
        ),
        *("act", "hsg", "hbn", "htm", "irmer", "coshh", "puwer", "riddor", "mhor"),
    }
)
"""Who publishes guidelines and standards; what they are cited by."""

_BETWEEN: Final = FILLER_WORDS | frozenset(
    {
        *("guidelines", "guideline", "guidance", "mri", "mr", "safety", "device", "bulletin", "equipment", "standard"),
        *("regulations", "regulation", "directive", "recommendations", "report", "publication", "part", "parts"),
        *("v", "ver", "version", "edition", "ed", "rev", "doc", "document", "for", "of"),
        *("magnetic", "resonance", "imaging"),
    }
)
_SIGNS: Final = frozenset({Kind.COMMA, Kind.COLON, Kind.NUMBER, Kind.DATE, Kind.DASH, Kind.OPEN, Kind.CLOSE})
_FAR: Final = 14  # tokens


def follows_other(cursor: Cursor, start: int) -> bool:
    """Whether the name of such a document stands right before the place that begins at ``start``."""
    for token in reversed(cursor.found[max(0, start - _FAR) : start]):
        if _is_published(token):
            return True
        if not _is_between(token):
            return False
    return False


def _is_between(token: Token) -> bool:
    """Whether it may stand between the name and the place: words, signs, the numbers of "IEC 60601" and "HSE L108"."""
    number = token.text.isdecimal() or (len(token.text) == 1 and token.text.isupper())
    return token.low in _BETWEEN or token.kind in _SIGNS or token.text == "." or number


def leads_to_other(cursor: Cursor) -> bool:
    """Whether "of" and the name of such a document follow."""
    start = 2 * listed_on(cursor)
    first = cursor.peek(start)
    if first is None or first.low not in {"of", "in", "from"}:
        return False
    after = (cursor.peek(start + ahead) for ahead in (1, 2, 3))
    name = next((token for token in after if token is not None and token.low not in _BETWEEN), None)
    return name is not None and _is_published(name)


def listed_on(cursor: Cursor) -> int:
    """How many further numbers a list goes on with: one for the "and 3" behind "section 2"."""
    count = 0
    while cursor.kind(2 * count) in {Kind.AND, Kind.COMMA} and cursor.kind(2 * count + 1) is Kind.NUMBER:
        count += 1
    return count


def _is_published(token: Token) -> bool:
    """Whether it names a publisher; "MHRA guidelines" may have been taken for a title that has these words too."""
    return token.low.partition(" ")[0].removesuffix("'s") in _PUBLISHED
