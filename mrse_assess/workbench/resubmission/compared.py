"""What the applicant changed since the attempt or the version before, compared in the background."""

import logging
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from mrse_assess.errors import MrseAssessError
from mrse_assess.workbench.resubmission.attempt_views import CameItem
from mrse_assess.workbench.resubmission.came_words import BEFORE, came_items
from mrse_assess.workbench.resubmission.changes import Changes, changes_between
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import attempt_of, versions_of
from mrse_assess.workspace.register import application_of

logger = logging.getLogger(__name__)

OUR_FAULT = "What came could not be compared: something went wrong in this program. Judging can go on without."


@dataclass(frozen=True, kw_only=True)
class Since:
    """What changed: ``came`` since the attempt or version before, ``versions`` from each earlier version's reading."""

    came: tuple[CameItem, ...] = ()
    versions: Mapping[str, Changes] = field(default_factory=dict)

    def of_item(self, evidence_id: str) -> CameItem | None:
        """What became of the item, None where the readings do not tell."""
        return next((one for one in self.came if one.evidence_id == evidence_id), None)


class Compared:
    """The comparison of one application in one version of its portfolio.

    It is begun and taken in by the page alone (:meth:`begin`, :meth:`take`), so that all that is asked in between
    answers alike.
    """

    def __init__(self, workspace: Workspace, application: Application) -> None:
        self._workspace = workspace
        self._application = application
        self._making: Future[Since] | None = None
        self._made: Since | None = None
        self._fault = ""

    @property
    def at_hand(self) -> Since | None:
        """What is known by now, None until the comparison was taken in, or where it failed."""
        return self._made

    @property
    def making(self) -> "Future[Since] | None":
        """What is being made, None when nothing is waited for."""
        return self._making

    def begin(self) -> None:
        """Begin to compare, unless that was done; the only version of a first attempt has nothing to compare with."""
        if self._made is not None or self._making is not None or self._fault:
            return
        if self._application.attempt == 1 and len(versions_of(self._workspace, self._application)) < 2:  # noqa: PLR2004 - one version, and nothing was replaced
            self._made = Since()
        else:
            self._making = self._workspace.background.submit(since, self._workspace, self._application)

    def take(self) -> None:
        """Take in what was made; waits for it where it is still being made."""
        if self._making is not None:
            self._take(self._making)

    @property
    def fault(self) -> str:
        """Why comparing failed, "" when it did not."""
        return self._fault

    def _take(self, made: "Future[Since]") -> None:
        self._making = None
        try:
            self._made = made.result()
        except MrseAssessError as error:
            self._fault = str(error)
        except Exception as error:  # noqa: BLE001 - whatever went wrong in comparing, judging goes on
            logger.error("comparing the portfolios broke off: %s", type(error).__name__)  # noqa: TRY400 - no text in a log
            self._fault = OUR_FAULT


def since(workspace: Workspace, application: Application) -> Since:
    """What changed in the application's portfolio, as it was read; the words of pages are made where they are missing.

    Raises:
        MrseAssessError: a reading cannot be had.
    """
    now = workspace.portfolio(application)
    earlier = tuple(application_of(one) for one in versions_of(workspace, application))
    others = tuple(one for one in earlier if one.reading != application.reading)
    versions = {one.reading: changes_between(workspace, workspace.portfolio(one), now) for one in others}
    if application.attempt > 1:
        before = attempt_of(workspace, application.reference, application.attempt - 1)
        changes = changes_between(workspace, workspace.portfolio(before), now)
        return Since(came=came_items(changes, f"attempt {before.attempt}"), versions=versions)
    came = came_items(versions[others[-1].reading], BEFORE) if others else ()
    return Since(came=came, versions=versions)
