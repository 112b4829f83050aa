"""What people recorded beside judgements: intake, notes, quotes, parking, corrections, undoing, seals, letters, purges.

``by``, ``recorded_at`` (UTC) and ``event`` are empty for an act that is not stored yet, as in ``model.judgement``.
"""

from dataclasses import dataclass
from datetime import date, datetime

from mrse_assess.model.places import Box, PageSpan
from mrse_assess.terms import EventKind, LetterAct, OutcomeKind, Role


@dataclass(frozen=True, kw_only=True)
class Act:
    """What every act has in common: the application and attempt it belongs to, who did it and when."""

    application: str
    attempt: int
    by: str = ""
    recorded_at: datetime | None = None
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class ApplicationEntry(Act):
    """An application taken in. ``portfolio_digest`` names the reading, ``file_name`` what was handed over.

    A later entry of the same attempt is a new version of its portfolio: ``replaces`` is the reading whose place it
    takes, and ``why`` says why. A later attempt follows a letter, ``asked_by``: ``open_codes`` are the sub-categories
    that it is read against, all of them where this is (), and ``carry_over`` is what then becomes of the other
    findings, as that setting read when the letter was issued ("" where there are none).
    """

    received_on: date | None
    portfolio_digest: str
    applicant: str = ""
    file_name: str = ""
    replaces: str = ""
    why: str = ""
    asked_by: str = ""
    open_codes: tuple[str, ...] = ()
    carry_over: str = ""


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Act):
    """A record taken back: what ``of`` and ``unit`` name is not in force any more, as if it had never been said.

    ``unit`` holds the values that tell records of that kind apart, in the order of ``records.payloads.SHAPES``: phase,
    sub-category and evidence id for a judgement, phase and sub-category for a conclusion, the part for a confirmation.
    """

    of: EventKind
    unit: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class PrivateNote(Act):
    """An assessor's own words on a sub-category or an item of it. An empty text takes the note back."""

    sub_category: str
    evidence_id: str = ""
    text: str


