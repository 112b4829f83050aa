"""A Problem before it has a file name: worker and cache know contents only, and equal contents may have two names."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from mrse_assess.documents.problems import problem
from mrse_assess.model.listing import pages_named
from mrse_assess.model.problem import Problem

_GATHERED = frozenset(
    {
        "pages-without-text",
        "pages-picture-text",
        "pages-pictures-unread",
        "pages-recognised",
        "pages-recognised-here",
        "pages-recognised-in-part",
        "pages-recognised-poorly",
        "pages-layer-doubtful",
        "pages-not-recognised",
        "pages-not-read",
    }
)


class Finding(NamedTuple):
    """The code of a Problem, its page (None: the file as a whole), and the numbers and words of ours that it needs."""

    code: str
    page: int | None = None
    slots: Mapping[str, str | int] = MappingProxyType({})


def problems_of(findings: Iterable[Finding], file: str) -> tuple[Problem, ...]:
    """The Problems of a file; those that concern runs of pages are said once with all their pages."""
    every = tuple(findings)
    single = [found for found in every if found.code not in _GATHERED]
    told = [worded(found, file) for found in single]
    for code in sorted({found.code for found in every} & _GATHERED):
        group = [found for found in every if found.code == code]
        pages = tuple(sorted({found.page or 1 for found in group}))
        told.append(worded(group[0]._replace(page=pages[0]), file, pages_named(pages)))
    return tuple(told)


def worded(found: Finding, file: str, pages: str = "") -> Problem:
    """The Problem of one finding. Raises KeyError or TypeError if its slots are not those of its code."""
    slots: dict[str, Any] = dict(found.slots)
    return problem(found.code, file, page=found.page or 1, pages=pages, **slots)
