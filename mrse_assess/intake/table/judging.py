"""How well a grid reads as the Experience Cross Reference Table: judged by what it does, not by its name.

It names the scheme's codes in order, one a row, with items or "nothing" beside them. The guidance's own table names the
codes and no items; a contents list has a row for each item; evidence full of numbered clauses has codes that the scheme
does not know.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.candidates import TABLE_HEADING, Candidate
from mrse_assess.intake.grids.grid import Grid
from mrse_assess.intake.grids.variants import variants
from mrse_assess.intake.table.claims import Claim, RowReading, read_rows
from mrse_assess.intake.table.faults import broken, buried, falling, shared, typed
from mrse_assess.intake.table.interpretation import Interpretation, interpret, lists_codes
from mrse_assess.intake.table.roles import may_be_letter
from mrse_assess.intake.table.shapes import shapes
from mrse_assess.intake.text.labels import id_key, read_label
from mrse_assess.intake.text.part_headings import heads_a_list, names_list

_PER_CLAIM: Final = 1.5
_PER_GUESS: Final = 0.3  # a row whose items are numbers among words
_PER_BLANK: Final = 0.8
_PER_FOREIGN: Final = 1.5
_PER_UNREAD: Final = 0.7
_DISORDER: Final = 4.0
_LISTED: Final = -5.0  # under the heading of a contents list
_LEAST_LISTED: Final = 3
_MOSTLY: Final = 0.8
_FEW_WORDS: Final = 6
_PAGE_WORDS: Final = 2
_PER_BURIED: Final = 1.0
_PER_FALLING: Final = 0.3
_PER_BROKEN: Final = 0.4
_PER_SHARED: Final = 1.5
_PER_TYPED: Final = 0.2
_LIKELY: Final = 7  # codes for which a grid without a heading is read otherwise too
_PROSE: Final = 8  # rows of words for each that claims something
_CLOSE: Final = 0.9  # share of the best shape's score from which another is a rival


class Judged(NamedTuple):
    """A grid read as rows of claims, with what speaks for it. ``headed``: words above or in it name the table.

    ``clean``: nothing in it speaks for other cells. ``rivalled``: another shape of the same grid says otherwise and
    scores nearly as much.
    """

    table: Interpretation
    rows: tuple[RowReading, ...]
    score: float
    headed: bool
    candidate: Candidate
    rivalled: bool = False
    clean: bool = False

    @property
    def half(self) -> bool:
        """Whether it stands beside another part on its page."""
        return self.candidate.half

    @property
    def claimed(self) -> frozenset[str]:
        """The codes for which a row claims something."""
        return frozenset(row.code for row in self.rows if row.claims)

    @property
    def sure(self) -> frozenset[str]:
        """The codes for which a row claims an item that is named as such, not a number among words."""
        return frozenset(row.code for row in self.rows if any(map(_is_sure, row.claims)))

    @property
    def offered(self) -> frozenset[str]:
        """The codes that have a row which claims something or says that it does not."""
        return self.claimed | {row.code for row in self.rows if row.blank}

    def places(self, codes: Sequence[str]) -> tuple[int, int]:
        """The first and the last of its codes, as places in the scheme's order."""
        found = [codes.index(row.code) for row in self.rows]
        return min(found), max(found)


def judge(candidate: Candidate, codes: Sequence[str], known: Known) -> Judged | None:
    """The best reading of a candidate over the shapes it may have; None when it has no row with a code.

    Where the grid as it stands leaves doubts, its words are cut into cells otherwise as well.
    """
    found = _readings(candidate.grid, candidate, codes, known)
    likely = any(map(_is_likely, found)) or (not found and TABLE_HEADING.search(candidate.heading))
    first = max(found, key=lambda judged: judged.score, default=None)
    if likely and (first is None or not first.clean):
        found.extend(
            judged for grid in variants(candidate.regions) for judged in _readings(grid, candidate, codes, known)
        )
    best = max(found, key=_says, default=None)
    if best is None:
        return None
    said = _cells(best)
    return best._replace(rivalled=any(each.score >= _CLOSE * best.score and _cells(each) != said for each in found))


def _says(judged: Judged) -> tuple[bool, float]:
    """The order of readings of one place: one in which every row is empty comes after one that names items as such."""
    return bool(judged.sure) and judged.score > 0, judged.score


def _readings(grid: Grid, candidate: Candidate, codes: Sequence[str], known: Known) -> list[Judged]:
    shaped = (_judge(each, candidate, codes, known) for each in shapes(grid, codes))
    return [judged for judged in shaped if judged is not None]


def _is_likely(judged: Judged) -> bool:
    """Whether it is worth the while to read a grid otherwise too: work further on is full of numbered headings."""
    return judged.headed or (len({row.code for row in judged.rows}) >= _LIKELY and not _is_prose(judged.rows))


