"""Another version of the portfolio that comes while it is judged: what changed, what is carried over, what to redo."""

from collections.abc import Iterable

from mrse_assess.model.dates import day_in_words
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.resubmission.again import LookAgain, look_again
from mrse_assess.workbench.resubmission.attempt_views import VersionView
from mrse_assess.workbench.resubmission.came_words import BEFORE, came_items
from mrse_assess.workbench.resubmission.changes import Change
from mrse_assess.workbench.resubmission.compared import Compared, Since
from mrse_assess.workbench.views import Unit
from mrse_assess.workspace.attempts import versions_of


def own_look_again(assessment: Assessment, since: Since | None = None) -> tuple[LookAgain, ...]:
    """This assessor's judgements of items that were replaced after they were judged; () while that is not known.

    Args:
        assessment: whose judgements.
        since: what changed up to a version that is not on the page yet; by default up to the one that is.
    """
    known = since or assessment.compared.at_hand
    if known is None or not known.versions:
        return ()
    versions = versions_of(assessment.workspace, assessment.application)
    found = look_again(assessment.own, versions, known.versions)
    mine = {row.event for row in assessment.own_judgements.values()}
    return tuple(one for one in found if one.event in mine)


def units_of(found: Iterable[LookAgain]) -> tuple[Unit, ...]:
    """The claims that they are of."""
    return tuple(Unit(one.sub_category, one.evidence_id) for one in found)


def why_look_again(assessment: Assessment, unit: Unit) -> str:
    """Why the judgement of a claim is to be looked at again, as a sentence; "" where it is not."""
    found = next((one for one in own_look_again(assessment) if units_of((one,)) == (unit,)), None)
    if found is None:
        return ""
    moment = f" on {day_in_words(found.judged_at)}" if found.judged_at else ""
    became = "is not in the version that came since" if found.change is Change.GONE else "was changed since"
    return f"You judged an earlier version{moment}; the item {became}."


def version_view(assessment: Assessment, compared: Compared, *, taken: bool) -> VersionView:
    """The latest version of the portfolio. ``compared`` says what changed up to it, ``taken`` that it is shown."""
    *earlier, entry = versions_of(assessment.workspace, assessment.application)
    since = compared.at_hand
    readings = [one.portfolio_digest for one in earlier if one.portfolio_digest != entry.portfolio_digest]
    base = readings[-1] if taken and readings else assessment.application.reading
    own = assessment.own_judgements
    concluded = [one for one in assessment.own.conclusions if assessment.conclusion(one.sub_category) is one]
    return VersionView(
        came_at=entry.recorded_at.astimezone() if entry.recorded_at else None,
        file_name=entry.file_name,
        why=entry.why,
        came=came_items(since.versions[base], BEFORE) if since and base in since.versions else None,
        judged=len(own),
        concluded=len(concluded),
        again=units_of(own_look_again(assessment, since)) if since else (),
        taken=taken,
        sealed=assessment.seal is not None,
        fault=compared.fault,
    )
