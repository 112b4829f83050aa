"""What stands in the way of trusting the reading, said to the assessor: one function for each stage."""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.front.contents_list import ContentsList
from mrse_assess.intake.table.claims import RowReading
from mrse_assess.intake.text.lines import FileLines
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication, EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_MOST_PAGES_NAMED: Final = 12
_UNREAD: Final = frozenset(
    {
        "pages-without-text",
        "pages-recognised-poorly",
        "pages-layer-doubtful",
        "pages-not-recognised",
        "page-recognition-failed",
    }
)
"""What the documents say themselves of pages whose words were not read."""


def page_problems(files: Sequence[FileLines]) -> Iterator[Problem]:
    """Pages whose words could not be read, one Problem a file."""
    for file in files:
        unread = [page.number for page in file.pages if not page.page.has_text]
        if unread and not any(problem.code in _UNREAD for problem in file.reading.problems):
            named = ", ".join(map(str, unread[:_MOST_PAGES_NAMED])) + (
                " ..." if len(unread) > _MOST_PAGES_NAMED else ""
            )
            yield Problem(
                code="pages-not-read",
                severity=Severity.WARNING,
                found=f"{len(unread)} pages of {file.file} hold no text that can be read (pages {named}).",
                advice="Look at these pages yourself: they were not searched, which is not the same as nothing there.",
                locator=Locator(file=file.file, page=unread[0]),
            )


def row_problems(rows: Sequence[RowReading]) -> Iterator[Problem]:
    """Rows whose cell says something that is no reference, or only in part one."""
    for row in rows:
        if row.above:
            yield _row(
                row,
                "cell-points-elsewhere",
                f"The row of {row.code} points at another row and names no item{_followed(row)}.",
                "Look at the rows beside it and correct the items if others are meant.",
            )
        elif row.codes and (row.follows or not row.claims):
            named = ", ".join(row.codes)
            yield _row(
                row,
                "cell-names-sub-category",
                f"The row of {row.code} names {named}, which are sub-categories and no items{_followed(row)}.",
                "Look which items are meant, and enter or correct them.",
            )
        elif row.unread and not row.claims:
            yield _row(
                row,
                "cell-not-understood",
                f'The row of {row.code} says "{row.unread[:200]}", in which no item was found.',
                "If it names an item, enter the reference by hand.",
            )
        elif row.leftover or row.codes:
            named = ", ".join(dict.fromkeys((*row.leftover, *row.codes)))
            yield _row(
                row,
                "cell-partly-read",
                f'The row of {row.code} says "{row.text[:200]}", of which "{named[:80]}" was not understood.',
                "If it names a further item or page, enter it by hand.",
            )


def _followed(row: RowReading) -> str:
    return f": it was given those of {', '.join(row.follows)}" if row.follows else ""


def _row(row: RowReading, code: str, found: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, found=found, advice=advice, locator=row.place)


def item_problems(
    items: Sequence[EvidenceItem], authentication: Authentication, contents: ContentsList | None
) -> Iterator[Problem]:
    """No items, no authentication."""
    if not items:
        yield Problem(
            code="evidence-not-found",
            severity=Severity.ERROR,
            found="No item of evidence could be told apart: no bookmark, divider, heading or file name bears a label.",
            advice="Mark the items' pages by hand.",
            locator=Locator(file=contents.file, page=contents.pages[0]) if contents and contents.pages else None,
        )
    if not authentication.present:
        blank = authentication.locator is not None
        yield Problem(
            code="authentication-empty" if blank else "authentication-not-found",
            severity=Severity.WARNING,
            found="The authentication is there but not filled in."
            if blank
            else "No authentication by a referee was found.",
            advice="Look at the end of the table and at the other files; it is one of the required parts (G8).",
            locator=authentication.locator,
        )
