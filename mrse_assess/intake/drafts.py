"""A reference while its cell is still being read."""

from dataclasses import dataclass, field

from mrse_assess.intake.cell import Reference


@dataclass(kw_only=True)
class Draft:
    """One item with what has been said of it so far. ``after_prose``: a number after words, perhaps part of a title."""

    id: str
    labelled: bool
    confidence: float
    after_prose: bool = False
    pages: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def reference_of(draft: Draft) -> Reference:
    """The reference as it stands at the end of the cell."""
    pages = tuple(dict.fromkeys(page for page in draft.pages if page))
    return Reference(
        evidence_id=draft.id,
        page_hint=", ".join(pages) or None,
        section_hint=", ".join(dict.fromkeys(draft.sections)) or None,
        notes=tuple(dict.fromkeys(draft.notes)),
        confidence=draft.confidence,
        labelled=draft.labelled,
    )
