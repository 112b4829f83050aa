"""Paragraphs, tables and whatever holds them, in the order of the file."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.sheets import Flow, Grid, Label, Segment, Turn, escape
from mrse_assess.documents.word.runs import PAGE_BEFORE, PAGE_BEGAN, PAGE_BREAK, paragraph_content
from mrse_assess.documents.word.state import Piece, State
from mrse_assess.documents.word.tree import attr, child, children, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS = frozenset({PAGE_BREAK, PAGE_BEFORE, PAGE_BEGAN})
_BREAK = re.compile(f"([{PAGE_BREAK}{PAGE_BEFORE}{PAGE_BEGAN}])")
_TWIPS = 20  # in a point
_ALIGN = {"center": "center", "right": "right", "end": "right"}
_INDENT_STEP = 18.0  # points a list level is moved in
_MOST_INDENT = 120.0
_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"})
_DEEPEST = 8  # tables, boxes and notes inside each other


def segments(nodes: Iterable["Element"], state: State, *, landscape: bool) -> Iterator[Segment]:
    """The blocks of a section as what the layout takes: paragraphs gathered, tables apart, page breaks between.

    Pages begin where the writing program last began them, so that a page number written by the applicant still leads
    to its page; what does not fit goes on over a page of the same label.
    """
    gathered: list[str] = []
    for node in flattened(nodes):
        for block in _block(node, state):
            if isinstance(block, str) and block not in _BREAKS:
                gathered.append(block)
                continue
            if gathered:
                yield Flow(html="".join(gathered))
                gathered = []
            if isinstance(block, str):
                label = state.page_began() if block == PAGE_BEGAN else None
                yield Turn(landscape=landscape, forced=block == PAGE_BREAK, label=label)
            else:
                yield block
    if gathered:
        yield Flow(html="".join(gathered))


def flattened(nodes: Iterable["Element"]) -> Iterator["Element"]:
    """The paragraphs, tables and other blocks, taken out of content controls and the like."""
    for node in nodes:
        if local(node) in _HOLDERS:
            yield from flattened(node)
        elif local(node) == "AlternateContent":
            yield from flattened(children(child(node, "Choice")))
        else:
            yield node


def _block(node: "Element", state: State) -> Iterator[str | Grid | Label]:
    """One block: pieces of HTML, page breaks, or a grid with the label of the page that follows it."""
    from mrse_assess.documents.word.tables import grid  # a table holds paragraphs

    name = local(node)
    if name == "p":
        yield from _pages(paragraph(node, state).html)
        yield from _pages(state.take_after())
    elif name == "tbl":
        before = state.page
        laid = grid(node, state)
        if state.page != before:
            yield Label(label=None)
        yield laid
        yield Label(label=state.page_began(0))
        yield from _pages(state.take_after())
    elif name == "altChunk":
        yield f"<p>{state.not_drawn('A document inserted in this one')}</p>"


def _pages(html: str) -> Iterator[str]:
    """The HTML in pieces, with the page breaks as pieces of their own."""
    return filter(None, _BREAK.split(html))


def paragraph(node: "Element", state: State) -> Piece:
    """One paragraph with its list label, as HTML that may hold page breaks, and its final text."""
    properties = child(node, "pPr")
    look = state.styles.paragraph(value(properties, "pStyle"))
    outline = value(properties, "outlineLvl")
    heading = number(outline) + 1 if outline is not None and number(outline) < 6 else look.heading  # noqa: PLR2004 - as in HTML
    label, level = _label(properties, look.numbering, state)
    content = paragraph_content(node, state, look.runs, heading=bool(heading))
    prefix = f"{escape(label)}&#160; " if label else ""
    style = _paragraph_style(properties, look.align, listed=label is not None, level=level)
    tag = f"h{heading}" if heading and content.text.strip() else "p"
    parts = [part for part in _BREAK.split(prefix + content.html) if part]
    if not any(part not in _BREAKS and part.strip() for part in parts):
        parts = [*(part for part in parts if part in _BREAKS)] or ["&#160;"]
    html = "".join(part if part in _BREAKS else f'<{tag} style="{style}">{part}</{tag}>' for part in parts)
    before = PAGE_BEFORE if is_on(properties, "pageBreakBefore") else ""
    return Piece(before + html, f"{label} {content.text}" if label else content.text)


def _label(properties: "Element | None", inherited: tuple[str, int] | None, state: State) -> tuple[str | None, int]:
    """The list label of a paragraph and its level; its own numbering before that of its style."""
    own = child(properties, "numPr")
    num_id = value(own, "numId") or (inherited[0] if inherited else None)
    level_text = value(own, "ilvl")
    level = number(level_text) if level_text is not None else (inherited[1] if inherited else 0)
    return (state.numbering.label(num_id, level), level) if num_id else (None, 0)


def _paragraph_style(properties: "Element | None", inherited: str | None, *, listed: bool, level: int) -> str:
    rules = []
    align = _ALIGN.get(value(properties, "jc") or inherited or "")
    if align:
        rules.append(f"text-align:{align}")
    indent = child(properties, "ind")
    left = number(attr(indent, "left") or attr(indent, "start")) / _TWIPS
    if listed:
        rules.append(f"margin-left:{min(max(left, (level + 1) * _INDENT_STEP), _MOST_INDENT):.0f}pt;text-indent:-14pt")
    elif left > 0:
        rules.append(f"margin-left:{min(left, _MOST_INDENT):.0f}pt")
    return ";".join(rules)


def inner(nodes: Iterable["Element"], state: State) -> Piece:
    """Blocks inside a cell, box, header or note: page breaks are only counted there, tables become simple ones."""
    from mrse_assess.documents.word.tables import simple_table

    html: list[str] = []
    text: list[str] = []
    state.depth += 1
    for node in flattened(nodes):
        name = local(node)
        if state.depth > _DEEPEST:
            html.append(f"<p>{state.not_drawn('Content nested too deep')}</p>")
            break
        if name == "p":
            piece = paragraph(node, state)
        elif name == "tbl":
            piece = simple_table(node, state)
        elif name == "altChunk":
            piece = Piece(f"<p>{state.not_drawn('A document inserted in this one')}</p>", "")
        else:
            continue
        shown = piece.html + state.take_after()
        state.page_began(shown.count(PAGE_BEGAN))
        html.append(_BREAK.sub("", shown))
        text.append(piece.text)
    state.depth -= 1
    return Piece("".join(html), "\n".join(text))


def boxed(box: "Element", state: State) -> str:
    """A text box as a framed block."""
    outside, state.after = state.after, []
    with state.narrowed(state.width - 10):
        html = inner(box, state).html
    state.after = outside
    return f'<div class="box">{html}</div>'


def note_after(kind: str, note_id: str, state: State) -> str:
    """Put a foot- or endnote after the present paragraph; its label there and here."""
    notes = state.footnotes if kind == "Footnote" else state.endnotes
    part = "word/footnotes.xml" if kind == "Footnote" else "word/endnotes.xml"
    label = str(list(notes).index(note_id) + 1) if note_id in notes else "?"
    if note_id in notes:
        outside, state.after = state.after, []
        with state.within(part):
            html = inner(notes[note_id], state).html
        state.after = [*outside, f'<div class="aside"><span class="mark">{kind} {label}</span> {html}</div>']
    return label


def column_widths(table: "Element", room: float) -> tuple[float, ...]:
    """The column widths of a table's grid in points; equal ones where the file gives none."""
    widths = [number(attr(column, "w")) / _TWIPS for column in children(child(table, "tblGrid"), "gridCol")]
    return tuple(width if width > 4 else room / max(len(widths), 1) for width in widths)  # noqa: PLR2004 - a grid may say 0
