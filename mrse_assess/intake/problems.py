"""What stands in the way of trusting the reading, said to the assessor: one function for each stage."""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.claims import RowReading
from mrse_assess.intake.contents_list import ContentsList
from mrse_assess.intake.cross_reference import FoundTable
from mrse_assess.intake.lines import FileLines
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication, CrossReferenceEntry, EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_MOST_PAGES_NAMED: Final = 12


def page_problems(files: Sequence[FileLines]) -> Iterator[Problem]:
    """Pages whose words could not be read, one Problem a file."""
    for file in files:
        unread = [page.number for page in file.pages if not page.page.has_text]
        if unread and not any(problem.code.startswith("pages-without-text") for problem in file.reading.problems):
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


def table_problems(tables: Sequence[FoundTable], files: Sequence[FileLines], codes: Sequence[str]) -> Iterator[Problem]:
    """No table, several, rows missing, codes that the scheme does not have."""
    if not tables:
        pictures = any(not page.page.has_text for file in files for page in file.pages)
        yield Problem(
            code="table-not-found",
            severity=Severity.ERROR,
            found="No Experience Cross Reference Table was found"
            + (": some pages are pictures without text." if pictures else "."),
            advice="Look for it yourself. If it is there, enter its references by hand; if not, the part is missing.",
        )
        return
    best = tables[0]
    here = Locator(file=best.file, page=best.pages[0] if best.pages else 1)
    if len(tables) > 1:
        yield _several(tables, here)
    if best.by_item:
        yield Problem(
            code="table-by-item",
            severity=Severity.WARNING,
            found="The cross reference table has a row for each item instead of one for each sub-category.",
            advice="It was turned round. Check a few references against it.",
            locator=here,
        )
    missing = [code for code in codes if code not in {row.code for row in best.rows}]
    if missing:
        yield Problem(
            code="sub-category-without-row",
            severity=Severity.NOTE,
            found=f"The table has no row for {', '.join(missing)}.",
            advice="Nothing was offered there, unless the row was not read. Check the table's page.",
            locator=here,
        )
    if best.foreign:
        yield Problem(
            code="code-not-in-scheme",
            severity=Severity.WARNING,
            found=f"{best.foreign} rows of the table bear a number that is no sub-category of the scheme.",
            advice="Their references are not in the worklist. Enter them under the right sub-category.",
            locator=here,
        )


def _several(tables: Sequence[FoundTable], here: Locator) -> Problem:
    named = "; ".join(f"{table.file} page {table.pages[0] if table.pages else 1}" for table in tables)
    same = (
        len(
            {
                frozenset((row.code, claim.reference.evidence_id) for row in table.rows for claim in row.claims)
                for table in tables
            }
        )
        == 1
    )
    return Problem(
        code="tables-several",
        severity=Severity.NOTE if same else Severity.WARNING,
        found=f"{len(tables)} tables look like the Experience Cross Reference Table ({named})"
        + (", with the same references." if same else "; their references differ."),
        advice="The first one named was used. Compare the others and correct references where they are meant instead.",
        locator=here,
    )


def row_problems(rows: Sequence[RowReading]) -> Iterator[Problem]:
    """Rows whose cell says something that is no reference."""
    for row in rows:
        if row.above:
            yield _row(
                row,
                "cell-points-elsewhere",
                f"The row of {row.code} points at another row and names no item.",
                "Look at the rows beside it and enter the item meant, if any.",
            )
        elif row.codes and not row.claims:
            named = ", ".join(row.codes)
            yield _row(
                row,
                "cell-names-sub-category",
                f"The row of {row.code} names {named}, which are sub-categories and no items.",
                "Look which items are meant and enter them.",
            )
        elif row.unread and not row.claims:
            yield _row(
                row,
                "cell-not-understood",
                f'The row of {row.code} says "{row.unread[:200]}", in which no item was found.',
                "If it names an item, enter the reference by hand.",
            )


def _row(row: RowReading, code: str, found: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, found=found, advice=advice, locator=row.place)


def contents_problems(
    contents: ContentsList | None, items: Sequence[EvidenceItem], entries: Sequence[CrossReferenceEntry]
) -> Iterator[Problem]:
    """The contents list against the files and against the table."""
    if contents is None:
        yield Problem(
            code="contents-list-not-found",
            severity=Severity.WARNING,
            found="No contents list was found.",
            advice="Look for it yourself; it is one of the required parts (G8).",
        )
        return
    here = Locator(file=contents.file, page=contents.pages[0] if contents.pages else 1)
    there = {item.id.rpartition("/")[2] for item in items} | {item.id for item in items}
    for entry in contents.entries:
        if entry.id not in there:
            yield Problem(
                code="listed-item-missing",
                severity=Severity.WARNING,
                found=f"The contents list names item {entry.id}, which was not found in the portfolio.",
                advice="Look whether it is there under another label.",
                locator=here,
            )
    cited = {(entry.sub_category, entry.evidence_id) for entry in entries}
    for entry in contents.entries:
        differing = [code for code in entry.claimed if (code, entry.id) not in cited]
        if differing and entries:
            yield Problem(
                code="contents-and-table-differ",
                severity=Severity.NOTE,
                found=f"The contents list links item {entry.id} to {', '.join(differing)}; the table does not.",
                advice="The table was followed. Take the link up yourself if you think that it is meant.",
                locator=here,
            )


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
