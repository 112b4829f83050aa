"""What a picture's own data say of where, when and by whom it was taken: EXIF, XMP, the text of a PNG."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from mrse_assess.documents.facts.days import exif_day, iso_day
from mrse_assess.documents.facts.values import Found
from mrse_assess.documents.facts.wording import properties
from mrse_assess.documents.pictures import UnreadablePictureError, open_picture
from mrse_assess.model.facts import Photo

if TYPE_CHECKING:
    from PIL import Image

_EXIF, _GPS = 0x8769, 0x8825
_LATITUDES = (2, 4)  # of the place's own part: latitude, longitude
_TAKEN = (0x9003, 0x9004)
_SAVED = 0x0132
_NAMES = (0x013B, 0x9C9D)  # artist, author
_NAMES_OF_TAKING = (0xA430, 0xA431, 0xA435)  # owner, serial numbers of camera and lens
_PROGRAM, _COPYRIGHT = 0x0131, 0x8298
_PACKET_PLACE = re.compile(rb"GPSLatitude\b")
_PACKET_DAY = re.compile(rb"(?:DateTimeOriginal|DateCreated|CreateDate)[=>\"']{1,3}\s{0,4}(\d{4}-\d\d-\d\d)")
_PACKET_NAME = re.compile(rb"<dc:creator\b|OwnerName|SerialNumber", re.IGNORECASE)
_MOST_PACKET = 2_000_000
_PNG_NAMES = ("Author", "author", "Artist")
_PNG_DAYS = ("Creation Time", "date:create")
_BROKEN = (OSError, ValueError, SyntaxError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError, EOFError)


class Said(NamedTuple):
    """What a picture says: whether a place, the day it was taken or "", whether a name or a serial number."""

    located: bool
    taken_on: str
    named: bool


def picture_facts(path: str) -> Found:
    """The facts of a picture file; nothing can lie under its pixels."""
    try:
        with open_picture(path) as picture:
            said = _said(picture)
            own = _properties(picture)
    except UnreadablePictureError:
        return Found(unseen=frozenset({"photos", "properties"}))
    photos = () if said is None else (Photo(1, said.located, said.taken_on, said.named),)
    return Found(photos=photos, properties=own)


def of_bytes(content: bytes) -> Said | None:
    """What a picture's bytes say; None for nothing, and for what is no picture."""
    try:
        with open_picture(BytesIO(content)) as picture:
            return _said(picture)
    except UnreadablePictureError:
        return None


def of_packet(packet: bytes) -> Said | None:
    """What a packet of metadata (XMP) says of a picture."""
    head = packet[:_MOST_PACKET]
    day = _PACKET_DAY.search(head)
    said = Said(
        bool(_PACKET_PLACE.search(head)),
        iso_day(day.group(1).decode("ascii")) if day else "",
        bool(_PACKET_NAME.search(head)),
    )
    return said if any(said) else None


def _said(picture: "Image.Image") -> Said | None:
    """EXIF and packet together."""
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    beside = of_packet(packet.encode("utf-8", "ignore") if isinstance(packet, str) else bytes(packet))
    own = _exif(picture)
    texts = picture.info
    written = any(texts.get(name) for name in _PNG_NAMES)
    drawn = next((exif_day(texts.get(name)) for name in _PNG_DAYS if texts.get(name)), "")
    parts = [part for part in (own, beside, Said(located=False, taken_on=drawn, named=written)) if part]
    said = Said(
        any(part.located for part in parts),
        next((part.taken_on for part in parts if part.taken_on), ""),
        any(part.named for part in parts),
    )
    return said if any(said) else None


def _exif(picture: "Image.Image") -> Said | None:
    try:
        exif = picture.getexif()
        place, taking = exif.get_ifd(_GPS), exif.get_ifd(_EXIF)
    except _BROKEN:
        return None
    days = (*(taking.get(tag) for tag in _TAKEN), exif.get(_SAVED))
    return Said(
        any(tag in place for tag in _LATITUDES),
        next((day for day in map(exif_day, days) if day), ""),
        any(_says(exif.get(tag)) for tag in _NAMES) or any(_says(taking.get(tag)) for tag in _NAMES_OF_TAKING),
    )


def _properties(picture: "Image.Image") -> dict[str, str]:
    try:
        exif = picture.getexif()
        own = {
            "author": exif.get(_NAMES[0]),
            "creator": exif.get(_PROGRAM),
            "company": exif.get(_COPYRIGHT),
            "modified": exif_day(exif.get(_SAVED)),
            "created": next(filter(None, (exif_day(exif.get_ifd(_EXIF).get(tag)) for tag in _TAKEN)), ""),
        }
    except _BROKEN:
        return {}
    return properties(own)


def _says(value: Any) -> bool:
    """Whether a value holds letters or digits; some programs write blanks."""
    text = value.decode("utf-16-le", "ignore") if isinstance(value, bytes) else str(value or "")
    return any(map(str.isalnum, text))
