"""What another version of the portfolio leaves to be looked at again, as a point of the check lists."""

from collections.abc import Iterator

from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Jump, JumpKind, Point, PointKind
from mrse_assess.workbench.resubmission.version import own_look_again, units_of
from mrse_assess.workbench.views import Unit


def look_again_points(assessment: Assessment) -> Iterator[Point]:
    """The judgements of items that were replaced since; a point of its own while that is still being compared."""
    units = units_of(own_look_again(assessment))
    if units:
        subject = "1 judgement is" if len(units) == 1 else f"{len(units)} judgements are"
        words = f"{subject} of an earlier version of the portfolio, and the item changed"
        yield Point(id="look_again", kind=PointKind.OPEN, words=words, jumps=tuple(map(_jump, units)))
    elif assessment.compared.making is not None and assessment.own_judgements:
        words = "What changed in the portfolio is still being compared; look again in a moment"
        yield Point(id="look_again", kind=PointKind.OPEN, words=words)
    elif assessment.compared.fault and assessment.own_judgements:
        words = f"What changed in the portfolio is not known: {assessment.compared.fault} Open this page again"
        yield Point(id="look_again", kind=PointKind.OPEN, words=words)


def _jump(unit: Unit) -> Jump:
    words = f"{unit.evidence_id} for {unit.sub_category}"
    return Jump(kind=JumpKind.UNIT, words=words, label=f"Look again at item {words}", unit=unit)
