"""A Word file as a sheet: sections in order, headers and footers once at the top, leftover comments at the end."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mrse_assess.documents.layout import A4, MARGIN
from mrse_assess.documents.sheets import Flow, Label, Segment, Sheet, Turn, escape
from mrse_assess.documents.word.blocks import flattened, inner, segments
from mrse_assess.documents.word.drawings import has_content
from mrse_assess.documents.word.notes import read_comments, read_notes
from mrse_assess.documents.word.numbering import read_numbering
from mrse_assess.documents.word.package import DamagedPackageError, Package
from mrse_assess.documents.word.state import State
from mrse_assess.documents.word.styles import Styles
from mrse_assess.documents.word.tree import attr, child, children, descendants, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACES = {"default": "each page", "first": "the first page", "even": "even pages"}
_LINKED = frozenset({"image", "oleObject", "attachedTemplate", "frame", "subDocument", "externalLink", "aFChunk"})
_MOST_SAVED_PAGES = 100_000


def word_sheet(path: Path) -> Sheet:
    """The file as a sheet.

    Raises:
        DamagedPackageError: its main part is missing, damaged, or declares a document type.
    """
    package = Package(path)
    main = package.main_part()
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise DamagedPackageError
    state = _state(package, main)
    state.relationships = package.relationships(main)
    if any(True for _ in descendants(body, "lastRenderedPageBreak")):
        state.page = 1
    found = list(_sections(body))
    printed: list[Segment] = [Label(label=state.page_began(0)), *_running_titles(found, state)]
    landscape = False
    for index, (nodes, section) in enumerate(found):
        wide = _is_landscape(section)
        if wide != landscape or (index and _breaks_page(section)):
            printed.append(Turn(landscape=wide))
        landscape = wide
        state.width = (A4[1] if wide else A4[0]) - 2 * MARGIN
        printed.extend(segments(nodes, state, landscape=wide))
    printed.extend(_leftover_comments(state))
    _note_parts(package, main, state)
    return Sheet(
        segments=tuple(printed),
        pictures=state.pictures,
        marks=tuple(state.marks),
        tables=tuple(state.tables),
        saved_pages=_saved_pages(package),
    )


def _state(package: Package, main: str) -> State:
    """The parts beside the text, found by what the text refers to."""
    parts = {
        relationship.kind: relationship.target
        for relationship in package.relationships(main).values()
        if not relationship.external
    }

    def part(kind: str) -> "Element | None":
        return package.xml(parts[kind]) if kind in parts else None

    return State(
        package=package,
        styles=Styles(part("styles")),
        numbering=read_numbering(part("numbering")),
        comments=read_comments(part("comments")),
        footnotes=read_notes(part("footnotes"), "footnote"),
        endnotes=read_notes(part("endnotes"), "endnote"),
        part=main,
        width=A4[0] - 2 * MARGIN,
    )


def _sections(body: "Element") -> Iterator[tuple[list["Element"], "Element | None"]]:
    """The blocks of each section and its properties, which stand at its end."""
    gathered: list[Element] = []
    last: Element | None = None
    for node in flattened(body):
        if local(node) == "sectPr":
            last = node
            continue
        gathered.append(node)
        properties = child(node, "pPr", "sectPr")
        if properties is not None:
            yield gathered, properties
            gathered = []
    if gathered or last is not None:
        yield gathered, last


def _is_landscape(section: "Element | None") -> bool:
    size = child(section, "pgSz")
    return number(attr(size, "w")) > number(attr(size, "h"))


def _breaks_page(section: "Element | None") -> bool:
    return (value(section, "type") or "nextPage") != "continuous"


def _running_titles(found: list[tuple[list["Element"], "Element | None"]], state: State) -> Iterator[Flow]:
    """Headers and footers, each part once, in marked blocks."""
    shown: set[str] = set()
    for _, section in found:
        for reference in children(section, "headerReference", "footerReference"):
            relationship = state.relationships.get(attr(reference, "id") or "")
            if relationship is None or relationship.external or relationship.target in shown:
                continue
            shown.add(relationship.target)
            root = state.package.xml(relationship.target)
            if root is None or not has_content(root):
                continue
            with state.within(relationship.target):
                html = inner(root, state).html
            kind = "Header" if local(reference) == "headerReference" else "Footer"
            place = _PLACES.get(attr(reference, "type") or "default", "each page")
            yield Flow(html=f'<div class="aside"><span class="mark">{kind} of {place}:</span> {html}</div>')


def _leftover_comments(state: State) -> Iterator[Flow]:
    """Comments that no place in the text refers to."""
    words = [
        f"Comment {comment.label}, {comment.author}{', ' + comment.day if comment.day else ''}: {comment.text}"
        for note_id, comment in state.comments.items()
        if note_id not in state.shown_comments
    ]
    if words:
        yield Flow(html="".join(f'<p class="mark">[{escape(text)}]</p>' for text in words))


def _note_parts(package: Package, main: str, state: State) -> None:
    """Problems about what the file carries besides its text."""
    if any(name.endswith("vbaproject.bin") for name in package.parts()):
        state.mark_once("document-active", what="macros")
    for part in (main, *(_beside(package, main))):
        if any(
            relationship.external and relationship.kind in _LINKED
            for relationship in package.relationships(part).values()
        ):
            state.mark_once("linked-content")


def _beside(package: Package, main: str) -> Iterable[str]:
    kinds = {"header", "footer", "footnotes", "endnotes", "settings"}
    return (
        found.target for found in package.relationships(main).values() if found.kind in kinds and not found.external
    )


def _saved_pages(package: Package) -> int | None:
    """The page count that the writing program noted."""
    root = package.xml("docProps/app.xml")
    noted = next((node.text for node in descendants(root, "Pages")), None) if root is not None else None
    count = number(noted)
    return count if 0 < count < _MOST_SAVED_PAGES else None
