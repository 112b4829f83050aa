"""The presenter: one act of the assessor in, one change of the panes out. The only mover between page and workbench."""

import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError, StaleWriteError
from mrse_assess.terms import OutcomeKind, Verdict
from mrse_assess.ui import present, present_judgement, present_letter
from mrse_assess.ui.controller import WorkbenchController
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.entries import HIGHEST_PAGE, check_entry, entry_from_page
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pages import PageDesk
from mrse_assess.ui.pane import LetterPane, Pane
from mrse_assess.ui.room import Room
from mrse_assess.ui.wording import VERDICT_WORDS, clock
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm
from mrse_assess.workbench.views import ConclusionEntry, ItemView, JudgementView, Place, Receipt, Unit, Worklist

logger = logging.getLogger(__name__)


class Desk:
    """One open application on the page. ``leave`` goes back to the list of applications, if there is one."""

    def __init__(
        self, bench: WorkbenchController, *, height: str = "100dvh", leave: Callable[[], None] | None = None
    ) -> None:
        self._bench = bench
        self._leave = leave
        self._loop = KernelLoop()
        self._unit: Unit | None = None
        self._asked: Unit | None = None  # the sub-category that "next" last asked to conclude
        self._list: Worklist = bench.worklist()
        self._letter: LetterPane | None = None
        self._name = secrets.token_hex(8)
        self.room = Room(self._name, height, self._hear)
        self._pages = PageDesk(bench, self.room.viewer, self._loop)
        self._acts: dict[str, Callable[[Fields], str]] = {
            "open": self._open,
            "move": self._move,
            "next": self._next,
            "place": self._place,
            "judge": self._judge,
            "draft": self._draft,
            "withdraw": self._withdraw,
            "park": self._park,
            "take_up": self._take_up,
            "conclude": self._conclude,
            "letter": self._open_letter,
            "part": self._part,
            "outcome": self._outcome,
            "letter_file": self._letter_file,
            "catch_up": self._catch_up,
            "leave": self._go_back,
        }
        place = bench.place()
        known = place is not None and self._is_known(place.unit)
        if place and known:
            self._unit = place.unit
            self._show_evidence(place.page)
        else:
            self._go(bench.next_unjudged(None) or self._first())
        self._refresh()

    # ------------------------------------------------------------ hearing and answering

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        """Every message of the page comes through here: whatever goes wrong is one sentence on the page."""
        try:
            self._answer(pane, Fields(content))
        except StaleWriteError as error:
            self._refuse(act_number(content), str(error), stale=True)
        except MrseAssessError as error:
            self._refuse(act_number(content), str(error))
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer, and the typed text must stay
            log_fault(logger, "an act of the page", error)
            self._refuse(act_number(content), OUR_FAULT)

    def _answer(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
        elif act == "page":
            self._pages.answer(fields)
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            self.room.header.tell({"ack": number, **self._done(self._acts[act](fields))})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    def _done(self, said: str) -> dict[str, Any]:
        receipt, self._receipt = self._receipt, None
        return {"said": said, "saved": clock(receipt.saved_at) if receipt else ""}

    _receipt: Receipt | None = None

    def _refuse(self, number: object, why: str, *, stale: bool = False) -> None:
        self.room.header.tell({"ack": number, "refused": why, "stale": stale})

    # ------------------------------------------------------------ moving

    def _open(self, fields: Fields) -> str:
        self._move_to(self._read_unit(fields))
        return ""

    def _move(self, fields: Fields) -> str:
        step = fields.number("step", -1, 1)
        order = self._order()
        at = order.index(self._unit) if self._unit in order else -1
        if not 0 <= at + step < len(order):
            return "This is the last claim." if step > 0 else "This is the first claim."
        self._move_to(order[at + step])
        return ""

    def _next(self, _: Fields) -> str:
        unit = self._bench.next_unjudged(self._asked or self._unit)
        if unit is None:
            return "All judged and concluded. The letter comes next (l)."
        if unit == self._unit:
            return "This is the only one left to judge."
        claims = self._claims(unit.sub_category)
        if unit.evidence_id or not claims:
            self._move_to(unit)
            return ""
        # only the conclusion is left: the evidence stays before the eyes, and pressing again goes on
        self._move_to(self._unit if self._unit in claims else claims[0])
        self._asked = unit
        return f"Every item of {unit.sub_category} is judged. Conclude it: Shift and 1 to 4."

    def _move_to(self, unit: Unit) -> None:
        self._asked = None
        self._go(unit)
        self._refresh()

    def _claims(self, sub_category: str) -> list[Unit]:
        return [unit for unit in self._order() if unit.sub_category == sub_category and unit.evidence_id]

    def _place(self, fields: Fields) -> str:
        unit = self._read_unit(fields)
        self._bench.remember_place(Place(unit, fields.number("page", 1, HIGHEST_PAGE)))
        return ""

    def _go(self, unit: Unit) -> None:
        self._unit = unit
        page = self._show_evidence(0)
        self._bench.remember_place(Place(unit, max(page, 1)))

    def _order(self) -> list[Unit]:
        return [
            unit
            for row in self._list.rows
            for unit in ([Unit(row.code, claim.evidence_id) for claim in row.claims] or [Unit(row.code, "")])
        ]

    def _first(self) -> Unit:
        return self._order()[0]

    def _read_unit(self, fields: Fields) -> Unit:
        parts = fields.inner("unit")
        unit = Unit(parts.identifier("sub_category"), parts.identifier("evidence_id"))
        if not self._is_known(unit):
            raise BadRequestError("The page named an item or sub-category that is not in this application. Reload it.")
        return unit

    def _is_known(self, unit: Unit) -> bool:
        whole = {Unit(row.code, "") for row in self._list.rows}
        uncited = {Unit("", item.evidence_id) for item in self._list.uncited}
        return unit in whole or unit in uncited or unit in self._order()

    def _read_claim(self, fields: Fields) -> Unit:
        unit = self._read_unit(fields)
        if not unit.sub_category or not unit.evidence_id:
            raise BadRequestError("Only an item that is cited for a sub-category can be judged.")
        return unit

    # ------------------------------------------------------------ judging

    def _judge(self, fields: Fields) -> str:
        unit, entry = self._read_claim(fields), entry_from_page(fields.inner("entry"))
        check_entry(entry, self._bench.judgement(unit), len(self._bench.item(unit.evidence_id).pages))
        if entry.verdict is None:
            raise BadRequestError("Choose a verdict first (1, 2 or 3).")
        self._receipt = self._bench.judge(unit, entry)
        self._refresh()
        words = VERDICT_WORDS[entry.verdict]
        missing = ", reason missing" if entry.verdict is Verdict.NOT_SATISFACTORY and not entry.reasons else ""
        return f"{present.unit_words(unit).capitalize()}: {words}{missing}."

    def _draft(self, fields: Fields) -> str:
        unit, entry = self._read_claim(fields), entry_from_page(fields.inner("entry"))
        check_entry(entry, self._bench.judgement(unit), len(self._bench.item(unit.evidence_id).pages))
        self._bench.save_draft(unit, entry)
        return ""

    def _withdraw(self, fields: Fields) -> str:
        unit = self._read_unit(fields)
        self._receipt = self._bench.withdraw(unit)
        self._refresh()
        return f"Taken back: {present.unit_words(unit)} is not yet judged."

    def _park(self, fields: Fields) -> str:
        unit = self._read_claim(fields)
        self._receipt = self._bench.park(unit, fields.text("reminder", longest=500))
        self._refresh()
        return f"Parked: {present.unit_words(unit)} waits for a second look."

    def _take_up(self, fields: Fields) -> str:
        unit = self._read_claim(fields)
        self._receipt = self._bench.take_up(unit)
        self._refresh()
        return f"{present.unit_words(unit).capitalize()} is no longer parked."

    def _conclude(self, fields: Fields) -> str:
        code = fields.identifier("sub_category")
        if code not in {row.code for row in self._list.rows}:
            raise BadRequestError("The page named a sub-category that is not in this scheme. Reload the page.")
        entry = ConclusionEntry(
            verdict=fields.one_of("verdict", Verdict),
            feedback=fields.text("feedback"),
            to_panel=fields.text("to_panel"),
        )
        asked = self._bench.conclusion(code).needs_sentence
        if entry.verdict in asked and not entry.to_panel.strip():
            raise BadRequestError("This contradicts the items. Give the panel one sentence on why, and record it then.")
        self._receipt = self._bench.conclude(code, entry)
        self._asked = None
        self._refresh()
        return f"{code} concluded: {VERDICT_WORDS[entry.verdict]}."

    # ------------------------------------------------------------ letter

    def _open_letter(self, _: Fields) -> str:
        if self._letter is None:
            self._letter = LetterPane(self._name, self._hear, **self._drawer())
            self.room.add(self._letter)
        else:
            self._letter.show(self._drawer())
            self._letter.tell({"open": True})
        return ""

    def _drawer(self) -> dict[str, Any]:
        return present_letter.drawer(self._bench.parts(), self._bench.outcomes(), self._bench.letter())

    def _part(self, fields: Fields) -> str:
        part = fields.identifier("part")
        if part not in {known.part for known in self._bench.parts()}:
            raise BadRequestError("The page named a part that the scheme does not have. Reload the page.")
        self._receipt = self._bench.confirm_part(part, confirmed=fields.flag("confirmed"))
        self._refresh()
        return "Recorded."

    def _outcome(self, fields: Fields) -> str:
        kind, ground = fields.one_of("kind", OutcomeKind), fields.text("ground").strip()
        choice = next((one for one in self._bench.outcomes().choices if one.kind is kind), None)
        if choice is None or choice.why_not:
            raise BadRequestError(choice.why_not if choice else "The scheme does not have this outcome.")
        if choice.needs_ground and not ground:
            raise BadRequestError("This outcome needs its ground in words. Write it, then choose the outcome.")
        self._receipt = self._bench.choose_outcome(kind, ground)
        self._refresh()
        return f"Outcome chosen: {choice.name}."

    def _letter_file(self, fields: Fields) -> str:
        form = fields.one_of("form", LetterForm)
        self._loop.when_done(self._bench.letter_file(form), self._deliver)
        return "The letter is being drawn."

    def _deliver(self, future: "Future[LetterFile]") -> None:
        try:
            made = future.result()
        except MrseAssessError as error:
            self._refuse(None, str(error))
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "drawing the letter", error)
            self._refuse(None, OUR_FAULT)
        else:
            if self._letter is not None:
                self._letter.tell({"file": made.name, "media": made.media}, made.data)

    # ------------------------------------------------------------ the page as a whole

    def _catch_up(self, _: Fields) -> str:
        self._bench.catch_up()
        self._refresh()
        return "This tab is up to date."

    def _go_back(self, _: Fields) -> str:
        if self._leave is not None:
            self._leave()
        return ""

    def _refresh(self) -> None:
        """Show what the workbench says now; panes that show the same send nothing."""
        self._list = self._bench.worklist()
        unit = self._unit or self._first()
        room = self.room
        item = self._item(unit)
        judgement = self._judgement(unit)
        heading = self._bench.heading()
        room.form.show(present_judgement.form(heading.application, judgement, item))
        code = unit.sub_category
        conclusion = self._bench.conclusion(code) if code else None
        room.conclusion.show(present_judgement.conclusion(conclusion))
        if code:
            guidance = self._bench.guidance(code)
            room.guidance_head.value = present_judgement.guidance_head(guidance)
            room.guidance.value = present_judgement.guidance_body(guidance)
        elif item:
            room.guidance_head.value = present_judgement.uncited_head(item)
            room.guidance.value = present_judgement.uncited_body(item)
        room.findings.show(present_judgement.findings(item))
        room.worklist.show(present.worklist(self._list, unit))
        room.standing.show(present.standing(self._bench.standing()))
        room.header.show({**present.heading(heading, unit), "back": self._leave is not None})
        if self._letter is not None:
            self._letter.show(self._drawer())

    def _item(self, unit: Unit) -> ItemView | None:
        return self._bench.item(unit.evidence_id) if unit.evidence_id else None

    def _judgement(self, unit: Unit) -> JudgementView | None:
        return self._bench.judgement(unit) if unit.evidence_id and unit.sub_category else None

    def _show_evidence(self, page: int) -> int:
        """Show the current unit's item at this page, or at its cited page for 0. Returns the page, 0 for none."""
        unit = self._unit or self._first()
        item, judgement = self._item(unit), self._judgement(unit)
        cited = judgement.cited_page if judgement else 0
        said = {
            "unit": list(unit),
            "cited": judgement.cited if judgement else "",
            "cited_page": cited,
            "for": unit.sub_category,
            "also": list(judgement.also_for) if judgement else [],
        }
        last = len(item.pages) if item else 0
        start = min(max(page or cited, 1), last) if last else 0
        self.room.viewer.show(present.evidence(item, start, said, self._ahead(unit)))
        self._pages.expect(item, start)
        return start

    def _ahead(self, unit: Unit) -> list[list[Any]]:
        """Where the assessor will most likely look next: the cited page of the next unjudged and of the next claim."""
        order = self._order()
        following = order[order.index(unit) + 1 : order.index(unit) + 2] if unit in order else []
        return [
            [other.evidence_id, max(self._bench.judgement(other).cited_page, 1)]
            for other in (self._bench.next_unjudged(unit), *following)
            if other is not None and other.evidence_id and other.sub_category and other != unit
        ]
