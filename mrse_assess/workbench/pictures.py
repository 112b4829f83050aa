"""Pages of evidence as pictures with their words, drawn in the worker on request and ahead of time."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from mrse_assess.documents import PageWords, page_words, picture_of, stored_file, submit_page
from mrse_assess.errors import BadRequestError
from mrse_assess.model.pages import Word
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import document_of, item_places
from mrse_assess.workbench.highlights import finder
from mrse_assess.workbench.views import PagePicture
from mrse_assess.workbench.whole_files import any_item
from mrse_assess.workbench.words import words_there
from mrse_assess.workspace import Workspace

Given = TypeVar("Given")
Made = TypeVar("Made")


def page_picture(assessment: Assessment, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
    """Page ``number`` (from 1) of the item as this assessor reads the portfolio; see :func:`picture_of_page`."""
    return picture_of_page(assessment.workspace, assessment.portfolio, evidence_id, number, dpi)


def picture_of_page(
    workspace: Workspace, portfolio: Portfolio, evidence_id: str, number: int, dpi: int
) -> "Future[PagePicture]":
    """Page ``number`` (from 1) of the item; the future fails with a MrseAssessError.

    Raises:
        BadRequestError: the item is not in the portfolio, or has no such page.
    """
    item = any_item(portfolio, evidence_id)
    places = item_places(item) if item else ()
    if not 1 <= number <= len(places):
        raise BadRequestError(f"Item {evidence_id} has no page {number}.")
    file, page = places[number - 1]
    document = document_of(portfolio, file)
    marker = finder(workspace.scheme.highlights, portfolio.applicant_name)
    layout, pool = workspace.layout, workspace.pool
    recognised = page in document.pages_recognised and page not in document.pages_without_text
    read = words_there(workspace, document, page) if recognised else None
    drawing = submit_page(stored_file(document), layout.originals, layout.cache, pool, page, dpi=dpi)

    def picture(_: object) -> PagePicture:
        drawn = picture_of(drawing, page)
        words = drawn.words if read is None else _placed(read)
        return PagePicture(
            evidence_id=evidence_id,
            number=number,
            dpi=dpi,
            media=drawn.media_type,
            data=drawn.data,
            width=drawn.width_pt,
            height=drawn.height_pt,
            words=words,
            has_text=page not in document.pages_without_text,
            marks=marker.marks(page_words(words)),
            recognised=recognised,
        )

    return then(drawing, picture)


def _placed(words: PageWords) -> tuple[Word, ...]:
    """The words of a page as they were read, which a scan does not hold itself."""
    placed = zip(words.texts, words.boxes, words.lines, strict=True)
    return tuple(Word(*box, text, 0, line) for text, box, line in placed)


def then(given: "Future[Given]", make: "Callable[[Future[Given]], Made]") -> "Future[Made]":
    """A future of what ``make`` gives once ``given`` is done, whether it came to a result or to an error."""
    made: Future[Made] = Future()

    def finish(done: "Future[Given]") -> None:
        try:
            made.set_result(make(done))
        except BaseException as error:  # noqa: BLE001 - carried to whoever asks the future
            made.set_exception(error)

    given.add_done_callback(finish)
    return made
