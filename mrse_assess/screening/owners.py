"""Which item a page belongs to, so that what a file carries is told of the right item."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mrse_assess.model.places import Locator
from mrse_assess.screening.material import Material

_Fact = TypeVar("_Fact")


@dataclass(frozen=True)
class Owners:
    """The item of each page by file and number. A page of two items is the first one's; of none is nobody's."""

    items: Mapping[tuple[str, int], str]

    @classmethod
    def of(cls, material: Material) -> "Owners":
        """The owners of all pages."""
        owners: dict[tuple[str, int], str] = {}
        for item in material.portfolio.evidence:
            for span in item.spans:
                for page in span.pages:
                    owners.setdefault((span.file, page), item.id)
        return cls(owners)

    def at(self, file: str, page: int) -> str | None:
        """The item to which the page belongs, or None."""
        return self.items.get((file, page))

    def grouped(self, found: Iterable[tuple[Locator, _Fact]]) -> dict[str | None, list[tuple[Locator, _Fact]]]:
        """Places and what was found there, by item, in their order."""
        groups: dict[str | None, list[tuple[Locator, _Fact]]] = {}
        for place, fact in found:
            groups.setdefault(self.at(place.file, place.page), []).append((place, fact))
        return groups


def unlooked(material: Material, kinds: Iterable[str]) -> Iterator[tuple[str | None, tuple[Locator, ...]]]:
    """Items with files in which one of these kinds of facts could not be looked for, and where these files begin.

    A file of no item is told of with None.
    """
    wanted = frozenset(kinds)
    files = {
        file.file
        for file in material.files
        if (facts := material.facts.get(file.file)) is None or facts.unseen & wanted
    }
    owned: set[str] = set()
    for item in material.portfolio.evidence:
        first: dict[str, int] = {}
        for span in item.spans:
            first.setdefault(span.file, span.first)
        owned.update(first)
        places = tuple(Locator(file=file, page=page) for file, page in first.items() if file in files)
        if places:
            yield item.id, places
    loose = tuple(Locator(file=file.file, page=1) for file in material.files if file.file in files - owned)
    if loose:
        yield None, loose


def first_of_each_page(places: Iterable[Locator], on_page: int, most: int) -> tuple[Locator, ...]:
    """No more than so many places of one page, and so many in all."""
    counts: dict[tuple[str, int], int] = {}
    kept = []
    for place in places:
        key = (place.file, place.page)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= on_page:
            kept.append(place)
    return tuple(kept[:most])
