"""What the letter's page shows: where the letter stands, what may be done, its sentences and what they rest on."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mrse_assess.terms import Verdict
from mrse_assess.workbench.letter_life.views import LetterState
from mrse_assess.workbench.views import Unit


class LetterPageAct(StrEnum):
    """What a person may do with a letter, beside putting its sentences into other words."""

    SIGN_OFF = "sign_off"
    ISSUE = "issue"
    HOLD = "hold"
    RELEASE = "release"
    RECALL = "recall"
    SUPERSEDE = "supersede"


class SheetPart(StrEnum):
    """What a piece of the letter is on the sheet."""

    HEAD = "head"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    FOOT = "foot"


class Way(StrEnum):
    """Where a ground against issue is dealt with, beside the sentence that it names."""

    EDITS = "edits"  # among the edits, on the page itself
    SETTINGS = "settings"
    PANEL = "panel"


@dataclass(frozen=True, kw_only=True)
class SheetSentence:
    """One sentence as it will go out. ``number`` is that on the sheet, from 1; ``after`` is printed behind it.

    ``anchor`` is the fingerprint of what it was composed from. ``rests``: records stand behind it. ``moved``: it does
    not stand so in the letter that was issued.
    """

    number: int
    anchor: str
    text: str
    after: str = ""
    gap: bool = False
    edited: bool = False
    rests: bool = False
    refused: bool = False
    moved: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetBlock:
    """One block of the letter. ``lines`` as of a :class:`~mrse_assess.workbench.outcome_views.LetterBlock`.

    ``lead``: the first sentence is set in bold; ``apart``: with space above it.
    """

    part: SheetPart
    lines: tuple[tuple[SheetSentence, ...], ...]
    level: int = 0
    columns: int = 0
    lead: bool = False
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the letter's course. ``done``: it is; ``stopped``: it was done, and does not count any more."""

    name: str
    words: str
    done: bool = False
    stopped: bool = False


@dataclass(frozen=True, kw_only=True)
class OfferedAct:
    """Something that can be done now. ``why_not`` is "" when this person may; ``follows`` is what will happen.

    ``name`` stands on the button and says what is done to which letter; ``asks_why``: a reason is kept with the record.
    """

    act: LetterPageAct
    name: str
    follows: tuple[str, ...]
    why_not: str = ""
    asks_why: bool = True
    main: bool = False


@dataclass(frozen=True, kw_only=True)
class RowLine:
    """A record that a sentence rests on: what it says, by whom and when.

    ``unit`` is what it is about, ``page`` (from 1) where in its item it was seen, 0 for none; ``pages`` of that item.
    """

    event: str
    what: str
    by: str
    at: datetime | None
    verdict: Verdict | None = None
    lines: tuple[str, ...] = ()
    unit: Unit | None = None
    page: int = 0
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Why the letter cannot be issued, what to do about it, and where.

    ``sentence`` is 0 for the whole letter; ``rows`` are the records that it is about.
    """

    found: str
    advice: str
    sentence: int = 0
    way: Way = Way.PANEL
    rows: tuple[RowLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoticeLines:
    """What a draft says of itself beside its grounds: what is still to be judged, which outcomes may be chosen."""

    lead: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EditLine:
    """A person's words in place of a composed sentence; ``number`` is 0 when they fit no sentence any more."""

    anchor: str
    number: int
    composed: str
    text: str
    now: str
    by: str
    why: str

    @property
    def stale(self) -> bool:
        """Whether what it was made for has changed."""
        return self.number == 0


@dataclass(frozen=True, kw_only=True)
class IssuedLine:
    """A letter that was issued: its outcome by name, what became of it, and what is wrong with its stored files."""

    letter: str
    state: LetterState
    outcome: str
    at: datetime | None
    by: str
    why: str = ""
    by_letter: str = ""
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class ToldView:
    """What the assessors are told, and who they are. ``why_not``: why there is nothing to tell now."""

    text: str = ""
    persons: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterPageView:
    """The whole page. ``next_step`` says what is to be done next and by whom; ``mine``: this person can do it.

    ``moved``: records have changed since the letter that stands was issued, so that the sheet is not what went out.
    """

    application: str
    applicant: str
    attempt: int
    letter: str
    person: str
    state: LetterState
    next_step: str
    mine: bool = False
    moved: bool = False
    outcome: str = ""
    steps: tuple[Step, ...] = ()
    acts: tuple[OfferedAct, ...] = ()
    grounds: tuple[Ground, ...] = ()
    notices: tuple[NoticeLines, ...] = ()
    blocks: tuple[SheetBlock, ...] = ()
    edits: tuple[EditLine, ...] = ()
    issued: tuple[IssuedLine, ...] = ()
    told: ToldView = field(default_factory=ToldView)


@dataclass(frozen=True, kw_only=True)
class SentenceView:
    """One sentence with all that stands behind it.

    ``composed`` is "" unless it was put into other words; ``why_not_edit`` is "" where this person may do so.
    ``sources`` are settings with where they come from, places in files, and what is still to be said.
    """

    number: int
    anchor: str
    text: str
    composed: str = ""
    edited_by: str = ""
    edited_why: str = ""
    why_not_edit: str = ""
    rule: str = ""
    rows: tuple[RowLine, ...] = ()
    sources: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
