"""The words of the data by which an item's author is told."""

import re
from functools import lru_cache
from typing import NamedTuple

from mrse_assess.screening.cells import Labels
from mrse_assess.screening.checks.authorship.by_name import Posts
from mrse_assess.screening.phrases import any_of


class Words(NamedTuple):
    """The lists of the data in the forms in which they are looked up."""

    author: Labels
    doer: Labels
    minuted: Labels
    by: Labels
    aside: re.Pattern[str]
    certified: re.Pattern[str]
    certificates: tuple[str, ...]
    certifies: tuple[str, ...]
    closings: frozenset[str]
    meetings: tuple[str, ...]
    minutes_begin: tuple[str, ...]
    not_persons: frozenset[str]
    posts: Posts
    after_maker: tuple[str, ...]
    before_maker: tuple[str, ...]
    beside_names: frozenset[str]


@lru_cache(maxsize=4)
def words_of_lists(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Words:
    """The words of the data's lists, by name."""
    known = dict(lists)
    return Words(
        author=Labels.of(known, ("author",)),
        doer=Labels.of(known, ("doer",)),
        minuted=Labels.of(known, ("minuted",)),
        by=Labels.of(known, ("by",)),
        aside=any_of(known["aside"]),
        certified=any_of(known["certified"]),
        certificates=known["certificates"],
        certifies=known["certifies"],
        closings=frozenset(known["closings"]),
        meetings=known["meetings"],
        minutes_begin=known["minutes_begin"],
        not_persons=frozenset(known["not_persons"]),
        posts=Posts(frozenset(known["posts"]), frozenset(known["not_persons"])),
        after_maker=known["after_maker"],
        before_maker=known["before_maker"],
        beside_names=frozenset(known["beside_names"]),
    )
