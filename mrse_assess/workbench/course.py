"""The course of an assessment: before the start, undoing, sealing."""

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Coverage, SealView, Undone, UndoView
from mrse_assess.workbench.coverage import coverage
from mrse_assess.workbench.views import Receipt


class Course:
    """Undo, redo, seal, reopen, and the check lists."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def coverage(self) -> Coverage:
        """What to know before starting."""
        return coverage(self._assessment)

    def undoable(self) -> UndoView:
        """What undo and redo would do now."""
        return UndoView(undo="", redo="")

    def undo(self) -> Undone:
        """Undo the latest act."""
        raise BadRequestError("There is nothing to undo.")

    def redo(self) -> Undone:
        """Do again what was undone last."""
        raise BadRequestError("There is nothing to do again.")

    def seal_view(self) -> SealView:
        """Whether the assessment is sealed."""
        return SealView(sealed=False, since="", points=(), can_seal=False, can_reopen=False)

    def seal(self) -> Receipt:
        """Seal the assessment."""
        raise BadRequestError("Sealing is not possible yet.")

    def reopen(self, why: str) -> Receipt:
        """Reopen it."""
        raise BadRequestError("Sealing is not possible yet.")
