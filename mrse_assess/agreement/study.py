"""One question put to the ratings: what stands behind it, whether that is enough, and each figure with its interval."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from mrse_assess.agreement.answers import Agreement, Behind, Figure, Interval, Measure, Unsaid
from mrse_assess.agreement.kappa import kappa, kappa_value
from mrse_assess.agreement.limits import Limits
from mrse_assess.agreement.nominal import ac1, ac1_value, alpha, alpha_value, raw, raw_value
from mrse_assess.agreement.resampling import NoInterval, intervals
from mrse_assess.agreement.sets import Reasons, set_alpha, set_alpha_value
from mrse_assess.agreement.sums import Sums
from mrse_assess.agreement.table import Layout, Table

_STATISTICS: Mapping[Measure, tuple[Callable[[Table], float], Callable[[Table], Sums]]] = MappingProxyType(
    {
        Measure.RAW: (raw_value, raw),
        Measure.KAPPA: (kappa_value, kappa),
        Measure.AC1: (ac1_value, ac1),
        Measure.ALPHA: (alpha_value, alpha),
    }
)

PAIR = 2

Lack = tuple[Unsaid, int, int]
"""Why no figure is stated, with the numbers found and needed."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: ``about`` as in :class:`Agreement`, with ``seed`` (from 0) for its intervals.

    ``salt`` tells questions about the same thing apart, so that each draws its own resamples and keeps them whatever
    else is asked.
    """

    about: str
    seed: int
    limits: Limits
    salt: str = ""

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seed of this question's resamples."""
        return (self.seed, *f"{self.salt}/{self.about}".encode())


@dataclass(frozen=True, kw_only=True, eq=False)
class _Stated:
    """A statistic that has a value."""

    measure: Measure
    value: float
    sums: Sums
    remark: str = ""


def compare(question: Question, table: Table, *, left_out: int = 0, too_few: Lack | None = None) -> Agreement:
    """Every statistic for ratings of one category each. ``too_few`` is a reason, beyond the usual, to state none."""
    behind = behind_of(table.layout, left_out)
    return _answer(question, behind, tuple(_STATISTICS), lambda measure: _state(question, table, measure), too_few)


def compare_sets(question: Question, layout: Layout, given: Sequence[Reasons]) -> Agreement:
    """The agreement on sets, one for each rating of the layout."""

    def state(measure: Measure) -> _Stated | Figure:
        paired = layout.paired[layout.unit]
        kinds = {reasons for reasons, counts in zip(given, paired, strict=True) if counts}
        if len(kinds) == 1:
            return silent(question, measure, Unsaid.ALL_ALIKE)
        sums = set_alpha(layout, given)
        return _Stated(measure=measure, value=set_alpha_value(sums), sums=sums)

    return _answer(question, behind_of(layout), (Measure.SET_ALPHA,), state)


def behind_of(layout: Layout, left_out: int = 0) -> Behind:
    """What a figure from this layout rests on."""
    paired = layout.paired
    return Behind(
        applications=len(np.unique(layout.application_of[paired])),
        units=int(np.count_nonzero(paired)),
        raters=len(layout.raters_of_pairs),
        ratings=int(layout.ratings_of_unit[paired].sum()),
        single=int(np.count_nonzero(~paired)),
        left_out=left_out,
    )


def silent(question: Question, measure: Measure, why: Unsaid, found: int = 0, needed: int = 0) -> Figure:
    """No figure, and the reason in words."""
    words = question.limits.say(why, found, needed)
    none = question.limits.say(Unsaid.NO_FIGURE)
    return Figure(
        measure=measure, value=None, unsaid=why, why=words, no_interval=Unsaid.NO_FIGURE, why_no_interval=none
    )


def _answer(
    question: Question,
    behind: Behind,
    measures: Sequence[Measure],
    state: Callable[[Measure], _Stated | Figure],
    too_few: Lack | None = None,
) -> Agreement:
    lack = _lack(question.limits, behind) or too_few
    if lack:
        figures = tuple(silent(question, measure, *lack) for measure in measures)
    else:
        figures = _with_intervals(question, behind, [state(measure) for measure in measures])
    return Agreement(about=question.about, behind=behind, figures=figures)


def _lack(limits: Limits, behind: Behind) -> Lack | None:
    """What is missing for any figure, with the numbers found and needed."""
    if not behind.units:
        return Unsaid.NO_UNIT, 0, 0
    if behind.applications < limits.applications:
        return Unsaid.TOO_FEW_APPLICATIONS, behind.applications, limits.applications
    if behind.units < limits.units:
        return Unsaid.TOO_FEW_UNITS, behind.units, limits.units
    return None


def _state(question: Question, table: Table, measure: Measure) -> _Stated | Figure:
    """The statistic, or why it is undefined."""
    if undefined := _undefined(table, measure):
        return silent(question, measure, *undefined)
    value, sums = _STATISTICS[measure]
    remark = question.limits.remarks[Unsaid.ALL_ALIKE] if table.used == 1 else ""
    return _Stated(measure=measure, value=value(table), sums=sums(table), remark=remark)


def _undefined(table: Table, measure: Measure) -> Lack | None:
    """Why the statistic has no value for these ratings, or would have one that says nothing."""
    raters = len(table.layout.raters_of_pairs)
    if measure is Measure.KAPPA and raters != PAIR:
        return Unsaid.NOT_TWO_RATERS, raters, PAIR
    if measure in (Measure.KAPPA, Measure.ALPHA) and table.used == 1:
        return Unsaid.ALL_ALIKE, 0, 0
    if measure is Measure.KAPPA and _one_alike(table):
        return Unsaid.ONE_RATER_ALIKE, 0, 0
    return None


def _one_alike(table: Table) -> bool:
    """Whether one of the two raters gave one category everywhere."""
    in_pairs = table.layout.paired[table.layout.unit]
    return any(
        len(np.unique(table.code[in_pairs & (table.layout.rater == rater)])) == 1
        for rater in table.layout.raters_of_pairs
    )


def _with_intervals(question: Question, behind: Behind, found: Sequence[_Stated | Figure]) -> tuple[Figure, ...]:
    stated = [one for one in found if isinstance(one, _Stated)]
    bounded = dict(zip((one.measure for one in stated), _bounds(question, behind, stated), strict=True))
    return tuple(_figure(question, one, bounded[one.measure]) if isinstance(one, _Stated) else one for one in found)


def _bounds(question: Question, behind: Behind, stated: Sequence[_Stated]) -> Sequence[Interval | NoInterval]:
    limits = question.limits
    if behind.applications < limits.interval_applications:
        few = NoInterval(Unsaid.TOO_FEW_APPLICATIONS, behind.applications, limits.interval_applications)
        return [few] * len(stated)
    if behind.units < limits.interval_units:
        return [NoInterval(Unsaid.TOO_FEW_UNITS, behind.units, limits.interval_units)] * len(stated)
    return intervals([one.sums for one in stated], limits, question.seeds) if stated else ()


def _figure(question: Question, stated: _Stated, bounds: Interval | NoInterval) -> Figure:
    figure = Figure(measure=stated.measure, value=stated.value, remark=stated.remark)
    if isinstance(bounds, NoInterval):
        words = question.limits.say(*bounds)
        return replace(figure, no_interval=bounds.why, why_no_interval=words)
    return replace(figure, interval=bounds)
