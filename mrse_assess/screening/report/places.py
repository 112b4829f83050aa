"""Places in few words: "item 7 (page 31)", "Front pages.pdf, page 2"; many are cut short and said to be."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from mrse_assess.letter.phrases import natural
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.screening.report.naming import Names
from mrse_assess.screening.report.sheet import Detail
from mrse_assess.screening.report.words import ReportWords


class Places:
    """The places of one portfolio, in so much detail."""

    def __init__(self, portfolio: Portfolio, names: Names, words: ReportWords, detail: Detail) -> None:
        self._portfolio = portfolio
        self._names = names
        self._words = words
        self._detail = detail

    @cached_property
    def _owners(self) -> dict[tuple[str, int], str]:
        owners: dict[tuple[str, int], str] = {}
        for item in self._portfolio.evidence:
            for span in item.spans:
                for page in span.pages:
                    owners.setdefault((span.file, page), item.id)
        return owners

    def files(self, names: Iterable[str]) -> str:
        """Several files, each once."""
        return self._words.commas(list(dict.fromkeys(names)), self._detail.places, self._names.file)

    def items(self, ids: Iterable[str]) -> str:
        """Items without pages: "item 3", "items 3, 7 and 9"."""
        labels = self._in_order(ids)
        if len(labels) == 1:
            return self._words.text("where.item", item=self._names.item(labels[0]))
        return self._words.text("where.items", list=self._words.commas(labels, self._detail.items, self._names.item))

    def pages(self, places: Sequence[Locator], *, named: bool) -> str:
        """The pages of one file or more; files are named where asked, and where there are several."""
        by_file: dict[str, list[int]] = {}
        for place in places:
            by_file.setdefault(place.file, []).append(place.page)
        named = named or len(by_file) > 1
        return self._words.commas(
            list(by_file.items()), self._detail.places, lambda each: self._in_file(*each, named=named)
        )

    def at(self, places: Sequence[Locator]) -> str:
        """Places of front pages, without an item."""
        return self.pages(places, named=len(self._portfolio.documents) > 1)

    def by_item(self, places: Iterable[Locator]) -> str:
        """Places told by the items that they belong to."""
        groups: dict[str | None, list[Locator]] = {}
        for place in places:
            groups.setdefault(self._owners.get((place.file, place.page)), []).append(place)
        return self._told(groups)

    def of(self, found: Sequence[Observation]) -> str:
        """Where observations are: by item with pages, by pages alone, or "" where they have neither."""
        groups: dict[str | None, list[Locator]] = {}
        for each in found:
            groups.setdefault(each.evidence_id, []).extend(each.places)
        return self._told({item: places for item, places in groups.items() if item is not None or places})

    def _told(self, groups: Mapping[str | None, list[Locator]]) -> str:
        if not groups:
            return ""
        items = self._in_order(item for item in groups if item is not None)
        if not any(groups.values()):
            return self.items(items)
        order = [*([None] if None in groups else []), *items]
        return self._words.commas(order, self._detail.places, lambda item: self._in_item(item, groups[item]))

    def _in_item(self, item: str | None, places: Sequence[Locator]) -> str:
        if item is None:
            return self.at(places)
        if not places:
            return self.items([item])
        return self._words.text("where.of_item", item=self._names.item(item), where=self.pages(places, named=False))

    def _in_file(self, file: str, pages: Sequence[int], *, named: bool) -> str:
        where = self._words.pages(pages, self._detail.runs)
        return self._words.text("where.in_file", file=self._names.file(file), where=where) if named else where

    def _in_order(self, ids: Iterable[str]) -> list[str]:
        order = self._names.order
        return sorted(set(ids), key=lambda each: (order.get(each, len(order)), natural(each)))
