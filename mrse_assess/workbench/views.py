"""The frozen values that the screen shows and sends. Words for people are ready to print; nothing here is markup."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from mrse_assess.model.pages import Word
from mrse_assess.model.wordings import Wording
from mrse_assess.terms import NoteKind, Verdict
from mrse_assess.workbench.evidence_views import Mark, QuoteView
from mrse_assess.workbench.finding_views import Finding

# ---------------------------------------------------------------- units


class Unit(NamedTuple):
    """What can be judged: one item of evidence for one sub-category.

    ``evidence_id`` is empty for the sub-category as a whole (nothing claimed, or its row is chosen); ``sub_category``
    is empty for an item that no sub-category cites. Never both.
    """

    sub_category: str
    evidence_id: str


class Place(NamedTuple):
    """Where the assessor was: a unit and the page of its item, from 1."""

    unit: Unit
    page: int


class Receipt(NamedTuple):
    """One durable record: when (local time of the assessor), which event, and the head of the records after it."""

    saved_at: datetime
    event: str
    head: str


# ---------------------------------------------------------------- header and worklist


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The head of the page. ``attempt`` is in words ("First attempt, guidance 2025").

    ``saved_at`` is when this assessor last recorded something here, None for never.
    """

    application: str
    attempt: str
    assessor: str
    judged: int
    claims: int
    saved_at: datetime | None = None


class RowState(StrEnum):
    """How a sub-category stands on the worklist; the last two are states of the screen, not verdicts."""

    SATISFACTORY = "satisfactory"
    NOT_SATISFACTORY = "not_satisfactory"
    REFERRED_TO_PANEL = "referred_to_panel"
    NOTHING_OFFERED = "nothing_offered"
    IN_PROGRESS = "in_progress"
    NOT_YET_JUDGED = "not_yet_judged"


@dataclass(frozen=True, kw_only=True)
class ClaimRow:
    """One item claimed for a sub-category. ``label`` is the item's ("7"), ``cited`` in words ("p 3"), or empty.

    ``reminder`` and ``waiting`` ("2 days") are of a parked one. ``prompts`` counts what the program suggests of the
    item and ``prompt_kinds`` says of what ("dates 1, scope 2"). ``uncited`` says that a judgement stands for which the
    table has no reference (any more).
    """

    evidence_id: str
    label: str
    title: str
    verdict: Verdict | None
    cited: str = ""
    parked: bool = False
    leads_nowhere: bool = False
    reason_missing: bool = False  # not satisfactory without a reason
    reminder: str = ""
    waiting: str = ""
    prompts: int = 0
    prompt_kinds: str = ""
    uncited: bool = False
    corrected: bool = False  # the reference is this assessor's correction, not the applicant's
    came: str = ""  # what became of the item since the attempt or version before ("new", "changed")
    came_said: str = ""  # the same as a sentence
    look_again: bool = False  # judged on a version of the portfolio that was replaced, the item with it
    counts_on: bool = False  # satisfactory in an attempt before, the same since: it counts without being judged again


@dataclass(frozen=True, kw_only=True)
class WorklistRow:
    """One sub-category. ``judged`` of ``claims`` follow from them; ``prompts`` counts what the program suggests."""

    code: str
    category: int
    short_name: str
    title: str
    state: RowState
    claims: tuple[ClaimRow, ...]
    prompts: int = 0


@dataclass(frozen=True, kw_only=True)
class UncitedItem:
    """An item of the portfolio that no sub-category cites."""

    evidence_id: str
    label: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Worklist:
    """Every sub-category in the order of the guidance, and what no row of the table leads to."""

    rows: tuple[WorklistRow, ...]
    uncited: tuple[UncitedItem, ...] = ()


# ---------------------------------------------------------------- evidence


@dataclass(frozen=True, kw_only=True)
class ItemPage:
    """One page of an item. ``number`` is its place in the item, from 1; ``file`` and ``file_page`` say where it stands.

    ``width`` and ``height`` are in points as shown. ``remark`` is a sentence to stand above the page, or empty
    ("Drawn from a Word file; the layout may differ."). ``recognised``: its words come from text recognition.
    """

    number: int
    file: str
    file_page: int
    width: float
    height: float
    has_text: bool
    remark: str = ""
    recognised: bool = False


@dataclass(frozen=True, kw_only=True)
class PagePicture:
    """A page as pixels and words. ``media`` is ``image/png`` or ``image/jpeg``; boxes of words in points, as shown."""

    evidence_id: str
    number: int
    dpi: int
    media: str
    data: bytes
    width: float  # points
    height: float  # points
    words: tuple[Word, ...]
    has_text: bool
    marks: tuple[Mark, ...] = ()  # words of the highlight sets
    recognised: bool = False  # the words come from text recognition


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """One item of evidence as the screen shows it. Without ``pages``, ``why_empty`` says why.

    ``findings`` are what reading itself says of its pages. ``whole``: a whole file of the portfolio, opened by itself.
    """

    evidence_id: str
    label: str
    title: str
    pages: tuple[ItemPage, ...]
    why_empty: str = ""
    findings: tuple[Finding, ...] = ()
    whole: bool = False


