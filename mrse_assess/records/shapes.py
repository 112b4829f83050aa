"""What the payload of each kind of event holds, and what tells records of one kind apart.

``SHAPES`` is the only place that says so. Application, attempt, actor, time and scheme version are the event's own
and never repeated in a payload.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mrse_assess.model import acts, judgement
from mrse_assess.records.fields import (
    BOXES,
    DAY,
    EVIDENCE_DATE,
    FLAG,
    IDS,
    NAME,
    SPANS,
    TEXT,
    WHOLE,
    WORD,
    WORDINGS,
    WORDS,
    FieldKind,
    choice,
    choices,
)
from mrse_assess.terms import EventKind, LetterAct, OutcomeKind, Phase, Role, Verdict


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The payload of one kind of event.

    ``value`` is the class it is kept for and ``fields`` its fields by name. ``unit`` are the fields that tell
    records apart: the latest of a unit is in force. A ``personal`` unit is each actor's own, the others are shared;
    what is judged in moderation is the panel's and shared, whoever recorded it (:func:`owner_of`).
    """

    value: type[Any]
    fields: Mapping[str, FieldKind]
    unit: tuple[str, ...] = ()
    personal: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The names of the free texts, which lie apart from the chain."""
        return tuple(name for name, kind in self.fields.items() if kind.apart)


_VERDICT_FIELDS: Mapping[str, FieldKind] = {
    "phase": choice(Phase),
    "sub_category": NAME,
    "verdict": choice(Verdict),
    "reasons": IDS,
    "primary_reason": WORD,
    "feedback": TEXT,
    "to_panel": TEXT,
    "seen": TEXT,
    "target": WORD,
    "other_item": WORD,
    "quote": TEXT,
    "page": TEXT,  # holds the applicant's name of a file
    "evidence_date": EVIDENCE_DATE,
    "wording": WORDINGS,
}

SHAPES: Mapping[EventKind, Shape] = MappingProxyType(
    {
        EventKind.APPLICATION: Shape(
            value=acts.ApplicationEntry,
            fields={
                "received_on": DAY,
                "portfolio_digest": WORD,
                "applicant": TEXT,
                "file_name": TEXT,
                "replaces": WORD,
                "why": TEXT,
                "asked_by": WORD,
                "open_codes": IDS,
                "carry_over": WORD,
            },
        ),
        EventKind.JUDGEMENT: Shape(
            value=judgement.Judgement,
            fields={
                **_VERDICT_FIELDS,
                "evidence_id": NAME,
                "simulated": FLAG,
                "mhra_reference": FLAG,
                "mhra_section": WORD,
                "independent_group": WORD,
                "contribution": IDS,
            },
            unit=("phase", "sub_category", "evidence_id"),
            personal=True,
        ),
        EventKind.CONCLUSION: Shape(
            value=judgement.Conclusion, fields=_VERDICT_FIELDS, unit=("phase", "sub_category"), personal=True
        ),
        EventKind.WITHDRAWAL: Shape(
            value=acts.Withdrawal, fields={"of": choice(EventKind), "unit": WORDS, "why": TEXT}
        ),
        EventKind.PRIVATE_NOTE: Shape(
            value=acts.PrivateNote,
            fields={"sub_category": NAME, "evidence_id": WORD, "text": TEXT},
            unit=("sub_category", "evidence_id"),
            personal=True,
        ),
        EventKind.PARKING: Shape(
            value=acts.Parking,
            fields={"sub_category": NAME, "evidence_id": WORD, "parked": FLAG, "words": TEXT},
            unit=("sub_category", "evidence_id"),
            personal=True,
        ),
        EventKind.PART: Shape(
            value=judgement.PartConfirmation, fields={"part": NAME, "confirmed": FLAG}, unit=("part",)
        ),
        EventKind.CORRECTION: Shape(
            value=acts.Correction,
            fields={
                "sub_category": NAME,
                "evidence_id": WORD,
                "corrected_sub_category": WORD,
                "corrected_evidence_id": WORD,
                "pages": WORD,
                "spans": SPANS,
                "cell_text": TEXT,
                "why": TEXT,
            },
            unit=("sub_category", "evidence_id"),
            personal=True,
        ),
        EventKind.OUTCOME: Shape(
            value=judgement.OutcomeChoice,
            fields={"outcome": choice(OutcomeKind), "ground": TEXT, "decided_on_head": WORD},
        ),
        EventKind.SETTING: Shape(
            value=judgement.SettingValue,
            fields={"key": NAME, "value": WORD, "source": WORD, "invented": FLAG, "not_applicable": FLAG},
            unit=("key",),
        ),
        EventKind.READING_CHOICE: Shape(
            value=acts.ReadingChoice, fields={"setting": NAME, "value": NAME, "ground": TEXT}, unit=("setting",)
        ),
        EventKind.SEAL: Shape(value=acts.Seal, fields={"sealed": FLAG, "why": TEXT}, personal=True),
        EventKind.REVEAL: Shape(value=acts.Reveal, fields={"of": NAME}, unit=("of",), personal=True),
        EventKind.QUOTE: Shape(
            value=acts.PinnedQuote,
            fields={
                "sub_category": NAME,
                "evidence_id": NAME,
                "pin": NAME,
                "text": TEXT,
                "file": TEXT,
                "sha256": WORD,
                "page": WHOLE,
                "boxes": BOXES,
            },
            unit=("sub_category", "evidence_id", "pin"),
            personal=True,
        ),
        EventKind.ITEM_SPAN: Shape(
            value=acts.ItemSpan,
            fields={"evidence_id": NAME, "spans": SPANS, "title": TEXT, "why": TEXT},
            unit=("evidence_id",),
            personal=True,
        ),
        EventKind.PAGE_OFFSET: Shape(
            value=acts.PageOffset,
            fields={"file": NAME, "offset": WHOLE, "why": TEXT},
            unit=("file",),
            personal=True,
        ),
        EventKind.DISMISSAL: Shape(
            value=acts.Dismissal,
            fields={
                "observation": NAME,
                "check": NAME,
                "prompt": NAME,
                "sub_category": WORD,
                "evidence_id": WORD,
                "dismissed": FLAG,
                "why": TEXT,
            },
            unit=("observation",),
            personal=True,
        ),
        EventKind.PERSON: Shape(
            value=acts.Person,
            fields={
                "person": NAME,
                "roles": choices(Role),
                "name": TEXT,
                "employer": TEXT,
                "other_names": TEXT,
                "left": FLAG,
            },
            unit=("person",),
        ),
        EventKind.REGISTRATION: Shape(
            value=acts.Registration,
            fields={
                "applicant_reference": WORD,
                "guidance_version": WORD,
                "employer": TEXT,
                "professional_role": WORD,
                "route": WORD,
                "salutation": TEXT,
                "answers": DAY,
                "follows": WORD,
            },
        ),
        EventKind.ALLOCATION: Shape(
            value=acts.Allocation,
            fields={"person": NAME, "allocated": FLAG, "task": WORD, "why": TEXT},
            unit=("person",),
        ),
        EventKind.DECLARATION: Shape(
            value=acts.Declaration,
            fields={"conflicted": FLAG, "interests": IDS, "why": TEXT},
            personal=True,
        ),
        EventKind.MEETING: Shape(
            value=acts.Meeting,
            fields={"meeting": NAME, "sitting": FLAG, "present": IDS, "names_hidden": FLAG, "seed": WHOLE},
            unit=("meeting",),
        ),
        EventKind.ON_TABLE: Shape(
            value=acts.OnTable, fields={"meeting": NAME, "sub_category": NAME, "evidence_id": WORD}, unit=("meeting",)
        ),
        EventKind.ACCEPTANCE: Shape(
            value=acts.Acceptance,
            fields={"meeting": NAME, "sub_categories": IDS, "on_head": NAME, "sampled": IDS},
            unit=("meeting",),
        ),
        EventKind.LETTER_EDIT: Shape(
            value=acts.LetterEdit,
            fields={"anchor": NAME, "text": TEXT, "composed": TEXT, "why": TEXT},
            unit=("anchor",),
        ),
        EventKind.SIGN_OFF: Shape(
            value=acts.SignOff, fields={"letter": NAME, "digest": NAME, "head": NAME}, unit=("letter",), personal=True
        ),
        EventKind.LETTER_STATE: Shape(
            value=acts.LetterStateChange,
            fields={"letter": NAME, "state": choice(LetterAct), "why": TEXT, "by_letter": WORD},
            unit=("letter",),
        ),
        EventKind.UNDO: Shape(value=acts.Undo, fields={"undone": WORDS}),
        EventKind.ISSUE: Shape(
            value=acts.Issue,
            fields={"letter": NAME, "outcome": choice(OutcomeKind), "head": NAME, "digests": WORDS},
            unit=("letter",),
        ),
        EventKind.PURGE: Shape(
            value=acts.Purge, fields={"why": NAME, "letters": FLAG}
        ),  # why is not free text: it would erase itself
    }
)

OF_NO_APPLICATION = frozenset({EventKind.SETTING, EventKind.PERSON})
"""Kinds that belong to the whole workspace: their application is "" and their attempt 0."""

WITHDRAWABLE = frozenset(
    {
        EventKind.JUDGEMENT,
        EventKind.CONCLUSION,
        EventKind.PART,
        EventKind.CORRECTION,
        EventKind.ITEM_SPAN,
        EventKind.PAGE_OFFSET,
        EventKind.QUOTE,
        EventKind.OUTCOME,
        EventKind.READING_CHOICE,
        EventKind.ACCEPTANCE,
        EventKind.SIGN_OFF,
    }
)
"""What a withdrawal may name. Notes are emptied, parked items taken up, prompts brought back, seals reopened."""

UNDOABLE = WITHDRAWABLE | {
    EventKind.WITHDRAWAL,
    EventKind.PRIVATE_NOTE,
    EventKind.PARKING,
    EventKind.DISMISSAL,
    EventKind.LETTER_EDIT,
    EventKind.UNDO,
}
"""What an undo may name, itself among it: to undo an undo is to do again. Never what others may have acted upon
since (an application taken in, a seal, a reveal, a letter, a setting), nor a purge, which has destroyed something."""


def owner_of(kind: EventKind, actor: str, unit: Sequence[str]) -> str:
    """Whose a unit is: the actor's own where the kind is personal, "" where it is shared by all.

    ``unit`` holds the values of the fields that tell records of the kind apart, in their order.
    """
    shape = SHAPES[kind]
    by_the_panel = "phase" in shape.unit and unit[shape.unit.index("phase")] == Phase.MODERATION
    return actor if shape.personal and not by_the_panel else ""
