"""What is agreed on one unit: the panel's row where it spoke, else what its assessors have in common.

The same rows speak in the letter, and only what all of them say is said there: so two assessors never count twice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from mrse_assess.model.judgement import Recorded
from mrse_assess.rules.deciding import deciding_rows
from mrse_assess.terms import Verdict

Unit = TypeVar("Unit")
Row = TypeVar("Row", bound=Recorded)


class Agreed(NamedTuple):
    """The row that all come to. ``verdict`` is None where they differ; then nothing else is agreed either.

    ``reasons`` are those that every row gives; ``primary`` is "" where the rows name different ones, and so is
    ``target``, where the evidence belongs instead.
    """

    verdict: Verdict | None
    reasons: tuple[str, ...] = ()
    primary: str = ""
    target: str = ""


def agreed(rows: Sequence[Recorded]) -> Agreed:
    """What the rows of one unit, at least one, come to; their order does not matter."""
    deciding = deciding_rows(rows)
    verdicts = {row.verdict for row in deciding}
    if len(verdicts) > 1:
        return Agreed(None)
    given = [{*filter(None, (row.primary_reason, *row.reasons))} for row in deciding]
    return Agreed(
        verdict=verdicts.pop(),
        reasons=tuple(sorted(set.intersection(*given))),
        primary=_shared(row.primary_reason for row in deciding),
        target=_shared(row.target for row in deciding),
    )


def by_unit(rows: Iterable[Row], unit: Callable[[Row], Unit]) -> Iterator[tuple[Unit, list[Row]]]:
    """The rows of each unit, in the order in which the units first occur."""
    found: dict[Unit, list[Row]] = {}
    for row in rows:
        found.setdefault(unit(row), []).append(row)
    yield from found.items()


def _shared(values: Iterable[str]) -> str:
    said = set(values)
    return said.pop() if len(said) == 1 else ""