# ---------------------------------------------------------------- judgement


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What stands in the judgement form of one unit: in force, or half-typed. Text is empty when nothing was said.

    ``page`` is the page of the item on screen when the verdict was given (the workbench puts it in words), 0 for none.
    ``mhra_edition`` is one of ``JudgementView.editions`` or empty; a reference is claimed when an edition is set.
    """

    verdict: Verdict | None = None
    reasons: tuple[str, ...] = ()
    primary_reason: str = ""
    contribution: tuple[str, ...] = ()
    mhra_edition: str = ""
    mhra_section: str = ""
    simulated: bool = False
    independent_group: str = ""
    feedback: str = ""  # to the applicant, printed in the letter
    to_panel: str = ""
    private: str = ""
    seen: str = ""  # what the page shows, at most 25 words, where a reason needs it
    target: str = ""  # sub-category where the evidence belongs instead
    other_item: str = ""
    page: int = 0
    evidence_date: str = ""  # 2021-03-05, 2021-03 or 2021, where a reason needs it
    wording: tuple[Wording, ...] = ()  # own words in place of sentences of reasons


@dataclass(frozen=True, kw_only=True)
class ReasonChoice:
    """A reason offered for this unit, most used first. ``clause`` is short ("3, text"); ``needs`` as in the scheme.

    ``sentence`` is what the letter would say of this item, with the slots that a person fills left open ("{seen}").
    ``used`` counts this assessor's judgements of the application that give it.
    """

    id: str
    name: str
    clause: str
    sentence: str
    needs: tuple[str, ...] = ()
    never_alone: bool = False
    used: int = 0
    for_missing: bool = False  # of an item that is not in the portfolio


@dataclass(frozen=True, kw_only=True)
class GroupChoice:
    """An independent group of the sub-category: ``id`` ("A"), and who is in it ("item 6", "this item", "new group")."""

    id: str
    members: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value to pick and what it is called; for an item, ``place`` is where it begins as a letter says it."""

    id: str
    name: str
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Parking:
    """An item put aside: since when, and the assessor's few words to themselves."""

    since: datetime
    reminder: str


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One past record of the unit in words ("Not satisfactory, from satisfactory").

    ``verdict`` is what was in force after it and ``was`` before it; ``changed`` names what else it said otherwise
    ("reasons", "note"). ``undone`` is true of a record that counts no more, ``is_undo`` of the undoing itself.
    """

    at: datetime
    words: str
    verdict: Verdict | None = None
    who: str = ""
    was: Verdict | None = None
    changed: tuple[str, ...] = ()
    undone: bool = False
    is_undo: bool = False
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class JudgementView:
    """The judgement form of one item for one sub-category.

    ``entry`` is what is in force with any half-typed draft laid over it. ``saved_at`` is when the judgement in force
    was recorded, None when there is none; ``drafted`` says that ``entry`` holds words that are not in a record yet.
    ``contributions`` is empty where the sub-category does not ask; ``groups`` where independence is not asked for.
    ``cited`` is the applicant's own text of the cell, ``also_for`` other sub-categories citing the item. ``corrected``:
    the assessor said where the reference leads. ``section_found`` says where a section cited without a page begins.
    ``likely_pages`` are those of a long item cited without either, likeliest first: the first is then ``cited_page``.
    """

    unit: Unit
    entry: Entry
    saved_at: datetime | None
    drafted: bool
    cited: str
    cited_page: int
    also_for: tuple[str, ...]
    reasons: tuple[ReasonChoice, ...]
    contributions: tuple[str, ...]
    editions: tuple[str, ...]
    groups: tuple[GroupChoice, ...]
    targets: tuple[Choice, ...]  # sub-categories
    other_items: tuple[Choice, ...]
    parking: Parking | None = None
    corrected: bool = False
    quotes: tuple[QuoteView, ...] = ()
    also_open: tuple[str, ...] = ()  # those of also_for for which the item is not judged yet
    history: tuple[HistoryLine, ...] = ()
    section_found: str = ""
    likely_pages: tuple[int, ...] = ()
    look_again: str = ""  # why the judgement is to be looked at again, a sentence


@dataclass(frozen=True, kw_only=True)
class NoteView:
    """A guidance note. ``clause`` in short words ("3, note"); ``count`` is a live count after it ("1 so far").

    ``general`` notes hold for every sub-category: the page folds them under one line, so that its own stand out.
    """

    kind: NoteKind
    text: str
    clause: str
    id: str = ""
    count: str = ""
    general: bool = False


@dataclass(frozen=True, kw_only=True)
class GuidanceView:
    """What is asked in a sub-category: its text, its notes and those of its category, strongest first, examples."""

    code: str
    title: str
    guidance: str
    category_title: str
    category_guidance: str
    notes: tuple[NoteView, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ConclusionEntry:
    """A conclusion on a sub-category. ``to_panel``: a sentence on a contradiction; ``feedback``: what is lacking."""

    verdict: Verdict
    feedback: str = ""
    to_panel: str = ""


@dataclass(frozen=True, kw_only=True)
class ConclusionView:
    """The foot of the right pane. ``hesitate`` says why one may ("1 independent item of 2; item 8 not yet judged").

    ``needs_sentence`` lists the verdicts that contradict the items and are kept only with a sentence to the panel.
    """

    sub_category: str
    verdict: Verdict | None
    saved_at: datetime | None
    hesitate: str = ""
    needs_sentence: tuple[Verdict, ...] = ()
    feedback: str = ""
    to_panel: str = ""
    history: tuple[HistoryLine, ...] = ()
