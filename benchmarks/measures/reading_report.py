"""The tables that `make bench-reading` prints: each figure with what it is measured on, its aim, and met or MISSED."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from measures.reading_calibration import HIGH, bins, cells_read, keeps_quiet, wrong_that_are_low
from measures.reading_cases import Result
from measures.reading_differences import differences
from measures.reading_score import Tally, added, cells_of, score
from measures.wrapped import unwrapped

AXES: Final = ("table", "source", "file", "counting", "segments")
BY_AXIS: Final = ("table", "cells", "items", "resolution", "section_hints", "section_pages")
SHARE_RIGHT_AMONG_HIGH: Final = 0.98
DRAWS: Final = 1000


class Aim(NamedTuple):
    """A line of the first table: a measure over the cases that ``among`` keeps, and its aim."""

    words: str
    measure: str
    aim: float | None = None
    among: Callable[[Result], bool] = lambda _: True


def _scan(result: Result) -> bool:
    return result.case.axes.get("source") == "scan"


AIMS: Final = (
    Aim("table located, pages F1", "table", 0.99),
    Aim("cells (sub-category, evidence id), F1", "cells", 0.98),
    Aim("cells on scans, F1", "cells", 0.95, _scan),
    Aim("page hints of cells found, F1", "page_hints", 0.97),
    Aim("page hints of all cells, F1", "page_hints_all"),
    Aim("section hints of cells found, F1", "section_hints", 0.97),
    Aim("section hints of all cells, F1", "section_hints_all"),
    Aim("notes, F1", "notes", 0.97),
    Aim("items segmented (span IoU >= .9), F1", "items", 0.97),
    Aim("references to exact pages, F1", "resolution", 0.96),
    Aim("references to exact pages, of cells found", "resolution_found"),
    Aim("page of a section named without one, of cells found", "section_pages"),
    Aim("unresolved, F1", "unresolved", 0.95),
    Aim("orphans, F1", "orphans", 0.95),
    Aim("authentication fields", "authentication", 0.95),
    Aim("applicant's name", "name"),
    Aim("submission date", "submission_date"),
    Aim("contents list located, pages F1", "contents_list"),
    Aim("claimed sub-categories, F1", "claimed"),
    Aim("titles of items", "titles"),
    Aim("what page numbers count", "page_counting"),
)


class Scored(NamedTuple):
    """A result with its tallies."""

    result: Result
    tallies: dict[str, Tally]


def scored(results: Iterable[Result]) -> list[Scored]:
    """Each result with its tallies."""
    named = (replace(result, found=unwrapped(result.found, result.case.portfolio)) for result in results)
    return [Scored(result, score(result.case.truth, result.found)) for result in named]


def report(rows: Sequence[Scored]) -> dict[str, Any]:
    """Everything that is printed, as plain values. No single case is in it."""
    return {
        "portfolios": len(rows),
        "failed": sum(bool(row.result.failed) for row in rows),
        "measures": [_measured(aim, rows) for aim in AIMS],
        "axes": {axis: _by_value(axis, rows) for axis in AXES},
        "calibration": _calibration(rows),
    }


def _measured(aim: Aim, rows: Sequence[Scored]) -> dict[str, Any]:
    tallies = [row.tallies[aim.measure] for row in rows if aim.measure in row.tallies and aim.among(row.result)]
    total = added(tallies)
    low, high = _interval(tallies)
    return {
        "words": aim.words,
        "measure": aim.measure,
        "value": total.share,
        "low": low,
        "high": high,
        "aim": aim.aim,
        "met": None if aim.aim is None or total.share is None else total.share >= aim.aim,
        "right": total.right,
        "wanted": total.wanted,
        "found": total.found,
    }


def _interval(tallies: Sequence[Tally]) -> tuple[float | None, float | None]:
    """Between which values 95 of 100 draws of as many portfolios, with replacement, lie."""
    chance = random.Random(4)  # noqa: S311 - draws for a statistic, the same at each run
    shares = [added(chance.choices(tallies, k=len(tallies))).share for _ in range(DRAWS)] if tallies else []
    ordered = sorted(share for share in shares if share is not None)
    return (ordered[len(ordered) // 40], ordered[-1 - len(ordered) // 40]) if ordered else (None, None)


def _by_value(axis: str, rows: Sequence[Scored]) -> list[dict[str, Any]]:
    values = sorted({row.result.case.axes[axis] for row in rows if axis in row.result.case.axes})
    table = []
    for value in values:
        these = [row for row in rows if row.result.case.axes.get(axis) == value]
        shares = {name: added(row.tallies[name] for row in these if name in row.tallies).share for name in BY_AXIS}
        seconds = sum(row.result.seconds for row in these) / len(these)
        table.append({"value": value, "portfolios": len(these), "seconds": seconds} | shares)
    return table


def _calibration(rows: Sequence[Scored]) -> dict[str, Any]:
    cells = [cell for row in rows for cell in cells_read(row.result.case.truth, row.result.found)]
    low, wrong = wrong_that_are_low(cells)
    table = [one._asdict() for one in bins(cells)]
    high = table[0]
    share = high["right"] / high["cells"] if high["cells"] else None
    differing = [row for row in rows if cells_of(row.result.case.truth).keys() != cells_of(row.result.found).keys()]
    quiet = sum(keeps_quiet(row.result.case.truth, row.result.found) for row in rows)
    return {
        "bins": table,
        "aim": SHARE_RIGHT_AMONG_HIGH,
        "met": None if share is None else share >= SHARE_RIGHT_AMONG_HIGH,
        "wrong": wrong,
        "wrong_below_high": low,
        "portfolios_with_wrong_or_missing_cells": len(differing),
        "of_them_without_doubt_or_problem": quiet,
    }


# In words


def printed(told: dict[str, Any], title: str) -> str:
    """The report as tables of text."""
    parts = [f"{title}: {told['portfolios']} portfolios" + (f", {told['failed']} FAILED" if told["failed"] else "")]
    parts.append(columns([_measure_row(one) for one in told["measures"]]))
    for axis, values in told["axes"].items():
        if values:
            parts.append(columns([(f"by {axis}", "portfolios", *BY_AXIS, "s each"), *map(_axis_row, values)]))
    parts.append(columns(_calibration_rows(told["calibration"])))
    parts.append(_quiet_words(told["calibration"]))
    return "\n\n".join(parts)


def _measure_row(one: dict[str, Any]) -> tuple[str, ...]:
    between = f"{shown(one['low'])} to {shown(one['high'])}" if one["value"] is not None else ""
    behind = f"{one['right']} right, {one['wanted']} wanted, {one['found']} found"
    return one["words"], shown(one["value"]), between, _aim(one["aim"]), verdict(one["met"]), behind


def _axis_row(one: dict[str, Any]) -> tuple[str, ...]:
    return one["value"], str(one["portfolios"]), *(shown(one[name]) for name in BY_AXIS), f"{one['seconds']:.1f}"


def _calibration_rows(told: dict[str, Any]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("confidence", "cells", "right", "hints and pages too", "aim", "")]
    for one in told["bins"]:
        name = f"{one['low']:.1f} to {one['high']:.1f}"
        aim = (_aim(told["aim"]), verdict(told["met"])) if one["low"] == HIGH else ("", "")
        count = one["cells"]
        shares = [shown(one[key] / count if count else None) for key in ("right", "wholly_right")]
        rows.append((name, str(count), *shares, *aim))
    return rows


def _quiet_words(told: dict[str, Any]) -> str:
    return (
        f"cells that do not exist: {told['wrong']}, of them {told['wrong_below_high']} with a confidence below {HIGH}; "
        f"portfolios with wrong or missing cells: {told['portfolios_with_wrong_or_missing_cells']}, "
        f"of them without a doubtful cell or a Problem: {told['of_them_without_doubt_or_problem']}"
    )


def worst(rows: Sequence[Scored], number: int, *, why: bool = False) -> str:
    """The cases with the lowest F1 of cells, for those who develop on them; ``why``: and what is wrong in each.

    Raises:
        ValueError: one of them is set aside.
    """
    if not all(row.result.case.may_be_looked_at for row in rows):
        raise ValueError("single cases that are set aside are not shown: they are measured, not looked at")
    ordered = sorted(rows, key=lambda row: [row.tallies[name].share or 0 for name in ("cells", "resolution", "items")])
    table = columns([("worst cases", *BY_AXIS, "axes", "failed"), *map(_case_row, ordered[:number])])
    return "\n\n".join([table, *map(_wrong_in, ordered[:number])]) if why else table


def _wrong_in(row: Scored) -> str:
    return "\n  ".join([_case_name(row), *differences(row.result.case.truth, row.result.found)])


def _case_name(row: Scored) -> str:
    case = row.result.case
    return f"{case.name} ({case.portfolio})"


def _case_row(row: Scored) -> tuple[str, ...]:
    case = row.result.case
    shares = (shown(row.tallies[each].share) if each in row.tallies else "" for each in BY_AXIS)
    return case.name, *shares, " ".join([*case.axes.values(), *case.traits]), row.result.failed


def shown(share: float | None) -> str:
    """A share with three decimals."""
    return "-" if share is None else f"{share:.3f}"


def _aim(aim: float | None) -> str:
    return "" if aim is None else f"aim >= {aim:.2f}"


def verdict(met: bool | None) -> str:
    """Met, or MISSED so that nobody overlooks it."""
    return "" if met is None else "met" if met else "MISSED"


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows as lines whose columns stand under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{one:<{width}}" for one, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
