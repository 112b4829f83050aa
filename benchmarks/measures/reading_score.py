"""How far a reading agrees with the truth of a case: one tally for each measure. Pure functions over plain values.

Both sides have the form of ``inspect --json``; ``reading_set/README.md`` says what the truth holds. A measure whose key
the truth lacks is not taken.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

Reading = Mapping[str, Any]
Place = tuple[str, int | None]
"""A file and a page of it; the page is None where the file has none of its own, and ("", None) says nowhere."""

NOWHERE: Final[Place] = ("", None)
SAME_SPAN: Final = 0.9  # of the pages that either side gives an item
_LONGEST_RANGE: Final = 5000
_RANGE: Final = re.compile(r"(\d+)(?:-(\d+))?")
_DASHES: Final = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")


class Tally(NamedTuple):
    """What was right, of how many wanted and how many found. Of an accuracy both are the same number."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def share(self) -> float | None:
        """F1, which is the accuracy where wanted and found are one number; None where there was nothing to find."""
        total = self.wanted + self.found
        return 2 * self.right / total if total else None


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    rows = tuple(tallies)
    return Tally(*(sum(column) for column in zip(*rows, strict=True))) if rows else Tally()


def score(truth: Reading, found: Reading) -> dict[str, Tally]:
    """The tally of each measure of :data:`MEASURES` that the truth can answer."""
    return {name: taken for name, measure in MEASURES.items() if (taken := measure(truth, found)) is not None}


def cell_of(entry: Reading) -> tuple[str, str]:
    """The (sub-category, evidence id) of an entry, in the form in which both sides are compared."""
    return plain(entry["subcategory"]), plain(entry["evidence"])


def cells_of(reading: Reading) -> dict[tuple[str, str], Reading]:
    """The entries by their cell; the first where a cell comes twice."""
    entries: dict[tuple[str, str], Reading] = {}
    for entry in reading.get("cross_references") or ():
        entries.setdefault(cell_of(entry), entry)
    return entries


def plain(text: object) -> str:
    """Text without what writers and typesetters vary: spaces, case, kinds of dash, a full stop at the end."""
    words = "" if text is None else str(text).translate(_DASHES)
    return " ".join(words.split()).casefold().rstrip(".,;: ")


def page_hint(written: object) -> frozenset[int] | str | None:
    """The pages that a hint names ("3-5, 8"), or its words where it is not made of numbers; None for no hint."""
    words = plain(written)
    if not words:
        return None
    parts = [_RANGE.fullmatch(part.strip().replace(" ", "")) for part in words.split(",")]
    if not all(parts):
        return words
    ends = [(int(part[1]), int(part[2] or part[1])) for part in parts if part]
    if any(not 0 <= last - first <= _LONGEST_RANGE for first, last in ends):
        return words
    return frozenset(page for first, last in ends for page in range(first, last + 1))


def leads_to(truth: Reading, found: Reading) -> bool:
    """Whether a found entry leads to exactly the pages to which the true one leads."""
    return _destination(truth, truth) == _destination(found, truth)


def both_hints(truth: Reading, found: Reading) -> bool:
    """Whether a found entry has the page hint and the section hint of the true one."""
    return all(normal(truth.get(key)) == normal(found.get(key)) for key, normal in HINTS.items())


def _section_hint(written: object) -> str | None:
    """The hint without words beyond those that the answers keep: of "box 7" and "question 7" the number counts."""
    said = plain(written)
    word, _, number = said.partition(" ")
    counted = word.isalpha() and word not in _KEPT_WORDS and _NUMBERS.fullmatch(number) is not None
    return (number if counted else said) or None


_KEPT_WORDS: Final = frozenset({"table", "figure", "slide", "row", "step"})
_NUMBERS: Final = re.compile(r"(?:\d[\w.()-]*|[a-z])(?:, (?:\d[\w.()-]*|[a-z]))*")


HINTS: Final[Mapping[str, Callable[[object], object]]] = {"page_hint": page_hint, "section_hint": _section_hint}


def _sets(wanted: Iterable[object], found: Iterable[object]) -> Tally:
    one, other = set(wanted), set(found)
    return Tally(len(one & other), len(one), len(other))


def _answers(pairs: Sequence[tuple[object, object]]) -> Tally:
    """An accuracy: each answer is right or not."""
    return Tally(sum(one == other for one, other in pairs), len(pairs), len(pairs))


# Places


def _located(key: str) -> Callable[[Reading, Reading], Tally | None]:
    """Pages of a table or list. That there is none is an answer too, right or wrong like a page."""

    def measure(truth: Reading, found: Reading) -> Tally | None:
        if key not in truth:
            return None
        without_pages = _without_pages([truth[key]])
        answer = [found[key]] if key in found else []
        return _sets(_places([truth[key]], without_pages), _places(answer, without_pages))

    return measure


def _places(spans: Iterable[Reading | None], without_pages: set[str]) -> set[Place]:
    """The pages that are named one by one; of a file whose pages the truth does not know, the file alone."""
    places: set[Place] = set()
    for span in spans:
        if span is None or span.get("file") is None:
            places.add(NOWHERE)
        elif span["file"] in without_pages or not span.get("pages"):
            places.add((plain_path(span["file"]), None))
        else:
            places.update((plain_path(span["file"]), page) for page in span["pages"])
    return places


