"""Whether words under a picture can be seen all the same: the page is drawn without its pictures and compared."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import weakref
from typing import TYPE_CHECKING

from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import pymupdf
    from PIL import Image

    from mrse_assess.documents.facts.pdf.sight import Sight

_ALIKE = 0.6  # correlation from which two pictures of a place show the same letters
_INK = 20  # mean square of levels below which a place shows nothing

_BARE: "weakref.WeakKeyDictionary[Sight, pymupdf.Pixmap | None]" = weakref.WeakKeyDictionary()


def shows_letters(sight: "Sight", box: Box) -> bool:
    """Whether the page shows in the box what it would show there without its pictures.

    That is so where the picture can be seen through, and where it is a picture of those very words.
    """
    from mrse_assess.documents.facts.pdf.sight import crop

    if sight not in _BARE:
        _BARE[sight] = _without_pictures(sight)
    with_pictures, without = sight.look(box), crop(sight, _BARE[sight], box)
    if with_pictures is None or without is None or with_pictures.size != without.size:
        return False
    return _same(with_pictures, without)


def _without_pictures(sight: "Sight") -> "pymupdf.Pixmap | None":
    import pymupdf

    from mrse_assess.documents.facts.pdf.sight import drawn

    with pymupdf.open() as copy:
        copy.insert_pdf(sight.document, from_page=sight.number - 1, to_page=sight.number - 1)
        page = copy[0]
        for xref in {image[0] for image in page.get_images(full=True)}:
            page.delete_image(xref)
        for stamp in list(page.annots(types=(pymupdf.PDF_ANNOT_STAMP,))):
            page.delete_annot(stamp)
        return drawn(page)


def _same(one: "Image.Image", other: "Image.Image") -> bool:
    """Whether two pictures of one size go up and down together."""
    first, second = one.convert("L").tobytes(), other.convert("L").tobytes()
    count = len(first)
    middle_a, middle_b = sum(first) / count, sum(second) / count
    square_a = sum((a - middle_a) ** 2 for a in first)
    square_b = sum((b - middle_b) ** 2 for b in second)
    if square_b < _INK * count:
        return True  # nothing would be seen there without the picture either
    both = sum((a - middle_a) * (b - middle_b) for a, b in zip(first, second, strict=True))
    return square_a > 0 and both > _ALIKE * (square_a * square_b) ** 0.5
