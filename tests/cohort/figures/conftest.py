"""Tables made by hand, one for each shape, and the widest that the scheme can bring; all numbers are invented."""

from dataclasses import replace
from itertools import combinations

import pytest

from mrse_assess.cohort.figures.style import style
from mrse_assess.cohort.figures.told import Told
from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit
from mrse_assess.scheme import load_scheme

WITHHELD = Cell(why="withheld", withheld=True)
NOBODY = Cell(why="Nobody to count.")


def share(count, of, low=None, high=None):
    """A share with an interval, if it has one."""
    interval = None if low is None else Interval(low=low, high=high, level=0.95, how="Wilson")
    return Cell(count=count, of=of, value=count / of, interval=interval, applications=("EX-0001",) if count else ())


def few(count, of):
    return Cell(count=count, of=of, why="Too few for a share or an average: it needs 10 applications.")


def number(value, of, low=None, high=None):
    interval = None if low is None else Interval(low=low, high=high, level=0.95, how="bootstrap by application")
    return Cell(value=value, of=of, interval=interval)


def made(shape, columns, rows, **more):
    """A table from ``(label, cells)`` or ``(key, label, cells)``."""
    known = [row if len(row) == 3 else ((row[0],), *row) for row in rows]
    fields = {
        "id": "made", "question": "What?", "title": "A title, first attempts", "guidance": "2025",
        "unit": Unit.APPLICATION, "applications": 40,
    }  # fmt: skip
    return CohortTable(
        shape=shape,
        columns=tuple(column if isinstance(column, tuple) else (column, column) for column in columns),
        rows=tuple(Row(key=key, label=label, cells=tuple(cells)) for key, label, cells in known),
        **fields | more,
    )


def told(table):
    return Told(table=table, style=style())


def crowded(sheet):
    """Texts that lie over each other or leave the picture."""
    texts = [text for text in sheet.texts() if text.words.strip()]
    wide, high = sheet.style.page.width, sheet.height + sheet.style.page.margin
    out = [t.words for t in texts if t.box[0] < 0 or t.box[1] < 0 or t.box[2] > wide or t.box[3] > high]
    over = [(a.words, b.words) for a, b in combinations(texts, 2) if _meet(a.box, b.box)]
    return out, over


def _meet(one, other):
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])


