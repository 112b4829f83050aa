"""What the headings of a portfolio's parts say: the cross reference table, lists of contents, the authentication."""

import re
from typing import Final

TABLE_HEADING: Final = re.compile(
    r"cross[\s\-\u2010\u2011]*ref[ec]renc|x-ref|evidence\s+(?:map|matrix|grid)", re.IGNORECASE
)
LIST_HEADING: Final = re.compile(
    r"\bcontents\b|\bindex of\b|\blist of (?:evidence|items|documents)\b|\bevidence (?:list|index)\b", re.IGNORECASE
)
_WHO: Final = r"(?:referee|(?:line )?manager|supervisor|countersignatory|witness|verifier|employer|head of department)"
_VOUCHING: Final = (
    r"(?:authentication|verification|attestation|confirmation|endorsement|validation|certification|declaration|statement"
    r"|counter-?signature|sign-?off|testimonial)"
)
VOUCHED: Final = re.compile(
    rf"\b{_VOUCHING} (?:by|of|from) (?:an? |the |my )?{_WHO}\b|\b{_WHO}(?:'s|s'|\u2019s|s\u2019)? {_VOUCHING}\b"
    r"|\bcounter-?sign(?:ed|ature)\b",
    re.IGNORECASE,
)
"""Headings of the statement of somebody who vouches for the applicant."""

CLOSING: Final = re.compile(
    rf"\bauthenticat|\breferee\b|\bi (?:confirm|certify|declare)\b|\bdeclaration\b|{VOUCHED.pattern}", re.IGNORECASE
)

_THINGS: Final = (
    r"(?:evidence|items?|documents?|appendices|exhibits?|annexe?s|enclosures?|attachments?|papers?|files|tabs|pieces"
    r"|material)"
)
_LISTS: Final = (
    r"(?:index|contents|inventory|schedule|catalogue|register|directory|summary|overview|log|key|guide|checklist"
    r"|list(?:ing)?)"
)
_FEW: Final = (
    r"(?:\s+(?:all|the|my|this|of|to|supporting|submitted|enclosed|attached|portfolio|mrse|numbered|for|and))*"
)
_SENT: Final = (
    r"(?:(?:submitted|enclosed|included|attached|supplied|provided|presented|offered)(?!\s+(?:by|for|to)\b)"
    r"|in this portfolio)"
)
_BEFORE: Final = (
    r"^[\W\d]*(?:(?:section|part|annexe?|appendix)\s+\w{1,3}\s*[:.\u2013-]*\s+)?"
    r"(?:(?:an?|the|my|full)\s+|(?:mrse\s+)?portfolio\s+)*"
)
CONTENTS_HEADING: Final = re.compile(
    rf"{LIST_HEADING.pattern}|{_BEFORE}(?:"
    rf"{_LISTS}{_FEW}\s+(?:{_THINGS}|portfolio|submission)\b.{{0,25}}"
    rf"|(?:supporting\s+)?{_THINGS}(?:\s+(?:items?|documents?|files))?\s+(?:{_LISTS}|{_SENT})\b.{{0,25}}"
    r"|index|appendices|enclosures|attachments|exhibits|annexe?s|(?:supporting )?(?:evidence|documents)"
    r"|what(?:'s|\u2019s| is) (?:in|inside)\b.{0,25}|what this (?:portfolio|submission|folder) (?:contains|holds)"
    r"|(?:this|the) (?:portfolio|submission) (?:contains|comprises|consists of|includes)(?: the following)?.{0,15}"
    r"|(?:structure|organisation|arrangement) of (?:this|the) portfolio"
    r")\W*$",
    re.IGNORECASE,
)
"""Every heading under which a list of contents may stand: more of them than are a list's for certain."""

_CODE_HEAD: Final = re.compile(
    r"\b(?:sub-?\s?cat\w*|categor(?:y|ies)|cats?|competenc(?:y|ies)|criteri(?:on|a)|supports?|supported|codes?"
    r"|claim(?:s|ed)?|requirements?|requirement\(s\)|(?:meets|covers|addresses|demonstrates|evidences)\b(?=\W*$)"
    r"|(?:used|relevant|mapped|maps|relates|offered|submitted|counts?) (?:for|to|as|under|towards|against)\b(?=\W*$))"
    r"(?!\w)",
    re.IGNORECASE,
)
_CLAIMING: Final = re.compile(r"categor|competenc|criteri|support|mapp|against|claim", re.IGNORECASE)


_SENTENCE: Final = 5  # words that end with a full stop and head nothing


def names_list(text: str) -> bool:
    """Whether the words are a contents list's heading, not a sentence that speaks of one."""
    return LIST_HEADING.search(text) is not None and not is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence: "Please read this with the list of evidence."."""
    return text.rstrip().endswith(".") and not text.rstrip().endswith("..") and len(text.split()) >= _SENTENCE


def heads_a_list(text: str) -> bool:
    """Whether the words, more than a column's head, name a list of what was sent and say nothing of what it shows."""
    return " " in text.strip() and bool(CONTENTS_HEADING.search(text)) and not _CLAIMING.search(text)


def heads_codes(text: str) -> bool:
    """Whether a column's head says that sub-categories stand below it."""
    return bool(_CODE_HEAD.search(text))
