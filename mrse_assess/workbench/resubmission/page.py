"""What the assess page asks of a further attempt, and of another version of the portfolio that comes meanwhile."""

from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.resubmission.attempt import attempt_view
from mrse_assess.workbench.resubmission.attempt_views import AttemptView, VersionView
from mrse_assess.workbench.resubmission.compared import Compared
from mrse_assess.workbench.resubmission.version import own_look_again, version_view


class Resubmission:
    """A further attempt and its versions, under one assessor's hands."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._coming: Compared | None = None  # the comparison with a version that is not on the page yet
        self._coming_of = ""

    def attempt(self) -> AttemptView | None:
        """What was asked for, what stands, what came; None in a first attempt."""
        return attempt_view(self._assessment)

    def newer(self) -> VersionView | None:
        """A version of the portfolio that came since this page opened, None while the page shows the latest."""
        newest = self._assessment.newest()
        if newest.reading == self._assessment.application.reading:
            self._coming = None
            return None
        if self._coming is None or self._coming_of != newest.reading:
            self._coming, self._coming_of = Compared(self._assessment.workspace, newest), newest.reading
            self._coming.begin()
        return version_view(self._assessment, self._coming, taken=False)

    def replaced(self) -> VersionView | None:
        """The version on the page, while judgements made on an earlier one wait to be looked at again."""
        if not own_look_again(self._assessment):
            return None
        return version_view(self._assessment, self._assessment.compared, taken=True)

    def take(self) -> None:
        """Go on with the latest version of the portfolio. Nothing is recorded, and no record is changed by it.

        Raises:
            BadRequestError: the page shows it already.
        """
        newest = self._assessment.newest()
        if newest.reading == self._assessment.application.reading:
            raise BadRequestError("This page shows the latest version of the portfolio already.")
        self._assessment.move_to(newest)
        if self._coming is not None and self._coming_of == newest.reading:
            self._assessment.compared = self._coming  # what was compared for the bar over the page
        self._coming = None

    def waited_for(self) -> "Future[Any] | None":
        """What is still being compared, None when nothing is."""
        self._assessment.compared.begin()
        coming = self._coming.making if self._coming else None
        return coming or self._assessment.compared.making

    def made(self) -> None:
        """Take in what was waited for."""
        for one in filter(None, (self._assessment.compared, self._coming)):
            if one.making is not None and one.making.done():
                one.take()
        self._assessment.look_anew()
