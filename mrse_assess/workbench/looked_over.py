"""What screening says of the portfolio as this assessor corrected it, made in the background where it is not known."""

import logging
from concurrent.futures import Future

from mrse_assess.errors import MrseAssessError
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.workspace import Application, Workspace

logger = logging.getLogger(__name__)

OUR_FAULT = "Something went wrong in this program. Judging can go on; what screening would notice is not known."


class LookedOver:
    """The screening of one application. After a correction the one before it stands until the new one is made."""

    def __init__(self, workspace: Workspace, application: Application) -> None:
        self._workspace = workspace
        self._application = application
        self._portfolio: Portfolio | None = None
        self._latest: Screening | None = None
        self._making: Future[Screening] | None = None
        self._fault = ""

    def at_hand(self, portfolio: Portfolio) -> Screening | None:
        """What is known of the portfolio now; the looking begins where it is not. None before the first."""
        if portfolio is not self._portfolio:
            self._portfolio, self._fault = portfolio, ""
            kept = self._kept(portfolio)
            self._latest = kept or self._latest
            self._making = None if kept or self._fault else self._begin(portfolio)
        elif self._making is not None and self._making.done():
            self._take(self._making)
        return self._latest

    @property
    def making(self) -> "Future[Screening] | None":
        """What is being made, None when nothing is waited for."""
        return self._making

    @property
    def fault(self) -> str:
        """Why looking failed, "" when it did not."""
        return self._fault

    def _kept(self, portfolio: Portfolio) -> Screening | None:
        try:
            return self._workspace.kept_screening(self._application, portfolio)
        except MrseAssessError as error:  # judging goes on without
            self._fault = str(error)
            return None

    def _begin(self, portfolio: Portfolio) -> "Future[Screening]":
        return self._workspace.background.submit(self._workspace.screening, self._application, portfolio)

    def _take(self, made: "Future[Screening]") -> None:
        self._making = None
        try:
            self._latest = made.result()
        except MrseAssessError as error:
            self._fault = str(error)
        except Exception as error:  # noqa: BLE001 - whatever went wrong in looking, the page opens and judging goes on
            logger.error("looking the evidence over broke off: %s", type(error).__name__)  # noqa: TRY400 - no text in a log
            self._fault = OUR_FAULT
