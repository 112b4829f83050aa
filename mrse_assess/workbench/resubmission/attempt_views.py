"""The frozen values of a further attempt and of another version of a portfolio, as the screen shows them."""

from dataclasses import dataclass
from datetime import datetime

from mrse_assess.terms import SubCategoryState
from mrse_assess.workbench.outcome_views import RuleLine
from mrse_assess.workbench.resubmission.changes import Change
from mrse_assess.workbench.views import Unit


@dataclass(frozen=True, kw_only=True)
class CameItem:
    """What became of one item since the attempt, or the version, before.

    ``words`` say it in a phrase ("new", "changed", "same", "sent before as 3"), ``sentence`` in full.
    """

    evidence_id: str
    title: str
    change: Change
    words: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class AskedUnit:
    """A sub-category that the letter asked for: how it stood then, and what of it goes on counting.

    ``reasons`` are names of those given then; () where this person's standing does not see them.
    """

    code: str
    short_name: str
    was: SubCategoryState
    reasons: tuple[str, ...] = ()
    counts_on: tuple[str, ...] = ()  # items that were satisfactory and count unless judged again


@dataclass(frozen=True, kw_only=True)
class StoodItem:
    """An item behind a finding that stands: ``came`` is what became of it, ``is_there`` whether it can be opened."""

    evidence_id: str
    title: str
    came: str
    is_there: bool


@dataclass(frozen=True, kw_only=True)
class StoodRow:
    """A sub-category whose finding stands from an earlier attempt."""

    code: str
    short_name: str
    state: SubCategoryState
    attempt: int
    items: tuple[StoodItem, ...]


@dataclass(frozen=True, kw_only=True)
class FigureRow:
    """One pass rule as it was counted for the attempt before, and as it is counted now with what stands."""

    label: str
    then: RuleLine
    now: RuleLine


@dataclass(frozen=True, kw_only=True)
class AttemptView:
    """A further attempt. ``letter`` asked for it on ``issued_at``; ``stands`` says that the letter was not taken back.

    ``enough`` are the least sets of ``asked`` that would have been enough; ``carried`` says in the letter's words what
    becomes of the other findings, ``settings`` on whose word. ``blind``: reasons and words of the attempt before are
    not shown to this person. ``came`` is None while it is being compared, and ``fault`` says why it cannot be.
    """

    attempt: int
    before: int
    letter: str
    outcome: str
    issued_at: datetime | None
    stands: bool
    asked: tuple[AskedUnit, ...]
    rules: tuple[RuleLine, ...]
    missing_parts: tuple[str, ...]
    enough: tuple[tuple[str, ...], ...]
    carried: str
    settings: tuple[str, ...]
    open_count: int
    total: int
    stood: tuple[StoodRow, ...]
    figures: tuple[FigureRow, ...]
    blind: bool
    came: tuple[CameItem, ...] | None
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class VersionView:
    """Another version of the portfolio of this attempt, which came while it was open, or since it was judged.

    ``came`` is what became of the items, None while it is being compared. ``judged`` and ``concluded`` count what is
    carried over, ``again`` lists the judgements to be looked at once more. ``taken`` is true once it is on the page.
    """

    came_at: datetime | None
    file_name: str
    why: str
    came: tuple[CameItem, ...] | None
    judged: int
    concluded: int
    again: tuple[Unit, ...]
    taken: bool
    sealed: bool = False
    fault: str = ""