BARS = made(
    Shape.BARS,
    ["Award", "Not awarded", "Open"],
    [
        ("Clinical scientist", [share(20, 25, 0.61, 0.91), share(5, 25, 0.09, 0.39), share(0, 25, 0.0, 0.13)]),
        ("Radiographer", [share(5, 10, 0.24, 0.76), share(5, 10, 0.24, 0.76), share(0, 10, 0.0, 0.28)]),
        ("engineer", [few(2, 5), few(3, 5), few(0, 5)]),
    ],
)
ONE_ROW = made(
    Shape.BARS,
    ["Applied", "Award", "Further evidence", "Not awarded"],
    [("All", [Cell(count=42), share(20, 40, 0.35, 0.65), share(15, 40, 0.24, 0.53), share(5, 40, 0.05, 0.26)])],
)
PARETO = made(
    Shape.PARETO,
    ["Items", "Share so far"],
    [
        ("paragraph 12", [share(50, 100), number(0.5, 100)]),
        ("paragraph 5", [share(30, 100), number(0.8, 100)]),
        ("paragraph 7", [share(20, 100), number(1.0, 100)]),
        ("No reason that all gave", [share(0, 100), number(1.0, 100)]),
    ],
    unit=Unit.ITEM,
)
HEAT = made(
    Shape.HEAT,
    [("1.1", "1.1 Governance"), ("2.2", "2.2 Audit of rules"), ("3", "3 Sequences"), ("7.2", "7.2 Safety checks")],
    [
        ("Undated", [share(1, 10), share(2, 12), share(10, 20), share(0, 11)]),
        ("Commentary only", [share(4, 10), share(6, 12), share(8, 20), share(3, 11)]),
        ("Belongs elsewhere", [share(0, 10), share(9, 12), share(0, 20), share(1, 11)]),
        ("Older than five years", [share(0, 10), share(0, 12), share(0, 20), share(0, 11)]),
    ],
    unit=Unit.SUB_CATEGORY,
)
TOGETHER = made(
    Shape.COMBINATIONS,
    ["Applications"],
    [
        ((), "none", [share(20, 40, 0.35, 0.65)]),
        (("3",), "3 Sequences", [share(10, 40, 0.14, 0.40)]),
        (("2.2", "3"), "2.2 Audit of rules + 3 Sequences", [share(6, 40, 0.07, 0.29)]),
        (("1.1", "2.2", "7.2"), "1.1 Governance + 2.2 Audit of rules + 7.2 Safety checks", [share(4, 40, 0.04, 0.23)]),
    ],
)
FLOW = made(
    Shape.FLOW,
    ["Applications"],
    [
        (("2.2", "7.2"), "2.2 Audit of rules → 7.2 Safety checks", [share(12, 40)]),
        (("2.2", "1.2"), "2.2 Audit of rules → 1.2 Framework", [share(3, 40)]),
        (("7.1", "2.2"), "7.1 Acceptance tests → 2.2 Audit of rules", [share(6, 40)]),
        (("3", "4.1"), "3 Sequences → 4.1 Conditional devices", [share(0, 40)]),
    ],
)
TREND = made(
    Shape.TREND,
    ["Rules met"],
    [
        ("2023, quarter 1", [share(8, 20, 0.22, 0.61)]),
        ("2023, quarter 2", [few(3, 6)]),
        ("2023, quarter 3", [share(12, 20, 0.39, 0.78)]),
        ("2023, quarter 4", [share(16, 20, 0.58, 0.92)]),
        ("2024, quarter 1", [number(0.5, 12)]),
    ],
)
TRENDS = made(
    Shape.TREND,
    ["Undated", "Commentary only", "Items per application", "None of it"],
    [
        (f"{2020 + year}", [share(year + 1, 20, 0.01, 0.6), share(20 - year, 20, 0.4, 1.0),
                            number(40.0 + year, 20, 38.0, 47.0), share(0, 20)])
        for year in range(5)
    ],
    numbers={"Items per application": "items"},
)  # fmt: skip
DAYS = made(
    Shape.DISTRIBUTION,
    ["A quarter take at most", "Median", "Three quarters take at most", "Still there"],
    [
        ("received", [number(9.0, 30), number(12.0, 30), number(18.0, 30), Cell(count=2)]),
        ("judging", [number(20.0, 28), number(30.0, 28), number(40.0, 28), Cell(count=1)]),
        ("held", [NOBODY, NOBODY, NOBODY, Cell(count=3)]),
    ],
    unit=Unit.DAY,
    numbers={
        "A quarter take at most": "days", "Median": "days", "Three quarters take at most": "days",
    },
)  # fmt: skip
MARGINS = made(
    Shape.DISTRIBUTION,
    ["-2 or fewer", "-1", "0", "+1 or more"],
    [
        ("Sub-categories", [share(2, 40), share(8, 40), share(10, 40), share(20, 40)]),
        ("MHRA references", [share(0, 40), share(4, 40), share(36, 40), share(0, 40)]),
    ],
)
TABLES = {
    "bars": BARS, "one_row": ONE_ROW, "pareto": PARETO, "heat": HEAT, "together": TOGETHER, "flow": FLOW,
    "trend": TREND, "trends": TRENDS, "days": DAYS, "margins": MARGINS,
}  # fmt: skip


def withholding(table, *places):
    """The table with the cells at (row, column) withheld."""
    rows = [
        replace(row, cells=tuple(WITHHELD if (r, c) in places else cell for c, cell in enumerate(row.cells)))
        for r, row in enumerate(table.rows)
    ]
    return replace(table, rows=tuple(rows))


def widest():
    """Every sub-category and every reason of the scheme, with names as long as they may be, and large counts."""
    scheme = load_scheme()
    codes = [(unit.code, f"{unit.code} {unit.short_name}") for unit in scheme.sub_categories]
    reasons = [
        (reason.id, f"{reason.name} {'and no longer than that'[: 34 - len(reason.name)]}") for reason in scheme.reasons
    ]
    yield from _of_reasons(codes, reasons)
    yield from _of_codes(codes)


