"""Other libraries at the same portfolios: what their tables say by one simple mapping, and their time against ours.

Each looks through all pages of the portfolio, since nobody tells it where the table is, in a warm worker of its own and
with a limit of time for each portfolio. Where it met the limit nothing was found and the limit is its time. Ours takes
the portfolio in, reads all of it from a cold cache and understands it.
"""

import shutil
import statistics
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, NamedTuple

from measures.reading_cases import Case, read
from measures.reading_mapping import Cells, Row, Table, mapped
from measures.reading_report import columns, shown, verdict
from measures.reading_score import Tally, added, cells_of
from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.isolation import MEBIBYTE, Limits, WorkerPool
from mrse_assess.scheme import load_scheme

OURS: Final = "mrse-assess"
AIM: Final = 3.0
AIMED_AT: Final = frozenset({"camelot hybrid", "pdfplumber lines", "pdfplumber text"})
MEMORY: Final = 4096 * MEBIBYTE
WARMING: Final = 120.0  # seconds for importing a library


class Look(NamedTuple):
    """One portfolio looked through, in seconds; ``capped``: the limit was met; ``failed``: what it raised."""

    seconds: float
    cells: Cells = frozenset()
    capped: bool = False
    failed: str = ""
    pages: int = 0
    recognised: int = 0


# The rivals, run in the worker


def _camelot(path: str, flavor: str) -> Iterator[Table]:
    import camelot  # noqa: PLC0415 - the worker's own

    for table in camelot.read_pdf(path, pages="all", flavor=flavor, suppress_stdout=True):
        yield Table(int(table.page), tuple(tuple(map(str, row)) for row in table.data))


def _pdfplumber(path: str, strategy: str) -> Iterator[Table]:
    import pdfplumber  # noqa: PLC0415 - the worker's own

    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages, start=1):
            for rows in page.extract_tables(settings):
                yield Table(number, _texts(rows))
            page.close()


def _pymupdf(path: str, strategy: str) -> Iterator[Table]:
    import pymupdf  # noqa: PLC0415 - the worker's own

    with pymupdf.open(path) as document:
        for number, page in enumerate(document, start=1):
            for table in page.find_tables(strategy=strategy).tables:
                yield Table(number, _texts(table.extract()))


def _texts(rows: Sequence[Sequence[str | None]]) -> tuple[Row, ...]:
    return tuple(tuple(cell or "" for cell in row) for row in rows)


RIVALS: Final[Mapping[str, tuple[Callable[[str, str], Iterator[Table]], str]]] = {
    "camelot stream": (_camelot, "stream"),
    "camelot lattice": (_camelot, "lattice"),
    "camelot network": (_camelot, "network"),
    "camelot hybrid": (_camelot, "hybrid"),
    "pdfplumber lines": (_pdfplumber, "lines"),
    "pdfplumber text": (_pdfplumber, "text"),
    "pymupdf default": (_pymupdf, "lines"),
    "pymupdf text": (_pymupdf, "text"),
}


def look_through(name: str, path: str) -> tuple[float, tuple[Table, ...]]:
    """Run in the worker: seconds, and all tables that this rival finds in the file."""
    finder, way = RIVALS[name]
    begun = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tables = tuple(finder(path, way))
    return time.perf_counter() - begun, tables


# Measuring


def measure(cases: Sequence[Case], *, timed: int, everywhere: bool, cap: float) -> dict[str, Any]:
    """Looks of all tools at the same portfolios: ``timed`` digital ones, and ``everywhere`` at all others for F1 alone.

    The tools take turns at each portfolio, in an order that moves on by one, so that what else the machine does meets
    all of them.
    """
    paired = _spread([case for case in cases if _is_digital(case)], timed)
    others = [case for case in cases if case not in paired] if everywhere else []
    looks: dict[str, list[Look]] = {name: [] for name in (OURS, *RIVALS)}
    names = list(looks)
    with ExitStack() as stack:
        tools = _Tools(stack, cap)
        if paired:
            tools.warm(paired[0])
        for number, case in enumerate((*paired, *others)):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                looks[name].append(tools.look(name, case))
    rows = [_told(name, looks, (*paired, *others), len(paired)) for name in names]
    return {
        "portfolios": len(paired) + len(others),
        "timed": len(paired),
        "pages": statistics.median(look.pages for look in looks[OURS][: len(paired)]) if paired else 0,
        "cap": cap,
        "tools": rows,
    }


def _is_digital(case: Case) -> bool:
    """Whether no page is a picture: recognising words takes time that no rival spends, and finds what none finds."""
    pictured = case.axes.get("table") == "picture" or any("scan" in trait for trait in case.traits)
    return case.axes.get("source") == "digital" and not pictured