def _without_pages(spans: Iterable[Reading | None]) -> set[str]:
    return {span["file"] for span in spans if span is not None and span.get("file") and not span.get("pages")}


def plain_path(path: str) -> str:
    """A path inside a portfolio, as both sides write it."""
    return path.replace("\\", "/").strip("/")


def _destination(entry: Reading, truth: Reading) -> set[Place]:
    """Where an entry leads. Several files are compared only where the truth tells of several."""
    spans = entry.get("spans") if truth.get("spans") else None
    if spans:
        return _span_places(spans, _without_pages(truth["spans"]))
    return _places([entry], _without_pages([truth]))


def _span_places(spans: Iterable[Reading], without_pages: set[str]) -> set[Place]:
    return _places(({**span, "pages": _from_to(span)} for span in spans), without_pages)


def _from_to(span: Reading) -> list[int]:
    pages = span.get("pages")
    return list(range(pages[0], pages[-1] + 1)) if pages else []


# The table's cells


def _cells(truth: Reading, found: Reading) -> Tally:
    return _sets(cells_of(truth), cells_of(found))


def _hints(key: str, *, of_cells_found: bool) -> Callable[[Reading, Reading], Tally | None]:
    """Hints that are there and hints that were found; cells without a hint on either side prove nothing.

    ``of_cells_found`` leaves out the cells that only one side has: they are counted as cells.
    """
    normal = HINTS[key]

    def measure(truth: Reading, found: Reading) -> Tally | None:
        wanted, got = cells_of(truth), cells_of(found)
        if wanted and not any(key in entry for entry in wanted.values()):
            return None
        shared = wanted.keys() & got.keys() if of_cells_found else wanted.keys() | got.keys()
        return _sets(
            ((cell, normal(wanted[cell].get(key))) for cell in shared if cell in wanted and wanted[cell].get(key)),
            ((cell, normal(got[cell].get(key))) for cell in shared if cell in got and got[cell].get(key)),
        )

    return measure


def _notes(truth: Reading, found: Reading) -> Tally:
    return _sets(_noted(truth), _noted(found))


def _noted(reading: Reading) -> set[tuple[tuple[str, str], str]]:
    return {(cell, plain(note)) for cell, entry in cells_of(reading).items() for note in entry.get("notes") or ()}


def _resolution(truth: Reading, found: Reading) -> Tally:
    wanted, got = cells_of(truth), cells_of(found)
    right = sum(_is_resolved(truth, wanted[cell], got[cell]) for cell in wanted.keys() & got.keys())
    return Tally(right, len(wanted), len(got))


def _resolution_of_cells_found(truth: Reading, found: Reading) -> Tally:
    wanted, got = cells_of(truth), cells_of(found)
    shared = wanted.keys() & got.keys()
    return Tally(sum(_is_resolved(truth, wanted[cell], got[cell]) for cell in shared), len(shared), len(shared))


def _is_resolved(truth: Reading, wanted: Reading, got: Reading) -> bool:
    """Whether the entry leads where it should. One that names a section but no page leads to the whole item too.

    The two sets differ there: one says the section's page, the other, with the contract, every page of the item.
    """
    if leads_to(wanted, got):
        return True
    if not _names_a_section_only(wanted):
        return False
    item = _by_id(truth).get(plain(wanted["evidence"]))
    return item is not None and leads_to(_whole(item), got)


def _names_a_section_only(entry: Reading) -> bool:
    return bool(entry.get("section_hint")) and not entry.get("page_hint") and bool(entry.get("file"))


def _whole(item: Reading) -> Reading:
    spans = _spans(item)
    if len(spans) > 1:
        return {"spans": spans, "file": spans[0]["file"]}
    return {"file": spans[0]["file"], **({"pages": _from_to(spans[0])} if spans[0].get("pages") else {})}


def _section_pages(truth: Reading, found: Reading) -> Tally | None:
    """Where a section stands that is named without a page, of the cells found whose truth tells its page."""
    wanted, got = cells_of(truth), cells_of(found)
    items = _by_id(truth)
    pairs = [
        (entry["pages"], got[cell].get("section_pages"))
        for cell, entry in wanted.items()
        if cell in got and _names_a_section_only(entry) and entry.get("pages") and cell[1] in items
        if _places([entry], set()) != _places([_whole(items[cell[1]])], set())
    ]
    return _answers(pairs) if pairs else None


def _unresolved(truth: Reading, found: Reading) -> Tally:
    return _sets(map(cell_of, truth.get("unresolved") or ()), map(cell_of, found.get("unresolved") or ()))


def _orphans(truth: Reading, found: Reading) -> Tally:
    return _sets(map(plain, truth.get("orphans") or ()), map(plain, found.get("orphans") or ()))


# Items


def _items(truth: Reading, found: Reading) -> Tally:
    wanted, got = _by_id(truth), _by_id(found)
    right = sum(same_span(wanted[each], got[each]) for each in wanted.keys() & got.keys())
    return Tally(right, len(wanted), len(got))


