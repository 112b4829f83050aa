"""Pictures, text boxes and embedded objects of a Word file."""

from io import BytesIO
from typing import TYPE_CHECKING

from mrse_assess.documents.pictures import UnreadablePictureError, open_picture, redraw
from mrse_assess.documents.word.state import State
from mrse_assess.documents.word.tree import attr, child, descendants, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMU = 12700  # English Metric Units in a point
_TALLEST = 690.0  # points a picture may be high: one page
_LEAST = 4.0
_CHARTS = {
    "chart": "A chart",
    "chartex": "A chart",
    "diagram": "A diagram (SmartArt)",
    "lockedCanvas": "A drawing",
    "ink": "Handwriting",
}
_VECTORS = {".emf": "A picture (EMF)", ".wmf": "A picture (WMF)", ".svg": "A picture (SVG)"}


def drawing(node: "Element", state: State) -> str:
    """A ``drawing``, ``pict`` or ``object`` element as HTML; text boxes are kept for after the paragraph."""
    from mrse_assess.documents.word.blocks import boxed  # a text box holds paragraphs, a paragraph holds drawings

    for box in _outermost_boxes(node):
        state.after.append(boxed(box, state))
    shown = [
        _picture(found, node, state) for found in descendants(node, "blip", "imagedata") if not _inside_box(found, node)
    ]
    if local(node) == "object":
        shown.append(state.not_drawn("An embedded object"))
    shown.extend(state.not_drawn(what) for what in _undrawn(node))
    return "".join(shown)


def chosen(node: "Element") -> "Element | None":
    """The branch of an ``AlternateContent`` to show: the first choice, unless only the fallback can be drawn."""
    choice, fallback = child(node, "Choice"), child(node, "Fallback")
    if choice is None or fallback is None:
        return choice if choice is not None else fallback
    drawable = any(True for _ in descendants(choice, "blip", "imagedata", "txbxContent", "t"))
    better = any(True for _ in descendants(fallback, "blip", "imagedata", "txbxContent", "t"))
    return fallback if better and not drawable else choice


def _outermost_boxes(node: "Element") -> list["Element"]:
    return [
        box for box in descendants(node, "txbxContent") if not _inside_box(box, node) and not _in_fallback(box, node)
    ]


def _inside_box(found: "Element", node: "Element") -> bool:
    return any(local(up) == "txbxContent" for up in _between(found, node))


def _in_fallback(found: "Element", node: "Element") -> bool:
    return any(local(up) == "Fallback" for up in _between(found, node))


def _between(found: "Element", node: "Element") -> list["Element"]:
    """The elements above ``found`` up to and without ``node``."""
    above = []
    for up in found.iterancestors():
        if up is node:
            break
        above.append(up)
    return above


def _undrawn(node: "Element") -> list[str]:
    """What a drawing holds that is not drawn here, in words."""
    found = []
    for data in descendants(node, "graphicData"):
        kind = (attr(data, "uri") or "").rpartition("/")[2]
        if kind in _CHARTS:
            found.append(_CHARTS[kind])
        elif kind in {"wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"} and not _holds_words(data):
            found.append("A drawn shape")
    found.extend("Handwriting" for _ in descendants(node, "contentPart"))
    return found


def _holds_words(data: "Element") -> bool:
    return any(True for _ in descendants(data, "blip", "txbxContent"))


def _picture(found: "Element", node: "Element", state: State) -> str:
    """One embedded picture; where it cannot be drawn, a sign and a Problem."""
    relationship = state.relationships.get(attr(found, "embed") or attr(found, "id") or attr(found, "link") or "")
    if relationship is None:
        return state.not_drawn("A picture that the file does not hold")
    if relationship.external:
        return state.not_drawn("A picture kept outside the file")
    ending = "." + relationship.target.rpartition(".")[2].lower()
    if ending in _VECTORS:
        return state.not_drawn(_VECTORS[ending])
    crop = _crop(found)
    try:
        name, width, height = _redrawn(relationship.target, crop, state)
    except UnreadablePictureError:
        return state.not_drawn("A picture that cannot be decoded")
    wide, high = _shown_size(found, node, width, height, state.width)
    mark = f' id="{state.mark("picture-cropped")}"' if crop is not None else ""
    return f'<img src="{name}"{mark} style="width:{wide:.1f}pt;height:{high:.1f}pt"/>'


def _redrawn(target: str, crop: tuple[float, float, float, float] | None, state: State) -> tuple[str, int, int]:
    """The name of the re-encoded picture and its size in pixels; the same picture is encoded once."""
    key = (state.part, target, crop)
    known = state.picture_names.get(key)
    if known is None:
        content = state.package.data(target)
        if content is None:
            raise UnreadablePictureError
        drawn = redraw(open_picture(BytesIO(content)), crop)
        if drawn.located:
            state.mark_once("picture-location")
        known = f"{state.next_id('picture')}-{drawn.width}-{drawn.height}"
        state.pictures[known] = drawn.data
        state.picture_names[key] = known
    _, width, height = known.split("-")
    return known, int(width), int(height)


def _crop(found: "Element") -> tuple[float, float, float, float] | None:
    """The shares that the file cuts off left, top, right and bottom."""
    parent = found.getparent()
    source = child(parent, "srcRect")
    if source is None:
        return None
    left, top, right, bottom = (number(attr(source, side)) / 100_000 for side in ("l", "t", "r", "b"))
    return (left, top, right, bottom) if any(share > 0 for share in (left, top, right, bottom)) else None


def _shown_size(found: "Element", node: "Element", width: int, height: int, room: float) -> tuple[float, float]:
    """Width and height in points as the file asks, kept inside the room; by its pixels if the file asks nothing."""
    wide, high = _asked_size(found, node)
    if wide < _LEAST or high < _LEAST:
        wide, high = width * 0.75, height * 0.75  # 96 pixels to the inch
    scale = min(1.0, room / wide, _TALLEST / high)
    return max(wide * scale, _LEAST), max(high * scale, _LEAST)


def _asked_size(found: "Element", node: "Element") -> tuple[float, float]:
    for up in found.iterancestors():
        own = child(up, "spPr", "xfrm", "ext") if local(up) == "pic" else None
        if own is not None and any(local(above) in {"wgp", "wpc", "grpSp"} for above in up.iterancestors()):
            return number(attr(own, "cx")) / _EMU, number(attr(own, "cy")) / _EMU
        if up is node:
            break
    extent = next(descendants(node, "extent"), None)
    if extent is not None:
        return number(attr(extent, "cx")) / _EMU, number(attr(extent, "cy")) / _EMU
    shape = next((up for up in found.iterancestors() if local(up) in {"shape", "rect"}), None)
    return _style_size(attr(shape, "style") or "")


def _style_size(style: str) -> tuple[float, float]:
    """Width and height from a VML style ("width:120pt;height:80pt")."""
    sizes = {"width": 0.0, "height": 0.0}
    for rule in style.split(";"):
        name, _, size = rule.partition(":")
        if name.strip() in sizes and size.strip().endswith(("pt", "in")):
            factor = 1 if size.strip().endswith("pt") else 72
            sizes[name.strip()] = number(size.strip()[:-2]) * factor
    return float(sizes["width"]), float(sizes["height"])


def has_content(node: "Element") -> bool:
    """Whether a header or footer holds anything to show."""
    return any((text.text or "").strip() for text in descendants(node, "t")) or any(
        True for _ in descendants(node, "blip", "imagedata")
    )
