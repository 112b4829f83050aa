"""What the reading of the portfolio itself shows: parts, claims, files that could not be opened or read in full."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme

_PROBLEM: Final = "problem."
_FILES: Final = "ask.files"
_PART: Final = "ask.part"
_LISTED: Final = "listed-item-missing"
_CLAIMS: Final = "sub_categories"  # what the rule about the number of sub-categories counts


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A claim that leads nowhere; ``place`` is its cell of the table, None where not known."""

    code: str
    item: str
    place: Locator | None


@dataclass(frozen=True)
class Taken:
    """What was taken in of one portfolio."""

    portfolio: Portfolio
    scheme: Scheme

    @cached_property
    def claimed(self) -> tuple[str, ...]:
        """The sub-categories for which an item is cited, in the order of the scheme."""
        cited = {entry.sub_category for entry in self.portfolio.cross_references}
        return tuple(code for code in self.scheme.codes if code in cited)

    @cached_property
    def unclaimed(self) -> tuple[str, ...]:
        """The others."""
        return tuple(code for code in self.scheme.codes if code not in self.claimed)

    @property
    def needed(self) -> int:
        """How many sub-categories the scheme asks for (clause G2)."""
        return next((rule.threshold or 0 for rule in self.scheme.rules if rule.counts == _CLAIMS), 0)

    @cached_property
    def nowhere(self) -> tuple[Claim, ...]:
        """Claims of an item that is not in the portfolio, in the order of the table."""
        cells = {(entry.sub_category, entry.evidence_id): entry.cell for entry in self.portfolio.cross_references}
        return tuple(Claim(code=code, item=item, place=cells.get((code, item))) for code, item in self._unresolved)

    @property
    def _unresolved(self) -> Iterator[tuple[str, str]]:
        return iter(dict.fromkeys(self.portfolio.unresolved))

    @cached_property
    def listed(self) -> tuple[Locator | None, ...]:
        """Where the contents list names items that were not found."""
        return tuple(each.locator for each in self.portfolio.problems if each.code == _LISTED)

    @cached_property
    def not_opened(self) -> tuple[str, ...]:
        """Files of which not one page could be read, and those that were not taken in; "" for the whole portfolio."""
        closed = (document.name for document in self.portfolio.documents if not document.pages)
        return tuple(dict.fromkeys([*closed, *self._with_problems(_FILES)]))

    @cached_property
    def in_part(self) -> tuple[str, ...]:
        """Files of which a part could not be read."""
        return tuple(file for file in dict.fromkeys(self._with_problems(_PART)) if file not in self.not_opened)

    @cached_property
    def files(self) -> int:
        """How many files were sent, as far as they are known."""
        return len({document.name for document in self.portfolio.documents}.union(filter(None, self.not_opened)))

    @property
    def pages(self) -> int:
        """How many pages the files have."""
        return sum(document.pages for document in self.portfolio.documents)

    @cached_property
    def wordless(self) -> tuple[Locator, ...]:
        """Pages whose words could not be read."""
        return tuple(self._places("pages_without_text"))

    @cached_property
    def recognised(self) -> tuple[Locator, ...]:
        """Pages whose words were recognised from a picture."""
        return tuple(self._places("pages_recognised"))

    def _places(self, pages: str) -> Iterator[Locator]:
        for document in self.portfolio.documents:
            yield from (Locator(file=document.name, page=page) for page in getattr(document, pages))

    def _with_problems(self, passage: str) -> Iterable[str]:
        asks = self.scheme.report_asks
        met = (each for each in self.portfolio.problems if asks.get(f"{_PROBLEM}{each.code}") == passage)
        return (each.locator.file if each.locator else "" for each in met)
