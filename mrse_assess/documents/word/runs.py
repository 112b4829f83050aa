"""The content of one paragraph: runs, tracked changes, comments, notes, fields, check boxes."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.sheets import escape
from mrse_assess.documents.word.drawings import chosen, drawing
from mrse_assess.documents.word.notes import day_written
from mrse_assess.documents.word.state import Piece, State
from mrse_assess.documents.word.styles import switched
from mrse_assess.documents.word.tree import attr, child, children, descendants, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PAGE_BREAK = "\f"
"""Stands in the HTML where a page break was asked for; XML text can never hold it."""

PAGE_BEFORE = "\x0e"
"""Stands before a paragraph that has to begin a page, which it may already do."""

PAGE_BEGAN = "\v"
"""Stands where the writing program began a page of its own accord when it last laid the file out."""

_TAB = "\u00a0\u00a0\u00a0 "
_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "F0FC": "\u2713",
        "F0FB": "\u2717",
        "F0FE": "\u2611",
        "F0FD": "\u2612",
        "F0A8": "\u2610",
        "F06F": "\u2610",
        "F078": "\u2612",
        "F0B7": "\u2022",
        "F0E0": "\u2192",
        "F0DF": "\u2190",
        "F050": "\u2713",
        "F052": "\u2611",
        "F051": "\u2612",
        "F0A3": "\u2610",
    }
)  # the signs of Wingdings and its like that forms are filled in with
_HIGHLIGHTS: Mapping[str, str] = MappingProxyType(
    {
        "yellow": "#ffff66",
        "green": "#99ee99",
        "cyan": "#99eeee",
        "magenta": "#ff99ff",
        "red": "#ff9999",
        "blue": "#aabbff",
        "lightGray": "#dddddd",
        "darkYellow": "#ddcc66",
        "darkGray": "#bbbbbb",
    }
)
_PASSED_THROUGH = frozenset(
    {"hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent", "ruby", "rubyBase"}
)
_CHANGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ins": ("ins", "inserted"),
        "moveTo": ("ins", "moved here"),
        "del": ("del", "deleted"),
        "moveFrom": ("del", "moved away"),
        "cellIns": ("ins", "inserted"),
        "cellDel": ("del", "deleted"),
    }
)
"""What a tracked change does to the text, and how it is said."""

_SIZES = (6.0, 28.0)  # points between which a size of the file is kept
_BODY_SIZE = 10.0
_DEEPEST = 60


class Change(NamedTuple):
    """A tracked change: "ins" or "del", what was done, who did it, the day in words."""

    kind: str
    verb: str
    author: str
    day: str


@dataclass(kw_only=True)
class _Line:
    """A paragraph being put together: stretches of HTML with the change they belong to, and the final text."""

    state: State
    base: tuple["Element", ...]  # character properties of the paragraph's style
    heading: bool
    stretches: list[tuple[Change | None, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def add(self, html: str, text: str, change: Change | None) -> None:
        self.stretches.append((change, html))
        if change is None or change.kind == "ins":
            self.text.append(text)
        elif text.strip():
            self.state.mark_once("tracked-deletions")
            self.state.deleted += 1


def paragraph_content(paragraph: "Element", state: State, base: tuple["Element", ...], *, heading: bool) -> Piece:
    """What stands in the paragraph, tracked changes named after each stretch of them."""
    line = _Line(state=state, base=base, heading=heading)
    _walk(paragraph, line, state.around, 0)
    return Piece(_with_changes(line.stretches), "".join(line.text))


def _with_changes(stretches: list[tuple[Change | None, str]]) -> str:
    parts = []
    for change, group in itertools.groupby(stretches, key=lambda stretch: stretch[0]):
        html = "".join(part for _, part in group)
        if change is None or not html:
            parts.append(html)
            continue
        day = f", {change.day}" if change.day else ""
        parts.append(f'{html}<span class="mark"> [{change.verb} by {escape(change.author)}{day}]</span> ')
    return "".join(parts)


def _walk(node: "Element", line: _Line, change: Change | None, depth: int) -> None:
    """The children of a paragraph, or of anything inside it that holds runs."""
    if depth > _DEEPEST:
        line.add(line.state.not_drawn("Content nested too deep"), "", None)
        return
    for item in node:
        name = local(item)
        if name == "r":
            _run(item, line, change)
        elif name in _PASSED_THROUGH:
            _walk(item, line, change, depth + 1)
        elif name in _CHANGES:
            _walk(item, line, _innermost(change, change_of(item)), depth + 1)
        elif name in {"oMath", "oMathPara"}:
            _equation(item, line, change)
        elif name == "AlternateContent" and (branch := chosen(item)) is not None:
            _walk(branch, line, change, depth + 1)


def change_of(item: "Element") -> Change:
    """The tracked change that an element of the file notes."""
    kind, verb = _CHANGES[local(item)]
    return Change(kind, verb, attr(item, "author") or "unnamed", day_written(attr(item, "date")))


def _innermost(outer: Change | None, inner: Change) -> Change:
    """What holds for text inside two changes: an insertion within what was deleted is deleted with it."""
    return outer if outer is not None and outer.kind == "del" else inner


def _equation(item: "Element", line: _Line, change: Change | None) -> None:
    text = "".join(part.text or "" for part in descendants(item, "t"))
    line.add(f'<i id="{line.state.mark("equation-as-text")}">{escape(text)}</i>', text, change)


def _run(run: "Element", line: _Line, change: Change | None) -> None:
    """One run: its text in the run's looks, everything else by its kind."""
    properties = child(run, "rPr")
    sources = (properties, *line.state.styles.character(value(properties, "rStyle")), *line.base)
    if switched("vanish", *sources):
        if any((node.text or "").strip() for node in children(run, "t")):
            line.state.mark_once("text-hidden")
        return
    open_tags, close_tags = _look(properties, sources, line, change)
    capitals = switched("caps", *sources)
    for item in run:
        text = _text(item)
        if text is not None:
            html = escape(text.upper() if capitals else text)
            line.add(f"{open_tags}{html}{close_tags}" if text.strip() else html, text, change)
        elif (handler := _HANDLERS.get(local(item))) is not None:
            handler(item, line, change)