@dataclass(frozen=True, kw_only=True)
class Parking(Act):
    """An item put aside for a second look, with a few words to oneself, or taken up again (``parked`` false)."""

    sub_category: str
    evidence_id: str = ""
    parked: bool
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Correction(Act):
    """An entry of the cross reference table as it should have been read.

    ``sub_category`` and ``evidence_id`` name the entry as the program read it. An entry that reading missed is named
    by the id that it is given, so that several of one sub-category stay apart. The ``corrected`` pair is what the
    table says (both empty: no such entry). ``pages`` are the pages that the entry names ("3-5, 8"), "" for the whole
    item; ``spans`` are where these lead, () where no page is named or the item is not in the portfolio.
    ``cell_text`` are the words of the cell.
    """

    sub_category: str
    evidence_id: str
    corrected_sub_category: str
    corrected_evidence_id: str
    pages: str = ""
    spans: tuple[PageSpan, ...] = ()
    cell_text: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemSpan(Act):
    """The pages of an item as a person says they are, in place of those that reading gave it.

    ``title`` is empty where the read one stays. An item that reading did not find is added. ``spans`` is () for an
    item that is not there.
    """

    evidence_id: str
    spans: tuple[PageSpan, ...] = ()
    title: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class PageOffset(Act):
    """How a file's printed page numbers count: the page that bears number 1 is page 1 + ``offset`` of the file.

    ``file`` is the SHA-256 of its bytes, never the applicant's name of it, which a purge could not erase here.
    """

    file: str
    offset: int
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class PinnedQuote(Act):
    """Words of the evidence pinned to an item for a sub-category.

    ``pin`` tells quotes of one unit apart. ``sha256`` names the file's bytes and ``file`` the applicant's name of it;
    ``page`` counts from 1 in that file, ``boxes`` are the places of the words on it, in points, line by line.
    """

    sub_category: str
    evidence_id: str
    pin: str
    text: str
    file: str
    sha256: str
    page: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dismissal(Act):
    """A prompt of screening put aside with a reason, or brought back (``dismissed`` false).

    ``observation`` is the id of the :class:`~mrse_assess.model.observation.Observation`; ``check`` and ``prompt`` say
    what it was about, so that it can be counted when screening has moved on. ``sub_category`` and ``evidence_id`` are
    the claim that was on screen; a prompt about a whole item is put aside for each of its claims.
    """

    observation: str
    check: str
    prompt: str
    sub_category: str = ""
    evidence_id: str = ""
    dismissed: bool
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Undo(Act):
    """The acts with these ids, one's own, count as never done. Naming an earlier ``Undo`` brings its acts back."""

    undone: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReadingChoice(Act):
    """Which reading of an ambiguous clause was used, and on what ground."""

    setting: str
    value: str
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class Seal(Act):
    """One assessor's assessment closed (``sealed`` true), or reopened with a reason."""

    sealed: bool
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Reveal(Act):
    """Another assessor's sealed assessment was shown to the one whose act this is: theirs cannot be reopened now."""

    of: str  # whose assessment was shown


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who works with the scheme: ``person`` is the id under which they record, and belongs to no application.

    ``employer`` and ``other_names`` (earlier names, spellings; a line each) serve to suggest conflicts of interest.
    Somebody who ``left`` is given nothing new; what they recorded stays.
    """

    person: str
    roles: tuple[Role, ...]
    name: str = ""
    employer: str = ""
    other_names: str = ""
    left: bool = False
    by: str = ""
    recorded_at: datetime | None = None
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class Registration(Act):
    """What the office knows of an application. Role and route are ids of the scheme's own lists, "" while not known.

    ``answers`` is the day by which the applicant was asked to answer, and ``follows`` the application that this one
    takes up again under another reference; an attempt under the same reference needs none.
    """

    applicant_reference: str = ""
    guidance_version: str = ""
    employer: str = ""
    professional_role: str = ""
    route: str = ""
    salutation: str = ""
    answers: date | None = None
    follows: str = ""


@dataclass(frozen=True, kw_only=True)
class Allocation(Act):
    """An assessor given the application, or taken off it with a reason (``allocated`` false).

    ``task`` is an id of the scheme's list: an assessment of their own, a third one asked for by the panel, an appeal.
    """

    person: str
    allocated: bool
    task: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Declaration(Act):
    """An assessor's own word on interests in an application, before any of it opens.

    ``interests`` are ids of the scheme's kinds of conflict. Somebody ``conflicted`` sees nothing of it from then on;
    said after it was opened, that is a recusal.
    """

    conflicted: bool
    interests: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Meeting(Act):
    """The panel sits on the application (``sitting``), or rises.

    ``meeting`` names the evening, which may deal with several applications; ``present`` are ids of persons. ``seed``
    shuffles the order in which judgements are shown, and draws the sample of agreed ones that is moderated too.
    """

    meeting: str
    sitting: bool
    present: tuple[str, ...] = ()
    names_hidden: bool = True
    seed: int = 0


@dataclass(frozen=True, kw_only=True)
class OnTable(Act):
    """What the panel turned to: an item for a sub-category, or the sub-category itself (``evidence_id`` empty)."""

    meeting: str
    sub_category: str
    evidence_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Acceptance(Act):
    """The panel accepts in one step what the assessors agreed on in these sub-categories.

    ``on_head`` is the application's head at that moment; ``sampled`` are those among them that were drawn by lot and
    looked at first.
    """

    meeting: str
    sub_categories: tuple[str, ...]
    on_head: str
    sampled: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterEdit(Act):
    """Words in place of one composed sentence. ``anchor`` is the fingerprint of what it was composed from.

    ``composed`` is the sentence that stood there. An empty ``text`` brings the composed one back.
    """

    anchor: str
    text: str
    composed: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class SignOff(Act):
    """A second person's approval. ``digest`` is that of the letter's sentences, ``head`` the application's, then."""

    letter: str
    digest: str
    head: str


@dataclass(frozen=True, kw_only=True)
class LetterStateChange(Act):
    """What became of a letter, and why. ``by_letter`` is the one that takes the place of a superseded one."""

    letter: str
    state: LetterAct
    why: str
    by_letter: str = ""


@dataclass(frozen=True, kw_only=True)
class Issue(Act):
    """A letter issued. ``head`` is the application's head that it prints; ``digests`` name the stored files."""

    letter: str
    outcome: OutcomeKind
    head: str
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Purge(Act):
    """The free texts of an application erased, and the rule that asked for it (which itself stays readable).

    ``letters``: its issued letters were erased as well, of which the records keep the hashes.
    """

    why: str
    letters: bool = False
