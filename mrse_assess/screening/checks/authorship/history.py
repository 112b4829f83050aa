"""What a table of versions says of an item's author and of the applicant's part (guidance, clauses G7 and G13)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.model.places import Locator
from mrse_assess.screening.cells import Rows
from mrse_assess.screening.names import Named, person_in
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.versions import Cell, Version, Versions, version_tables

_INITIALS: Final = re.compile(r"[A-Z]\.?[A-Z]\.?(?:[A-Z]\.?){0,2}")


@dataclass(frozen=True)
class Maker:
    """Who a row names, "" where nobody is recognised, and where; ``first``: of the oldest version."""

    name: str
    is_applicant: bool
    first: bool
    change: str
    place: Locator


@dataclass(frozen=True)
class Sheet:
    """One page of an item with its tables of versions; ``columns`` are the heads of these, from the dates' data."""

    rows: Rows
    columns: Mapping[str, Sequence[str]]

    @cached_property
    def tables(self) -> tuple[Versions, ...]:
        """The page's tables of versions."""
        return tuple(version_tables(self.rows, self.columns))

    @cached_property
    def lines(self) -> frozenset[int]:
        """The lines that they take."""
        return frozenset(line for table in self.tables for line in table.lines)

    def makers(self, applicant: Named) -> Iterator[Maker]:
        """Who made each version."""
        for table in self.tables:
            for row in table.rows:
                if "by" in row.cells:
                    yield self._maker(row, row.cells["by"], applicant, first=row is table.first)

    def _maker(self, row: Version, by: Cell, applicant: Named, *, first: bool) -> Maker:
        place = self.rows.page.place(by.start, by.end)
        change = row.cells["change"].text if "change" in row.cells else ""
        own = applicant.is_in(by.text) or any(True for _ in applicant.in_capitals(by.text, 2))
        initials = _INITIALS.fullmatch(by.text.strip())
        name = by.text if own or initials else person_in(by.text)
        return Maker(name, own, first, change, place)


def role_in(maker: Maker, lists: Mapping[str, Sequence[str]]) -> str:
    """What a row shows that its maker did: the first version is produced, a later one revised or only reviewed."""
    looked = any_of(tuple(lists["looked_only"])).match(maker.change.strip())
    if maker.first and not looked:
        return "produce"
    return "review" if looked else "revise"
