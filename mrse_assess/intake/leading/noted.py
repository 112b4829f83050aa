"""Claims with what a sentence beside the table says of their items: that the work was simulated."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from mrse_assess.intake.cells.noted_codes import NotedCode
from mrse_assess.intake.items.marks import is_part
from mrse_assess.intake.table.claims import Claim
from mrse_assess.intake.text.words import SIMULATED


def with_noted(claims: Sequence[Claim], items: Collection[str], codes: Collection[NotedCode]) -> list[Claim]:
    """The claims, with the note those of noted items or of parts of them, and those of noted sub-categories.

    A sub-category may be noted for one item, or ("") for all of its own.
    """
    said = {(each.code, each.item) for each in codes}
    found: list[Claim] = []
    for claim in claims:
        here = {(claim.sub_category, item) for item in (claim.reference.evidence_id, "")}
        noted = _is_noted(claim.reference.evidence_id, items) or bool(here & said)
        found.append(_simulated(claim) if noted else claim)
    return found


def with_marks(claims: Sequence[Claim], marks: Collection[str]) -> list[Claim]:
    """The claims of a matrix, those of cells that end in one of the ``marks`` ("2*") with the note.

    The legend that explains the marks may stand on another page, which is not seen while the matrix is read.
    """
    signs = tuple(each for each in marks if not each.isalnum())
    return [_simulated(claim) if signs and claim.text.lower().endswith(signs) else claim for claim in claims]


def _is_noted(evidence_id: str, noted: Collection[str]) -> bool:
    return any(evidence_id == each or is_part(evidence_id, each) for each in noted)


def _simulated(claim: Claim) -> Claim:
    notes = tuple(dict.fromkeys((*claim.reference.notes, SIMULATED)))
    return claim._replace(reference=replace(claim.reference, notes=notes))
