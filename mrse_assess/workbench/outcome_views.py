"""The frozen values of the rules, the parts, the outcome and the letter, as the screen shows them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mrse_assess.terms import Direction, OutcomeKind, RuleStatus
from mrse_assess.workbench.views import Unit


@dataclass(frozen=True, kw_only=True)
class ReadingOption:
    """One way to read an ambiguous clause, and the count of its rule then."""

    value: str
    name: str
    observed: int
    outcome: RuleStatus


@dataclass(frozen=True, kw_only=True)
class ReadingQuestion:
    """An ambiguous clause that a person may settle. ``used`` is the value that the rules are counted under now.

    ``ground`` is the authority that a person gave for it; ``default_ground`` stands while nobody has.
    """

    id: str
    question: str
    clause: str
    options: tuple[ReadingOption, ...]
    used: str
    ground: str
    default_ground: str


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """One pass rule, live. ``done`` + ``pending`` + ``lost`` are its ticks; ``observed``/``bound`` what is printed.

    ``sentence`` is the whole line for a screen reader; ``second_reading`` is empty unless two readings differ.
    ``readings`` are the clauses of this rule whose readings differ now, or that a person has settled.
    """

    rule: str
    label: str
    status: RuleStatus
    direction: Direction
    observed: int
    threshold: int
    bound: int  # printed after the slash: 16 of "12/16"
    done: int
    pending: int
    lost: int
    sentence: str
    second_reading: str = ""
    readings: tuple[ReadingQuestion, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Standing:
    """All rules, and the sentence that says what decides ("3 and 5.2 both needed.")."""

    rules: tuple[RuleLine, ...]
    outcome: RuleStatus
    because: str
    needed: str  # "14 of 16 needed"


@dataclass(frozen=True, kw_only=True)
class PartView:
    """A required part: what a person is asked, what the program found (with its place), and what was said of it.

    ``noticed`` are sentences of screening on it.
    """

    part: str
    name: str
    ask: str
    clause: str
    found: str
    confirmed: bool | None
    by: str = ""
    at: datetime | None = None
    noticed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OutcomeView:
    """One outcome that a letter could state. ``why_not`` is empty when it may be chosen now."""

    kind: OutcomeKind
    name: str
    why_not: str
    needs_ground: bool


@dataclass(frozen=True, kw_only=True)
class OutcomesView:
    """The outcomes and the one a person chose, if any."""

    choices: tuple[OutcomeView, ...]
    chosen: OutcomeKind | None = None
    ground: str = ""
    by: str = ""
    at: datetime | None = None


class BlockKind(StrEnum):
    """What a piece of a letter is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, kw_only=True)
class LetterSpan:
    """A run of a letter's text. ``gap``: a setting without a value, named in ``text``. ``rests_on``: its unit."""

    text: str
    gap: bool = False
    rests_on: Unit | None = None


@dataclass(frozen=True, kw_only=True)
class LetterBlock:
    """One block of a letter.

    ``lines``: one line of spans for a heading or paragraph, one for each item of a list, one for each cell of a table,
    row by row (``columns`` to a row, the first row is the head).
    """

    kind: BlockKind
    lines: tuple[tuple[LetterSpan, ...], ...]
    level: int = 0
    columns: int = 0


@dataclass(frozen=True, kw_only=True)
class LetterDraft:
    """The letter as the records stand. ``refusals``: what stands in the way of issuing it, each a sentence.

    ``blocks`` is empty when no draft can be made yet, and ``refusals`` then says why.
    """

    made_at: datetime | None  # of the last record it rests on
    blocks: tuple[LetterBlock, ...]
    refusals: tuple[str, ...]


class LetterForm(StrEnum):
    """The files that a letter comes in from the page."""

    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, kw_only=True)
class LetterFile:
    """A rendered letter. ``name`` is ours and safe ("MRSE-2025-014 letter draft.docx")."""

    name: str
    media: str
    data: bytes
