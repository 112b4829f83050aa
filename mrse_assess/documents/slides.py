"""Presentations as sheets: each slide on a page of its own with its words, tables, pictures and notes. Worker only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from mrse_assess.documents.archives import DAMAGED
from mrse_assess.documents.layout import A4, MARGIN
from mrse_assess.documents.pictures import UnreadablePictureError, open_picture, redraw
from mrse_assess.documents.sheets import Cell, Flow, Grid, Mark, NativeCell, Segment, Sheet, Turn, escape
from mrse_assess.documents.word.notes import day_written
from mrse_assess.documents.word.package import DamagedPackageError, Package
from mrse_assess.documents.word.tree import attr, child, descendants

_ROOM = A4[1] - 2 * MARGIN
_TALLEST = 330.0  # points a picture may be high
_LEAST = 4.0
_EMU = 12700  # English Metric Units in a point
_ROW = 36 * _EMU  # shapes whose tops lie this near stand beside each other
_MOST_SLIDES = 1000
_MOST_SHAPES = 2000  # on a slide
_DEEPEST = 10  # groups inside each other
_MOST_COLUMNS = 63
_VECTORS = {"emf": "A picture (EMF)", "wmf": "A picture (WMF)", "svg": "A picture (SVG)"}
_UNSAFE: tuple[type[Exception], ...] = (*DAMAGED, KeyError, IndexError, AttributeError, TypeError)


@dataclass(kw_only=True)
class _Printed:
    """The sheet being put together."""

    segments: list[Segment] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tables: list[tuple[tuple[NativeCell, ...], ...]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of pictures, by the hash the library gives
    ids: int = 0

    def next_id(self, prefix: str) -> str:
        self.ids += 1
        return f"{prefix}{self.ids}"

    def html(self, html: str) -> None:
        self.segments.append(Flow(html=html))

    def not_drawn(self, what: str) -> None:
        name = self.next_id("mark")
        self.marks.append(Mark(code="not-drawn", id=name, slots={"what": what}))
        self.html(f'<p class="mark" id="{name}">[{escape(what)}: not drawn here]</p>')


def slides_sheet(path: Path) -> Sheet:
    """The slides in order; pages are labelled by the number of their slide.

    Raises:
        DamagedPackageError: it cannot be opened.
    """
    presentation = _opened(path)
    printed = _Printed(marks=[Mark(code="slides-as-text")])
    comments = _comments(path)
    hidden = 0
    total = 0
    for number, slide in enumerate(presentation.slides, start=1):
        total = number
        if number > _MOST_SLIDES:
            printed.marks.append(Mark(code="document-cut", slots={"limit": f"{_MOST_SLIDES} slides"}))
            break
        is_hidden = slide.element.get("show") in {"0", "false"}
        hidden += is_hidden
        printed.segments.append(Turn(landscape=True, label=str(number)))
        _print_slide(printed, slide, number, is_hidden=is_hidden)
        said = comments.get(str(slide.part.partname).lstrip("/"), ())
        if said:
            printed.html("".join(f'<p class="mark">[{escape(words)}]</p>' for words in said))
    if not total:
        printed.html("<p>&#160;</p>")
    if hidden:
        printed.marks.append(Mark(code="slide-hidden", slots={"count": hidden}))
    return Sheet(
        segments=tuple(printed.segments),
        pictures=printed.pictures,
        marks=tuple(printed.marks),
        tables=tuple(printed.tables),
    )


def _opened(path: Path) -> Any:
    """The presentation. The package is looked through first: the library reads all its parts without a limit."""
    import pptx

    Package(path).check_size()
    try:
        return pptx.Presentation(str(path))
    except MemoryError:
        raise
    except Exception as error:  # the library raises many kinds on a damaged file
        raise DamagedPackageError from error


def _print_slide(printed: _Printed, slide: Any, number: int, *, is_hidden: bool) -> None:
    """Title first, then the other shapes from the top left, then the notes."""
    title = _quietly(lambda: slide.shapes.title)
    words = title.text_frame.text.strip() if title is not None and title.has_text_frame else ""
    state = " (hidden)" if is_hidden else ""
    printed.html(f'<p class="mark">Slide {number}{state}</p>' + (f"<h1>{_line(words)}</h1>" if words else ""))
    for shape in _in_reading_order(_flattened(slide.shapes)):
        if title is None or shape.shape_id != title.shape_id or not words:
            try:
                _print_shape(printed, shape)
            except _UNSAFE:
                printed.not_drawn("A damaged part of the slide")
    notes = _quietly(lambda: slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "") or ""
    if notes.strip():
        text = "".join(f"<p>{_line(line)}</p>" for line in notes.splitlines())
        printed.html(f'<div class="aside"><span class="mark">Notes of slide {number}:</span> {text}</div>')


def _quietly(ask: Any) -> Any:
    try:
        return ask()
    except _UNSAFE:
        return None


def _flattened(shapes: Any, depth: int = 0) -> Iterator[Any]:
    """The shapes, those of groups among them."""
    for index, shape in enumerate(shapes):
        if index >= _MOST_SHAPES:
            return
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST:
                yield from _flattened(shape.shapes, depth + 1)
        else:
            yield shape


def _in_reading_order(shapes: Iterator[Any]) -> list[Any]:
    """Top to bottom in rows, left to right in a row; a shape without a place of its own keeps its turn."""
    placed = [
        (index, _quietly(lambda shape=shape: (shape.top, shape.left)), shape) for index, shape in enumerate(shapes)
    ][:_MOST_SHAPES]
    known = [(place[0] // _ROW, place[1], index) for index, place, _ in placed if place and None not in place]
    order = {key[2]: key for key in known}
    return [shape for index, _, shape in sorted(placed, key=lambda one: order.get(one[0], (0, 0, one[0])))]


def _print_shape(printed: _Printed, shape: Any) -> None:
    if getattr(shape, "has_table", False):
        _print_table(printed, shape.table)
    elif getattr(shape, "has_chart", False):
        _print_chart(printed, shape)
    elif shape.has_text_frame:
        html = "".join(_paragraphs(shape.text_frame))
        if html:
            printed.html(html)
    elif hasattr(shape, "image") or next(descendants(shape.element, "blip"), None) is not None:
        _print_picture(printed, shape)
    else:
        _print_other(printed, shape)


def _paragraphs(frame: Any) -> Iterator[str]:
    for paragraph in frame.paragraphs:
        text = paragraph.text.strip()
        if text:
            bullet = "\u2022 " if paragraph.level else ""
            yield f'<p style="margin-left:{min(int(paragraph.level), 8) * 16}pt">{bullet}{_line(text)}</p>'


def _line(text: str) -> str:
    return escape(text.replace("\v", "\n")).replace("\n", "<br/>")


def _print_table(printed: _Printed, table: Any) -> None:
    """The table for the layout, and as rows of cells with merged ones repeated."""
    columns = min(len(table.columns), _MOST_COLUMNS)
    widths = tuple(max(float(table.columns[index].width or 0) / _EMU, 20.0) for index in range(columns))
    grid: list[tuple[Cell, ...]] = []
    native: list[list[NativeCell]] = []
    for index, row in enumerate(table.rows):
        native.append([])
        cells = []
        for column in range(columns):
            cell = row.cells[column]
            if cell.is_spanned:
                native[-1].append(_origin(native, table, index, column))
                continue
            name = printed.next_id("cell")
            native[-1].append(NativeCell(text=cell.text_frame.text.replace("\v", "\n").strip(), id=name))
            html = "".join(_paragraphs(cell.text_frame)) or "<p>&#160;</p>"
            wide = min(cell.span_width if cell.is_merge_origin else 1, columns - column)
            high = cell.span_height if cell.is_merge_origin else 1
            cells.append(Cell(html=html, column=column, columns=wide, rows=high, id=name))
        grid.append(tuple(cells))
    printed.segments.append(Grid(widths=widths, rows=tuple(grid)))
    printed.tables.append(tuple(map(tuple, native)))


def _origin(native: list[list[NativeCell]], table: Any, row: int, column: int) -> NativeCell:
    """The cell that covers this place, which stands to the left of it or above."""
    for up in range(row, -1, -1):
        for left in range(column, -1, -1):
            cell = table.cell(up, left)
            if cell.is_merge_origin and up + cell.span_height > row and left + cell.span_width > column:
                return native[up][left]
    return NativeCell(text="", id="")


def _print_chart(printed: _Printed, shape: Any) -> None:
    """A chart by its words: the title and what its series are called."""
    printed.not_drawn("A chart")
    chart = shape.chart
    words = [chart.chart_title.text_frame.text] if chart.has_title and chart.chart_title.has_text_frame else []
    words += [str(series.name) for series in chart.series]
    if any(words):
        printed.html(f"<p>{_line('; '.join(filter(None, words)))}</p>")


def _print_picture(printed: _Printed, shape: Any) -> None:
    image = _quietly(lambda: shape.image)
    if image is None:
        printed.not_drawn("A picture that the file does not hold")
        return
    if image.ext in _VECTORS:
        printed.not_drawn(_VECTORS[image.ext])
        return
    try:
        drawn = redraw(open_picture(BytesIO(image.blob)))
    except UnreadablePictureError:
        printed.not_drawn("A picture that cannot be decoded")
        return
    if drawn.located:
        printed.marks.append(Mark(code="picture-location"))
    name = printed.names.setdefault(image.sha1, f"picture{len(printed.pictures) + 1}")
    printed.pictures[name] = drawn.data
    wide, high = max(float(shape.width) / _EMU, _LEAST), max(float(shape.height) / _EMU, _LEAST)
    scale = min(1.0, _ROOM / wide, _TALLEST / high)
    printed.html(f'<p><img src="{name}" style="width:{wide * scale:.1f}pt;height:{high * scale:.1f}pt"/></p>')


def _print_other(printed: _Printed, shape: Any) -> None:
    """A diagram by its words; anything else by a sign."""
    data = next(descendants(shape.element, "graphicData"), None)
    kind = (attr(data, "uri") or "").rpartition("/")[2]
    if kind == "diagram":
        printed.not_drawn("A diagram (SmartArt)")
        words = _diagram_words(shape, data)
        if words:
            printed.html("".join(f"<p>{_line(line)}</p>" for line in words))
    elif data is not None or next(descendants(shape.element, "videoFile", "audioFile"), None) is not None:
        printed.not_drawn("An embedded object")


def _diagram_words(shape: Any, data: Any) -> list[str]:
    from lxml import etree

    name = attr(child(data, "relIds"), "dm")
    if name is None:
        return []
    content = shape.part.related_part(name).blob
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    points = ("".join(text.text or "" for text in descendants(point, "t")) for point in descendants(root, "pt"))
    return [point.strip() for point in points if point.strip()]


def _comments(path: Path) -> dict[str, tuple[str, ...]]:
    """Comments in words, by the part of the slide they are about."""
    package = Package(path)
    main = package.main_part()
    authors: dict[str, str] = {}
    for beside in package.relationships(main).values():
        root = package.xml(beside.target) if beside.kind in {"commentAuthors", "authors"} else None
        for author in descendants(root, "cmAuthor", "author") if root is not None else ():
            authors[attr(author, "id") or ""] = attr(author, "name") or ""
    slides = [one.target for one in package.relationships(main).values() if one.kind == "slide" and not one.external]
    return {slide: tuple(_comments_of(package, slide, authors)) for slide in slides[:_MOST_SLIDES]}


def _comments_of(package: Package, slide: str, authors: dict[str, str]) -> Iterator[str]:
    for beside in package.relationships(slide).values():
        root = package.xml(beside.target) if beside.kind == "comments" and not beside.external else None
        for node in descendants(root, "cm", "reply") if root is not None else ():
            author = authors.get(attr(node, "authorId") or "", "")
            day = day_written(attr(node, "dt") or attr(node, "created"))
            nodes = [
                node
                for part in (child(node, "text"), child(node, "txBody"))
                if part is not None
                for node in (part, *descendants(part, "t"))
            ]
            text = " ".join(" ".join((one.text or "").split()) for one in nodes).strip()
            yield f"Comment{f', {author}' if author else ''}{f', {day}' if day else ''}: {text}"
