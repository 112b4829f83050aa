"""The vocabulary of the scheme as enumerations: words that the program itself acts on.

Words that only the scheme file uses (reasons, contribution kinds, parts, settings) are data and are not here.
"""

from enum import StrEnum


class Verdict(StrEnum):
    """What an assessor may record. ``NOTHING_OFFERED`` is for conclusions on a sub-category only."""

    SATISFACTORY = "satisfactory"
    NOT_SATISFACTORY = "not_satisfactory"
    REFERRED_TO_PANEL = "referred_to_panel"
    NOTHING_OFFERED = "nothing_offered"


class SubCategoryState(StrEnum):
    """Where a sub-category stands. Four states, never two: missing is not failed, unjudged is not missing."""

    SATISFACTORY = "satisfactory"
    NOT_SATISFACTORY = "not_satisfactory"
    NOTHING_OFFERED = "nothing_offered"
    NOT_YET_JUDGED = "not_yet_judged"


class RuleStatus(StrEnum):
    """What a pass rule says. ``UNDETERMINED``: completions of the pending judgements disagree."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_ASSESSED = "not_assessed"  # advisory rules without data


class Tri(StrEnum):
    """A fact that pending judgements may leave open."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"


class Direction(StrEnum):
    """Whether a rule's threshold is a floor or a ceiling."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class NoteKind(StrEnum):
    """The three strengths of a guidance note, strongest first."""

    NOT_ACCEPTABLE = "not_acceptable"
    BINDING = "binding"
    IMPORTANT = "important"


class Severity(StrEnum):
    """How much a Problem stands in the way of judging."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Phase(StrEnum):
    """Who made a judgement: an assessor alone, or the panel in moderation."""

    INDIVIDUAL = "individual"
    MODERATION = "moderation"


class OutcomeKind(StrEnum):
    """What a letter may say. Chosen by a person; the rules only list which are allowed."""

    AWARD = "award"
    FURTHER_EVIDENCE = "further_evidence"
    NOT_AWARDED = "not_awarded"
    INCOMPLETE = "incomplete"


class EventKind(StrEnum):
    """The acts that are recorded. Every event in the store has one of these kinds."""

    APPLICATION = "application"  # an application taken in: reference, attempt, received, portfolio digest
    JUDGEMENT = "judgement"  # item x sub-category
    CONCLUSION = "conclusion"  # sub-category
    WITHDRAWAL = "withdrawal"  # a judgement or conclusion taken back; the unit is unjudged again
    PRIVATE_NOTE = "private_note"  # the assessor's own note on an item x sub-category
    PARKING = "parking"  # an item x sub-category put aside for a second look, or taken up again
    PART = "part"  # a required part confirmed present or absent
    CORRECTION = "correction"  # of the reading
    OUTCOME = "outcome"  # the outcome chosen by a person
    SETTING = "setting"  # what the scheme has not published
    READING_CHOICE = "reading_choice"  # which reading of an ambiguous clause the panel used
    SEAL = "seal"  # an assessment closed, or reopened with a reason
    REVEAL = "reveal"  # another assessor's sealed assessment shown to this one: reopening ends
    QUOTE = "quote"  # words of the evidence pinned to an item x sub-category
    ITEM_SPAN = "item_span"  # an item's pages as a person says they are
    PAGE_OFFSET = "page_offset"  # how a file's printed page numbers count
    DISMISSAL = "dismissal"  # a prompt of screening put aside with a reason, or brought back
    PERSON = "person"  # somebody who works with the scheme, and in which roles; belongs to no application
    REGISTRATION = "registration"  # what the office knows of an application beside its portfolio
    ALLOCATION = "allocation"  # an assessor given an application, or taken off it
    DECLARATION = "declaration"  # an assessor's own word on a conflict of interest; a later one is a recusal
    MEETING = "meeting"  # the panel sits on an application, or rises
    ON_TABLE = "on_table"  # what the panel turned to, which tells the minutes spent on each
    ACCEPTANCE = "acceptance"  # what the assessors agreed on, accepted by the panel in one step
    LETTER_EDIT = "letter_edit"  # a person's words in place of a composed sentence, or the composed one again
    SIGN_OFF = "sign_off"  # a second person's approval of the letter as it then was
    LETTER_STATE = "letter_state"  # a letter held, released, recalled or superseded
    UNDO = "undo"  # acts of one's own that count as never done; undone itself, they count again
    ISSUE = "issue"  # a letter issued
    PURGE = "purge"  # the free texts of an application erased at the end of their retention


class Role(StrEnum):
    """In which capacity somebody works with the scheme. What each may see is said in ``workspace/visibility.toml``."""

    ASSESSOR = "assessor"
    CHAIR = "chair"
    OFFICE = "office"


class Difference(StrEnum):
    """In what the judgements of one unit by several assessors differ."""

    VERDICT = "verdict"
    REFERRED = "referred"  # somebody referred it to the panel
    SIMULATED = "simulated"
    MHRA_REFERENCE = "mhra_reference"
    INDEPENDENCE = "independence"
    MISSING = "missing"  # somebody has no judgement of it
    PRIMARY_REASON = "primary_reason"
    REASONS = "reasons"


class Consequence(StrEnum):
    """What hangs on settling a unit, most first: the order of the panel's agenda."""

    OUTCOME = "outcome"  # the outcome can depend on it
    RULE = "rule"  # what a rule counts depends on it, the outcome does not
    VERDICT = "verdict"  # a verdict alone
    REASONS = "reasons"  # the same verdict for other reasons
    AGREED = "agreed"


class LetterAct(StrEnum):
    """What may happen to a letter after it was drafted, beside its issue."""

    HELD = "held"  # not to be issued, or not to be relied on, until it is released
    RELEASED = "released"
    RECALLED = "recalled"  # issued, and taken back
    SUPERSEDED = "superseded"  # issued, and another takes its place


class MediaKind(StrEnum):
    """What kind of file a document is, by its content and not its name."""

    PDF = "pdf"
    DOCX = "docx"
    IMAGE = "image"
    EMAIL = "email"
    TEXT = "text"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    UNSUPPORTED = "unsupported"


class Counting(StrEnum):
    """What a page number in a reference counts."""

    IN_ITEM = "item"
    AFTER_DIVIDER = "item_after_divider"  # from the page after each item's divider
    IN_FILE = "file"
    IN_PORTFOLIO = "portfolio"  # through all files in their order
    PRINTED = "printed"  # as the numbers printed on the pages


class TextSource(StrEnum):
    """Where a page's words come from, which says how far they can be trusted."""

    WRITTEN = "written"  # the file's own text
    LAYER = "layer"  # a layer of recognised text that the file came with
    RECOGNISED = "recognised"  # recognised here
    NONE = "none"  # not read: the page is a picture, and nothing was recognised


class SentenceKind(StrEnum):
    """Where a sentence of a letter comes from (letter trace)."""

    COMPOSED = "composed"
    FIXED = "fixed"
    SETTING = "setting"
    FEEDBACK = "feedback"
    HAND_EDIT = "hand_edit"


class Look(StrEnum):
    """What a check of screening answers. It never judges: a concern is a place for a person to look at."""

    CLEAR = "clear"
    CONCERN = "concern"
    NOT_CHECKABLE = "not_checkable"  # what could not be seen is never "nothing there"


class Likelihood(StrEnum):
    """How much speaks for a finding that words alone cannot settle."""

    POSSIBLE = "possible"
    LIKELY = "likely"
