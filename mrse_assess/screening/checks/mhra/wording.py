"""The patterns by which references to the guidelines are found, put together from the check's data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mrse_assess.intake.text.words import MONTHS
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.vocabulary import CheckData

_MONTH: Final = "(?:" + "|".join(f"{month}|{month[:3]}" for month in MONTHS) + ")"
_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_DOTTED: Final = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_SHORT: Final = r"[A-Z]{2,5}-[A-Z]{2,4}|[A-Z][A-Z&]{1,7}|[A-Z][a-z]?[A-Z][A-Za-z]{0,6}"
_MORE: Final = r"(?:(?:\s?,\s?|\s?-\s?|\s(?:and|to|or|&)\s)(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2})(?![\d%])){0,5}"


@dataclass(frozen=True)
class Wording:
    """Compiled patterns. ``core`` is what names the agency or the guidelines; the others are matched beside it."""

    core: re.Pattern[str]
    agency: re.Pattern[str]
    noun_after: re.Pattern[str]
    noun_before: re.Pattern[str]
    its_own: re.Pattern[str]
    not_beside: re.Pattern[str]
    tail: re.Pattern[str]
    edition_before: re.Pattern[str]
    edition: re.Pattern[str]
    editions: Mapping[str, str]
    bulletin: re.Pattern[str]
    bulletin_edition: str
    section_here: re.Pattern[str]
    section_bare: re.Pattern[str]
    column: re.Pattern[str]
    section_later: re.Pattern[str]
    section_before: re.Pattern[str]
    page_near: re.Pattern[str]
    applied: re.Pattern[str]
    not_applied: re.Pattern[str]
    elsewhere: re.Pattern[str]
    again: re.Pattern[str]
    shortened: re.Pattern[str]

    def edition_right_after(self, text: str, place: int) -> str | None:
        """The edition that follows a section directly: "4.4.1 (v4.3)"."""
        match = self.edition.match(
            text, place + len(text[place : place + 2]) - len(text[place : place + 2].lstrip(" (,;"))
        )
        return self.edition_of(match.group()) if match else None

    def edition_of(self, text: str, begin: int = 0, end: int | None = None) -> str | None:
        """The first edition that the text names, by its version, its year or the number of its bulletin."""
        for match in self.edition.finditer(text, begin):
            if end is not None and match.end() > end:
                return None
            if self.bulletin.fullmatch(match.group()):
                return self.bulletin_edition
            if (key := _key(match.group())) in self.editions:
                return self.editions[key]
        return None


def _key(text: str) -> str:
    """What an edition is called, without spaces and the words for version."""
    plain = re.sub(r"[\s()/\-]", "", text.lower())
    return re.sub(r"^(?:version|ver|v)\.?", "v", plain)


def wording_of(data: CheckData) -> Wording:
    """The patterns of the data."""
    tables = tuple((one["id"], tuple(one["numbers"]), tuple(one["names"])) for one in data.tables["edition"])
    return _compiled(tuple(sorted(data.lists.items())), tables)


@lru_cache(maxsize=4)
def _compiled(
    lists: tuple[tuple[str, tuple[str, ...]], ...], editions: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
) -> Wording:
    known = dict(lists)
    any_title, any_agency = any_of(known["titles"]).pattern, any_of(known["agency"]).pattern
    bulletin = "|".join(known["bulletins"])
    is_bulletin = re.compile(bulletin, re.IGNORECASE).fullmatch
    own_nouns = any_of(known["own_nouns"]).pattern
    nouns, between = any_of(known["nouns"]).pattern, any_of(known["between"]).pattern
    section = _before_number(known["section"])
    page = _before_number(known["page"])
    numbers = "|".join(re.escape(number) for _, each, _ in editions for number in each)
    spoken = rf"(?<![\w.])(?:{numbers})(?=[\s,]{{1,2}}(?:{section})\d)"
    # "(4.3, 2021)" behind the name is the version and its year; "(4.3)" by itself may be a section.
    dated = rf"(?<=\()(?:{numbers})(?=\s?[,;]\s?(?:{_MONTH}\s)?(?:19|20)\d\d\s?\))"
    names = any_of(tuple(name for _, _, each in editions for name in each)).pattern
    edition = rf"(?<![\w.])(?:v|ver|version)\.?\s?(?:{numbers})(?![\d.]\d)|{spoken}|{dated}|{bulletin}|(?:{names})"
    plain = rf"\d\.\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}{_MORE}"
    here = rf"(?:{section}(?P<worded>{_NUMBER}{_MORE})|(?P<plain>{plain}))(?![\d%]|\.\d)"
    led = rf"(?:\s?(?:[,;:(\-]|\([^()]{{1,50}}\)|{any_of(known['led']).pattern})){{0,5}}\s?"
    flags = re.IGNORECASE
    return Wording(
        core=re.compile(f"{any_agency}|{any_title}|{bulletin}", flags),
        agency=re.compile(any_agency, flags),
        noun_after=re.compile(rf"(?:'s?)?[\s,)]{{0,3}}(?:(?:{between})[\s,]{{1,2}}){{0,7}}(?:{nouns})", flags),
        noun_before=re.compile(
            rf"(?:{nouns})(?:\s(?:of|from|by|issued|published|given|set|out|,|\()){{0,4}}\s?\(?(?:the\s)?$", flags
        ),
        its_own=re.compile(rf"(?:[^.;\[\]]|\.\d){{0,70}}?\bits\s((?:(?:{between})\s){{0,4}}(?:{own_nouns}))", flags),
        not_beside=any_of(known["not_these"]),
        tail=re.compile(
            rf"(?:[\s,;:()\[\]\-/']|\.\s(?={_MONTH}\b|{edition})|{_MONTH}\b|{edition}|(?:{any_of(known['after']).pattern})\.?){{0,60}}",
            flags,
        ),
        edition_before=re.compile(
            rf"(?:{edition})(?:\s(?:{any_of(known['after']).pattern})){{0,5}}[\s,(]{{0,2}}$", flags
        ),
        edition=re.compile(edition, flags),
        editions={_key(name): id_ for id_, each, more in editions for name in (*map("v{}".format, each), *each, *more)},
        bulletin=re.compile(bulletin, flags),
        bulletin_edition=next((id_ for id_, _, more in editions if any(map(is_bulletin, more))), ""),
        section_here=re.compile(
            rf"[\s,;:(\[\-]{{0,4}}(?:(?:see|in|at|under|and|especially|particularly|e\.g\.)\s){{0,2}}(?:the\s)?{here}",
            flags,
        ),
        section_bare=re.compile(rf"[\s,;:(]{{0,3}}{here}", flags),
        column=any_of(known["columns"]),
        section_later=re.compile(rf"(?<![\w.]){section}(?P<worded>{_DOTTED}{_MORE})(?![\d%]|\.\d)", flags),
        section_before=re.compile(rf"(?<![\w.]){here}{led}$", flags),
        page_near=re.compile(rf"(?<![\w.]){page}\d{{1,3}}(?!\d)", flags),
        applied=any_of(known["applied"]),
        not_applied=any_of(known["not_applied"]),
        elsewhere=re.compile(
            rf"\s?(?:of|in|from)\s(?!(?:(?:the|our|this|its|their)\s)?(?:\d{{4}}|v\d|{any_of(known['own']).pattern}))",
            flags,
        ),
        again=any_of(known["again"]),
        shortened=_shortened(any_of(known["shortened"]).pattern),
    )


def _shortened(leads: str) -> re.Pattern[str]:
    """The short name right behind the guidelines: "..., called SG below", "(the "SG")". Further on it is another's."""
    opened, closed = r"(?:the\s)?[\"'\u201c\u2018]?", r"[\"'\u201d\u2019]?"
    said = rf"[\s,(]{{0,3}}(?i:{leads})[\s:,]{{1,2}}{opened}(?P<said>{_SHORT})(?!\w)"
    return re.compile(rf"{said}|[\s,]{{0,2}}\({opened}(?P<bracketed>{_SHORT}){closed}\)")


def _before_number(words: tuple[str, ...]) -> str:
    """Words that stand before a number; one that the data end with a point may be printed with it: "s. 4", "s4"."""
    longest_first = sorted(words, key=len, reverse=True)
    each = (re.escape(word.removesuffix(".")) + (r"\.?" if word.endswith(".") else "") for word in longest_first)
    return rf"(?:{'|'.join(each)})\s?"
