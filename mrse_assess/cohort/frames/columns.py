"""The long frames of a cohort: which columns each has, of which kind, and what tells its rows apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Look, OutcomeKind, Phase, RuleStatus, SubCategoryState, Tri, Verdict

ROWS_VERSION: Final = "2"
"""Changes with every change of what the rows say: rows kept by an earlier version are made anew."""


class Kind(StrEnum):
    """What the cells of a column are; every kind knows a missing cell."""

    TEXT = "text"
    WORD = "word"  # one of an ordered list of words
    COUNT = "count"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"  # UTC


class Words(StrEnum):
    """The lists of words that columns of kind ``word`` take theirs from."""

    SUB_CATEGORY = "sub_category"
    RULE = "rule"
    REASON = "reason"
    STATE = "state"
    OUTCOME = "outcome"
    RULE_STATUS = "rule_status"
    SUB_CATEGORY_STATE = "sub_category_state"
    VERDICT = "verdict"
    PHASE = "phase"
    TRI = "tri"
    CHECK = "check"
    LOOK = "look"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column; ``words`` where it is of kind ``word``."""

    name: str
    kind: Kind
    words: Words | None = None


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The columns of one frame in their order, and those that tell its rows apart."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


Vocabulary = Mapping[Words, tuple[str, ...]]
"""Every list of words in its order."""


def vocabulary(schemes: Iterable[Scheme], states: Iterable[str]) -> Vocabulary:
    """The words of the frames of applications under these schemes.

    What several schemes have in common stands where the first has it; what only a later one has follows.

    Args:
        schemes: that the applications were decided under.
        states: of an application, in the order in which it passes through them.
    """
    given = tuple(schemes)
    return MappingProxyType(
        {
            Words.SUB_CATEGORY: tuple(dict.fromkeys(code for one in given for code in one.codes)),
            Words.RULE: tuple(dict.fromkeys(rule.id for one in given for rule in one.rules)),
            Words.REASON: tuple(dict.fromkeys(reason.id for one in given for reason in one.reasons)),
            Words.STATE: tuple(states),
            Words.OUTCOME: tuple(map(str, OutcomeKind)),
            Words.RULE_STATUS: tuple(map(str, RuleStatus)),
            Words.SUB_CATEGORY_STATE: tuple(map(str, SubCategoryState)),
            Words.VERDICT: tuple(map(str, Verdict)),
            Words.PHASE: tuple(map(str, Phase)),
            Words.TRI: tuple(map(str, Tri)),
            Words.CHECK: tuple(dict.fromkeys(check for one in given for check in one.check_names)),
            Words.LOOK: tuple(map(str, Look)),
        }
    )


def _columns(*columns: tuple[str, Kind | Words]) -> tuple[Column, ...]:
    return tuple(
        Column(name=name, kind=Kind.WORD, words=of) if isinstance(of, Words) else Column(name=name, kind=of)
        for name, of in columns
    )


_CASE: Final = (("application", Kind.TEXT), ("attempt", Kind.COUNT))
_UNIT: Final = (("sub_category", Words.SUB_CATEGORY), ("evidence_id", Kind.TEXT))

SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "applications": Shape(
            columns=_columns(
                *_CASE,
                ("is_first", Kind.FLAG),
                ("is_final", Kind.FLAG),
                ("follows", Kind.TEXT),  # the application that this one takes up again under another reference
                ("guidance", Kind.TEXT),
                ("scheme", Kind.TEXT),  # the version of the scheme file that it was decided or is judged under
                ("role", Kind.TEXT),
                ("route", Kind.TEXT),
                ("received", Kind.DAY),
                ("sealed", Kind.DAY),
                ("decided", Kind.DAY),
                ("issued", Kind.DAY),
                ("state", Words.STATE),
                ("outcome", Words.OUTCOME),
                ("rules", Words.RULE_STATUS),
                ("satisfactory", Kind.COUNT),
                ("short_of", Kind.COUNT),
                ("assessors", Kind.COUNT),
                ("profile", Kind.TEXT),  # what the rules look at, for another replay: cohort.frames.profiles
                ("readings", Kind.TEXT),  # the readings of ambiguous clauses that were recorded
            ),
            key=("application", "attempt"),
        ),
        "rules": Shape(
            columns=_columns(
                *_CASE,
                ("rule", Words.RULE),
                ("status", Words.RULE_STATUS),
                ("observed", Kind.COUNT),
                ("threshold", Kind.COUNT),
                ("margin", Kind.COUNT),  # how many more than needed, or fewer than allowed; below 0 where it is not met
                ("pending", Kind.COUNT),
            ),
            key=("application", "attempt", "rule"),
        ),
        "sub_categories": Shape(
            columns=_columns(
                *_CASE,
                ("sub_category", Words.SUB_CATEGORY),
                ("state", Words.SUB_CATEGORY_STATE),
                ("items", Kind.COUNT),
                ("satisfactory_items", Kind.COUNT),
                ("saved_by_one", Kind.FLAG),
                ("rests_on_simulated", Words.TRI),
                ("mhra", Words.TRI),
                ("disagreement", Kind.FLAG),
            ),
            key=("application", "attempt", "sub_category"),
        ),
        "items": Shape(
            columns=_columns(*_CASE, *_UNIT, ("verdict", Words.VERDICT), ("primary_reason", Words.REASON)),
            key=("application", "attempt", "sub_category", "evidence_id"),
        ),
        "reasons": Shape(
            columns=_columns(
                *_CASE,
                *_UNIT,
                ("verdict", Words.VERDICT),
                ("reason", Words.REASON),
                ("is_primary", Kind.FLAG),
                ("clause", Kind.TEXT),
                ("belongs_in", Words.SUB_CATEGORY),
            ),
            key=("application", "attempt", "sub_category", "evidence_id", "reason"),
        ),
        "assessments": Shape(
            columns=_columns(
                *_CASE,
                ("assessor", Kind.TEXT),
                ("task", Kind.TEXT),
                ("phase", Words.PHASE),
                *_UNIT,
                ("verdict", Words.VERDICT),
                ("primary_reason", Words.REASON),
                ("recorded_at", Kind.MOMENT),
                ("first_sealed", Words.VERDICT),  # what was in force when the assessor first sealed, apart from others
                ("simulated", Kind.FLAG),  # this and what follows of items alone, as it is in force
                ("mhra_reference", Kind.FLAG),
                (
                    "piece",
                    Kind.COUNT,
                ),  # which of the independent pieces it is, as this assessor divides them
            ),
            key=("application", "attempt", "assessor", "phase", "sub_category", "evidence_id"),
        ),
        "moments": Shape(
            columns=_columns(*_CASE, ("state", Words.STATE), ("since", Kind.MOMENT), ("until", Kind.MOMENT)),
            key=("application", "attempt", "since"),
        ),
        "screened": Shape(
            columns=_columns(
                *_CASE,
                *_UNIT,
                ("check", Words.CHECK),
                ("said", Words.LOOK),
                ("put_aside", Kind.FLAG),  # by an assessor, of a concern; missing for readers to whom that is private
                ("verdict", Words.VERDICT),  # the one of the item, as in items
            ),
            key=("application", "attempt", "sub_category", "evidence_id", "check"),
        ),
    }
)
"""The frames by name. ``evidence_id`` is "" in the row of a conclusion on a sub-category."""

PRIVATE: Final = frozenset({"assessments"})
"""Frames about persons, for the chair alone."""

OF_ASSESSORS_ALONE: Final = (("screened", "put_aside"),)
"""Frames and their columns of what assessors do by themselves, which no other person may see."""
