"""The start page: which applications there are, and taking a portfolio in."""

import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui import present_letter
from mrse_assess.ui.controller import UploadController, WorkspaceController
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import Pane, StartPane
from mrse_assess.ui.register.desk import Act, RegisterDesk
from mrse_assess.workbench.start_views import DeclarationSheet, Progress, Taken

logger = logging.getLogger(__name__)

LARGEST_FILE = 4 * 1024**3
LARGEST_PIECE = 4 * 1024**2


class Reception:
    """The start page and its one intake in progress.

    ``open_application`` is called with the reference to open, ``open_settings`` for the settings of the scheme, and
    ``open_letter`` with the reference whose letter is opened, ``open_cohort`` for statistics; None where they are not
    for this person.
    """

    def __init__(
        self,
        workspace: WorkspaceController,
        open_application: Callable[[str], None],
        open_settings: Callable[[], None],
        *,
        open_letter: Callable[[str], None] | None = None,
        open_cohort: Callable[[], None] | None = None,
        height: str = "100dvh",
    ) -> None:
        self._workspace = workspace
        self._open_application = open_application
        self._open_settings = open_settings
        self._open_letter = open_letter
        self._open_cohort = open_cohort
        self._loop = KernelLoop()
        self._upload: UploadController | None = None
        self._folder = ""
        self._busy = False
        register = RegisterDesk(workspace.registering, self._show, self._say, self._loop)
        self._acts: dict[str, Act] = {
            **register.acts,
            "letter": self._letter,
            "open": self._open,
            "begin_upload": self._begin_upload,
            "begin_file": self._begin_file,
            "piece": self._piece,
            "finish": self._finish,
            "folder": self._take_folder,
            "password": self._password,
            "abandon": self._abandon,
            "sheet": self._sheet,
            "declare": self._declare,
            "no_interest": self._no_interest,
            "settings": self._settings,
            "cohort": self._cohort,
        }
        self.pane = StartPane(secrets.token_hex(8), self._hear, **self._shown())
        self.pane.add_class("mrse-start")
        self.pane.layout.height = height

    def _hear(self, pane: Pane, content: Any, buffers: Sequence[bytes]) -> None:
        try:
            self._answer(pane, Fields(content), buffers)
        except MrseAssessError as error:
            pane.tell({"ack": act_number(content), "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer
            log_fault(logger, "an act of the start page", error)
            pane.tell({"ack": act_number(content), "refused": OUR_FAULT})

    def _answer(self, pane: Pane, fields: Fields, buffers: Sequence[bytes]) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            pane.tell({"ack": number, **self._acts[act](fields, buffers)})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    def _open(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        self._open_application(fields.identifier("application"))
        return {}

    def _letter(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        if self._open_letter is None:
            raise BadRequestError("The letter is not opened from this page; use the command letter.")
        self._open_letter(fields.identifier("application"))
        return {}

    def _settings(self, _: Fields, __: Sequence[bytes]) -> dict[str, Any]:
        self._open_settings()
        return {}

    def _cohort(self, _: Fields, __: Sequence[bytes]) -> dict[str, Any]:
        if self._open_cohort is None:
            raise BadRequestError("The cohort is not opened from this page.")
        self._open_cohort()
        return {}

    def _shown(self) -> dict[str, Any]:
        rows, sheet = self._workspace.applications(), self._workspace.registering.sheet()
        shown = present_letter.applications(rows, sheet, office=self._workspace.is_office())
        return {**shown, "letters": self._open_letter is not None, "cohort": self._open_cohort is not None}

    def _show(self) -> None:
        self.pane.show(self._shown())

    def _say(self, content: dict[str, Any]) -> None:
        self.pane.tell(content)

    # ------------------------------------------------------------ interests

    def _sheet(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        application = fields.identifier("application")
        found = self._workspace.declaring.sheet(application)
        self._loop.when_done(found, lambda ended: self._tell_sheet(application, ended))
        return {}

    def _tell_sheet(self, application: str, found: "Future[DeclarationSheet]") -> None:
        try:
            self.pane.tell({"sheet": present_letter.declaration(found.result())})
        except MrseAssessError as error:
            self.pane.tell({"no_sheet": application, "why": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "finding the names of an application", error)
            self.pane.tell({"no_sheet": application, "why": OUR_FAULT})

    def _declare(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        self._workspace.declaring.declare(
            fields.identifier("application"),
            names=fields.identifiers("names"),
            interests=fields.identifiers("interests"),
            why=fields.text("why", longest=2000),
        )
        self._show()
        return {}

    def _no_interest(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        application = fields.identifier("application")
        self._workspace.declaring.no_interest(application, fields.identifiers("names"))
        self._open_application(application)
        return {}

    # ------------------------------------------------------------ files from the page

    def _begin_upload(self, _: Fields, __: Sequence[bytes]) -> dict[str, Any]:
        self._refuse_when_busy()
        self._forget()
        self._upload = self._workspace.upload()
        return {}

    def _begin_file(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        self._arriving().begin_file(fields.identifier("name"), fields.number("size", 0, LARGEST_FILE))
        return {}

    def _piece(self, _: Fields, buffers: Sequence[bytes]) -> dict[str, Any]:
        if len(buffers) != 1 or len(buffers[0]) > LARGEST_PIECE:
            raise BadRequestError("A piece of the file did not arrive whole. Drop the files again.")
        self._arriving().write(bytes(buffers[0]))
        return {}

    def _finish(self, _: Fields, __: Sequence[bytes]) -> dict[str, Any]:
        self._refuse_when_busy()
        self._take(self._arriving().finish(None, self._tell))
        return {}

    def _arriving(self) -> UploadController:
        if self._upload is None:
            raise BadRequestError("No files are on their way. Drop them again.")
        return self._upload

    # ------------------------------------------------------------ a folder on this computer

    def _take_folder(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        self._refuse_when_busy()
        folder = fields.text("folder", longest=4096).strip().strip('"')
        if not folder:
            raise BadRequestError("Type the path of the portfolio: a folder, a zip, a PDF or a Word file.")
        self._forget()
        self._folder = folder
        self._take(self._workspace.take_in_folder(folder, None, self._tell))
        return {}

    def _password(self, fields: Fields, _: Sequence[bytes]) -> dict[str, Any]:
        """The password goes through to the reader and is kept nowhere."""
        self._refuse_when_busy()
        password = fields.text("password", longest=1000)
        if self._upload is not None:
            self._take(self._upload.finish(password, self._tell))
        elif self._folder:
            self._take(self._workspace.take_in_folder(self._folder, password, self._tell))
        else:
            raise BadRequestError("Nothing is waiting for a password.")
        return {}

    def _abandon(self, _: Fields, __: Sequence[bytes]) -> dict[str, Any]:
        self._forget()
        return {}

    # ------------------------------------------------------------ progress and end

    def _take(self, future: "Future[Taken]") -> None:
        self._busy = True
        # one more turn of the loop, so that progress told before the end is shown before the end
        self._loop.when_done(future, lambda ended: self._loop.call(lambda: self._taken(ended)))

    def _tell(self, progress: Progress) -> None:
        said = {"progress": {"words": progress.words, "done": progress.done, "total": progress.total}}
        self._loop.call(lambda: self.pane.tell(said))

    def _taken(self, future: "Future[Taken]") -> None:
        self._busy = False
        try:
            taken = future.result()
        except MrseAssessError as error:
            self.pane.tell({"not_taken": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "taking a portfolio in", error)
            self.pane.tell({"not_taken": OUR_FAULT})
        else:
            if taken.locked_file:
                self.pane.tell({"locked": taken.locked_file})
                return
            self._upload, self._folder = None, ""
            self._show()
            self.pane.tell({"taken": taken.application, "remarks": list(taken.remarks)})

    def _refuse_when_busy(self) -> None:
        if self._busy:
            raise BadRequestError("A portfolio is being read. Wait until it is done, then take in the next.")

    def _forget(self) -> None:
        upload, self._upload, self._folder = self._upload, None, ""
        if upload is not None:
            upload.abandon()
