"""What the panel page shows. Every value is frozen; words are made here, never on the page."""

from dataclasses import dataclass

from mrse_assess.model.places import Box
from mrse_assess.terms import Consequence, RuleStatus, Verdict
from mrse_assess.workbench.views import GroupChoice


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Who is at the table. ``words`` says whether the quorum is met, or that the scheme has not set one."""

    present: tuple[str, ...]
    recused: int
    quorum_met: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class PanelHeading:
    """Which application, where the meeting stands, and why it cannot go on, if so ("" otherwise)."""

    application: str
    attempt: int
    state: str
    sitting: bool
    why_not: str
    names_hidden: bool
    presence: Presence
    persons: tuple[str, ...]  # who could be present: chair and assessors without a conflict
    not_shown: str = ""  # why the others' assessments are not open yet to an assessor who may begin, or join


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """One unit on the agenda: ``words`` says in what the assessors differ, ``verdicts`` each side's, in order."""

    sub_category: str
    evidence_id: str
    consequence: Consequence
    words: str
    verdicts: tuple[Verdict, ...]
    settled: Verdict | None
    minutes: int


@dataclass(frozen=True, kw_only=True)
class AgendaGroup:
    """The rows of one consequence under its heading."""

    consequence: Consequence
    heading: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, kw_only=True)
class PanelAgenda:
    """The agenda in order, and the agreed rest."""

    groups: tuple[AgendaGroup, ...]
    left: int
    agreed: str  # "28 items, 13 conclusions"
    sampled: tuple[str, ...]
    to_look_at: tuple[str, ...]  # those of the sample that the panel has not turned to
    accepted: bool
    outcome: RuleStatus


@dataclass(frozen=True, kw_only=True)
class QuoteLine:
    """Words of the evidence that an assessor pinned, and the page of the item they stand on (0: not of it now)."""

    text: str
    page: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Side:
    """One assessor's judgement. ``label`` is "First judgement" where names are hidden, else the assessor's id."""

    number: int
    label: str
    verdict: Verdict
    lines: tuple[str, ...]  # reasons, flags, contribution: a sentence each
    quotes: tuple[QuoteLine, ...]
    to_panel: str
    feedback: str
    page: int


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What the panel recorded of a unit. ``lines`` are its reasons and flags, as those of a side."""

    verdict: Verdict
    lines: tuple[str, ...]
    why: str
    by: str
    at: str
    primary_reason: str


@dataclass(frozen=True, kw_only=True)
class ReasonChoice:
    """A reason that may be given, with whether it needs the phrase of what the page shows."""

    id: str
    name: str
    needs_seen: bool


@dataclass(frozen=True, kw_only=True)
class TopicView:
    """A unit side by side. ``pages`` is how many pages its item has, 0 for a conclusion.

    ``groups`` are those that its item may be put in, () where pieces need not be independent.
    """

    sub_category: str
    evidence_id: str
    heading: str
    guidance: tuple[str, ...]
    sides: tuple[Side, ...]
    without: int
    settled: Settled | None
    verdicts: tuple[Verdict, ...]
    reasons: tuple[ReasonChoice, ...]
    groups: tuple[GroupChoice, ...]
    pages: int
    opening: int


@dataclass(frozen=True, kw_only=True)
class EffectRow:
    """One rule: how far its count can go now and then, in words."""

    rule: str
    now: str
    then: str


@dataclass(frozen=True, kw_only=True)
class EffectView:
    """What recording a verdict would change. ``sentence`` says what could reverse it, or that nothing changes."""

    rows: tuple[EffectRow, ...]
    now: RuleStatus
    then: RuleStatus
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Flags:
    """What counts of a satisfactory item beside its verdict. None: the panel says what the judgements say."""

    simulated: bool | None = None
    mhra_reference: bool | None = None
    independent_group: str | None = None


@dataclass(frozen=True, kw_only=True)
class ModerationEntry:
    """What the panel agrees on.

    ``follows`` is the number of the side that is taken over, 0 for what all sides with this verdict have in common.
    """

    verdict: Verdict
    why: str
    follows: int = 0
    flags: Flags = Flags()
    primary_reason: str = ""
    seen: str = ""
    feedback: str = ""
