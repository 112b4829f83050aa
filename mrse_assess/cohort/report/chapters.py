"""Which tables stand together, and in what order: one arrangement for the report, its files and the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from mrse_assess.cohort.report.wording import Chapter, report_wording
from mrse_assess.cohort.tables import CohortTable


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A chapter with those tables that belong to it, in the chapter's order."""

    chapter: Chapter
    tables: tuple[CohortTable, ...]

    @property
    def printed(self) -> tuple[CohortTable, ...]:
        """Those of the attempts that are printed."""
        return tuple(table for table in self.tables if not table.attempts or table.attempts in self.chapter.attempts)


def printed(tables: Sequence[CohortTable]) -> tuple[CohortTable, ...]:
    """The tables that a report prints; the others are in its files only."""
    return tuple(table for filled in arranged(tables) for table in filled.printed)


def arranged(tables: Sequence[CohortTable]) -> tuple[Filled, ...]:
    """Every table once, under the first chapter that names it; chapters without any are left out."""
    left = list(tables)
    found = []
    for chapter in report_wording().chapters:
        own = [table for name in chapter.tables for table in left if fnmatchcase(table.id, name)]
        own = list({id(table): table for table in own}.values())
        left = [table for table in left if not any(table is one for one in own)]
        if own:
            found.append(Filled(chapter=chapter, tables=tuple(own)))
    return tuple(found)
