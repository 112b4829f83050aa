"""Truth and answer of one portfolio beside each other: which item is which by its pages, and what is not measured.

Pure functions over plain values: the truth as ``screening_set/README.md`` says, the answer as
:func:`measures.screening_found.found_in` gives it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from measures.reading_score import plain_path

Answer = Mapping[str, Any]
Place = tuple[str, int]

SAME_ITEM: Final = 0.5  # of the pages that either side gives an item
_READABLE_SCAN: Final = "scan"


@dataclass(frozen=True)
class Sides:
    """The truth and what was found. An item of the truth is the item found that has its pages, whatever its name."""

    truth: Answer
    found: Answer

    @cached_property
    def items(self) -> Mapping[str, Answer]:
        """The items of the truth by their ids."""
        return {item["id"]: item for item in self.truth.get("items") or ()}

    @cached_property
    def matched(self) -> Mapping[str, Answer]:
        """For items of the truth that were found, by their ids, what was found. Each item is found once at most."""
        read = list(self.found.get("items") or ())
        shares = [
            (_share(pages, self._pages(other)), each, place)
            for each, pages in self._true_pages.items()
            for place, other in enumerate(read)
        ]
        found: dict[str, int] = {}
        for share, each, place in sorted(shares, key=lambda one: (-one[0], one[2])):
            if share >= SAME_ITEM and each not in found and place not in found.values():
                found[each] = place
        return {each: read[place] for each, place in found.items()}

    @cached_property
    def true_ids(self) -> Mapping[str, str]:
        """The id in the truth for each id found; one of its own for an item that the truth does not have."""
        known = {item["id"]: each for each, item in self.matched.items()}
        return {item["id"]: known.get(item["id"], f"+{item['id']}") for item in self.found.get("items") or ()}

    def measured(self, key: str) -> Iterator[tuple[str, Answer, Answer | None]]:
        """Items of which the truth answers the key: the id, the true item, and the found one where it was found."""
        for each, item in self.items.items():
            if self.is_measured(item, key):
                yield each, item, self.matched.get(each)

    def beside(self, key: str) -> Iterator[tuple[str, Answer]]:
        """Items found that the truth does not have, on pages of measured items: what they say is wrong."""
        pages = {place for each, item, _ in self.measured(key) for place in self._true_pages[each]}
        for item in self.found.get("items") or ():
            if self.true_ids[item["id"]].startswith("+") and self._pages(item) & pages:
                yield self.true_ids[item["id"]], item

    @staticmethod
    def is_measured(item: Answer, key: str) -> bool:
        """Whether the truth answers this key of the item."""
        if item.get("measured") is False or key in (item.get("unmeasured") or ()):
            return False
        return key in item and (item[key] is not None or key == "date")

    def places(self, those: Iterable[Answer] | None) -> set[Place]:
        """The places of entries with a file and a page, but for those where nothing can be told."""
        return {place for each in those or () if (place := self.place(each)) not in self.blind}

    def place(self, entry: Answer) -> Place:
        """The place of an entry. A file without pages of its own has page 1 only."""
        file = plain_path(str(entry["file"]))
        return file, int(entry["page"]) if file in self._paged or file.casefold().endswith(".pdf") else 1

    @cached_property
    def blind(self) -> frozenset[Place]:
        """Pages whose words nobody can read, or only by the eye: a finding there is neither right nor wrong."""
        unseen = [each for each in self.truth.get("unseen") or () if each.get("why") != _READABLE_SCAN]
        return frozenset(map(self.place, unseen))

    def unmeasured_places(self, key: str) -> frozenset[Place]:
        """Pages of which the truth does not answer the key: blind ones, and those of items not measured."""
        items = (item for item in self.items.values() if not self.is_measured(item, key))
        pages = {place for item in items for place in self._true_pages[item["id"]]}
        others = (item for item in self.items.values() if self.is_measured(item, key))
        return self.blind | frozenset(pages - {place for item in others for place in self._true_pages[item["id"]]})

    def file_of(self, item: Answer, entry: Answer) -> Answer:
        """An entry of an item with its file: the first of the item's files that has its page."""
        if "file" in entry:
            return entry
        spans: Sequence[Answer] = item["spans"]
        has = (span["file"] for span in spans if span["pages"][0] <= entry["page"] <= span["pages"][-1])
        return {**entry, "file": next(has, spans[0]["file"])}

    @cached_property
    def _true_pages(self) -> Mapping[str, frozenset[Place]]:
        return {each: self._pages(item) for each, item in self.items.items()}

    @cached_property
    def _paged(self) -> frozenset[str]:
        """Files of which the truth names a page beyond the first."""
        spans = (span for item in self.truth.get("items") or () for span in item["spans"])
        named = (each for key in ("phi", "not_phi", "bad_redactions", "active") for each in self.truth.get(key) or ())
        return frozenset(
            [
                *(plain_path(span["file"]) for span in spans if (span.get("pages") or [1])[-1] > 1),
                *(plain_path(each["file"]) for each in named if each["page"] > 1),
            ]
        )

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(plain_path(span["file"]) for item in self.truth.get("items") or () for span in item["spans"])

    def _pages(self, item: Answer) -> frozenset[Place]:
        """The pages of an item, without files that are attached to files that the truth gives as a whole."""
        return frozenset(
            self.place({"file": span["file"], "page": page})
            for span in item["spans"]
            if not self._is_attached(plain_path(span["file"]))
            for page in range(span["pages"][0], span["pages"][-1] + 1)
        )

    def _is_attached(self, file: str) -> bool:
        return file not in self._files and any(file.startswith(f"{other}/") for other in self._files)


def _share(one: frozenset[Place], other: frozenset[Place]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
