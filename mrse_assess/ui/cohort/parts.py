"""What the cohort page is put together from: its pane, where it leads, and what it answered last."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.static_files import COHORT_STYLE, module, stylesheet

BEING_DRAWN: Final = "The figure is being drawn."


class CohortPane(Pane):
    """Filters, questions, figure, table, and the applications behind a number. Carries the style too."""

    _esm = module("cohort.js")
    _css = stylesheet(COHORT_STYLE)


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Where the page leads: to an application, to its letter, and back to the list of applications."""

    application: Callable[[str], None]
    letter: Callable[[str], None]
    leave: Callable[[], None]


@dataclass(kw_only=True)
class Answer:
    """What is on the page for the question asked last."""

    number: int
    table: CohortTable | None = None
    figure: Figure | None = None
    says: str = BEING_DRAWN  # in place of the figure
    refused: str = ""
    behind: dict[str, Any] | None = None
