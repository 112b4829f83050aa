"""Words that a page does not show though its file holds them (G11): under covers, invisible, in the paper's colour.

The order of drawing and the colours only say where to look: whether letters can be seen is decided by the page's
pixels. Where a cover was drawn before its words (black letters on a black box) the order alone would miss it.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mrse_assess.documents.facts.captions import is_label
from mrse_assess.documents.facts.pdf.boxes import area, around, cut, holds_middle, meet, shrunk
from mrse_assess.documents.facts.pdf.pieces import Piece, count_words, is_invisible, pieces
from mrse_assess.documents.facts.pdf.shades import Look, alike, dark_share, is_dark, is_paper, looked
from mrse_assess.documents.facts.pdf.under_pictures import shows_letters
from mrse_assess.model.facts import Cover, Hidden
from mrse_assess.model.places import Box
from mrse_assess.terms import Tri

if TYPE_CHECKING:
    from mrse_assess.documents.facts.pdf.sight import Fill, Picture, Sight

_PLAIN = 30  # levels of 255 by which a place may differ in which nothing can be read
_PALE = 20  # the same for letters of nearly the paper's colour
_BLACKENED = 0.92  # share of dark pixels from which a word of a scan was blackened: no letters are as black
_EDGE = 0.6  # points at a fill's edge that are half drawn
_BAND = (0.3, 0.75)  # of a letter's box from its top: what small letters fill
_LEAST = 2  # letters and digits, fewer say nothing
_LEAST_LETTERS = 3  # of a longer word, when it is covered in part
_HALF = 0.5
_OPAQUE = 0.99
_TINY = 1.6  # points of the height of letters that nobody sees
_LARGE = 0.5  # share of the page from which a fill is its background
_MOST_SUSPECTS = 5000  # words of a page whose pixels are looked at


class Drawn(NamedTuple):
    """The covers and hidden words of one page, and the kinds of facts that could not be looked for on it."""

    covers: tuple[Cover, ...]
    hidden: tuple[Hidden, ...]
    unseen: frozenset[str]


class _Place(NamedTuple):
    """Where words are that cannot be seen: a kind of cover or of hiding, and the cover's own box if it has one."""

    kind: str
    box: Box | None


_COVERS = frozenset({"fill", "picture", "redact_annotation"})


def covers_and_hidden(sight: "Sight", redactions: tuple[Box, ...]) -> Drawn:
    """What the page hides. ``redactions`` are the boxes marked for redaction."""
    search = _Search(sight)
    for span in sight.spans:
        search.look(span)
    found = [fact for place, words in search.found.items() for fact in _fact(sight, place, words, search)]
    marks = [_redaction(sight, box) for box in redactions]
    return Drawn(
        covers=(*marks, *(fact for fact in found if isinstance(fact, Cover))),
        hidden=tuple(fact for fact in found if isinstance(fact, Hidden)),
        unseen=frozenset({"covers", "hidden"}) if search.blind or sight.crowded else frozenset(),
    )


def _fact(sight: "Sight", place: _Place, words: list[Piece], search: "_Search") -> Iterator[Cover | Hidden]:
    """What is said of the words at one place."""
    if sum(piece.telling for piece in words) < _LEAST or (place.kind == "fill" and all(map(_is_label, words))):
        return
    box = around(piece.box for piece in words)
    if place.kind not in _COVERS:
        shown = None if place.kind == "outside" else sight.shown(box)
        yield Hidden(sight.number, place.kind, count_words(words), shown)
        return
    readable = Tri.YES if any(piece.is_known for piece in words) else Tri.UNDETERMINED
    if place in search.unsure:
        readable = Tri.UNDETERMINED
    whole = place.box is None or area(place.box) > _LARGE * area(sight.area)
    yield Cover(
        sight.number,
        place.kind,
        sight.shown(box if whole or place.box is None else place.box),
        count_words(words),
        readable,
    )


def _redaction(sight: "Sight", box: Box) -> Cover:
    """A mark for redaction that was never applied; over a picture nothing says whether the picture was blackened."""
    under = [
        piece
        for span in sight.spans
        if meet(tuple(span["bbox"]), box)
        for piece in pieces(span)
        if holds_middle(box, piece.box)
    ]
    words = count_words(under)
    return Cover(sight.number, "redact_annotation", sight.shown(box), words, Tri.YES if words else Tri.UNDETERMINED)


