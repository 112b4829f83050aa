"""The tables of a scheme's files: which keys each may have, and what stands under them."""

from collections.abc import Mapping
from typing import Any

from mrse_assess.model.scheme import (
    BelongsElsewhere,
    Clause,
    Flag,
    GuidanceNote,
    HighlightSet,
    MajorCategory,
    Outcome,
    Part,
    PassRule,
    Reading,
    Reason,
    SettingSpec,
    SubCategory,
)
from mrse_assess.scheme.fields import Code, Field, OneOf, Records, Several, Text, TextsByName, TimeZone, Whole
from mrse_assess.scheme.fields import Flag as YesOrNo
from mrse_assess.terms import Direction, NoteKind, OutcomeKind

LONGEST_SHORT_NAME = 19
LONGEST_REASON_NAME = 34
COUNTS = (
    "sub_categories",
    "major_categories",
    "independent_items",
    "simulated",
    "mhra_references",
    "parts",
    "recent_work",
)
"""What the program can count for a rule."""
LINES = ("solid", "double", "dotted", "wavy")
"""How the words of a set of highlights are marked."""
RECOGNISED = ("dates", "applicant")
"""What the program can recognise for a set of highlights."""
LONGEST_PHRASE = 200


def _optional(kind: Any, default: Any = "") -> Field:
    return Field(kind=kind, default=default)


def _category(*, number: int, sub_categories: tuple[dict[str, Any], ...], **rest: Any) -> MajorCategory:
    return MajorCategory(number=number, sub_categories=tuple(_unit(number, unit) for unit in sub_categories), **rest)


def _unit(category: int, fields: Mapping[str, Any]) -> SubCategory:
    return SubCategory(**{**fields, "category": category, "letter_name": fields["letter_name"] or fields["code"]})


TEXT = Field(kind=Text())
TEXTS = Field(kind=Several(of=Text()))
CODES = Field(kind=Several(of=Code()), default=())
SHORT_NAME = Field(kind=Text(longest=LONGEST_SHORT_NAME))
NO = Field(kind=YesOrNo(), default=False)

CLAUSE = Records(
    name="clause", make=Clause, key="label", fields={"label": TEXT, "words": TEXT, "short": TEXT, "covers": CODES}
)

NOTE = Records(
    name="note",
    make=GuidanceNote,
    fields={
        "id": TEXT,
        "kind": Field(kind=OneOf(words=tuple(NoteKind), make=NoteKind)),
        "text": TEXT,
        "clause": TEXT,
        "labelled": NO,
        "belongs_to": CODES,
        "rule": _optional(Text()),
    },
)
NOTES = Field(kind=NOTE, default=(), into="notes")

SUB_CATEGORY = Records(
    name="sub_category",
    make=dict,
    key="code",
    fields={
        "code": Field(kind=Code()),
        "title": TEXT,
        "short_name": SHORT_NAME,
        "letter_name": _optional(Text()),
        "about": TEXT,
        "guidance": TEXT,
        "note": NOTES,
        "examples": TEXTS,
        "clause": TEXT,
        "minimum_items": _optional(Whole(least=1), 1),
        "independent": NO,
        "contribution": NO,
    },
)

CATEGORY = Records(
    name="category",
    make=_category,
    key="number",
    fields={
        "number": Field(kind=Whole(least=1)),
        "title": TEXT,
        "short_name": SHORT_NAME,
        "guidance": TEXT,
        "note": NOTES,
        "clause": TEXT,
        "sub_category": Field(kind=SUB_CATEGORY, into="sub_categories"),
    },
)

RULE = Records(
    name="rule",
    make=PassRule,
    fields={
        "id": TEXT,
        "counts": Field(kind=OneOf(words=COUNTS)),
        "label": SHORT_NAME,
        "requirement": TEXT,
        "needed": TEXT,
        "direction": Field(kind=OneOf(words=tuple(Direction), make=Direction)),
        "threshold": _optional(Whole(), None),
        "advisory": NO,
        "clause": TEXT,
        "units": CODES,
        "years": _optional(Whole(), 0),
    },
)

PART = Records(
    name="part",
    make=Part,
    fields={
        "id": TEXT,
        "name": TEXT,
        "letter_name": TEXT,
        "rule": TEXT,
        "ask": TEXT,
        "clause": TEXT,
        "own_row": NO,
        "requirement": _optional(Text()),
        "needed": _optional(Text()),
    },
)

READING = Records(
    name="reading",
    make=Reading,
    fields={
        "id": TEXT,
        "subject": TEXT,
        "question": TEXT,
        "values": TEXTS,
        "names": TEXTS,
        "default": TEXT,
        "default_ground": TEXT,
        "rule": TEXT,
        "clause": TEXT,
    },
)

