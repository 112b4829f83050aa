"""The course of an assessment: what is open before it starts and before it is sealed, undoing, sealing. Frozen."""

from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.workbench.views import Receipt, Unit


class PointKind(StrEnum):
    """How a point of a check list stands."""

    DONE = "done"
    OPEN = "open"  # blocks sealing
    SENTENCE = "sentence"  # kept with a sentence to the panel
    REMARK = "remark"  # said, blocks nothing
    NOT_CHECKED = "not_checked"


class JumpKind(StrEnum):
    """Where a point leads."""

    UNIT = "unit"  # a claim, a sub-category or an item cited nowhere
    CORRECT = "correct"  # the correction of a row
    LETTER = "letter"  # the drawer with the required parts


@dataclass(frozen=True, kw_only=True)
class Jump:
    """One place that a point leads to. ``words`` stand on the link, ``label`` says it in full ("Open item 21, ...").

    ``unit`` is a claim, a sub-category, an item cited nowhere or a whole file; ``page`` a page of it, 0 for the cited.
    """

    kind: JumpKind
    words: str
    label: str
    unit: Unit | None = None
    page: int = 0


@dataclass(frozen=True, kw_only=True)
class Point:
    """One line of a check list, in words, with the places that it leads to.

    The part of ``id`` before a colon says what the point is about.
    """

    id: str
    kind: PointKind
    words: str
    jumps: tuple[Jump, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """What to know before starting: unresolved references, uncited items, unclaimed sub-categories, no page hint.

    ``summary`` is the same in a few words ("1 unresolved, 2 uncited"), "" when there is nothing. ``read_as`` are
    sentences about how the portfolio was read: where the table stands, what its page numbers count.
    """

    points: tuple[Point, ...]
    nothing_judged: bool
    summary: str = ""
    read_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UndoView:
    """What undo and redo would do now, in words ("verdict on 7"), "" when there is nothing."""

    undo: str
    redo: str


@dataclass(frozen=True, kw_only=True)
class Undone:
    """What was undone or done again: the receipt of that record, in words, and where to look."""

    receipt: Receipt
    words: str
    unit: Unit | None


@dataclass(frozen=True, kw_only=True)
class SealView:
    """Whether the assessment is sealed, and what stands in the way.

    ``points`` is the check list; ``can_seal`` and ``can_reopen`` follow from it and from what was revealed.
    ``since`` is in words ("21 November 2026, 14:02:07"), "" while open. ``why_not`` says why it cannot be reopened.
    """

    sealed: bool
    since: str
    points: tuple[Point, ...]
    can_seal: bool
    can_reopen: bool
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """How an assessor likes the page. Not a record.

    ``keys`` maps an act's name to the key that does it, where it differs from the usual one; ``single_keys`` false
    switches keys without a modifier off. ``continuous`` shows the pages of an item one under another.
    """

    keys: tuple[tuple[str, str], ...] = ()
    single_keys: bool = True
    go_on_after_verdict: bool = False
    continuous: bool = False
    marks: tuple[str, ...] = ()  # the highlight sets shown
