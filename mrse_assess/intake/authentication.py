"""The authentication by a referee: who, in what role, when, whether signed; not the applicant's own statement."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.dates import first_date
from mrse_assess.intake.fields import Pair, read_pairs
from mrse_assess.intake.labels import plain
from mrse_assess.intake.lines import FileLines, Line, PageLines, segments
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication

_HEADING: Final = re.compile(
    r"authenticat|\breferee\b|statement by (?:the )?(?:line )?manager|line manager|countersign"
    r"|supervisor'?s? (?:statement|declaration)",
    re.IGNORECASE,
)
_APPLICANT: Final = re.compile(
    r"\b(?:applicant|candidate)'?s?\b.{0,30}\b(?:statement|declaration|signature|confirmation)"
    r"|declaration (?:by|of) (?:the )?(?:applicant|candidate)",
    re.IGNORECASE,
)
_DECLARES: Final = re.compile(r"\bi\b.{0,60}\b(?:confirm|certify|declare|authenticate|attest)\b", re.IGNORECASE)
_OWN: Final = re.compile(r"\bmy own work\b|\bi am the author\b|\bmy portfolio\b", re.IGNORECASE)
_FIELDS: Final = {
    "name": (
        "name|print name|printed name|full name|block name|referee|referee name|name of referee|"
        "name of the referee|line manager|name of line manager|name of the line manager|"
        "line manager name|manager name|name of supervisor|authenticated by"
    ),
    "role": (
        "role|position|job title|title|post|post held|designation|capacity|position held|job role|"
        "relationship|role or position|position or role|position / role|role / position|role/position|position/role|"
        "position and employer|position and organisation|relationship to applicant|"
        "relationship to the applicant|job title and employer"
    ),
    "signature": (
        "signature|signed|signature of referee|signature of the referee|referee signature|sign here|digital signature"
    ),
    "date": "date|dated|date signed|date of signature|signed on|date of authentication",
    "other": (
        "e-mail|email|e-mail address|email address|telephone|tel|phone|address|employer|organisation|"
        "institution|hospital|trust|department|contact|contact details|qualifications|qualification|"
        "professional registration|registration number|registration|hcpc number|hcpc registration|"
        "professional body"
    ),
}
_FIELD_OF: Final = {name: field for field, names in _FIELDS.items() for name in names.split("|")}
_UNFILLED: Final = re.compile(
    r"^[\s._\-\u2026\[\]()/]*$|^\[.*\]$|^(?:tbc|n/a|awaited|pending|to follow|not signed|unsigned)$", re.IGNORECASE
)
_SIGNED_TEXT: Final = re.compile(r"signed electronically|electronically signed|digitally signed|/s/", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\bportfolio\b", re.IGNORECASE)
_OF_WHAT: Final = re.compile(r"\bportfolio\b|\bapplicant|\bcandidate", re.IGNORECASE)
_STRONG: Final = re.compile(r"authenticat|\breferee\b", re.IGNORECASE)
_SIGNATURE_HEIGHT: Final = 20.0  # points
_TALLEST_SIGNATURE: Final = 150.0  # points; a scan of the whole page is taller
_LONGEST_HEADING: Final = 14  # words
_MOST_LINES: Final = 45
_MOST_ON_NEXT: Final = 15  # lines of the page after the heading's
_FIRST_LINES: Final = 3  # lines of a page of which one must be a field where a form goes on
_LOW_ON_PAGE: Final = 0.75  # share of the page's height
_MOST_PLACES: Final = 40
_NEAR_PAGES: Final = 2


class _Place(NamedTuple):
    file: FileLines
    page: PageLines
    start: int  # line of the heading


def find_authentication(files: Sequence[FileLines], table_end: tuple[str, int, float] | None) -> Authentication:
    """The referee's authentication: after the table, else wherever a block says that it is about the portfolio.

    ``table_end`` is file, page and height where the table stops. Absent and left empty both give ``present`` false; an
    empty form keeps its place.
    """
    after, others = _places(files, table_end)
    found = [_read(place) for place in after]
    if not any(each.present for each in found):
        found.extend(_read(place) for place in others if _is_about_portfolio(place))
    return max(found, key=_fullness, default=Authentication(present=False))


def _places(files: Sequence[FileLines], table_end: tuple[str, int, float] | None) -> tuple[list[_Place], list[_Place]]:
    """Headings of authentication: those right after the table, and all others."""
    after: list[_Place] = []
    others: list[_Place] = []
    end_page = table_end[1] if table_end is not None else 0
    for file in files:
        for page in file.pages:
            here = [_Place(file, page, index) for index, line in enumerate(page.lines) if _is_heading(line)]
            near = (
                table_end is not None
                and file.file == table_end[0]
                and table_end[1] <= page.number <= table_end[1] + _NEAR_PAGES
            )
            if near and table_end is not None and page.number == table_end[1]:
                here = [place for place in here if page.lines[place.start].y0 >= table_end[2] - 4]
            for found in here:
                (after if near and (page.number == end_page or _is_meant(found)) else others).append(found)
    return after, others[:_MOST_PLACES]


def _is_meant(place: _Place) -> bool:
    """Whether a heading on a page after the table's is of the authentication: work may begin there, with managers."""
    text = " ".join(line.text for _, line in _block(place))
    return bool(_STRONG.search(place.page.lines[place.start].text) or _OF_WHAT.search(text))


