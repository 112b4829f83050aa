"""Answers to the viewer that come later: each says what was asked, and a fault becomes a sentence."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from mrse_assess.errors import MrseAssessError
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import ViewerPane

logger = logging.getLogger(__name__)

Made = TypeVar("Made")


class Answers:
    """Tells the viewer what a future gave: ``{name: ...}``, or ``{name_failed: sentence}`` with what was asked.

    A question that carries a number ``wanted`` gets its answer under that number, so that late ones are known.
    """

    def __init__(self, viewer: ViewerPane, loop: KernelLoop) -> None:
        self._viewer = viewer
        self._loop = loop

    def send(
        self,
        fields: Fields,
        future: "Future[Made]",
        name: str,
        about: dict[str, Any],
        present: Callable[[Made], Any],
    ) -> None:
        """Tell the viewer once the future is done."""
        asked = self.stamped(fields, about)

        def deliver(done: "Future[Made]") -> None:
            self._viewer.tell({**self._told(done, name, present), **asked})

        self._loop.when_done(future, deliver)

    @staticmethod
    def stamped(fields: Fields, told: dict[str, Any]) -> dict[str, Any]:
        """What is told under the number of its question, if it bore one."""
        wanted = fields.number_or("wanted", -1, 0, HIGHEST_ACT)
        return told if wanted < 0 else {**told, "wanted": wanted}

    @staticmethod
    def _told(future: "Future[Made]", name: str, present: Callable[[Made], Any]) -> dict[str, Any]:
        try:
            return {name: present(future.result())}
        except MrseAssessError as error:
            return {f"{name}_failed": str(error)}
        except Exception as error:  # noqa: BLE001 - the edge: the page must say that no answer comes
            log_fault(logger, f"an answer to the viewer ({name})", error)
            return {f"{name}_failed": OUR_FAULT}
