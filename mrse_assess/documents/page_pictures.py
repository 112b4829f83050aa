"""Ask the worker for a page's picture, now or ahead of time, and check what comes back."""

from concurrent.futures import Future
from itertools import starmap
from pathlib import Path

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.drawing import MOST_PIXELS, Drawing, DrawRequest, Source, draw_task
from mrse_assess.documents.places import original_of, pdf_of
from mrse_assess.documents.values import PagePicture, ReadingLimits, StoredFile
from mrse_assess.errors import BadRequestError, WorkerError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.pages import Word
from mrse_assess.terms import MediaKind

DPI_RANGE = (18, 400)
_ROTATIONS = (0, 90, 180, 270)
_MOST_BYTES = 96 * 1024 * 1024
_MOST_WORDS = 100_000
_LARGEST = 100_000.0
_MAGIC = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def render_page(
    stored: StoredFile,
    originals: Path,
    cache: Path,
    pool: WorkerPool,
    page: int,
    *,
    dpi: int = 144,
    rotation: int = 0,
    password: str | None = None,
) -> PagePicture:
    """Page ``page`` (from 1) drawn at ``dpi``, turned clockwise by ``rotation`` degrees.

    Raises:
        BadRequestError: page, resolution or rotation is out of range, or nothing can be drawn of the file.
        PasswordNeededError: the document is encrypted and the password is missing or wrong.
        WorkerError: the worker met a limit.
    """
    future = submit_page(stored, originals, cache, pool, page, dpi=dpi, rotation=rotation, password=password)
    return picture_of(future, page)


def submit_page(
    stored: StoredFile,
    originals: Path,
    cache: Path,
    pool: WorkerPool,
    page: int,
    *,
    dpi: int = 144,
    rotation: int = 0,
    password: str | None = None,
    seconds: float = 30.0,
) -> "Future[Drawing]":
    """As :func:`render_page` without waiting; :func:`picture_of` takes the future. Raises what can be told at once."""
    if stored.media is MediaKind.UNSUPPORTED:
        raise BadRequestError("a file of this kind is not opened, so it has no pages to draw; see its problems")
    if page < 1:
        raise BadRequestError(f"there is no page {page}; pages are counted from 1")
    if not DPI_RANGE[0] <= dpi <= DPI_RANGE[1]:
        low, high = DPI_RANGE
        raise BadRequestError(f"a page cannot be drawn at {dpi} dots per inch; ask for {low} to {high}")
    if rotation not in _ROTATIONS:
        raise BadRequestError(f"a page cannot be turned by {rotation} degrees; ask for 0, 90, 180 or 270")
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    source = Source(
        str(original_of(stored, originals)), str(pdf_of(stored, originals, cache)), stored.media, stored.form
    )
    request = DrawRequest(source, page, dpi, rotation, password)
    return pool.submit(draw_task, request, ReadingLimits(), seconds=seconds)


def picture_of(future: "Future[Drawing]", page: int) -> PagePicture:
    """The picture that was asked for with :func:`submit_page`; raises as :func:`render_page` does."""
    drawing = WorkerPool.result(future)
    try:
        return _checked(drawing, page)
    except (UntrustedAnswerError, TypeError, ValueError, AttributeError) as error:
        raise WorkerError("the worker's picture of the page is not what was asked for; ask again") from error


def _checked(drawing: Drawing, page: int) -> PagePicture:
    sizes = (drawing.width_pt, drawing.height_pt, drawing.dpi)
    sound = (
        0 < drawing.width_px * drawing.height_px <= MOST_PIXELS * 1.05
        and all(0 < size <= _LARGEST for size in sizes)
        and len(drawing.data) <= _MOST_BYTES
        and drawing.data.startswith(_MAGIC.get(drawing.media_type, b"no such kind"))
        and len(drawing.words) <= _MOST_WORDS
    )
    if not sound:
        raise UntrustedAnswerError("a picture is out of range")
    return PagePicture(
        page=page,
        width_px=drawing.width_px,
        height_px=drawing.height_px,
        width_pt=drawing.width_pt,
        height_pt=drawing.height_pt,
        dpi=drawing.dpi,
        media_type=drawing.media_type,
        data=drawing.data,
        words=tuple(starmap(Word, drawing.words)),
    )