def _text(item: "Element") -> str | None:
    """The characters that a run's child stands for; None where it is something else."""
    name = local(item)
    if name in {"t", "delText"}:
        return item.text or ""
    if name in {"tab", "ptab"}:
        return _TAB
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        return _symbol(item)
    return None


def _symbol(item: "Element") -> str:
    code = (attr(item, "char") or "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        point = int(code, 16)
    except ValueError:
        return "\u25a1"
    return chr(point - 0xF000) if 0xF020 <= point <= 0xF07E else "\u25a1"  # noqa: PLR2004 - symbol fonts lie at F000


def _look(
    properties: "Element | None", sources: tuple["Element | None", ...], line: _Line, change: Change | None
) -> tuple[str, str]:
    """The tags around a run's text."""
    tags = [f'<span class="{change.kind}">'] if change is not None else []
    if switched("b", *sources) and not line.heading:
        tags.append("<b>")
    if switched("i", *sources):
        tags.append("<i>")
    style = _style(properties)
    if style:
        tags.append(f'<span style="{style}">')
    raised = next((found for found in (value(source, "vertAlign") for source in sources) if found), None)
    if raised in {"superscript", "subscript"}:
        tags.append("<sup>" if raised == "superscript" else "<sub>")
    closing = "".join(f"</{tag[1:].split()[0].rstrip('>')}>" for tag in reversed(tags))
    return "".join(tags), closing


def _style(properties: "Element | None") -> str:
    """Colour, highlight, size and lines through or under, from values that are checked and never copied."""
    rules = []
    if (value(properties, "u") or "none") != "none":
        rules.append("text-decoration:underline")
    elif is_on(properties, "strike") or is_on(properties, "dstrike"):
        rules.append("text-decoration:line-through")
    colour = value(properties, "color") or ""
    if len(colour) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in colour):  # noqa: PLR2004 - RRGGBB
        rules.append(f"color:#{_readable(colour)}")
    shade = _HIGHLIGHTS.get(value(properties, "highlight") or "")
    if shade:
        rules.append(f"background-color:{shade}")
    size = value(properties, "sz")
    if size is not None:
        rules.append(
            f"font-size:{min(max(number(size) / 2, _SIZES[0]), _SIZES[1]) * _BODY_SIZE / 11:.1f}pt"
        )  # Word's body is 11
    return ";".join(rules)


