"""What every theme of the desk works with: the workbench, the page, where the assessor is, how it is shown again."""

from collections.abc import Callable

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui.controller import WorkbenchController
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import Hearer
from mrse_assess.ui.room import Room
from mrse_assess.workbench.views import Receipt, Unit, Worklist

Acts = dict[str, Callable[[Fields], str]]
"""What the page can ask for, by name. Each act returns the words for the status line, "" for none."""


class Table:
    """Shared by the themes of one desk.

    ``unit`` is what is on screen; ``listed`` the worklist as shown. An act that recorded something leaves its receipt
    in ``receipt``, so that the answer carries the time; ``show_again`` shows what the workbench says now, and
    ``show_unit`` brings a unit on screen, at a page of its item (0: the cited one).
    """

    def __init__(self, bench: WorkbenchController, room: Room, loop: KernelLoop, name: str, hear: Hearer) -> None:
        self.bench = bench
        self.room = room
        self.loop = loop
        self.name = name
        self.hear = hear
        self.unit: Unit | None = None
        self._claimed: set[Unit] = set()
        self.listed = bench.worklist()
        self.receipt: Receipt | None = None
        self.show_again: Callable[[], None] = lambda: None
        self.show_unit: Callable[[Unit, int], None] = lambda unit, page: None  # noqa: ARG005 - set by the desk

    @property
    def listed(self) -> Worklist:
        """The worklist as shown."""
        return self._listed

    @listed.setter
    def listed(self, worklist: Worklist) -> None:
        self._listed = worklist
        self._claimed.update(self.order())

    def refuse(self, number: object, why: str, *, stale: bool = False) -> None:
        """Say on the page why something was not done, and what was done elsewhere if this tab fell behind."""
        since = {"since": self._elsewhere()} if stale else {}
        self.room.header.tell({"ack": number, "refused": why, "stale": stale, **since})

    def _elsewhere(self) -> str:
        """What was done elsewhere; "" where even that cannot be read, for the page must hear the refusal."""
        try:
            return self.bench.course.elsewhere()
        except MrseAssessError:
            return ""

    def order(self) -> list[Unit]:
        """Every claim in the order of the worklist; a sub-category without claims stands for itself."""
        return [
            unit
            for row in self.listed.rows
            for unit in ([Unit(row.code, claim.evidence_id) for claim in row.claims] or [Unit(row.code, "")])
        ]

    def here(self) -> Unit:
        """The unit on screen, the first one before any is."""
        return self.unit or self.order()[0]

    def claims(self, sub_category: str) -> list[Unit]:
        """The claims of a sub-category."""
        return [unit for unit in self.order() if unit.sub_category == sub_category and unit.evidence_id]

    def cited_for(self, evidence_id: str) -> list[str]:
        """The sub-categories that the item is cited for."""
        return [unit.sub_category for unit in self.order() if unit.evidence_id == evidence_id]

    def is_known(self, unit: Unit) -> bool:
        """Whether the application has this unit: a claim, a sub-category, or an item or file looked at by itself."""
        whole = {Unit(row.code, "") for row in self.listed.rows}
        if unit in whole or unit in self.order():
            return True
        return not unit.sub_category and bool(unit.evidence_id) and self.bench.evidence.is_known(unit.evidence_id)

    def read_unit(self, fields: Fields) -> Unit:
        """The unit that a message names.

        Raises:
            BadRequestError: the application has no such unit.
        """
        unit = _unit(fields)
        if not self.is_known(unit):
            raise BadRequestError("The page named an item or sub-category that is not in this application. Reload it.")
        return unit

    def read_claim(self, fields: Fields) -> Unit:
        """The unit that a message names, which must be an item for a sub-category.

        It may have been taken off the list since: what was typed until then arrives after the correction.
        """
        unit = _unit(fields)
        unit = unit if unit in self._claimed else self.read_unit(fields)
        if not unit.sub_category or not unit.evidence_id:
            raise BadRequestError("Only an item that is cited for a sub-category can be judged.")
        return unit

    def read_code(self, fields: Fields) -> str:
        """The sub-category that a message names."""
        code = fields.identifier("sub_category")
        if code not in {row.code for row in self.listed.rows}:
            raise BadRequestError("The page named a sub-category that is not in this scheme. Reload the page.")
        return code

    def taken_receipt(self) -> Receipt | None:
        """The receipt of what the act just recorded, None when it recorded nothing."""
        receipt, self.receipt = self.receipt, None
        return receipt


def _unit(fields: Fields) -> Unit:
    parts = fields.inner("unit")
    return Unit(parts.identifier("sub_category"), parts.identifier("evidence_id"))
