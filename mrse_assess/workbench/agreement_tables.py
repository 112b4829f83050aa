"""Figures of agreement as tables of words: a number with its interval, or why there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mrse_assess.agreement import Agreement, Figure, Measure
from mrse_assess.workbench.agreeing import AgreementView

_HEADS = {
    Measure.RAW: "Raw",
    Measure.KAPPA: "Cohen's kappa",
    Measure.AC1: "Gwet's AC1",
    Measure.ALPHA: "Krippendorff's alpha",
    Measure.SET_ALPHA: "Alpha of sets",
}
_UNSAID = "-"


@dataclass(frozen=True, kw_only=True)
class AgreementTable:
    """One question. ``notes`` say why a figure or an interval is missing, and what is easily misread, each once."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def agreement_tables(found: AgreementView) -> tuple[AgreementTable, ...]:
    """Verdicts, reasons as sets, each reason, and pairs where asked. A row of its own has what has a figure."""
    verdicts, reasons = found.verdicts, found.reasons
    parts = [
        ("Verdicts", [("All", verdicts.overall), *_named(verdicts.sub_categories)]),
        ("Reasons, as sets", [("All", reasons.sets), *_named(reasons.sub_categories)]),
        ("Each reason", _named(reasons.each)),
    ]
    if found.pairs:
        parts.append(("Pairs", [(f"{one.first} and {one.second}", one.agreement) for one in found.pairs]))
    return tuple(_table(title, [row for row in rows if row[1].behind.units]) for title, rows in parts)


def _named(rows: Iterable[Agreement]) -> list[tuple[str, Agreement]]:
    return [(one.about, one) for one in rows]


def _table(title: str, rows: list[tuple[str, Agreement]]) -> AgreementTable:
    if not rows:
        return AgreementTable(title=title, head=(), rows=(), notes=("Nothing that two assessors said of the same.",))
    notes = tuple(dict.fromkeys(_notes(one for _, one in rows)))
    rows = [*rows[:1], *(row for row in rows[1:] if any(figure.value is not None for figure in row[1].figures))]
    measures = [figure.measure for figure in rows[0][1].figures]
    return AgreementTable(
        title=title,
        head=("", "Applications", "Units", *(_HEADS[measure] for measure in measures)),
        rows=tuple((name, *_counts(one), *(_said(one.figure(measure)) for measure in measures)) for name, one in rows),
        notes=notes,
    )


def _counts(one: Agreement) -> tuple[str, str]:
    return str(one.behind.applications), str(one.behind.units)


def _said(figure: Figure) -> str:
    if figure.value is None:
        return _UNSAID
    interval = figure.interval
    return f"{figure.value:.2f}" + (f" ({interval.low:.2f} to {interval.high:.2f})" if interval else "")


def _notes(rows: Iterable[Agreement]) -> Iterator[str]:
    for figure in (figure for one in rows for figure in one.figures):
        without_interval = figure.why_no_interval if figure.value is not None else ""
        yield from filter(None, (figure.why, without_interval, figure.remark))
