"""Agreement on reasons, over the units that at least two assessors judged not satisfactory."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from mrse_assess.agreement.answers import Agreement, ReasonAgreement, Unsaid
from mrse_assess.agreement.limits import Limits, load_limits
from mrse_assess.agreement.ratings import Level, Rating
from mrse_assess.agreement.study import Question, compare, compare_sets
from mrse_assess.agreement.table import Layout, Table, layout_of, refuse_doubles

YES_OR_NO = 2


def reason_agreement(
    ratings: Sequence[Rating],
    *,
    level: Level,
    seed: int,
    codes: Sequence[str] = (),
    applies_to: Mapping[str, Collection[str]] | None = None,
    limits: Limits | None = None,
) -> ReasonAgreement:
    """How far assessors who judged the same unit not satisfactory gave the same reasons.

    An assessor who judged it otherwise gave no reasons to compare and is missing from that unit. Each reason by itself
    is a question answered yes or no; all reasons of an assessor together are a set, compared by Krippendorff's alpha
    with the Jaccard distance (see :mod:`mrse_assess.agreement.sets`). No reason at all is an empty set.

    Args:
        ratings: as for verdicts.
        level: conclusions on sub-categories, or items.
        seed: from 0, as for verdicts.
        codes: the sub-categories in their order; else those that occur, sorted.
        applies_to: the reasons in their order, each with the sub-categories where it can be given (none: everywhere);
            where it cannot be given, nobody's silence counts as agreement. Else those that occur, sorted.
        limits: those of the room when not given.

    Raises:
        BadRequestError: two ratings of a unit by one assessor.
    """
    data = limits or load_limits()
    compared = _of_shared_units(ratings, level, data)
    groups: dict[str, list[Rating]] = {code: [] for code in codes or sorted({one.sub_category for one in compared})}
    for rating in compared:
        groups.setdefault(rating.sub_category, []).append(rating)
    known = applies_to or {}
    asked = {**known, **dict.fromkeys(sorted({reason for one in compared for reason in one.reasons} - set(known)), ())}

    within = _Places(compared)

    def question(about: str, salt: str) -> Question:
        return Question(about=about, seed=seed, limits=data, salt=f"{level}/{salt}")

    return ReasonAgreement(
        level=level,
        sets=_sets(question("", "sets"), compared),
        sub_categories=tuple(_sets(question(code, "sets"), group) for code, group in groups.items()),
        each=tuple(_one_reason(question(reason, "reason"), within(where)) for reason, where in asked.items()),
    )


class _Places:
    """The compared ratings within some sub-categories, with their layout; most reasons share the same."""

    def __init__(self, compared: Sequence[Rating]) -> None:
        self._compared = compared
        self._made: dict[frozenset[str], tuple[Sequence[Rating], Layout]] = {}

    def __call__(self, where: Collection[str]) -> tuple[Sequence[Rating], Layout]:
        key = frozenset(where)
        if key not in self._made:
            ratings = [one for one in self._compared if not key or one.sub_category in key]
            self._made[key] = (ratings, layout_of(ratings))
        return self._made[key]


def _of_shared_units(ratings: Sequence[Rating], level: Level, limits: Limits) -> list[Rating]:
    """The ratings with reasons, of units that have two of them."""
    refuse_doubles([one for one in ratings if one.level is level])
    with_reasons = [one for one in ratings if one.level is level and one.category == limits.with_reasons]
    times = Counter(one.unit for one in with_reasons)
    return [one for one in with_reasons if times[one.unit] > 1]


def _sets(question: Question, ratings: Sequence[Rating]) -> Agreement:
    return compare_sets(question, layout_of(ratings), [frozenset(rating.reasons) for rating in ratings])


def _one_reason(question: Question, within: tuple[Sequence[Rating], Layout]) -> Agreement:
    ratings, layout = within
    code = np.array([question.about in one.reasons for one in ratings], dtype=np.int64)
    given = int(code.sum())
    seldom = (Unsaid.TOO_SELDOM_GIVEN, given, question.limits.given) if given < question.limits.given else None
    return compare(question, Table(layout=layout, categories=YES_OR_NO, code=code), too_few=seldom)
