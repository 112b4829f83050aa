"""The true reading of a portfolio, in the form of ``inspect --json``."""

from collections.abc import Sequence
from typing import Any

from .front import claims_listed
from .matrices import named_items
from .model import Item, Place, Ref
from .numbers import Numbers, ranged
from .wording import Wording

Located = dict[str, Any] | None


def truth_of(wording: Wording, table: Located, contents: Located) -> dict[str, Any]:
    """The answers. ``table`` and ``contents`` are as the truth has them: a file and its pages, or None."""
    numbers = wording.numbers
    story, plan = numbers.story, wording.plan
    named = {item.id for item in named_items(wording)}
    answer: dict[str, Any] = {
        "applicant": {"name": story.person.name},
        "submission_date": story.person.submitted or None,
        "table": table,
        "contents_list": contents,
        "cross_references": [_reference(numbers, ref) for ref in story.refs],
        "authentication": _authentication(wording),
        "evidence": [_item(wording, item) for item in story.sent],
        "unresolved": [{"subcategory": ref.sub, "evidence": ref.id} for ref in story.refs if not _there(ref)],
        "orphans": [item.id for item in story.sent if item.id not in named],
        "page_counting": plan["counting"] if any(ref.pages for ref in story.refs) else "none",
    }
    if any(ref.pages for ref in story.refs):
        answer["page_counting_also"] = list(numbers.also())
    if plan["table"] in {"inverted", "ticks"} and plan["contents"] == "none":
        del answer["contents_list"]
        for entry in answer["evidence"]:
            del entry["claimed"]
    return answer


def _there(ref: Ref) -> bool:
    return all(item.sent for item in ref.items)


def _authentication(wording: Wording) -> dict[str, Any]:
    person, form = wording.numbers.story.person, wording.plan["vouched"]
    if form == "absent":
        return {"present": False}
    signed = form != "unsigned"
    return {
        "present": True,
        "referee_name": person.referee,
        "role": person.role,
        "date": person.signed if signed else None,
        "signed": signed,
    }


def _item(wording: Wording, item: Item) -> dict[str, Any]:
    claimed = list(claims_listed(wording, item))
    place = wording.numbers.places[item.id]
    return {"id": item.id, "title": item.title, "spans": [_span(place)], "claimed": claimed or None}


def _span(place: Place) -> dict[str, Any]:
    if place.first is None:
        return {"file": place.file}
    return {"file": place.file, "pages": [place.first, place.first + place.count - 1]}


def _reference(numbers: Numbers, ref: Ref) -> dict[str, Any]:
    there = _there(ref)
    said: dict[str, Any] = {
        "subcategory": ref.sub,
        "evidence": ref.id,
        "page_hint": ranged([numbers.page(ref.items[0], page) for page in ref.pages]) if ref.pages else None,
        "section_hint": ref.spot.hint if ref.spot else None,
        "notes": ["simulated"] if ref.simulated else [],
        "file": numbers.places[ref.items[0].id].file if there else None,
    }
    if not there:
        return {**said, "pages": None}
    places = [numbers.places[item.id] for item in ref.items]
    if places[0].first is None:
        return said
    return {**said, "pages": _led(numbers, ref, places)}


def _led(numbers: Numbers, ref: Ref, places: Sequence[Place]) -> list[int]:
    """Every page of the file to which the reference leads."""
    first = places[0].first or 1
    if ref.pages:
        return [first + page - 1 for page in ref.pages]
    if ref.spot:
        spots = dict(numbers.story.papers[ref.id].spots)
        return [first + spots[ref.spot] - 1]
    return [page for place in places for page in range(place.first or 1, (place.first or 1) + place.count)]


def located(file: str, pages: Sequence[int], before: int = 0) -> Located:
    """Pages of a file, or None where there are none. ``before`` are pages of the whole that other files hold."""
    counted = sorted(set(pages))
    return {"file": file, "pages": [page - before for page in counted]} if counted else None


def word_located(file: str, *, there: bool) -> Located:
    """A Word file, whose pages are not known."""
    return {"file": file} if there else None
