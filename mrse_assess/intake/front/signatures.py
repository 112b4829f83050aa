"""Whether a form or letter is signed: in words, or by something drawn where a signature stands."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from mrse_assess.intake.front.person_names import person_in, same_person
from mrse_assess.intake.front.strokes import ink_of, is_fragment, is_inked_below, room_below
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

UNFILLED: Final = re.compile(
    r"^[\s._\-\u2026\[\]()/]*$|^\[.*\]$|^(?:tbc|n/a|awaited|pending|to follow|not (?:yet )?signed|unsigned)$",
    re.IGNORECASE,
)
_SIGNED_TEXT: Final = re.compile(
    r"signed electronically|electronically signed|digitally signed|signed digitally|/s/|e-signed"
    r"|electronic signature(?: of|:\s*[A-Z])|signed by electronic|signature on file|docusigned|signed in ink"
    r"|[(\[]\s*(?:sgd|signed)\.?\s*[)\]]|\bsgd\b|\btyped signature\b|\b(?:wet|ink) signature\b",
    re.IGNORECASE,
)
_UNSIGNED_TEXT: Final = re.compile(
    r"\bnot (?:yet )?signed\b|\bunsigned\b|\bsignature (?:awaited|pending)\b", re.IGNORECASE
)
CLOSING: Final = re.compile(
    r"^\s*(?:yours (?:faithfully|sincerely|truly)|(?:kind|best|with (?:kind|best)|warm)?\s*(?:regards|wishes)"
    r"|signed on behalf)\b",
    re.IGNORECASE,
)
_SIGNATURE_HEIGHT: Final = 20.0  # points
_LOOKED_AT: Final = frozenset({TextSource.WRITTEN, TextSource.RECOGNISED})
_ABOVE, _BELOW = 18.0, 8.0  # points from a line's edges to the middle of a signature on it
_TALLEST: Final = 150.0  # points; a scan of the whole page is taller
_NAME_ROOM: Final = 40.0  # points above a name within which its signature may begin
_LINE_LENGTH: Final = 60.0  # points
_LETTER_ROOM: Final = 110.0  # points between the closing words of a letter and the name

Block = Sequence[tuple[PageLines, Line]]
"""Lines of a form with the pages that they stand on."""


def is_signed(
    signature: str | None,
    block: Block,
    is_label: Callable[[str], bool],
    *,
    dated: bool,
    column: tuple[float, float] | None = None,
    name: str | None = None,
) -> bool | None:
    """Whether the form is signed. None where that is not seen.

    Args:
        signature: the words in the field for it; None where there is no such field.
        block: the form's lines.
        is_label: whether a text is the field's label.
        dated: whether the date is filled in. A form with neither date nor signature is unsigned.
        column: the left and right edge of what is the referee's, where the applicant signs beside.
        name: who signs; a drawing about the name is a signature where no field is labelled so.
    """
    said = _said(signature, "\n".join(line.text for _, line in block))
    if said is not None:
        return said
    rooms = [(place, *each) for place, each in enumerate(block) if _is_label_line(each[1], is_label)]
    labels = [(page, line) for _, page, line in rooms]
    places = [(page, line.x0, line.y0, room_below(block, place)) for place, page, line in rooms]
    places.extend(over for place, *_ in rooms if (over := _over_the_page(block, place)) is not None)
    if any(_fragment_below(block, place) for place, *_ in rooms):
        return True
    if not labels and name:
        places = [(page, 0.0, line.y0 - _NAME_ROOM, line.y1) for page, line in _signed_off(block, name)]
    left, right = column or (0.0, 1e6)
    if any(_is_inked(page, max(x0, left), y0, y1, right) for page, x0, y0, y1 in places) or _letter_inked(block):
        return True
    if not labels and is_inked_below(block):
        return True
    to_sign = bool(labels) or not name or bool(_beginning_with(block, name))  # a name in a sentence is no place for it
    looked_at = _is_looked_at([(page, block[0][1]) for page, *_ in places])
    empty = looked_at and to_sign and any(_is_line_empty(page, y0, y1) for page, _, y0, y1 in places)
    unfilled = signature or empty or (labels and not dated and looked_at)  # dots or a drawn line to sign on
    return False if unfilled else None


def _signed_off(block: Block, name: str) -> Block:
    """The line in which somebody signs: the last that begins with the name, else the first that holds it."""
    return _beginning_with(block, name)[-1:] or [each for each in block if name in plain(each[1].text)][:1]


def _beginning_with(block: Block, name: str) -> Block:
    return [each for each in block if same_person(_named(each[1]), name)]


def _named(line: Line) -> str | None:
    person = person_in(line.text)
    return person.name if person is not None else None


def _over_the_page(block: Block, place: int) -> tuple[PageLines, float, float, float] | None:
    """The room at the head of the next page, where a label is the last line of its own and the form goes on there."""
    page, _ = block[place]
    following = next(iter(block[place + 1 : place + 2]), None)
    if following is None or following[0].number == page.number:
        return None
    return following[0], 0.0, 0.0, following[1].y0


def _said(signature: str | None, text: str) -> bool | None:
    """What the words say of the signature; None where they leave it open."""
    if _UNSIGNED_TEXT.search(text):
        return False
    if (signature and not UNFILLED.match(signature)) or _SIGNED_TEXT.search(text):
        return True
    return False if signature and any(map(str.isalpha, signature)) else None  # words such as "awaited"


def _is_line_empty(page: PageLines, y0: float, y1: float) -> bool:
    """Whether a line to sign on is drawn at these heights, of a page that is no scan."""
    if any(box[3] - box[1] > _TALLEST for box in page.page.inked):
        return False
    return any(
        abs(line.y1 - line.y0) < 1 and line.x1 - line.x0 >= _LINE_LENGTH and y0 - _BELOW <= line.y0 <= y1 + _BELOW
        for line in page.page.rulings
    )


def _is_looked_at(labels: Block) -> bool:
    """Whether ink would have been seen: of a scan whose words came with it that is not known."""
    return all(page.page.text_source in _LOOKED_AT and page.page.has_text for page, _ in labels)


def _is_label_line(line: Line, is_label: Callable[[str], bool]) -> bool:
    return any(
        is_label(plain(" ".join(word.text for word in words)).split(":")[0]) for words in segments(line, gap=0.8)
    )


def _is_inked(page: PageLines, x0: float, y0: float, y1: float, right: float = 1e6) -> bool:
    """Whether something drawn begins between these heights or up to a signature's height around them."""
    scanned = page.page.text_source is not TextSource.WRITTEN
    return any(
        (_is_level(box, y0, y1) if scanned else box[1] < y1 + _SIGNATURE_HEIGHT and box[3] > y0 - _SIGNATURE_HEIGHT)
        and box[2] > x0
        and box[0] < right
        and box[3] - box[1] <= _TALLEST
        for box in ink_of(page)
    )


def _fragment_below(block: Block, place: int) -> bool:
    """Whether a few letters stand alone right below a label, where ink was taken for words."""
    return any(
        page.number == block[place][0].number and is_fragment(page, line) for page, line in block[place + 1 :][:1]
    )


def _is_level(box: Box, y0: float, y1: float) -> bool:
    """Whether ink on a scan stands on these heights: dates and names are written by hand on the lines about them."""
    return y0 - _ABOVE <= (box[1] + box[3]) / 2 <= y1 + _BELOW


def _letter_inked(block: Block) -> bool:
    """Whether something is drawn between the closing words of a letter and the name below them."""
    for place, (page, line) in enumerate(block):
        if CLOSING.match(plain(line.text)):
            below = [other.y0 for there, other in block[place + 1 : place + 2] if there.number == page.number]
            end = min([*below, line.y1 + _LETTER_ROOM])
            if _is_inked(page, line.x0 - 1, line.y1, max(line.y1, end)):
                return True
    return False
