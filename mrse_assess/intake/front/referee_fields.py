"""The words that label the fields of an authentication, and what may stand in each field."""

import re
from typing import Final

from mrse_assess.intake.front.person_names import as_name
from mrse_assess.intake.front.signatures import UNFILLED
from mrse_assess.intake.text.dates import is_date
from mrse_assess.intake.text.labels import plain

_WHO: Final = r"(?:referee|line manager|manager|supervisor|head of department|authenticator|signatory|witness|verifier)"
_OF: Final = rf"(?:of (?:the |my )?{_WHO})"
_WHERE: Final = (
    r"(?:employer|organisation|organization|institution|trust|hospital|department|affiliation|relationship|grade)"
)
_FIELDS: Final = {
    "name": (
        rf"(?:{_WHO} )?(?:print(?:ed)? |full |block )?name(?: {_OF}| of)?"
        r"(?: (?:in (?:full|print|(?:block )?capitals)))?"
        rf"|{_WHO}|from|vouched for by"
        r"|(?:authenticated|verified|confirmed|certified|countersigned|endorsed|witnessed|attested|approved) by"
        rf"|(?:{_WHO} )?(?:full )?name(?:,| and| &| ?/) ?(?:(?:job )?title|role|position|post|designation|grade)"
    ),
    "relationship": r"(?:your |my )?relationship(?: (?:to|with) (?:the )?(?:applicant|candidate))?",
    "role": (
        rf"(?:{_WHO} )?(?:current |present )?(?:job |post |work )?(?:role|position|title|job|post|appointment)"
        rf"(?: (?:held|title))?(?: {_OF}| of)?(?:(?: ?/ ?| or | and | & |, ){_WHERE})?"
        r"|designation|capacity|occupation|grade"
        r"|(?:role|position|job title|post)(?: ?/ ?| or | and )"
        r"(?:role|position|job title|employer|organisation|relationship|grade|department|title|institution)"
    ),
    "signature": rf"(?:{_WHO} )?(?:electronic |digital |handwritten )?(?:signature|signed|sign)(?: here| {_OF}| of)?"
    r"(?:(?: and| &| ?/) ?dated?)?",
    "date": (
        r"dated?|sent|date sent|sent on|signed on"
        r"|date (?:signed|of(?: (?:signature|signing|authentication|statement))?)"
    ),
    "other": (
        r"e-?mail(?: address)?|tel(?:ephone)?(?: (?:no|number))?|phone|mobile|address|employer|organisation|institution"
        r"|hospital|trust|department|contact(?: details)?|qualifications?|professional (?:registration|body)"
        r"|registration(?: number)?|hcpc(?: (?:number|registration))?|to|subject|re|cc|regarding|applicant|candidate"
    ),
}
_PATTERNS: Final = {field: re.compile(words) for field, words in _FIELDS.items()}
_COUNTED: Final = re.compile(r"^(?:\(?[a-z0-9]{1,2}[.)]|\(?[ivx]{1,4}[.)])\s+")
_LONGEST_LABEL: Final = 60  # letters
_LONGEST_ROLE: Final = 12  # words
_SENTENCE: Final = re.compile(r"\b(?:i|is|are|was|were|has|have|that|will|confirm)\b", re.IGNORECASE)


def field_of(text: str) -> str | None:
    """Which field of the form the text labels, or None."""
    if len(text) > _LONGEST_LABEL:
        return None
    low = " ".join(plain(text).lower().replace("'s", "").replace("s'", "s").split())
    low = _COUNTED.sub("", low).partition(" (")[0].strip(" .*:-")
    return next((field for field, pattern in _PATTERNS.items() if pattern.fullmatch(low)), None)


def fits(field: str, value: str) -> bool:
    """Whether a value is such as the field has, so that a label needs no sign between it and the value."""
    if field == "name":
        return as_name(value) is not None
    if field == "date":
        return is_date(value)
    if field in {"role", "relationship"}:
        words = value.split()
        return 0 < len(words) <= _LONGEST_ROLE and words[0][:1].isupper() and not _SENTENCE.search(value)
    return bool(UNFILLED.match(value)) and bool(value)