def _readable(colour: str) -> str:
    """Text so pale that it would not be seen on white is drawn in grey: what the file says must not be missed."""
    brightness = sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) / 3
    return "8a8a8a" if brightness > 225 else colour  # noqa: PLR2004 - of 255


def _break(item: "Element", line: _Line, change: Change | None) -> None:
    if attr(item, "type") == "page":
        line.stretches.append((None, PAGE_BREAK))
        line.text.append("\n")
    else:
        line.add("<br/>", "\n", change)


def _began(item: "Element", line: _Line, change: Change | None) -> None:  # noqa: ARG001 - a handler like the others
    line.stretches.append((None, PAGE_BEGAN))


def _drawn(item: "Element", line: _Line, change: Change | None) -> None:
    line.add(drawing(item, line.state), "", change)


def _alternative(item: "Element", line: _Line, change: Change | None) -> None:
    branch = chosen(item)
    if branch is None:
        return
    for inner in branch:
        handler = _HANDLERS.get(local(inner))
        if handler is not None:
            handler(inner, line, change)


def _note(item: "Element", line: _Line, change: Change | None) -> None:
    """A foot- or endnote: its number here, its text after the paragraph."""
    from mrse_assess.documents.word.blocks import note_after  # a note holds paragraphs

    kind = "Footnote" if local(item) == "footnoteReference" else "Endnote"
    label = note_after(kind, attr(item, "id") or "", line.state)
    line.add(f"<sup>{escape(label)}</sup>", "", change)


def _comment(item: "Element", line: _Line, change: Change | None) -> None:  # noqa: ARG001 - a handler like the others
    note_id = attr(item, "id") or ""
    comment = line.state.comments.get(note_id)
    if comment is None:
        return
    line.state.shown_comments.add(note_id)
    day = f", {comment.day}" if comment.day else ""
    words = f"[Comment {comment.label}, {comment.author}{day}: {comment.text}]"
    line.stretches.append((None, f'<span class="mark"> {escape(words)}</span>'))


def _field(item: "Element", line: _Line, change: Change | None) -> None:
    """A form field of the older kind: a check box or a list; a text field's words are ordinary runs."""
    data = child(item, "ffData")
    box = child(data, "checkBox")
    if box is not None:
        ticked = is_on(box, "checked") if child(box, "checked") is not None else is_on(box, "default")
        sign = "\u2612" if ticked else "\u2610"
        line.add(sign, sign, change)
    entries = [attr(entry, "val") or "" for entry in children(child(data, "ddList"), "listEntry")]
    if entries:
        at = number(value(data, "ddList", "result"))
        text = entries[at] if 0 <= at < len(entries) else entries[0]
        line.add(escape(text), text, change)


_HANDLERS: Mapping[str, Callable[["Element", _Line, Change | None], None]] = MappingProxyType(
    {
        "br": _break,
        "cr": _break,
        "lastRenderedPageBreak": _began,
        "drawing": _drawn,
        "pict": _drawn,
        "object": _drawn,
        "AlternateContent": _alternative,
        "footnoteReference": _note,
        "endnoteReference": _note,
        "commentReference": _comment,
        "fldChar": _field,
    }
)
