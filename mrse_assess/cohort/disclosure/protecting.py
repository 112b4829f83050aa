"""What may be published of statistics: counts rounded or withheld, and tables made of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from mrse_assess.cohort.disclosure.arranging import arranged
from mrse_assess.cohort.disclosure.complementary import suppressed
from mrse_assess.cohort.disclosure.counts import Count, Statistics, Sum, Table, Why
from mrse_assess.cohort.disclosure.earlier import Earlier
from mrse_assess.cohort.disclosure.policy import Policy
from mrse_assess.cohort.disclosure.publishing import Published, publish
from mrse_assess.cohort.disclosure.sensitive import why_sensitive
from mrse_assess.errors import BadRequestError

NOTHING: Final = Earlier()


@dataclass(frozen=True, kw_only=True)
class Protected:
    """``published`` may leave the scheme office; the rest may not, for a reason tells how large a count is.

    ``withheld`` says for each withheld count why. ``exposed``: counts that can be worked out from what was published
    before, whatever is withheld now; no table with one of them is published. ``afterwards``: what is public when this
    is, to be kept for the next publication.
    """

    published: Published
    withheld: Mapping[str, Why]
    exposed: tuple[str, ...]
    afterwards: Earlier


@dataclass(frozen=True, kw_only=True)
class _Found:
    """The counts that are shown, those that would be and are withheld, and those that nothing protects."""

    shown: frozenset[str]
    withheld: frozenset[str]
    exposed: frozenset[str]


def protect(statistics: Statistics, policy: Policy, earlier: Earlier = NOTHING) -> Protected:
    """Withhold what must be, so that no withheld count can be worked out from all that is published.

    Raises:
        BadRequestError: an id that is missing or double, or a count that is not what was published before.
    """
    whole = _with_rests(statistics)
    named = _by_id(whole)
    refused = frozenset(table.id for table in whole.tables if policy.never(table.fields) | policy.crossed(table.fields))
    found = _suppressed(whole, policy, earlier, refused)
    exposed = _tables_of(found.exposed, whole.tables) - refused
    if exposed:
        found = _suppressed(whole, policy, earlier, refused | exposed)
    return Protected(
        published=publish(whole, {name: policy.rounded(named[name].value) for name in found.shown}, policy, exposed),
        withheld=_reasons(whole, policy, earlier, found),
        exposed=tuple(sorted(found.exposed)),
        afterwards=earlier.and_then({name: policy.behind(named[name].value) for name in found.shown}, found.withheld),
    )


def _with_rests(statistics: Statistics) -> Statistics:
    """With the rest of the whole of each rate as a count that has to be protected, where it has none of its own."""
    named = _by_id(statistics)
    rests: list[Count] = []
    sums: list[Sum] = []
    for rate in statistics.rates:
        part, whole = _named(named, rate.part), _named(named, rate.whole)
        if part.value > whole.value:
            raise BadRequestError(f"The rate {rate.id} is of {part.value} among {whole.value}.")
        if rate.rest is None:
            rests.append(Count(id=f"{rate.id} rest", value=whole.value - part.value))
        sums.append(Sum(total=rate.whole, parts=(rate.part, rate.rest or rests[-1].id)))
    return replace(
        statistics, counts=(*statistics.counts, *rests), relations=(*statistics.relations, *dict.fromkeys(sums))
    )


def _by_id(statistics: Statistics) -> dict[str, Count]:
    named = {count.id: count for count in statistics.counts}
    if len(named) < len(statistics.counts):
        double = Counter(count.id for count in statistics.counts).most_common(1)[0][0]
        raise BadRequestError(f"Two counts are called {double}; an id stands for one number.")
    return named


def _named(named: Mapping[str, Count], name: str) -> Count:
    try:
        return named[name]
    except KeyError as error:
        raise BadRequestError(f"A rate or a table names {name}, and there is no such count.") from error


def _tables_of(names: frozenset[str], tables: Sequence[Table]) -> frozenset[str]:
    return frozenset(table.id for table in tables if any(names.intersection(row.cells) for row in table.rows))


def _suppressed(statistics: Statistics, policy: Policy, earlier: Earlier, refused: frozenset[str]) -> _Found:
    """Primary and secondary suppression of what the tables show that are not refused."""
    shown = _shown(statistics, refused)
    linked, withheld = arranged(statistics, policy, earlier, shown)
    exposed = withheld & (linked.needed == 0)
    told = (linked.shown & ~withheld) | np.array([count.id in earlier.published for count in statistics.counts], bool)
    for part in linked.parts():
        if not told[part.place].any():
            continue  # where nothing is told nothing can be worked out
        found = suppressed(part, withheld[part.place])
        withheld[part.place] = found.withheld
        exposed[part.place] |= found.exposed
    ids = [count.id for count in statistics.counts]
    out = {ids[place] for place in np.flatnonzero(linked.shown & ~withheld)}
    return _Found(
        shown=frozenset(out),
        withheld=shown - out,
        exposed=frozenset(ids[place] for place in np.flatnonzero(exposed)),
    )


def _shown(statistics: Statistics, refused: frozenset[str]) -> frozenset[str]:
    """The counts in the tables that are not refused, those that a rate gives away among them."""
    named, rates = _by_id(statistics), {rate.id: rate for rate in statistics.rates}
    names = {
        name for table in statistics.tables if table.id not in refused for row in table.rows for name in row.cells
    } - {""}
    given_away = {part for name in names & set(rates) for part in (rates[name].part, rates[name].whole)}
    return frozenset(name for name in (names - set(rates)) | given_away if not _named(named, name).structural)


def _reasons(statistics: Statistics, policy: Policy, earlier: Earlier, found: _Found) -> dict[str, Why]:
    """Why each count that a table asks for is not shown."""
    named = _by_id(statistics)
    wanted = _shown(statistics, frozenset()) - found.shown
    return {name: _reason(named[name], policy, earlier, found) for name in sorted(wanted)}


def _reason(count: Count, policy: Policy, earlier: Earlier, found: _Found) -> Why:
    if why := why_sensitive(count, policy):
        return why
    if count.id not in found.withheld:
        return Why.WITH_ITS_TABLE
    return Why.WITHHELD_BEFORE if count.id in earlier.withheld else Why.COMPLEMENTARY
