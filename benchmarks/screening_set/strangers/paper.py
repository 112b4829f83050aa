"""Works on pages: set by the library's own typesetter, with running heads, and with covers laid over words."""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ..apart.sheet import LIBRARY  # noqa: TID252 - the set is imported by two names
from .chance import chance
from .markup import css, html_of
from .model import Block, Drawn, Later, Mark, Work
from .shots import logo

TALL: Final = (595, 842)
FLAT: Final = (842, 595)
LATER: Final = {"square", "redact", "highlight"}
FILLED: Final = {"black": (0, 0, 0), "white": (1, 1, 1), "grey": (0.55, 0.55, 0.55)}


def plain(text: str) -> str:
    """Without spaces and ligatures, so that line ends do not matter."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def set_pages(blocks: Sequence[Block], dress: int, *, wide: bool = False, loose: bool = False) -> Any:
    """The blocks on as many pages as they need; ``loose`` leaves wide margins.

    Each page is set by itself, since the typesetter paints the grounds of one page again on the next.
    """
    across, down = FLAT if wide else TALL
    side = 90 if loose else 56 + dress % 3 * 8
    frame = LIBRARY.Rect(side, 64, across - side, down - 62)
    writer = LIBRARY.DocumentWriter(raw := io.BytesIO())
    for section in _sections(blocks, wide=wide):
        rest = section
        while rest:
            many = _fitting(rest, dress, frame, wide=wide)
            device = writer.begin_page(LIBRARY.Rect(0, 0, across, down))
            story = _story(rest[:many], dress, wide=wide)
            story.place(frame)
            story.draw(device)
            writer.end_page()
            rest = rest[many:]
    writer.close()
    return LIBRARY.open("pdf", raw.getvalue())


def _sections(blocks: Sequence[Block], *, wide: bool) -> list[list[Block]]:
    """Blocks that begin on a fresh page; of slides each heading does."""
    made: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "break" or (wide and block.kind == "head"):
            made.append([])
        if block.kind != "break":
            made[-1].append(block)
    return made


def _fitting(blocks: list[Block], dress: int, frame: Any, *, wide: bool) -> int:
    """How many of the blocks go on one page, of which the last is no heading."""
    fits = [many for many in range(1, len(blocks) + 1) if not _story(blocks[:many], dress, wide=wide).place(frame)[0]]
    many = max(fits, default=0)
    if not many:
        raise ValueError(f"too long for a page: {blocks[0].text[:60]}")
    while many < len(blocks) and many > 1 and blocks[many - 1].kind in {"head", "title"}:
        many -= 1
    return many


def _story(blocks: Sequence[Block], dress: int, *, wide: bool) -> Any:
    archive = LIBRARY.Archive()
    for at, block in enumerate(blocks):
        if block.stream:
            archive.add(block.stream, f"p{at}.png")
    return LIBRARY.Story(html_of(blocks, dress), user_css=css(dress, wide=wide), archive=archive)


def draw(seed: int, number: int, work: Work, stamp: str) -> tuple[Any, Drawn]:
    """The work on its pages, with each mark on the page where it stands."""
    document = set_pages(
        work.blocks,
        work.dress,
        wide=work.genre == "slides",
        loose=len(work.passage_codes) + ("long" in work.special) > 0,
    )
    drawn = Drawn(number=number, work=work, pages=len(document))
    texts = [plain(page.get_text()) for page in document]
    for block in work.blocks:
        for mark in block.marks:
            drawn.marks += [(page, mark) for page in _pages(texts, mark, work)]
    for block in work.blocks:
        if block.kind in {"cover", "link"}:
            _laid(document, drawn, block, texts, seed)
    _running(document, work, stamp)
    everywhere = [mark for mark in work.file_marks if mark.data.get("running")]
    for mark in everywhere:
        data = {key: value for key, value in mark.data.items() if key != "running"}
        drawn.marks += [(page, Mark(key=mark.key, data=data)) for page in range(1, len(document) + 1)]
    work.file_marks = [mark for mark in work.file_marks if mark not in everywhere]
    return document, drawn


def _pages(texts: list[str], mark: Mark, work: Work) -> list[int]:
    """The pages on which the needle of the mark begins."""
    if not mark.needle:
        return [1]
    whole, needle = "".join(texts), plain(mark.needle)
    found = []
    at = whole.find(needle)
    while at >= 0:
        found.append(at)
        at = whole.find(needle, at + 1)
    if not found:
        raise ValueError(f"{work.title}: not drawn: {mark.needle}")
    ends = [sum(map(len, texts[: page + 1])) for page in range(len(texts))]
    return list(dict.fromkeys(next(page for page, end in enumerate(ends, start=1) if at < end) for at in found))


def _laid(document: Any, drawn: Drawn, block: Block, texts: list[str], seed: int) -> None:
    """Covers over words, or a link on them, on the page where the words stand."""
    text = block.hidden if block.kind == "cover" else block.text
    where = Mark(key="", data={}, needle=block.text + block.hidden if block.kind == "cover" else text)
    number = _pages(texts, where, drawn.work)[0]
    page = document[number - 1]
    boxes = page.search_for(text)
    if not boxes:
        raise ValueError(f"{drawn.work.title}: nothing to cover: {text}")
    for box in boxes:
        _cover(page, drawn, block, number, _grown(box, 1, 1), seed)
    if block.how == "removed":
        page.apply_redactions()


def _grown(box: Any, across: float, down: float) -> Any:
    return LIBRARY.Rect(box.x0 - across, box.y0 - down, box.x1 + across, box.y1 + down)


def _cover(page: Any, drawn: Drawn, block: Block, number: int, box: Any, seed: int) -> None:
    how = block.how
    if block.kind == "link":
        drawn.later.append(Later(kind=how, page=number, box=tuple(box), text=block.hidden))
    elif how == "removed":
        page.add_redact_annot(box, fill=(0, 0, 0))
    elif how in FILLED:
        page.draw_rect(box, color=FILLED[how], fill=FILLED[how], width=0)
    elif how == "image":
        page.insert_image(_grown(box, 3, 3), stream=logo(chance("logo", seed)), keep_proportion=False)
    elif how in LATER:
        drawn.later.append(Later(kind=how, page=number, box=tuple(box)))


def _running(document: Any, work: Work, stamp: str) -> None:
    """Heads, feet and stamps of all pages."""
    for number, page in enumerate(document, start=1):
        wide, tall = page.rect.width, page.rect.height
        for text, x, y in _corners(work, stamp, number, len(document)):
            size = 8.0
            shown = text.format(page=number, pages=len(document))
            if LIBRARY.get_text_length(shown, "helv", size) > wide - 70:
                raise ValueError(f"{work.title}: too long for a line: {shown}")
            left = x if x > 0 else wide + x - LIBRARY.get_text_length(shown, "helv", size)
            page.insert_text((left, y if y > 0 else tall + y), shown, fontsize=size, color=(0.25, 0.25, 0.25))


def _corners(work: Work, stamp: str, number: int, pages: int) -> Iterator[tuple[str, float, float]]:
    if stamp and number == 1:
        yield stamp, 56, 26
    if work.head:
        yield work.head, 56, 44
    if work.foot:
        yield work.foot, 56, -34
    if pages > 1 and work.dress % 2:
        yield "Page {page} of {pages}", -56, -22
