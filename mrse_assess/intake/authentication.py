"""The authentication by a referee: who, in what role, when, and whether signed. Told apart from the applicant's own statement."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.dates import first_date
from mrse_assess.intake.fields import Pair, read_pairs
from mrse_assess.intake.labels import plain
from mrse_assess.intake.lines import FileLines, Line, PageLines
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication

_HEADING: Final = re.compile(
    r"authenticat|\breferee\b|statement by (?:the )?(?:line )?manager|line manager|countersign|supervisor'?s? (?:statement|declaration)",
    re.IGNORECASE,
)
_APPLICANT: Final = re.compile(
    r"\b(?:applicant|candidate)'?s?\b.{0,30}\b(?:statement|declaration|signature|confirmation)|declaration (?:by|of) (?:the )?(?:applicant|candidate)",
    re.IGNORECASE,
)
_DECLARES: Final = re.compile(r"\bi\b.{0,60}\b(?:confirm|certify|declare|authenticate|attest)\b", re.IGNORECASE)
_OWN: Final = re.compile(r"\bmy own work\b|\bi am the author\b|\bmy portfolio\b", re.IGNORECASE)
_FIELDS: Final = (
    ("name", re.compile(r"^(?:(?:print(?:ed)?|full|block) )?(?:name|referee(?:'s)?(?: name)?|name of (?:the )?(?:referee|line manager|supervisor)|line manager(?:'s name)?|name \(.{0,20}\)|(?:referee|manager) name|authenticated by)\s*$", re.IGNORECASE)),
    ("role", re.compile(r"^(?:role|position|job title|title|post|post held|designation|capacity|position held|job role|role or position|position / role|role/position|position/role|position and employer|relationship.{0,30})\s*$", re.IGNORECASE)),
    ("signature", re.compile(r"^(?:signature|signed|signature of (?:the )?referee|referee(?:'s)? signature|sign here|digital signature)\s*$", re.IGNORECASE)),
    ("date", re.compile(r"^(?:date|dated|date signed|date of signature|signed on|date of authentication)\s*$", re.IGNORECASE)),
)  # fmt: skip
_OTHER_FIELD: Final = re.compile(
    r"^(?:e-?mail(?: address)?|telephone|tel|phone|address|employer|organisation|institution|hospital|trust|department|hcpc.{0,20}|registration.{0,20}|professional .{0,20}|contact.{0,12}|qualification.{0,10})\s*$",
    re.IGNORECASE,
)
_UNFILLED: Final = re.compile(
    r"^[\s._\-\u2026\[\]()/]*$|^\[.*\]$|^(?:tbc|n/a|awaited|pending|to follow|not signed|unsigned)$", re.IGNORECASE
)
_SIGNED_TEXT: Final = re.compile(r"signed electronically|electronically signed|digitally signed|/s/", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\bportfolio\b", re.IGNORECASE)
_STRONG: Final = re.compile(r"authenticat|\breferee\b", re.IGNORECASE)
_MOST_LINES: Final = 45
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
            (after if near else others).extend(here)
    return after, others[:_MOST_PLACES]


def _is_about_portfolio(place: _Place) -> bool:
    text = " ".join(line.text for _, line in _block(place))
    return bool(_ABOUT.search(text)) and bool(_STRONG.search(text))


def _is_heading(line: Line) -> bool:
    if _APPLICANT.search(plain(line.text)):
        return False
    return (len(line.words) <= 14 and bool(_HEADING.search(line.text))) or bool(
        _DECLARES.search(line.text) and not _OWN.search(plain(line.text))
    )


def _block(place: _Place) -> list[tuple[PageLines, Line]]:
    """The lines from the heading to the applicant's own statement or the end of the following page's first lines."""
    found: list[tuple[PageLines, Line]] = []
    pages = [place.page, *place.file.pages[place.page.number : place.page.number + 1]]
    for page in pages:
        lines = page.lines[place.start :] if page is place.page else page.lines[:15]
        for line in lines:
            if len(found) >= _MOST_LINES or (found and _APPLICANT.search(plain(line.text))):
                return found
            found.append((page, line))
        if _filled(read_pairs([line for _, line in found], _field)):
            break
    return found


def _read(place: _Place) -> Authentication:
    block = _block(place)
    lines = [line for _, line in block]
    pairs = read_pairs(lines, _field)
    values = _filled(pairs)
    signature = next((pair.value for pair in pairs if pair.field == "signature"), None)
    text = "\n".join(line.text for line in lines)
    signed = _is_signed(signature, text, place.page)
    date = first_date(values["date"]) if "date" in values else None
    name = values.get("name")
    heading = place.page.lines[place.start]
    return Authentication(
        present=bool(name or signed or (date and values.get("role"))),
        referee_name=name,
        role=values.get("role"),
        dated_on=date,
        signed=signed if signature is not None or signed else (None if not pairs else False),
        locator=Locator(file=place.file.file, page=place.page.number, box=heading.box),
    )


def _is_signed(signature: str | None, text: str, page: PageLines) -> bool:
    if signature and not _UNFILLED.match(signature):
        return True
    if _SIGNED_TEXT.search(text):
        return True
    return signature is not None and page.page.picture_share > 0


def _filled(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.field in {"name", "role", "date"} and not _UNFILLED.match(pair.value):
            found.setdefault(pair.field, pair.value)
    return found


def _field(text: str) -> str | None:
    text = text.strip(" .*")
    for name, pattern in _FIELDS:
        if pattern.match(text):
            return name
    return "other" if _OTHER_FIELD.match(text) else None


def _fullness(found: Authentication) -> int:
    return sum(value is not None for value in (found.referee_name, found.role, found.dated_on)) + bool(found.signed)
