"""A cell of a cohort's table in words: the number that is read first, and what it rests on."""

from mrse_assess.cohort.report.wording import ReportWording, report_wording
from mrse_assess.cohort.tables import Cell, Interval
from mrse_assess.model.letter import CountCell

_SPACE = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"


def in_words(cell: Cell, unit: str = "") -> CountCell:
    """The cell as it stands in a report. ``unit``: what its value is counted in where it is no share."""
    said = report_wording()
    if cell.value is None:
        return _counted(cell, said)
    if cell.of is None:
        bounds = interval_in_words(cell.interval, unit) if cell.interval else ""
        return CountCell(main=number(cell.value) if unit else share(cell.value), detail=bounds)
    if unit:
        return CountCell(
            main=number(cell.value), detail=_resting(said.say("table", "number_of", of=cell.of), cell, unit)
        )
    if cell.count is None:
        return CountCell(main=share(cell.value), detail=_resting(said.say("table", "number_of", of=cell.of), cell, ""))
    rests_on = said.say("table", "of", count=cell.count, of=cell.of)
    return CountCell(main=share(cell.value), detail=_resting(rests_on, cell, ""))


def _counted(cell: Cell, said: ReportWording) -> CountCell:
    if cell.count is not None and cell.of:
        return CountCell(main=said.say("table", "of", count=cell.count, of=cell.of))
    if cell.count is not None and cell.of is None:
        return CountCell(main=str(cell.count))
    if cell.withheld:
        return CountCell(main=said.say("table", "withheld"))
    return CountCell(main=said.say("table", "nothing"))


def _resting(rests_on: str, cell: Cell, unit: str) -> str:
    return f"{rests_on}; {interval_in_words(cell.interval, unit)}" if cell.interval else rests_on


def interval_in_words(interval: Interval, unit: str = "") -> str:
    """Its bounds: 42 to 67 %, or 3.1 to 4 where it is of a number."""
    said = report_wording()
    if unit:
        return said.say("table", "range", low=number(interval.low), high=number(interval.high))
    low, high = (share(bound) for bound in (interval.low, interval.high))
    return said.say("table", "range", low=low.removesuffix(f"{_SPACE}%"), high=high)


def share(value: float) -> str:
    """A share as a percentage; none and all only where it is none and all."""
    whole = round(100 * value)
    if value > 0 and whole == 0:
        return f"<{_SPACE}1{_SPACE}%"
    if value < 1 and whole == 100:  # noqa: PLR2004 - per cent
        return f">{_SPACE}99{_SPACE}%"
    return f"{whole}{_SPACE}%"


def number(value: float) -> str:
    """A number with three figures, or with none behind the point from a hundred on."""
    text = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three figures
    return text.replace("-", _MINUS)
