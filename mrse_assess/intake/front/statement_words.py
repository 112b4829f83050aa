"""Words by which a statement about a portfolio is known: its heading, what it declares, and whose it is."""

import re
import unicodedata
from typing import Final

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line
from mrse_assess.intake.text.part_headings import VOUCHED

_HEADING: Final = re.compile(
    r"authentic|\breferee\b|verif(?:ied by|ication of)|statement by (?:the )?(?:line )?manager|line manager|countersign"
    rf"|supervisor'?s? (?:statement|declaration)|{VOUCHED.pattern}",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:verification|attestation|endorsement|corroboration|validation|certification|confirmation"
    r"|sign-?off|counter-?signature|witness statement|letter of support|supporting (?:letter|statement))\W*$",
    re.IGNORECASE,
)
"""Headings that are a statement's only where nothing else stands in the line."""

_APPLICANT: Final = re.compile(
    r"\b(?:applicant|candidate)'?s?\b.{0,30}\b(?:statement|declaration|signature|confirmation)"
    r"|declaration (?:by|of) (?:the )?(?:applicant|candidate)",
    re.IGNORECASE,
)
_SUBMITTED: Final = r"\b(?:portfolio|application|submission|evidence|contents)\b"
_DECLARES: Final = re.compile(
    r"\bi\b.{0,60}\b(?:confirm|certify|declare|authenticate|attest|vouch|endorse|testify|affirm|verify)\b"
    r"|\bi have (?:\w+ )?(?:read|reviewed|seen|examined|checked|gone through|looked (?:at|through|over))\b"
    rf"[^.]{{0,60}}{_SUBMITTED}"
    r"|\bthe undersigned\b.{0,40}\b(?:confirms?|certif(?:y|ies)|declares?|attests?|verif(?:y|ies)|vouches)\b"
    rf"|\b(?:to the best of my knowledge|i am (?:satisfied|content|confident|assured))\b[^.]{{0,60}}{_SUBMITTED}"
    r"|\bas (?:the |a |his |her |their |your )?(?:referee|line manager|supervisor|head of department)\b[^.]{0,20}\bi\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\bmy own work\b|\bi am the author\b|\bmy portfolio\b", re.IGNORECASE)
_OF_WHAT: Final = re.compile(
    r"\bportfolio\b|\bapplicant|\bcandidate"
    r"|\bevidence (?:listed|submitted|presented|provided|enclosed|described|above)",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    r"authentic|verif(?:ied by|ication of)|\breferee\b"
    r"|\b(?:confirm|certify|attest|vouch|verify|testify|declare|affirm)\b.{0,160}?"
    r"\b(?:own work|(?:true|accurate|genuine|fair) (?:reflection|record|account|representation|picture)"
    r"|truly reflects|done personally|carried out (?:personally|by the applicant))"
    r"|\b(?:reflects?|represents?|shows?|describes?|is|are|was|were)\b[^.]{0,30}"
    r"\b(?:(?:applicant|candidate)'?s|their|his|her) own (?:\w+ )?(?:work|efforts?|experience|practice)\b"
    r"|\bgives? an? (?:true|fair|accurate|honest) (?:picture|account|reflection|record)\b",
    re.IGNORECASE,
)
_HEADED_SO: Final = re.compile(
    r"\W*(?:(?:the |my )?(?:referee|line manager|manager|supervisor)'?s? )?authentication"
    r"(?: (?:by|of|from) (?:the |my )?(?:referee|line manager|manager|supervisor|portfolio))?\W*$",
    re.IGNORECASE,
)
"""A heading that is no other form's, wherever it stands: no table need be found before it."""

_LONGEST_HEADED: Final = 8  # words of a heading that is wholly that of such a statement
_LONGEST_HEADING: Final = 14  # words


def is_applicants(line: Line) -> bool:
    """Whether a line heads the applicant's own statement."""
    return _APPLICANT.search(plain(line.text)) is not None


def heads_statement(line: Line) -> bool:
    """Whether somebody's statement about the applicant may begin with the line, by its heading or its words."""
    text = plain(line.text)
    if is_applicants(line):
        return False
    headed, colon, _ = text.partition(":")
    led = colon and len(headed.split()) <= _LONGEST_HEADED
    if any(_is_heading(head) for head in ((headed, text) if led else (text,))):
        return True
    return bool(_DECLARES.search(text) and not _OWN.search(text))


def _is_heading(text: str) -> bool:
    short = len(text.split()) <= _LONGEST_HEADING
    return bool(_ALONE.match(text)) or (short and _HEADING.search(unaccented(text)) is not None)


def is_headed_so(line: Line) -> bool:
    """Whether a line is the heading of such a statement and of nothing else."""
    text = plain(line.text)
    return bool(_HEADED_SO.match(text) or (VOUCHED.search(text) and len(line.words) <= _LONGEST_HEADED))


def is_of_portfolio(text: str) -> bool:
    """Whether the words are about a portfolio or an applicant."""
    return _OF_WHAT.search(text) is not None


def vouches(text: str) -> bool:
    """Whether the words say that something is authentic, or somebody's own work."""
    return _STRONG.search(unaccented(plain(text))) is not None


def unaccented(text: str) -> str:
    """The text without accents, which recognition sets on letters that have none."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
