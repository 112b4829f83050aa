"""Re-encode a picture so that only its pixels go on: no metadata, no exotic encoding. Runs in the worker."""

import functools
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 64_000_000  # one picture; more is taken for a decompression bomb
_LONGEST_SIDE = 5000  # pixels kept of a picture laid out on A4: about 430 dpi
_JPEG_QUALITY = 92
_FEW_COLOURS = 256
_GPS = 0x8825
_RASTER = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "HEIF", "AVIF")


class Drawn(NamedTuple):
    """A picture ready to be laid out: PNG or JPEG, its size in pixels, whether the file said where it was taken."""

    data: bytes
    width: int
    height: int
    located: bool


class UnreadablePictureError(Exception):
    """The bytes are no picture that can be drawn here."""


def open_picture(source: "BytesIO | str") -> "Image.Image":
    """The picture, not yet decoded; at most :data:`MOST_PIXELS`, and only of the usual raster kinds.

    Raises:
        UnreadablePictureError: it cannot be opened, or is larger.
    """
    import warnings

    from PIL import Image

    _know_telephone_pictures()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(source, formats=_RASTER)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadablePictureError from error


@functools.lru_cache(maxsize=1)
def _know_telephone_pictures() -> None:
    """Let the picture library open HEIC files, in this process only."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)


def redraw(picture: "Image.Image", crop: tuple[float, float, float, float] | None = None) -> Drawn:
    """The present frame upright on white without metadata; ``crop`` are shares cut off left, top, right, bottom.

    Raises:
        UnreadablePictureError: the pixels cannot be decoded.
    """
    from PIL import ImageOps

    located = has_location(picture)
    try:
        frame = _flat(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, ArithmeticError, MemoryError) as error:
        raise UnreadablePictureError from error
    if crop is not None:
        frame = _cropped(frame, crop)
    frame.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return Drawn(_encoded(frame), frame.width, frame.height, located)


def has_location(picture: "Image.Image") -> bool:
    """Whether the file carries the place where it was taken, in EXIF or XMP."""
    try:
        exif = bool(picture.getexif().get_ifd(_GPS))
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, AttributeError):
        exif = False
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return exif or b"GPSLatitude" in (packet.encode() if isinstance(packet, str) else bytes(packet))


def _flat(picture: "Image.Image") -> "Image.Image":
    """Grey or colour without transparency; sixteen-bit greys are brought down by their own range."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):
        levels = picture.convert("F")
        low, high = cast("tuple[float, float]", levels.getextrema())
        scale = 255 / max(high - low, 1.0)
        return levels.point(lambda level: level * scale - low * scale).convert("L")
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    if "A" in picture.mode or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("RGB")


def _cropped(frame: "Image.Image", crop: tuple[float, float, float, float]) -> "Image.Image":
    left, top, right, bottom = (min(max(share, 0.0), 0.95) for share in crop)
    box = (
        int(frame.width * left),
        int(frame.height * top),
        int(frame.width * (1 - right)),
        int(frame.height * (1 - bottom)),
    )
    return frame.crop(box) if box[2] > box[0] and box[3] > box[1] else frame


def _encoded(frame: "Image.Image") -> bytes:
    """PNG for drawings and screen pictures of few colours, else JPEG."""
    out = BytesIO()
    if frame.mode == "L" or frame.getcolors(_FEW_COLOURS) is not None:
        frame.save(out, "PNG", compress_level=3)
    else:
        frame.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return out.getvalue()
