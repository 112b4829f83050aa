"""Agreement on verdicts: over all sub-categories together, within each, and between each two assessors."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from mrse_assess.agreement.answers import Agreement, PairAgreement, VerdictAgreement
from mrse_assess.agreement.limits import Limits, load_limits
from mrse_assess.agreement.ratings import Level, Rating, Referred
from mrse_assess.agreement.study import Question, compare
from mrse_assess.agreement.table import refuse_doubles, tabulate


def verdict_agreement(
    ratings: Sequence[Rating],
    *,
    level: Level,
    seed: int,
    codes: Sequence[str] = (),
    referred: Referred = Referred.MISSING,
    limits: Limits | None = None,
) -> VerdictAgreement:
    """How far assessors gave the same verdict; ratings of the other level are passed over.

    "Nothing offered" is a verdict on the portfolio and a category of conclusions. The figures over all sub-categories
    take every unit alike and one rate of each verdict for all; a measure that allows for chance can therefore be
    higher together than within any sub-category.

    Args:
        ratings: from first seals only; each assessor has at most one of a unit.
        level: conclusions on sub-categories, or items.
        seed: from 0; the same seed and ratings give the same intervals, in whatever order the ratings come.
        codes: the sub-categories in their order, there even without ratings; else those that occur, sorted.
        referred: how a referral to the panel counts.
        limits: those of the room when not given.

    Raises:
        BadRequestError: a verdict that the level does not know, or two ratings of a unit by one assessor.
    """
    kept = _Kept.of(ratings, level, referred, limits or load_limits())
    groups: dict[str, list[Rating]] = {code: [] for code in codes or kept.codes()}
    for rating in kept.ratings:
        groups.setdefault(rating.sub_category, []).append(rating)
    return VerdictAgreement(
        level=level,
        referred=referred,
        overall=kept.compared("", kept.ratings, seed),
        sub_categories=tuple(kept.compared(code, group, seed) for code, group in groups.items()),
    )


def agreement_of_pairs(
    ratings: Sequence[Rating],
    *,
    level: Level,
    seed: int,
    referred: Referred = Referred.MISSING,
    limits: Limits | None = None,
) -> tuple[PairAgreement, ...]:
    """Agreement between each two assessors who rated a unit in common, as :func:`verdict_agreement` over all.

    Units that only one of the two rated are left out. These figures are about persons: who may see them is for the
    caller to say.

    Raises:
        BadRequestError: as for :func:`verdict_agreement`.
    """
    kept = _Kept.of(ratings, level, referred, limits or load_limits())
    units: dict[str, dict[tuple[str, int, str, str], Rating]] = {}
    for rating in kept.ratings:
        units.setdefault(rating.assessor, {})[rating.unit] = rating
    found = []
    for first, second in combinations(sorted(units), 2):
        if both := units[first].keys() & units[second].keys():
            of_both = [rating for one in (first, second) for unit, rating in units[one].items() if unit in both]
            salt = f"{first}\n{second}"
            agreement = kept.compared("", of_both, seed, salt=salt)
            found.append(PairAgreement(first=first, second=second, agreement=agreement))
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """The ratings of a level, less those that say nothing on its scale, which are kept apart to be counted."""

    ratings: Sequence[Rating]
    left_out: Sequence[Rating]
    level: Level
    referred: Referred
    limits: Limits

    @classmethod
    def of(cls, ratings: Sequence[Rating], level: Level, referred: Referred, limits: Limits) -> "_Kept":
        of_level = [rating for rating in ratings if rating.level is level]
        refuse_doubles(of_level)  # here, since one of two may be left out below
        silent = limits.referred if referred is Referred.MISSING else None
        return cls(
            ratings=[rating for rating in of_level if rating.category != silent],
            left_out=[rating for rating in of_level if rating.category == silent],
            level=level,
            referred=referred,
            limits=limits,
        )

    def codes(self) -> list[str]:
        return sorted({rating.sub_category for rating in (*self.ratings, *self.left_out)})

    def compared(self, about: str, ratings: Sequence[Rating], seed: int, salt: str = "") -> Agreement:
        question = Question(about=about, seed=seed, limits=self.limits, salt=f"{self.level}/{self.referred}/{salt}")
        table = tabulate(ratings, self.limits.scale(self.level, self.referred))
        return compare(question, table, left_out=self._left_out(about, ratings, by_pair=bool(salt)))

    def _left_out(self, about: str, ratings: Sequence[Rating], *, by_pair: bool) -> int:
        """How many ratings were left out of what ``ratings`` are taken from."""
        raters = {rating.assessor for rating in ratings} if by_pair else None
        return sum(
            1
            for rating in self.left_out
            if about in ("", rating.sub_category) and (raters is None or rating.assessor in raters)
        )
