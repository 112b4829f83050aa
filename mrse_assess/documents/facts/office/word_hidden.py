"""Words of a Word file that it does not show (G11): hidden by style, of the paper's colour, marked black over black.

A file of words has no drawn pages, so this goes by what is said of each run; a shape laid over text cannot be decided.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.office.rendering import Rendering
from mrse_assess.documents.word.styles import Styles
from mrse_assess.documents.word.tree import attr, child, children, descendants, is_on, local, number, value
from mrse_assess.model.facts import Cover, Hidden
from mrse_assess.terms import Tri

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_EMU = 12700  # English Metric Units in a point
_LINE = (7.0, 60.0)  # points of height of a box laid over a line of text
_LONGEST_PLACE = 60
_MOST = 2001
_DARK = 96  # of 255
_WHITE = 236
_AUTO = frozenset({"auto", ""})


def covered_and_hidden(
    roots: Iterable["Element"], styles: Styles, rendering: Rendering
) -> tuple[tuple[Cover, ...], tuple[Hidden, ...]]:
    """The covers and the hidden words of the text's parts."""
    covers: list[Cover] = []
    hidden: dict[tuple[str, int], int] = {}
    for root in roots:
        for paragraph in descendants(root, "p"):
            covers.extend(_black(paragraph, styles, rendering))
            for kind, page, words in _unshown(paragraph, styles, rendering):
                hidden[kind, page] = hidden.get((kind, page), 0) + words
        covers.extend(_shapes(root))
    found = tuple(Hidden(page, kind, words) for (kind, page), words in sorted(hidden.items()))
    return tuple(covers[:_MOST]), found


def _runs(paragraph: "Element") -> Iterator["Element"]:
    """The paragraph's own runs, those of links and changes too, without those of text boxes within it."""
    for node in children(paragraph):
        if local(node) == "r":
            yield node
        elif local(node) in {
            "hyperlink",
            "ins",
            "del",
            "moveTo",
            "moveFrom",
            "smartTag",
            "sdt",
            "sdtContent",
            "fldSimple",
        }:
            yield from _runs(node)


def _words(run: "Element") -> str:
    return "".join(node.text or "" for node in children(run, "t", "delText"))


def _count(words: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in words.split())


def _looks(run: "Element", paragraph: "Element", styles: Styles) -> tuple["Element", ...]:
    """The character properties that hold for a run, nearest first."""
    own = child(run, "rPr")
    near = () if own is None else (own, *styles.character(value(own, "rStyle")))
    return (*near, *styles.paragraph(value(paragraph, "pPr", "pStyle")).runs)


def _unshown(paragraph: "Element", styles: Styles, rendering: Rendering) -> Iterator[tuple[str, int, int]]:
    """Kind, page and number of words of what the paragraph does not show."""
    for run in _runs(paragraph):
        words = _words(run)
        count = _count(words)
        if not count:
            continue
        looks = _looks(run, paragraph, styles)
        if next((on for on in (is_on(look, "vanish") for look in looks) if on is not None), False):
            yield "hidden_style", rendering.page_of(_beside(paragraph, run)), count
        elif _colour(looks) == "white" and not _is_shaded(run, looks):
            yield "paper_coloured", rendering.page_of(words), count


def _beside(paragraph: "Element", hidden: "Element") -> str:
    """Shown words of the same paragraph, by which its page can be found."""
    return "".join(_words(run) for run in _runs(paragraph) if run is not hidden)[:_LONGEST_PLACE]


def _black(paragraph: "Element", styles: Styles, rendering: Rendering) -> Iterator[Cover]:
    """Runs marked or shaded in the colour of their letters; runs that follow each other are one cover."""
    covered = ""
    for run in [*_runs(paragraph), None]:
        if run is not None and _is_blackened(run, paragraph, styles):
            covered += _words(run)
            continue
        if _count(covered):
            page = rendering.page_of(covered)
            box = rendering.box_of(covered, page) or _NOWHERE
            yield Cover(page, "fill", box, _count(covered), Tri.YES)
        covered = ""


def _is_blackened(run: "Element", paragraph: "Element", styles: Styles) -> bool:
    if not _words(run).strip():
        return False
    looks = _looks(run, paragraph, styles)
    letters = _colour(looks)
    marked = next((mark for mark in (value(look, "highlight") for look in looks) if mark), None)
    if marked == "black" and letters in {"auto", "dark"}:
        return True
    behind = _shade(looks)
    if behind == "auto":
        behind = next((shade for shade in map(_shaded_as, run.iterancestors()) if shade != "auto"), "auto")
    return behind == "dark" and letters == "dark"  # letters of no colour of their own turn white on a dark shade


def _colour(looks: Iterable["Element"]) -> str:
    """The colour of letters as far as it matters: auto, dark, white, other."""
    named = next((colour for colour in (value(look, "color") for look in looks) if colour is not None), "auto")
    return _kind(named)


def _shade(looks: Iterable["Element"]) -> str:
    fills = (attr(child(look, "shd"), "fill") for look in looks)
    return _kind(next((fill for fill in fills if fill is not None), "auto"))


def _kind(colour: str) -> str:
    if colour.lower() in _AUTO:
        return "auto"
    try:
        parts = bytes.fromhex(colour)
    except ValueError:
        return "other"
    if max(parts, default=0) <= _DARK:
        return "dark"
    return "white" if min(parts, default=0) >= _WHITE else "other"


def _is_shaded(run: "Element", looks: Iterable["Element"]) -> bool:
    """Whether anything coloured may lie under the run: its own shade, its paragraph's, a cell, a table style, a box."""
    if any(value(look, "highlight") not in {None, "none"} or child(look, "shd") is not None for look in looks):
        return True
    for up in run.iterancestors():
        name = local(up)
        if name == "txbxContent" or (name == "tbl" and value(up, "tblPr", "tblStyle") is not None):
            return True
        if _shaded_as(up) not in {"auto", "white"}:
            return True
    return False


def _shaded_as(node: "Element") -> str:
    """The kind of colour that a paragraph, a cell or a table is shaded with; auto for what is none of these."""
    name = local(node)
    shade = child(node, f"{name}Pr", "shd") if name in {"p", "tc", "tbl"} else None
    return "auto" if shade is None else _kind(attr(shade, "fill") or "auto")


def _shapes(root: "Element") -> Iterator[Cover]:
    """Dark boxes without words, as high as a line, laid in front of the text: what lies under them is not known."""
    for anchor in descendants(root, "anchor"):
        extent = child(anchor, "extent")
        width, height = number(attr(extent, "cx")) / _EMU, number(attr(extent, "cy")) / _EMU
        in_front = attr(anchor, "behindDoc") in {None, "0", "false"} and child(anchor, "wrapNone") is not None
        of_a_line = _LINE[0] <= height <= _LINE[1] and width >= height
        empty = not any(node.text for node in descendants(anchor, "t"))
        if in_front and of_a_line and empty and _is_dark_shape(anchor):
            yield Cover(1, "fill", _NOWHERE, 0, Tri.UNDETERMINED)


def _is_dark_shape(anchor: "Element") -> bool:
    for shape in descendants(anchor, "spPr"):
        fill = child(shape, "solidFill")
        colours = children(fill)
        if any(
            _kind(attr(colour, "val") or "") == "dark" or attr(colour, "val") in {"tx1", "dk1"} for colour in colours
        ):
            return True
    return False
