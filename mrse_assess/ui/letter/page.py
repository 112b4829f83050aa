"""The letter on a page of its own: one act of the person in, one change of the page and one clear sentence out."""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError, StaleWriteError
from mrse_assess.model.acts import Issue
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.letter import present
from mrse_assess.ui.letter.controller import LetterController
from mrse_assess.ui.pages import HIGHEST_DPI, LOWEST_DPI
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.static_files import LETTER_STYLE, module, stylesheet
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, LetterPageView
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm
from mrse_assess.workbench.views import PagePicture

logger = logging.getLogger(__name__)

LONGEST_WORDS = 4000
LONGEST_WHY = 2000
HIGHEST_SENTENCE = 10_000
HIGHEST_PAGE = 100_000


class LetterPagePane(Pane):
    """The letter, its course, and what its sentences rest on. Carries the style too."""

    _esm = module("letter_page.js")
    _css = stylesheet(LETTER_STYLE)


class LetterPage:
    """The page of one letter.

    ``leave`` goes back to where it was opened from, in the words of ``back``. ``ways`` lead to where grounds are dealt
    with, by the values of :class:`~mrse_assess.workbench.letter_life.page_views.Way`; a page without one offers none.
    """

    def __init__(
        self,
        letter: LetterController,
        leave: Callable[[], None],
        *,
        height: str = "100dvh",
        back: str = "Applications",
        ways: Mapping[str, Callable[[], None]] | None = None,
    ) -> None:
        self._letter = letter
        self._leave = leave
        self._ways = dict(ways or {})
        self._fixed = {"back": back, "ways": sorted(self._ways)}
        self._loop = KernelLoop()
        self._here: tuple[int, str] | None = None
        self._acts: dict[str, Callable[[Fields], str]] = {
            "sentence": self._sentence,
            "edit": self._edit,
            "remove_edit": self._remove_edit,
            "do": self._do,
            "catch_up": self._catch_up,
            "leave": self._go_back,
            "go": self._go,
        }
        self.pane = LetterPagePane(secrets.token_hex(8), self._hear, **self._shown())
        self.pane.add_class("mrse-letter-page")
        self.pane.layout.height = height

    # ------------------------------------------------------------ hearing and answering

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        number = act_number(content)
        try:
            self._answer(pane, Fields(content))
        except StaleWriteError as error:
            self._refuse_stale(number, error)
        except MrseAssessError as error:
            pane.tell({"ack": number, "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer, and the typed text must stay
            log_fault(logger, "an act of the letter's page", error)
            pane.tell({"ack": number, "refused": OUR_FAULT})

    def _answer(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
        elif act == "look":
            pane.tell({"elsewhere": self._letter.elsewhere()})
        elif act == "page":
            self._page(fields)
        elif act == "file":
            self._file(fields)
        elif act == "issue":
            self._issue(fields.number("id", 0, HIGHEST_ACT))
        elif act in self._acts:
            number = fields.number("id", 0, HIGHEST_ACT)
            said = self._acts[act](fields)
            self._show()
            pane.tell({"ack": number, "said": said})
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")

    def _refuse_stale(self, number: int | None, error: StaleWriteError) -> None:
        """Say that the page was behind, and bring it up to date: the words that were typed stay with the page."""
        try:
            self._letter.catch_up()
        except MrseAssessError as closed:
            self.pane.tell({"ack": number, "refused": str(closed)})
            return
        self._show()
        self.pane.tell({"ack": number, "refused": str(error), "stale": True})

    def _show(self) -> None:
        self.pane.show(self._shown())

    def _shown(self) -> dict[str, Any]:
        view = self._letter.view()
        self._here = self._followed(view)
        sentence = present.sentence(self._letter.sentence(self._here[0])) if self._here else None
        return {**present.page(view), **self._fixed, "sentence": sentence}

    def _followed(self, view: LetterPageView) -> tuple[int, str] | None:
        """The sentence that was looked behind, where it stands now; None when it is none of the letter any more."""
        if self._here is None:
            return None
        places = [(one.number, one.anchor) for block in view.blocks for line in block.lines for one in line]
        if self._here in places:
            return self._here
        return next((place for place in places if place[1] == self._here[1]), None)

    # ------------------------------------------------------------ looking

    def _sentence(self, fields: Fields) -> str:
        number = fields.number("number", 0, HIGHEST_SENTENCE)
        self._here = (number, self._letter.sentence(number).anchor) if number else None
        return ""

    def _catch_up(self, _: Fields) -> str:
        self._letter.catch_up()
        return "This page is up to date."

    def _go_back(self, _: Fields) -> str:
        self._leave()
        return ""

    def _go(self, fields: Fields) -> str:
        way = fields.identifier("way")
        if way not in self._ways:
            raise BadRequestError("There is no way there from this page.")
        self._ways[way]()
        return ""

    def _page(self, fields: Fields) -> None:
        evidence_id = fields.identifier("evidence_id")
        number, dpi = fields.number("number", 1, HIGHEST_PAGE), fields.number("dpi", LOWEST_DPI, HIGHEST_DPI)
        about = {"evidence_id": evidence_id, "number": number, "wanted": fields.number("wanted", 0, HIGHEST_ACT)}
        try:
            drawing = self._letter.page(evidence_id, number, dpi)
        except MrseAssessError as error:
            self.pane.tell({"no_page": str(error), **about})
            return
        self._loop.when_done(drawing, lambda future: self._deliver_page(future, about))

    def _deliver_page(self, future: "Future[PagePicture]", about: dict[str, Any]) -> None:
        try:
            drawn = future.result()
        except MrseAssessError as error:
            self.pane.tell({"no_page": str(error), **about})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "drawing a page behind a letter", error)
            self.pane.tell({"no_page": "This page could not be drawn.", **about})
        else:
            text = " ".join(word.text for word in drawn.words)
            picture = {"media": drawn.media, "w": drawn.width, "h": drawn.height, "text": text}
            self.pane.tell({"picture": picture, **about}, drawn.data)

    # ------------------------------------------------------------ recording

    def _edit(self, fields: Fields) -> str:
        return self._letter.edit(
            fields.number("number", 1, HIGHEST_SENTENCE),
            fields.identifier("anchor"),
            fields.text("text", longest=LONGEST_WORDS),
            fields.text("why", longest=LONGEST_WHY),
        )

    def _remove_edit(self, fields: Fields) -> str:
        return self._letter.remove_edit(fields.identifier("anchor"), fields.text("why", longest=LONGEST_WHY))

    def _do(self, fields: Fields) -> str:
        return self._letter.act(fields.one_of("what", LetterPageAct), fields.text("why", longest=LONGEST_WHY))

    def _issue(self, number: int) -> None:
        issuing = self._letter.issue()
        self._loop.when_done(issuing, lambda ended: self._issued(number, ended))

    def _issued(self, number: int, issuing: "Future[Issue]") -> None:
        try:
            said = self._letter.issued(issuing)
        except MrseAssessError as error:
            answer = {"ack": number, "refused": str(error)}
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "issuing a letter", error)
            answer = {"ack": number, "refused": OUR_FAULT}
        else:
            answer = {"ack": number, "said": said}
        self._show()
        self.pane.tell(answer)

    # ------------------------------------------------------------ files

    def _file(self, fields: Fields) -> None:
        number = fields.number("id", 0, HIGHEST_ACT)
        letter, form = fields.identifier("letter"), fields.one_of("form", LetterForm)
        if letter:
            self._give(number, self._letter.issued_file(letter, form))
        else:
            drawing = self._letter.draft_file(form)
            self._loop.when_done(drawing, lambda ended: self._drawn(number, ended))

    def _drawn(self, number: int, drawing: "Future[LetterFile]") -> None:
        try:
            self._give(number, drawing.result())
        except MrseAssessError as error:
            self.pane.tell({"ack": number, "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "drawing a draft letter", error)
            self.pane.tell({"ack": number, "refused": OUR_FAULT})

    def _give(self, number: int, file: LetterFile) -> None:
        said = f"Saved by the browser as {file.name}."
        self.pane.tell({"ack": number, "said": said, "file": file.name, "media": file.media}, file.data)