def counts_items(table: Interpretation) -> bool:
    """Whether the items stand before the codes and count up, each once: a list of items, not of sub-categories."""
    if not table.roles.references or min(table.roles.references) > table.roles.code:
        return False
    texts = [row.cells[place].text.strip() for row in table.grid.rows for place in table.roles.references]
    texts = [text for text in texts if text and text not in set(table.headers)]  # a header repeated on each page
    labels = [label for text in texts if (label := read_label(text, bare=True)) and not label.rest]
    keys = [id_key(label.id) for label in labels]
    rising = sum(first < second for first, second in pairwise(keys))
    return len(labels) >= max(_LEAST_LISTED, _MOSTLY * len(texts)) and rising >= _MOSTLY * (len(keys) - 1)


def order(rows: Sequence[RowReading], codes: Sequence[str]) -> float:
    """The share of neighbouring rows whose codes do not go back, 0 to 1."""
    places = [codes.index(row.code) for row in rows]
    pairs = list(pairwise(places))
    return sum(first <= second for first, second in pairs) / len(pairs) if pairs else 1.0


def _judge(grid: Grid, candidate: Candidate, codes: Sequence[str], known: Known) -> Judged | None:
    table = interpret(grid, codes, known)
    if table is None or not table.rows:
        return None
    rows = read_rows(table, known)
    own_text = " ".join(cell.text for row in grid.rows[:2] for cell in row.cells) + " ".join(table.headers)
    headed = bool(TABLE_HEADING.search(candidate.heading) or TABLE_HEADING.search(own_text))
    if not headed and _is_prose(rows):  # no more is asked of it, which takes as long again
        return Judged(table, rows, _score(table, rows, codes), headed, candidate)
    if lists_codes(table, codes):
        return None
    above = candidate.heading.splitlines()
    listed = any(map(names_list, above)) and not TABLE_HEADING.search(candidate.heading)
    may_be_listed = listed or any(map(heads_a_list, above))
    if may_be_listed and not TABLE_HEADING.search(candidate.heading) and counts_items(table):
        return None
    faults = _PER_BURIED * buried(table, rows, codes) + _PER_FALLING * falling(rows) + _PER_SHARED * len(shared(rows))
    faults += _PER_TYPED * typed(table) + _PER_BROKEN * broken(table)
    score = _score(table, rows, codes) - faults + (_LISTED if listed else 0.0)
    return Judged(table, rows, score, headed, candidate, clean=not faults and _is_clean(table, rows))


def _is_prose(rows: Sequence[RowReading]) -> bool:
    """Whether hardly a row claims anything and most say what is no reference: numbered clauses of some evidence."""
    claiming, unread = sum(bool(row.claims) for row in rows), sum(bool(row.unread) for row in rows)
    return _PROSE * claiming <= unread and 2 * unread > len(rows)


def _is_clean(table: Interpretation, rows: Sequence[RowReading]) -> bool:
    """Whether every row names items as such or claims nothing, and no words run from cell to cell."""
    named = all(row.blank or (row.claims and all(map(_is_sure, row.claims))) for row in rows)
    return named and not table.foreign and not any(row.flows for row in table.rows)


def _score(table: Interpretation, rows: Sequence[RowReading], codes: Sequence[str]) -> float:
    claimed = {row.code for row in rows if row.claims}
    sure = {row.code for row in rows if any(map(_is_sure, row.claims))}
    blank = {row.code for row in rows if row.blank} - claimed
    letters = {row.code for row in rows if table.roles.references and may_be_letter(row.unread)} - claimed
    unread = sum(bool(row.unread) and row.code not in letters for row in rows)
    score = _PER_CLAIM * len(sure) + _PER_GUESS * len((claimed | letters) - sure) + _PER_BLANK * len(blank)
    score -= _PER_FOREIGN * table.foreign + _PER_UNREAD * unread
    return score + _DISORDER * (order(rows, codes) - 1.0)


def _cells(judged: Judged) -> frozenset[tuple[str, str]]:
    return frozenset((row.code, claim.reference.evidence_id) for row in judged.rows for claim in row.claims)


def _is_sure(claim: Claim) -> bool:
    """Whether an item is named as such: with a word before it, or as a number that is not one among many words.

    Pages without an item count where hardly a word stands beside them.
    """
    words = re.findall(r"[A-Za-z]{3,}", claim.text)
    if not claim.reference.evidence_id:
        return len(words) <= _PAGE_WORDS
    return Sign.AFTER_WORDS not in claim.reference.signs and (claim.reference.labelled or len(words) <= _FEW_WORDS)
