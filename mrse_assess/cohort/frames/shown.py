"""Tables cut down to what a reader may see of each application and attempt."""

from collections.abc import Collection, Mapping

from mrse_assess.cohort.frames.arrow import ChunkedArray, Table, pa, pc

Case = tuple[str, int]
"""Application and attempt."""

BLANK_WHILE_WAITING: Mapping[str, tuple[str, ...]] = {
    "applications": ("decided", "issued", "outcome", "rules", "satisfactory", "short_of", "profile", "readings"),
    "sub_categories": (
        "state", "items", "satisfactory_items", "saved_by_one", "rests_on_simulated", "mhra", "disagreement",
    ),
    "moments": (),
}  # fmt: skip
"""The frames that an attempt is in before the reader may see what came of it, and their cells that are missing then."""


def shown(tables: Mapping[str, Table], *, decided: Collection[Case], waiting: Collection[Case]) -> dict[str, Table]:
    """The rows of attempts that the reader sees, and of those that are waited for what may be known.

    Args:
        tables: by the names of the frames; ``assessments`` is cut by :func:`of_cases` alone.
        decided: attempts of which the reader sees what came of them.
        waiting: attempts of which they see that they are there, and how far they have come.
    """
    return {name: _cut(name, table, decided, waiting) for name, table in tables.items()}


def without(table: Table, column: str) -> Table:
    """The table with every cell of a column missing."""
    place = table.column_names.index(column)
    nothing = pa.nulls(table.num_rows, table.schema.field(column).type)
    return table.set_column(place, table.schema.field(column), nothing)


def of_cases(table: Table, cases: Collection[Case]) -> Table:
    """The rows of these attempts."""
    return table.filter(_among(table, cases))


def _cut(name: str, table: Table, decided: Collection[Case], waiting: Collection[Case]) -> Table:
    if name not in BLANK_WHILE_WAITING:
        return of_cases(table, decided)
    kept = of_cases(table, {*decided, *waiting})
    told = _among(kept, decided)
    for column in BLANK_WHILE_WAITING[name] if waiting else ():
        cells = pc.if_else(told, kept[column], pa.scalar(None, kept[column].type))
        kept = kept.set_column(kept.column_names.index(column), kept.schema.field(column), cells)
    return kept


def _among(table: Table, cases: Collection[Case]) -> ChunkedArray:
    attempts = pc.cast(table["attempt"], pa.string())
    names = pc.binary_join_element_wise(table["application"], attempts, "\n")
    asked = pa.array([f"{application}\n{attempt}" for application, attempt in cases], pa.string())
    return pc.is_in(names, value_set=asked)
