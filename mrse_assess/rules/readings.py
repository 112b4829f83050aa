"""The ambiguous clauses that the rules act on, and which reading of each is in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from mrse_assess.errors import BadRequestError, SchemeError
from mrse_assess.model.scheme import Reading, Scheme


class Setting(StrEnum):
    """The readings that change what the rules count. A scheme may ask for none of them."""

    MAJOR_CATEGORY_BY = "major_category_by"
    THIRD_SIMULATED = "third_simulated"
    MHRA_COUNTS_IN = "mhra_counts_in"


VALUES: Mapping[Setting, tuple[str, str]] = {
    Setting.MAJOR_CATEGORY_BY: ("sub_category", "piece"),
    Setting.THIRD_SIMULATED: ("breach", "not_counted"),
    Setting.MHRA_COUNTS_IN: ("satisfactory", "any"),
}
"""The plain reading of each, which also holds where a scheme does not ask, and the other one."""


@dataclass(frozen=True, kw_only=True)
class InForce:
    """How the clauses are read.

    ``by_piece``: a major category holds satisfactory evidence when one piece in it is satisfactory, whatever the
    conclusions. ``excess_not_counted``: sub-categories beyond the limit on simulated evidence are left out of the
    counts, and the applicant keeps those that serve best; otherwise exceeding the limit fails its rule.
    ``references_anywhere``: a traceable reference counts in any item judged, satisfactory or not, whatever becomes of
    the sub-category; otherwise only in a satisfactory item of a satisfactory sub-category.
    """

    by_piece: bool
    excess_not_counted: bool
    references_anywhere: bool


def chosen(scheme: Scheme, readings: Mapping[str, str] | None) -> dict[str, str]:
    """Every reading of the scheme with its value: the one given, else the scheme's default.

    Raises:
        BadRequestError: a reading or a value that the scheme does not have.
        SchemeError: the scheme gives a reading values that the rules do not know.
    """
    given = dict(readings or {})
    values = {reading.id: given.pop(reading.id, reading.default) for reading in scheme.readings}
    if given:
        unknown, known = ", ".join(sorted(given)), ", ".join(values) or "none"
        raise BadRequestError(f"the scheme has no reading called {unknown}; it has: {known}")
    for reading in scheme.readings:
        _check(reading, values[reading.id])
    return values


def in_force(values: Mapping[str, str]) -> InForce:
    """The readings as the rules use them."""

    def other(setting: Setting) -> bool:
        return values.get(setting) == VALUES[setting][1]

    return InForce(
        by_piece=other(Setting.MAJOR_CATEGORY_BY),
        excess_not_counted=other(Setting.THIRD_SIMULATED),
        references_anywhere=other(Setting.MHRA_COUNTS_IN),
    )


def combinations(scheme: Scheme) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Every way of reading together the clauses that the rules use, as (setting, value) pairs."""
    used = [reading for reading in scheme.readings if reading.id in set(Setting)]
    return tuple(product(*([(reading.id, value) for value in reading.values] for reading in used)))


def _check(reading: Reading, value: str) -> None:
    if value not in reading.values:
        allowed = ", ".join(reading.values)
        raise BadRequestError(f"{reading.id} cannot be read as {value}; give one of: {allowed}")
    if reading.id in set(Setting):
        unknown = set(reading.values) - set(VALUES[Setting(reading.id)])
        if unknown:
            words = ", ".join(sorted(unknown))
            raise SchemeError(f"the reading {reading.id} has values that the rules do not know: {words}; take them out")
