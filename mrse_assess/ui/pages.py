"""Pages of evidence on request: each answer carries the number it was asked for, so that late ones are known."""

import logging
from collections import OrderedDict
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui.controller import WorkbenchController
from mrse_assess.ui.edge import log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields
from mrse_assess.ui.kernel_loop import KernelLoop
from mrse_assess.ui.pane import ViewerPane
from mrse_assess.ui.present_evidence import marks
from mrse_assess.workbench.views import ItemView, PagePicture

logger = logging.getLogger(__name__)

LOWEST_DPI = 48
HIGHEST_DPI = 400
USUAL_DPI = 144
KEPT = 6

Key = tuple[str, int, int]


class PageDesk:
    """Answers the viewer. The first page of a unit is begun before the viewer asks, and the last few are kept."""

    def __init__(self, bench: WorkbenchController, viewer: ViewerPane, loop: KernelLoop) -> None:
        self._bench = bench
        self._viewer = viewer
        self._loop = loop
        self._kept: OrderedDict[Key, Future[PagePicture]] = OrderedDict()

    def forget(self) -> None:
        """Keep no page that was drawn so far: the portfolio is read otherwise now, under the same names."""
        self._kept.clear()

    def expect(self, item: ItemView | None, number: int) -> None:
        """Begin the page that the viewer will ask for first."""
        if item is not None and number:
            self._begin((item.evidence_id, number, USUAL_DPI))

    def answer(self, fields: Fields) -> None:
        """Send the page that a message asks for, when it is there.

        Raises:
            BadRequestError: there is no such item or page, or the resolution is out of bounds.
        """
        evidence_id = fields.identifier("evidence_id")
        pages = len(self._bench.item(evidence_id).pages)
        if not pages:
            raise BadRequestError("This item has no page to show.")
        number = fields.number("number", 1, pages)
        dpi = fields.number("dpi", LOWEST_DPI, HIGHEST_DPI)
        wanted = fields.number("wanted", 0, HIGHEST_ACT)
        self._loop.when_done(
            self._begin((evidence_id, number, dpi)),
            lambda future: self._deliver(future, (evidence_id, number, dpi), wanted),
        )

    def _begin(self, key: Key) -> "Future[PagePicture]":
        future = self._kept.get(key)
        if future is None or (future.done() and future.exception() is not None):
            future = self._bench.page_picture(*key)
        self._kept[key] = future
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return future

    def _deliver(self, future: "Future[PagePicture]", key: Key, wanted: int) -> None:
        about = {"evidence_id": key[0], "number": key[1], "dpi": key[2], "wanted": wanted}
        try:
            page = future.result()
        except MrseAssessError as error:
            self._viewer.tell({"no_page": str(error), **about})
        except Exception as error:  # noqa: BLE001 - the edge: the page must say that it will not come
            log_fault(logger, "drawing a page", error)
            self._viewer.tell({"no_page": "This page could not be drawn. The other pages can still be read.", **about})
        else:
            words = [[*(round(side, 1) for side in word[:4]), word.text, word.block, word.line] for word in page.words]
            size = {"w": page.width, "h": page.height}
            said = {"has_text": page.has_text, "recognised": page.recognised}
            picture = {"media": page.media, "words": words, **said, **size}
            self._viewer.tell({"picture": picture, "marks": marks(page.marks), **about}, page.data)
