"""Lists of sub-categories in rarer writings put into plain ones: "4i-iii", "Cat 1: i, ii", "[1.1], [3]", "all of 4"."""

import re
from collections.abc import Collection
from typing import Final

from mrse_assess.intake.text.codes import ORDINALS

_NUMERAL: Final = r"(?:i{1,3}|iv|[a-d])(?![^\W_])"
_LINK: Final = r"\s?(?:[,/&+-]|\band\b|\bto\b)\s?"
_LETTERED: Final = re.compile(
    rf"(?<![\w.])(?P<category>\d)(?P<sign>\s?[.:]\s?|\s?-\s?|\s)?(?P<open>\(\s?)?"
    rf"(?P<first>{_NUMERAL})(?:\s?\))?(?P<more>(?:(?:{_LINK}\(?|\s?\(\s?){_NUMERAL}(?:\s?\))?)*)",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(rf"(?P<link>{_LINK}|)\s?\(?\s?(?P<numeral>{_NUMERAL})", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\b(?:pp?|pgs?|pages?|sections?|sect?|s|paras?|steps?|tables?|figs?|no)\b\.?\s?\Z", re.IGNORECASE
)
_BOXED: Final = re.compile(r"(?:[\[({]\s*\d(?:\.\d)?\s*[\])}][\s,;/&+]*)+")
_RULES: Final = (
    (re.compile(r"\b(cats?|categor(?:y|ies))(?=\d)", re.IGNORECASE), r"\1 "),
    (re.compile(r"\ball(?:\s+of)?\s+(?:cat\w*\.?\s+)?(\d)(?![\d.])", re.IGNORECASE), r"Category \1 (all)"),
    (re.compile(r"(?<![\d.])(?<!cat )(?<!cat\. )(?<!category )(\d)(?=\s*\(\s*all\b)", re.IGNORECASE), r"Category \1"),
    (re.compile(r"(?<=\d)\s+(?:through|thru|until|up to)\s+(?=\d)", re.IGNORECASE), " to "),
    (re.compile(r"(?<=\d)\s?\.{2,3}\s?(?=\d\.\d)"), "-"),
    (re.compile(r"\s+as well as\s+", re.IGNORECASE), " and "),
)


def in_plain_codes(text: str, codes: Collection[str]) -> str:
    """The cell's text with every such writing as codes with points; the rest of it is left alone."""
    if _BOXED.fullmatch(text):
        return re.sub(r"[\[\](){}]", " ", text)
    for pattern, written in _RULES:
        text = pattern.sub(written, text)

    def dotted(match: re.Match[str]) -> str:
        return _dotted(match, codes)

    return _LETTERED.sub(dotted, text)


def _dotted(match: re.Match[str], codes: Collection[str]) -> str:
    """A category with its numerals as codes; itself where it is none, or one that is read as it stands."""
    if _PLACE.search(match.string[: match.start()]) or not (match["more"] or _counts(match)):
        return match.group()
    found = [_code(match["category"], match["first"], codes)]
    text = found[0] or ""
    for each in _NEXT.finditer(match["more"]):
        found.append(_code(match["category"], each["numeral"], codes))
        between = "-" if each["link"].strip().lower() in {"-", "to"} else ", "
        text = f"{text}{between}{found[-1]}"
    return text if all(found) else match.group()


def _counts(match: re.Match[str]) -> bool:
    """Whether a single numeral behind a sign is one rather than a word such as "a"; without a sign it can stay."""
    sign = (match["sign"] or "").strip()
    return bool(sign) and (bool(match["open"]) or set(match["first"].lower()) <= set("iv"))


def _code(category: str, numeral: str, codes: Collection[str]) -> str | None:
    last = ORDINALS[numeral.lower()]
    code = f"{category}.{last}"
    return code if code in codes else category if category in codes and last == 1 else None