def _of_reasons(codes, reasons):
    long = "Why items, sub-categories and applications were lost, by the primary reason, first attempts of all"
    two = [("primary", "Primary reason"), ("any", "Among the reasons")]
    cells = [share(1105 - 30 * n, 12345, 0.01, 0.2) for n in range(len(reasons))]
    heat = [[share((7 * n + 3 * m) % 1000, 1000 + m) for m in range(len(codes))] for n in range(len(reasons))]
    periods = [f"20{year}, quarter {quarter}" for year in range(18, 24) for quarter in range(1, 5)]
    yield made(Shape.BARS, two, [(name, [one, one]) for (_, name), one in zip(reasons, cells, strict=True)], title=long)
    yield made(
        Shape.PARETO,
        [*two, ("evenly", "Even weight")],
        [
            (f"note marked Not acceptable evidence in {name}", [one, one, one])
            for (_, name), one in zip(reasons, cells, strict=True)
        ],
        unit=Unit.ITEM,
    )
    yield made(Shape.HEAT, codes, [(name, row) for (_, name), row in zip(reasons, heat, strict=True)], title=long)
    rows = [(label, [share(n % 9 + 1, 10, 0.02, 0.99) for n in range(len(reasons))]) for label in periods]
    yield made(Shape.TREND, reasons, rows, title=long)
    yield made(Shape.TREND, two, [(label, cells[:2]) for label in periods])
    yield made(Shape.BARS, two, [(name, [few(n, 1105), few(n, 1105)]) for n, (_, name) in enumerate(reasons)]
               + [(str(n), [share(n, 9, 0.0, 1.0)] * 2) for n in range(1, 4)])  # fmt: skip


def _of_codes(codes):
    names = dict(codes)
    eight = [f"One of many states that there can be {n}" for n in range(8)]
    yield made(
        Shape.BARS,
        eight,
        [(name, [share(99, 132, 0.7, 0.8)] * 7 + [share(3, 132, 0.0, 0.1)]) for name in names.values()],
    )
    sets = [tuple(code for m, code in enumerate(names) if (n * 2654435761 >> m) & 1) for n in range(25)]
    yield made(
        Shape.COMBINATIONS,
        ["Applications"],
        [
            (own, " + ".join(names[code] for code in own), [share(1250 - 50 * n, 12345, 0.0, 0.2)])
            for n, own in enumerate(sets)
        ],
    )
    pairs = [
        (one, other)
        for n, one in enumerate(names)
        for m, other in enumerate(names)
        if (n * 5 + m * 3) % 7 == 1 and n != m
    ]
    yield made(
        Shape.FLOW, ["Applications"],
        [(pair, " → ".join(names[code] for code in pair), [share(1 + n * 37 % 1111, 12345)])
         for n, pair in enumerate(pairs)],
    )  # fmt: skip
    quartiles = ["A quarter take at most", "Median", "Three quarters take at most", "Still there"]
    yield made(
        Shape.DISTRIBUTION, quartiles,
        [(name, [number(1000.5 + n, 12345), number(1100.5 + n, 12345), number(1250.5, 12345), Cell(count=12345)])
         for n, name in enumerate(names.values())],
        unit=Unit.DAY, numbers=dict.fromkeys(quartiles[:3], "days"),
    )  # fmt: skip
    nine = ["-4 or fewer", "-3", "-2", "-1", "0", "+1", "+2", "+3", "+4 or more"]
    yield made(Shape.DISTRIBUTION, nine, [(name, [share(10 + n, 99) for n in range(9)]) for name in names.values()])


WIDEST = tuple(widest())


@pytest.fixture(params=range(len(WIDEST)), ids=[f"{table.shape}-{n}" for n, table in enumerate(WIDEST)])
def wide(request):
    return WIDEST[request.param]


@pytest.fixture(params=TABLES)
def table(request):
    return TABLES[request.param]


def pytest_addoption(parser):
    parser.addoption(
        "--figures-update", action="store_true", help="rewrite the golden pictures (pytest tests/cohort/figures)"
    )