def _by_id(reading: Reading) -> dict[str, Reading]:
    return {plain(item["id"]): item for item in reading.get("evidence") or ()}


def same_span(truth: Reading, found: Reading) -> bool:
    """Whether the pages that both give the item are at least nine tenths of the pages that either gives it.

    Files attached to a file of the item belong to it, whether the truth lists them or not.
    """
    without_pages = _without_pages(_spans(truth))
    one, other = _span_places(_spans(truth), without_pages), _span_places(_spans(found), without_pages)
    other -= {place for place in other - one if any(place[0].startswith(f"{file}/") for file, _ in one)}
    return len(one & other) >= SAME_SPAN * len(one | other)


def _spans(item: Reading) -> Sequence[Reading]:
    return item.get("spans") or (item,)


def _titles(truth: Reading, found: Reading) -> Tally:
    wanted, got = _by_id(truth), _by_id(found)
    return _answers(
        [(plain(item.get("title")), plain(got.get(each, {}).get("title"))) for each, item in wanted.items()]
    )


def _claimed(truth: Reading, found: Reading) -> Tally | None:
    if not any("claimed" in item for item in truth.get("evidence") or ()):
        return None
    return _sets(_claims(truth), _claims(found))


def _claims(reading: Reading) -> set[tuple[str, str]]:
    return {(each, plain(code)) for each, item in _by_id(reading).items() for code in item.get("claimed") or ()}


# What stands around the evidence


def _authentication(truth: Reading, found: Reading) -> Tally | None:
    """Whether there is one, and where there is one each of its fields."""
    if "authentication" not in truth:
        return None
    wanted, got = truth["authentication"], found.get("authentication") or {}
    pairs: list[tuple[object, object]] = [(wanted["present"], got.get("present"))]
    if wanted["present"]:
        pairs += [(person(wanted.get("referee_name")), person(got.get("referee_name")))]
        pairs += [(plain(wanted.get(key)), plain(got.get(key))) for key in ("role", "date", "signed")]
    return _answers(pairs)


def person(name: object) -> str:
    """A person's name without title and letters after it, which the sets' hands leave out or count in as they like."""
    words = [word for word in re.split(r"[\s,;()]+", "" if name is None else str(name)) if word]
    while len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words.pop(0)
    while len(words) > _LEAST_NAME and _LETTERS.fullmatch(words[-1]):
        words.pop()
    return plain(" ".join(words))


_TITLES: Final = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx"})
_LEAST_NAME: Final = 2  # words; a name alone in capitals has no letters after it
_LETTERS: Final = re.compile(
    r"(?!Ma?c[A-Z]|Fitz[A-Z]|(?:II|III|IV)$)(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,8}|Hons|Lond|Dist|Eng|Sci|Phys|[RT]",
    re.ASCII,
)
"""Letters after a name: "MSc", "FIPEM", "CSci"; and what stands in brackets behind such, as in "DCR(R)"."""


def _field(*keys: str, normal: Callable[[object], str] = plain) -> Callable[[Reading, Reading], Tally | None]:
    """One value: the same, or rightly none."""

    def measure(truth: Reading, found: Reading) -> Tally | None:
        if keys[0] not in truth:
            return None
        answer = normal(_inside(found, keys)) if keys[0] in found else None
        return _answers([(normal(_inside(truth, keys)), answer)])

    return measure


def _inside(reading: Reading, keys: Sequence[str]) -> object:
    value: Any = reading
    for key in keys:
        value = (value or {}).get(key)
    return value


def _page_counting(truth: Reading, found: Reading) -> Tally | None:
    """What page hints count; with all evidence in one file, through the file and through the portfolio are the same."""
    if "page_counting" not in truth:
        return None
    allowed = {truth["page_counting"], *truth.get("page_counting_also", ())}
    if {"file", "portfolio"} & allowed and len(_files_of_evidence(truth)) == 1:
        allowed |= {"file", "portfolio"}
    return _answers([(True, found.get("page_counting") in allowed)])


def _files_of_evidence(reading: Reading) -> set[str]:
    return {span["file"] for item in reading.get("evidence") or () for span in _spans(item) if span.get("file")}


MEASURES: Final[Mapping[str, Callable[[Reading, Reading], Tally | None]]] = {
    "table": _located("table"),
    "cells": _cells,
    "page_hints": _hints("page_hint", of_cells_found=True),
    "page_hints_all": _hints("page_hint", of_cells_found=False),
    "section_hints": _hints("section_hint", of_cells_found=True),
    "section_hints_all": _hints("section_hint", of_cells_found=False),
    "notes": _notes,
    "items": _items,
    "titles": _titles,
    "resolution": _resolution,
    "resolution_found": _resolution_of_cells_found,
    "unresolved": _unresolved,
    "orphans": _orphans,
    "authentication": _authentication,
    "name": _field("applicant", "name", normal=person),
    "submission_date": _field("submission_date"),
    "contents_list": _located("contents_list"),
    "claimed": _claimed,
    "page_counting": _page_counting,
    "section_pages": _section_pages,
}
