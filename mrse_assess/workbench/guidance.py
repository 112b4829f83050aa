"""The guidance of a sub-category as the screen shows it, with the live counts of its binding notes."""

from mrse_assess.model.decision import SubCategoryResult
from mrse_assess.model.scheme import GuidanceNote, Scheme, SubCategory
from mrse_assess.workbench.views import GuidanceView, NoteView


def guidance_view(scheme: Scheme, code: str, result: SubCategoryResult) -> GuidanceView:
    """What is asked in the sub-category: its own notes, its category's and the general ones, strongest first.

    Raises:
        KeyError: the scheme has no such sub-category.
    """
    unit = scheme.sub_category(code)
    category = scheme.category_of(code)
    return GuidanceView(
        code=code,
        title=unit.title,
        guidance=unit.guidance,
        category_title="" if category.title == unit.title else category.title,
        category_guidance=category.guidance,
        notes=tuple(_note_view(scheme, note, unit, result) for note in _nearest_first(scheme, code)),
        examples=unit.examples,
    )


def short_clause(scheme: Scheme, label: str) -> str:
    """A clause in the few words that fit beside a note ("3, note"); the label itself where the scheme has none."""
    return next((clause.short for clause in scheme.clauses if clause.label == label and clause.short), label)


def _nearest_first(scheme: Scheme, code: str) -> tuple[GuidanceNote, ...]:
    """The notes of the sub-category itself, then its category's, then the general ones; strongest first in each."""
    unit, category = scheme.sub_category(code), scheme.category_of(code)
    notes = scheme.notes_for(code)
    return tuple(note for place in (unit.notes, category.notes, scheme.notes) for note in notes if note in place)


def _note_view(scheme: Scheme, note: GuidanceNote, unit: SubCategory, result: SubCategoryResult) -> NoteView:
    counted = note.rule and unit.minimum_items > 1 and note in unit.notes
    return NoteView(
        id=note.id,
        kind=note.kind,
        text=note.text,
        clause=short_clause(scheme, note.clause),
        count=f"{result.independent} so far" if counted else "",
        general=note in scheme.notes,
    )
