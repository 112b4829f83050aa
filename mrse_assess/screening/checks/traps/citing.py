"""Which items a row means that names several by what they share, or a part of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem
from mrse_assess.screening.material import Material


def each_item_cited(material: Material) -> Material:
    """The material with one row for each item where a row names "4" for 4a and 4b, or "4a" for a part of 4."""
    evidence, entries = material.portfolio.evidence, material.portfolio.cross_references
    known = {item.id for item in evidence}
    if all(entry.evidence_id in known for entry in entries):
        return material
    single = tuple(one for entry in entries for one in _of_items(entry, evidence, known))
    return replace(material, portfolio=replace(material.portfolio, cross_references=single))


def _of_items(
    entry: CrossReferenceEntry, evidence: Sequence[EvidenceItem], known: set[str]
) -> Iterator[CrossReferenceEntry]:
    """The row itself, or one for each item on whose pages it leads."""
    if entry.evidence_id in known:
        yield entry
        return
    for item in evidence:
        spans = tuple(span for span in entry.spans if any(span.meets(own) for own in item.spans))
        if spans:
            yield replace(entry, evidence_id=item.id, spans=spans)
