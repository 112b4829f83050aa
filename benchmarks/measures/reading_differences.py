"""What is wrong in one reading, in lines for those who develop on the case. Pure functions over plain values."""

from collections.abc import Iterator, Mapping
from typing import Any

from measures.reading_score import HINTS, MEASURES, cells_of, leads_to, plain, same_span

Reading = Mapping[str, Any]
_SHOWN_WHOLE = ("table", "contents_list", "page_counting", "submission_date", "applicant", "authentication")


def differences(truth: Reading, found: Reading) -> list[str]:
    """One line for each wrong thing: what is true, then what was found."""
    return [*_cells(truth, found), *_items(truth, found), *_sets(truth, found), *_around(truth, found)]


def _cells(truth: Reading, found: Reading) -> Iterator[str]:
    wanted, got = cells_of(truth), cells_of(found)
    for cell, entry in wanted.items():
        if cell not in got:
            yield f"cell {_name(cell)} missing: {_where(entry)}"
        else:
            yield from _cell(_name(cell), entry, got[cell])
    for cell, entry in got.items():
        if cell not in wanted:
            yield f"cell {_name(cell)} does not exist: {_sureness(entry)}, text {entry.get('text')!r}"


def _cell(name: str, truth: Reading, found: Reading) -> Iterator[str]:
    for key, normal in HINTS.items():
        if key in truth and normal(truth[key]) != normal(found.get(key)):
            yield f"cell {name} {key}: {truth[key]!r}, found {found.get(key)!r}, text {found.get('text')!r}"
    if sorted(truth.get("notes") or ()) != sorted(found.get("notes") or ()):
        yield f"cell {name} notes: {truth.get('notes')}, found {found.get('notes')}, text {found.get('text')!r}"
    if not leads_to(truth, found):
        yield f"cell {name} leads to {_where(truth)}, found {_where(found)}, {_sureness(found)}"


def _items(truth: Reading, found: Reading) -> Iterator[str]:
    wanted = {plain(item["id"]): item for item in truth.get("evidence") or ()}
    got = {plain(item["id"]): item for item in found.get("evidence") or ()}
    for each, item in wanted.items():
        if each not in got:
            yield f"item {each} missing: {_spans(item)} {item.get('title')!r}"
        elif not same_span(item, got[each]):
            yield f"item {each}: {_spans(item)}, found {_spans(got[each])}"
        elif plain(item.get("title")) != plain(got[each].get("title")):
            yield f"item {each} title: {item.get('title')!r}, found {got[each].get('title')!r}"
        if each in got and sorted(item.get("claimed") or ()) != sorted(got[each].get("claimed") or ()):
            yield f"item {each} claimed: {item.get('claimed')}, found {got[each].get('claimed')}"
    for each, item in got.items():
        if each not in wanted:
            yield f"item {each} does not exist: {_spans(item)} {item.get('title')!r}"


def _sets(truth: Reading, found: Reading) -> Iterator[str]:
    for key in ("unresolved", "orphans"):
        wanted, got = ({str(_plain(one)) for one in side.get(key) or ()} for side in (truth, found))
        if wanted != got:
            yield f"{key}: missing {sorted(wanted - got)}, too many {sorted(got - wanted)}"


def _plain(one: Any) -> Any:
    return plain(one) if isinstance(one, str) else (plain(one["subcategory"]), plain(one["evidence"]))


def _around(truth: Reading, found: Reading) -> Iterator[str]:
    for key in _SHOWN_WHOLE:
        tally = MEASURES["name" if key == "applicant" else key](truth, found)
        if tally is not None and tally.share not in {None, 1.0}:
            yield f"{key}: {truth[key]}, found {found.get(key)}"


def _name(cell: tuple[str, str]) -> str:
    return " ".join(cell)


def _sureness(entry: Reading) -> str:
    return f"confidence {entry.get('confidence')}"


def _where(entry: Reading) -> str:
    return f"{entry.get('file')} {entry.get('pages')}" if entry.get("file") else "nowhere"


def _spans(item: Reading) -> str:
    return ", ".join(f"{span.get('file')} {span.get('pages')}" for span in item.get("spans") or (item,))
