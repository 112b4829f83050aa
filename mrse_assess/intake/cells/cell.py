"""What a reference cell is read against, and what reading it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from mrse_assess.intake.cells.said_places import Begun, nothing_begun

SURE: Final = 0.97
"""A labelled reference to an item that exists. Nothing read from a cell is certain."""


class Sign(StrEnum):
    """A raw signal of doubt about a reference. What each weighs is measured: see ``intake/cells/confidence.py``."""

    BARE = "a number without a word before it"
    UNKNOWN = "a label that no item bears"
    STRAY = "a label that no item bears, without a word before it or unlike those of all items"
    RANGE = "one of a range"
    RANGE_OPEN = "one of a range of which some items do not exist"
    AFTER_WORDS = "a number after words, perhaps of a title"
    ARROW = 'behind an arrow, which may mean "to" or point at a page'
    TAKEN_APART = "a label with a point read as item and section"
    PAGE_BARE = "pages without a word before them"
    PAGE_BRACKETED = "pages in brackets without a word before them"
    PAGE_LISTED = "a page that might be the next item"
    RECOGNISED = "letters and digits that text recognition mixes up were put right"
    OTHER_FORM = "a numeral or letter read as the label of another form"
    CODE_OR_ITEM = "a number that is a sub-category's and an item's"
    BY_TITLE = "named by its title alone"
    TITLED = "named by its whole title"
    OTHER_ROW = "taken from the row that the cell points at"
    BY_PAGES = "the item on pages that were named without one"
    PARTLY_READ = "words with numbers of the cell were not understood"
    ORDINAL = "a page counted in the item by its place"
    SPREAD = "a hint said once for several items"
    ROW_IN_DOUBT = "the row's sub-category or the bounds of its cells are in doubt"
    STANDS_FOR = "a part of an item, or several by what they share"
    PAGES_OPEN = "pages that lead elsewhere by another way of counting"
    PAGES_OUTSIDE = "pages that the item does not have"
    OTHER_STYLE = "written otherwise than most references of the table"
    DIM = "words that text recognition was not sure of"
    SCANNED = "words from text recognition"
    BY_ITEM = "taken from a list of items with their sub-categories"
    TICKED = "marks in columns"
    DRAWN_MARK = "a mark that is a picture"
    UNRULED = "a table without lines between its cells"
    NARROW = "a table that claims for few sub-categories"
    UNHEADED = "a small table that no heading names"
    OTHER_SHAPE = "the table's words could be cut into cells otherwise as well"
    SEVERAL_TABLES = "another table says otherwise"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a cell is read against: ids of the items that exist, codes of the scheme, file names (lower case) to ids.

    ``titles`` are the items' titles by id, so that a title's numbers are no pages. With no ids nothing is known about
    the items yet, which lowers no confidence. ``recognised``: the text was read from a picture, so that a letter alone
    may be a digit. ``marks`` are those that the table's legend explains as "simulated". ``paged``: a heading says that
    numbers behind an item are its pages. ``headings`` are those on the pages of each item, which may name a part of it.
    ``abbreviations`` are those that the table's legend explains ("s = section"). ``begun`` tells the items of which a
    line begins with the words given. ``read`` keeps the cells that were read against this, by their text: every reading
    of a table asks for them again.
    """

    ids: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    recognised: bool = False
    marks: frozenset[str] = frozenset()
    paged: bool = False
    headings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    begun: Begun = nothing_begun
    read: "dict[str, CellReading]" = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One item named in a cell. ``labelled``: a word such as "Evidence" stood before it, so it cannot be a page.

    ``signs`` are what makes it doubtful; ``confidence`` is what they come to.
    """

    evidence_id: str
    page_hint: str | None = None
    section_hint: str | None = None
    notes: tuple[str, ...] = ()
    confidence: float = SURE
    labelled: bool = True
    signs: frozenset[Sign] = frozenset()


@dataclass(frozen=True, kw_only=True)
class CellReading:
    """What one cell says.

    ``blank``: it claims nothing ("N/A", "-"). ``above``: it points at another row without an item. ``loose_pages`` are
    pages named without an item, ``codes`` sub-categories named instead of items, ``leftover`` words not understood,
    ``passed`` numbers that were understood and name nothing: dates, "of 9", the numbers of a list's lines.
    """

    references: tuple[Reference, ...] = ()
    blank: bool = False
    above: bool = False
    loose_pages: tuple[str, ...] = ()
    loose_sections: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    leftover: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
