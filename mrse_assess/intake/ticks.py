"""Tables of ticks: sub-categories across and items down, where a mark claims."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.claims import Claim, RowReading
from mrse_assess.intake.codes import read_code
from mrse_assess.intake.labels import Label, read_label
from mrse_assess.intake.lines import FileLines, Line, PageLines, segments
from mrse_assess.intake.marking import is_empty, is_mark
from mrse_assess.intake.references import Reference
from mrse_assess.intake.rulings import horizontals
from mrse_assess.model.pages import Word
from mrse_assess.model.places import Locator

_LEAST_CODES: Final = 6
_CONFIDENCE: Final = 0.93


class TickTable(NamedTuple):
    """Where a table of ticks stands and what it claims, a row for each sub-category that has a mark."""

    file: str
    pages: tuple[int, ...]
    rows: tuple[RowReading, ...]
    end: tuple[int, float]


class _Head(NamedTuple):
    centres: tuple[tuple[str, float], ...]
    pitch: float
    bottom: float


class _Labelled(NamedTuple):
    label: Label
    text: str
    line: Line


def find_ticks(file: FileLines, codes: Sequence[str]) -> Iterator[TickTable]:
    """Every table of ticks of the file; one goes on over pages as long as labels and marks do."""
    number = 1
    while number <= len(file.pages):
        head = _head(file.page(number), codes)
        if head is None:
            number += 1
            continue
        pages: list[int] = []
        claims: list[Claim] = []
        bottom = head.bottom
        while number <= len(file.pages):
            page = file.page(number)
            here = _head(page, codes) or (head._replace(bottom=0.0) if pages else head)
            found, low = _page_claims(page, here)
            if not found:
                break
            pages.append(number)
            claims.extend(found)
            head, bottom = here, low
            number += 1
        if claims:
            yield TickTable(file.file, tuple(pages), _by_code(claims, codes), (pages[-1], bottom))
        else:
            number += 1


def _head(page: PageLines, codes: Sequence[str]) -> _Head | None:
    """The line in which the codes stand side by side, in the scheme's order."""
    for line in page.lines:
        found = [
            (code.code, (word.x0 + word.x1) / 2)
            for word in line.words
            if (code := read_code(word.text, codes)) and code.code
        ]
        places = [codes.index(code) for code, _ in found]
        if len(set(places)) >= _LEAST_CODES and places == sorted(set(places)):
            centres = [at for _, at in found]
            pitch = min(second - first for first, second in pairwise(centres))
            return _Head(tuple(found), pitch, line.y1)
    return None


def _page_claims(page: PageLines, head: _Head) -> tuple[list[Claim], float]:
    below = [line for line in page.lines if line.y0 >= head.bottom - 1]
    labelled = [row for line in below if (row := _labelled(line, head)) is not None]
    if not labelled:
        return [], 0.0
    claims = []
    bottom = head.bottom
    rules = [stroke.at for stroke in horizontals(page.page.rulings)]
    for line in below:
        for word in line.words:
            code = _code_at(word, head)
            if code is None or not is_mark(word.text):
                continue
            row = _row_of(word, labelled, rules)
            if row is not None:
                claims.append(_claim(page, code, row, word))
                bottom = max(bottom, word.y1)
    return claims, max(bottom, labelled[-1].line.y1)


def _labelled(line: Line, head: _Head) -> _Labelled | None:
    left = head.centres[0][1] - head.pitch / 2
    right = head.centres[-1][1] + head.pitch / 2
    if not all(is_mark(word.text) or is_empty(word.text) for word in line.words if left < word.x0 < right):
        return None
    for words in segments(line):
        text = " ".join(word.text for word in words)
        label = read_label(text, bare=True)
        if label is not None and words[0].x0 < left:
            return _Labelled(label, text, line)
    return None


def _code_at(word: Word, head: _Head) -> str | None:
    middle = (word.x0 + word.x1) / 2
    code, at = min(head.centres, key=lambda centre: abs(centre[1] - middle))
    return code if abs(at - middle) <= head.pitch / 2 else None


def _row_of(word: Word, labelled: Sequence[_Labelled], rules: Collection[float]) -> _Labelled | None:
    """The item in whose row the mark stands: the nearest without a ruling between the two."""
    middle = (word.y0 + word.y1) / 2

    def between(row: _Labelled) -> tuple[int, float]:
        other = (row.line.y0 + row.line.y1) / 2
        low, high = min(middle, other), max(middle, other)
        return sum(low < at < high for at in rules), high - low

    return min(labelled, key=between, default=None)


def _claim(page: PageLines, code: str, row: _Labelled, word: Word) -> Claim:
    reference = Reference(evidence_id=row.label.id, confidence=_CONFIDENCE, labelled=bool(row.label.word))
    return Claim(
        code,
        reference,
        f"{row.label.written}: {word.text}",
        Locator(file=page.file, page=page.number, box=(word.x0, word.y0, word.x1, word.y1)),
    )


def _by_code(claims: Sequence[Claim], codes: Sequence[str]) -> tuple[RowReading, ...]:
    rows = []
    for code in codes:
        here = tuple({claim.reference.evidence_id: claim for claim in claims if claim.sub_category == code}.values())
        if here:
            rows.append(RowReading(code, here, blank=False, above=False, codes=(), unread="", place=here[0].place))
    return tuple(rows)
