"""Who signs a statement that is no form: in its words, below a letter's closing, or after "signed electronically"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.person_names import (
    Person,
    as_name,
    has_title,
    names_post,
    person_in,
    same_person,
)
from mrse_assess.intake.front.signatures import CLOSING
from mrse_assess.intake.text.dates import TIME, first_date, is_date
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line

_VERBS: Final = (
    r"(?:(?:hereby |can |do |am |have |also )*(?:confirm|certify|declare|authenticate|attest|verify|vouch|state|look"
    r"|looked|read|reviewed|examined|seen|able|pleased)"
    r"|(?:and )?(?:have|had|am|was|will|know|line[- ]manage|supervised?))"
)
"""What a role is followed by: no role has such words in it ("have known the applicant for six years")."""

_PROSE: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+(.{{3,120}}?),?\s+{_VERBS}\b", re.IGNORECASE)
_PROSE_BRACKET: Final = re.compile(rf"\bI,\s+([^,()]{{4,60}}?)\s*\(([^()]{{3,100}})\),?\s+{_VERBS}\b", re.IGNORECASE)
_PROSE_NAME: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+{_VERBS}\b", re.IGNORECASE)
_AM_POST: Final = re.compile(
    r"\bI,?\s+([^,]{4,60}?),?\s+(?:am|was|work as|serve as|hold the post of)\s+"
    r"(?:(?:currently|presently|now|employed as|working as)\s+)*(?:the\s+|an?\s+)?"
    r"([A-Z][^,.;]{3,80}?)(?:[,.;]|\s+(?:and|while|when|since)\s+(?=I\b|[a-z])|\s+at\s|$)"
)
"""Name and post in one breath: "I, Dr A Bell, am Head of MR Physics at Elmbridge Hospital and line manager of ..."."""

_TITLED: Final = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame)\.?\s+)?"
_VOUCHES: Final = (
    r"(?:(?:hereby |also |herewith )?(?:confirms|certifies|declares|verifies|attests|vouches|authenticates|endorses"
    r"|states|supports)|has|can|is able|(?:confirmed|certified|declared|verified|attested|stated)(?= on\b| that\b))"
)
_OF_ANOTHER: Final = re.compile(
    rf"(?<![\w,] )({_TITLED}[A-Z][\w'-]+(?: [\w'.-]+){{1,4}}?)"
    rf"(?:\s*\(([^()]{{3,100}})\),?|,\s+([A-Z][^.;]{{3,100}}?),)\s+{_VOUCHES}\b"
)
"""A statement in the third person: "Dr A Bell (Head of MR Physics) has read this portfolio and confirms ..."."""

_PAGE_FOOT: Final = re.compile(r"^(?:page|p\.?|sheet|\d+)\s*\d*(?:\s*(?:of|/)\s*\d+)?$", re.IGNORECASE)
_AM_IN_ROLE: Final = re.compile(
    r"\b(?:my name is|I am|I'm)\s+((?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+)?[^,.;]{4,50}),\s+"
    r"(?:(?:and )?I am\s+)?(?:the\s+)?([A-Z][^,.;]{3,80}?)(?:[,.;]|\s+and\s+(?=I\b|[a-z])|\s+(?:at|and have|I)\b|$)"
)
_NAMED_APART: Final = re.compile(
    r"\b(?:my name is|I am|I'm)\s+((?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+)?[^,.;]{4,50}?)(?:\.|,? and|;)\s+"
    r"(?:I|and)\s+(?:am(?: employed as)?|work as|hold the post of|currently work as)\s+(?:the\s+|an?\s+)?"
    r"([A-Z][^,.;]{3,80}?)(?:[,.;]|\s+and\s+(?=I\b|[a-z])|\s+at\b|$)"
)
"""Name and post in two sentences: "My name is Dr A Bell. I am Head of MR Physics at Elmbridge Hospital."."""

_HOLDS: Final = re.compile(
    r"(?:\b(?:[Ii]n my (?:capacity|role|position) as|(?:[Ss]peaking |[Ww]orking )?[Aa]s|I am|I work as"
    r"|I hold the post of)"
    r"\s+)(?:the\s+|an?\s+)?([A-Z][^,.;]{3,80}?)(?:[,.;]|\s+and\s+(?=I\b|[a-z])|\s+(?:at|I|I,)\s|$)"
)
"""A post that the signatory claims, named further down: "As Head of MR Physics at Elmbridge Hospital I confirm"."""
_AM: Final = re.compile(
    r"\b(?:my name is|I am)\s+((?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+[^,.]{4,50})", re.IGNORECASE
)
_AT: Final = re.compile(r",?\s+(?:based |working |employed )?at\s+(?:the\s+)?(?=[A-Z]).*$")
_OF_EMPLOYER: Final = re.compile(
    r"(?:,|\s+(?:of|for|with|within|in))\s+(?:the\s+)?(?=[A-Z])(?:(?!,|\b(?:of|for|with|within|in)\s).)*"
    r"\b(?:NHS|Trust|Hospitals?|Infirmary|University|Health Board|Clinics?|Institute)\b.*$"
)
"""Where a signatory works, behind the role that is held there: "Head of MR Physics at Elmbridge Hospital"."""

_HELD_AS: Final = re.compile(r"^(?:(?:being|as|acting|working|currently|presently|the)\s+)+(?=[A-Z])")
_AS_WHO: Final = r"(?:(?:(?:my|the|her|his|their)\s+)[a-z][a-z ]{3,40},\s+)?"
_SIGNED_BY: Final = re.compile(
    r"(?:signed electronically|electronically signed|digitally signed|signed digitally|e-signed|signed)"
    rf"(?:\s+by)?\s*[)\]]?\s*[:\-]?\s+{_AS_WHO}(.{{4,160}})|/s/\s*(.{{4,160}})"
    r"|(?:authenticated|verified|confirmed|certified|countersigned|endorsed|to be signed) by\s*:?\s+"
    rf"{_AS_WHO}(.{{4,160}})",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"^\s*(?:dated?|on|sent|signed(?: and dated)?(?: on)?)\b[\s:]*(.*\d.*)$", re.IGNORECASE)
_TIME: Final = re.compile(TIME + r"\s*$", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"^\s*[^:]{1,40}:(?:\s|$)|^\s*(?:dated?|tel|phone|e-?mail|email|address|name|signed|signature)\b", re.IGNORECASE
)
_SIGN: Final = re.compile(r"^\W*(?:(?:e-?)?signed|sgd)\b(?: by)?\W*", re.IGNORECASE)
_CUT_NAME: Final = re.compile(r"(?<=[a-z])- (?=[A-Z])")
_DATE_BELOW: Final = 4  # lines below a name among which its date stands
_LONGEST_ROLE: Final = 12  # words
_BELOW: Final = 4  # lines below the closing words among which the name stands


class Signatory(NamedTuple):
    """Name, role and date as far as they were found."""

    name: str | None = None
    role: str | None = None
    date: str | None = None


def signatory(lines: Sequence[Line]) -> Signatory:
    """Who signs these lines, in what role and when."""
    texts = [plain(line.text).strip() for line in lines]
    prose = _CUT_NAME.sub("-", " ".join(texts))
    below_heading = _CUT_NAME.sub("-", " ".join(texts[1:]))
    found = next((said for text in (prose, below_heading) if (said := Signatory(*_in_prose(text))).name), Signatory())
    for way in (_below_closing, _role_first, _after_signed, _alone):
        if found.name is None:
            found = way(texts)
        elif None in found and same_person(found.name, (again := way(texts)).name):
            found = _fuller(found, again)
    if found.name is not None:
        found = _fuller(found, _again(texts, found.name))
    role = found.role or (_held(prose) if found.name else None)
    return found._replace(role=without_employer(role) if role else None, date=found.date or date_alone(texts))


def _again(texts: Sequence[str], name: str) -> Signatory:
    """What stands where the person signs: the name once more at the head of a line, with a date after or below it."""
    for index, text in reversed(list(enumerate(texts))):
        person = person_in(_SIGN.sub("", text))
        if person is not None and same_person(person.name, name):
            below = texts[index + 1 : index + 1 + _DATE_BELOW]
            dated = (first_date(match.group(1)) for each in below if (match := _DATED.match(each)))
            alone = (first_date(each) for each in below if is_date(_TIME.sub("", each)))
            date = person.date or next((each for each in (*dated, *alone) if each), None)
            if date is not None:
                return Signatory(person.name, person.role, date)
    return Signatory()


def _held(prose: str) -> str | None:
    """The post in which somebody says to speak."""
    posts = (match.group(1).strip() for match in _HOLDS.finditer(prose))
    return next((each for each in posts if names_post(each) and as_name(each) is None), None)


def _fuller(found: Signatory, again: Signatory) -> Signatory:
    """What was found with what another way says of the same person."""
    titled = again.name if has_title(again.name or "") and not has_title(found.name or "") else found.name
    return Signatory(titled, found.role or again.role, found.date or again.date)


def without_employer(role: str) -> str:
    """The role without where it is held."""
    return _OF_EMPLOYER.sub("", _AT.sub("", role)).strip(" ,") or role


def is_letter(lines: Sequence[Line]) -> bool:
    """Whether the lines end as a letter does."""
    return any(CLOSING.match(plain(line.text)) for line in lines)


def role_below(lines: Sequence[Line], name: str) -> str | None:
    """The line under the one that ends with the name, where it may be a role."""
    texts = [plain(line.text).strip() for line in lines]
    return next((_as_role(below) for text, below in pairwise(texts) if text.endswith(name)), None)


def _in_prose(text: str) -> tuple[str | None, str | None]:
    match = _AM_POST.search(text)
    if match and names_post(match.group(2)) and (name := as_name(match.group(1))):
        return name, match.group(2).strip()
    match = _PROSE_BRACKET.search(text) or _PROSE.search(text)
    if match and (name := as_name(match.group(1))):
        return name, _HELD_AS.sub("", match.group(2)).strip(" ,")
    match = _AM_IN_ROLE.search(text)
    if match and names_post(match.group(2)) and (name := as_name(match.group(1))):
        return name, match.group(2).strip()
    for match in _OF_ANOTHER.finditer(text):
        role = match.group(2) or match.group(3)
        if names_post(role) and (name := as_name(match.group(1))):
            return name, role.strip(" ,")
    match = _NAMED_APART.search(text)
    if match and names_post(match.group(2)) and (name := as_name(match.group(1))):
        return name, match.group(2).strip()
    match = _PROSE_NAME.search(text) or _AM.search(text)
    return (as_name(match.group(1)), None) if match else (None, None)


def _below_closing(texts: Sequence[str]) -> Signatory:
    place = next((index for index, text in enumerate(texts) if CLOSING.match(text)), None)
    if place is None:
        return Signatory()
    for index, text in enumerate(texts[place + 1 : place + 1 + _BELOW], start=place + 1):
        if person := person_in(text):
            return Signatory(person.name, person.role or _as_role("".join(texts[index + 1 : index + 2])), person.date)
    return Signatory()


def _role_first(texts: Sequence[str]) -> Signatory:
    """A role in place of a label: "Head of MR Physics: Dr A Bell"."""
    for text in texts:
        role, colon, name = text.partition(":")
        person = person_in(name) if colon and names_post(role) else None
        if person is not None and person.role is None and _as_role(role) and has_title(person.name):
            return Signatory(person.name, role.strip(), person.date)
    return Signatory()


def _alone(texts: Sequence[str]) -> Signatory:
    """A name alone on a line below a statement, a role and a date on the next lines or after it."""
    for index, text in enumerate(texts[1:], start=1):
        person = person_in(text)
        if person is None or (person.role is person.date is None and person.name != " ".join(text.split())):
            continue
        below = [*texts[index + 1 : index + 3], "", ""]
        role = person.role or (_as_role(below[0]) if person_in(below[0]) is None else None)
        date = person.date or next((first_date(each) for each in below if is_date(each)), None)
        if role is not None and names_post(role):
            return Signatory(person.name, role, date)
    return Signatory()


def _after_signed(texts: Sequence[str]) -> Signatory:
    for index, text in enumerate(texts):
        person = _signing(text)
        below = "".join(texts[index + 1 : index + 2])
        longer = _signing(f"{text} {below}") if person is not None and not _FIELD.match(below) else None
        person = longer if longer is not None and longer.date and person is not None and not person.date else person
        if person is not None:
            further = "".join(texts[index + 2 : index + 3]) if _is_dated(below) else ""
            role = _as_role(below) or (
                _as_role(further) if names_post(further) and person_in(further) is None else None
            )
            return Signatory(person.name, person.role or role, person.date)
    return Signatory()


def _is_dated(text: str) -> bool:
    """Whether a line is a date and nothing else, called so or not."""
    return _DATED.match(text) is not None or is_date(_TIME.sub("", text))


def _signing(text: str) -> Person | None:
    match = _SIGNED_BY.search(text)
    return person_in(next((group for group in match.groups() if group), "")) if match else None


def _as_role(text: str) -> str | None:
    """The text as a role: a few words that are no date and no field."""
    text = text.strip(" ,.")
    if not text or len(text.split()) > _LONGEST_ROLE or is_date(text) or _FIELD.match(text) or first_date(text):
        return None
    if _PAGE_FOOT.match(text):
        return None
    return text if sum(map(str.isalpha, text)) > len(text) / 2 else None


def date_alone(texts: Sequence[str]) -> str | None:
    """The date of lines that are a date and nothing else, those that are called so first."""
    dated = [found for text in texts if (match := _DATED.match(text)) and (found := first_date(match.group(1)))]
    alone = [found for text in texts if is_date(_TIME.sub("", text)) and (found := first_date(text))]
    return next(iter([*dated, *alone]), None)
