"""What the applicant says that page numbers count: "Pages are counted within each item", "pages of the whole PDF"."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from mrse_assess.intake.text.labels import plain
from mrse_assess.terms import Counting

_PAGES: Final = re.compile(
    r"\bpag(?:e|ination)s?\b.{0,40}\b(?:count|number|refer|run|start|begin|restart|quoted|given|cited|relate|mean)"
    r"|\b(?:count|number|refer).{0,30}\bpages?\b|\bpages?\s+(?:are|is|means?)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 220  # characters
_DIVIDER: Final = r"(?:divider|separator|title\s+page|cover\s+(?:sheet|page)|flysheet|fly\s+sheet)s?"
_LEFT_OUT: Final = (
    rf"(?:not|without|after|exclud\w+|ignor\w+|follow\w+|omit\w+)\b.{{0,40}}\b{_DIVIDER}"
    rf"|{_DIVIDER}\b.{{0,40}}\b(?:not|ignored|left\s+out|excluded|omitted)\b"
)
_WAYS: Final = (
    (re.compile(_LEFT_OUT, re.IGNORECASE), (Counting.AFTER_DIVIDER,)),
    (
        re.compile(r"\b(?:printed|stamped|foot(?:er)?|(?:bottom|top|corner)\s+(?:of|right|left))\b", re.IGNORECASE),
        (Counting.PRINTED,),
    ),
    (
        re.compile(
            r"\b(?:within|of|in|for|to|from|with)\s+(?:each|every|the\s+individual|its\s+own|that|an?)\s+"
            r"(?:individual\s+|single\s+|new\s+)?(?:piece\s+of\s+)?(?:item|document|evidence|exhibit|appendix|paper|piece)\b",
            re.IGNORECASE,
        ),
        (Counting.IN_ITEM,),
    ),
    (
        re.compile(r"\b(?:within|of|in|for|to)\s+(?:each|every|the\s+individual)\s+(?:file|pdf)\b", re.IGNORECASE),
        (Counting.IN_FILE,),
    ),
    (
        re.compile(
            r"\b(?:whole|entire|complete|combined|single)\s+(?:pdf|file|document|portfolio|submission|bundle)\b"
            r"|\bpdf\s+(?:page|viewer|reader)|\bpages?\s+(?:numbers?\s+)?of\s+the\s+pdf\b",
            re.IGNORECASE,
        ),
        (Counting.IN_FILE, Counting.IN_PORTFOLIO),
    ),
)
"""What sentences say, the more exact first: one that leaves dividers out speaks of items too."""


def said_counting(lines: Iterable[str]) -> frozenset[Counting]:
    """What the sentences before the evidence say of page numbers; one may go on in the next line."""
    texts = [" ".join(plain(line).split()) for line in lines]
    joined = (f"{one} {two}" for one, two in pairwise(texts) if not one.endswith((".", ":")))
    return frozenset(
        counting
        for text in (*texts, *joined)
        if len(text) <= _LONGEST and _PAGES.search(text)
        for counting in next((ways for pattern, ways in _WAYS if pattern.search(text)), ())
    )
