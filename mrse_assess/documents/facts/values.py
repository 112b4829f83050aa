"""What the tasks of this package hand to each other, and the limits they keep."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mrse_assess.model.facts import Carried, Cover, Hidden, Photo, Signature, Trace

LISTS: Mapping[str, Any] = {
    "traces": Trace,
    "carried": Carried,
    "covers": Cover,
    "hidden": Hidden,
    "photos": Photo,
    "signatures": Signature,
}
"""The kinds of facts of which a file may have many, and the type of each."""

KINDS = frozenset({"properties", "revisions", *LISTS})
"""Every kind of fact by its name in FileFacts: what ``unseen`` may name."""

PAGE_KINDS = frozenset(LISTS)
"""The kinds of facts that pages of a PDF are looked at for."""

PROPERTIES = ("author", "title", "subject", "keywords", "company", "creator", "created", "modified", "last_modified_by")


@dataclass(frozen=True, kw_only=True)
class FactLimits:
    """What looking into one file may cost: seconds of the worker, and how many facts of a kind are kept.

    After ``pages_lost`` pages ended by a limit the rest of a file's pages is given up.
    """

    pages: int = 5000
    batch_pages: int = 32
    batch_seconds: float = 30.0
    page_seconds: float = 8.0
    whole_seconds: float = 60.0
    pages_lost: int = 3
    of_a_kind: int = 2000  # in one file; more are cut off, and the kind is named as unseen
    on_a_page: int = 200
    answer_bytes: int = 16 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one task found. ``pages`` is the number of a PDF's pages, where it was asked for.

    ``passing``: what could not be seen may be seen another time (a password was missing), so the answer is not kept.
    """

    pages: int = 0
    properties: Mapping[str, str] = field(default_factory=dict)
    traces: tuple[Trace, ...] = ()
    carried: tuple[Carried, ...] = ()
    covers: tuple[Cover, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    photos: tuple[Photo, ...] = ()
    signatures: tuple[Signature, ...] = ()
    revisions: int = 0
    unseen: frozenset[str] = frozenset()
    passing: bool = False


class Pages(NamedTuple):
    """Pages ``first`` to ``last`` of a PDF; ``drawn`` false leaves out what needs their pixels."""

    first: int
    last: int
    drawn: bool = True


def joined(parts: Iterable[Found], most: int) -> Found:
    """Everything that the parts found, in their order, no more than ``most`` of a kind."""
    every = tuple(parts)
    lists = {name: tuple(fact for part in every for fact in getattr(part, name)) for name in LISTS}
    cut = {name for name, facts in lists.items() if len(facts) > most}
    return Found(
        pages=max((part.pages for part in every), default=0),
        properties={name: text for part in every for name, text in part.properties.items()},
        **{name: facts[:most] for name, facts in lists.items()},
        revisions=sum(part.revisions for part in every),
        unseen=frozenset().union(cut, *(part.unseen for part in every)),
        passing=any(part.passing for part in every),
    )
