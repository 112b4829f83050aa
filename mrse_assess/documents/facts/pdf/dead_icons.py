"""The icon of a file that was once embedded, printed with nothing behind it (G9: the work itself must be readable)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.captions import is_caption
from mrse_assess.documents.facts.pdf.boxes import around, meet
from mrse_assess.documents.facts.pdf.pieces import lines
from mrse_assess.documents.facts.wording import short
from mrse_assess.model.facts import Carried
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    from mrse_assess.documents.facts.pdf.sight import Sight

_SIDES = (14.0, 130.0)  # points of either side of an icon
_SHAPE = 2.6  # times that one side is longer at most
_BELOW = (-45.0, 24.0)  # points from the icon's bottom to its caption's top, which may be a part of the picture
_ASIDE = 12.0  # points by which the caption's middle may be off the icon
_BEHIND = frozenset({"attachment", "embedded_object", "link_web", "link_drive", "link_file", "launch"})


def dead_icons(sight: "Sight", carried: Iterable[Carried]) -> Iterator[Carried]:
    """Small pictures with a file's name under them and neither a link nor a file at their place."""
    icons = [picture.box for picture in sight.pictures if _is_icon(picture.box)]
    if not icons or sight.is_scan:
        return
    behind = [one.box for one in carried if one.kind in _BEHIND and one.box is not None]
    captions = [(box, text) for span in sight.spans for box, text in lines(span) if is_caption(text)]
    for icon in icons:
        for box, text in captions:
            if not _belongs(icon, box):
                continue
            whole = sight.shown(around((icon, box)))
            if not any(meet(whole, place) for place in behind):
                yield Carried("dead_icon", sight.number, short(text), whole)
            break


def _is_icon(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    right_size = all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height))
    return right_size and max(width, height) <= _SHAPE * min(width, height)


def _belongs(icon: Box, caption: Box) -> bool:
    gap = caption[1] - icon[3]
    aside = abs((caption[0] + caption[2]) / 2 - (icon[0] + icon[2]) / 2)
    starts_with = abs(caption[0] - icon[0]) <= _ASIDE
    return _BELOW[0] <= gap <= _BELOW[1] and (aside <= _ASIDE + (icon[2] - icon[0]) / 4 or starts_with)
