"""The presenter: one act of the assessor in, one change of the panes out. The only mover between page and workbench."""

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError, StaleWriteError
from mrse_assess.ui import present, present_judgement, present_points
from mrse_assess.ui.controller import WorkbenchController
from mrse_assess.ui.desk.claiming import Claiming
from mrse_assess.ui.desk.closing import Closing
from mrse_assess.ui.desk.correcting import Correcting
from mrse_assess.ui.desk.deciding import Deciding
from mrse_assess.ui.desk.evidence import Evidence
from mrse_assess.ui.desk.judging import Judging
from mrse_assess.ui.desk.moving import Moving
from mrse_assess.ui.desk.preferring import Preferring
from mrse_assess.ui.desk.prompting import Prompting
from mrse_assess.ui.desk.resubmitting import Resubmitting
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.desk.undoing import Undoing
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.room import Room
from mrse_assess.ui.wording import clock
from mrse_assess.workbench.views import Unit

logger = logging.getLogger(__name__)


class Desk:
    """One open application on the page. ``leave`` goes back to the list of applications, if there is one."""

    def __init__(
        self, bench: WorkbenchController, *, height: str = "100dvh", leave: Callable[[], None] | None = None
    ) -> None:
        self._leave = leave
        name = secrets.token_hex(8)
        self.room = Room(name, height, self._hear)
        self._table = table = Table(bench, self.room, KernelLoop(), name, self._hear)
        table.show_again, table.show_unit = self._refresh, self._show_unit
        self._evidence = Evidence(table)
        self._moving = Moving(table)
        self._deciding = Deciding(table)
        self._correcting = Correcting(table)
        self._claiming = Claiming(table)
        self._undoing = Undoing(table)
        self._closing = Closing(table)
        self._preferring = Preferring(table)
        self._prompting = Prompting(table)
        self._resubmitting = Resubmitting(table)
        themes = (
            self._evidence,
            self._moving,
            Judging(table),
            self._deciding,
            self._correcting,
            self._claiming,
            self._undoing,
            self._closing,
            self._preferring,
            self._prompting,
            self._resubmitting,
        )
        self._acts: Acts = {"catch_up": self._catch_up, "leave": self._go_back}
        for theme in themes:
            self._acts.update(theme.acts)
        self._moving.begin()
        self._refresh()

    # ------------------------------------------------------------ hearing and answering

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        """Every message of the page comes through here: whatever goes wrong is one sentence on the page."""
        try:
            self._answer(pane, Fields(content))
        except StaleWriteError as error:
            self._table.refuse(act_number(content), str(error), stale=True)
        except MrseAssessError as error:
            self._table.refuse(act_number(content), str(error))
            self._resubmitting.notice()
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer, and the typed text must stay
            log_fault(logger, "an act of the page", error)
            self._table.refuse(act_number(content), OUR_FAULT)

    def _answer(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
            self._resubmitting.notice()
        elif act == "page":
            self._evidence.answer_page(fields)
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            said = self._acts[act](fields)
            receipt = self._table.taken_receipt()
            self.room.header.tell({"ack": number, "said": said, "saved": clock(receipt.saved_at) if receipt else ""})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    # ------------------------------------------------------------ the page as a whole

    def _catch_up(self, _: Fields) -> str:
        self._table.bench.catch_up()
        self._refresh()
        return "This tab is up to date."

    def _go_back(self, _: Fields) -> str:
        if self._leave is not None:
            self._leave()
        return ""

    def _show_unit(self, unit: Unit, page: int) -> None:
        self._table.unit = unit
        self._evidence.show(unit, page)

    def _refresh(self) -> None:
        """Show what the workbench says now; panes that show the same send nothing."""
        bench, room = self._table.bench, self.room
        self._table.listed = bench.worklist()
        self._evidence.look_anew()
        self._correcting.follow()
        self._evidence.show_again()
        unit = self._table.here()
        item = self._evidence.item(unit)
        heading = bench.heading()
        room.form.show(present_judgement.form(heading.application, self._evidence.judgement(unit), item))
        self._show_guidance(unit)
        room.findings.show(present_judgement.findings(unit, item, bench.prompting.findings(unit)))
        room.worklist.show({**present.worklist(self._table.listed, unit, self._checks()), **self._resubmitting.stood()})
        room.standing.show(present.standing(bench.standing()))
        room.header.show(
            {
                **present.heading(heading, unit),
                "back": self._leave is not None,
                **self._undoing.shown(),
                **self._closing.shown(),
                **self._preferring.shown(),
                **self._resubmitting.shown(),
            }
        )
        self._deciding.show()
        self._preferring.show()
        self._correcting.show()
        self._claiming.show()
        self._closing.show()
        self._prompting.wait()
        self._resubmitting.wait()

    def _checks(self) -> dict[str, Any]:
        """What the reading left open, and before the start where judging starts."""
        bench = self._table.bench
        open_points = bench.course.coverage()
        return present_points.points(open_points, bench.next_unjudged(None) if open_points.nothing_judged else None)

    def _show_guidance(self, unit: Unit) -> None:
        room, code, bench = self.room, unit.sub_category, self._table.bench
        conclusion = bench.conclusion(code) if code else None
        room.conclusion.show(present_judgement.conclusion(conclusion))
        item = self._evidence.item(unit)
        if code:
            guidance = bench.guidance(code)
            room.guidance_head.value = present_judgement.guidance_head(guidance)
            room.guidance.value = present_judgement.guidance_body(guidance, bench.prompting.findings(unit))
        elif item:
            room.guidance_head.value = present_judgement.uncited_head(item)
            name = item.evidence_id
            room.guidance.value = present_judgement.uncited_body(
                item, self._table.cited_for(name), self._resubmitting.stood_for(name)
            )
