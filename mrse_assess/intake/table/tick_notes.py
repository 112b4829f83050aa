"""What the heads and rows of a matrix say besides their labels: that an item's work was simulated.

Beside a label or its title ("E3 Shoulder protocol (hypothetical case)", "6*"), or in a column or row of its own.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.table.claims import Claim
from mrse_assess.intake.table.marking import is_mark
from mrse_assess.intake.table.tick_axes import Axis, Kind, upright_lines
from mrse_assess.intake.table.tick_body import Body
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import PageLines, lines_of
from mrse_assess.intake.text.words import SIMULATED
from mrse_assess.model.pages import Word

_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SAYS_ONLY: Final = r"((?:simulated|sim|hypothetical|fictitious|mock)\b\.?(?:\s+[a-z]+){0,2})$"
_TAIL: Final = re.compile(rf"(?:\s-|[:,;])\s*{_SAYS_ONLY}", re.IGNORECASE)
_SIGN: Final = re.compile(r"([*\u2020\u2021^#]{1,3})(?=\s|$)")
_LETTER: Final = re.compile(r"\S\s?([(\[][a-z*][)\]])(?=\s|$)", re.IGNORECASE)
_LABEL_ONLY: Final = re.compile(
    rf"\W*(?:[a-z]{{1,12}}\.?\s*)?\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?\W+{_SAYS_ONLY}", re.IGNORECASE
)
_HEAD: Final = re.compile(
    r"\W*(?:is\s+it\s+|any\s+)?(?:simulated|simulation|hypothetical|sim\b\.?)(?:\s+(?:evidence|case|work|item|y/n|yes/no))?\W*(?:y\s?/\s?n\W*)?",
    re.IGNORECASE,
)
_YES: Final = frozenset({"y", "yes", "true", "s", "sim", "simulated", "h", "hypothetical"})
_BELOW: Final = 40.0  # points below the last row in which such a row may stand
_ABOVE: Final = 14.0  # points above the heads in which the head of a column beside them may begin


class Noted(NamedTuple):
    """The items, and the sub-categories, whose head or row says that the work was simulated."""

    items: frozenset[str]
    codes: frozenset[str]

    def added_to(self, claim: Claim) -> Claim:
        """The claim, with the note where it is of one of these."""
        if claim.reference.evidence_id not in self.items and claim.sub_category not in self.codes:
            return claim
        notes = tuple(dict.fromkeys((*claim.reference.notes, SIMULATED)))
        return claim._replace(reference=replace(claim.reference, notes=notes))


def says_note(text: str, marks: Collection[str]) -> bool:
    """Whether the words of a head say so: in brackets, behind the label or the title, or by a mark of the legend."""
    flat = " ".join(plain(text).split())
    behind = [match.group(1) for each in (_TAIL, _LABEL_ONLY) if (match := each.search(flat))]
    if any(map(says_simulated, [*_BRACKETS.findall(flat), *behind])):
        return True
    return any(match.group(1).lower() in marks for each in (_SIGN, _LETTER) for match in each.finditer(flat))


def heads_kinds(text: str) -> bool:
    """Whether a head is that of a column which says of each item whether its work was simulated."""
    return _HEAD.fullmatch(" ".join(plain(text).split())) is not None


def says_yes(text: str) -> bool:
    """Whether a cell of such a column says that it was."""
    low = " ".join(plain(text).lower().split()).strip(".")
    return bool(low) and (low in _YES or is_mark(low) or says_simulated(low))


def noted_in(page: PageLines, level: PageLines, axes: tuple[Axis, Axis], body: Body, marks: Collection[str]) -> Noted:
    """What the heads across and the rows of a matrix on a page say; ``level`` is the page without upright words."""
    across, down = axes
    over = _over(page, level, across, body)
    beside = _beside(level, down, body)
    said = {
        across.kind: {name for name, text in zip(across.names, over, strict=True) if says_note(text, marks)},
        down.kind: {name for name, text in zip(down.names, beside, strict=True) if says_note(text, marks)},
    }
    if down.kind is Kind.ITEMS:
        said[Kind.ITEMS] |= set(_by_column(level, across, down, body))
    elif across.kind is Kind.ITEMS:
        said[Kind.ITEMS] |= set(_by_row(level, across, body))
    return Noted(frozenset(said.get(Kind.ITEMS, ())), frozenset(said.get(Kind.CODES, ())))


def _over(page: PageLines, level: PageLines, across: Axis, body: Body) -> Iterator[str]:
    """The words over each column, upright or level, down to the first row."""
    words = [*(word for line in level.lines for word in line.words), *(word for _, word in upright_lines(page))]
    top, low = across.top - 2, max(body.bounds[0], across.bottom) + 1
    inside = [word for word in words if top <= (word.y0 + word.y1) / 2 <= low]
    for left, right in zip(body.edges, body.edges[1:], strict=False):
        yield _text(word for word in inside if left <= (word.x0 + word.x1) / 2 < right)


def _beside(level: PageLines, down: Axis, body: Body) -> Iterator[str]:
    """The words of each row on the side on which its label stands."""
    left, right = body.edges[0], body.edges[-1]
    leads = down.entries[0].x0 < left
    words = [word for line in level.lines for word in line.words]
    words = [word for word in words if (word.x1 <= left + 2 if leads else word.x0 >= right - 2)]
    for top, low in zip(body.bounds, body.bounds[1:], strict=False):
        yield _text(word for word in words if top <= (word.y0 + word.y1) / 2 < low)


def _by_column(level: PageLines, across: Axis, down: Axis, body: Body) -> Iterator[str]:
    """The items for which a column beside the matrix, headed so, says that the work was simulated."""
    heads = [
        word
        for line in level.lines
        for word in line.words
        if across.top - _ABOVE <= word.y0 and word.y1 <= body.bounds[0] + 1 and heads_kinds(word.text)
        if word.x1 <= body.edges[0] + 1 or word.x0 >= body.edges[-1] - 1
    ]
    if len(heads) != 1:
        return
    head = heads[0]
    words = [word for line in level.lines for word in line.words if word.x0 < head.x1 and head.x0 < word.x1]
    for name, top, low in zip(down.names, body.bounds, body.bounds[1:], strict=False):
        if says_yes(_text(word for word in words if top <= (word.y0 + word.y1) / 2 < low)):
            yield name


def _by_row(level: PageLines, across: Axis, body: Body) -> Iterator[str]:
    """The items for which a row below the matrix, headed so, says that the work was simulated."""
    for line in level.lines:
        head = _text(word for word in line.words if word.x1 <= body.edges[0] + 2)
        if body.bottom - 2 <= line.y0 <= body.bottom + _BELOW and heads_kinds(head):
            for name, left, right in zip(across.names, body.edges, body.edges[1:], strict=False):
                if says_yes(_text(word for word in line.words if left <= (word.x0 + word.x1) / 2 < right)):
                    yield name


def _text(words: Iterator[Word]) -> str:
    here: Sequence[Word] = tuple(words)
    return " ".join(line.text for line in lines_of(here)) if here else ""
