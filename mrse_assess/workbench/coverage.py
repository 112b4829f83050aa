"""What to know before starting: what the reading left open."""

from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Coverage


def coverage(assessment: Assessment) -> Coverage:
    """Unresolved references, uncited items, unclaimed sub-categories, items without a page hint, each with a jump."""
    return Coverage(points=(), nothing_judged=not assessment.own.judgements)
