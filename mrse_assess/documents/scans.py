"""Picture files as PDF, a page for each frame. Runs in the worker."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from mrse_assess.documents.layout import A4
from mrse_assess.documents.pictures import Drawn, UnreadablePictureError, open_picture, redraw

_MOST_FRAMES = 500


class Scanned(NamedTuple):
    """The PDF, its pages, whether the file says where the picture was taken, how many frames could not be decoded."""

    pdf: bytes
    pages: int
    located: bool
    failed: tuple[int, ...]
    frames: int


def picture_pages(path: Path) -> Scanned:
    """The frames of a picture file, each on a page of its own shape within A4; an animation gives its first frame.

    Raises:
        UnreadablePictureError: not one frame can be decoded.
    """
    import pymupdf

    failed: list[int] = []
    located = False
    with open_picture(str(path)) as picture, pymupdf.open() as document:
        total = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        for index in range(min(total, _MOST_FRAMES)):
            try:
                picture.seek(index)
                drawn = redraw(picture)
            except (UnreadablePictureError, EOFError, OSError, ValueError):
                failed.append(index + 1)
                document.new_page(width=A4[0], height=A4[1])
                continue
            located = located or drawn.located
            _add_page(document, drawn)
        if len(failed) == document.page_count:
            raise UnreadablePictureError
        return Scanned(
            document.tobytes(deflate=True, no_new_id=True), document.page_count, located, tuple(failed), total
        )


def _add_page(document: object, drawn: Drawn) -> None:
    import pymupdf

    assert isinstance(document, pymupdf.Document)  # noqa: S101 - tells the type checker what the signature cannot import
    room = A4 if drawn.height >= drawn.width else (A4[1], A4[0])
    scale = min(room[0] / drawn.width, room[1] / drawn.height, 1.0)
    page = document.new_page(width=max(drawn.width * scale, 20), height=max(drawn.height * scale, 20))
    page.insert_image(page.rect, stream=BytesIO(drawn.data).getvalue())
