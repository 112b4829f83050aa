"""From the values of a look at a cohort to what the page shows, in words."""

from collections.abc import Sequence
from itertools import groupby
from string import ascii_lowercase
from typing import Any, Final

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.measures import Period
from mrse_assess.cohort.report.cells import in_words
from mrse_assess.cohort.report.wording import report_wording
from mrse_assess.cohort.tables import Cell, CohortTable, Shape
from mrse_assess.ui.wording import day
from mrse_assess.workbench.cohort.cases import LeftOut
from mrse_assess.workbench.cohort.looking import Behind, Choice, Choices, Filters, Question, Size

AS_PUBLISHED: Final = "all applications, as published"
_MANY_COLUMNS: Final = 9
_TWO: Final = 2
_BETWEEN: Final = "; "


def filters(chosen: Filters, offered: Choices) -> dict[str, Any]:
    """What was chosen, and what there is to choose from."""
    return {
        "chosen": {
            "guidance": chosen.guidance,
            "attempts": str(chosen.attempts),
            "from": chosen.decided_from.isoformat() if chosen.decided_from else "",
            "to": chosen.decided_to.isoformat() if chosen.decided_to else "",
            "role": chosen.role,
            "route": chosen.route,
            "period": str(chosen.period),
        },
        "period": [{"value": str(one), "label": f"by {one}"} for one in Period],
        "guidance": _choices(offered.guidance),
        "attempts": _choices(offered.attempts),
        "role": _choices(offered.roles),
        "route": _choices(offered.routes),
        "first": offered.first.isoformat() if offered.first else "",
        "last": offered.last.isoformat() if offered.last else "",
        "narrowed": chosen.narrowed,
    }


def size(found: Size) -> str:
    """How many applications are looked at."""
    if not found.applications:
        return "No application"
    many = f"{found.applications:,} application{'' if found.applications == 1 else 's'}"
    waiting = found.applications - found.decided
    return f"{many}, {waiting:,} without an outcome yet" if waiting else f"{many}, all decided"


def chapters(questions: Sequence[Question]) -> list[dict[str, Any]]:
    """The questions under the titles of their chapters."""
    return [
        {"title": title, "questions": [{"id": one.id, "words": one.words, "private": one.private} for one in own]}
        for title, own in groupby(questions, key=lambda one: one.chapter)
    ]


def left_out(attempts: Sequence[LeftOut]) -> list[str]:
    """What is in no number, and why."""
    said = report_wording()
    return [said.say("intro", "left_out_entry", application=one.application, attempt=one.attempt, why=one.why)
            for one in attempts]  # fmt: skip


def table(given: CohortTable) -> dict[str, Any]:
    """A table as the page draws it. Cells know their place in it, since wide and low ones are turned on their side."""
    marks = _Marks()
    cells = [
        [_cell(cell, (at, column), given, marks) for column, cell in enumerate(row.cells)]
        for at, row in enumerate(given.rows)
    ]
    rows, columns = [row.label for row in given.rows], [label for _, label in given.columns]
    if _is_low(given):
        rows, columns, cells = columns, rows, [list(one) for one in zip(*cells, strict=True)]
    return {
        "id": given.id,
        "title": given.title,
        "question": given.question,
        "counted": _counted(given),
        "columns": columns,
        "rows": [{"label": label, "cells": own} for label, own in zip(rows, cells, strict=True)],
        "heat": given.shape is Shape.HEAT,
        "marks": [{"mark": mark, "words": words} for words, mark in marks.given.items()],
        "notes": list(given.notes),
    }


def figure(given: Figure, number: int) -> dict[str, Any]:
    """A figure as the page shows it, without the picture, which is fetched; its cells' places are in per cent."""
    spots = [{"at": list(one.at), "box": [round(100 * part, 3) for part in one.box]} for one in given.spots]
    return {"number": number, "alt": given.alt, "spots": spots}


def behind(found: Behind, at: tuple[int, int]) -> dict[str, Any]:
    """The applications behind a cell."""
    return {
        "at": list(at),
        "row": found.row,
        "column": found.column,
        "rows": [
            {
                "application": one.application,
                "attempt": one.attempt,
                "received": day(one.received),
                "decided": day(one.decided),
                "state": f"{one.state[:1].upper()}{one.state[1:]}",
                "outcome": one.outcome,
                "role": one.role,
            }
            for one in found.rows
        ],
    }


class _Marks:
    """Letters for what is said of cells, each sentence once."""

    def __init__(self) -> None:
        self.given: dict[str, str] = {}

    def of(self, words: str) -> str:
        """The mark of a sentence, "" of none; after z follow aa, ab, and so on."""
        if not words:
            return ""
        at = len(self.given)
        before, letter = divmod(at, len(ascii_lowercase))
        return self.given.setdefault(words, f"{ascii_lowercase[before - 1] if before else ''}{ascii_lowercase[letter]}")


def _cell(cell: Cell, at: tuple[int, int], of: CohortTable, marks: _Marks) -> dict[str, Any]:
    unit = of.numbers.get(of.columns[at[1]][0], "")
    words = in_words(cell, unit)
    return {
        "at": list(at),
        "main": words.main,
        "detail": words.detail.split(_BETWEEN) if words.detail else [],
        "mark": "" if cell.withheld else marks.of(cell.why),
        "withheld": cell.withheld,
        "share": round(cell.value, 4) if cell.value is not None and not unit else None,
        "behind": len(cell.applications),
    }


def _counted(given: CohortTable) -> str:
    said, many = report_wording(), given.applications
    found = said.say("table", "behind_withheld") if many is None else said.several("table", "behind", many)
    return said.say("table", "counted", unit=said.say("units", given.unit), found=found)


def _is_low(given: CohortTable) -> bool:
    """Whether it has so few rows and so many columns that it is read sooner on its side."""
    rows, columns = len(given.rows), len(given.columns)
    return columns > _TWO * rows > 0 and (rows == 1 or columns > _MANY_COLUMNS)


def _choices(offered: Sequence[Choice]) -> list[dict[str, Any]]:
    return [{"value": one.value, "label": one.label, "n": one.applications} for one in offered]
