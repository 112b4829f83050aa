"""The course of an assessment: before the start, undoing, sealing."""

from mrse_assess.workbench import closing, undoing
from mrse_assess.workbench.act_words import group_words
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Coverage, SealView, Undone, UndoView
from mrse_assess.workbench.coverage import coverage
from mrse_assess.workbench.own_acts import OwnActs
from mrse_assess.workbench.views import Receipt

MOST_NAMED = 3


class Course:
    """Undo, redo, seal, reopen, and the check lists."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def coverage(self) -> Coverage:
        """What to know before starting."""
        return coverage(self._assessment)

    def undoable(self) -> UndoView:
        """What undo and redo would do now."""
        return undoing.undoable(self._assessment)

    def undo(self) -> Undone:
        """Undo the latest act."""
        return undoing.undo(self._assessment)

    def redo(self) -> Undone:
        """Do again what was undone last."""
        return undoing.redo(self._assessment)

    def elsewhere(self) -> str:
        """What this assessor recorded in another tab since this one last looked, in words; "" for nothing."""
        came = self._assessment.came_since()
        acts = OwnActs.of(
            (*self._assessment.events, *came), self._assessment.assessor, self._assessment.application.attempt
        )
        fresh = {event.event for event in came}
        groups = [group for group in acts.groups() if group[0].event in fresh]
        own = [event for event in acts.events if event.event in fresh]
        if not own:
            return ""
        named = [words for group in groups if (words := group_words(group, acts, self._assessment.scheme))]
        latest = f": {', '.join(named[-MOST_NAMED:])}" if named else ""
        when = f"You went on in another tab at {own[-1].recorded_at.astimezone():%H:%M:%S}."
        count = "1 record was" if len(own) == 1 else f"{len(own)} records were"
        last = "" if len(named) <= MOST_NAMED else ", the last of them"
        return f"{when} {count} made there{last}{latest}."

    def sealed(self) -> str:
        """Since when the assessment is sealed, in words; "" while it is open."""
        return closing.sealed_since(self._assessment)

    def seal_view(self) -> SealView:
        """Whether the assessment is sealed, and what stands in the way."""
        return closing.seal_view(self._assessment)

    def seal(self) -> Receipt:
        """Seal the assessment."""
        return closing.seal(self._assessment)

    def reopen(self, why: str) -> Receipt:
        """Reopen it with a reason."""
        return closing.reopen(self._assessment, why)
