"""Icons in a Word file that once stood for an embedded file and have nothing behind them."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.captions import is_caption
from mrse_assess.documents.facts.office.rendering import Rendering
from mrse_assess.documents.facts.wording import short
from mrse_assess.documents.word.package import Relationship
from mrse_assess.documents.word.tree import attr, children, descendants, number
from mrse_assess.model.facts import Carried

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMU = 12700  # English Metric Units in a point
_LARGEST = 130  # points of either side of an icon


def word_icons(root: "Element", related: Mapping[str, Relationship], rendering: Rendering) -> Iterator[Carried]:
    """Objects without a file, and small pictures with a file's name beside them that lead nowhere."""
    for node in descendants(root, "object"):
        holds = any(True for _ in descendants(node, "control"))
        ids = [attr(one, "id") or "" for one in descendants(node, "OLEObject")]
        if not holds and not any(one in related for one in ids):
            yield Carried("dead_icon", 1)
    paragraphs = list(descendants(root, "p"))
    for paragraph, after in pairwise([*paragraphs, None]):
        if paragraph is None or not _has_icon(paragraph) or _leads_on(paragraph):
            continue
        captions = [
            _words(paragraph),
            *_titles(paragraph),
            *([] if after is None or _leads_on(after) else [_words(after)]),
        ]
        named = next((text for text in captions if is_caption(text)), None)
        if named is not None:
            yield Carried("dead_icon", rendering.page_of(named), short(named))


def _has_icon(paragraph: "Element") -> bool:
    """Whether a picture of an icon's size stands in the paragraph."""
    for drawing in children(paragraph, "r"):
        for extent in descendants(drawing, "extent"):
            sides = number(attr(extent, "cx")), number(attr(extent, "cy"))
            if 0 < max(sides) <= _LARGEST * _EMU and any(True for _ in descendants(drawing, "blip")):
                return True
    return False


def _leads_on(paragraph: "Element") -> bool:
    return any(True for _ in descendants(paragraph, "hyperlink", "hlinkClick", "OLEObject", "fldChar", "fldSimple"))


def _words(paragraph: "Element") -> str:
    return "".join(node.text or "" for node in descendants(paragraph, "t"))


def _titles(paragraph: "Element") -> list[str]:
    return [attr(node, "descr") or attr(node, "name") or "" for node in descendants(paragraph, "docPr")]
