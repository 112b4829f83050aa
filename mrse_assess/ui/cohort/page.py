"""The cohort page's presenter: one act of the reader in, one change of the page out."""

import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, Final

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui.cohort import present
from mrse_assess.ui.cohort.asked import filters_of, same_question
from mrse_assess.ui.cohort.parts import Answer, CohortPane, Ways
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import Pane
from mrse_assess.workbench.cohort.looking import FileKind, Filters, Looking
from mrse_assess.workbench.cohort.looking.files import file_of
from mrse_assess.workbench.cohort.looking.questions import PERIOD
from mrse_assess.workbench.cohort.looking.whole import NOT_BEFORE

logger = logging.getLogger(__name__)

MOST_ROWS: Final = 100_000
NOT_DRAWN: Final = "The figure could not be drawn. The table says the same."
NO_FIGURE: Final = "No figure here: the table says it better."


class CohortPage:
    """The cohort on a page. It begins to read the records at once; the page says how far that has come."""

    def __init__(self, looking: Looking, ways: Ways, *, height: str = "100dvh") -> None:
        self._looking = looking
        self._ways = ways
        self._loop = KernelLoop()
        self._filters: Filters | None = None
        self._published = False
        self._question = ""
        self._answer = Answer(number=0)
        self._reading: dict[str, Any] | None = {"done": 0, "total": 0}
        self._broken = ""
        self._acts: dict[str, Callable[[Fields], str]] = {
            "choose": self._choose,
            "ask": self._ask,
            "publish": self._publish,
            "behind": self._behind,
            "front": self._front,
            "file": self._file,
            "look_again": self._look_again,
            "open": self._open,
            "letter": self._letter,
            "leave": self._leave,
        }
        self.pane = CohortPane(secrets.token_hex(8), self._hear)
        self.pane.add_class("mrse-cohort-page")
        self.pane.layout.height = height
        self._read()

    # ------------------------------------------------------------ hearing and answering

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        try:
            self._respond(pane, Fields(content))
        except MrseAssessError as error:
            pane.tell({"ack": act_number(content), "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer
            log_fault(logger, "an act of the cohort page", error)
            pane.tell({"ack": act_number(content), "refused": OUR_FAULT})

    def _respond(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
        elif act == "figure":
            self._give_figure(fields.number("number", 0, HIGHEST_ACT))
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            said = self._acts[act](fields)
            self._show()
            pane.tell({"ack": number, "said": said})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    def _show(self) -> None:
        if self._filters is None:
            self.pane.show({"reading": self._reading, "broken": self._broken})
            return
        looking, answer = self._looking, self._answer
        size = present.AS_PUBLISHED if self._published else present.size(looking.size(self._filters))
        asked = [one for one in looking.questions(self._filters) if not (self._published and one.private)]
        self.pane.show(
            {
                "reading": self._reading,
                "broken": self._broken,
                "filters": present.filters(self._filters, looking.choices(self._filters)),
                "size": size,
                "published": self._published,
                "left_out": present.left_out(looking.left_out()),
                "chapters": present.chapters(asked),
                "question": self._question,
                **self._answered(answer),
            }
        )

    def _answered(self, answer: Answer) -> dict[str, Any]:
        figure = present.figure(answer.figure, answer.number) if answer.figure else None
        return {
            "number": answer.number,
            "table": present.table(answer.table) if answer.table else None,
            "figure": figure,
            "no_figure": "" if answer.figure else answer.says,
            "refused": answer.refused,
            "behind": answer.behind,
            "beware": NOT_BEFORE if self._published and answer.table else "",
        }

    # ------------------------------------------------------------ reading

    def _read(self) -> None:
        self._reading = {"done": 0, "total": 0}
        self._show()
        self._loop.when_done(self._looking.read(self._tell), self._have_read)

    def _tell(self, done: int, total: int) -> None:
        def say() -> None:
            if self._reading is not None:
                self._reading = {"done": done, "total": total}
                self._show()

        self._loop.call(say)

    def _have_read(self, reading: "Future[None]") -> None:
        self._reading = None
        try:
            reading.result()
        except MrseAssessError as error:
            self._broken = str(error)
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "reading a cohort", error)
            self._broken = OUR_FAULT
        else:
            self._broken = ""
            self._filters = self._looking.fitted(self._filters or self._looking.usual())
            self._question = self._question or self._looking.questions(self._filters)[0].id
            self._begin()
        self._show()

    def _look_again(self, _: Fields) -> str:
        if self._reading is None:
            self._read()
        return ""

    # ------------------------------------------------------------ choosing and asking

    def _now(self) -> Filters:
        if self._filters is None:
            raise BadRequestError("The records are still being read. Wait a moment.")
        return self._filters

    def _choose(self, fields: Fields) -> str:
        self._now()
        self._narrow(filters_of(fields))
        self._begin()
        return ""

    def _narrow(self, filters: Filters) -> None:
        """Look at those whom the filters leave, and ask the same of them."""
        before = self._looking.questions(self._now())
        self._filters = self._looking.fitted(filters)
        self._question = same_question(self._question, before, self._looking.questions(self._filters))

    def _ask(self, fields: Fields) -> str:
        question = fields.identifier("question")
        if question not in {one.id for one in self._looking.questions(self._now())}:
            raise BadRequestError("There is no such question here. Choose one from the list.")
        self._question = question
        self._begin()
        return ""

    def _publish(self, fields: Fields) -> str:
        self._published = fields.flag("published")
        if self._published:
            self._narrow(replace(self._now(), period=PERIOD))  # that of the report, and of no other one beside it
        asked = self._looking.questions(self._now())
        if self._published and self._question in {one.id for one in asked if one.private}:
            self._question = asked[0].id
        self._begin()
        return ""

    def _begin(self) -> None:
        """Have the question answered under the filters as they are now; an answer to an earlier one comes too late."""
        filters, number = self._now(), self._answer.number + 1
        self._answer = Answer(number=number)
        ask = self._looking.publishable if self._published else self._looking.table
        self._loop.when_done(ask(self._question, filters), lambda found: self._found(number, found))

    def _found(self, number: int, found: "Future[CohortTable]") -> None:
        if number != self._answer.number:
            return
        try:
            self._answer.table = found.result()
        except MrseAssessError as error:
            self._answer.refused = str(error)
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "answering a question about a cohort", error)
            self._answer.refused = OUR_FAULT
        self._show()
        if self._answer.table is not None:
            drawing = self._looking.figure(self._answer.table)
            self._loop.when_done(drawing, lambda drawn: self._drawn(number, drawn))

    def _drawn(self, number: int, drawn: "Future[Figure | None]") -> None:
        if number != self._answer.number:
            return
        try:
            self._answer.figure = drawn.result()
            self._answer.says = NO_FIGURE
        except Exception as error:  # noqa: BLE001 - the edge: the table stands without it
            log_fault(logger, "drawing a figure of a cohort", error)
            self._answer.says = NOT_DRAWN
        self._show()

    def _give_figure(self, number: int) -> None:
        answer = self._answer
        if number == answer.number and answer.figure is not None:
            self.pane.tell({"figure": number}, answer.figure.svg)

    # ------------------------------------------------------------ behind a number, and files

    def _table(self, fields: Fields) -> CohortTable:
        """The table on the page; a press on one that has been replaced since is refused."""
        if self._answer.table is None or fields.number("number", 0, HIGHEST_ACT) != self._answer.number:
            raise BadRequestError("The table has changed since. Choose again.")
        return self._answer.table

    def _behind(self, fields: Fields) -> str:
        table = self._table(fields)
        if self._published:
            raise BadRequestError("Applications are listed in the internal view only.")
        at = fields.number("row", 0, MOST_ROWS), fields.number("column", 0, MOST_ROWS)
        self._answer.behind = present.behind(self._looking.behind(table, self._now(), *at), at)
        return ""

    def _front(self, _: Fields) -> str:
        self._answer.behind = None
        return ""

    def _file(self, fields: Fields) -> str:
        table = self._table(fields)
        narrowed = "_narrowed" if self._now().narrowed else ""
        edition = "publishable" if self._published else f"internal{narrowed}"
        about = [NOT_BEFORE] if self._published else [f"{name}: {words}" for name, words in self._about()]
        file = file_of(fields.one_of("kind", FileKind), table, self._answer.figure, edition=edition, about=about)
        self.pane.tell({"file": file.name, "media": file.media}, file.data)
        return f"Saved by the browser as {file.name}."

    def _about(self) -> tuple[tuple[str, str], ...]:
        return self._looking.about(self._now())

    # ------------------------------------------------------------ ways out

    def _open(self, fields: Fields) -> str:
        self._ways.application(self._listed(fields))
        return ""

    def _letter(self, fields: Fields) -> str:
        self._ways.letter(self._listed(fields))
        return ""

    def _listed(self, fields: Fields) -> str:
        application, behind = fields.identifier("application"), self._answer.behind
        if behind is None or application not in {row["application"] for row in behind["rows"]}:
            raise BadRequestError("This application is not among those listed now.")
        return application

    def _leave(self, _: Fields) -> str:
        self._ways.leave()
        return ""
