"""Draw one page as a picture with its words. Runs in the worker."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from mrse_assess.documents.conversion import convert_task
from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.documents.values import PasswordNeededError, ReadingLimits
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import MediaKind

if TYPE_CHECKING:
    import pymupdf
    from PIL import Image

MOST_PIXELS = 25_000_000
_JPEG_QUALITY = 80
_WHITE_LEVEL = 232  # of 255
_WHITE_SHARE = 0.75
_COLOURED = 24  # levels between the channels of a pixel that is seen as coloured


class Source(NamedTuple):
    """A stored file and the PDF its pages are drawn from, which is made first where it is missing."""

    original: str
    pdf: str
    media: MediaKind
    form: str


class DrawRequest(NamedTuple):
    """One page of a source, from 1, at a resolution in dots per inch, turned clockwise by degrees."""

    source: Source
    number: int
    dpi: int
    rotation: int
    password: str | None


class Drawing(NamedTuple):
    """Plain values for the parent to check."""

    width_px: int
    height_px: int
    width_pt: float
    height_pt: float
    dpi: float
    media_type: str
    data: bytes
    words: list[tuple[float, float, float, float, str, int, int]]


def draw_task(request: DrawRequest, limits: ReadingLimits) -> Drawing:
    """The page that was asked for.

    Raises:
        PasswordNeededError: the document is encrypted and the password is missing or wrong.
        BadRequestError: the document cannot be opened or has no such page.
    """
    source, number, dpi, rotation, password = request
    if source.media is not MediaKind.PDF and not Path(source.pdf).exists():
        convert_task(source.original, source.media, source.form, source.pdf, limits)
    try:
        document = opened(source.pdf, password)
    except UnopenedError as error:
        if error.code in {"document-encrypted", "document-password-wrong"}:
            raise PasswordNeededError(
                "the document is encrypted and its password is missing or wrong; enter it"
            ) from None
        raise BadRequestError(f"no page can be drawn of this document ({error.code}); see its problems") from None
    if not 1 <= number <= document.page_count:
        raise BadRequestError(f"the document has no page {number}; ask for 1 to {document.page_count}")
    return _drawn(document.load_page(number - 1), dpi, rotation)


def _drawn(page: "pymupdf.Page", dpi: int, rotation: int) -> Drawing:
    import pymupdf
    from PIL import Image

    width, height = (page.rect.width, page.rect.height) if rotation % 180 == 0 else (page.rect.height, page.rect.width)
    zoom = min(dpi / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(zoom, zoom).prerotate(rotation), colorspace=pymupdf.csRGB, alpha=False
    )
    image = Image.frombuffer("RGB", (picture.width, picture.height), picture.samples_mv, "raw", "RGB", 0, 1)
    media_type, data = _encoded(image)
    return Drawing(
        picture.width,
        picture.height,
        round(width, 2),
        round(height, 2),
        round(zoom * 72, 2),
        media_type,
        data,
        _words(page, rotation),
    )


def _encoded(image: "Image.Image") -> tuple[str, bytes]:
    """Grey PNG for a page nearly all white and without colour, else JPEG: the quickest that stays readable."""
    out = BytesIO()
    grey = _grey(image)
    if grey is not None:
        grey.save(out, "PNG", compress_level=1)
        return "image/png", out.getvalue()
    image.save(out, "JPEG", quality=_JPEG_QUALITY)
    return "image/jpeg", out.getvalue()


def _grey(image: "Image.Image") -> "Image.Image | None":
    """The picture in greys if it has no colour and is nearly all white, else None.

    As a palette of greys, since the encoder then tries no filters: half the time for the same size.
    """
    from PIL import Image, ImageChops

    red, green, blue = image.split()
    for one, other in ((red, green), (green, blue)):
        _, differs = cast("tuple[int, int]", ImageChops.difference(one, other).getextrema())
        if differs > _COLOURED:
            return None
    if sum(green.histogram()[_WHITE_LEVEL:]) < _WHITE_SHARE * green.width * green.height:
        return None
    greys = Image.frombytes("P", green.size, green.tobytes())
    greys.putpalette([level for level in range(256) for _ in "rgb"])
    return greys


def _words(page: "pymupdf.Page", rotation: int) -> list[tuple[float, float, float, float, str, int, int]]:
    from mrse_assess.documents.extraction import shown_words

    width, height = page.rect.width, page.rect.height
    return [
        (*_rotated((word.x0, word.y0, word.x1, word.y1), rotation, width, height), word.text, word.block, word.line)
        for word in shown_words(page)
    ]


def _rotated(
    box: tuple[float, float, float, float], rotation: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box of a page of this width and height after the page is turned clockwise."""
    x0, y0, x1, y1 = box
    if rotation == 90:  # noqa: PLR2004 - a quarter turn
        x0, y0, x1, y1 = height - y1, x0, height - y0, x1
    elif rotation == 180:  # noqa: PLR2004
        x0, y0, x1, y1 = width - x1, height - y1, width - x0, height - y0
    elif rotation == 270:  # noqa: PLR2004
        x0, y0, x1, y1 = y0, width - x1, y1, width - x0
    return round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)
