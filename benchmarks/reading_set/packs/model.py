"""What a portfolio of this set is made of."""

from dataclasses import dataclass

from ..places.model import Spot  # noqa: TID252 - the set is imported by two names


@dataclass(frozen=True, kw_only=True)
class Span:
    """Sheets of an item in one file, as drawn. ``sheet`` is the first among all sheets of evidence, from 1.

    ``first`` is its place in the file (without the front, where that is in the same file); ``divided`` sheets stand
    before the text.
    """

    file: str
    sheet: int
    first: int
    count: int
    divided: int = 0


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of evidence. ``label`` is what it is called on itself and in the list, ``cited`` in the table.

    ``home`` is the sub-category or category in whose folder it lies, where numbering starts anew in each folder.
    ``late`` stands behind its title in the list ("to follow"). ``kin`` is the number of which it is a part.
    """

    id: str
    label: str
    cited: str
    title: str
    files: tuple[str, ...]
    manner: str = ""
    home: str = ""
    kin: str = ""
    late: str = ""
    sent: bool = True
    listed: bool = True
    orphan: bool = False
    labelled: bool = True
    annexed: bool = False
    spots: tuple[Spot, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hint:
    """A place in an item: its words, with ``{p}`` and ``{q}`` for page numbers, and what they mean.

    ``led`` are pages of the text of the span ``at``; nothing for all of the item.
    """

    form: str = ""
    pages: tuple[int, ...] = ()
    section: str | None = None
    led: tuple[int, ...] = ()
    at: int = 0


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One reference. ``said`` stands behind it; ``kind`` in the column that tells actual from simulated."""

    id: str
    label: str
    items: tuple[Item, ...]
    hint: Hint = Hint()
    simulated: bool = False
    said: str = ""
    kind: str = ""
    remark: str = ""
    shows: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A sub-category and its references; ``text`` stands in the cell where there are none."""

    code: str
    refs: tuple[Ref, ...] = ()
    text: str = ""
    behind: str = ""  # behind the name of the sub-category


@dataclass(frozen=True, kw_only=True)
class Design:
    """One applicant's habits.

    ``pack`` says how items are called and filed, ``cell`` how a place stands beside a reference, ``paged`` and
    ``placed`` how often there is one, ``note`` how simulated evidence is told, ``lost`` what leads nowhere or is cited
    by nobody, ``stray`` whether files that are no items lie beside.
    """

    name: str
    carrier: str
    pack: str
    cell: str = "comma"
    paged: float = 0.2
    placed: float = 0.5
    note: str = "none"
    lost: str = "none"
    table: str = "ruled"
    segments: str = "files"
    counting: str = "item"
    listing: str = "lines"
    front: str = "one"
    stray: bool = False
    shows: bool = False


@dataclass(frozen=True, kw_only=True)
class Marks:
    """Pages of the front, and the files they are in. ``end`` is its length where it is one file."""

    table: tuple[int, ...] = ()
    listing: tuple[int, ...] = ()
    end: int = 0