def _is_about_portfolio(place: _Place) -> bool:
    text = " ".join(line.text for _, line in _block(place))
    return bool(_ABOUT.search(text)) and bool(_STRONG.search(text))


def _is_heading(line: Line) -> bool:
    if _APPLICANT.search(plain(line.text)):
        return False
    return (len(line.words) <= _LONGEST_HEADING and bool(_HEADING.search(line.text))) or bool(
        _DECLARES.search(line.text) and not _OWN.search(plain(line.text))
    )


def _block(place: _Place) -> list[tuple[PageLines, Line]]:
    """The lines from the heading to the applicant's own statement, on the following page too where the form goes on."""
    found: list[tuple[PageLines, Line]] = []
    for line in place.page.lines[place.start :]:
        if len(found) >= _MOST_LINES or (found and _APPLICANT.search(plain(line.text))):
            return found
        found.append((place.page, line))
    following = next(iter(place.file.pages[place.page.number : place.page.number + 1]), None)
    if following is None or not _goes_on(read_pairs([line for _, line in found], _field), found[-1], following):
        return found
    for line in following.lines[:_MOST_ON_NEXT]:
        if len(found) >= _MOST_LINES or _APPLICANT.search(plain(line.text)):
            break
        found.append((following, line))
    return found


def _goes_on(pairs: Sequence[Pair], last: tuple[PageLines, Line], following: PageLines) -> bool:
    """Whether the form goes on there: nothing is filled in yet, or a form cut by the page's foot begins with fields."""
    if not _filled(pairs):
        return True
    page, line = last
    missing = {"signature", "date"} - {pair.field for pair in pairs}
    if not missing or line.y1 < _LOW_ON_PAGE * page.page.height:
        return False
    begins = {pair.field for pair in read_pairs(following.lines[:_FIRST_LINES], _field)}
    return bool(begins) and bool(missing & {pair.field for pair in read_pairs(following.lines[:_MOST_ON_NEXT], _field)})


def _read(place: _Place) -> Authentication:
    block = _block(place)
    lines = [line for _, line in block]
    pairs = read_pairs(lines, _field)
    values = _filled(pairs)
    signature = next((pair.value for pair in pairs if pair.field == "signature"), None)
    text = "\n".join(line.text for line in lines)
    signed = _is_signed(signature, text, block)
    date = first_date(values["date"]) if "date" in values else None
    name = values.get("name")
    present = bool(name or signed or (date and values.get("role")))
    if not present and not _is_form(pairs):
        return Authentication(present=False)
    heading = place.page.lines[place.start]
    return Authentication(
        present=present,
        referee_name=name,
        role=values.get("role"),
        dated_on=date,
        signed=signed,
        locator=Locator(file=place.file.file, page=place.page.number, box=heading.box),
    )


def _is_form(pairs: Sequence[Pair]) -> bool:
    """Whether there are fields for a referee to fill in. Words such as "line manager" alone make no form."""
    fields = {pair.field for pair in pairs}
    return bool(fields & {"name", "signature"}) and len(fields) > 1


def _is_signed(signature: str | None, text: str, block: Sequence[tuple[PageLines, Line]]) -> bool | None:
    """Whether the form is signed: in words, or by something drawn beside "Signature". None where that is not seen."""
    if (signature and not _UNFILLED.match(signature)) or _SIGNED_TEXT.search(text):
        return True
    if signature and any(map(str.isalpha, signature)):  # words such as "not signed"
        return False
    if any(_is_inked(page, line) for page, line in block if _is_signature_line(line)):
        return True
    return False if signature else None  # a line of dots or underscores to sign on, or nothing at all


def _is_signature_line(line: Line) -> bool:
    return any(
        _field(" ".join(word.text for word in words).split(":")[0]) == "signature" for words in segments(line, gap=0.8)
    )


def _is_inked(page: PageLines, line: Line) -> bool:
    """Whether something drawn begins at the height of the line or up to a signature's height around it."""
    return any(
        box[1] < line.y1 + _SIGNATURE_HEIGHT
        and box[3] > line.y0 - _SIGNATURE_HEIGHT
        and box[2] > line.x0
        and box[3] - box[1] <= _TALLEST_SIGNATURE
        for box in page.page.inked
    )


def _filled(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.field in {"name", "role", "date"} and not _UNFILLED.match(pair.value):
            found.setdefault(pair.field, pair.value)
    return found


def _field(text: str) -> str | None:
    low = " ".join(plain(text).lower().replace("'s", "").split()).strip(" .*")
    return _FIELD_OF.get(low.partition(" (")[0])


def _fullness(found: Authentication) -> int:
    return sum(value is not None for value in (found.referee_name, found.role, found.dated_on)) + bool(found.signed)
