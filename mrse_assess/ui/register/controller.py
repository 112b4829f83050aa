"""What the start page asks of the register, and the sentences that it gets back. See ``ui.controller``."""

from concurrent.futures import Future
from typing import Protocol

from mrse_assess.workbench.registering.views import Known, RegisterSheet


class RegisterController(Protocol):
    """The register of applications, for office and chair. An act returns what it did in one sentence."""

    def sheet(self) -> RegisterSheet:
        """The register as this person's standings allow."""

    def allocate(self, reference: str, to: str, seen: str) -> str:
        """Give an application to an assessor. BadRequestError when it cannot be, or ``seen`` is not how it stands."""

    def take_off(self, reference: str, person: str, why: str, to: str, seen: str) -> str:
        """Take it off an assessor with a reason, and give it to another where ``to`` names one: both or neither."""

    def possible(self, reference: str, person: str) -> "Future[tuple[str, ...]]":
        """Names of the person's own that stand in the portfolio, in sentences."""

    def describe(self, reference: str, known: Known, seen: str) -> str:
        """Record what is known of an application. BadRequestError when a value does not fit, or ``seen`` is stale."""