OUTCOME = Records(
    name="outcome",
    make=Outcome,
    key="kind",
    fields={
        "kind": Field(kind=OneOf(words=tuple(OutcomeKind), make=OutcomeKind)),
        "name": TEXT,
        "rules": Field(kind=OneOf(words=("met", "not_met", "any"))),
        "needs_settings": _optional(Several(of=Text()), ()),
        "needs_ground": NO,
        "stem": TEXT,
        "letter_code": Field(kind=Text(longest=1)),
    },
)

REASON = Records(
    name="reason",
    make=Reason,
    fields={
        "id": TEXT,
        "name": Field(kind=Text(longest=LONGEST_REASON_NAME)),
        "sentence": TEXT,
        "remedy": TEXT,
        "remedy_passage": _optional(Text(), "remedy.would_do"),
        "clause": TEXT,
        "further_clauses": _optional(Several(of=Text()), ()),
        "applies_to": CODES,
        "needs": _optional(Several(of=Text()), ()),
        "never_alone": NO,
        "for_missing": NO,
    },
)

BELONGS_ELSEWHERE = Records(
    name="belongs_elsewhere",
    make=BelongsElsewhere,
    key="offered_for",
    fields={"offered_for": Field(kind=Code()), "target": Field(kind=Code()), "what": TEXT, "clause": TEXT},
)

SETTING = Records(
    name="setting",
    make=SettingSpec,
    fields={
        "id": TEXT,
        "label": TEXT,
        "kind": Field(kind=OneOf(words=("text", "choice", "number", "date"))),
        "choices": _optional(Several(of=Text()), ()),
        "needed_by": TEXTS,
        "advice": TEXT,
    },
)

FLAG = Records(
    name="flag",
    make=Flag,
    fields={"id": TEXT, "name": SHORT_NAME, "ask": TEXT, "clause": TEXT, "applies_to": CODES},
)

HIGHLIGHT = Records(
    name="highlight",
    make=HighlightSet,
    fields={
        "id": TEXT,
        "name": SHORT_NAME,
        "line": Field(kind=OneOf(words=LINES)),
        "phrases": _optional(Several(of=Text(longest=LONGEST_PHRASE)), ()),
        "finds": _optional(OneOf(words=RECOGNISED)),
    },
)


def _named(records: Records, into: str) -> Field:
    return Field(kind=records, into=into)


TOP: Mapping[str, Field] = {
    "id": TEXT,
    "version": TEXT,
    "title": TEXT,
    "guidance_name": TEXT,
    "time_zone": Field(kind=TimeZone()),
    "category_count": Field(kind=Whole(least=1)),
    "sub_category_count": Field(kind=Whole(least=1)),
    "contributions": TEXTS,
    "reference_editions": TEXTS,
    "evidence_kinds": TEXTS,
    "person_slots": TEXTS,
    "flag": _named(FLAG, "flags"),
    "clause": _named(CLAUSE, "clauses"),
    "note": _named(NOTE, "notes"),
    "category": _named(CATEGORY, "categories"),
    "rule": _named(RULE, "rules"),
    "part": _named(PART, "parts"),
    "reading": _named(READING, "readings"),
    "outcome": _named(OUTCOME, "outcomes"),
    "reason": _named(REASON, "reasons"),
    "belongs_elsewhere": _named(BELONGS_ELSEWHERE, "elsewhere"),
    "setting": _named(SETTING, "settings"),
    "highlight": Field(kind=HIGHLIGHT, default=(), into="highlights"),
    "professional_roles": Field(kind=TextsByName(), default={}),
    "routes": Field(kind=TextsByName(), default={}),
    "tasks": Field(kind=TextsByName(), default={}),
    "conflict_kinds": Field(kind=TextsByName(), default={}),
    "setting_uses": Field(kind=TextsByName(), default={}),
    "slots": Field(kind=TextsByName()),
    "passages": Field(kind=TextsByName()),
    "check_names": Field(kind=TextsByName(), default={}),
    "plain_finds": Field(kind=TextsByName(), default={}),
    "checks_of_parts": Field(kind=TextsByName(), default={}),
    "dismissal_reasons": Field(kind=TextsByName(), default={}),
    "report_slots": Field(kind=TextsByName(), default={}),
    "report_passages": Field(kind=TextsByName(), default={}),
    "report_asks": Field(kind=TextsByName(), default={}),
}
"""Every top-level key, in whichever file of the scheme it stands."""
