"""Documents as read -> a Portfolio: the stages of intake, one after another, each narrowing what the next looks at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.cells.legend import abbreviations, legend_marks, says_paged
from mrse_assess.intake.cells.noted_codes import noted_codes
from mrse_assess.intake.cells.noted_items import noted_items
from mrse_assess.intake.cells.own_headings import Beginnings, headings_of
from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.checks.cross_checks import contents_checks
from mrse_assess.intake.checks.front_checks import authentication_checks
from mrse_assess.intake.checks.problems import item_problems, page_problems, row_problems
from mrse_assess.intake.checks.table_problems import table_problems
from mrse_assess.intake.finding import ids_of, tables_of
from mrse_assess.intake.front.authentication import by_referee, find_authentications
from mrse_assess.intake.front.contents_list import ContentsList, find_contents
from mrse_assess.intake.front.identity import applicant_named, find_identity
from mrse_assess.intake.items.evidence import FoundItems, find_items
from mrse_assess.intake.items.item_files import is_front, may_be_front
from mrse_assess.intake.items.own_titles import without_notes
from mrse_assess.intake.leading.noted import with_marks, with_noted
from mrse_assess.intake.leading.resolution import resolve
from mrse_assess.intake.leading.said_counting import said_counting
from mrse_assess.intake.table.claims import Claim, RowReading, following
from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.intake.table.initials import by_initials, initials, short_words, without_initials
from mrse_assess.intake.table.legend_lines import legend_lines
from mrse_assess.intake.table.page_counts import without_counts
from mrse_assess.intake.table.table_doubt import doubted_rows
from mrse_assess.intake.table.titles import named_by_title
from mrse_assess.intake.text.askew import as_shown, level
from mrse_assess.intake.text.coded_labels import coded_labels
from mrse_assess.intake.text.coded_numbers import coded_numbers
from mrse_assess.intake.text.lines import FileLines, file_lines
from mrse_assess.intake.text.own_words import own_word
from mrse_assess.intake.text.shown_hyphens import with_hyphens
from mrse_assess.intake.text.trailing_codes import with_codes_before
from mrse_assess.intake.text.year_numbers import year_numbers
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Authentication, Document, Portfolio, TableLocation
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import MediaKind, TextSource

_NEAR_PAGES: Final = 3
_MOSTLY: Final = 0.8
_NO_SIZES: Final[Mapping[str, int]] = {}
_RECOGNISED: Final = frozenset({TextSource.LAYER, TextSource.RECOGNISED})
_PAGED: Final = frozenset({MediaKind.PDF, MediaKind.DOCX, MediaKind.TEXT, MediaKind.SPREADSHEET, MediaKind.SLIDES})


class _Front(NamedTuple):
    """What stands around the evidence."""

    tables: tuple[FoundTable, ...]
    contents: ContentsList | None
    authentication: Authentication
    authentications: tuple[Authentication, ...]  # all that may be one

    def pages(self) -> dict[str, set[int]]:
        """The pages of each file that are not evidence."""
        found: dict[str, set[int]] = defaultdict(set)
        for table in self.tables:
            if self._is_front(table):
                found[table.file].update(table.pages)
        if self.contents is not None:
            found[self.contents.file].update(self.contents.pages)
        place = self.authentication.locator
        if place is not None:
            found[place.file].add(place.page)
        return dict(found)

    def _is_front(self, table: FoundTable) -> bool:
        """Whether a table stands beside the one in force: work further on holds tables that look like it."""
        first = self.tables[0]
        if table.file != first.file or not table.pages or not first.pages:
            return True
        return table.pages[0] <= first.pages[-1] + _NEAR_PAGES


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
    coded = coded_labels(readings)
    if coded is not None:
        of_numbered = {name: sizes.get(file, 0) for name, file in coded.files.items()}
        return coded.as_written(_read([coded.numbered(each) for each in readings], scheme, of_numbered))
    word = own_word(readings)
    if word is not None:
        of_renamed = {name: sizes.get(file, 0) for name, file in word.files.items()}
        return word.as_written(read_portfolio([word.renamed(each) for each in readings], scheme, of_renamed))
    years = coded_numbers(readings, scheme.codes) or year_numbers(readings)
    if years is None:
        return _read(readings, scheme, sizes)
    joined = [years.joined(reading) for reading in readings]
    of_joined = {name: sizes.get(file, 0) for name, file in years.files.items()}
    read = _read(joined, scheme, of_joined)
    return years.as_written(read)


def _read(readings: Sequence[DocumentReading], scheme: Scheme, sizes: Mapping[str, int]) -> Portfolio:
    hyphened = (with_hyphens(level(reading)) for reading in readings)
    files = tuple(file_lines(with_codes_before(reading, scheme.codes)) for reading in hyphened)
    front = _find_front(files, scheme)
    cited = {claim.reference.evidence_id for table in front.tables[:1] for row in table.rows for claim in row.claims}
    items = _items_cited(files, front, cited - {""})
    titles = {item.id: item.title for item in items.items}
    known = Known(ids=ids_of(items), codes=frozenset(scheme.codes), files=items.by_file, titles=titles)
    headers = [header for table in front.tables for part in table.parts for header in part.headers]
    starts = _first_evidence(files, items, front)
    said = tuple(_lines_before(files, starts))
    known = replace(
        known,
        marks=legend_marks((*_lines_of_tables(front.tables, files), *said)),
        paged=says_paged(headers),
        headings=headings_of(items.items, files),
        abbreviations={**short_words(items.items), **abbreviations(_lines_of_tables(front.tables, files))},
        begun=Beginnings(items.items, files),
    )
    called = tuple(table._replace(rows=by_initials(table.rows, items.items)) for table in front.tables)
    tables = _read_again(called, known, scheme.codes)
    rows = following(named_by_title(tables[0].rows, items.items)) if tables else ()
    rows = doubted_rows(without_counts(rows, items.items) if tables and tables[0].counts_pages else rows, tables)
    coded = noted_codes((*said, *_lines_of_tables(front.tables, files)), known)
    claims = with_noted(_claims(rows), noted_items(said, known), coded)
    claims = with_marks(claims, known.marks) if _is_matrix(tables) else claims
    resolution = resolve(claims, items.items, files, front.contents, said_counting(said))
    identity = find_identity(files, starts, front.authentication.locator)
    problems = (
        *(problem for reading in readings for problem in reading.problems),
        *page_problems(files),
        *table_problems(tables, files, scheme.codes),
        *row_problems(rows),
        *contents_checks(front.contents, items.items, resolution.entries, items.own_titles),
        *authentication_checks(front.authentication, front.authentications, identity),
        *item_problems(items.items, front.authentication, front.contents),
        *items.problems,
        *resolution.problems,
    )
    portfolio = Portfolio(
        applicant_name=identity.name,
        submitted_on=identity.submitted_on,
        documents=tuple(_document(reading, sizes) for reading in readings),
        tables=tuple(TableLocation(file=table.file, pages=table.pages) for table in tables),
        contents_list=_location(front.contents),
        cross_references=resolution.entries,
        authentication=front.authentication,
        authentications=front.authentications,
        evidence=tuple(replace(item, title=without_notes(item.title)) for item in items.items),
        unresolved=resolution.unresolved,
        orphans=resolution.orphans,
        problems=problems,
        page_counting=resolution.counting,
    )
    return as_shown(portfolio, readings)


def _is_matrix(tables: Sequence[FoundTable]) -> bool:
    """Whether the table in force claims by marks."""
    return bool(tables) and not (tables[0].parts or tables[0].by_item)


def _lines_of_tables(tables: Sequence[FoundTable], files: Sequence[FileLines]) -> Iterator[str]:
    """Every line among which the legends of the tables may stand."""
    of = {file.file: file for file in files}
    for table in tables:
        yield from legend_lines(of[table.file], table.pages)


def _lines_before(files: Sequence[FileLines], starts: Mapping[str, int]) -> Iterator[str]:
    """Every line of the pages before the evidence; ``starts`` gives, for each file with such pages, the first after."""
    for file in files:
        for page in file.pages[: starts.get(file.file, 1) - 1]:
            yield from (line.text for line in page.lines)


def _find_front(files: Sequence[FileLines], scheme: Scheme) -> _Front:
    codes = scheme.codes
    paged = [file for file in files if file.reading.media in _PAGED]
    tables = tables_of(paged, scheme)
    taken = {(table.file, page) for table in tables for page in table.pages}
    contents = find_contents(paged, codes, taken)
    end = (tables[0].file, *tables[0].end) if tables else None
    found = find_authentications(paged, end)
    return _Front(tables, contents, by_referee(found, _applicant(paged, end)), found)


def _items_cited(files: Sequence[FileLines], front: _Front, cited: set[str]) -> FoundItems:
    """The items, given the ids in the table; where none bears such an id, those that it calls by their initial."""
    found = find_items(files, front.pages(), front.contents, cited)
    short = without_initials(cited)
    if short == cited or cited & {item.id for item in found.items}:
        return found
    again = find_items(files, front.pages(), front.contents, short)
    return again if any(each.startswith(tuple(initials(again.items))) for each in cited) else found


def _applicant(files: Sequence[FileLines], end: tuple[str, int, float] | None) -> str | None:
    """The applicant as the pages up to the table's end name them, which tells the referee from them."""
    last = end[1] if end else 1
    pages = (page for file in files if end is None or file.file == end[0] for page in file.pages[:last])
    return next((name for page in pages if (name := applicant_named(page.lines))), None)


