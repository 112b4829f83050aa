"""All tables of a report as they may be published, protected together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort.disclosure import Policy, Row, Table, protect
from mrse_assess.cohort.disclosure.publishing import publish
from mrse_assess.cohort.publishing import reading_outcomes, reading_reasons, reading_rules
from mrse_assess.cohort.publishing.attempts import link_attempts
from mrse_assess.cohort.publishing.book import Book, Layout
from mrse_assess.cohort.publishing.declared import Declared, Never, declarations
from mrse_assess.cohort.publishing.editions import Continued, continued
from mrse_assess.cohort.publishing.ledger import Ledger, Study
from mrse_assess.cohort.publishing.linking import link
from mrse_assess.cohort.publishing.periods import counted_otherwise
from mrse_assess.cohort.publishing.printing import Printer, without_rows
from mrse_assess.cohort.publishing.remembering import Before, report_of
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme

NOTHING: Final = Before()
Reading = Callable[[CohortTable, Book], Layout]
Key = tuple[str, str, str]

READINGS: Final[Mapping[str, Reading]] = {
    name: reading
    for module in (reading_outcomes, reading_rules, reading_reasons)
    for name, reading in vars(module).items()
    if name in {one.reading for one in declarations().read}
}


@dataclass(frozen=True, kw_only=True)
class Publication:
    """``tables`` may leave the scheme office. ``afterwards``: what is public then, to be kept for the next time."""

    tables: tuple[CohortTable, ...]
    afterwards: Before


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What of the counts is published, and the sentence in place of each table that is refused."""

    counts: Mapping[str, int]
    rates: Mapping[str, float]
    refusals: dict[str, str]


def publishable(tables: Sequence[CohortTable], policy: Policy, earlier: Before = NOTHING) -> tuple[CohortTable, ...]:
    """The tables of a report without anything that may not be published; see :func:`publication`."""
    return publication(tables, policy, earlier).tables


def publication(
    tables: Sequence[CohortTable],
    policy: Policy,
    earlier: Before = NOTHING,
    *,
    period: str = "",
    schemes: Sequence[Scheme] = (),
) -> Publication:
    """The tables of a report without anything that may not be published, and what is public then.

    Of several guidance versions one that no scheme knows and of which nothing can be published is not there at all:
    that somebody applied under it would be told by its name, which somebody typed.

    Args:
        tables: all of the report, of every guidance version, first and final attempts; together they are protected.
        policy: what may be published.
        earlier: what was published before.
        period: in which the applications were received that the report is about, as tables by period call it ("2026");
            "" where it is about all that there are.
        schemes: that the applications were decided under; the one that comes with the program if none is given.

    Raises:
        BadRequestError: tables contradict each other, or are given twice.
    """
    known = tuple(schemes) or (load_scheme(),)
    otherwise = frozenset(_key(table) for table in tables if counted_otherwise(table, earlier))
    layouts, ledger = _read([table for table in tables if _key(table) not in otherwise], period, known, policy)
    asked = [_asked(table, layouts) for table in tables if _key(table) in layouts]
    reported = sorted({(table.guidance, period) for table in tables if _key(table) in layouts})
    now = continued(ledger.statistics(asked, policy), earlier, policy, reported)
    found = _published(now, policy, earlier)
    counts = {name: found.counts[new] for name in ledger.held if (new := now.names.get(name, name)) in found.counts}
    printer = Printer(
        counts=counts,
        rates=found.rates,
        impossible=frozenset(name for name, held in ledger.held.items() if held.impossible),
        policy=policy,
    )
    refusals = found.refusals | dict.fromkeys(map("\n".join, otherwise), declarations().words["other_periods"])
    printed = tuple(_printed(table, layouts, printer, refusals) for table in tables)
    shown = _shown(printed, layouts, counts)
    reports = [
        report_of(
            period,
            guidance,
            policy,
            {now.names.get(name, name): counts[name] for name in shown if ledger.held[name].study[0] == guidance},
        )
        for guidance, _ in reported
    ]
    return Publication(tables=_named(printed, known), afterwards=earlier.and_then(reports))


