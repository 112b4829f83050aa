"""Documents as read -> a Portfolio: the stages of intake, one after another, each narrowing what the next looks at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.authentication import find_authentication
from mrse_assess.intake.candidates import candidates
from mrse_assess.intake.claims import Claim, RowReading
from mrse_assess.intake.contents_list import ContentsList, find_contents
from mrse_assess.intake.cross_reference import FoundTable, choose, find_tables, is_broad, other_tables
from mrse_assess.intake.evidence import FoundItems, find_items
from mrse_assess.intake.identity import find_identity
from mrse_assess.intake.labels import file_label
from mrse_assess.intake.lines import FileLines, file_lines
from mrse_assess.intake.problems import contents_problems, item_problems, page_problems, row_problems, table_problems
from mrse_assess.intake.references import Known
from mrse_assess.intake.resolution import resolve
from mrse_assess.intake.titles import claims_by_title
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Authentication, Document, Portfolio, TableLocation
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import MediaKind

_NO_SIZES: Final[Mapping[str, int]] = {}
_PAGED: Final = frozenset({MediaKind.PDF, MediaKind.DOCX, MediaKind.TEXT})


class _Front(NamedTuple):
    """What stands around the evidence."""

    tables: tuple[FoundTable, ...]
    contents: ContentsList | None
    authentication: Authentication

    def pages(self) -> dict[str, set[int]]:
        """The pages of each file that are not evidence."""
        found: dict[str, set[int]] = defaultdict(set)
        for table in self.tables:
            found[table.file].update(table.pages)
        if self.contents is not None:
            found[self.contents.file].update(self.contents.pages)
        place = self.authentication.locator
        if place is not None:
            found[place.file].add(place.page)
        return dict(found)


def read_portfolio(
    readings: Sequence[DocumentReading], scheme: Scheme, sizes: Mapping[str, int] = _NO_SIZES
) -> Portfolio:
    """The portfolio as intake understands it.

    Args:
        readings: one for each file, pages numbered from 1 without gaps.
        scheme: gives the sub-category codes.
        sizes: bytes of each file, by its path inside the portfolio.

    Returns:
        A Portfolio in which everything found has its place; whatever was doubtful or missing is among its problems.
    """
    files = tuple(file_lines(reading) for reading in readings)
    front = _find_front(files, scheme.codes)
    cited = {claim.reference.evidence_id for table in front.tables[:1] for row in table.rows for claim in row.claims}
    items = find_items(files, front.pages(), front.contents, cited - {""})
    known = Known(ids=_ids(items), codes=frozenset(scheme.codes), files=items.by_file)
    tables = _read_again(front.tables, known, scheme.codes)
    rows = tables[0].rows if tables else ()
    claims = [*_claims(rows), *claims_by_title(rows, items.items)]
    resolution = resolve(claims, items.items, files)
    identity = find_identity(files, _first_evidence(files, items, front), front.authentication.locator)
    problems = (
        *(problem for reading in readings for problem in reading.problems),
        *page_problems(files),
        *table_problems(tables, files, scheme.codes),
        *row_problems(rows),
        *contents_problems(front.contents, items.items, resolution.entries),
        *item_problems(items.items, front.authentication, front.contents),
        *items.problems,
        *resolution.problems,
    )
    return Portfolio(
        applicant_name=identity.name,
        submitted_on=identity.submitted_on,
        documents=tuple(_document(reading, sizes) for reading in readings),
        tables=tuple(TableLocation(file=table.file, pages=table.pages) for table in tables),
        contents_list=_location(front.contents),
        cross_references=resolution.entries,
        authentication=front.authentication,
        evidence=items.items,
        unresolved=resolution.unresolved,
        orphans=resolution.orphans,
        problems=problems,
    )


def _find_front(files: Sequence[FileLines], codes: Sequence[str]) -> _Front:
    known = Known(codes=frozenset(codes))
    found = [candidate for file in files if file.reading.media in _PAGED for candidate in candidates(file, codes)]
    paged = [file for file in files if file.reading.media in _PAGED]
    tables = find_tables(found, codes, known)
    tables = tables if is_broad(tables) else choose(tables, other_tables(paged, codes))
    taken = {(table.file, page) for table in tables for page in table.pages}
    contents = find_contents(paged, codes, taken)
    end = (tables[0].file, *tables[0].end) if tables else None
    return _Front(tables, contents, find_authentication(paged, end))


def _read_again(tables: Sequence[FoundTable], known: Known, codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """The tables read with the items known; the one that names most existing items first."""
    again = [table.read_again(known, codes) for table in tables]
    return tuple(sorted(again, key=lambda table: -(table.score + _existing(table, known))))


def _existing(table: FoundTable, known: Known) -> int:
    return sum(claim.reference.evidence_id in known.ids for row in table.rows for claim in row.claims)


def _claims(rows: Iterable[RowReading]) -> list[Claim]:
    return [claim for row in rows for claim in row.claims]


def _ids(items: FoundItems) -> frozenset[str]:
    """Ids as cells may name them: without the folder of items whose label is used twice."""
    return frozenset(each for item in items.items for each in (item.id, item.id.rpartition("/")[2]))


def _first_evidence(files: Sequence[FileLines], items: FoundItems, front: _Front) -> dict[str, int]:
    """For each file that may hold a title page, those of the table first, the first page of evidence in it."""
    starts: dict[str, int] = {}
    for item in items.items:
        for span in item.spans:
            starts[span.file] = min(span.first, starts.get(span.file, span.first))
    ordered = sorted(files, key=lambda file: file.file not in front.pages())
    return {
        file.file: starts.get(file.file, len(file.pages) + 1)
        for file in ordered
        if file.file in front.pages() or (starts.get(file.file, 2) > 1 and file_label(file.file) is None)
    }


def _document(reading: DocumentReading, sizes: Mapping[str, int]) -> Document:
    return Document(
        name=reading.file,
        sha256=reading.sha256,
        media=reading.media,
        size=sizes.get(reading.file, 0),
        pages=len(reading.pages),
        pages_without_text=tuple(page.number for page in reading.pages if not page.has_text),
        rendered_by=reading.rendered_by,
        reader=reading.reader,
        page_sizes=tuple((page.width, page.height) for page in reading.pages),
    )


def _location(contents: ContentsList | None) -> TableLocation | None:
    return TableLocation(file=contents.file, pages=contents.pages) if contents is not None else None
