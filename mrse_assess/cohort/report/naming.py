"""Names of the files of a table: of its guidance, its attempts and its id, safe on every machine."""

import re

from mrse_assess.cohort.tables import CohortTable

_UNSAFE = re.compile(r"[^a-z0-9]+")
_NOTHING = "unrecorded"


def stem(table: CohortTable) -> str:
    """Such as ``2025_first_outcomes_by_role``; no two tables of a report have the same unless their guidances do."""
    parts = (_safe(table.guidance) or _NOTHING, table.attempts, table.id)
    return "_".join(part for part in parts if part)


def _safe(text: str) -> str:
    return _UNSAFE.sub("-", text.casefold()).strip("-")