def _named(printed: Sequence[CohortTable], schemes: Sequence[Scheme]) -> tuple[CohortTable, ...]:
    """The tables of the guidance versions that may be named; of one alone its name tells nothing."""
    given = {table.guidance for table in printed}
    named = {table.guidance for table in printed if table.rows or table.applications is not None}
    named |= {one.guidance_name for one in schemes} if len(given) > 1 else given
    return tuple(table for table in printed if table.guidance in named)


def _key(table: CohortTable) -> Key:
    return table.guidance, table.attempts, table.id


def _read(
    tables: Sequence[CohortTable], period: str, schemes: Sequence[Scheme], policy: Policy
) -> tuple[dict[Key, tuple[Declared, Layout]], Ledger]:
    """Every table that may be published, with its counts in one ledger."""
    ledger = Ledger()
    books: dict[Study, Book] = {}
    layouts: dict[Key, tuple[Declared, Layout]] = {}
    about = (("received", period),) if period else ()
    for table in tables:
        declared = declarations().of(table.id)
        if not isinstance(declared, Declared):
            continue
        if _key(table) in layouts:
            raise BadRequestError(f"The table {table.id} is there twice for one guidance version.")
        study = table.guidance, table.attempts
        book = books.setdefault(study, Book(ledger, study, about=about, schemes=schemes, threshold=policy.threshold))
        layouts[_key(table)] = declared, READINGS[declared.reading](table, book)
    for book in books.values():
        link(book)
    link_attempts(ledger, list(books.values()))
    return layouts, ledger


def _asked(table: CohortTable, layouts: Mapping[Key, tuple[Declared, Layout]]) -> Table:
    """A table for disclosure control: all counts that it would show, in one column."""
    declared, layout = layouts[_key(table)]
    return Table(
        id="\n".join(_key(table)),
        fields=declared.fields,
        columns=("n",),
        rows=tuple(Row(name=name, cells=(name,)) for name in layout.names),
    )


def _published(now: Continued, policy: Policy, earlier: Before) -> _Found:
    """What is published: the same as before where no published number has moved."""
    if now.unchanged:
        every = {name: value for report in earlier.reports for name, value in report.counts.items()}
        own = {count.id for count in now.statistics.counts}
        found = publish(now.statistics, {name: every[name] for name in every if name in own}, policy, frozenset())
    else:
        found = protect(now.statistics, policy, now.earlier).published
    refusals = {table.id: " ".join(table.statement) for table in found.tables if not table.rows}
    return _Found(counts=found.counts, rates=found.rates, refusals=refusals)


def _printed(
    table: CohortTable, layouts: Mapping[Key, tuple[Declared, Layout]], printer: Printer, refusals: Mapping[str, str]
) -> CohortTable:
    declared = declarations().of(table.id)
    if declared is None:
        return without_rows(table, declarations().words["undeclared"])
    if isinstance(declared, Never):
        return without_rows(table, declared.why)
    refusal = refusals.get("\n".join(_key(table)), "")
    return without_rows(table, refusal) if refusal else printer.table(table, layouts[_key(table)][1], declared)


def _shown(
    printed: Sequence[CohortTable], layouts: Mapping[Key, tuple[Declared, Layout]], counts: Mapping[str, int]
) -> dict[str, None]:
    """The counts that are really printed: nothing else is public."""
    found: dict[str, None] = {}
    for table in printed:
        if _key(table) not in layouts:
            continue
        layout = layouts[_key(table)][1]
        if table.applications is not None:
            found[layout.whole] = None
        cells = [cell for row in layout.rows.values() for cell in row] if table.rows else []
        told = [cell for cell in cells if cell.part in counts]
        found |= {name: None for cell in told for name in (cell.part, cell.whole) if name in counts}
    return found
