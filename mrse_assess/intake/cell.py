"""What a reference cell is read against, and what reading it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

SURE: Final = 0.97
"""A labelled reference to an item that exists. Nothing read from a cell is certain."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a cell is read against: ids of the items that exist, codes of the scheme, file names (lower case) to ids.

    With no ids nothing is known about the items yet, which lowers no confidence.
    """

    ids: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One item named in a cell. ``labelled``: a word such as "Evidence" stood before it, so it cannot be a page."""

    evidence_id: str
    page_hint: str | None = None
    section_hint: str | None = None
    notes: tuple[str, ...] = ()
    confidence: float = SURE
    labelled: bool = True


@dataclass(frozen=True, kw_only=True)
class CellReading:
    """What one cell says.

    ``blank``: it claims nothing ("N/A", "-"). ``above``: it points at another row without an item. ``loose_pages`` are
    pages named without an item, ``codes`` sub-categories named instead of items, ``leftover`` words not understood.
    """

    references: tuple[Reference, ...] = ()
    blank: bool = False
    above: bool = False
    loose_pages: tuple[str, ...] = ()
    loose_sections: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    leftover: tuple[str, ...] = ()
