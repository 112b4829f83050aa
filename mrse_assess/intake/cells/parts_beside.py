"""Parts of an item that a column beside the references names by words for items: "Appendix C" of the row's item."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.cell import CellReading, Known
from mrse_assess.intake.text.labels import plain

_PART: Final = r"\b(?:appendix|appx?|annexe?)\.?\s*{}(?![\w.]*\w)"


def parts_beside(cell: CellReading, text: str, known: Known) -> tuple[str, ...]:
    """What the cell of a column of places calls an appendix or annex, where no item bears such a label."""
    if not known.ids or any(each.evidence_id in known.ids for each in cell.references):
        return ()
    named: Sequence[str] = [each.evidence_id for each in cell.references]
    said = all(re.search(_PART.format(re.escape(each)), plain(text), re.IGNORECASE) for each in named)
    return tuple(named) if said else ()
