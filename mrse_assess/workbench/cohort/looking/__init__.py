"""Looking into a cohort: filters, one question at a time, the applications behind a number, and files to take along."""

from mrse_assess.workbench.cohort.looking.behind import Behind, BehindRow
from mrse_assess.workbench.cohort.looking.files import FileKind, TakenAlong
from mrse_assess.workbench.cohort.looking.filters import Choice, Choices, Filters
from mrse_assess.workbench.cohort.looking.looking import Looking, Size
from mrse_assess.workbench.cohort.looking.questions import Question

__all__ = [
    "Behind",
    "BehindRow",
    "Choice",
    "Choices",
    "FileKind",
    "Filters",
    "Looking",
    "Question",
    "Size",
    "TakenAlong",
]
