"""The contents list against the table and against what was sent: one Problem for each kind of difference."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from mrse_assess.intake.front.contents_list import ContentsList
from mrse_assess.intake.items.marks import is_part
from mrse_assess.intake.text.labels import id_key, plain
from mrse_assess.model.listing import listed
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_MOST_NAMED: Final = 10
_LISTED: Final = 0.5  # share of the items that a list must name before the others are missed in it
_LEAST_SHARED: Final = 0.34  # share of a title's words that the other title must have
_WORD: Final = re.compile(r"[a-z]{3,}")

Links = Mapping[str, Sequence[str]]
"""Sub-categories by evidence id."""


def contents_checks(
    contents: ContentsList | None,
    items: Sequence[EvidenceItem],
    entries: Sequence[CrossReferenceEntry],
    own_titles: Mapping[str, str],
) -> Iterator[Problem]:
    """Where contents list, table and items differ. ``own_titles`` are those that the items' own pages give."""
    there = [_bare(item.id) for item in items]
    cited = {_bare(entry.evidence_id) for entry in entries}
    if contents is None:
        yield Problem(
            code="contents-list-not-found",
            severity=Severity.WARNING,
            found="No contents list was found.",
            advice="Look for it yourself; it is one of the required parts (G8).",
        )
        yield from _gaps(there, cited, None)
        return
    here = Locator(file=contents.file, page=contents.pages[0] if contents.pages else 1)
    listed = [entry.id for entry in contents.entries]
    yield from _against_items(contents, there, here)
    yield from _against_table(contents, entries, here)
    yield from _titles(contents, own_titles, here)
    yield from _gaps([*there, *listed], cited, here)


def _against_items(contents: ContentsList, there: Sequence[str], here: Locator) -> Iterator[Problem]:
    listed = [entry.id for entry in contents.entries]
    absent = [each for each in listed if not _among(each, there)]
    if absent:
        yield Problem(
            code="listed-item-missing",
            severity=Severity.WARNING,
            found=f"The contents list names {_items(absent)}, not found in the portfolio.",
            advice="Look whether they are there under another label, or ask for them.",
            locator=here,
        )
    unlisted = [each for each in there if not _among(each, listed)]
    if unlisted and len(there) - len(unlisted) >= _LISTED * len(there):
        yield Problem(
            code="item-not-listed",
            severity=Severity.NOTE,
            found=f"The contents list does not name {_items(unlisted)}, found in the portfolio.",
            advice="Look whether they are items of evidence, and whether they bear the right label.",
            locator=here,
        )
    if contents.twice:
        yield Problem(
            code="listed-label-twice",
            severity=Severity.WARNING,
            found=f"The contents list has more than one entry for {_items(contents.twice)}.",
            advice="The first entry was used. Check which item a reference means.",
            locator=here,
        )


def _against_table(contents: ContentsList, entries: Sequence[CrossReferenceEntry], here: Locator) -> Iterator[Problem]:
    claimed = {entry.id: entry.claimed for entry in contents.entries if entry.claimed}
    if not claimed or not entries:
        return
    cited: dict[str, list[str]] = {}
    for entry in entries:
        cited.setdefault(_bare(entry.evidence_id), []).append(entry.sub_category)
    only_listed = _beyond(claimed, cited)
    if only_listed:
        yield Problem(
            code="contents-and-table-differ",
            severity=Severity.NOTE,
            found=f"The contents list makes links that the table does not: {_links(only_listed)}.",
            advice="The table was followed. Take a link up yourself if you think that it is meant.",
            locator=here,
        )
    only_cited = _beyond({each: codes for each, codes in cited.items() if _among(each, claimed)}, claimed)
    if only_cited:
        yield Problem(
            code="table-and-contents-differ",
            severity=Severity.NOTE,
            found=f"The table makes links that the contents list does not: {_links(only_cited)}.",
            advice="The table was followed. Check these references when you judge the sub-category.",
            locator=here,
        )


def _titles(contents: ContentsList, own_titles: Mapping[str, str], here: Locator) -> Iterator[Problem]:
    compared = [entry for entry in contents.entries if own_titles.get(entry.id)]
    differing = [entry.id for entry in compared if _differ(entry.title, own_titles[entry.id])]
    if differing and len(differing) <= len(compared) / 2:  # where most differ, the pages give no titles
        yield Problem(
            code="title-differs",
            severity=Severity.NOTE,
            found=f"The contents list gives another title than the pages themselves do for {_items(differing)}.",
            advice="Look whether the right pages were taken for them.",
            locator=here,
        )


def _gaps(known: Iterable[str], cited: Iterable[str], here: Locator | None) -> Iterator[Problem]:
    """Numbers left out in a run of plain numbers, which the table does not name either."""
    numbers = {int(each) for each in known if each.isdecimal()}
    named = {int(match.group()) for each in (*known, *cited) if (match := re.match(r"\d+", each))}
    left_out = [number for number in range(1, max(numbers, default=0)) if number not in named]
    if left_out and len(left_out) < len(numbers):
        yield Problem(
            code="item-numbers-with-gaps",
            severity=Severity.NOTE,
            found=f"The numbers of the items leave out {_named([str(number) for number in left_out])}.",
            advice="An item may be missing, or its label was not recognised. Look at the pages in between.",
            locator=here,
        )


def _beyond(links: Links, others: Links) -> dict[str, list[str]]:
    """The links of the first that the second does not have, parts of an item counting for the whole."""
    found: dict[str, list[str]] = {}
    for each, codes in links.items():
        there = {code for other, known in others.items() if _same(each, other) for code in known}
        if beyond := [code for code in dict.fromkeys(codes) if code not in there]:
            found[each] = beyond
    return found


def _differ(listed: str, own: str) -> bool:
    one, other = _words(listed), _words(own)
    return bool(one and other) and len(one & other) < _LEAST_SHARED * min(len(one), len(other))


def _words(title: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(plain(title).lower())} - {"the", "and", "for", "with", "from"}


def _among(each: str, others: Iterable[str]) -> bool:
    return any(_same(each, other) for other in others)


def _same(each: str, other: str) -> bool:
    return each.lower() == other.lower() or is_part(each, other) or is_part(other, each)


def _bare(evidence_id: str) -> str:
    """The id without the folder that tells it from another of the same label."""
    return evidence_id.rpartition("/")[2]


def _items(ids: Sequence[str]) -> str:
    return ("item " if len(set(ids)) == 1 else "items ") + _named(ids)


def _named(ids: Sequence[str]) -> str:
    """Ids in words: "3", "3 and 4", "3, 4 and 5", and after ten how many more."""
    each = sorted(dict.fromkeys(ids), key=id_key)
    if len(each) > _MOST_NAMED:
        return f"{', '.join(each[:_MOST_NAMED])} and {len(each) - _MOST_NAMED} more"
    return listed(each)


def _links(links: Links) -> str:
    each = [f"{one} with {_named(links[one])}" for one in sorted(links, key=id_key)]
    more = len(each) - _MOST_NAMED
    return "; ".join(each[:_MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")
