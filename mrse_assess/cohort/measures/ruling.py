"""What the rules say of what is known of an application's sub-categories and parts: the outcome, and nothing more.

How it could be changed, which takes most of the time of a full ruling, is not asked.
"""

from collections.abc import Mapping, Sequence

from mrse_assess.cohort.frames.profiles import UnitProfile
from mrse_assess.model.scheme import Scheme, SubCategory
from mrse_assess.rules import readings as read
from mrse_assess.rules.case import case_of
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import RuleStatus, SubCategoryState, Tri

_STATES = {
    Tri.YES: SubCategoryState.SATISFACTORY,
    Tri.NO: SubCategoryState.NOT_SATISFACTORY,
    Tri.UNDETERMINED: SubCategoryState.NOT_YET_JUDGED,
}


def ruled(
    units: Sequence[UnitProfile], parts: Sequence[Tri], readings: Mapping[str, str], scheme: Scheme
) -> RuleStatus:
    """What the scheme's rules say under these readings; sub-categories and parts in the order of the scheme.

    Raises:
        BadRequestError: a reading or value that the scheme lacks.
        SchemeError: a deciding rule that nothing can count.
    """
    facts = tuple(_facts(unit, profile) for unit, profile in zip(scheme.sub_categories, units, strict=True))
    said = {
        part.id: None if fact is Tri.UNDETERMINED else fact is Tri.YES
        for part, fact in zip(scheme.parts, parts, strict=True)
    }
    return case_of(scheme, read.chosen(scheme, readings), facts, said).outcome


def _facts(unit: SubCategory, profile: UnitProfile) -> UnitFacts:
    """The facts as the rules count them; what they never look at stays empty."""
    return UnitFacts(
        unit=unit,
        state=_STATES[profile.satisfactory],
        simulated=profile.simulated,
        reference=profile.reference,
        reference_anywhere=profile.reference_anywhere,
        piece=profile.piece,
        independent=profile.pieces,
        counted=(),
        disagreement=False,
        contradiction=None,
        problems=(),
        events=(),
    )
