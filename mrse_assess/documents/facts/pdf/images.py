"""What the pictures on a page say of themselves, where the file holds them as the camera wrote them."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

from typing import TYPE_CHECKING

from mrse_assess.documents.facts.pdf.objects import reference
from mrse_assess.documents.facts.photos import Said, of_bytes, of_packet
from mrse_assess.model.facts import Photo

if TYPE_CHECKING:
    import pymupdf

_MOST = 200  # pictures looked at on a page
_MOST_BYTES = 64 * 1024 * 1024
_FILTER = 8  # where the library's row of a picture has the way it is packed
_AS_TAKEN = frozenset({"DCTDecode", "JPXDecode"})


def image_photos(page: "pymupdf.Page") -> tuple[Photo, ...]:
    """The pictures of the page that say where, when or by whom they were taken."""
    document = page.parent
    found = []
    for row in page.get_images(full=True)[:_MOST]:
        said = _said(document, row[0], str(row[_FILTER]))
        if said is not None:
            found.append(Photo(page.number + 1, said.located, said.taken_on, said.named))
    return tuple(found)


def _said(document: "pymupdf.Document", xref: int, packing: str) -> Said | None:
    own: Said | None = None
    if packing in _AS_TAKEN:
        raw = document.xref_stream_raw(xref)
        own = of_bytes(raw) if raw and len(raw) <= _MOST_BYTES else None
    about = reference(document, xref, "Metadata")
    packet = document.xref_stream(about) if about else None
    return own or (of_packet(packet) if packet else None)
