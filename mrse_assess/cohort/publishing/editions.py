"""The same count in an earlier report: still the same number, or one that has changed since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mrse_assess.cohort.disclosure import Count, Earlier, Overlap, Policy, Rate, Statistics, Sum, Within
from mrse_assess.cohort.disclosure.counts import Relation
from mrse_assess.cohort.publishing.remembering import Before


@dataclass(frozen=True, kw_only=True)
class Continued:
    """Statistics whose counts are named as what was published before calls for.

    ``names``: the new name of each count that has one. ``unchanged``: no number that was published has moved, so that
    the same is published again.
    """

    statistics: Statistics
    earlier: Earlier
    names: Mapping[str, str]
    unchanged: bool


def continued(statistics: Statistics, before: Before, policy: Policy, reported: Iterable[tuple[str, str]]) -> Continued:
    """What of earlier reports bears on these statistics.

    A number that has left the bounds in which it was published is another number now: it gets a name of its own, and
    by how much it changed is guarded as if it were published, as it then can be worked out.

    Args:
        statistics: of this publication.
        before: what was published.
        policy: of this publication.
        reported: guidance and period of each part of this publication.
    """
    published = {name: before.bounds(name) for report in before.reports for name in report.counts}
    latest = {_first_name(name): name for name in published}  # later editions come later
    own = {count.id: count for count in statistics.counts}
    moved = {
        name: latest[name]
        for name, count in own.items()
        if name in latest and not _holds(count, published[latest[name]])
    }
    names = {name: last for name, last in latest.items() if name in own and last != name} | {
        name: _next_name(last) for name, last in moved.items()
    }
    again = {(report.guidance, report.period) for report in before.reports}
    now = set(reported)
    bounds = {name: found for name, found in published.items() if found}
    renamed = _renamed(statistics, names)
    added, changes = _changes(own, moved, names, bounds)
    known = {count.id for count in (*renamed.counts, *added)}
    return Continued(
        statistics=replace(renamed, counts=(*renamed.counts, *added), relations=(*renamed.relations, *changes)),
        earlier=Earlier(
            published={name: found for name, found in bounds.items() if name in known},
            withheld=_withheld(renamed, bounds) if policy.round_to < policy.width and now & again else frozenset(),
        ),
        names=names,
        unchanged=bool(now) and now <= again and not moved,
    )


def _holds(count: Count, bounds: tuple[int, int] | None) -> bool:
    return bounds is not None and bounds[0] <= count.value <= bounds[1]


def _first_name(name: str) -> str:
    base, mark, number = name.rpartition(" #")
    return base if mark and number.isdigit() else name


def _next_name(name: str) -> str:
    base, mark, number = name.rpartition(" #")
    return f"{base} #{int(number) + 1}" if mark and number.isdigit() else f"{name} #2"


def _changes(
    own: Mapping[str, Count],
    moved: Mapping[str, str],
    names: Mapping[str, str],
    bounds: Mapping[str, tuple[int, int]],
) -> tuple[list[Count], list[Sum]]:
    """Numbers as they were, the nearest that they can have been, and by how much they changed."""
    counts: list[Count] = []
    sums: list[Sum] = []
    for name, last in moved.items():
        low, high = bounds[last]
        value = own[name].value
        was = high if value > high else low
        change = Count(id=f"{names[name]} since", value=abs(value - was))
        counts += [Count(id=last, value=was), change]
        larger, smaller = (names[name], last) if value > was else (last, names[name])
        sums.append(Sum(total=larger, parts=(smaller, change.id)))
    return counts, sums


def _withheld(statistics: Statistics, bounds: Mapping[str, object]) -> frozenset[str]:
    """What was not published when the same was reported before: exact numbers of both must not be compared."""
    shown = {name for table in statistics.tables for row in table.rows for name in row.cells if name}
    return frozenset(shown - bounds.keys())


def _renamed(statistics: Statistics, names: Mapping[str, str]) -> Statistics:
    if not names:
        return statistics

    def new(name: str) -> str:
        return names.get(name, name)

    return Statistics(
        counts=tuple(replace(count, id=new(count.id)) for count in statistics.counts),
        relations=tuple(_relation(one, names) for one in statistics.relations),
        rates=tuple(
            Rate(id=rate.id, part=new(rate.part), whole=new(rate.whole), rest=rate.rest) for rate in statistics.rates
        ),
        tables=tuple(
            replace(table, rows=tuple(replace(row, cells=tuple(map(new, row.cells))) for row in table.rows))
            for table in statistics.tables
        ),
    )


def _relation(one: Relation, names: Mapping[str, str]) -> Relation:
    total = names.get(one.total, one.total)
    if isinstance(one, Within):
        return Within(total=total, part=names.get(one.part, one.part))
    parts = tuple(names.get(part, part) for part in one.parts)
    return Overlap(total=total, parts=parts) if isinstance(one, Overlap) else Sum(total=total, parts=parts)
