"""What checks look at: the portfolio as it was understood, the text of its pages, and what its files carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from mrse_assess.intake.text.lines import FileLines, file_lines
from mrse_assess.model.facts import FileFacts
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.page_text import PageText


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything of one application that screening may look at. A file without ``facts`` was not looked into.

    ``submitted_on`` is the day from which ages are counted: the portfolio's own, else the day it was received.
    ``worked_out`` keeps by name what several checks need, as cached properties keep what needs no data of a check.
    """

    scheme: Scheme
    portfolio: Portfolio
    files: tuple[FileLines, ...]
    facts: Mapping[str, FileFacts] = field(default_factory=dict)
    submitted_on: date | None = None
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def pages(self) -> Mapping[tuple[str, int], PageText]:
        """Every page by file and number."""
        return {(file.file, page.number): PageText(page) for file in self.files for page in file.pages}

    def pages_of(self, item: EvidenceItem) -> tuple[PageText, ...]:
        """The pages of an item in their order."""
        places = ((span.file, page) for span in item.spans for page in span.pages)
        return tuple(self.pages[place] for place in places if place in self.pages)

    @cached_property
    def cited_for(self) -> Mapping[str, tuple[str, ...]]:
        """The sub-categories for which each item is cited, in the order of the table."""
        cited: dict[str, dict[str, None]] = {item.id: {} for item in self.portfolio.evidence}
        for entry in self.portfolio.cross_references:
            cited.setdefault(entry.evidence_id, {})[entry.sub_category] = None
        return {item: tuple(codes) for item, codes in cited.items()}


def material_of(
    readings: Sequence[DocumentReading],
    portfolio: Portfolio,
    scheme: Scheme,
    *,
    facts: Mapping[str, FileFacts] = MappingProxyType({}),
    received_on: date | None = None,
) -> Material:
    """The material of a portfolio that has been read."""
    return Material(
        scheme=scheme,
        portfolio=portfolio,
        files=tuple(file_lines(reading) for reading in readings),
        facts=facts,
        submitted_on=portfolio.submitted_on or received_on,
    )
