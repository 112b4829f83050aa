"""What is odd about the cross reference table, said to the assessor: none, several, rows missing, strange codes."""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.intake.text.labels import read_label
from mrse_assess.intake.text.lines import FileLines, PageLines, segments
from mrse_assess.intake.text.part_headings import TABLE_HEADING
from mrse_assess.model.places import Locator
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_LONGEST_HEADING: Final = 10  # words
_MANY_CODES: Final = 8  # different sub-categories on a page that may be the table
_LEAST_ITEMS: Final = 3
_PICTURE: Final = 0.12  # share of the page's area that a table in a picture takes up at least


def table_problems(tables: Sequence[FoundTable], files: Sequence[FileLines], codes: Sequence[str]) -> Iterator[Problem]:
    """No table, several, rows missing, codes that the scheme does not have."""
    if not tables:
        yield _not_found(files, codes)
        return
    best = tables[0]
    here = _place(best)
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
    if best.unheaded:
        yield Problem(
            code="table-without-heading",
            severity=Severity.WARNING,
            found="No heading names the cross reference table; one was taken that links sub-categories to items sent.",
            advice="Make sure that it is the applicant's cross reference table.",
            locator=here,
        )
    if best.by_titles:
        yield Problem(
            code="sub-categories-by-title",
            severity=Severity.WARNING,
            found="The cross reference table has titles in place of codes; each sub-category was told by its title.",
            advice="Compare every row with the table: similar titles may have been taken for each other.",
            locator=here,
        )
    if best.unread:
        yield Problem(
            code="row-not-read",
            severity=Severity.WARNING,
            found=f"The sub-categories of these items could not be read in the table: {'; '.join(best.unread)}.",
            advice="Nothing was entered for them. Enter what the table claims by hand.",
            locator=here,
        )
    if not any(row.claims for row in best.rows):
        yield Problem(
            code="table-not-read",
            severity=Severity.WARNING,
            found="The cross reference table was found, and not one reference in it could be read.",
            advice="Enter by hand what it claims: its rows are not empty, they were not read.",
            locator=here,
        )
    if best.marks_seen or any(part.ticked and part.grid.recognised for part in best.parts):
        yield Problem(
            code="marks-recognised",
            severity=Severity.WARNING,
            found="The table claims by marks on a page that was read from a picture; marks may have been missed.",
            advice="Compare every row with the page: a row without references may bear marks that were not seen.",
            locator=here,
        )
    yield from _rows_problems(best, codes, here)


def _rows_problems(best: FoundTable, codes: Sequence[str], here: Locator) -> Iterator[Problem]:
    """Sub-categories without a row, and rows with codes that the scheme does not have."""
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


def _not_found(files: Sequence[FileLines], codes: Sequence[str]) -> Problem:
    """No table; where its heading stands above a picture, or a page is full of codes and items, it is likely there."""
    pictured = next((page for file in files for page in file.pages if _heads_a_picture(page)), None)
    likely = None if pictured is not None else _most_likely(files, codes)
    unread = any(not page.page.has_text for file in files for page in file.pages)
    if pictured is not None:
        said = f": its heading stands on page {pictured.number} of {pictured.file}, with a picture that was not read."
    elif likely is not None:
        said = f": page {likely.number} of {likely.file} names many sub-categories and items, which could not be read."
    else:
        said = ": some pages are pictures without text." if unread else "."
    return Problem(
        code="table-not-found",
        severity=Severity.ERROR,
        found=f"No Experience Cross Reference Table was found{said}",
        advice="Look for it yourself. If it is there, enter its references by hand; if not, the part is missing.",
        locator=Locator(file=place.file, page=place.number) if (place := pictured or likely) is not None else None,
    )


def _most_likely(files: Sequence[FileLines], codes: Sequence[str]) -> PageLines | None:
    """The page that names most sub-categories, with items beside them; None where none names many."""
    pages = [page for file in files for page in file.pages]
    named = {id(page): len(_codes_on(page, codes)) for page in pages}
    many = [page for page in pages if named[id(page)] >= _MANY_CODES and _items_on(page) >= _LEAST_ITEMS]
    return max(many, key=lambda page: named[id(page)], default=None)


def _codes_on(page: PageLines, codes: Sequence[str]) -> set[str]:
    dotted = {code for code in codes if "." in code}
    return {word.text.strip("()[].:;,") for word in page.page.words} & dotted


def _items_on(page: PageLines) -> int:
    """How many items the page names with a word before their label."""
    parts = (" ".join(word.text for word in words) for line in page.lines for words in segments(line))
    return len({label.id for text in parts if (label := read_label(text)) is not None})


def _heads_a_picture(page: PageLines) -> bool:
    if page.page.picture_share < _PICTURE:
        return False
    return any(len(line.words) <= _LONGEST_HEADING and TABLE_HEADING.search(line.text) for line in page.lines)


def _several(tables: Sequence[FoundTable], here: Locator) -> Problem:
    """Two or more versions: whether they differ, which was taken, and why."""
    named = "; ".join(f"{table.file} page {table.pages[0] if table.pages else 1}" for table in tables)
    same = len({_pairs(table) for table in tables}) == 1
    return Problem(
        code="tables-several",
        severity=Severity.NOTE if same else Severity.WARNING,
        found=f"{len(tables)} tables look like the Experience Cross Reference Table ({named})"
        + (", with the same references." if same else "; their references differ."),
        advice=f"The first one named was used: {_reason(tables)}. "
        "Compare the others and correct references where they are meant instead.",
        locator=here,
    )


def _reason(tables: Sequence[FoundTable]) -> str:
    best, rest = tables[0], tables[1:]
    if best.standing > max(table.standing for table in rest):
        if best.said and best.standing > 0:
            return f'above it stands "{best.said}"'
        old = next((table.said for table in rest if table.said), "")
        if old:
            return f'above the other stands "{old}"'
    return "it names more items that were sent, for more sub-categories"


def _pairs(table: FoundTable) -> frozenset[tuple[str, str]]:
    return frozenset((row.code, claim.reference.evidence_id) for row in table.rows for claim in row.claims)


def _place(table: FoundTable) -> Locator:
    return Locator(file=table.file, page=table.pages[0] if table.pages else 1)
