"""The panel page's presenter: one act of the panel in, one change of the page out."""

import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError, StaleWriteError
from mrse_assess.panel.comparing import Key
from mrse_assess.terms import OutcomeKind, Verdict
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.meeting import present
from mrse_assess.ui.pages import HIGHEST_DPI, LOWEST_DPI
from mrse_assess.ui.pane import MeetingPane, Pane
from mrse_assess.ui.wording import clock
from mrse_assess.workbench.agreeing import AgreementView
from mrse_assess.workbench.agreement_tables import agreement_tables
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.panel.session import PanelSession
from mrse_assess.workbench.panel.views import EffectView, Flags, ModerationEntry
from mrse_assess.workbench.views import PagePicture, Receipt

logger = logging.getLogger(__name__)

LONGEST_WHY = 600
HIGHEST_SIDE = 20
HIGHEST_PAGE = 100_000
SEED_BITS = 31


class MeetingDesk:
    """The panel page: the list of applications, or one of them on the table. ``open_letter`` leads on to its letter."""

    def __init__(
        self, hall: Hall, application: str | None, open_letter: Callable[[str], None], *, height: str = "100dvh"
    ) -> None:
        self._hall = hall
        self._open_letter = open_letter
        self._loop = KernelLoop()
        self._session: PanelSession | None = None
        self._here: Key | None = None
        self._effect: tuple[Key, Verdict, EffectView | str] | None = None
        self._agreement: list[dict[str, Any]] = []
        self._saved = ""
        self._acts: dict[str, Callable[[Fields], str]] = {
            "open": self._open,
            "leave": self._leave,
            "sit": self._sit,
            "rise": self._rise,
            "join": self._join,
            "turn": self._turn,
            "weigh": self._weigh,
            "moderate": self._moderate,
            "take_back": self._take_back,
            "accept": self._accept,
            "outcome": self._outcome,
            "undo": self._undo,
            "catch_up": self._catch_up,
            "letter": self._letter,
            "take_away": self._pack,
            "agreement": self._agree,
        }
        self.pane = MeetingPane(secrets.token_hex(8), self._hear)
        self.pane.layout.height = height
        if application:
            self._try_to_open(application)
        self._show()

    # ------------------------------------------------------------ hearing and answering

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        try:
            self._answer(pane, Fields(content))
        except StaleWriteError as error:
            pane.tell({"ack": act_number(content), "refused": str(error), "stale": True})
        except MrseAssessError as error:
            pane.tell({"ack": act_number(content), "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer
            log_fault(logger, "an act of the panel page", error)
            pane.tell({"ack": act_number(content), "refused": OUR_FAULT})

    def _answer(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
        elif act == "page":
            self._page(fields)
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            said = self._acts[act](fields)
            self._show()
            pane.tell({"ack": number, "said": said, "saved": self._saved})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    def _show(self) -> None:
        session = self._session
        if session is None:
            self.pane.show(present.hall(self._hall.rows()) | {"agreement": self._agreement})
            return
        heading = session.heading()
        shown = {**present.heading(heading), "saved": self._saved, "undo": session.undoable()}
        if not heading.why_not and not heading.not_shown:
            shown["agenda"] = present.agenda(session.agenda())
            shown["topic"] = present.topic(session.look(self._here)) if self._here else None
            shown["effect"] = present.effect(*self._effect) if self._effect else None
            shown["outcomes"] = present.outcomes(session.outcomes())
        self.pane.show(shown)

    # ------------------------------------------------------------ where we are

    def _open(self, fields: Fields) -> str:
        self._session = self._hall.open(fields.identifier("application"))
        self._here = self._effect = None
        return ""

    def _try_to_open(self, application: str) -> None:
        try:
            self._session = self._hall.open(application)
        except BadRequestError:
            self._session = None

    def _leave(self, _: Fields) -> str:
        self._session = self._here = self._effect = None
        return ""

    def _agree(self, _: Fields) -> str:
        self._loop.when_done(self._hall.agreement(), self._agreed)
        return ""

    def _agreed(self, future: "Future[AgreementView]") -> None:
        try:
            self._agreement = present.agreement(agreement_tables(future.result()))
        except MrseAssessError as error:
            self.pane.tell({"told": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "computing agreement", error)
            self.pane.tell({"told": OUR_FAULT})
        if self._session is None:
            self._show()

    def _table(self) -> PanelSession:
        if self._session is None:
            raise BadRequestError("No application is on the table. Open one first.")
        return self._session

    def _sit(self, fields: Fields) -> str:
        meeting = fields.text("meeting", longest=LONGEST_WHY)
        self._keep(self._table().sit(meeting, fields.identifiers("present"), secrets.randbits(SEED_BITS)))
        return "The panel sits."

    def _join(self, _: Fields) -> str:
        self._keep(self._table().join())
        return "You sit at the meeting."

    def _rise(self, _: Fields) -> str:
        self._keep(self._table().rise())
        return "The meeting on this application is closed."

    def _turn(self, fields: Fields) -> str:
        key = _key(fields)
        self._table().turn_to(key)
        self._here, self._effect = key, None
        return ""

    def _catch_up(self, _: Fields) -> str:
        self._table().catch_up()
        return "This page is up to date."

    # ------------------------------------------------------------ settling

    def _weigh(self, fields: Fields) -> str:
        key = _key(fields)
        if key != self._here:
            return ""  # the panel has turned to something else since
        entry = self._entry(key, fields)
        try:
            self._effect = (key, entry.verdict, self._table().effect(key, entry))
        except BadRequestError as error:  # the panel has not said everything yet: told where the effect stands
            self._effect = (key, entry.verdict, str(error))
        return ""

    def _moderate(self, fields: Fields) -> str:
        key = _key(fields)
        self._keep(self._table().moderate(key, self._entry(key, fields)))
        self._here, self._effect = key, None
        return f"Recorded for {_words(key)}. Both originals stay."

    def _entry(self, key: Key, fields: Fields) -> ModerationEntry:
        group = fields.identifier("independent_group")
        if group and group not in {one.id for one in self._table().look(key).groups}:
            raise BadRequestError("There is no such group of pieces. Reload the page.")
        return ModerationEntry(
            verdict=fields.one_of("verdict", Verdict),
            why=fields.text("why", longest=LONGEST_WHY),
            follows=fields.number_or("follows", 0, 0, HIGHEST_SIDE),
            flags=Flags(
                simulated=fields.maybe_flag("simulated"),
                mhra_reference=fields.maybe_flag("mhra_reference"),
                independent_group=group or None,
            ),
            primary_reason=fields.identifier("primary_reason"),
            seen=fields.text("seen", longest=LONGEST_WHY),
            feedback=fields.text("feedback"),
        )

    def _take_back(self, fields: Fields) -> str:
        key = _key(fields)
        self._keep(self._table().take_back(key))
        return f"Taken back for {_words(key)}."

    def _accept(self, _: Fields) -> str:
        self._keep(self._table().accept())
        return "Everything agreed is accepted."

    def _outcome(self, fields: Fields) -> str:
        kind = fields.one_of("kind", OutcomeKind)
        self._keep(self._table().choose_outcome(kind, fields.text("ground")))
        return "The outcome is recorded."

    def _undo(self, _: Fields) -> str:
        said, receipt = self._table().undo()
        self._keep(receipt)
        self._effect = None
        return said

    def _keep(self, receipt: Receipt) -> None:
        self._saved = clock(receipt.saved_at)

    def _letter(self, _: Fields) -> str:
        self._open_letter(self._table().heading().application)
        return ""

    # ------------------------------------------------------------ pages, and the pack

    def _pack(self, _: Fields) -> str:
        session = self._table()
        name = f"{session.heading().application} panel.zip"
        self._loop.when_done(session.take_away(), lambda future: self._hand_over(future, name))
        return "The pack is being put together."

    def _hand_over(self, future: "Future[bytes]", name: str) -> None:
        try:
            self.pane.tell({"file": name, "media": "application/zip"}, future.result())
        except MrseAssessError as error:
            self.pane.tell({"told": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "packing for the panel", error)
            self.pane.tell({"told": OUR_FAULT})

    def _page(self, fields: Fields) -> None:
        evidence_id = fields.identifier("evidence_id")
        number, dpi = fields.number("number", 1, HIGHEST_PAGE), fields.number("dpi", LOWEST_DPI, HIGHEST_DPI)
        about = {"evidence_id": evidence_id, "number": number, "wanted": fields.number("wanted", 0, HIGHEST_ACT)}
        drawing = self._table().page(evidence_id, number, dpi)
        self._loop.when_done(drawing, lambda future: self._deliver(future, about))

    def _deliver(self, future: "Future[PagePicture]", about: dict[str, Any]) -> None:
        try:
            page = future.result()
        except MrseAssessError as error:
            self.pane.tell({"no_page": str(error), **about})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "drawing a page for the panel", error)
            self.pane.tell({"no_page": "This page could not be drawn.", **about})
        else:
            said = {
                "media": page.media,
                "w": page.width,
                "h": page.height,
                "text": " ".join(w.text for w in page.words),
            }
            self.pane.tell({"picture": said, **about}, page.data)


def _key(fields: Fields) -> Key:
    unit = fields.inner("unit")
    return unit.identifier("sub_category"), unit.identifier("evidence_id")


def _words(key: Key) -> str:
    return f"item {key[1]} for {key[0]}" if key[1] else f"{key[0]} as a whole"