def _read_again(tables: Sequence[FoundTable], known: Known, codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """The tables read with the items known; the one that names most existing items first."""
    again = [table.read_again(known, codes) for table in tables]
    again = [table for table in again if not table.unheaded or _names_items(table, known)]
    return tuple(sorted(again, key=lambda table: -(table.score + _existing(table, known))))


def _names_items(table: FoundTable, known: Known) -> bool:
    """Whether nearly all that the table names was sent."""
    return _existing(table, known) >= _MOSTLY * sum(len(row.claims) for row in table.rows)


def _existing(table: FoundTable, known: Known) -> int:
    return sum(claim.reference.evidence_id in known.ids for row in table.rows for claim in row.claims)


def _claims(rows: Iterable[RowReading]) -> list[Claim]:
    return [claim for row in rows for claim in row.claims]


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
        if file.file in front.pages() or (starts.get(file.file, 2) > 1 and _may_be_front(file, starts))
    }


def _may_be_front(file: FileLines, starts: Mapping[str, int]) -> bool:
    """Whether a file's name leaves room for a title page, or says that it holds nothing but such parts."""
    return may_be_front(file.file) or (file.file not in starts and is_front(file, {}, ()))


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
        pages_recognised=tuple(page.number for page in reading.pages if page.text_source in _RECOGNISED),
    )


def _location(contents: ContentsList | None) -> TableLocation | None:
    return TableLocation(file=contents.file, pages=contents.pages) if contents is not None else None
