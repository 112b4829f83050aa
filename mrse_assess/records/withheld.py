"""Free texts that a record has and that this store was not given: they stay with the person who wrote them.

An erased text is gone; a withheld one may still come. It has no row of its own in ``texts`` and a mark in its place, so
that the text is added beside the mark when it comes, and nothing that is stored has ever to be changed.
"""

from collections.abc import Mapping

SaltAndText = tuple[str | None, str | None]

_MARK = "withheld:"


def mark(field: str) -> str:
    """The name under which ``texts`` says that the text of the field was withheld."""
    return _MARK + field


def told_apart(rows: Mapping[str, SaltAndText]) -> tuple[dict[str, SaltAndText], tuple[str, ...]]:
    """The texts of one event that are there or were erased, and the fields whose text is withheld still."""
    given = {field: row for field, row in rows.items() if not field.startswith(_MARK)}
    marked = {field.removeprefix(_MARK) for field in rows if field.startswith(_MARK)}
    return given, tuple(sorted(marked - set(given)))
