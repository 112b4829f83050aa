"""A reference while its cell is still being read."""

from dataclasses import dataclass, field

from mrse_assess.intake.cells.cell import Reference, Sign
from mrse_assess.intake.cells.confidence import confidence_of


@dataclass(kw_only=True)
class Draft:
    """One item with what has been said of it so far. ``group``: the drafts of one range share a number."""

    id: str
    labelled: bool
    group: int
    signs: set[Sign] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def after_words(self) -> bool:
        """Whether it is a number after words, perhaps part of a title."""
        return Sign.AFTER_WORDS in self.signs


def reference_of(draft: Draft) -> Reference:
    """The reference as it stands at the end of the cell."""
    pages = tuple(dict.fromkeys(page for page in draft.pages if page))
    return Reference(
        evidence_id=draft.id,
        page_hint=", ".join(pages) or None,
        section_hint=", ".join(dict.fromkeys(draft.sections)) or None,
        notes=tuple(dict.fromkeys(draft.notes)),
        confidence=confidence_of(draft.signs),
        labelled=draft.labelled,
        signs=frozenset(draft.signs),
    )
