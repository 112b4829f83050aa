"""What the headings of a portfolio's parts say: the cross reference table, lists of contents, the authentication."""

import re
from typing import Final

TABLE_HEADING: Final = re.compile(
    r"cross[\s\-\u2010\u2011]*ref[ec]renc|x-ref|evidence\s+(?:map|matrix|grid)", re.IGNORECASE
)
LIST_HEADING: Final = re.compile(
    r"\bcontents\b|\bindex of\b|\blist of (?:evidence|items|documents)\b|\bevidence (?:list|index)\b", re.IGNORECASE
)
CLOSING: Final = re.compile(
    r"\bauthenticat|\breferee\b|\bi (?:confirm|certify|declare)\b|\bdeclaration\b", re.IGNORECASE
)
