"""The acts of the register on the start page: each is answered in one sentence, refused ones too."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import MrseAssessError
from mrse_assess.ui.edge import log_fault
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.register.controller import RegisterController
from mrse_assess.workbench.registering.views import Known

logger = logging.getLogger(__name__)

LONGEST_WHY = 2000
LONGEST_FACT = 400
NOT_LOOKED = "The portfolio could not be looked through for names of theirs. They declare themselves before it opens."

Act = Callable[[Fields, Sequence[bytes]], dict[str, Any]]


class RegisterDesk:
    """What the page asks of the register.

    Args:
        register: answers.
        show: shows the page anew; called after each act, and after a refusal, which may come of an old page.
        tell: sends the page a message.
        loop: brings what was waited for back to the page.
    """

    def __init__(
        self,
        register: RegisterController,
        show: Callable[[], None],
        tell: Callable[[dict[str, Any]], None],
        loop: KernelLoop,
    ) -> None:
        self._register = register
        self._show = show
        self._tell = tell
        self._loop = loop
        self.acts: dict[str, Act] = {
            "allocate": self._answered(self._allocate),
            "take_off": self._answered(self._take_off),
            "describe": self._answered(self._describe),
            "look_again": self._answered(lambda _: ""),
        }

    def _answered(self, act: Callable[[Fields], str]) -> Act:
        def answered(fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
            try:
                return {"said": act(fields)}
            finally:
                self._show()

        return answered

    def _allocate(self, fields: Fields) -> str:
        application, to = fields.identifier("application"), fields.identifier("to")
        said = self._register.allocate(application, to, fields.identifier("seen"))
        self._look(application, to)
        return said

    def _take_off(self, fields: Fields) -> str:
        application, to = fields.identifier("application"), fields.identifier("to")
        why = fields.text("why", longest=LONGEST_WHY)
        said = self._register.take_off(application, fields.identifier("person"), why, to, fields.identifier("seen"))
        if to:
            self._look(application, to)
        return said

    def _describe(self, fields: Fields) -> str:
        typed = fields.inner("known")
        known = Known(**{name: typed.text(name, longest=LONGEST_FACT) for name in _FACTS})
        return self._register.describe(fields.identifier("application"), known, fields.identifier("seen"))

    def _look(self, application: str, person: str) -> None:
        """Look for the person's own names; what is found comes when it is found, since the first look takes seconds."""
        try:
            found = self._register.possible(application, person)
        except MrseAssessError:
            return  # what was recorded stands, and these names are not for whoever recorded it
        self._loop.when_done(found, lambda ended: self._tell_possible(application, ended))

    def _tell_possible(self, application: str, found: "Future[tuple[str, ...]]") -> None:
        try:
            words = list(found.result())
        except MrseAssessError:
            words = [NOT_LOOKED]
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "looking for an assessor's names", error)
            words = [NOT_LOOKED]
        if words:
            self._tell({"possible": words, "of": application})


_FACTS = tuple(Known.__dataclass_fields__)
