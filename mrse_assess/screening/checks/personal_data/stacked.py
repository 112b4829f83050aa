"""Names and numbers broken over the lines of a narrow cell: "PADBURY," above "Elowen" above "K4829573"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import HOSPITAL
from mrse_assess.screening.checks.personal_data.numbers import NHS, TEN, is_made_up, may_be_issued, passes
from mrse_assess.screening.checks.personal_data.people import NAME, SURNAME_FIRST, is_person

_PATIENT: Final = re.compile(
    rf"(?P<name>{SURNAME_FIRST})(?:[,;:]?[ (]{{1,2}}(?P<number>[A-Z]{{1,3}}\d{{6,8}}[A-Z]?|\d{{7,8}})(?!\w))?"
)
_MOST_CELLS: Final = 300  # of one page
_DEEPEST: Final = 4  # lines of one cell
_ALIGNED: Final = 2.0  # points between the left edges of lines of one cell
_APART: Final = 1.5  # heights of a line from one to the next of the same cell
_AS_BEFORE: Final = 1.2  # of the distance of the lines before: a row is set off by more


class Stack(NamedTuple):
    """The lines of a cell read as one: its words, where its first line stands in the page's text, and its left edge."""

    text: str
    start: int
    end: int
    left: float


def stacked(sheet: Sheet) -> Iterator[Hit]:
    """Patients in lists whose cells are too narrow for them; a name alone where its column has names with numbers."""
    stacks = [*islice(_stacks(sheet), _MOST_CELLS)]
    for stack in stacks:
        ten = TEN.fullmatch(stack.text)
        digits = "".join(ten.group(1, 3, 5)) if ten else ""
        if digits and passes(digits) and may_be_issued(digits):
            yield Hit(NHS, stack.start, stack.end, likely=False)
    named = [(stack, match) for stack in stacks if (match := _patient(sheet, stack))]
    columns = [stack.left for stack, match in named if match["number"]]
    for stack, match in named:
        if match["number"]:
            yield Hit(HOSPITAL, stack.start, stack.end, likely=True)
        if match["number"] or any(abs(stack.left - left) <= _ALIGNED for left in columns):
            yield Hit(NAME, stack.start, stack.end, likely=match["number"] is not None)


def _patient(sheet: Sheet, stack: Stack) -> re.Match[str] | None:
    """The name in the form of lists with which the cell begins, and the number behind it if there is one."""
    match = _PATIENT.match(stack.text)
    if match is None or not is_person(match["name"], sheet.lists["no_names"], sheet.known):
        return None
    made_up = match["number"] and is_made_up(re.sub(r"\D", "", match["number"]))
    return None if made_up or sheet.has("nobody", stack.start, stack.end) else match


def _stacks(sheet: Sheet) -> Iterator[Stack]:
    """Every cell of a row with others, with the lines that stand right under its first; those of one line too."""
    rows = sheet.rows
    for line in range(len(rows.lines)):
        cells = rows.cells(line)
        start = rows.start_of(line)
        for cell in cells if len(cells) > 1 else ():
            text = " ".join(word.text for word in cell)
            below = _below(sheet, line, cell[0].x0)
            yield Stack(" ".join([text, *below]), start, start + len(text), cell[0].x0)
            start += len(text) + 1


def _below(sheet: Sheet, line: int, left: float) -> Iterator[str]:
    """The lines of the same cell below its first, top to bottom."""
    rows = sheet.rows
    above, usual = rows.lines[line], float("inf")
    for number in range(line + 1, min(line + _DEEPEST, len(rows.lines))):
        lower = rows.lines[number]
        step = lower.y0 - above.y0
        if step > min(_APART * (above.y1 - above.y0), _AS_BEFORE * usual):
            return
        cell = next((each for each in rows.cells(number) if abs(each[0].x0 - left) <= _ALIGNED), None)
        if cell is None:
            continue
        yield " ".join(word.text for word in cell)
        above, usual = lower, step
