"""Which column of a grid holds what: the codes, the major categories, the references, pages, "simulated", comments."""

import re
from collections.abc import Sequence
from statistics import mean
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import CellReading, Known, Reference, read_cell
from mrse_assess.intake.grids.grid import Grid, Row
from mrse_assess.intake.table.kinds import kinds_among
from mrse_assess.intake.text.codes import read_code

_EVIDENCE_HEAD: Final = re.compile(
    r"evidence|item|document|appendix|exhibit|attachment|\bref|file|annex", re.IGNORECASE
)
_PAGE_HEAD: Final = re.compile(r"\bpages?\b|\bpp?\b\.?|\bpgs?\b", re.IGNORECASE)
_OTHER_HEAD: Final = re.compile(
    r"categor|comment|note|title|descri|guidance|requirement|specific|section|part|where|simulat|detail|date",
    re.IGNORECASE,
)
_COUNT_HEAD: Final = re.compile(
    r"\b(?:number|no\.?|count|how many|total|quantity|qty)\s+of\s+(?:\w+\s+){0,2}?(?:items|documents|pieces|appendices"
    r"|exhibits|attachments|files|annexes|references)\b|^(?:total|count|qty)\b",
    re.IGNORECASE,
)
_RATING_HEAD: Final = re.compile(
    r"\b(?:confidence|confident|scores?|ratings?|rated|rank(?:ing)?|self[- ]?assess\w*|levels?|grades?|marks?|priority"
    r"|weight(?:ing)?|frequency|likelihood|severity|proficiency|competence|skills?|years|months|hours|days"
    r"|how (?:sure|often|well|long|much))\b|\b[01]\s?(?:to|-|\u2013)\s?(?:[3-9]|10)\b|\bout of (?:[3-9]|10)\b",
    re.IGNORECASE,
)
"""Heads of columns in which a number is no item: what somebody thinks of themselves, how long, how often."""