class _Search:
    """Words that may not be seen, looked at one by one. ``blind``: some could not be, since nothing was drawn."""

    def __init__(self, sight: "Sight") -> None:
        self.sight = sight
        self.found: dict[_Place, list[Piece]] = {}
        self.unsure: set[_Place] = set()
        self.blind = False
        self._suspects = 0

    def look(self, span: dict[str, Any]) -> None:
        """Look at a stretch of text, if anything about it is suspicious."""
        box: Box = tuple(span["bbox"])
        if area(box) <= 0:
            return
        if not meet(shrunk(self.sight.area, 1.0), box):
            self._add(_Place("outside", None), pieces(span))
            return
        fills = list(self.sight.fills(box))
        order = int(span["seqno"])
        over = [picture for picture in self.sight.pictures if picture.order > order and meet(picture.box, box)]
        if not over and not self._is_suspicious(span, box, fills):
            return
        for piece in pieces(span):
            self._suspects += 1
            if self._suspects > _MOST_SUSPECTS:
                self.blind = True
                return
            self._piece(piece, fills, over)

    def _is_suspicious(self, span: dict[str, Any], box: Box, fills: list["Fill"]) -> bool:
        """Whether something was drawn over the stretch, or its letters may not stand out from what is under it."""
        colour, order = tuple(span.get("color") or (0.0,)), int(span["seqno"])
        if is_invisible(span) or float(span["size"]) <= _TINY or any(fill.order > order for fill in fills):
            return True
        under = [fill for fill in fills if fill.exact and fill.opacity >= _OPAQUE and _holds(fill.box, box)]
        if not under:
            return is_paper(colour) or any(alike(fill.colour, colour) for fill in fills)
        return alike(max(under, key=lambda fill: fill.order).colour, colour) or len(under) < len(fills)

    def _add(self, place: _Place, words: Iterable[Piece]) -> None:
        kept = [piece for piece in words if piece.telling]
        if kept:
            self.found.setdefault(place, []).extend(kept)

    def _piece(self, piece: Piece, fills: list["Fill"], over: list["Picture"]) -> None:
        """Find what hides a word, if anything does; the first that the pixels bear out."""
        if not piece.telling:
            return
        for fill in sorted(fills, key=lambda fill: -fill.order):
            covered = _covered(piece, fill.box)
            if covered is not None and self._may_cover(fill, covered) and self._hides(fill, covered):
                own = fill.order > piece.order or self._stands_out(fill)
                self._add(_Place("fill", fill.box) if own else _Place("paper_coloured", None), [covered])
                return
        if piece.invisible:
            self._invisible(piece)
        elif piece.box[3] - piece.box[1] <= _TINY:
            self._add(_Place("invisible", None), [piece])
        elif is_paper(piece.colour) and self._is_plain(piece, _PALE):
            self._add(_Place("paper_coloured", None), [piece])
        else:
            self._under_picture(piece, over)

    def _may_cover(self, fill: "Fill", piece: Piece) -> bool:
        """Whether a fill is one that could hide the word: drawn after it, or of its colour."""
        if fill.order > piece.order:
            return True
        if piece.invisible:
            return self._stands_out(fill)
        return alike(fill.colour, piece.colour)

    def _stands_out(self, fill: "Fill") -> bool:
        """Whether a fill drawn before its words is a cover: dark on paper, or put over a picture of a page."""
        small = area(cut(fill.box, self.sight.area)) < _LARGE * area(self.sight.area)
        on_picture = any(
            picture.order < fill.order and holds_middle(picture.box, fill.box) for picture in self.sight.pictures
        )
        return small and (is_dark(fill.colour) or on_picture)

    def _hides(self, fill: "Fill", piece: Piece) -> bool:
        """Whether the pixels show nothing but the fill where the word is.

        Letters of a label on the fill are left out; where they take nearly all of the word's place, a fill drawn after
        the word hides it, unless the label is the same word drawn again.
        """
        inside = shrunk(fill.box, _EDGE + fill.border)
        labels = self._labels(fill, piece)
        free = [letter.box for letter in piece.letters if not any(meet(label.box, letter.box) for label in labels)]
        if len(free) * 3 >= len(piece.letters):
            boxes = [around(free)] if not labels else free
            looks = [self._look(cut(box, inside)) for box in boxes]
            return all(
                look is not None and look.differ <= _PLAIN and (fill.opacity < _OPAQUE or look.is_of(fill.colour))
                for look in looks
            )
        said_again = any(piece.text in label.text for label in labels)
        return fill.order > piece.order and fill.opacity >= _OPAQUE and not said_again

    def _labels(self, fill: "Fill", piece: Piece) -> list[Piece]:
        """Words that were drawn on the fill over the word."""
        box = piece.box
        return [
            label
            for span in self.sight.spans
            if span["seqno"] > fill.order and span["seqno"] != piece.order and meet(tuple(span["bbox"]), box)
            for label in pieces(span)
            if not label.invisible and meet(label.box, box) and not alike(label.colour, fill.colour)
        ]

    def _look(self, box: Box) -> Look | None:
        """What a place looks like; None where there is nothing to look at."""
        if area(box) <= 0:
            return None
        image = self.sight.look(box)
        if image is None:
            self.blind = True
            return None
        return looked(image)

    def _is_plain(self, piece: Piece, most: int) -> bool:
        look = self._look(cut(piece.box, self.sight.area))
        return look is not None and look.differ <= most

    def _invisible(self, piece: Piece) -> None:
        """A word drawn to be invisible: text under a picture of itself, or hidden.

        The text of a scan belongs there, unless the picture is one dark patch where the word should be.
        """
        x, y = (piece.box[0] + piece.box[2]) / 2, (piece.box[1] + piece.box[3]) / 2
        if self.sight.is_pictured((x, y)):
            self._blackened(piece)
        elif self._is_plain(piece, _PLAIN) or self._is_written_over(piece):
            self._add(_Place("invisible", None), [piece])

    def _is_written_over(self, piece: Piece) -> bool:
        """Whether visible words stand in the same place: what can be seen there is not this word's picture."""
        return any(
            meet(tuple(span["bbox"]), shrunk(piece.box, 1.0)) for span in self.sight.spans if not is_invisible(span)
        )

    def _under_picture(self, piece: Piece, over: list["Picture"]) -> None:
        """A word with a picture drawn over it; on a page that is a picture, its own layer of text."""
        covering = [(picture, part) for picture in over if (part := _covered(piece, picture.box)) is not None]
        if not covering:
            return
        picture, piece = max(covering, key=lambda found: found[0].order)
        if self.sight.is_scan:
            self._blackened(piece)
            return
        if shows_letters(self.sight, piece.box):
            return
        place = _Place("picture", picture.box)
        self.unsure.add(place)
        self._add(place, [piece])

    def _blackened(self, piece: Piece) -> None:
        """A word of a scan's own text where the scan shows one dark patch: blackened in the picture alone."""
        if piece.telling < _LEAST:
            return
        image = self.sight.look(cut(piece.box, self.sight.area))
        if image is None:
            self.blind = True
        elif dark_share(image) >= _BLACKENED:
            self._add(_Place("picture", None), [piece])


def _is_label(piece: Piece) -> bool:
    return is_label(piece.text)


def _holds(outer: Box, inner: Box) -> bool:
    """Whether a line of text lies in a box, give or take a letter's edge."""
    return all(
        a <= b + _EDGE
        for a, b in (
            (outer[0], inner[0]),
            (inner[2], outer[2]),
            (outer[1] - _EDGE, inner[1] + 2),
            (inner[3] - 3, outer[3]),
        )
    )


def _covered(piece: Piece, cover: Box) -> Piece | None:
    """The part of a word that lies under a cover; None unless that is half of it or some letters."""
    left, top, right, bottom = cover
    first, last = _BAND
    under = [
        letter
        for letter in piece.letters
        if left <= (letter.box[0] + letter.box[2]) / 2 <= right
        and top <= letter.box[1] + first * (letter.box[3] - letter.box[1])
        and letter.box[1] + last * (letter.box[3] - letter.box[1]) <= bottom
    ]
    if not under or (len(under) < _HALF * len(piece.letters) and len(under) < _LEAST_LETTERS):
        return None
    return piece._replace(letters=tuple(under))