def _spread(cases: Sequence[Case], count: int) -> list[Case]:
    """So many of the cases, from the whole range of them."""
    number = min(count, len(cases))
    return [cases[index * len(cases) // number] for index in range(number)]


class _Tools:
    """All tools, each in a warm worker of its own."""

    def __init__(self, stack: ExitStack, cap: float) -> None:
        limits = Limits(memory_bytes=MEMORY, seconds=cap)
        self.pools = {name: stack.enter_context(WorkerPool(limits)) for name in RIVALS}
        self.ours = stack.enter_context(WorkerPool())
        self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mrse-bench-")))
        self.cap, self.scheme = cap, load_scheme()

    def warm(self, case: Case) -> None:
        """Import every library; ours reads a first portfolio, which nobody counts."""
        self._ours(case)
        for name in RIVALS:
            self._import(name)

    def look(self, name: str, case: Case) -> Look:
        """One portfolio; a tool whose worker had to be ended gets a warm one again."""
        begun = time.perf_counter()
        try:
            return self._ours(case) if name == OURS else self._rival(name, case)
        except WorkerTimeoutError:
            self._import(name)
            return Look(self.cap, capped=True)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises at a portfolio: nothing was found
            return Look(time.perf_counter() - begun, failed=type(error).__name__)

    def _ours(self, case: Case) -> Look:
        folder = self.folder / "ours"
        begun = time.perf_counter()
        found = read(case.portfolio, folder, self.scheme, self.ours)
        seconds = time.perf_counter() - begun
        shutil.rmtree(folder)
        pages = sum(document["pages"] for document in found["documents"])
        return Look(seconds, frozenset(cells_of(found)), pages=pages, recognised=found["pages_recognised"])

    def _rival(self, name: str, case: Case) -> Look:
        seconds, tables = self.pools[name].run(look_through, name, str(case.portfolio))
        return Look(seconds, mapped(tables, self.scheme.codes))

    def _import(self, name: str) -> None:
        if name != OURS:
            self.pools[name].run(import_library, name, seconds=WARMING)


def import_library(name: str) -> None:
    """Run in a fresh worker, so that no portfolio pays for it."""
    __import__(name.partition(" ")[0])


def _told(name: str, looks: Mapping[str, Sequence[Look]], cases: Sequence[Case], timed: int) -> dict[str, Any]:
    """The figures of one tool. Ratios are those of the digital portfolios that both read, each and all together."""
    mine, ours = looks[name], looks[OURS]
    total = added(_tally(case, look) for case, look in zip(cases, mine, strict=True))
    timed_looks = zip(mine[:timed], ours[:timed], strict=True)
    pairs = [(one.seconds, own.seconds) for one, own in timed_looks if not (one.failed or own.failed or own.recognised)]
    ratio = sum(one for one, _ in pairs) / sum(own for _, own in pairs) if pairs else None
    return {
        "name": name,
        "f1": total.share,
        "right": total.right,
        "wanted": total.wanted,
        "found": total.found,
        "compared": len(pairs),
        "seconds": statistics.median(one for one, _ in pairs) if pairs else None,
        "ratio": ratio,
        "median_ratio": statistics.median(one / own for one, own in pairs) if pairs else None,
        "capped": sum(one.capped for one in mine),
        "failed": dict(Counter(one.failed for one in mine if one.failed)),
        "aim": AIM if name in AIMED_AT else None,
        "met": ratio >= AIM if ratio is not None and name in AIMED_AT else None,
    }


def _tally(case: Case, look: Look) -> Tally:
    wanted = cells_of(case.truth).keys()
    return Tally(len(wanted & look.cells), len(wanted), len(look.cells))


def printed(told: Mapping[str, Any]) -> str:
    """The tools under each other."""
    title = (
        f"Rivals, each at the whole portfolio: cell F1 on {told['portfolios']} single PDFs, "
        f"time on {told['timed']} digital ones of them (median {told['pages']:.0f} pages) in turns, "
        f"limit {told['cap']:.0f} s each"
    )
    head = ("", "cell F1", "median s", "time / ours", "median ratio", "portfolios", "aim", "", "", "")
    return title + "\n\n" + columns([head, *map(_row, told["tools"])])


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    numbers = [f"{one[key]:.2f}" if one[key] is not None else "-" for key in ("seconds", "ratio", "median_ratio")]
    if one["capped"]:
        numbers[1] = f">= {numbers[1]}"
    aim = "" if one["aim"] is None else f"aim >= {one['aim']:.0f}"
    capped = f"limit met {one['capped']} times" if one["capped"] else ""
    failed = ", ".join(f"raised {kind} {number} times" for kind, number in one["failed"].items())
    return one["name"], shown(one["f1"]), *numbers, str(one["compared"]), aim, verdict(one["met"]), capped, failed
