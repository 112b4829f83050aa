"""Which of propose, initiate, produce, review and revise the words about the applicant show (guidance, clause G13)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.checks.authorship.bylines import Byline
from mrse_assess.screening.checks.authorship.history import Sheet, role_in
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import Named, Spot
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.vocabulary import CheckData

_REACH: Final = 70  # characters before and after a name
_TRACED: Final = {"insertion": "revise", "deletion": "revise", "comment": "review"}
_MOST: Final = 40  # of one page
_NAME: Final = r"[A-Z][\w.'\-]{0,25}"

_BETWEEN: Final = (
    r"(?:\s?\([^)\n]{1,40}\))?[,:]?\s{0,2}(?:-\s)?"
    rf"(?:(?:also|then|has|have|had|later|\w{{2,12}}ly)\s|(?:and|with)\s{_NAME}\s(?:{_NAME}\s)?)?"
)
_SAYINGS: Final = ("propose_after", "initiate_after")
_SAID: Final = r"(?:(?:[a-z]{2,14}\s){2,5}and\s)?"
_LED: Final = (
    r"\s{0,2}[:\-,]?\s{0,2}(?:(?:by|of|from)\s)?"
    rf"(?:{_NAME}\s(?:{_NAME}\s)?(?:and|&|with)\s)?(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?\s)?"
)


class Part(NamedTuple):
    """Something that the applicant did, and where it is said; no place where a file's marks say it."""

    role: str
    place: Locator | None


class _Ways(NamedTuple):
    after: Mapping[str, re.Pattern[str]]
    before: Mapping[str, re.Pattern[str]]
    not_yet: re.Pattern[str]
    advises: re.Pattern[str]


@lru_cache(maxsize=4)
def _ways(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> _Ways:
    known = dict(lists)
    after = {
        key.removesuffix("_after"): _between(key) + _alone(words)
        for key, words in known.items()
        if key.endswith("_after")
    }
    before = {
        key.removesuffix("_before"): f"(?i:{any_of(words).pattern}){_LED}$"
        for key, words in known.items()
        if key.endswith("_before")
    }
    return _Ways(
        {role: re.compile(pattern) for role, pattern in after.items()},
        {role: re.compile(pattern) for role, pattern in before.items()},
        re.compile(f"(?:{any_of(known['not_yet']).pattern})\\s?$", re.IGNORECASE),
        any_of(known["advises"]),
    )


def _between(key: str) -> str:
    """What may stand between a name and such words: "Ada Example explained the reasons and proposed"."""
    return _BETWEEN + (_SAID if key in _SAYINGS else "")


def _alone(words: Sequence[str]) -> str:
    """Words that follow a name, those that begin with an apostrophe directly."""
    glued = [re.escape(word) for word in words if word.startswith("'")]
    plain = any_of(tuple(word for word in words if not word.startswith("'"))).pattern
    return f"(?:{'|'.join([plain, *glued])})"


def parts_in(
    pages: Sequence[PageText],
    spots: Mapping[tuple[str, int], Sequence[Spot]],
    data: CheckData,
    byline: Byline | None,
    applicant: Named,
) -> tuple[Part, ...]:
    """What the words beside the applicant's name show, each role at its first places."""
    ways = _ways(tuple(sorted(data.lists.items())))
    found: list[Part] = []
    for page in pages:
        for spot in spots[page.file, page.number][:_MOST]:
            found.extend(Part(role, page.place(start, end)) for role, start, end in _beside(page.text, spot, ways))
        for spot in applicant.in_capitals(page.text):
            found.extend(
                Part(role, page.place(start, end))
                for role, start, end in _beside(page.text, spot, ways)
                if start < spot.start
            )
    own = byline is not None and byline.is_applicant
    if own and byline and byline.sent:
        found.extend(Part("propose", page.place(*match.span())) for page in pages for match in page.find(ways.advises))
    return tuple(part for part in dict.fromkeys(found) if not (own and part.role == "produce"))


def _beside(text: str, spot: Spot, ways: _Ways) -> Sequence[tuple[str, int, int]]:
    """What the words on either side show; who first raised an idea and set it going did more than propose it."""
    found = list(_each_beside(text, spot, ways))
    began = any(role == "initiate" for role, _, _ in found)
    return [each for each in found if not (began and each[0] == "propose")]


def _each_beside(text: str, spot: Spot, ways: _Ways) -> Iterator[tuple[str, int, int]]:
    begin = max(0, spot.start - _REACH)
    before = text[begin : spot.start].replace("\n", " ")
    after = text[spot.end : spot.end + _REACH].replace("\n", " ")
    for role, pattern in ways.after.items():
        if match := pattern.match(after):
            yield role, spot.start, spot.end + match.end()
    for role, pattern in ways.before.items():
        match = pattern.search(before)
        if match and not ways.not_yet.search(before[: match.start()]):
            yield role, begin + match.start(), spot.end


def parts_of_versions(sheets: Sequence[Sheet], applicant: Named, data: CheckData) -> tuple[Part, ...]:
    """What tables of versions show of the applicant, each role at its first place."""
    own = (maker for sheet in sheets for maker in sheet.makers(applicant) if maker.is_applicant)
    places: dict[str, Locator] = {}
    for maker in own:
        places.setdefault(role_in(maker, data.lists), maker.place)
    return tuple(Part(role, place) for role, place in places.items())


def parts_traced(material: Material, item: EvidenceItem, applicant: Named) -> tuple[Part, ...]:
    """What tracked changes and comments on the item's pages show of the applicant."""
    own = {(span.file, page) for span in item.spans for page in span.pages}
    roles = dict.fromkeys(
        _TRACED[trace.kind]
        for span in item.spans
        if span.file in material.facts
        for trace in material.facts[span.file].traces
        if (span.file, trace.page) in own and trace.kind in _TRACED and applicant.is_in(trace.author)
    )
    return tuple(Part(role, None) for role in roles)
