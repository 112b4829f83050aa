"""A table from its rows and the words of the data file."""

from collections.abc import Sequence

from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Row, Shape, Unit


def table(
    name: str,
    study: Study,
    *,
    unit: Unit,
    shape: Shape,
    columns: Sequence[tuple[str, str]],
    rows: Sequence[Row],
    notes: Sequence[str] = (),
    id: str = "",  # noqa: A002 - the name of a table's field
    by: str = "",
) -> CohortTable:
    """A table with the words of ``name``; without an application it says so before anything else.

    Args:
        name: of the words in the data file.
        study: whose applications are counted.
        unit: what is counted.
        shape: how it is best drawn.
        columns: keys and labels.
        rows: with a cell for each column.
        notes: further ones, in full.
        id: where several tables have the same words.
        by: what its rows divide by, where the words have a place for it.
    """
    said = wording()
    words = said.tables[name]
    filled = {"attempts": said.labels[f"attempts_{study.attempts}"], "by": by}
    nobody = [] if study.size else [said.say("empty")]
    return CohortTable(
        id=id or name,
        question=words.question.format(**filled),
        title=words.title.format(**filled),
        guidance=study.guidance,
        unit=unit,
        shape=shape,
        columns=tuple(columns),
        rows=tuple(rows),
        applications=study.size,
        attempts=str(study.attempts),
        numbers={key: said.numbers[key] for key, _ in columns if key in said.numbers},
        notes=(*nobody, *(note.format(**filled) for note in words.notes), *notes),
    )