_SIMULATED_HEAD: Final = re.compile(r"simulat|hypothetic|\bsim\b", re.IGNORECASE)
_SIMULATED_ONLY: Final = re.compile(r"\W*(?:simulated|hypothetical|fictitious)\b", re.IGNORECASE)
_WORDED: Final = re.compile(r"\b(?!(?:pages?|pgs?|pp|and|to)\b)[a-z]{2,}|\A\D*\Z", re.IGNORECASE)
_PLACED: Final = re.compile(
    r"\W*(?:(?:pp?|pgs?|pages?|ss?|sect?s?|sections?|sub-?sections?|para(?:graph)?s?|slides?|tables?|tbl|fig(?:ure)?s?"
    r"|rows?|steps?|min(?:ute)?s?|agenda|heading|headed|under|chapters?|ch|parts?|boxe?s?|lines?|bullets?|appendix|annexe?"
    r"|sheet|clauses?|cl|points?|questions?|e-?mails?|entry|all|whole|entire|throughout|complete|full|first|last|end|start"
    r")\b|\d|[\"\u201c\u201d\u2018'\u00a7\u00b6])",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[(\[]?[A-Z][)\]]?(?![\w'])(?!\s+[a-z]{2})")
_LEAST_LETTERS: Final = 4  # different ones in a column
_SOME: Final = 0.15
_COUNTED: Final = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|[a-d]|other|another|further|additional)\b|[^\w\s]"
)
_MOSTLY: Final = 0.8
_OFTEN: Final = 0.5
_ALL_BUT: Final = 0.9
_HARDLY: Final = 0.1
_BY_TITLES: Final = frozenset({Sign.TITLED, Sign.BY_TITLE})
_TITLES: Final = 0.1  # score of a column of titles
_OUTSIDE_HEAD: Final = re.compile(
    r"^\W*(?:version|issue|revision|rev)\b|\b(?:mhra|guidance|guidelines?|standards?|regulations?|legislation|ipem|iso|iec|bs|clause|syllabus|competenc\w+)\b",
    re.IGNORECASE,
)


_REMARKS_HEAD: Final = re.compile(r"comment|note|remark|simulat|where|part of|location", re.IGNORECASE)


class Column(NamedTuple):
    """How a column's cells read, over the rows that bear a code: shares of the cells that are not empty."""

    place: int
    header: str
    filled: int
    labelled: float
    bare: float
    titled: float  # cells that say an item's title only
    words: float  # words not understood, for each cell
    numeric: float  # cells that hold nothing but numbers and words of pages
    lettered: float  # cells that begin with a capital alone, which may be an item's letter
    different: float  # different texts, as a share of the cells
    placed: float = 0.0  # cells of which each line begins with a place in an item


class Roles(NamedTuple):
    """Which columns hold what. ``category`` is None when there is no column of major categories.

    ``paired``: for each column of references the column of its own pages, or None; () where one column of pages serves
    all. ``rated``: columns of marks on a scale.
    """

    code: int
    category: int | None
    references: tuple[int, ...]
    pages: int | None
    simulated: int | None
    comments: tuple[int, ...]
    paired: tuple[int | None, ...] = ()
    rated: tuple[int, ...] = ()


def code_column(grid: Grid, codes: Sequence[str]) -> int | None:
    """The column with most codes of the scheme, the first of several; None when no cell begins with one."""
    width = len(grid.rows[0].cells) if grid.rows else 0
    counts = []
    for index in range(width):
        found = {code.code for row in grid.rows if (code := read_code(row.cells[index].text, codes)) and code.code}
        counts.append((len(found), -index))
    best = max(counts, default=(0, 0))
    return -best[1] if best[0] else None


def category_column(grid: Grid, codes: Sequence[str], of_codes: int) -> int | None:
    """A column of major categories that agrees with the codes of its rows."""
    for index in range(len(grid.rows[0].cells)):
        if index == of_codes:
            continue
        pairs = [
            (read_code(row.cells[index].text, codes), code.code)
            for row in grid.rows
            if row.cells[index].text.strip()
            and (code := read_code(row.cells[of_codes].text, codes)) is not None
            and code.code
        ]
        agree = sum(bool(found and found.category == code.partition(".")[0]) for found, code in pairs)
        if len(pairs) > 1 and agree >= _MOSTLY * len(pairs):
            return index
    return None


def find_roles(
    coded: Sequence[Row], headers: Sequence[str], of_codes: int, of_categories: int | None, known: Known
) -> Roles:
    """What each column holds, judged by how its cells read and by its header."""
    counts = {index for index, header in enumerate(headers) if _COUNT_HEAD.search(header)}
    others = [index for index in range(len(headers)) if index not in {of_codes, of_categories, *counts}]
    stats = [_column(index, headers[index], coded, known) for index in others]
    named = _reference_columns(stats)
    references = tuple(each for each in named if not _tells_where(each, named, coded, known))
    rest = [column for column in stats if column.place not in references]
    headed = next((column.place for column in rest if _SIMULATED_HEAD.search(column.header)), None)
    simulated = headed if headed is not None else kinds_among([each.place for each in rest], headers, coded, known)
    if simulated is None and len(references) > 1:  # "Real evidence" beside "Simulated evidence"
        simulated = next((each for each in references if _SIMULATED_ONLY.match(headers[each])), None)
    pages = next((each.place for each in rest if each.place in named or _is_page_column(each)), None)
    paired = _own_pages(references, [column.place for column in rest if _is_page_column(column)])
    said = {column.place for column in rest if not _is_of_others(column)}
    rated = tuple(column.place for column in rest if _is_rated(column))
    comments = tuple(place for place in sorted(said) if place not in {pages, simulated, *paired, *rated})
    return Roles(of_codes, of_categories, references, pages, simulated, comments, paired, rated)


def _tells_where(place: int, columns: Sequence[int], coded: Sequence[Row], known: Known) -> bool:
    """Whether a column names only items that another one names in the same row, each with its place: "E4: p 3".

    Places without a name may stand in it too.
    """
    again = 0
    for row in coded if len(columns) > 1 else ():
        if not row.cells[place].text.strip():
            continue
        cell = read_cell(row.cells[place].text, known)
        others = {
            each.evidence_id
            for other in columns
            if other != place
            for each in read_cell(row.cells[other].text, known).references
        }
        if any(each.evidence_id not in others or not _is_hinted(each) for each in cell.references):
            return False
        told = cell.references or cell.blank or cell.loose_pages or cell.loose_sections
        if not (told or _is_placed(row.cells[place].text)):
            return False
        again += bool(cell.references)
    return again > 1


def _is_hinted(reference: Reference) -> bool:
    return bool(reference.page_hint or reference.section_hint)


def _is_of_others(column: Column) -> bool:
    """Whether the column cites guidelines and standards, whose sections are not those of an item."""
    return bool(_OUTSIDE_HEAD.search(column.header)) and not _REMARKS_HEAD.search(column.header)


def _own_pages(references: Sequence[int], pages: Sequence[int]) -> tuple[int | None, ...]:
    """The column of pages that follows each column of references; () where no more than one does."""
    ends = (*references[1:], max((*references, *pages), default=0) + 1)
    found = [
        next((page for page in pages if first < page < end), None) for first, end in zip(references, ends, strict=False)
    ]
    return tuple(found) if sum(page is not None for page in found) > 1 else ()


def _column(index: int, header: str, coded: Sequence[Row], known: Known) -> Column:
    texts = [row.cells[index].text for row in coded if row.cells[index].text.strip()]
    cells = [cell for cell in (read_cell(text, known) for text in texts) if not cell.blank]
    if not cells:
        return Column(index, header, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    return Column(
        index,
        header,
        len(cells),
        labelled=mean(map(_is_labelled, cells)),
        bare=mean(bool(cell.references) and not (_is_labelled(cell) or _is_titled(cell)) for cell in cells),
        titled=mean(_is_titled(cell) for cell in cells),
        words=mean(len(cell.leftover) for cell in cells),
        numeric=mean(not _WORDED.search(text) for text in texts),
        lettered=_lettered(texts),
        different=len(set(texts)) / len(texts),
        placed=mean(map(_is_placed, texts)),
    )


def _is_placed(text: str) -> bool:
    """Whether a cell says where in an item: each of its lines begins with a page, a section, a heading or "all"."""
    return all(_PLACED.match(line) for line in re.split(r"\n+|;\s", text.strip())) and not says_simulated(text)


def _lettered(texts: Sequence[str]) -> float:
    """The share of cells that begin with a capital alone; 0 where these are few letters, as of grades or answers."""
    letters = [text.strip()[:1] for text in texts if may_be_letter(text)]
    return len(letters) / len(texts) if len(set(letters)) >= _LEAST_LETTERS else 0.0


def may_be_letter(text: str) -> bool:
    """Whether a cell begins with a capital alone, which names an item if one has that letter."""
    return bool(_LETTER.match(text.strip()))


def _is_labelled(cell: CellReading) -> bool:
    return any(each.labelled and not each.signs & _BY_TITLES for each in cell.references)


def _is_titled(cell: CellReading) -> bool:
    return bool(cell.references) and all(each.signs & _BY_TITLES for each in cell.references)


def _reference_columns(stats: Sequence[Column]) -> tuple[int, ...]:
    """The columns that name items: labelled ones and those headed so; else the best of the bare ones."""
    scored = [(_reference_score(column), column) for column in stats if column.filled]
    good = [(score, column) for score, column in scored if score > 0]
    if not good:
        return ()
    best, first = max(good, key=lambda pair: (pair[0], -pair[1].place))
    alike = [column for _, column in good if _stem(column.header) == _stem(first.header) and _names_some(column)]
    if len(alike) > 1 and _stem(first.header):
        return tuple(sorted(column.place for column in alike))
    also = [
        column.place
        for score, column in good
        if column is not first
        and score >= 0.6 * best
        and (_EVIDENCE_HEAD.search(column.header) or _holds_labels_only(column))
        and not _is_page_column(column)
        and not _cites_outside(column)
        and column.titled <= column.labelled + column.bare
    ]
    return tuple(sorted([first.place, *also]))


def _stem(header: str) -> str:
    """A column's head without what tells it from others of its kind: "item" of "1st item" and "Item 2"."""
    return " ".join(_COUNTED.sub(" ", header.lower()).split()) if _EVIDENCE_HEAD.search(header) else ""


def _names_some(column: Column) -> bool:
    return column.labelled + column.bare >= _OFTEN and not _PAGE_HEAD.search(column.header)


def _holds_labels_only(column: Column) -> bool:
    """Whether a column, whatever stands above it, holds items named as such and no word besides."""
    return column.labelled >= _ALL_BUT and column.words <= _HARDLY and not _OTHER_HEAD.search(column.header)


def _cites_outside(column: Column) -> bool:
    """Whether a column of bare numbers names clauses of guidance or law, which are no items."""
    return column.labelled < _OFTEN and bool(_OUTSIDE_HEAD.search(column.header))


def _reference_score(column: Column) -> float:
    if column.labelled + column.bare <= _SOME < column.lettered and _EVIDENCE_HEAD.search(column.header):
        return column.lettered
    if column.labelled + column.bare <= _SOME:  # titles alone: any other column that names items is better
        return _TITLES if column.titled > _SOME else 0.0
    score = 3.0 * column.labelled + 1.5 * column.bare - 0.15 * min(column.words, 10.0)
    score += 1.5 if _EVIDENCE_HEAD.search(column.header) else 0.0
    score -= 3.0 if _PAGE_HEAD.search(column.header) and not _EVIDENCE_HEAD.search(column.header) else 0.0
    score -= 1.0 if _OTHER_HEAD.search(column.header) and not _EVIDENCE_HEAD.search(column.header) else 0.0
    return 0.0 if _is_rated(column) else score


def _is_rated(column: Column) -> bool:
    """Whether the bare numbers of a column are marks on a scale and no items: "Confidence (1 to 5)"."""
    is_scale = column.labelled < _OFTEN and _RATING_HEAD.search(column.header) is not None
    return is_scale and not _EVIDENCE_HEAD.search(column.header)


def _is_page_column(column: Column) -> bool:
    if _PAGE_HEAD.search(column.header):  # "Item (page)" is a column of items
        return column.labelled < _OFTEN or not _EVIDENCE_HEAD.search(column.header)
    if _SIMULATED_HEAD.search(column.header) or column.labelled > _HARDLY or _cites_outside(column):
        return False
    return column.placed >= _MOSTLY or (not column.header and column.numeric > _MOSTLY)
