"""The names that people read for the keys of the records."""

from collections.abc import Iterable, Mapping, Sequence

from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.tables import Cell, Row
from mrse_assess.model.scheme import PassRule


def rows_of(keys: Sequence[str], names: Mapping[str, str], cells: Iterable[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """A row for each key."""
    return tuple(Row(key=(key,), label=names.get(key, key), cells=own) for key, own in zip(keys, cells, strict=True))


def of_sub_categories(study: Study) -> dict[str, str]:
    """Code and short name of each sub-category."""
    units = [unit for one in study.schemes.values() for unit in one.sub_categories]
    return {unit.code: f"{unit.code} {unit.short_name}" for unit in units}


def of_reasons(study: Study) -> dict[str, str]:
    """The name of each reason, in the order of the scheme."""
    return {reason.id: reason.name for one in study.schemes.values() for reason in one.reasons}


def of_clauses(study: Study) -> dict[str, str]:
    """How an applicant reads each clause."""
    return {clause.label: clause.words for one in study.schemes.values() for clause in one.clauses}


def of_outcomes(study: Study) -> dict[str, str]:
    """The name of each outcome."""
    return {str(outcome.kind): outcome.name for one in study.schemes.values() for outcome in one.outcomes}


def of_rules(study: Study) -> dict[str, str]:
    """The label of each rule that decides."""
    return {rule.id: rule.label for rule in deciding_rules(study)}


def deciding_rules(study: Study) -> tuple[PassRule, ...]:
    """The rules that decide; advisory ones never do."""
    found = {rule.id: rule for one in study.schemes.values() for rule in one.rules if not rule.advisory}
    return tuple(found.values())
