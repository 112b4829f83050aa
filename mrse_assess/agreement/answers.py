"""Figures of agreement with what stands behind each, or the reason why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.agreement.ratings import Level, Referred


class Measure(StrEnum):
    """The statistics of agreement; all are 1 for perfect agreement, and all but the first about 0 for chance."""

    RAW = "raw_agreement"
    KAPPA = "cohens_kappa"
    AC1 = "gwets_ac1"
    ALPHA = "krippendorffs_alpha"
    SET_ALPHA = "krippendorffs_alpha_of_sets"


class Unsaid(StrEnum):
    """Why there is no figure, or no interval. The words for each are in the room's data."""

    NO_UNIT = "no_unit"
    TOO_FEW_APPLICATIONS = "too_few_applications"
    TOO_FEW_UNITS = "too_few_units"
    TOO_SELDOM_GIVEN = "too_seldom_given"
    ALL_ALIKE = "all_alike"
    ONE_RATER_ALIKE = "one_rater_alike"
    NOT_TWO_RATERS = "not_two_raters"
    NO_FIGURE = "no_figure"
    RESAMPLES_ALIKE = "resamples_alike"
    RESAMPLES_UNDEFINED = "resamples_undefined"
    LOPSIDED = "lopsided"


@dataclass(frozen=True, kw_only=True)
class Behind:
    """What a figure rests on: units that at least two assessors rated, their applications, assessors and ratings.

    ``single`` is the number of units that only one assessor rated; of the figures only AC1 uses them, for how common
    each category is. ``left_out`` is the number of ratings that say nothing on the scale (referred to the panel).
    """

    applications: int
    units: int
    raters: int
    ratings: int
    single: int = 0
    left_out: int = 0


@dataclass(frozen=True, kw_only=True)
class Interval:
    """A confidence interval (bias-corrected and accelerated bootstrap over applications)."""

    low: float
    high: float
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One statistic. Without a ``value``, ``unsaid`` and ``why`` say the reason; without an ``interval``, the others.

    ``remark`` warns of a figure that is right and easily misread, "" otherwise.
    """

    measure: Measure
    value: float | None
    interval: Interval | None = None
    unsaid: Unsaid | None = None
    why: str = ""
    no_interval: Unsaid | None = None
    why_no_interval: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """The statistics on one question. ``about`` is a sub-category's code, a reason's id, or "" for all together."""

    about: str
    behind: Behind
    figures: tuple[Figure, ...]

    def figure(self, measure: Measure) -> Figure:
        """The figure of one statistic; KeyError when it was not asked for."""
        for figure in self.figures:
            if figure.measure is measure:
                return figure
        raise KeyError(measure)


@dataclass(frozen=True, kw_only=True)
class VerdictAgreement:
    """Agreement on verdicts, over all sub-categories together and within each."""

    level: Level
    referred: Referred
    overall: Agreement
    sub_categories: tuple[Agreement, ...]


@dataclass(frozen=True, kw_only=True)
class PairAgreement:
    """Agreement on verdicts between two assessors, over the units that both rated."""

    first: str
    second: str
    agreement: Agreement


@dataclass(frozen=True, kw_only=True)
class ReasonAgreement:
    """Agreement on why evidence is not satisfactory, over units that at least two assessors judged so.

    ``sets`` compares the whole sets of reasons, ``sub_categories`` the same within each; ``each`` takes every reason
    as a question answered yes or no.
    """

    level: Level
    sets: Agreement
    sub_categories: tuple[Agreement, ...]
    each: tuple[Agreement, ...]
