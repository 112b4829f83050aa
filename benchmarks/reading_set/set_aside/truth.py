"""The true reading of a portfolio, from what was decided and where it came to stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.reading_set.set_aside.claims import Item, Ref
from benchmarks.reading_set.set_aside.labels import ranged
from benchmarks.reading_set.set_aside.opening import Numbers, claimed_in_contents
from benchmarks.reading_set.set_aside.story import Story


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where pages of the bound document stand in what was sent. ``first`` is None in a Word file."""

    file: str
    first: int | None


def truth_of(numbers: Numbers, places: Mapping[str, Place], table: Any, contents: Any) -> dict[str, Any]:
    """The answers. ``places``: where each item begins; ``table`` and ``contents``: as the truth has them, or None."""
    story = numbers.story
    refs = story.claims.refs if story.axes["table"] != "none" else ()
    named = {ref.item for ref in refs}
    return {
        "applicant": {"name": story.person.name},
        "submission_date": story.person.submitted.iso if story.person.submitted else None,
        "table": table,
        "contents_list": contents,
        "cross_references": [_reference(numbers, ref, places.get(ref.item)) for ref in refs],
        "authentication": _authentication(story),
        "evidence": [_item(story, item, places[item.id]) for item in story.claims.items],
        "unresolved": [{"subcategory": ref.sub, "evidence": ref.item} for ref in refs if ref.item not in places],
        "orphans": [item.id for item in story.claims.items if item.id not in named],
        "page_counting": story.axes["counting"],
    }


def _authentication(story: Story) -> dict[str, Any]:
    person = story.person
    if not person.authenticated:
        return {"present": False}
    date = person.signed_on.iso if person.signed_on else None
    return {"present": True, "referee_name": person.referee, "role": person.role, "date": date, "signed": person.signed}


def _item(story: Story, item: Item, place: Place) -> dict[str, Any]:
    span: dict[str, Any] = {"file": place.file}
    if place.first is not None:
        span["pages"] = [place.first, place.first + item.length - 1]
    listed = story.shape["contents"] == "yes" and story.shape["contents_subs"] == "yes"
    claimed = list(claimed_in_contents(story)[item.id]) if listed else []
    return {"id": item.id, "title": item.title, "spans": [span], "claimed": claimed or None}


def _reference(numbers: Numbers, ref: Ref, place: Place | None) -> dict[str, Any]:
    said = {
        "subcategory": ref.sub,
        "evidence": ref.item,
        "page_hint": None if ref.pages is None else ranged([numbers.page_of(ref.item, page) for page in ref.pages]),
        "section_hint": ref.part.hint if ref.part else None,
        "notes": ["simulated"] if ref.simulated else [],
        "file": place.file if place else None,
    }
    if place is None:
        return {**said, "pages": None}
    return said if place.first is None else {**said, "pages": _led(numbers, ref, place.first)}


def _led(numbers: Numbers, ref: Ref, first: int) -> list[int]:
    """Every page of the file to which the reference leads: those named, else those of the part, else the item's."""
    item = numbers.story.claims.item(ref.item)
    assert item is not None
    if ref.pages is not None:
        return [first + page - 1 for page in ref.pages]
    if ref.part is not None:
        return [first + ref.part.page + item.divider - 1]
    return list(range(first, first + item.length))
