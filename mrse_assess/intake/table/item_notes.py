"""What a row of a table by item says of its work: that it, or a part of it, was simulated."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.grids.grid import Row
from mrse_assess.intake.table.item_roles import Columns
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.table.listed_said import Said
from mrse_assess.intake.text.labels import Label, plain
from mrse_assess.intake.text.lines import flat

_NOTED: Final = re.compile(
    r"\W*(?:simulated|hypothetical|fictitious|sim)(?:\s+(?:evidence|case|scenario|exercise|work|item))?\W*",
    re.IGNORECASE,
)
"""What stands behind an item's label and is no title: "E4 - simulated"."""

_YES: Final = frozenset({"y", "yes", "true", "x", "\u2713", "\u2714", "simulated", "sim", "s"})
_REMARKS_HEAD: Final = re.compile(r"\b(?:comment\w*|remarks?|notes?)\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_MARK: Final = re.compile(r"(\*{1,3}|[\u2020\u2021^#]|[(\[][A-Za-z*][)\]])\s*$")
_SIGNS: Final = re.compile(r"[*\u2020\u2021^#]+")


def with_notes(
    said: Sequence[Said], row: Row, label: Label, columns: Columns, codes: Sequence[str], marks: Collection[str]
) -> list[Said]:
    """The codes with what other cells of the row say of them; ``marks`` are what the legend explains as "simulated"."""
    if columns.simulated is not None:
        text = plain(row.cells[columns.simulated].text).strip().lower().strip(". ")
        if text in _YES or says_simulated(text):
            return _simulated(said, text, codes)
    if _NOTED.fullmatch(plain(label.rest)) or (_SIGNS.match(label.rest) and label.rest[0] in marks):
        return _simulated(said, "", codes)
    for index in dict.fromkeys((columns.item, *columns.remarks)):
        text = plain(flat(row.cells[index].text))
        mark = _MARK.search(text)
        if mark and mark.group(1).lower() in marks:
            return _simulated(said, "", codes)
        whole = _REMARKS_HEAD.search(columns.heads[index])
        told = [text] if whole else [match.group(1) for match in _IN_BRACKETS.finditer(text)]
        if note := next((each for each in told if says_simulated(each)), None):
            return _simulated(said, note, codes)
    return list(said)


def _simulated(said: Sequence[Said], note: str, codes: Sequence[str]) -> list[Said]:
    """The codes that a note means: those that it names, else all."""
    named = {each.code for each in read_listed(note, codes).said}
    return [each._replace(simulated=True) if not named or each.code in named else each for each in said]
