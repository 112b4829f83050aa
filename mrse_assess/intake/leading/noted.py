"""Claims with what a sentence beside the table says of their items: that the work was simulated."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from mrse_assess.intake.items.marks import is_part
from mrse_assess.intake.table.claims import Claim
from mrse_assess.intake.text.words import SIMULATED


def with_noted(claims: Sequence[Claim], noted: Collection[str]) -> list[Claim]:
    """The claims, those of a noted item or of a part of it with the note."""
    return [_simulated(claim) if _is_noted(claim.reference.evidence_id, noted) else claim for claim in claims]


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
