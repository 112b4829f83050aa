"""Every entry of a scheme with its place, so that a check can say where it is looking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mrse_assess.model.scheme import MajorCategory
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.places import Place, quoted
from mrse_assess.scheme.tables import TOP

LISTS: Mapping[str, tuple[str, str]] = {
    "clause": ("clauses", "label"),
    "note": ("notes", "id"),
    "rule": ("rules", "id"),
    "part": ("parts", "id"),
    "reading": ("readings", "id"),
    "outcome": ("outcomes", "kind"),
    "reason": ("reasons", "id"),
    "belongs_elsewhere": ("elsewhere", "offered_for"),
    "setting": ("settings", "id"),
    "flag": ("flags", "id"),
    "highlight": ("highlights", "id"),
}
"""Each kind of entry at the top of a file: where the scheme holds it, and what names it."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One table of the files: its kind, its name, what it became, and where it stands.

    ``about`` are the codes of the sub-categories that it is about, () for one that stands under no category.
    """

    kind: str
    name: str
    value: Any
    place: Place
    about: tuple[str, ...] = ()


def entries(draft: Draft) -> Iterator[Entry]:
    """Every entry, in the order of the scheme's keys."""
    for kind in TOP:
        if kind in LISTS:
            held, key = LISTS[kind]
            for value in getattr(draft.scheme, held):
                yield _entry(kind, str(getattr(value, key)), value, draft.place(kind))
    for category in draft.scheme.categories:
        yield from _category(category, draft.place("category"))


def entries_of(draft: Draft, kind: str) -> Iterator[Entry]:
    """The entries of one kind."""
    return (entry for entry in entries(draft) if entry.kind == kind)


def _category(category: MajorCategory, top: Place) -> Iterator[Entry]:
    codes = tuple(unit.code for unit in category.sub_categories)
    place = top.at(f"category {category.number}")
    yield Entry(kind="category", name=str(category.number), value=category, place=place, about=codes)
    yield from (_entry("note", note.id, note, place, codes) for note in category.notes)
    for unit in category.sub_categories:
        inner = _entry("sub_category", unit.code, unit, place, (unit.code,))
        yield inner
        yield from (_entry("note", note.id, note, inner.place, inner.about) for note in unit.notes)


def _entry(kind: str, name: str, value: Any, place: Place, about: tuple[str, ...] = ()) -> Entry:
    return Entry(kind=kind, name=name, value=value, place=place.at(f"{kind} {quoted(name)}"), about=about)
