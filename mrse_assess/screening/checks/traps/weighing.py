"""Whether the words of an item speak for something that the guidance bars more than against it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from mrse_assess.model.places import Locator
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import Signal, distinct

MOST_PLACES: Final = 8
_NAMED: Final = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.? [A-Z]"
    r"|\b[A-Z][a-z]{1,20}, [A-Z][a-z]{1,20}\b"
    r"|\b[A-Z][a-z]{1,20}(?: [A-Z]\.?)? [A-Z][a-z'-]{1,24}\b"
)
_LONGEST_ROW: Final = 14  # words of a line of a list
_NAMED_ROWS: Final = 3

Rule = Mapping[str, Any]


class Page(NamedTuple):
    """A page and what of the phrase book stands on it, but for the item's title: what a title says is not yet shown."""

    text: PageText
    signals: tuple[Signal, ...]


def without_title(page: PageText, signals: Sequence[Signal], title: str) -> Page:
    """The page with what stands on it outside the item's title."""
    spans = [match.span() for match in re.finditer(re.escape(title), page.text, re.IGNORECASE)] if title else []
    return Page(page, tuple(one for one in signals if not any(begin <= one.start < end for begin, end in spans)))


def speaks_for(
    rule: Rule, cited: Sequence[Page], whole: Sequence[Page], *, asked_for: bool = False, belong: bool = False
) -> tuple[Locator, ...]:
    """Places that show it where the words of the cited pages speak for it more than those of the whole item against it.

    () where they do not. Where the item is also cited for a sub-category in which such work is ``asked_for``, its words
    have to be twice as many as those against it; where such words ``belong`` to it, twice as many as the least.
    """
    signals, others = _signals(cited), _signals(whole)
    amount = _amount(rule, signals, cited)
    against = distinct(others, rule["against"])
    least = rule["least"] * (2 if belong else 1)
    if amount < least or against > rule["most"] or amount < against * rule["times"] * (2 if asked_for else 1):
        return ()
    if rule.get("by") == "one_kind" and amount != 1:
        return ()
    if any(distinct(signals, [group]) < rule["each"] for group in rule["all_of"]):
        return ()
    return _places(rule, cited)


def _amount(rule: Rule, signals: Sequence[Signal], cited: Sequence[Page]) -> int:
    """How many different phrases, or kinds of phrase, speak for it; rows of names are counted with a list's words."""
    if rule.get("by") in {"kinds", "one_kind"}:
        return sum(any(each.group == group for each in signals) for group in rule["signs"])
    rows = _rows_of_names(cited, rule) if rule.get("by") == "names" else 0
    return distinct(signals, rule["signs"]) + rows


def _rows_of_names(cited: Sequence[Page], rule: Rule) -> int:
    """Two where under words of a list many short lines hold a person's name, else none."""
    for page in cited:
        begin = min((each.start for each in page.signals if each.group in rule["signs"]), default=None)
        if begin is None:
            continue
        lines = page.text.text[begin:].split("\n")
        named = sum(len(line.split()) <= _LONGEST_ROW and _NAMED.search(line) is not None for line in lines)
        if named >= _NAMED_ROWS:
            return 2
    return 0


def _signals(pages: Sequence[Page]) -> tuple[Signal, ...]:
    return tuple(each for page in pages for each in page.signals)


def _places(rule: Rule, cited: Sequence[Page]) -> tuple[Locator, ...]:
    """Each phrase of the lists to show once, where it first stands."""
    first: dict[str, Locator] = {}
    for page in cited:
        for each in page.signals:
            if each.group in rule["shown"] and each.phrase not in first:
                first[each.phrase] = page.text.place(each.start, each.end)
    return tuple(first.values())[:MOST_PLACES]
