"""How this portfolio was read, in sentences: what a person should know who has to trust the worklist."""

from collections.abc import Iterator

from mrse_assess.model.listing import counted, listed, pages_named
from mrse_assess.model.portfolio import COUNTED, PageCounting, Portfolio

SURE = 0.9
"""From this confidence on a reading of a cell counts as sure: of such cells at least 98 in 100 are right."""


def read_as(portfolio: Portfolio) -> tuple[str, ...]:
    """Where the table and the contents list were found, what page numbers count, which words were recognised."""
    return tuple(_sentences(portfolio))


def _sentences(portfolio: Portfolio) -> Iterator[str]:
    for number, table in enumerate(portfolio.tables):
        name = "Cross reference table" if number == 0 else "Another table, not used"
        yield f"{name}: {table.file}, {pages_named(table.pages)}."
    if portfolio.contents_list is not None:
        yield f"Contents list: {portfolio.contents_list.file}, {pages_named(portfolio.contents_list.pages)}."
    if portfolio.page_counting is not None:
        yield _counting(portfolio.page_counting)
    yield from _doubtful(portfolio)
    recognised = sum(len(document.pages_recognised) for document in portfolio.documents)
    if recognised:
        yield (
            f"The words of {counted(recognised, 'page')} were recognised from pictures: some are wrong, "
            "and search may miss them."
        )


def _counting(found: PageCounting) -> str:
    said = f"Page numbers in references count {COUNTED[found.counted]}: {found.fitting} of {found.total} fit."
    if not found.rivals:
        return said
    others = listed([COUNTED[rival] for rival in found.rivals])
    return f"{said} Counting {others} would fit as well: check the first ones."


def _doubtful(portfolio: Portfolio) -> Iterator[str]:
    doubtful = [entry for entry in portfolio.cross_references if entry.confidence < SURE and not entry.corrected]
    if doubtful:
        codes = list(dict.fromkeys(entry.sub_category for entry in doubtful))
        yield (
            f"{counted(len(doubtful), 'reference')} of {len(portfolio.cross_references)} "
            f"{'was' if len(doubtful) == 1 else 'were'} read with doubt: {listed(codes)}."
        )
